"""The certificate for what the exploration of a case found: complete, failing, cyclic, or covered in part."""

from __future__ import annotations

import time
from fractions import Fraction

from moot.bench.persona import Bench
from moot.case import Case
from moot.errors import Diagnostic
from moot.proof.audit import Failure
from moot.proof.certificate import Certificate, Verdict
from moot.proof.counterexample import line_round_cycle, line_to
from moot.proof.dead import Reachable, dead_content, dead_problems
from moot.proof.fast.survey import LineStats
from moot.proof.partial import COVER, bounded, sampled
from moot.proof.reference.compile import Model, Playable, Successors
from moot.round.formats import Format
from moot.round.moves import Move

__all__ = ["ProofSubject", "complete", "cyclic", "failing", "in_part"]


class ProofSubject:
    """What every certificate begins with."""

    def __init__(self, case: str, format: str, bench: str | None, began: float) -> None:
        self.case, self.format, self.bench, self.began = case, format, bench, began


def complete(
    subject: ProofSubject,
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
    found, bounds = dead_content(case, judges, said, form) if said is not None and case is not None else ((), None)
    return Certificate(
        verdict="FAILED" if codes else "PROVED",
        case=subject.case,
        format=subject.format,
        bench=subject.bench,
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
        seconds=time.perf_counter() - subject.began,
        problems=(*problems, *dead_problems(case, found)),
        counterexample=line,
        findings=bounds.findings if bounds is not None else None,
    )


_NO_RULING = frozenset({"M501", "M502", "M503"})


def failing(model: Model, failures: list[Failure]) -> tuple[tuple[Diagnostic, ...], tuple[Move, ...]]:
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


def cyclic(subject: ProofSubject, model: Model) -> Certificate:
    """The certificate of rules whose lines need not end."""
    line = line_round_cycle(model.rules, model.successors, model.cycle)
    message = f"the line can come back to where it has been, round {len(model.cycle)} control states: only the clock could end it"
    return Certificate(
        verdict="FAILED",
        case=subject.case,
        format=subject.format,
        bench=subject.bench,
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
        seconds=time.perf_counter() - subject.began,
        problems=(Diagnostic("M501", message, help=_SEE),),
        counterexample=line,
    )


def in_part(
    subject: ProofSubject,
    verdict: Verdict,
    rules: Playable,
    successors: Successors,
    much: int,
    seed: int,
    why: str = "",
) -> Certificate:
    """The certificate of a case that was covered in part: to a depth, or by seeded lines."""
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
                help="fewer points under a subject, fewer heads, fewer guards; or a higher --bound",
                severity="warning",
            )
        )
    return Certificate(
        verdict="FAILED" if line or seen.stuck else verdict,
        case=subject.case,
        format=subject.format,
        bench=subject.bench,
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
        seconds=time.perf_counter() - subject.began,
        problems=tuple(problems),
        counterexample=line,
        depth=seen.depth,
    )
