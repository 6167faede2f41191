"""A short hash of the words counsel said with a move, so that an edit cannot put other words in their mouth."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from moot.case import Answer, Case, Point
from moot.errors import InvalidMove
from moot.round.moves import Answer as AnswerMove
from moot.round.moves import Move, Plead, parse_move

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
    if isinstance(move, AnswerMove) and move.answer in case.answers:
        return _hash(_answered(case, case.answers[move.answer]))
    if isinstance(move, Plead) and move.point in case.point:
        return _hash(_pleaded(case.point[move.point]))
    return ""


def same_words(case: Case, move: Move, words: str) -> list[str]:
    """The other answers to the same question, or other points of the same side, that say these words: their ids."""
    if isinstance(move, AnswerMove) and (question := case.questions.get(move.answer.rpartition(".")[0])) is not None:
        return [
            each.id for each in question.answers if _hash(_answered(case, each)) == words and each.id != move.answer
        ]
    if isinstance(move, Plead) and move.point in case.point:
        side = case.point[move.point].side
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
