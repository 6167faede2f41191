"""A round that stands before one question, by a short line from the call of the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from moot.bench.persona import Bench
from moot.case import BENCH, Case, Point, Question, Side
from moot.case.per_case import per_case
from moot.errors import MoveError
from moot.round import moves
from moot.round.round import Round

__all__ = ["standing_before"]

_MOST = 60
"""A line longer than this leads nowhere."""


class _Place(NamedTuple):
    """Where a question stands: its point, and the questions and answers that lead to it."""

    point: Point
    before: tuple[tuple[str, str], ...]


def standing_before(case: Case, bench: Bench, question: str, *, by: str | None = None, seed: int = 0) -> Round | None:
    """A round in which this question has just been asked, by this judge where one is named.

    None where no short line leads there: the question is asked only after other things were said, or nobody on the bench may ask it.
    """
    place = _places(case).get(question)
    if place is None:
        return None
    round = Round(case, bench, seed=seed)
    try:
        if not _to_the_point(round, place.point) or not _to_the_question(round, place, question, by):
            return None
    except MoveError:
        return None
    # A question that comes back to what was said makes no sense where it was not said.
    back = case.questions[question].returns_to
    return None if back and round.position.heard.answers.isdisjoint(back) else round


@per_case
def _places(case: Case) -> Mapping[str, _Place]:
    found: dict[str, _Place] = {}

    def walk(question: Question, point: Point, before: tuple[tuple[str, str], ...]) -> None:
        found[question.id] = _Place(point, before)
        for answer in question.answers:
            for follow_up in answer.follow_ups:
                walk(follow_up, point, (*before, (question.id, answer.id)))

    for point in case.points:
        for root in point.questions:
            walk(root, point, ())
    return found


def _to_the_point(round: Round, point: Point) -> bool:
    """Play to where the point has been begun; everybody else says as little as may be."""
    wanted = moves.Plead(point.id)
    while round.turn is not None and round.ply < _MOST:
        if round.turn == BENCH:
            round.push(moves.PASS)
        elif wanted in round.legal:
            round.push(wanted)
            return True
        else:
            round.push(_on_the_way(round, point))
    return False


def _on_the_way(round: Round, point: Point) -> moves.Move:
    """The move of counsel that leads toward the point: a roadmap that opens its head, what it replies to, or sitting down."""
    legal = list(round.legal)
    maps = [move for move in legal if isinstance(move, moves.Roadmap)]
    mine = round.speaker is point.side
    if maps:
        first = (
            point.head if mine and point.head else next((id for id in point.replies_to if id in round.case.head), "")
        )
        opening = [move for move in maps if move.heads[0] == first] or maps
        return max(opening, key=lambda move: move.reserve if point.replies else -move.reserve)
    if point.replies and not mine:
        answered = [move for move in legal if isinstance(move, moves.Plead) and _replied_to(round.case, point, move)]
        if answered and not any(one in round.position.heard.full for one in point.replies_to):
            already = {one.id for one in round.case.points if one.side is not point.side} & round.position.heard.full
            if not already:
                return answered[0]
    return moves.SIT


def _replied_to(case: Case, point: Point, move: moves.Plead) -> bool:
    return move.point in point.replies_to or case.point[move.point].head in point.replies_to


def _to_the_question(round: Round, place: _Place, question: str, by: str | None) -> bool:
    """From the beginning of the point to the question."""
    for asked, given in place.before:
        if not _ask(round, moves.Ask(asked)):
            return False
        round.push(moves.GiveAnswer(given))
    return _ask(round, moves.Ask(question, by))


def _ask(round: Round, ask: moves.Ask) -> bool:
    """Let the bench put this question here or at a later break of the point."""
    point = round.position.state.point
    while round.turn == BENCH and round.position.state.point == point:
        if ask in round.legal:
            round.push(ask)
            return True
        round.push(moves.PASS)
        if round.position.state.cut and round.turn is not BENCH:
            resume = moves.RESUME
            if resume in round.legal:
                round.push(resume)
    return False


def sides_of(case: Case, question: str) -> Side | None:
    """Which side answers this question; None where the case has no such question."""
    place = _places(case).get(question)
    return place.point.side if place is not None else None
