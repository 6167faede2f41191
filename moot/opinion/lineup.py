"""The line-up in the style of a syllabus: who delivered what, who joined, who filed."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.conference import JudgmentBy, Opinion, Role, Ruling
from moot.case import OpinionKind
from moot.opinion.plan import joined_parts, without_majority
from moot.opinion.prose.grammar import all_of, line_up_names, numbered

__all__ = ["FILED", "line_up"]

FILED = {
    OpinionKind.CONCURRING: "a concurring opinion",
    OpinionKind.IN_THE_JUDGMENT: "an opinion concurring in the judgment",
    OpinionKind.IN_PART: "an opinion concurring in part and dissenting in part",
    OpinionKind.DISSENTING: "a dissenting opinion",
}

DID = {
    Role.IN_THE_JUDGMENT: "concurred in the judgment",
    Role.IN_PART: "concurred in part and dissented in part",
    Role.DISSENTING: "dissented",
}
"""What those did who wrote nothing and joined nothing."""


def line_up(ruling: Ruling) -> str:
    """The line-up, as the head of a report prints it: one sentence an opinion, the lead opinion first."""
    outcome = f"The {ruling.case.below.matter} is {ruling.disposition}"
    if ruling.judgment_by is JudgmentBy.DIVIDED:
        return all_of([f"{outcome} by an equally divided Court.", *_no_part(ruling)])
    out = [_lead(ruling, opinion) if opinion is ruling.lead else _filed(ruling, opinion) for opinion in ruling.opinions]
    out.extend(_no_opinion(ruling))
    out.extend(_no_part(ruling))
    return all_of(out)


def _no_part(ruling: Ruling) -> list[str]:
    """The judges of the court who took no part."""
    absent = ruling.bench.absent
    return [f"{line_up_names(absent)} took no part in the consideration or decision of this case."] if absent else []


def _names(ruling: Ruling, ids: Sequence[str]) -> str:
    return line_up_names([judge for judge in ruling.bench.judges if judge.id in ids])


def _lead(ruling: Ruling, opinion: Opinion) -> str:
    did = "delivered the opinion of the Court"
    if opinion.kind is OpinionKind.PLURALITY:
        did = "announced the judgment of the Court and delivered an opinion"
    if short := without_majority(ruling, opinion):
        did += f", except as to {numbered(short)}"
    clauses = [f"in which {_names(ruling, opinion.joined)} joined"] if opinion.joined else []
    for parts, ids in _in_part(ruling, opinion).items():
        clauses.append(
            f"in {parts} of which {_names(ruling, ids)} joined"
            if parts
            else f"in which {_names(ruling, ids)} joined in part"
        )
    return f"{_names(ruling, [opinion.author])} {did}{''.join(', ' + clause for clause in _and(clauses))}."


def _and(clauses: Sequence[str]) -> list[str]:
    """The clauses after a main one, with `and` before the last where there are several."""
    return [f"and {clause}" if 0 < index == len(clauses) - 1 else clause for index, clause in enumerate(clauses)]


def _in_part(ruling: Ruling, opinion: Opinion) -> dict[str, list[str]]:
    """The judges who join the lead opinion in part only, by the words for these parts: those joined, or `all but` those not joined.

    Empty words where no part is joined whole.
    """
    found: dict[str, list[str]] = {}
    for judge in ruling.bench.judges:
        if any(join.opinion == opinion.number and join.issues for join in ruling.standings[judge.id].joins):
            joined, rest = joined_parts(ruling, opinion, judge.id)
            words = numbered(joined) if joined else ""
            if rest and len(joined) > len(rest):
                words = f"all but {numbered(rest)}"
            found.setdefault(words, []).append(judge.id)
    return found


def _no_opinion(ruling: Ruling) -> list[str]:
    """The judges who neither write nor join, and how they stand."""
    found: dict[Role, list[str]] = {}
    named = {judge for opinion in ruling.opinions for judge in (opinion.author, *opinion.joined)}
    for judge in ruling.bench.judges:
        standing = ruling.standings[judge.id]
        if judge.id not in named and not standing.joins and standing.role in DID:
            found.setdefault(standing.role, []).append(judge.id)
    return [f"{_names(ruling, ids)} {DID[role]}." for role, ids in found.items()]


def _filed(ruling: Ruling, opinion: Opinion) -> str:
    clauses = [f"in which {_names(ruling, opinion.joined)} joined"] if opinion.joined else []
    in_part = ruling.in_part(opinion)
    clauses += [f"in which {_names(ruling, in_part)} joined in part"] if in_part else []
    with_whom = "".join(", " + clause for clause in _and(clauses))
    return f"{_names(ruling, [opinion.author])} filed {FILED[opinion.kind]}{with_whom}."
