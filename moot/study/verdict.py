"""What many sittings say of a case, in words: a seat that never wins, judges who never move, points and answers that never tell.

A simulation counts whole sittings. For points and answers the first sittings are looked at closely: whatever was said is taken
back by itself, and every answer exchanged for each other answer to its question, to see whether any vote changes. So what is said
here is true of the sittings looked at; of any line at all only the proof speaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from moot.bench.explaining.changes import ChangeKind, left_unsaid, taken_back
from moot.bench.judging.reasoning import reason
from moot.bench.persona import Bench
from moot.case import Case, Heard, Side
from moot.case.language.naming import WORDS, known_as
from moot.case.language.speech import opening
from moot.round.round import Round
from moot.study.estimates import Share
from moot.study.simulation import Simulation
from moot.study.simulation_plan import rounds

__all__ = ["CLOSELY", "Closely", "in_words", "look_closely"]

CLOSELY = 60
"""So many sittings, the first, are looked at closely."""

_OFTEN = 4
"""What was said in fewer of them is not judged."""

_TOLD = 3
"""An answer that lost votes in fewer of them is not judged."""

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Closely:
    """What the sittings looked at show: by id, in how many something was said; and of these, what never told.

    ``idle`` are points that changed no vote of any judge in any sitting in which they were said. ``worse`` are answers
    that brought more votes than any other answer to the question would have in no sitting, and fewer in three at least.
    ``taken`` are the steps that some judge took on the way to a vote, as pairs of issue and position.
    """

    sittings: int
    said: dict[str, int]
    idle: tuple[str, ...]
    worse: tuple[str, ...]
    taken: frozenset[tuple[str, str]] = frozenset()


def look_closely(found: Simulation, most: int = CLOSELY) -> Closely:
    """Hold the first sittings again, and try every single thing said otherwise."""
    case, number = found.plan.case, min(found.sittings, most)
    said: dict[str, int] = defaultdict(int)
    told: set[str] = set()
    better: set[str] = set()
    beaten: dict[str, int] = defaultdict(int)
    taken: set[tuple[str, str]] = set()
    for round in rounds(found.plan, number):
        _look(round, said, told, better, beaten)
        heard = round.position.heard
        taken |= {
            (step.issue, step.position) for judge in round.bench.judges for step in reason(judge, case, heard).walk
        }
    often = {id for id, times in said.items() if times >= _OFTEN}
    idle = tuple(point.id for point in case.points if point.id in often - told)
    worse = tuple(id for id in case.answers if id in often - better and beaten[id] >= _TOLD)
    return Closely(number, dict(said), idle, worse, frozenset(taken))


def _look(round: Round, said: dict[str, int], told: set[str], better: set[str], beaten: dict[str, int]) -> None:
    case, bench, heard = round.case, round.bench, round.position.heard
    votes = _votes(case, bench, heard)
    for change in taken_back(case, heard):
        said[change.said] += 1
        if change.said in case.point and _votes(case, bench, change.heard) != votes:
            told.add(change.said)
    for side in Side:
        own = _for(side, case, votes)
        others: dict[str, list[int]] = defaultdict(list)
        for change in left_unsaid(case, heard, side):
            if change.kind is ChangeKind.ANSWERED:
                others[change.said].append(_for(side, case, _votes(case, bench, change.heard)))
        for answer in heard.answers:
            if case.side_of(answer) is side:
                if max(others[answer], default=own) > own:
                    beaten[answer] += 1
                if min(others[answer], default=own) < own:
                    better.add(answer)


def _votes(case: Case, bench: Bench, heard: Heard) -> tuple[bool, ...]:
    """For each judge, whether the vote disturbs what stands."""
    return tuple(reason(judge, case, heard).vote.disturbs for judge in bench.judges)


def _for(side: Side, case: Case, votes: tuple[bool, ...]) -> int:
    disturbs = case.below.won is not side
    return sum(vote is disturbs for vote in votes)


# -- in words --------------------------------------------------------------------------------------------------------------


def in_words(found: Simulation, close: Closely) -> tuple[str, ...]:
    """What there is to say besides who wins (:attr:`Simulation.verdict`), one sentence a line."""
    case, names = found.plan.case, {judge.id: judge.name for judge in found.plan.bench.judges}
    lines = []
    for side, wins in found.wins.items():
        if not wins.count:
            lines.append(f"The {side} did not win once: {_at_most(wins)}.")
    for side in Side:
        whole = found.sittings if side is Side.PETITIONER else 0
        fixed = [names[id] for id, each in found.judges.items() if each.count == whole]
        if fixed and found.sittings > 1:
            lines.append(f"Never moved: {_listed(fixed)}, for the {side} in all {found.sittings:,} sittings.")
    lines += _of_what_was_said(case, close)
    return tuple(lines)


def _of_what_was_said(case: Case, close: Closely) -> list[str]:
    lines = []
    looked = f"in the {close.sittings} sittings looked at closely"
    lines += _of_the_law(case, close, looked)
    unsaid = [f"{known_as(case, point.id)} ({point.id})" for point in case.points if point.id not in close.said]
    if close.idle:
        named = [f"{known_as(case, id)} ({id})" for id in close.idle]
        lines.append(f"Points that changed no vote {looked}: {_listed(named)}.")
    if unsaid and close.sittings >= _OFTEN:
        lines.append(f"Points that nobody made {looked}: {_listed(unsaid)}.")
    if close.worse:
        named = [f"{known_as(case, id)} ({id})" for id in close.worse]
        lines.append(
            f"Answers never worth giving {looked} (none brought more votes than any other answer to its question, and each fewer, three times or more): {_listed(named)}."
        )
    if not (close.idle or close.worse or unsaid):
        lines.append(f"Every point that was made often changed some vote {looked}.")
    return lines


def _of_the_law(case: Case, close: Closely, looked: str) -> list[str]:
    """Issues that no judge came to, and answers to the others that no judge gave."""
    if not close.taken:
        return []
    come_to = {issue for issue, _ in close.taken}
    never = [f"“{issue.question}” ({issue.id})" for issue in case.issues if issue.id not in come_to]
    nobody = [
        f"“{opening(position.text, WORDS)}” ({issue.id}.{position.id})"
        for issue in case.issues
        for position in issue.positions
        if issue.id in come_to and (issue.id, position.id) not in close.taken
    ]
    lines = []
    if never:
        lines.append(
            f"Issues that no judge came to {looked}, so that nothing said on them could tell: {_listed(never)}."
        )
    if nobody:
        lines.append(f"Answers to an issue that no judge gave {looked}: {_listed(nobody)}.")
    return lines


def _at_most(wins: Share) -> str:
    return f"at most {wins.high:.1%} of such sittings, 95 times in 100"


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - _MOST_NAMED
    return ", ".join(listed[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
