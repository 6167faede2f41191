"""Missed chances: a fault of the other side that counsel could have met and left alone."""

from __future__ import annotations

from collections.abc import Iterator

from moot.case import Argument, Case, Side
from moot.case.language.naming import known_as
from moot.round import moves
from moot.round.round import Round
from moot.study.review.values import MissedChance

__all__ = ["fault_of", "missed_chances"]


def missed_chances(round: Round, side: Side) -> tuple[MissedChance, ...]:
    """The faults of the other side that this side left alone.

    A fault is an answer that went outside the record, claimed too much or contradicted what that side had said. It was left alone
    where this side had a point open to it afterward that attacks it or the point it was said for, and said nothing that does.
    """
    found = []
    for ply, (move, before) in enumerate(zip(round.line, round.positions, strict=False)):
        if not isinstance(move, moves.GiveAnswer) or round.case.side_of(move.answer) is side:
            continue
        said = before.heard.full | before.heard.half | before.heard.answers
        fault = fault_of(round.case, move.answer, said)
        if not fault:
            continue
        targets = {move.answer, before.state.point}
        later = list(_later(round, side, ply + 1))
        if any(_meets(round.case, id, targets) for id in _said_after(round, side, ply + 1)):
            continue
        open_then = dict.fromkeys(id for ids in later for id in ids)
        reply = next((id for id in open_then if _meets(round.case, id, targets)), None)
        if reply is not None:
            found.append(MissedChance(ply + 1, move.answer, fault, reply))
    return tuple(found)


def fault_of(case: Case, answer: str, said: frozenset[str]) -> str:
    """What is wrong with an answer, in words; empty where nothing is."""
    given = case.answers[answer]
    if given.outside:
        return "brought in what is outside the record"
    if given.overclaims:
        return "claimed more than the source gives"
    clash = [id for id in given.contradicts if id in said and id not in given.retracts]
    return f"contradicted {known_as(case, clash[0])}" if clash else ""


def _later(round: Round, side: Side, start: int) -> Iterator[list[str]]:
    """The points open to the side at each of its choices from this ply on."""
    again = Round.from_line(
        round.case, round.bench, round.line[:start], seed=round.seed, format=round.format, heat=round.heat
    )
    for move in round.line[start:]:
        if again.turn is side and not again.pending:
            yield [one.point for one in again.legal if isinstance(one, moves.Plead)]
        again.push(move)


def _said_after(round: Round, side: Side, start: int) -> Iterator[str]:
    """What the side said from this ply on: points and answers."""
    for move in round.line[start:]:
        if isinstance(move, moves.Plead):
            if round.case.point[move.point].side is side:
                yield move.point
        elif isinstance(move, moves.GiveAnswer) and round.case.side_of(move.answer) is side:
            yield move.answer


def _meets(case: Case, said: str, targets: set[str]) -> bool:
    """Whether a point or an answer attacks one of these, or replies to one."""
    point = case.point.get(said)
    argument: Argument | None = point.argument if point is not None else case.answers[said].argument
    attacked = {each.target for each in argument.attacks} if argument is not None else set()
    replied = set(point.replies_to) if point is not None else set()
    return bool(targets & (attacked | replied))
