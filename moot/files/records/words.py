"""A short hash of the words that were said with a move, so that an edit cannot put other words in a mouth."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from moot.case import Answer, Case, Point, Side
from moot.errors import InvalidMove
from moot.round import moves
from moot.round.moves import Move, parse_move

__all__ = ["same_words", "words_hash"]

_PLAIN = re.compile(r"[\W_]+")


def words_hash(case: Case, move: str | Move) -> str:
    """The hash of what this move says, or nothing where it says no words of the case's.

    Case, spacing and punctuation do not count: mending a comma is no other answer.
    """
    try:
        move = parse_move(move) if isinstance(move, str) else move
    except InvalidMove:
        return ""
    if isinstance(move, moves.GiveAnswer) and move.answer in case.answers:
        return _hash(_answered(case, case.answers[move.answer]))
    if isinstance(move, moves.Plead) and move.point in case.point:
        return _hash(_pleaded(case.point[move.point]))
    if isinstance(move, moves.Ask) and move.question in case.questions:
        return _hash([case.questions[move.question].text])
    return ""


def same_words(case: Case, move: Move, words: str, side: Side | None) -> list[str]:
    """The other answers to the same question, other points of this side, or other questions that say these words: their ids."""
    if (
        isinstance(move, moves.GiveAnswer)
        and (question := case.questions.get(move.answer.rpartition(".")[0])) is not None
    ):
        return [
            each.id for each in question.answers if _hash(_answered(case, each)) == words and each.id != move.answer
        ]
    if isinstance(move, moves.Ask):
        return [id for id, each in case.questions.items() if id != move.question and _hash([each.text]) == words]
    if isinstance(move, moves.Plead):
        return [
            each.id
            for each in case.points
            if each.side is side and each.id != move.point and _hash(_pleaded(each)) == words
        ]
    return []


def _answered(case: Case, answer: Answer) -> Iterable[str]:
    yield answer.text
    if answer.picks is None:
        return
    if (authority := case.authority.get(answer.picks)) is not None:
        yield authority.cite
    elif (item := case.record_item.get(answer.picks)) is not None:
        yield item.text


def _pleaded(point: Point) -> Iterable[str]:
    yield point.speech


def _hash(parts: Iterable[str]) -> str:
    plain = " ".join(_PLAIN.sub(" ", part).strip().casefold() for part in parts)
    return f"{zlib.crc32(plain.encode()):08x}"
