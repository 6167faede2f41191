"""From a case to its certificate."""

from __future__ import annotations

import time
from collections.abc import Iterable
from fractions import Fraction

from moot.bench.persona import Bench
from moot.case import Case
from moot.errors import Diagnostic, Key
from moot.proof.audit import Failure, audit_model, audit_survey
from moot.proof.certificate import Certificate, Dead, Verdict
from moot.proof.codes import PROOF_CODES
from moot.proof.counterexample import line_round_cycle, line_to
from moot.proof.dead import Reachable, dead_content, reachable, reachable_in
from moot.proof.fast.survey import BOUND, CONTROL_STATES, LineStats, survey
from moot.proof.partial import COVER, bounded, sampled
from moot.proof.reference.compile import (
    Model,
    Playable,
    Successors,
    TooLarge,
    UnsupportedRules,
    allowed_transitions,
    barred_questions,
    compile_model,
    gc_paused,
)
from moot.proof.reference.explore import explore, upper_bounds
from moot.proof.reference.paths import count_lines
from moot.round.formats import Format
from moot.round.moves import Move
from moot.round.rules import Rules, rules_for

__all__ = ["BOUND", "prove", "prove_rules"]


def prove(
    case: Case,
    bench: Bench | None = None,
    *,
    format: str | Format | None = None,
    bound: int = BOUND,
    sample: int | None = None,
    seed: int = 0,
    dead: bool = True,
    judges: Bench | None = None,
) -> Certificate:
    """Go through every line of a case: both counsel, every question the case lets any bench ask, every pass.

    Given a ``bench``, only questions that someone on it may ask. ``format`` is the case's own unless told otherwise.
    More than ``bound`` states, and the certificate says BOUNDED; ``sample`` asks for that many seeded lines instead,
    SAMPLED. ``judges`` (the ``bench``, if that is given) are those for whom dead content is looked for, while the
    questions stay free. ``dead=False`` leaves out the search for dead content. Costs are those of the case file: a clock on
    the screen may measure others, but no line is longer or shorter in moves than the control states allow.
    """
    rules = rules_for(case, format)
    with gc_paused():
        return prove_rules(
            rules,
            allowed_transitions(rules, case, bench),
            barred=barred_questions(case, bench),
            case=case,
            bench=bench,
            judges=judges or bench,
            format=rules.format.id,
            bound=bound,
            sample=sample,
            seed=seed,
            dead=dead,
        )


