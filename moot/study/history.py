"""Progress over sittings: what each came to, how each skill has gone, and the best in each seat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from moot.case import Side
from moot.round.round import Round
from moot.score.ballot import ballot
from moot.score.sway import sway
from moot.study.skills import SKILLS, Skill, skills

__all__ = ["Growth", "Past", "Progress", "SeatRecord", "past", "progress"]

_FEW = 3
"""Growth compares the later half of the sittings in which a skill had an occasion with the earlier; under so many it says nothing."""


@dataclass(frozen=True, slots=True)
class Past:
    """What one sitting came to for the side a person argued.

    ``ballot`` is None where there was too little to score, ``votes`` and ``swayed`` (votes moved from the silent baseline) where the case was
    not decided.
    """

    record: str
    started: datetime
    case: str
    caption: str
    side: Side
    bench: str
    seats: int
    format: str
    mode: str
    decided: bool
    ballot: Fraction | None
    votes: int | None
    swayed: int | None
    skills: dict[str, Skill]

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "record": self.record,
            "started": self.started.isoformat(),
            "case": self.case,
            "side": str(self.side),
            "bench": self.bench,
            "seats": self.seats,
            "format": self.format,
            "mode": self.mode,
            "decided": self.decided,
            "ballot": None if self.ballot is None else float(self.ballot),
            "votes": self.votes,
            "swayed": self.swayed,
            "skills": {name: {"taken": float(each.taken), "of": each.of} for name, each in self.skills.items()},
        }


@dataclass(frozen=True, slots=True)
class Growth:
    """One skill over all sittings: how much was taken in all, of how many occasions, and in the earlier and the later half (None: too few)."""

    skill: str
    taken: Fraction
    of: int
    earlier: Fraction | None
    later: Fraction | None

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "skill": self.skill,
            "taken": float(self.taken),
            "of": self.of,
            "earlier": None if self.earlier is None else float(self.earlier),
            "later": None if self.later is None else float(self.later),
        }


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """One side of one case: how often it was argued, and the best ballot, votes and sway from it."""

    case: str
    caption: str
    side: Side
    sittings: int
    ballot: Fraction | None
    votes: int | None
    seats: int
    swayed: int | None

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "case": self.case,
            "side": str(self.side),
            "sittings": self.sittings,
            "ballot": None if self.ballot is None else float(self.ballot),
            "votes": self.votes,
            "seats": self.seats,
            "swayed": self.swayed,
        }


@dataclass(frozen=True, slots=True)
class Progress:
    """All sittings, the oldest first; every skill that had an occasion; every seat; and how many sittings in the last seven days."""

    sittings: tuple[Past, ...]
    skills: tuple[Growth, ...]
    seats: tuple[SeatRecord, ...]
    week: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values, as `moot history --json` prints them."""
        return {
            "sittings": [each.to_dict() for each in self.sittings],
            "skills": [each.to_dict() for each in self.skills],
            "seats": [each.to_dict() for each in self.seats],
            "this_week": self.week,
        }


def past(round: Round, side: Side, *, record: str, started: datetime, mode: str) -> Past:
    """What this sitting came to for this side."""
    outcome = round.outcome()
    moved = sway(outcome.ruling)[side] if outcome is not None else None
    card = ballot(round, side)
    return Past(
        record=record,
        started=started,
        case=round.case.id,
        caption=round.case.caption,
        side=side,
        bench=round.bench.id,
        seats=len(round.bench.judges),
        format=round.format.id,
        mode=mode,
        decided=outcome is not None,
        ballot=card.total if card.enough else None,
        votes=len(moved.here) if moved is not None else None,
        swayed=moved.votes if moved is not None else None,
        skills=skills(round, side),
    )


def progress(found: Iterable[Past], today: date) -> Progress:
    """What these sittings say together."""
    sittings = tuple(sorted(found, key=lambda each: (each.started, each.record, str(each.side))))
    week = today - timedelta(days=6)
    return Progress(
        sittings,
        tuple(growth for name in SKILLS if (growth := _growth(name, sittings)) is not None),
        tuple(_seats(sittings)),
        sum(week <= each.started.date() <= today for each in sittings),
    )


def _growth(name: str, sittings: Sequence[Past]) -> Growth | None:
    found = [each.skills[name] for each in sittings if name in each.skills]
    if not found:
        return None
    taken, of = _together(found)
    half = len(found) // 2
    if len(found) < _FEW:
        return Growth(name, taken, of, None, None)
    return Growth(name, taken, of, _together(found[:half])[0], _together(found[-half:])[0])


def _together(found: Sequence[Skill]) -> tuple[Fraction, int]:
    """How much was taken of all these occasions."""
    of = sum(each.of for each in found)
    return sum((each.taken * each.of for each in found), Fraction(0)) / of, of


def _seats(sittings: Sequence[Past]) -> Iterable[SeatRecord]:
    seats: dict[tuple[str, Side], list[Past]] = {}
    for each in sittings:
        seats.setdefault((each.case, each.side), []).append(each)
    for (case, side), found in sorted(seats.items(), key=lambda pair: (pair[0][0], str(pair[0][1]))):
        ballots = [each.ballot for each in found if each.ballot is not None]
        # Benches may differ in size, so the best vote is the best share.
        voted = [each for each in found if each.votes is not None]
        best = max(voted, key=lambda each: Fraction(each.votes or 0, each.seats), default=None)
        yield SeatRecord(
            case,
            found[-1].caption,
            side,
            len(found),
            max(ballots, default=None),
            best.votes if best else None,
            best.seats if best else found[-1].seats,
            max((each.swayed for each in found if each.swayed is not None), default=None),
        )
