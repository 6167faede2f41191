"""Where each judge stands on the issue at hand while the argument runs: where the briefs left them, and where they are. Never the vote."""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.judging.reasoning import Reasoning, reason
from moot.case import Case, Issue, PositionRef, Side
from moot.case.language.naming import called, known_as
from moot.opinion.prose.grammar import possessive
from moot.round import moves
from moot.round.round import Round
from moot.score.sway import silenced

__all__ = ["FIRM", "Needle", "findings_moved", "issue_at_hand", "needle_told", "needles"]

FIRM = 3
"""The furthest that a needle points to either side."""

_CLEAR, _FIRMLY = 8, 20
"""From these margins on a finding is clear, and firm."""

_WORDS = 14


@dataclass(frozen=True, slots=True)
class Needle:
    """One judge on one issue: from -FIRM (petitioner's answer, firmly held) over 0 to FIRM (respondent's)."""

    judge: str
    briefs: int
    now: int

    @property
    def moved(self) -> bool:
        """Whether the judge is somewhere else than where the briefs left them."""
        return self.briefs != self.now


def issue_at_hand(round: Round, ply: int | None = None) -> Issue | None:
    """The issue that is argued after so many moves, on which each side has an answer of its own; None where there is none.

    It is that of the point under way, or else the first under the head, or else that of the last point pleaded.
    """
    position = round.positions[round.ply if ply is None else ply]
    state, case = position.state, round.case
    points = [state.point] if state.point else []
    points += [point.id for point in case.points_under.get(state.head, ()) if point.id not in state.said and state.head]
    points += [
        move.point
        for move in reversed(round.line[: round.ply if ply is None else ply])
        if isinstance(move, moves.Plead)
    ]
    for point in points:
        for urged in case.point[point].argument.urges:
            issue = case.issue[urged.issue]
            if not issue.preliminary and {each.favors for each in issue.positions} >= set(Side):
                return issue
    return None


def needles(round: Round, issue: Issue, ply: int | None = None) -> tuple[Needle, ...]:
    """The bench on an issue after so many moves, senior first."""
    heard = round.positions[round.ply if ply is None else ply].heard
    return tuple(
        Needle(
            judge.id,
            _points(reason(judge, round.case, round.positions[0].heard), issue),
            _points(reason(judge, round.case, heard), issue),
        )
        for judge in round.bench.judges
    )


def _points(reasoning: Reasoning, issue: Issue) -> int:
    """Where a needle points: the sign is whose answer is found, the size how firmly."""
    side = issue.position(reasoning.findings[issue.id]).favors
    if side is None:
        return 0
    margin = reasoning.margin(issue.id)
    size = FIRM if margin >= _FIRMLY else 2 if margin >= _CLEAR else 1
    return -size if side is Side.PETITIONER else size


def findings_moved(round: Round, human: Side | None, ply: int | None = None) -> int:
    """How many findings are not what they would be with this side silent so far; for both sides, not where the briefs left them.

    Preliminary issues are left out.
    """
    case = round.case
    heard = round.positions[round.ply if ply is None else ply].heard
    quiet = round.positions[0].heard if human is None else silenced(case, heard, human)
    if quiet == heard:
        return 0
    moved = 0
    for judge in round.bench.judges:
        before, after = reason(judge, case, quiet).findings, reason(judge, case, heard).findings
        moved += sum(before[issue.id] != after[issue.id] for issue in case.issues if not issue.preliminary)
    return moved


_HOW = ("", ", narrowly", ", clearly", ", firmly")


def needle_told(round: Round, issue: Issue, needle: Needle, human: Side | None, ply: int | None = None) -> str:
    """Why a judge stands there, in words: what was found from the briefs, what is found now, and what counts most for it and against it."""
    case, judge = round.case, round.bench.judge[needle.judge]
    first = reason(judge, case, round.positions[0].heard).findings[issue.id]
    reasoning = reason(judge, case, round.positions[round.ply if ply is None else ply].heard)
    found = reasoning.findings[issue.id]
    how = _HOW[abs(needle.now)]
    now = f"“{_ended(issue.position(found).text)}”"
    if first == found:
        told = f"As the briefs left it{how}: {now}"
    else:
        told = f"From the briefs: “{_ended(issue.position(first).text)}” Now{how}: {now}"
    for_, against = _most(reasoning, issue, found), _rival(reasoning, issue, found)
    own = reasoning.support[PositionRef(issue.id, found)].prior
    best = max((weight for _, _, weight in reasoning.support[PositionRef(issue.id, found)].best), default=0)
    if own > best:
        told += " The judge's own principles count for more than anything said."
    if for_:
        told += f" What counts most for it: {_whose(case, for_, human)}"
    if against:
        told += f" Against it: {_whose(case, against, human)}"
    return told


def _most(reasoning: Reasoning, issue: Issue, position: str) -> str:
    """The argument that counts most for a position; empty where none does."""
    best = reasoning.support[PositionRef(issue.id, position)].best
    return max(best, key=lambda each: each[2])[1] if best else ""


def _rival(reasoning: Reasoning, issue: Issue, found: str) -> str:
    """The argument that counts most for the answer that is nearest to the one found."""
    others = [each.id for each in issue.positions if each.id != found]
    ranked = sorted(others, key=lambda each: -reasoning.support[PositionRef(issue.id, each)].total)
    return next((most for each in ranked if (most := _most(reasoning, issue, each))), "")


def _whose(case: Case, said: str, human: Side | None) -> str:
    side = case.side_of(said)
    whose = "your" if side is human else possessive(called(case.party(side)))
    what = "point" if said in case.point else "answer"
    told = f"{whose} {what} {known_as(case, said, _WORDS)}"
    return f"{_ended(told.removesuffix('”'))}”" if told.endswith("”") else _ended(told)


def _ended(text: str) -> str:
    """The text with the mark that ends a sentence."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
