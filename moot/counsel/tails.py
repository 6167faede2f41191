"""The same sitting with another move: everybody goes on as they did, as far as they still can.

The bench puts the questions it put, where they may still be asked; counsel give the answers they gave, and make the points they made in
their order. Only what the other move brings about is new: a thread that follows from it is drawn by the bench's odds, and so are the
questions on a point that had not been argued. So two moves are compared on one and the same sitting, and what differs is what they did.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from moot.case import Side
from moot.round import moves
from moot.round.asking.odds import chances
from moot.round.dice import Dice
from moot.round.draw import throw
from moot.round.moves import Move
from moot.round.players import Choose
from moot.round.round import Round

__all__ = ["Choosers", "Redrawn", "Script", "follow"]


class Redrawn:
    """The bench of a sitting with other dice: its temper and its moods stay, what it asks is drawn again."""

    def __init__(self, key: object) -> None:
        self.key = key

    def choose(self, round: Round) -> Move:
        """Ask or pass, by the odds."""
        groups = chances(round)
        if not groups:
            return moves.PASS
        return throw(groups, Dice("again", self.key, *(move.words.partition(" by ")[0] for move in round.line)))


@dataclass(frozen=True, slots=True)
class Choosers:
    """Who chooses where the script has nothing: the side whose moves are compared, the other side, the bench."""

    side: Side
    own: Choose
    other: Choose
    bench: Choose

    def counsel(self, round: Round) -> Move | str:
        """The move of whoever is at the lectern."""
        return (self.own if round.speaker is self.side else self.other)(round)


_Place = tuple[str, str, int]
"""The turn, the point, and how many stretches of it have been said."""


class Script:
    """What was done in a sitting from a ply on, by where it was done."""

    def __init__(self, round: Round, start: int) -> None:
        self.asks: dict[_Place, list[moves.Ask]] = {}
        self.answers: dict[str, moves.GiveAnswer] = {}
        self.cuts: dict[_Place, Move] = {}
        self.lectern: dict[str, list[Move]] = {}
        self.argued: set[tuple[str, str]] = set()
        turn_of = round.rules.turn
        for move, before in zip(round.line[start:], round.positions[start:], strict=False):
            state = before.state
            turn = turn_of(state)
            place = turn, state.point, state.part
            if isinstance(move, moves.Ask):
                self.asks.setdefault(place, []).append(move)
            elif isinstance(move, moves.GiveAnswer):
                self.answers[state.pending] = move
            elif not state.bench and state.cut:
                self.cuts[place] = move
            elif not state.bench:
                self.lectern.setdefault(turn, []).append(move)
            if state.point:
                self.argued.add((turn, state.point))
            if isinstance(move, moves.Plead):
                self.argued.add((turn, move.point))

    def bench(self, round: Round, drawn: Choose) -> Move | str:
        """The bench's move: as it was; drawn where a new thread or a new point is under way."""
        state = round.position.state
        turn = round.rules.turn(state)
        if (turn, state.point) not in self.argued:
            return drawn(round)
        last = round.line[-1]
        if isinstance(last, moves.GiveAnswer) and state.menu:
            question = round.case.question_of[last.answer]
            if self.answers.get(question.id) != last and round.case.answers[last.answer].follow_ups:
                move = drawn(round)
                if isinstance(move, moves.Ask) and move.question in _below(round, last.answer):
                    return move
        for ask in self.asks.get((turn, state.point, state.part), ()):
            if ask.question in state.menu:
                return ask
        return moves.PASS

    def counsel(self, round: Round, choose: Callable[[Round], Move | str]) -> Move | str:
        """Counsel's move: as it was, or what comes next of what they did; chosen again where nothing of it is left."""
        state = round.position.state
        legal = round.legal
        if state.pending:
            given = self.answers.get(state.pending)
            return given if given is not None and given in legal else choose(round)
        turn = round.rules.turn(state)
        if state.cut:
            move = self.cuts.get((turn, state.point, state.part))
            return move if move is not None and move in legal else choose(round)
        for move in self.lectern.get(turn, ()):
            if _may_come(round, move) and move in legal:
                return move
        return choose(round)


def _may_come(round: Round, move: Move) -> bool:
    """Whether it is worth asking if the move is legal: what has been done already is not."""
    state, heard = round.position.state, round.position.heard
    match move:
        case moves.Plead(point=point):
            return point not in heard.full and point not in heard.half
        case moves.Turn(head=head):
            return head in state.left
        case moves.Roadmap():
            return round.rules.roadmap_due(state)
    return False


def _below(round: Round, answer: str) -> frozenset[str]:
    return frozenset(question.id for question in round.case.answers[answer].follow_ups)


def follow(round: Round, script: Script, who: Choosers) -> None:
    """Play the round to its end by the script."""
    while not (position := round.position).decided:
        if position.state.bench:
            round.push(script.bench(round, who.bench))
        else:
            round.push(script.counsel(round, who.counsel))
