"""A proved case, broken on purpose: each fault is caught, by its own code.

Some are faults in the file; some, which no file can bring about, are faults in the rules of the engine.
"""

from __future__ import annotations

import pytest

from moot.errors import Diagnostic
from moot.files.case.read import read_case
from moot.files.loading import load_bench
from moot.proof import prove, write_counterexample
from moot.proof.prove import prove_rules
from moot.proof.reference.compile import allowed_transitions
from moot.round import moves
from moot.round.control_state import ControlState, Transition
from moot.round.formats import one_speaker
from moot.round.round import Round
from moot.round.rules import rules_for
from moot.round.turns.phases import Phase
from moot.sitting.setup import resume_session
from tests import support
from tests.files.pages import HERE, run
from tests.proof.made import ANYONE

FILE = {
    "an unknown point in an attack": ("M206", "# at points.0.attacks\n- {rebut: r-nothing}"),
    "two points with one id": ("M201", "# at points.1.id\np-sign"),
    "an issue missing from the tree": (
        "M307",
        "# at tree.nodes.0.then\n{due: reversed, not-due: affirmed}\n# at tree.nodes.1\n",
    ),
    "a branch that leads nowhere": ("M301", "# at tree.nodes.0.then\n{due: nowhere, not-due: affirmed}"),
    "a position without a branch": ("M302", "# at tree.nodes.0.then\n{due: harm}"),
    "a tree without a disposition": (
        "M303",
        "# at tree.nodes\n- {id: warning, issue: warning, then: {due: harm, not-due: harm}}\n"
        "- {id: harm, issue: harm, then: {loss: warning, no-loss: warning}}",
    ),
    "an issue twice on a walk": (
        "M304",
        "# at tree.nodes.1.then\n{loss: again, no-loss: affirmed}\n"
        "# at tree.nodes.+\n{id: again, issue: warning, then: {due: reversed, not-due: affirmed}}",
    ),
    "a walk that comes back": ("M305", "# at tree.nodes.1.then\n{loss: warning, no-loss: affirmed}"),
    "a guard that can never be met": ("M416", "# at points.0.when\n- {said: r-act}"),
    "an answer that offers nothing": ("M408", "# at points.0.questions.0.answers\n[]"),
    "a question that may leave no answer": (
        "M421",
        "# at points.1.questions\n- id: q-how\n  purpose: clarify\n  tone: neutral\n  text: How much was it?\n"
        "  answers:\n    - {id: a, text: Forty., manner: direct, when: [{said: p-sign}]}\n"
        "    - {id: b, text: I cannot say., manner: decline, when: [{unsaid: p-sign}]}",
    ),
    "a follow-up that is its own question": (
        "M021",
        "# at points.1.questions\n- &q\n  id: q-how\n  purpose: clarify\n  tone: neutral\n  text: How much was it?\n"
        "  answers:\n    - {id: a, text: Forty., manner: direct, follow_ups: [*q]}\n    - {id: b, text: No., manner: decline}",
    ),
    "a cost of zero": ("M105", "# at points.0.ticks\n0"),
    "a cost below zero": ("M105", "# at costs.ask\n-1"),
    "a point under the other side's head": ("M205", "# at points.1.head\nstatute"),
    "a reply by a side that has none in the format": ("M404", "# at points.2.side\nrespondent"),
    "a head with nothing under it": ("M406", "# at heads.petitioner.+\n{id: empty, title: An empty head}"),
    "a point that can never be pleaded": ("M510", "# at points.1.when\n- {said: q-which.a}\n- {unsaid: p-sign}"),
    "a choice without a difference": (
        "M517",
        "# at points.0.questions.0.answers.1.follow_ups.0.answers.1\n{id: b, text: A day and a night., manner: direct}",
    ),
}


def check(example: str, folder) -> list[Diagnostic]:
    """Everything `moot check` would say."""
    found = run(example, folder)
    case, _ = read_case(folder / "base-case.yaml")
    if case is not None:
        found += prove(case, judges=load_bench(case.bench)).problems
    return found


def test_unbroken_it_is_proved_without_a_word():
    case, found = read_case(HERE / "base-case.yaml")
    certificate = prove(case, judges=load_bench(case.bench))
    assert (found, certificate.verdict, certificate.problems) == ([], "PROVED", ())


@pytest.mark.parametrize("name", FILE)
def test_a_fault_in_the_file(name, tmp_path):
    code, example = FILE[name]
    assert code in {problem.code for problem in check(example, tmp_path)}


# -- faults in the rules -------------------------------------------------------------------------------------------------


class Broken:
    """The rules of the small case, with one thing changed."""

    def __init__(self, steps=None, after=None):
        self.rules = rules_for(support.case(), one_speaker("short", "Short", 7, (0,)))
        self.start, self.turn, self.opening_clock = self.rules.start, self.rules.turn, self.rules.opening_clock
        self._steps, self._after = steps, after

    def transitions(self, state: ControlState) -> tuple[Transition, ...]:
        found = self.rules.transitions(state)
        return tuple(self._steps(state, found)) if self._steps else found

    def after(self, state, clock, step, ticks=None):
        found = self.rules.after(state, clock, step, ticks)
        return self._after(clock, step, *found) if self._after else found


def no_pass(state, steps):
    """The bench may not pass once it has asked."""
    return [step for step in steps if not (state.cut and isinstance(step.move, moves.Pass))]


def sit_and_stand_up(state, steps):
    """Sitting down in the first turn begins it again."""
    for step in steps:
        if isinstance(step.move, moves.Sit) and state.phase is Phase("petitioner submission"):
            again = ControlState(Phase("petitioner roadmap"))
            yield step._replace(next=again, on_expiry=again)
        else:
            yield step


