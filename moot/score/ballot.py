"""The ballot: advocacy out of a hundred, blind to the merits.

Drawn from the score sheets of moot competitions (Berkeley McBaine, IU McKinney, AMCA). Everything is scored per
opportunity; an item with no opportunity is shared out over the others. Voice and posture are not scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from moot.bench.judging.credit import fit
from moot.case import Answer, Case, Heard, Manner, Purpose, Side
from moot.case.language.naming import known_as
from moot.case.per_case import per_case
from moot.round import moves
from moot.round.formats import WHITE_LIGHT
from moot.round.moves import Move
from moot.round.position import PositionOfPlay
from moot.round.round import Round
from moot.score.labels import ANSWERS, QUESTIONS
from moot.score.tenths import rounded, shared_out, split_loss

__all__ = [
    "FEWEST",
    "ITEMS",
    "Ballot",
    "Item",
    "Loss",
    "answer_chances",
    "answer_loss",
    "ballot",
    "ballots",
    "loss_after",
    "speaker_ballots",
]

ITEMS: dict[str, int] = {"answers": 40, "authority": 25, "structure": 15, "candor": 10, "time": 10}
"""The items and what each is out of: answering questions; authority and record; roadmap and resuming; candor and
concessions; time and reply."""

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

_NONE, _WHOLE = 0, 12
"""Shares are counted in twelfths: an answer earns so much of what the best one would, which is 1, 2, 3 or 4. Whole numbers
make a ballot in half the time that fractions do."""


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
    missed = [chance for chance in chances if chance[2] < _WHOLE]
    taken = sum([share for _, _, share, _ in chances])
    # Every loss is seen, be it ever so small.
    earned = max(0, min(rounded(out_of * taken, len(chances) * _WHOLE), out_of - len(missed)))
    shares = split_loss(out_of - earned, [_WHOLE - share for _, _, share, _ in missed])
    losses = [
        Loss(ply, str(move), _points(tenths), why) for (ply, move, _, why), tenths in zip(missed, shares, strict=True)
    ]
    return Item(name, _points(earned), _points(out_of), len(chances), tuple(losses))


def _answers(case: Case, plies: list[_Ply], found: _Chances) -> None:
    for number, before, move, _ in plies:
        if isinstance(move, moves.Answer):
            for item, taken, why in answer_chances(case, move.answer, before.heard):
                found[item].append((number, move, taken, why))


def answer_chances(case: Case, answer: str, heard: Heard) -> tuple[tuple[str, int, str], ...]:
    """The opportunities this answer takes or misses after what was heard: item, share taken in twelfths, why not more."""
    found = _plainly(case, answer)
    clash = _clashing(_tempting(case, answer), heard)
    if not clash:
        return found
    given = case.answers[answer]
    mine = [id for id in given.contradicts if id in clash]
    kept = _stands(given, clash)
    why = f"contradicted {' and '.join(known_as(case, id) for id in mine)}"
    return (*found, ("candor", _WHOLE if kept else _NONE, why))


def _clashing(ids: Iterable[str], said: Heard) -> list[str]:
    """Those of these points and answers that have been said."""
    return [id for id in ids if id in said.answers or id in said.full or id in said.half]


def _stands(given: Answer, clash: list[str]) -> bool:
    """Whether an answer contradicts nothing of what clashes, or takes back all that it contradicts."""
    return {id for id in given.contradicts if id in clash} <= set(given.retracts)


@per_case
def _tempting(case: Case, answer: str) -> tuple[str, ...]:
    """What this answer, or another to the same question, would contradict."""
    return tuple(id for offered in case.question_of[answer].answers for id in offered.contradicts)


@per_case
def _plainly(case: Case, answer: str) -> tuple[tuple[str, int, str], ...]:
    """The opportunities an answer takes or misses whatever was said before: item, share taken, why not more."""
    question, given = case.question_of[answer], case.answers[answer]
    offered = question.answers
    found: list[tuple[str, int, str]] = []
    if question.pick is not None:
        right = next(one for one in offered if one.right)
        found.append(
            (
                "authority",
                _WHOLE if given.right else _NONE,
                f"the {question.pick} asked for was {known_as(case, right.id)}",
            )
        )
    else:
        best = max(fit(question, one) for one in offered)
        # Where nothing better than the worst was offered, the answer given was the best there was.
        taken, over = divmod((fit(question, given) + 2) * _WHOLE, best + 2) if best > -2 else (_WHOLE, 0)
        assert not over, "an answer is worth -2 to +2"
        why = f"{QUESTIONS[question.purpose]}, met by {ANSWERS[given.manner]}"
        if given.consequence is not None and given.reply is not None:
            why = f"a hypothetical: the reply {given.consequence.outcome}"
        if question.purpose is Purpose.CONCESSION:
            found.append(("candor", taken, why))
        found.append(("answers", taken, why))
    if any(one.outside or one.overclaims for one in offered):
        fault = "brought in what is outside the record" if given.outside else "claimed more than the source gives"
        found.append(("authority", _NONE if given.outside or given.overclaims else _WHOLE, fault))
    if given.manner in (Manner.DEFLECT, Manner.EVADE) and question.purpose is not Purpose.CONCESSION:
        found.append(("candor", _NONE, "the question was not faced"))
    return tuple(found)


def answer_loss(case: Case, answer: str) -> Fraction:
    """What an answer loses, whatever was said before: for each item it bears on, the share missed times what the item is out of."""
    return sum(
        (Fraction(ITEMS[item] * (_WHOLE - taken), _WHOLE) for item, taken, _ in _plainly(case, answer)), Fraction(0)
    )


def loss_after(case: Case, answer: str, heard: Heard) -> Fraction:
    """What an answer loses after what had been heard: as :func:`answer_loss`, with what it contradicts."""
    clash = _clashing(_tempting(case, answer), heard)
    kept = not clash or _stands(case.answers[answer], clash)
    return answer_loss(case, answer) + (0 if kept else ITEMS["candor"])


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
            found.append((number, move, _WHOLE, ""))
        if before.state.cut and isinstance(move, (moves.Plead, moves.Turn, moves.Sit)):
            found.append((number, move, _NONE, f"left {known_as(case, before.state.point)} half said"))
        if ends:
            announced += [
                (at, roadmap, _WHOLE if head in opened else _NONE, f"never argued “{case.head[head].title}”")
                for at, roadmap in mapped
                for head in roadmap.heads
            ]
            mapped = []
    found += announced


def _time(round: Round, plies: list[_Ply], found: list[_Chance]) -> None:
    mapped: list[tuple[int, moves.Roadmap]] = []
    early, used = set[str](), False
    for number, before, move, _ in plies:
        if isinstance(move, moves.Roadmap):
            mapped.append((number, move))
        elif isinstance(move, moves.Plead):
            head = round.case.point[move.point].head
            if head is None:
                used = True
            elif before.clock > WHITE_LIGHT:
                early.add(head)
    wait = "the main head had to wait for the white light"
    for at, roadmap in mapped:
        found.append((at, roadmap, _WHOLE if roadmap.heads[0] in early else _NONE, wait))
        if roadmap.reserve and round.position.decided:
            found.append((at, roadmap, _WHOLE if used else _NONE, "the reserve was kept and not used"))
    if not mapped:
        return
    for number, before, move, ends in plies:
        if ends:
            found.append((number, move, _NONE if _overran(round, before, move) else _WHOLE, "stopped by the red light"))


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
