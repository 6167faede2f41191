"""The historical advocate: says what was really said, as far as the case file can say it."""

from __future__ import annotations

from moot.bench.credit import fit
from moot.case import Case
from moot.errors import InvalidMove
from moot.round import moves
from moot.round.moves import Move, parse_move
from moot.round.round import Round

__all__ = ["Scripted", "ScriptedBench", "historical_moves"]


def historical_moves(case: Case) -> tuple[Move, ...]:
    """The historical line as moves; empty where the case has none. Raises ``InvalidMove`` on a bad line."""
    if case.historical is None:
        return ()
    return tuple(parse_move(text) for text in case.historical.line)


def _next_on_the_line(round: Round) -> Move | None:
    """What came next in history, while the round has followed it exactly."""
    try:
        line = historical_moves(round.case)
    except InvalidMove:
        return None
    done = round.line
    if len(done) >= len(line) or line[: len(done)] != done or line[len(done)] not in round.legal:
        return None
    following = line[len(done)]
    if isinstance(following, moves.Ask) and following.by not in round.askers(following.question):
        # Whoever really asked does not sit here; the first who may ask does.
        return moves.Ask(following.question, round.askers(following.question)[0])
    return following


class Scripted:
    """Follows the historical line while it can; after that, its points in their order and the fitting answer."""

    def choose(self, round: Round) -> Move:
        """The historical move, or the nearest thing to it."""
        ahead = _next_on_the_line(round)
        if ahead is not None:
            return ahead
        legal = list(round.legal)
        history = set(historical_moves(round.case))
        if round.position.place.pending:
            question = round.case.questions[round.position.place.pending]
            given = [move for move in legal if move in history]
            if given:
                return given[0]
            return max(
                (move for move in legal if isinstance(move, moves.Answer)),
                key=lambda move: fit(question, round.case.answers[move.answer]),
            )
        for kind in (moves.Roadmap, moves.Resume, moves.Plead, moves.Turn):
            wanted = [move for move in legal if isinstance(move, kind)]
            known = [move for move in wanted if move in history]
            if known or wanted:
                return (known or wanted)[0]
        return moves.Sit()


class ScriptedBench:
    """Asks what was really asked, while the line is the historical one; then passes."""

    def choose(self, round: Round) -> Move:
        """The historical question, or a pass."""
        return _next_on_the_line(round) or moves.Pass()
