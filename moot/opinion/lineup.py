"""The line-up in the style of a syllabus: who delivered what, who joined, who filed."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.conference import JudgmentBy, Opinion, Ruling
from moot.case import OpinionKind
from moot.opinion.prose.grammar import all_of, joined, line_up_names, roman

__all__ = ["FILED", "line_up", "part_of"]

FILED = {
    OpinionKind.CONCURRING: "a concurring opinion",
    OpinionKind.IN_THE_JUDGMENT: "an opinion concurring in the judgment",
    OpinionKind.IN_PART: "an opinion concurring in part and dissenting in part",
    OpinionKind.DISSENTING: "a dissenting opinion",
}


def line_up(ruling: Ruling) -> str:
    """The line-up, as the head of a report prints it: one sentence an opinion, the lead opinion first."""
    outcome = f"The judgment is {ruling.disposition}"
    if ruling.judgment_by is JudgmentBy.DIVIDED:
        return f"{outcome} by an equally divided Court."
    out = [] if ruling.lead else [f"{outcome}.", "There is no opinion of the Court."]
    out.extend(
        _lead(ruling, opinion) if opinion is ruling.lead else _filed(ruling, opinion) for opinion in ruling.opinions
    )
    return all_of(out)


def part_of(opinion: Opinion, issue: str) -> int:
    """The number of the part of an opinion that decides this issue; the first part states the case."""
    return 2 + list(opinion.holdings).index(issue)


def _names(ruling: Ruling, ids: Sequence[str]) -> str:
    return line_up_names([judge for judge in ruling.bench.judges if judge.id in ids])


def _lead(ruling: Ruling, opinion: Opinion) -> str:
    did = "delivered the opinion of the Court"
    if opinion.kind is OpinionKind.PLURALITY:
        did = "announced the judgment of the Court and delivered an opinion"
    clauses = [f"in which {_names(ruling, opinion.joined)} joined"] if opinion.joined else []
    clauses += [
        f"in {_parts(opinion, issues)} of which {_names(ruling, ids)} joined" for issues, ids in _in_part(ruling)
    ]
    return f"{_names(ruling, [opinion.author])} {did}{''.join(', ' + clause for clause in _and(clauses))}."


def _and(clauses: Sequence[str]) -> list[str]:
    return [clause if place == 0 else f"and {clause}" for place, clause in enumerate(clauses)]


def _in_part(ruling: Ruling) -> list[tuple[tuple[str, ...], list[str]]]:
    """The judges who join the lead opinion as to some issues only, by the issues."""
    found: dict[tuple[str, ...], list[str]] = {}
    for judge in ruling.bench.judges:
        standing = ruling.standings[judge.id]
        for join in standing.joins:
            if join.opinion == 0 and join.issues:
                found.setdefault(join.issues, []).append(judge.id)
    return list(found.items())


def _parts(opinion: Opinion, issues: Sequence[str]) -> str:
    numbers = [roman(part_of(opinion, issue)) for issue in issues]
    return f"{'Part' if len(numbers) == 1 else 'Parts'} {joined(numbers)}"


def _filed(ruling: Ruling, opinion: Opinion) -> str:
    clauses = [f"in which {_names(ruling, opinion.joined)} joined"] if opinion.joined else []
    in_part = ruling.in_part(opinion)
    clauses += [f"in which {_names(ruling, in_part)} joined in part"] if in_part else []
    with_whom = "".join(", " + clause for clause in _and(clauses))
    return f"{_names(ruling, [opinion.author])} filed {FILED[opinion.kind]}{with_whom}."
