"""The ballot: advocacy out of a hundred, blind to the merits.

Drawn from the score sheets of moot competitions (Berkeley McBaine, IU McKinney, AMCA). Everything is scored per
opportunity; an item with no opportunity is shared out over the others. Voice and posture are not scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from moot.case import Case, Side
from moot.case.language.naming import known_as
from moot.round import moves
from moot.round.formats import WHITE_LIGHT
from moot.round.moves import Move
from moot.round.position import PositionOfPlay
from moot.round.round import Round
from moot.score.answering import ITEMS, NONE, WHOLE, answer_chances
from moot.score.tenths import rounded, shared_out, split_loss

__all__ = [
    "FEWEST",
    "Ballot",
    "Item",
    "Loss",
    "ballot",
    "ballots",
    "speaker_ballots",
]

FEWEST = 6
"""Under this many opportunities a total says little: one answer would settle it."""


class Loss(NamedTuple):
    """Points lost, in whole tenths, the move that lost them (its ply from 1; 0 for something never done), and why."""

    ply: int
    move: str
    points: Fraction
    why: str


class Item(NamedTuple):
    """One item: earned out of ``out_of`` (after sharing out), its opportunities, and what was lost where.

    Points are whole tenths: the losses and what was earned make ``out_of``, and the items make the total.
    """

    name: str
    earned: Fraction
    out_of: Fraction
    opportunities: int
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One side's ballot."""

    side: Side
    items: tuple[Item, ...]

    @property
    def total(self) -> Fraction:
        """Points out of a hundred: the sum of the items as they are printed."""
        return sum((item.earned for item in self.items), Fraction(0))

    @property
    def opportunities(self) -> int:
        """How many there were, over all items."""
        return sum(item.opportunities for item in self.items)

    @property
    def enough(self) -> bool:
        """Whether there were opportunities enough for the total to say something."""
        return self.opportunities >= FEWEST

    @property
    def told(self) -> str:
        """The total for people, or that there is too little to score."""
        if self.enough:
            return f"{float(self.total):.1f} of 100"
        return f"too little to score ({self.opportunities} of the {FEWEST} opportunities needed)"


_Chance = tuple[int, Move, int, str]
"""One opportunity: the ply, the move, the share of it taken, in twelfths, and why not more."""

_Ply = tuple[int, PositionOfPlay, Move, bool]
"""One ply of the line: its number, the position before it, the move, and whether it ends the turn."""

_Chances = dict[str, list[_Chance]]
"""The opportunities of every item."""


@lru_cache(maxsize=4096)
def _points(tenths: int) -> Fraction:
    """Points out of a hundred; the same few come again and again."""
    return Fraction(tenths, 10)


def ballot(round: Round, side: Side) -> Ballot:
    """The ballot of one side for the argument so far."""
    return _ballot(round, side, _plies(round)[side])


def ballots(round: Round) -> dict[Side, Ballot]:
    """The ballots of both sides for the argument so far."""
    return {side: _ballot(round, side, plies) for side, plies in _plies(round).items()}


def speaker_ballots(round: Round, side: Side) -> dict[int, Ballot]:
    """A ballot for each speaker of a side, by number, where two have spoken for it; else nothing. Each is out of a hundred."""
    by_speaker: dict[int, list[_Ply]] = {}
    if round.format.speakers(side) > 1:
        for ply in _plies(round)[side]:
            segment = round.rules.segment(ply[1].state)
            assert segment is not None
            by_speaker.setdefault(segment.speaker, []).append(ply)
    return {number: _ballot(round, side, by_speaker[number]) for number in sorted(by_speaker)}


def _plies(round: Round) -> dict[Side, list[_Ply]]:
    """The plies of each side, and those of the bench that end its turn."""
    found: dict[Side, list[_Ply]] = {side: [] for side in Side}
    before, *later = round.positions
    segment_of = round.rules.segment
    turn = segment_of(before.state)
    for number, (move, after) in enumerate(zip(round.line, later, strict=True), start=1):
        assert turn is not None
        ahead = segment_of(after.state)
        if ahead is not turn or not before.state.bench:
            found[turn.side].append((number, before, move, ahead is not turn))
        before, turn = after, ahead
    return found


