"""The skills of advocacy as the ballot sees them: how much of what each offered was taken."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from moot.case import Purpose, Question, Side, Tone
from moot.round import moves
from moot.round.round import Round
from moot.score.answering import ITEMS
from moot.score.ballot import ballot
from moot.score.labels import ITEM_NAMES
from moot.study.alternatives import answer_share

__all__ = ["SKILLS", "Skill", "skill_of", "skills"]

SKILLS: dict[str, str] = {
    "hypotheticals": "Hypotheticals",
    "candor": ITEM_NAMES["candor"],
    "authority": "Authority",
    "record": "The record",
    "friendly": "Friendly questions",
    "questions": "Other questions",
    "structure": ITEM_NAMES["structure"],
    "time": ITEM_NAMES["time"],
}
"""The skills by their ids, in the order in which they are shown."""


class Skill(NamedTuple):
    """How much of the occasions was taken, 0 to 1, and how many occasions there were."""

    taken: Fraction
    of: int


def skill_of(question: Question) -> str:
    """The skill that a question tries."""
    if question.pick == "record":
        return "record"
    if question.pick == "authority" or question.purpose is Purpose.AUTHORITY:
        return "authority"
    if question.purpose is Purpose.HYPOTHETICAL:
        return "hypotheticals"
    if question.purpose is Purpose.CONCESSION:
        return "candor"
    if question.tone is Tone.HELPFUL or question.purpose is Purpose.SUPPORT:
        return "friendly"
    if any(answer.outside for answer in question.answers):
        return "record"
    return "questions"


def skills(round: Round, side: Side) -> dict[str, Skill]:
    """Every skill of one side that had an occasion in this sitting."""
    found: dict[str, list[Fraction]] = {}
    for move, before in zip(round.line, round.positions, strict=False):
        if isinstance(move, moves.GiveAnswer) and round.case.side_of(move.answer) is side:
            share = answer_share(round.case, move.answer, before.heard)
            found.setdefault(skill_of(round.case.question_of[move.answer]), []).append(share)
    told = {name: Skill(sum(taken, Fraction(0)) / len(taken), len(taken)) for name, taken in found.items()}
    for item in ballot(round, side).items:
        if item.name in ITEMS and item.name in ("structure", "time") and item.opportunities:
            told[item.name] = Skill(item.earned / item.out_of, item.opportunities)
    return {name: told[name] for name in SKILLS if name in told}
