"""What judges can be brought to vote: bounds that hold on every line, and complete enumeration where a case is small enough."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from moot.bench.judging.reach import court_of
from moot.bench.judging.reasoning import Reasoning, reason
from moot.bench.persona import Bench
from moot.bench.votes.judgment import judgment_of
from moot.case import Case, Disposition, Heard, PositionRef
from moot.case.must import CanWin, NeverCarries
from moot.proof.bounds import SupportBounds
from moot.proof.dead import Reachable
from moot.proof.parents import path_to
from moot.proof.reference.compile import Successors
from moot.round.moves import Move
from moot.round.position import PositionOfPlay, advance, initial
from moot.round.rules import Rules

__all__ = ["MOST_POSITIONS", "Possible", "every_ending", "holds_at", "possible", "votes_won"]

MOST_POSITIONS = 30_000
"""How many positions of play (state, clock and what was heard) are enumerated before a case counts as too large for it."""


@dataclass(frozen=True)
class Possible:
    """What cannot be ruled out for each judge: the votes, and the steps taken on the way to one."""

    votes: Mapping[str, frozenset[Disposition]]
    steps: Mapping[str, frozenset[PositionRef]]


def possible(case: Case, bench: Bench, said: Reachable, gone: frozenset[str] = frozenset()) -> Possible:
    """What each judge may vote on any line on which what is ``gone`` counts for nothing; what is missing is impossible."""
    findings = SupportBounds(case, bench, said.points, said.broken, said.answers, gone).findings
    votes: dict[str, frozenset[Disposition]] = {}
    steps: dict[str, frozenset[PositionRef]] = {}
    for judge in bench.judges:
        ends: set[Disposition] = set()
        taken: set[PositionRef] = set()
        waiting, seen = [case.tree.root], {case.tree.root}
        while waiting:
            node = case.tree.node(waiting.pop())
            if node.issue is None:
                assert node.disposition is not None
                ends.add(node.disposition)
                continue
            for position, child in node.then:
                if position in findings[judge.id][node.issue]:
                    taken.add(PositionRef(node.issue, position))
                    if child not in seen:
                        seen.add(child)
                        waiting.append(child)
        votes[judge.id], steps[judge.id] = frozenset(ends), frozenset(taken)
    return Possible(votes, steps)


def votes_won(case: Case, wish: CanWin, reasonings: Mapping[str, Reasoning]) -> int:
    """The votes for a side: to disturb what stands, or to leave it, as that side asks."""
    disturbs = wish.side is not case.below.won
    return sum(each.vote.disturbs is disturbs for each in reasonings.values())


def carried(case: Case, bench: Bench, wish: NeverCarries, reasonings: dict[str, Reasoning]) -> bool:
    """Whether the position is a step of a majority, or the judgment is the disposition."""
    if wish.position is None:
        return judgment_of(case, bench, reasonings)[0] is wish.disposition
    took = sum(any((step.issue, step.position) == wish.position for step in each.walk) for each in reasonings.values())
    return took >= bench.majority


def holds_at(case: Case, bench: Bench, wish: CanWin | NeverCarries, heard: Heard) -> tuple[bool, int]:
    """Whether this end of a line shows what is asked about (the votes won; the concession given and yet the thing carried)."""
    court = court_of(case, heard)
    reasonings = {judge.id: reason(judge, case, heard, court) for judge in bench.judges}
    if isinstance(wish, CanWin):
        won = votes_won(case, wish, reasonings)
        return won >= wish.votes, won
    return wish.conceding in heard.answers and carried(case, bench, wish, reasonings), 0


def every_ending(
    rules: Rules, successors: Successors, shows: Callable[[Heard], bool], limit: int = MOST_POSITIONS
) -> tuple[Move, ...] | bool | None:
    """A shortest line whose end shows it; False where none does and all were enumerated; None past the limit.

    Positions of play are enumerated: a state, its clock and all that was heard. Judges know nothing else.
    """
    start = initial(rules)
    before: dict[PositionOfPlay, tuple[PositionOfPlay, Move] | None] = {start: None}
    judged: set[Heard] = set()
    queue = deque([start])
    while queue:
        position = queue.popleft()
        if position.decided and position.heard not in judged:
            judged.add(position.heard)
            if shows(position.heard):
                return path_to(before, position)
        for each in successors(position.state):
            following = advance(rules, position, each)
            if following not in before:
                if len(before) >= limit:
                    return None
                before[following] = position, each.move
                queue.append(following)
    return False
