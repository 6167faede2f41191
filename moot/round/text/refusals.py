"""The reason a move is refused, in one line for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.case import BENCH
from moot.case.formats import heads_for
from moot.round import moves
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["reason_against"]


def reason_against(round: Round, move: Move) -> str:
    """Why ``move`` is not legal now."""
    state, case = round.position.state, round.case
    if round.turn is None:
        return "the case is decided"
    if isinstance(move, moves.Ask | moves.Pass):
        if round.turn != BENCH:
            return "the bench has had its turn; counsel is to speak"
        assert isinstance(move, moves.Ask)
        if move.question not in case.questions:
            return "there is no such question"
        if not round.askers(move.question):
            return "no judge on this bench would ask it"
        return "that question does not belong to what was just said"
    if round.turn == BENCH:
        return "the bench is to ask or pass"
    if state.pending and not isinstance(move, moves.GiveAnswer):
        return "a question is pending; answer it first"
    return _counsel(round, move)


_WITHDRAWN = "has been conceded away or taken back, and is worth nothing now"


def _counsel(round: Round, move: Move) -> str:
    state, case = round.position.state, round.case
    opening = round.rules.roadmap_due(state)
    if opening and not isinstance(move, moves.Roadmap):
        return "counsel opens with a roadmap"
    match move:
        case moves.Roadmap():
            return _roadmap(round) if opening else "the roadmap has been given"
        case moves.Plead(point=id):
            return _plead(round, id)
        case moves.Turn(head=head):
            if head not in case.head:
                return "there is no such head"
            return "that head was not announced, or has been left"
        case moves.Resume():
            last = next((said.point for said in reversed(round.line) if isinstance(said, moves.Plead)), "")
            if last in round.position.heard.half & round.position.heard.withdrawn:
                return f"{last} {_WITHDRAWN}"
            return "no point was broken into"
        case moves.GiveAnswer(answer=id):
            if not state.pending:
                return "no question is pending"
            return f"it does not answer the pending question ({state.pending})"
    return "not in this position"


def _roadmap(round: Round) -> str:
    segment = round.rules.segment(round.position.state)
    assert segment is not None
    mine = heads_for(round.case, round.format, segment)
    if len(mine) < len(round.case.heads_of[segment.side]):
        named = ", ".join(head.id for head in mine)
        return f"announce heads of this speaker ({named}), two or three where there are so many, and a reserve the format allows"
    return "announce two or three of your own heads, each once, and a reserve the format allows"


def _plead(round: Round, id: str) -> str:
    state, case = round.position.state, round.case
    point = case.point.get(id)
    if point is None:
        return "there is no such point"
    if point.side is not round.speaker:
        return "that point belongs to the other side"
    if point.id in state.said:
        return "it has been said"
    if point.id in round.position.heard.withdrawn:
        return f"{point.id} {_WITHDRAWN}"
    if point.replies:
        number = round.format.reply_of(point.side)
        if number is None:
            return f"it is a reply, and {point.side} has none in the format `{round.format.id}`"
        reply = round.format.segments[number]
        if reply == round.rules.segment(state):
            return (
                f"{reply.name} answers what {point.side.other} said, and {point.side.other} said nothing it replies to"
            )
        return f"it is kept for {reply.name}"
    if point.head != state.head:
        return f"it belongs to the head {point.head!r}; turn to it first"
    return "something it needs has not been said"
