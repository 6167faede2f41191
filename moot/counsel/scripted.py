"""The historical advocate: says what was really said, as far as the case file can say it."""

from __future__ import annotations

import contextlib

from moot.bench.judging.credit import fit
from moot.case import Case
from moot.case.per_case import per_case
from moot.errors import InvalidMove
from moot.round import moves
from moot.round.moves import Move, parse_move
from moot.round.round import Round

__all__ = ["Scripted", "historical_moves"]


@per_case
def historical_moves(case: Case) -> tuple[Move, ...]:
    """The historical line as moves; empty where the case has none. What cannot be read is passed over.

    ``moot check`` reports such a move; a sitting must go on without it.
    """
    found: list[Move] = []
    for text in case.historical.line if case.historical is not None else ():
        with contextlib.suppress(InvalidMove):
            found.append(parse_move(text))
    return tuple(found)


def _next_on_the_line(round: Round) -> Move | None:
    """What came next in history, while the round has followed it exactly."""
    line = historical_moves(round.case)
    done = round.line
    if len(done) >= len(line) or line[: len(done)] != done or line[len(done)] not in round.legal:
        return None
    return line[len(done)]


class Scripted:
    """Follows the historical line while it can; after that, its points in their order and the fitting answer.

    It draws nothing, so ``seed`` changes nothing; it is there because every opponent is made with one.
    """

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed

    def choose(self, round: Round) -> Move:
        """The historical move, or the nearest thing to it."""
        ahead = _next_on_the_line(round)
        if ahead is not None:
            return ahead
        legal = list(round.legal)
        history = set(historical_moves(round.case))
        question = round.pending
        if question is not None:
            given = [move for move in legal if move in history]
            if given:
                return given[0]
            return max(
                (move for move in legal if isinstance(move, moves.GiveAnswer)),
                key=lambda move: fit(question, round.case.answers[move.answer]),
            )
        for kind in (moves.Roadmap, moves.Resume, moves.Plead, moves.Turn):
            wanted = [move for move in legal if isinstance(move, kind)]
            known = [move for move in wanted if move in history]
            if known or wanted:
                return (known or wanted)[0]
        return moves.SIT
