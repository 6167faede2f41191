"""What a review finds, as plain values. Shares of the bench are 0 to 1, ballot points out of a hundred."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from moot.case import Side

__all__ = ["AlternativeReview", "Figure", "MissedChance", "MoveClass", "MoveReview", "Par", "Review", "TurningPoint"]


class MoveClass(StrEnum):
    """What a move cost, in the expected share of the bench: nothing, at most .02, .05, .10, .20, or more."""

    BEST = "best"
    EXCELLENT = "excellent"
    GOOD = "good"
    INACCURACY = "inaccuracy"
    MISTAKE = "mistake"
    BLUNDER = "blunder"

    @property
    def fault(self) -> bool:
        """Whether it is an inaccuracy or worse."""
        return self in (MoveClass.INACCURACY, MoveClass.MISTAKE, MoveClass.BLUNDER)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and between which values the true one lies, 95 times in 100. An exact one has no room: all three are the same."""

    mean: float
    low: float
    high: float
    exact: bool

    @classmethod
    def of(cls, value: float) -> Figure:
        """An exact number."""
        return cls(value, value, value, exact=True)

    @property
    def shown(self) -> float:
        """What has been shown: the number itself where it is exact, otherwise the lower end, and no less than nothing."""
        return self.mean if self.exact else max(0.0, self.low)

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "mean": round(self.mean, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
            "exact": self.exact,
        }


@dataclass(frozen=True, slots=True)
class AlternativeReview:
    """One move that could have been made, or the one that was: what it is worth with best play after it, and what it costs.

    ``right`` is whether it is within .035 of the best, as far as can be told.
    """

    move: str
    value: Figure
    ballot: Figure
    regret: Figure
    ballot_regret: Figure
    right: bool

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "move": self.move,
            "value": self.value.to_dict(),
            "ballot": self.ballot.to_dict(),
            "regret": self.regret.to_dict(),
            "ballot_regret": self.ballot_regret.to_dict(),
            "right": self.right,
        }


@dataclass(frozen=True, slots=True)
class MoveReview:
    """One move of the side reviewed. ``ply`` counts from 1; ``alternatives`` have the best first and the move played among them.

    ``only`` is whether every other move is worse by more than .05 (an only move); ``historical`` whether it was really made.
    ``same_sitting`` has the judges who vote for the side at the end of the record, and at the end of the same sitting with the best
    move instead: the same questions, and the other answers as they were. None for a move that was best, or an unfinished record.
    ``accuracy`` is 0 to 100.
    """

    ply: int
    side: Side
    move: str
    kind: str
    alternatives: tuple[AlternativeReview, ...]
    cls: MoveClass
    only: bool
    historical: bool
    accuracy: float
    futures: int
    same_sitting: tuple[int, int] | None = None

    @property
    def played(self) -> AlternativeReview:
        """The move that was made."""
        return next(each for each in self.alternatives if each.move == self.move)

    @property
    def best(self) -> AlternativeReview:
        """The best move here; the one played where nothing is better."""
        return self.alternatives[0]

    @property
    def regret(self) -> Figure:
        """What the move cost, in the expected share of the bench."""
        return self.played.regret

    @property
    def ballot_regret(self) -> Figure:
        """What the move cost in ballot points."""
        return self.played.ballot_regret

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "ply": self.ply,
            "side": str(self.side),
            "move": self.move,
            "kind": self.kind,
            "class": str(self.cls),
            "regret": self.regret.to_dict(),
            "ballot_regret": self.ballot_regret.to_dict(),
            "value": self.played.value.to_dict(),
            "best": self.best.move,
            "right": [each.move for each in self.alternatives if each.right],
            "only_move": self.only,
            "historical": self.historical,
            "accuracy": round(self.accuracy, 1),
            "futures": self.futures,
            "same_sitting": list(self.same_sitting) if self.same_sitting else None,
            "alternatives": [each.to_dict() for each in self.alternatives],
        }


@dataclass(frozen=True, slots=True)
class MissedChance:
    """A fault of the other side that was left alone: what they said, what was wrong with it, and the point that would have met it."""

    ply: int
    said: str
    fault: str
    reply: str

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {"ply": self.ply, "said": self.said, "fault": self.fault, "reply": self.reply}


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """The move after which the bench, as it then leaned, stood on the side it stayed on; how many judges for the side before and after."""

    ply: int
    move: str
    before: int
    after: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {"ply": self.ply, "move": self.move, "before": self.before, "after": self.after}


@dataclass(frozen=True, slots=True)
class Par:
    """What good play gets from this side before this bench in this format: judges, and ballot points. An estimate."""

    side: Side
    votes: Figure
    ballot: Figure
    sittings: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "side": str(self.side),
            "votes": self.votes.to_dict(),
            "ballot": self.ballot.to_dict(),
            "sittings": self.sittings,
        }


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one side of a sitting.

    ``exact`` says whether every figure was searched exhaustively. ``leaning`` has, before the first move and after each, how many
    judges would vote for the side if the case were decided then. ``best_line`` is the sitting with every fault replaced by the best move
    there, replayed on the engine, and ``best_votes`` how it ends. ``complete`` is false where the review was stopped.
    """

    case: str
    bench: tuple[str, ...]
    format: str
    heat: str
    side: Side
    opponent: str
    moves: tuple[MoveReview, ...]
    par: Par
    leaning: tuple[int, ...]
    turning_point: TurningPoint | None
    missed: tuple[MissedChance, ...]
    accuracy: float | None
    votes: int | None
    best_line: tuple[str, ...]
    best_votes: int | None
    complete: bool = True

    @property
    def exact(self) -> bool:
        """Whether every move was searched exhaustively."""
        return all(move.regret.exact for move in self.moves)

    @property
    def faults(self) -> tuple[MoveReview, ...]:
        """Inaccuracies, mistakes and blunders, the costliest first."""
        found = [move for move in self.moves if move.cls.fault]
        return tuple(sorted(found, key=lambda move: (-move.regret.low, -move.regret.mean, move.ply)))

    def to_dict(self) -> dict[str, Any]:
        """Plain values, as `moot review --json` prints them."""
        return {
            "case": self.case,
            "bench": list(self.bench),
            "format": self.format,
            "heat": self.heat,
            "side": str(self.side),
            "opponent": self.opponent,
            "exact": self.exact,
            "complete": self.complete,
            "confidence": 0.95,
            "accuracy": None if self.accuracy is None else round(self.accuracy, 1),
            "votes": self.votes,
            "par": self.par.to_dict(),
            "turning_point": self.turning_point.to_dict() if self.turning_point else None,
            "missed_chances": [each.to_dict() for each in self.missed],
            "leaning": list(self.leaning),
            "best_line": {"moves": list(self.best_line), "votes": self.best_votes} if self.best_line else None,
            "moves": [each.to_dict() for each in self.moves],
        }

    def __repr__(self) -> str:
        how = "exact" if self.exact else "estimated"
        return f"<Review {self.case} for the {self.side}, {len(self.moves)} moves, {len(self.faults)} faults, {how}>"