def ask_again(state, steps):
    """An answer leaves the question to be asked again, for nothing."""
    for step in steps:
        if isinstance(step.move, moves.GiveAnswer):
            yield step._replace(next=step.next._replace(menu=(step.move.answer.partition(".")[0],)))
        else:
            yield step


def paid_to_speak(state, steps):
    """A point gives time instead of taking it."""
    return [step._replace(cost=-1) if isinstance(step.move, moves.Plead) else step for step in steps]


def after_the_ruling(state, steps):
    """The ruling can be appealed."""
    if state.phase is Phase.DECIDED and not state.reserve:
        on_appeal = state._replace(reserve=1)
        return [Transition(moves.Sit(), 0, on_appeal, on_appeal)]
    return steps


def no_floor(clock, step, state, left, expired):
    """The clock runs on below zero."""
    return state, clock - step.cost if expired and clock < step.cost else left, expired


def lost_light(clock, step, state, left, expired):
    """The red light is never shown."""
    return (step.next if expired else state), left, expired


RULES = {
    "the bench may not pass": ("M502", no_pass, None),
    "sitting down begins the turn again": ("M501", sit_and_stand_up, None),
    "a question can be asked forever": ("M501", ask_again, None),
    "a move gives time": ("M504", paid_to_speak, None),
    "a move after the ruling": ("M503", after_the_ruling, None),
    "the clock runs below zero": ("M504", None, no_floor),
    "the red light is forgotten": ("M504", None, lost_light),
}


@pytest.mark.parametrize("name", RULES)
def test_a_fault_in_the_rules(name):
    code, steps, after = RULES[name]
    broken = Broken(steps, after)
    certificate = prove_rules(broken)
    assert certificate.verdict == "FAILED"
    assert not certificate
    assert code in {problem.code for problem in certificate.problems}
    if code in ("M501", "M502", "M503"):
        assert not certificate.every_path_reaches_a_ruling
    else:
        assert not certificate.clock_never_negative


@pytest.mark.parametrize("name", [name for name in RULES if RULES[name][1]])
def test_the_counterexample_plays_to_the_fault(name):
    """It is a line of the broken rules, and it ends where the fault is."""
    _, steps, _ = RULES[name]
    broken = Broken(steps)
    line = prove_rules(broken).counterexample
    assert line
    state, clock = broken.start, broken.opening_clock(broken.start)
    seen = [state]
    for move in line:
        step = next(step for step in broken.transitions(state) if step.move == move)
        state, clock, _ = broken.after(state, clock, step)
        seen.append(state)
    if name == "the bench may not pass":
        assert broken.transitions(state) == ()
    elif name == "a move after the ruling":
        assert state.phase is Phase.DECIDED
    elif name != "a move gives time":
        assert len(set(seen)) < len(seen), "it goes round once"


def test_the_counterexample_is_shortest_and_plays_on_the_real_round():
    line = prove_rules(Broken(no_pass)).counterexample
    round = Round(support.case(), ANYONE, format="scotus-1997")
    for move in line:
        round.push(move)
    # Roadmap, a point, a question, its answer: nothing shorter comes to a pass after a question.
    assert [type(move).__name__ for move in line] == ["Roadmap", "Plead", "Ask", "GiveAnswer"]


def test_the_counterexample_opens_in_the_game_at_the_failing_choice(tmp_path):
    case, _ = read_case(HERE / "base-case.yaml")
    bench = load_bench(case.bench)

    def no_reply(state, steps):
        return [] if state.pending == "q-wait" else steps

    broken = Broken(no_reply)
    broken.rules = rules_for(case, "quick")
    broken.start, broken.turn, broken.opening_clock = broken.rules.start, broken.rules.turn, broken.rules.opening_clock
    certificate = prove_rules(broken, case=case, format="quick", dead=False)
    path = write_counterexample(certificate, case, bench, tmp_path)
    session, _ = resume_session(path, case=case)
    assert session.round.line == certificate.counterexample
    assert session.round.position.state.pending == "q-wait"
    with pytest.raises(ValueError, match="no counterexample"):
        write_counterexample(prove(case), case, bench, tmp_path)


def test_a_ruling_short_of_decided_is_not_a_ruling():
    """A state without a move that is not the decided one is a failure even where every line comes to it."""

    def stop(state, steps):
        return [] if state.phase is Phase("respondent roadmap") else steps

    certificate = prove_rules(Broken(stop))
    assert {problem.code for problem in certificate.problems} == {"M502"}
    assert not certificate.every_path_reaches_a_ruling


def test_the_bench_filter_is_the_rounds_own():
    case = support.case(
        support.point("p1", support.PETITIONER, "pa", questions=(support.question("q1", who=("avoidance",)),)),
        support.point("r1", support.RESPONDENT, "ra", "merits.no"),
    )
    deaf = support.bench(support.judge("deaf"))
    rules = rules_for(case, "quick")
    assert allowed_transitions(rules, case, ANYONE) == rules.transitions
    narrowed = prove(case, deaf, format="quick")
    assert narrowed.paths < prove(case, format="quick").paths
    assert [dead.code for dead in narrowed.dead if dead.id == "q1"] == ["M512"]


def test_the_table_in_the_docs_is_this_one():
    page = (HERE.parent.parent / "docs" / "proof.md").read_text()
    for name, (code, *_) in (FILE | RULES).items():
        assert f"| {name} | {code} |" in page
