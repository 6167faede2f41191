"""What each answer to a question would do, worked out without a search: its ballot, its marks, and how the bench leans after it.

:func:`answer_alternatives` takes a round that stands before a question. What an answer leads to later is not in it; the
review (:mod:`moot.study.review`) estimates that.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from moot.bench.judging.reach import court_of
from moot.bench.judging.reasoning import Reasoning, reason
from moot.case import Case, Heard, Side, Treatment
from moot.counsel.greedy import standing
from moot.errors import MootError
from moot.round import moves
from moot.round.round import Round
from moot.score.answering import ITEMS, answer_chances
from moot.score.marks import Marked, marks

__all__ = ["ALSO_RIGHT", "AnswerAlternative", "answer_alternatives", "answer_share", "votes_for"]

ALSO_RIGHT = 0.035
"""An answer within so much of the best one is right too. Lichess uses the same bound in "learn from your mistakes"."""

_WHOLE = 12


class AnswerAlternative(NamedTuple):
    """One answer to the question that is pending.

    ``share`` is how much of its ballot opportunities it takes, 0 to 1, and ``losses`` says for each item what it misses (in points
    of the item, if this were its only opportunity) and why. ``marks`` are how the real opinions treat it. ``votes`` is how many judges
    would vote for counsel's side if the case were decided right after it, and ``change`` that number less the number before it.
    ``leaning`` is the change of the bench's standing in finer steps: a vote is worth 100, a lead on an issue up to 20.
    ``right`` is whether the ballot calls it right: within :data:`ALSO_RIGHT` of the best.
    """

    answer: str
    text: str
    why: str
    share: Fraction
    losses: tuple[tuple[str, Fraction, str], ...]
    marks: tuple[Marked, ...]
    votes: int
    change: int
    leaning: int
    right: bool

    @property
    def ballot(self) -> Fraction:
        """The ballot points it misses."""
        return sum((points for _, points, _ in self.losses), Fraction(0))

    @property
    def reason(self) -> str:
        """Why it helps or hurts: in law, or else what it misses on the ballot."""
        return self.why or "; ".join(dict.fromkeys(why for _, _, why in self.losses))

    @property
    def noticed(self) -> Marked | None:
        """How the first real opinion that speaks of it, in words that can be quoted, treats it."""
        spoken = (mark for mark in self.marks if mark.treatment is not Treatment.NOT_REACHED and mark.quote)
        return next(spoken, None)

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "answer": self.answer,
            "text": self.text,
            "why": self.why,
            "share": float(self.share),
            "ballot_lost": float(self.ballot),
            "losses": [{"item": item, "points": float(points), "why": why} for item, points, why in self.losses],
            "marks": [mark._asdict() for mark in self.marks],
            "votes": self.votes,
            "change": self.change,
            "leaning": self.leaning,
            "right": self.right,
        }


def answer_alternatives(round: Round) -> tuple[AnswerAlternative, ...]:
    """Every answer counsel may give now: right answers first, then by ballot, by votes and by leaning.

    Raises :class:`~moot.errors.MootError` where no question is pending. The round is left as it was.
    """
    question, side = round.pending, round.speaker
    if question is None or side is None:
        raise MootError("no question is pending here")
    case, before = round.case, round.position.heard
    stood = standing(round, before, side)
    voted = len(votes_for(round, before, side))
    legal = [move for move in round.legal if isinstance(move, moves.GiveAnswer)]
    best = max(answer_share(case, move.answer, before) for move in legal)
    found = []
    for move in legal:
        given = case.answers[move.answer]
        share = answer_share(case, move.answer, before)
        round.push(move)
        heard, ply = round.position.heard, round.ply
        marked = tuple(mark for mark in marks(round) if mark.ply == ply)
        round.pop()
        votes = len(votes_for(round, heard, side))
        leaning = standing(round, heard, side) - stood
        losses = tuple(
            (item, Fraction(ITEMS[item] * (_WHOLE - taken), _WHOLE), why)
            for item, taken, why in answer_chances(case, move.answer, before)
            if taken < _WHOLE
        )
        right = float(best - share) <= ALSO_RIGHT
        found.append(
            AnswerAlternative(
                move.answer, given.text, given.why, share, losses, marked, votes, votes - voted, leaning, right
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.share, -each.votes, -each.leaning, each.answer)))


def answer_share(case: Case, answer: str, heard: Heard) -> Fraction:
    """How much of its ballot opportunities an answer takes, 0 to 1, each in proportion to the points of its item."""
    chances = answer_chances(case, answer, heard)
    whole = sum(ITEMS[item] * _WHOLE for item, _, _ in chances)
    return Fraction(sum(ITEMS[item] * taken for item, taken, _ in chances), whole) if whole else Fraction(1)


def votes_for(round: Round, heard: Heard, side: Side) -> tuple[str, ...]:
    """The judges who would vote for this side if the case were decided on these words, senior first."""
    wants = side is not round.case.below.won
    court = court_of(round.case, heard)
    reasonings: list[Reasoning] = [reason(judge, round.case, heard, court) for judge in round.bench.judges]
    return tuple(reasoning.judge.id for reasoning in reasonings if reasoning.vote.disturbs is wants)
