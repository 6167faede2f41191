"""What is called dead is dead: held against every line of small cases, and against judges reasoning."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import moot
from moot.bench.judging.reasoning import reason
from moot.case import Attack, Attacking, Guard, Modality, Side
from moot.proof import prove
from moot.proof.bounds import SupportBounds
from moot.proof.certificate import Dead
from moot.proof.codes import PROOF_CODES
from moot.proof.dead import dead_problems, reachable_in
from moot.proof.reference.compile import compile_model
from moot.proof.reference.explore import explore, upper_bounds
from moot.round import moves
from moot.round.round import Round
from moot.round.rules import rules_for
from moot.testing import benches, cases, formats, lines
from tests import support
from tests.proof.made import ANYONE, TooMany, Walked

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


class Listening(Walked):
    """Walks every line and notes what is ever offered."""

    def _walk(self, round):
        for move in round.legal:
            self.offered.add(move)
        super()._walk(round)

    def __init__(self, *args, **more):
        self.offered = set()
        super().__init__(*args, **more)


@SLOW
@given(cases(heads=2, points=2, questions=1, replies=1), formats(longest=8))
def test_reachable_in_is_what_some_line_offers(case, form):
    assume(prove(case, format=form, dead=False).paths <= 2_000)
    try:
        heard = Listening(case, ANYONE, form, most=20_000)
    except TooMany:
        assume(False)
    model = compile_model(rules_for(case, form))
    said = reachable_in(model, explore(model, upper_bounds(model)[1]))
    assert said.points == {move.point for move in heard.offered if isinstance(move, moves.Plead)}
    assert said.answers == {move.answer for move in heard.offered if isinstance(move, moves.GiveAnswer)}
    asked = {move.question for move in heard.offered if isinstance(move, moves.Ask)}
    assert said.questions == asked
    dead = {(each.what, each.id) for each in prove(case, format=form).dead if each.code in ("M510", "M511")}
    silent = {("point", point.id) for point in case.points} - {("point", id) for id in said.points}
    unasked = {("question", id) for id in case.questions} - {("question", id) for id in asked}
    assert dead == silent | unasked


@SLOW
@given(st.data(), cases(), benches(3))
def test_no_line_brings_a_judge_past_the_bounds(data, case, bench):
    """Findings, supports, credits and attacks on any line lie within what the bounds leave open."""
    form = data.draw(formats(longest=30))
    model = compile_model(rules_for(case, form))
    said = reachable_in(model, explore(model, upper_bounds(model)[1]))
    bounds = SupportBounds(case, bench, said.points, said.broken, said.answers)
    round = Round(case, bench, format=form)
    for move in data.draw(lines(case, bench, form)):
        round.push(move)
    for judge in bench.judges:
        reasoning = reason(judge, case, round.position.heard)
        for issue, position in reasoning.findings.items():
            assert position in bounds.findings[judge.id][issue]
        for ref, support_ in reasoning.support.items():
            least, most = bounds.support(judge, ref.issue, case.issue[ref.issue].position(ref.position))
            assert least <= support_.total - support_.credit <= most
        for side in Side:
            low, high = bounds._credit[judge.id, side]
            assert low <= reasoning.credit[side] <= high
        for defeat in reasoning.defeats:
            attacker = case.arguments[defeat.attacker]
            assert bounds.tells(judge, attacker, Attack(defeat.kind, defeat.attacked))
    dead = {each.id for each in bounds.dead() if each.code == "M515"}
    for judge in bench.judges:
        for step in reason(judge, case, round.position.heard).walk:
            assert f"{step.node}.{step.position}" not in dead


def small(*points, **more):
    return support.case(
        support.point("p1", support.PETITIONER, "pa", **more),
        support.point("p2", support.PETITIONER, "pb"),
        support.point("r1", support.RESPONDENT, "ra", "merits.no"),
        *points,
    )


def test_the_reason_names_the_guard_that_is_never_true():
    blocked = support.question("q2", when=(Guard("q1.a"), Guard("p1", wanted=False)))
    case = small(questions=(support.question("q1"), blocked))
    (dead,) = [each for each in prove(case, format="quick").dead if each.code == "M511"]
    assert dead.id == "q2"
    assert "guard" in dead.reason
    assert dead.exact


def test_a_point_for_which_time_is_always_up():
    from moot.round.formats import one_speaker

    case = small()
    certificate = prove(case, format=one_speaker("tiny", "Tiny", 1, (0,)))
    reasons = {each.id: each.reason for each in certificate.dead if each.code == "M510"}
    assert set(reasons) == {"p1", "p2", "r1"}
    assert all("time" in reason for reason in reasons.values())


def test_an_attack_that_takes_nothing_is_found_and_one_that_takes_a_little_is_not():
    def light(modality):
        return support.point(
            "r2",
            support.RESPONDENT,
            "ra",
            "merits.no",
            strength=1,
            modality=modality,
            attacks=(Attack(Attacking.REBUT, "p1"),),
        )

    judges = support.bench(support.judge("one", ethical=0))
    deaf, heard = small(light(Modality.ETHICAL), strength=5), small(light(Modality.FACTUAL), strength=5)
    assert [each.code for each in prove(deaf, format="quick", judges=judges).dead] == ["M516"]
    # 4 against 20: it weakens what it cannot outweigh.
    assert prove(heard, format="quick", judges=judges).dead == ()


def test_every_warning_of_dead_content_says_how_to_mend_it():
    """A coach who was told of an attack that takes nothing from its target left it as it was: no cure was named."""
    case = moot.load_case("first-argument")
    found = tuple(Dead(code, "", "", "") for code in PROOF_CODES if "M510" <= code < "M520")
    assert len(found) == 8
    assert all(problem.help for problem in dead_problems(case, found))


def test_lewis_has_nothing_dead_but_attacks_that_are_too_light():
    case = moot.load_case("sacramento-v-lewis")
    certificate = prove(case, judges=moot.load_bench(case.bench), format="quick")
    own = {each.code for each in certificate.dead if each.what != "question" or not case.questions[each.id].stock}
    assert own <= {"M516"}
    # In the short format there is not the time for every follow-up that the engine makes; in the case's own there is.
    assert {each.code for each in prove(case, judges=moot.load_bench(case.bench)).dead} <= {"M516"}
