"""What the bench lets be seen of counsel's answers, and in which words; a function of the round alone, so that a sitting retold is the same.

A judge shows what :func:`~moot.bench.noticing.reaction` notices. Besides, of two best answers running one at least is met with a word, if
only that the question was met; and no judge uses a line again before their others of its kind have been used.
"""

from __future__ import annotations

from typing import NamedTuple

from moot.bench.judging.credit import fit
from moot.bench.persona import Judge
from moot.case import Reaction
from moot.round import moves
from moot.round.dice import Dice
from moot.round.round import Round

__all__ = ["JudgeLook", "Looks", "line_of"]


_OF_GOOD = (None, Reaction.PLEASED, Reaction.MET, Reaction.CORRECTED, Reaction.REPEATED)
"""The looks that say nothing was wrong with the answer."""


class JudgeLook(NamedTuple):
    """Who looked, and how (None: a blank face); and whether the answer was a best one."""

    judge: str
    kind: Reaction | None
    best: bool


class Looks:
    """The looks at every answer on a round's line. What has been worked out is kept until moves are taken back."""

    def __init__(self, round: Round) -> None:
        self.round = round
        self._found: dict[int, JudgeLook] = {}

    def back_to(self, ply: int) -> None:
        """Forget what came after so many moves."""
        for later in [each for each in self._found if each > ply]:
            del self._found[later]

    def at(self, ply: int) -> JudgeLook:
        """The look at the answer that was the move of this ply (counted from 1)."""
        found = self._found.get(ply)
        if found is None:
            found = self._found[ply] = self._look(ply)
        return found

    def asker(self, ply: int) -> Judge:
        """The judge whose question the answer of this ply replies to."""
        move = self.round.line[ply - 2]
        assert isinstance(move, moves.Ask)
        return self.round.bench.judge[move.by or self.round.askers(move.question)[0]]

    def times(self, ply: int, judge: str, kind: Reaction) -> int:
        """How often this judge has looked so before this ply."""
        return sum(look.judge == judge and look.kind is kind for look in map(self.at, self._answers(ply)))

    def _answers(self, ply: int) -> list[int]:
        """The plies of the answers before this one."""
        return [n for n, move in enumerate(self.round.line[: ply - 1], 1) if isinstance(move, moves.GiveAnswer)]

    def _look(self, ply: int) -> JudgeLook:
        from moot.bench.noticing import reaction

        case, judge, given = self.round.case, self.asker(ply), self.round.line[ply - 1]
        assert isinstance(given, moves.GiveAnswer)
        question, answer = case.question_of[given.answer], case.answers[given.answer]
        kind = reaction(judge, case, question, answer, self.round.positions[ply].heard)
        best = fit(question, answer) == max(fit(question, each) for each in question.answers) > 0
        if kind is None and best and self._passed_over(ply):
            kind = Reaction.MET
        return JudgeLook(judge.id, kind, best and kind in _OF_GOOD)

    def _passed_over(self, ply: int) -> bool:
        """Whether the last best answer in this turn at the lectern was passed over."""
        turn = self.round.rules.turn(self.round.positions[ply - 1].state)
        for earlier in reversed(self._answers(ply)):
            if self.round.rules.turn(self.round.positions[earlier - 1].state) != turn:
                return False
            look = self.at(earlier)
            if look.best:
                return look.kind is None
        return False


def line_of(lines: tuple[str, ...], used: int, *key: object) -> str:
    """One of these lines, in an order drawn from the key; none comes again before all have been used."""
    again, place = divmod(used, len(lines))
    return Dice(*key, again).shuffled(lines)[place]
