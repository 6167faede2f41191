"""What the bench has asked about, and what it has not: pure functions of the round."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from moot.case import Case, Question, Side
from moot.case.language.naming import called
from moot.round import moves
from moot.round.round import Round
from moot.sitting.words.spoken import plural

__all__ = ["IssueTold", "issues_told"]


@dataclass(frozen=True, slots=True)
class IssueTold:
    """An issue so far: which sides have argued it at the lectern, and how often the bench has asked about it."""

    sides: tuple[Side, ...]
    asked: int
    told: str


def issues_told(round: Round, ply: int) -> dict[str, IssueTold]:
    """Every issue of the case after so many moves."""
    case = round.case
    asked: Counter[str] = Counter()
    argued: dict[str, set[Side]] = {issue.id: set() for issue in case.issues}
    for move in round.line[:ply]:
        if isinstance(move, moves.Ask):
            asked.update(_about(case, case.questions[move.question]))
        elif isinstance(move, moves.Plead):
            point = case.point[move.point]
            for ref in point.argument.urges:
                argued[ref.issue].add(point.side)
    return {
        id: IssueTold(tuple(side for side in Side if side in sides), asked[id], _said(case, sides, asked[id]))
        for id, sides in argued.items()
    }


def _about(case: Case, question: Question) -> set[str]:
    """The issues of the point under which a question is asked, and of its answers."""
    found = {ref.issue for ref in case.point_of[question.id].argument.urges}
    for answer in question.answers:
        if answer.argument is not None:
            found.update(ref.issue for ref in answer.argument.urges)
    return found


def _said(case: Case, sides: set[Side], asked: int) -> str:
    """One line: who has argued it, and what was asked."""
    names = [called(case.party(side)) for side in Side if side in sides]
    who = "argued by both sides" if len(names) == 2 else f"argued by {names[0]}" if names else "not argued"
    return f"{who}; {plural(asked, 'question') if asked else 'nothing asked'}"
