"""The plan of an opinion: which questions are discussed, which need one sentence, and the parts in which they stand.

A preliminary question (order, preservation, whether a question is hard) is no ground of a judgment. It has a place in an opinion
only where the judges who came to it divide.
"""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.conference import Opinion, Ruling
from moot.case import Argument, Case, Disposition, IssueKind, OpinionKind, PositionRef, Step
from moot.case.per_case import per_case
from moot.opinion.prose.grammar import roman

__all__ = [
    "PlannedPart",
    "disputed",
    "divided",
    "grounds",
    "joined_parts",
    "part_of",
    "parts_of",
    "preliminaries",
    "short_of",
    "without_majority",
]

_LAW_AND_FACT = 2


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part of an opinion. ``discussed`` are its steps that need more than a sentence."""

    number: str
    steps: tuple[Step, ...]
    discussed: tuple[Step, ...]


def grounds(ruling: Ruling, opinion: Opinion) -> tuple[Step, ...]:
    """The steps an opinion rests on: those that are not preliminary, or all where every one is."""
    found = tuple(step for step in opinion.walk if not ruling.case.issue[step.issue].preliminary)
    return found or tuple(opinion.walk)


def short_of(ruling: Ruling, opinion: Opinion) -> Step | None:
    """The answer on the law that makes the opinion's last finding too little; None where the last finding decides.

    A judge may find a fact for the side that loses: conscious disregard, where only a purpose to harm would do.
    """
    rest = grounds(ruling, opinion)
    if len(rest) < _LAW_AND_FACT or opinion.disposition.partial:
        return None
    if ruling.case.issue[rest[-1].issue].kind is not IssueKind.APPLICATION:
        return None
    law, fact = (ruling.case.issue[step.issue].position(step.position).favors for step in rest[-2:])
    won = ruling.case.below.won
    prevails = won.other if opinion.disposition.disturbs else won
    return rest[-2] if law is prevails and fact is prevails.other else None


def divided(ruling: Ruling, issue: str) -> bool:
    """Whether judges whose walks come to this issue answer it differently."""
    found = {
        step.position for reasoning in ruling.reasonings.values() for step in reasoning.walk if step.issue == issue
    }
    return len(found) > 1


def preliminaries(ruling: Ruling, opinion: Opinion) -> tuple[Step, ...]:
    """The preliminary questions an opinion answers before the merits: those that divide the judges, where the answer matters to somebody.

    It matters to a judge where another answer given on the bench would have led that judge to other grounds or to another judgment.
    """
    kept = grounds(ruling, opinion)
    return tuple(
        step
        for step in opinion.walk
        if step not in kept and divided(ruling, step.issue) and _matters(ruling, opinion, step)
    )


def _matters(ruling: Ruling, opinion: Opinion, step: Step) -> bool:
    tree, issue = ruling.case.tree, step.issue
    given = {reasoning.findings[issue] for reasoning in ruling.reasonings.values()}
    for judge, reasoning in ruling.reasonings.items():
        if judge != opinion.author and reasoning.findings[issue] == step.position:
            continue
        # The author against every other answer; the others against the author's.
        instead = given - {step.position} if judge == opinion.author else {step.position}
        own = _reached(ruling.case, *tree.walk(reasoning.findings))
        if any(_reached(ruling.case, *tree.walk({**reasoning.findings, issue: other})) != own for other in instead):
            return True
    return False


def _reached(case: Case, walk: tuple[Step, ...], end: Disposition) -> tuple[frozenset[tuple[str, str]], Disposition]:
    """The grounds a walk comes to, in any order, and the judgment."""
    return frozenset((step.issue, step.position) for step in walk if not case.issue[step.issue].preliminary), end


def disputed(ruling: Ruling, step: Step) -> bool:
    """Whether the step needs more than a sentence: somebody argued for another answer, or some judge gives one."""
    if divided(ruling, step.issue):
        return True
    heard = next(iter(ruling.reasonings.values())).heard
    ref = PositionRef(step.issue, step.position)
    withdrawn = heard.withdrawn
    for id, argument in _about(ruling.case, step.issue):
        if id in withdrawn or ref in argument.urges:
            continue
        if id in heard.full or id in heard.half or id in heard.answers or argument.briefed:
            return True
    return False


@per_case
def _about(case: Case, issue: str) -> tuple[tuple[str, Argument], ...]:
    """The arguments that urge an answer to the issue, by id."""
    return tuple(
        (id, argument)
        for id, argument in case.arguments.items()
        if any(urged.issue == issue for urged in argument.urges)
    )


def parts_of(ruling: Ruling, opinion: Opinion) -> tuple[PlannedPart, ...]:
    """The parts that decide something, after the first, which states the case.

    Preliminary questions that divide the judges stand in one part; so does each ground that is disputed, and the last, after those that are not.
    """
    kept = grounds(ruling, opinion)
    found: list[tuple[Step, ...]] = []
    waiting: list[Step] = []

    def close() -> None:
        if waiting:
            found.append(tuple(waiting))
            waiting.clear()

    if first := preliminaries(ruling, opinion):
        found.append(first)
    last = kept[-1:]
    for step in kept:
        if waiting and _joiners(ruling, opinion, waiting[-1]) != _joiners(ruling, opinion, step):
            close()
        waiting.append(step)
        if disputed(ruling, step) or step in last:
            close()
    return tuple(
        PlannedPart(roman(2 + index), steps, tuple(step for step in steps if disputed(ruling, step) or step in last))
        for index, steps in enumerate(found)
    )


def _joiners(ruling: Ruling, opinion: Opinion, step: Step) -> frozenset[str]:
    """The judges who join this opinion as to this step."""
    return frozenset(
        judge
        for judge, standing in ruling.standings.items()
        for join in standing.joins
        if join.opinion == opinion.number and (join.issues is None or step.issue in join.issues)
    )


def joined_parts(ruling: Ruling, opinion: Opinion, judge: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers of the parts of an opinion that a judge joins, and of those the judge does not.

    A part on a preliminary question, which decides no vote, is joined by everyone who joins anything and answers it alike.
    """
    joins = [join for join in ruling.standings[judge].joins if join.opinion == opinion.number]
    findings = ruling.reasonings[judge].findings

    def agreed(step: Step) -> bool:
        if any(join.issues is None or step.issue in join.issues for join in joins):
            return True
        return bool(joins) and ruling.case.issue[step.issue].preliminary and findings[step.issue] == step.position

    joined: list[str] = []
    rest: list[str] = []
    for part in parts_of(ruling, opinion):
        (joined if all(agreed(step) for step in part.steps) else rest).append(part.number)
    return tuple(joined), tuple(rest)


def without_majority(ruling: Ruling, opinion: Opinion) -> tuple[str, ...]:
    """The numbers of the parts of an opinion of the Court that less than a majority of those sitting join."""
    partly = ruling.in_part(opinion)
    if opinion.kind is not OpinionKind.COURT or not partly:
        return ()
    whole = 1 + len(opinion.joined)
    joins = [joined_parts(ruling, opinion, judge)[0] for judge in partly]
    return tuple(
        part.number
        for part in parts_of(ruling, opinion)
        if whole + sum(part.number in parts for parts in joins) < ruling.bench.majority
    )


def part_of(ruling: Ruling, opinion: Opinion, issue: str) -> str:
    """The number of the part of an opinion that speaks to this issue; empty where none does."""
    for part in parts_of(ruling, opinion):
        if any(step.issue == issue for step in part.steps):
            return part.number
    return ""