def prove_rules(
    rules: Playable,
    successors: Successors | None = None,
    *,
    barred: frozenset[str] | None = None,
    case: Case | None = None,
    bench: Bench | None = None,
    format: str = "",
    bound: int = BOUND,
    sample: int | None = None,
    seed: int = 0,
    dead: bool = True,
    judges: Bench | None = None,
) -> Certificate:
    """The same for any rules: how the proof itself is tested, on rules broken on purpose.

    Rules of the engine's own kind are explored turn by turn (:mod:`moot.proof.fast`), where ``barred`` says which questions
    ``successors`` leaves out. If they are not of the form that this needs, or the audit fails, the reference explorer
    takes them, which is slower and can show the fault. It takes all other rules too.
    """
    began = time.perf_counter()
    successors = successors or rules.transitions
    head = _Head(case.id if case else "", format, bench.id if bench else None, began)
    if sample is not None:
        return _partly(head, "SAMPLED", rules, successors, sample, seed)
    audited: list[Failure] = []
    form = rules.format if isinstance(rules, Rules) else None
    look = dead and case is not None
    passed = ""
    try:
        if isinstance(rules, Rules) and barred is not None:
            try:
                found = survey(rules, barred, bound)
                audited = [Failure(code, words, 0, 0) for code, words in audit_survey(found, rules, barred)]
            except UnsupportedRules as why:
                audited = [Failure("M501", str(why), 0, 0)]
            if not audited:
                lines = found.lines
                said = (
                    reachable(found.local_states, lambda local: (each.move for each in rules.local_moves(local)))
                    if look
                    else None
                )
                return _certificate(
                    head,
                    found.control_states,
                    found.states,
                    found.moves,
                    lines,
                    case=case,
                    judges=judges,
                    said=said,
                    form=form,
                )
        model = compile_model(rules, successors, min(bound, CONTROL_STATES))
        if model.cycle:
            return _cyclic(head, model)
        lines_at_most, longest = upper_bounds(model)
        reach = explore(model, longest, bound)
    except TooLarge as past:
        passed = str(past)
    if passed:
        # Outside the handler, because the exception keeps the frames, and so everything computed so far, alive.
        return _partly(head, "BOUNDED", rules, successors, bound, seed, passed)
    failures = audit_model(model, reach)
    counted = count_lines(model, reach.slots, lines_at_most, reach.longest)
    decided = {n for n in range(len(model.states)) if not model.edges[n] and reach.clocks[n]}
    if set(counted.ends) != decided or sum(counted.ends.values()) != counted.count:
        failures.append(Failure("M502", "lines are lost on the way: their ends do not add up", 0, 0))
    problems, line = _problems(model, failures or audited)
    return _certificate(
        head,
        sum(1 for clocks in reach.clocks if clocks),
        reach.states,
        reach.moves,
        LineStats(counted.count, counted.total, reach.shortest, reach.longest),
        failures=failures or audited,
        problems=problems,
        line=line,
        case=case,
        judges=judges,
        said=reachable_in(model, reach) if look else None,
        form=form,
    )


def _certificate(
    head: _Head,
    control_states: int,
    states: int,
    moves: int,
    lines: LineStats,
    *,
    case: Case | None,
    judges: Bench | None,
    said: Reachable | None,
    form: Format | None,
    failures: list[Failure] | None = None,
    problems: tuple[Diagnostic, ...] = (),
    line: tuple[Move, ...] = (),
) -> Certificate:
    """The certificate of a case that was covered completely, with its dead content if what can be said is given."""
    codes = {failure.code for failure in failures or ()}
    found = dead_content(case, judges, said, form) if said is not None and case is not None else ()
    return Certificate(
        verdict="FAILED" if codes else "PROVED",
        case=head.case,
        format=head.format,
        bench=head.bench,
        control_states=control_states,
        states=states,
        moves=moves,
        paths=lines.count,
        shortest=lines.shortest,
        longest=lines.longest,
        mean=Fraction(lines.total, lines.count) if lines.count else Fraction(0),
        every_path_reaches_a_ruling=not codes & _NO_RULING,
        clock_never_negative="M504" not in codes,
        dead=found,
        seconds=time.perf_counter() - head.began,
        problems=(*problems, *_dead_problems(case, found)),
        counterexample=line,
    )


_NO_RULING = frozenset({"M501", "M502", "M503"})


class _Head:
    """What every certificate begins with."""

    def __init__(self, case: str, format: str, bench: str | None, began: float) -> None:
        self.case, self.format, self.bench, self.began = case, format, bench, began


def _problems(model: Model, failures: list[Failure]) -> tuple[tuple[Diagnostic, ...], tuple[Move, ...]]:
    """One diagnostic a code, and a shortest line to the first failure."""
    if not failures:
        return (), ()
    first: dict[str, Failure] = {}
    for failure in failures:
        first.setdefault(failure.code, failure)
    bad = {(model.states[failure.state], failure.clock) for failure in failures}
    line = line_to(model.rules, model.successors, lambda state, clock: (state, clock) in bad) or ()
    return tuple(Diagnostic(failure.code, failure.message, help=_SEE) for failure in first.values()), line


_SEE = "the counterexample is a shortest line that shows it"


