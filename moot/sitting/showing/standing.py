"""What is closed to counsel now and why, what has been conceded, and what may be pressed: pure functions of the round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from moot.case import Case, ConcessionKind, Side
from moot.case.language.naming import known_as
from moot.round import moves
from moot.round.round import Round
from moot.sitting.words.spoken import what_was_said

__all__ = ["Conceded", "Shut", "closed", "concessions", "presses"]


class Shut(NamedTuple):
    """A head or a point of the side at the lectern that cannot be taken up now, and why not."""

    title: str
    why: str
    head: bool = False


class Conceded(NamedTuple):
    """Something given up: by whom, in what words, what was conceded, and the titles of what it took out of the case."""

    side: Side
    words: str
    what: str
    takes_out: tuple[str, ...]


def closed(round: Round) -> Iterator[Shut]:
    """Heads that cannot be taken up any more, and points that cannot be pleaded now, in the order of the file."""
    side, state, case = round.speaker, round.position.state, round.case
    if side is None or round.rules.roadmap_due(state):
        return
    heard, legal = round.position.heard, {move.point for move in round.legal if isinstance(move, moves.Plead)}
    segment = round.rules.segment(state)
    replies = segment is not None and segment.replies
    said = heard.half | heard.full
    for head in case.heads_of[side]:
        here, later = head.id == state.head, head.id in state.left
        if later:
            continue
        if not here:
            begun = any(point.id in said for point in case.points_under[head.id])
            yield Shut(
                head.title, "you have left it" if begun else "it is not in your roadmap, or you have left it", head=True
            )
            continue
        for point in case.points_under[head.id]:
            if point.id not in legal and (why := _why(round, point.id)):
                yield Shut(point.title, why)
    if replies:
        for point in case.replies_of[side]:
            if point.id not in legal and (why := _why(round, point.id)):
                yield Shut(point.title, why)


def _why(round: Round, point: str) -> str:
    """Why a point is closed; empty where it only waits for an answer, or for the rest of a point."""
    heard, state, case = round.position.heard, round.position.state, round.case
    if point in heard.conceded:
        return "it has been conceded away"
    if point in heard.retracted:
        return "it has been taken back"
    if point in heard.full:
        return "it has been said"
    if point in heard.half:
        return (
            "the rest of it is open: go on with it" if state.cut and state.point == point else "it was left half said"
        )
    if case.point[point].replies and not any(each in _told(round) for each in case.point[point].replies_to):
        return "the other side has said nothing that it replies to"
    if state.pending or state.cut:
        return ""
    return "something that it needs has not been said"


def _told(round: Round) -> frozenset[str]:
    heard = round.position.heard
    return heard.half | heard.full | heard.answers


def concessions(round: Round, ply: int | None = None) -> Iterator[Conceded]:
    """What either side has conceded after so many moves (all, where None), in order; what was taken back since is left out."""
    ply = round.ply if ply is None else ply
    case, heard = round.case, round.positions[ply].heard
    for move in round.line[:ply]:
        if not isinstance(move, moves.GiveAnswer) or move.answer in heard.retracted:
            continue
        gives = case.answers[move.answer].concedes
        if gives is not None:
            binds = "for everyone" if gives.kind is ConcessionKind.FACT else "as a matter of law"
            yield Conceded(
                case.side_of(move.answer),
                what_was_said(case, move.answer),
                f"{gives.what} ({binds})",
                tuple(known_as(case, each) for each in gives.gives_up),
            )


def presses(case: Case, weak: Sequence[str], point: str) -> str:
    """Which of the things marked as weak this point attacks or replies to; empty where it presses none."""
    mine = case.point[point]
    targets = {attack.target for attack in mine.argument.attacks} | set(mine.replies_to)
    return next((each for each in weak if each in targets), "")
