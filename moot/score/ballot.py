"""The ballot: advocacy out of a hundred, blind to the merits.

Drawn from the score sheets of moot competitions (Berkeley McBaine, IU McKinney, AMCA). Everything is scored per
opportunity; an item with no opportunity is shared out over the others. Voice and posture are not scored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from moot.bench.credit import fit
from moot.case import Case, Manner, Purpose, Side
from moot.round import moves
from moot.round.formats import WHITE_LIGHT
from moot.round.moves import Move
from moot.round.phases import TURNS, Phase
from moot.round.position import PositionOfPlay
from moot.round.round import Round

__all__ = ["ITEMS", "Ballot", "Item", "Loss", "ballot"]

ITEMS: dict[str, int] = {"answers": 40, "authority": 25, "structure": 15, "candour": 10, "time": 10}
"""The items and what each is out of: answering questions; authority and record; roadmap, resuming and rebuttal;
candour and concessions; time."""


_KINDS: dict[Purpose, str] = {
    Purpose.CLARIFY: "a question asking what you meant",
    Purpose.BACKGROUND: "a question of background",
    Purpose.HYPOTHETICAL: "a hypothetical",
    Purpose.IMPLICATIONS: "a question of how far your rule goes",
    Purpose.SUPPORT: "a friendly question",
    Purpose.CRITICISM: "an objection",
    Purpose.AUTHORITY: "a question of authority",
    Purpose.CONCESSION: "a question asking for a concession",
    Purpose.POLICY: "a question of policy",
    Purpose.HUMOUR: "a jest",
}
_MANNERS: dict[Manner, str] = {
    Manner.DIRECT: "a plain answer and no more",
    Manner.CONCEDE: "a concession",
    Manner.DISTINGUISH: "a distinction",
    Manner.MODIFY: "changing the rule",
    Manner.DECLINE: "declining",
    Manner.DEFLECT: "turning it aside",
    Manner.EVADE: "not answering",
}


class Loss(NamedTuple):
    """Points lost, the move that lost them (its ply from 1; 0 for something never done), and why."""

    ply: int
    move: str
    points: Fraction
    why: str


class Item(NamedTuple):
    """One item: earned out of ``out_of`` (after sharing out), its opportunities, and what was lost where."""

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
        """Points out of a hundred."""
        return sum((item.earned for item in self.items), Fraction(0))


class _Chance(NamedTuple):
    """One opportunity: the share of it taken, in twelfths."""

    item: str
    ply: int
    move: str
    taken: int
    why: str


class _Ply(NamedTuple):
    """One ply of the line: its number, the position before it, the move, and whether it ends the turn."""

    number: int
    before: PositionOfPlay
    move: Move
    ends: bool


_TURN = {phase: turn for turn in TURNS for phase in (turn.roadmap, turn.submission, turn.question) if phase}

_NONE, _WHOLE = 0, 12
"""Shares are counted in twelfths: an answer earns so much of what the best one would, which is 1, 2, 3 or 4. Whole numbers
make a ballot in half the time that fractions do."""


@lru_cache(maxsize=4096)
def _points(share: int, of: int) -> Fraction:
    """Points out of a hundred, exactly; the same few come again and again."""
    return Fraction(share, of)


def ballot(round: Round, side: Side) -> Ballot:
    """The ballot of one side for the argument so far."""
    chances: dict[str, list[_Chance]] = {}
    for chance in _chances(round, side):
        chances.setdefault(chance.item, []).append(chance)
    shared = sum(ITEMS[name] for name in chances)
    return Ballot(side, tuple(_item(name, chances.get(name, []), shared) for name in ITEMS))


def _item(name: str, chances: list[_Chance], shared: int) -> Item:
    """One item, its hundredth part shared out over its opportunities; ``shared`` is what the open items add up to."""
    if not chances:
        return Item(name, _points(0, 1), _points(0, 1), 0, ())
    points, parts = ITEMS[name] * 100, shared * len(chances) * _WHOLE
    taken = sum([chance.taken for chance in chances])
    losses = tuple(
        [
            Loss(ply, move, _points(points * (_WHOLE - share), parts), why)
            for _, ply, move, share, why in chances
            if share < _WHOLE
        ]
    )
    return Item(name, _points(points * taken, parts), _points(points, shared), len(chances), losses)


def _chances(round: Round, side: Side) -> Iterator[_Chance]:
    positions = round.positions
    plies = [
        _Ply(number, before, move, _TURN.get(after.place.phase) is not _TURN[before.place.phase])
        for number, (before, move, after) in enumerate(zip(positions, round.line, positions[1:], strict=False), start=1)
        if _TURN[before.place.phase].side is side
    ]
    for ply in plies:
        if isinstance(ply.move, moves.Answer):
            yield from _answering(round.case, ply)
    yield from _structure(round, plies)
    yield from _time(round, plies)


def _answering(case: Case, ply: _Ply) -> Iterator[_Chance]:
    assert isinstance(ply.move, moves.Answer)
    given = case.answers[ply.move.answer]
    text = str(ply.move)
    for item, taken, why in _plainly(case, given.id):
        yield _Chance(item, ply.number, text, taken, why)
    tempting = _tempting(case, case.question_of[given.id].id)
    if tempting:
        said = ply.before.heard
        clash = [id for id in tempting if id in said.answers or id in said.full or id in said.half]
        if clash:
            mine = [id for id in given.contradicts if id in clash]
            kept = not mine or set(mine) <= set(given.retracts)
            yield _Chance("candour", ply.number, text, _WHOLE if kept else _NONE, f"contradicted {', '.join(mine)}")


@lru_cache(maxsize=4096)
def _tempting(case: Case, question: str) -> tuple[str, ...]:
    """What some answer to this question would contradict."""
    return tuple(id for answer in case.questions[question].answers for id in answer.contradicts)


@lru_cache(maxsize=8192)
def _plainly(case: Case, answer: str) -> tuple[tuple[str, int, str], ...]:
    """The opportunities an answer takes or misses whatever was said before: item, share taken, why not more."""
    question, given = case.question_of[answer], case.answers[answer]
    offered = question.answers
    found: list[tuple[str, int, str]] = []
    if question.pick is not None:
        right = next(one for one in offered if one.right)
        found.append(
            ("authority", _WHOLE if given.right else _NONE, f"the {question.pick} asked for was {right.picks}")
        )
    else:
        best = max(fit(question, one) for one in offered)
        # Where nothing better than the worst was offered, the answer given was the best there was.
        taken, over = divmod((fit(question, given) + 2) * _WHOLE, best + 2) if best > -2 else (_WHOLE, 0)
        assert not over, "an answer is worth -2 to +2"
        why = f"{_KINDS[question.purpose]}, met by {_MANNERS[given.manner]}"
        if given.consequence is not None and given.reply is not None:
            why = f"a hypothetical: the reply {given.consequence.outcome}"
        if question.purpose is Purpose.CONCESSION:
            found.append(("candour", taken, why))
        found.append(("answers", taken, why))
    if any(one.outside or one.overclaims for one in offered):
        fault = "brought in what is outside the record" if given.outside else "claimed more than the source gives"
        found.append(("authority", _NONE if given.outside or given.overclaims else _WHOLE, fault))
    if given.manner in (Manner.DEFLECT, Manner.EVADE) and question.purpose is not Purpose.CONCESSION:
        found.append(("candour", _NONE, "the question was not faced"))
    return tuple(found)


def _structure(round: Round, plies: list[_Ply]) -> Iterator[_Chance]:
    announced: tuple[str, ...] = ()
    opened: set[str] = set()
    map_ply, map_text = 0, ""
    for number, before, move, _ in plies:
        if isinstance(move, moves.Roadmap):
            announced, map_ply, map_text = move.heads, number, str(move)
        elif isinstance(move, moves.Plead) and (head := round.case.point[move.point].head):
            opened.add(head)
        elif isinstance(move, moves.Resume):
            yield _Chance("structure", number, str(move), _WHOLE, "")
        if before.place.cut and isinstance(move, moves.Plead | moves.Turn | moves.Sit):
            yield _Chance("structure", number, str(move), _NONE, f"left {before.place.point} half said")
    if announced and any(ply.ends for ply in plies):
        for head in announced:
            yield _Chance("structure", map_ply, map_text, _WHOLE if head in opened else _NONE, f"never argued {head}")


def _time(round: Round, plies: list[_Ply]) -> Iterator[_Chance]:
    roadmap = next((ply for ply in plies if isinstance(ply.move, moves.Roadmap)), None)
    if roadmap is None:
        return
    assert isinstance(roadmap.move, moves.Roadmap)
    main = roadmap.move.heads[0]
    early = any(
        isinstance(ply.move, moves.Plead)
        and round.case.point[ply.move.point].head == main
        and ply.before.clock > WHITE_LIGHT
        for ply in plies
    )
    yield _Chance(
        "time",
        roadmap.number,
        str(roadmap.move),
        _WHOLE if early else _NONE,
        "the main head had to wait for the white light",
    )
    if roadmap.move.reserve and round.position.phase is Phase.DECIDED:
        used = any(isinstance(ply.move, moves.Plead) and ply.before.phase is Phase.REBUTTAL_SUBMISSION for ply in plies)
        yield _Chance(
            "time", roadmap.number, str(roadmap.move), _WHOLE if used else _NONE, "the reserve was kept and not used"
        )
    for ply in plies:
        if ply.ends:
            sat = isinstance(ply.move, moves.Sit)
            yield _Chance("time", ply.number, str(ply.move), _WHOLE if sat else _NONE, "stopped by the red light")