def _cyclic(head: _Head, model: Model) -> Certificate:
    line = line_round_cycle(model.rules, model.successors, model.cycle)
    message = f"the line can come back to where it has been, round {len(model.cycle)} control states: only the clock could end it"
    return Certificate(
        verdict="FAILED",
        case=head.case,
        format=head.format,
        bench=head.bench,
        control_states=len(model.states),
        states=0,
        moves=0,
        paths=0,
        shortest=0,
        longest=0,
        mean=Fraction(0),
        every_path_reaches_a_ruling=False,
        clock_never_negative=False,
        dead=(),
        seconds=time.perf_counter() - head.began,
        problems=(Diagnostic("M501", message, help=_SEE),),
        counterexample=line,
    )


def _partly(
    head: _Head, verdict: Verdict, rules: Playable, successors: Successors, much: int, seed: int, why: str = ""
) -> Certificate:
    # The smaller the bound, the shorter the cover: BOUNDED should not take longer than a proof would.
    limit = min(COVER, max(100_000, much // 4))
    seen = bounded(rules, successors, much, limit) if verdict == "BOUNDED" else sampled(rules, successors, much, seed)
    problems: list[Diagnostic] = []
    line: tuple[Move, ...] = ()
    if seen.stuck is not None:
        stuck = seen.stuck
        line = line_to(rules, successors, lambda state, clock: (state, clock) == stuck) or ()
        problems.append(Diagnostic("M502", "a state without a legal move, and the case is not decided", help=_SEE))
    elif verdict == "BOUNDED":
        problems.append(
            Diagnostic(
                "M505",
                f"the case is past a limit of the proof ({why}): its lines were covered for {seen.depth} moves only",
                help="fewer points under a head, fewer heads, fewer guards; or a higher --bound",
                severity="warning",
            )
        )
    return Certificate(
        verdict="FAILED" if line or seen.stuck else verdict,
        case=head.case,
        format=head.format,
        bench=head.bench,
        control_states=len(seen.clocks),
        states=seen.states,
        moves=seen.moves,
        paths=seen.lines,
        shortest=seen.shortest,
        longest=seen.longest,
        mean=seen.mean,
        every_path_reaches_a_ruling=False,
        clock_never_negative=seen.stuck is None,
        dead=(),
        seconds=time.perf_counter() - head.began,
        problems=tuple(problems),
        counterexample=line,
        depth=seen.depth,
    )


def _dead_problems(case: Case | None, found: Iterable[Dead]) -> tuple[Diagnostic, ...]:
    """Dead content as diagnostics, located in the case file."""
    if case is None:
        return ()
    keys = _keys(case)
    return tuple(
        Diagnostic(dead.code, dead.reason, keys.get((dead.what, dead.id), ()), severity=PROOF_CODES[dead.code][1])
        for dead in found
    )


def _keys(case: Case) -> dict[tuple[str, str], Key]:
    """Where in the case file each thing stands."""
    from moot.case.problems.notes import asked

    keys: dict[tuple[str, str], Key] = {}
    for n, point in enumerate(case.points):
        keys["point", point.id] = ("points", n)
        for a, attack in enumerate(point.argument.attacks):
            keys["attack", f"{point.id} > {attack.target}"] = ("points", n, "attacks", a)
    for n, issue in enumerate(case.issues):
        for p, position in enumerate(issue.positions):
            keys["position", f"{issue.id}.{position.id}"] = ("issues", n, "positions", p)
    for n, node in enumerate(case.tree.nodes):
        for name, _ in node.then:
            keys["branch", f"{node.id}.{name}"] = ("tree", "nodes", n, "then", name)
    for key, question, _ in asked(case):
        keys["question", question.id] = keys["choices", question.id] = key
        for a, answer in enumerate(question.answers):
            keys["answer", answer.id] = keys["choices", answer.id] = keys["attack", answer.id] = (*key, "answers", a)
            for b, attack in enumerate(answer.argument.attacks if answer.argument else ()):
                keys["attack", f"{answer.id} > {attack.target}"] = (*key, "answers", a, "argument", "attacks", b)
    return keys