def _ballot(round: Round, side: Side, plies: list[_Ply]) -> Ballot:
    chances: _Chances = {name: [] for name in ITEMS}
    _answers(round.case, plies, chances)
    _structure(round.case, plies, chances["structure"])
    _time(round, plies, chances["time"])
    out_of = shared_out(1000, tuple([points if chances[name] else 0 for name, points in ITEMS.items()]))
    return Ballot(
        side,
        tuple(
            [
                _item(name, taken, tenths) if taken else _CLOSED[name]
                for (name, taken), tenths in zip(chances.items(), out_of, strict=True)
            ]
        ),
    )


_CLOSED = {name: Item(name, Fraction(0), Fraction(0), 0, ()) for name in ITEMS}
"""Items without an opportunity."""


def _item(name: str, chances: list[_Chance], out_of: int) -> Item:
    """One item, what it is out of (in tenths) shared out over its opportunities."""
    missed = [chance for chance in chances if chance[2] < WHOLE]
    taken = sum([share for _, _, share, _ in chances])
    # Every loss shows, however small.
    earned = max(0, min(rounded(out_of * taken, len(chances) * WHOLE), out_of - len(missed)))
    shares = split_loss(out_of - earned, [WHOLE - share for _, _, share, _ in missed])
    losses = [
        Loss(ply, str(move), _points(tenths), why) for (ply, move, _, why), tenths in zip(missed, shares, strict=True)
    ]
    return Item(name, _points(earned), _points(out_of), len(chances), tuple(losses))


def _answers(case: Case, plies: list[_Ply], found: _Chances) -> None:
    for number, before, move, _ in plies:
        if isinstance(move, moves.GiveAnswer):
            for item, taken, why in answer_chances(case, move.answer, before.heard):
                found[item].append((number, move, taken, why))


def _structure(case: Case, plies: list[_Ply], found: list[_Chance]) -> None:
    opened: set[str] = set()
    mapped: list[tuple[int, moves.Roadmap]] = []
    announced: list[_Chance] = []
    for number, before, move, ends in plies:
        if isinstance(move, moves.Roadmap):
            mapped.append((number, move))
        elif isinstance(move, moves.Plead) and (head := case.point[move.point].head):
            opened.add(head)
        elif isinstance(move, moves.Resume):
            found.append((number, move, WHOLE, ""))
        if before.state.cut and isinstance(move, (moves.Plead, moves.Turn, moves.Sit)):
            found.append((number, move, NONE, f"left {known_as(case, before.state.point)} half said"))
        if ends:
            announced += [
                (at, roadmap, WHOLE if head in opened else NONE, f"never argued “{case.head[head].title}”")
                for at, roadmap in mapped
                for head in roadmap.heads
            ]
            mapped = []
    found += announced


def _time(round: Round, plies: list[_Ply], found: list[_Chance]) -> None:
    mapped: list[tuple[int, moves.Roadmap]] = []
    early, argued = set[str](), set[str]()
    for number, before, move, _ in plies:
        if isinstance(move, moves.Roadmap):
            mapped.append((number, move))
        elif isinstance(move, moves.Plead):
            head = round.case.point[move.point].head
            if head is None:
                continue
            argued.add(head)
            if before.clock > WHITE_LIGHT:
                early.add(head)
    for at, roadmap in mapped:
        late = roadmap.heads[0] in argued
        wait = "the main head had to wait for the white light" if late else "the main head was never argued"
        found.append((at, roadmap, WHOLE if roadmap.heads[0] in early else NONE, wait))
        if roadmap.reserve and round.position.decided:
            used = _replied(round, round.case.head[roadmap.heads[0]].side)
            found.append((at, roadmap, WHOLE if used else NONE, "the reserve was kept and not used"))
    for number, before, move, ends in plies:
        if ends:
            found.append((number, move, NONE if _overran(round, before, move) else WHOLE, "stopped by the red light"))


def _replied(round: Round, side: Side) -> bool:
    """Whether the side has said a point in reply, whichever of its speakers said it."""
    said = (round.case.point[move.point] for move in round.line if isinstance(move, moves.Plead))
    return any(point.side is side and point.head is None for point in said)


def _overran(round: Round, before: PositionOfPlay, move: Move) -> bool:
    """Whether the move took more time than was left. Who finishes as the light comes on has used the time, and is not stopped."""
    if isinstance(move, moves.Plead):
        return True  # half of the point was still to come
    if isinstance(move, moves.Sit):
        return move.ticks is not None and move.ticks >= before.clock  # a live clock ran out in silence
    transition = round.rules.transition(before.state, move.unmeasured)
    assert transition is not None
    cost = move.ticks if move.ticks is not None and transition.cost else transition.cost
    return cost > before.clock - transition.reserves
