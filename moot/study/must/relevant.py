"""A short line to a question: a search that tries only the moves that can matter to whether it is asked."""

from __future__ import annotations

from collections.abc import Callable

from moot.case import Case
from moot.proof.counterexample import line_to
from moot.proof.reference.compile import Successors
from moot.round import moves
from moot.round.control_state import ControlState, Transition
from moot.round.moves import Move
from moot.round.rules import Rules

__all__ = ["Relevant", "line_to_question"]

_NARROW, _WIDE = 200_000, 400_000
"""How many states are tried: among the moves that matter, and among all moves."""


class Relevant:
    """The points, questions and answers that have to do with whether some questions are asked, by id."""

    def __init__(self, case: Case, questions: tuple[str, ...] = (), said: tuple[str, ...] = ()) -> None:
        self.case = case
        self.points: set[str] = set()
        self.questions: set[str] = set()
        self.answers: set[str] = set()
        self._above = {
            follow_up.id: answer.id
            for question in case.questions.values()
            for answer in question.answers
            for follow_up in answer.follow_ups
        }
        waiting = [*questions, *(question for id in said for question in self._say(id))]
        while waiting:
            id = waiting.pop()
            if id not in self.questions:
                waiting += self._ask(id)

    def _ask(self, id: str) -> list[str]:
        """Count a question as relevant; the questions that matter to whether it can be asked."""
        self.questions.add(id)
        question, point = self.case.questions[id], self.case.point_of[id]
        guards = [*question.when, *(guard for answer in question.answers for guard in answer.when)]
        found = self._say(point.id)
        if id in self._above:
            found += self._say(self._above[id])
        return [*found, *(each for guard in guards if guard.wanted for each in self._say(guard.said))]

    def _replied(self, point: str) -> list[str]:
        """What a reply replies to: a head means its points."""
        found: list[str] = []
        for id in self.case.point[point].replies_to:
            found += [each.id for each in self.case.points_under[id]] if id in self.case.head else [id]
        return found

    def _say(self, id: str) -> list[str]:
        """Count something as relevant; the questions that matter to whether it can be said."""
        if id in self.case.answers:
            self.answers.add(id)
            return [self.case.question_of[id].id]
        if id in self.points:
            return []
        self.points.add(id)
        said = [guard.said for guard in self.case.point[id].when if guard.wanted] + self._replied(id)
        return [question for each in said for question in self._say(each)]

    def matters(self, transition: Transition) -> bool:
        """Whether to try this move: all but points and questions that do not matter."""
        match transition.move:
            case moves.Plead(point=id):
                return id in self.points
            case moves.Ask(question=id):
                return id in self.questions
        return True


def line_to_question(
    rules: Rules, successors: Successors, question: str, wanted: Callable[[ControlState], bool] | None = None
) -> tuple[Move, ...] | None:
    """A line after which this question waits for its answer; None if none is found within the limits.

    First a shortest line among the moves that matter, then one among all.
    """
    relevant = Relevant(rules.case, (question,))

    def narrow(state: ControlState) -> tuple[Transition, ...]:
        return tuple(each for each in successors(state) if relevant.matters(each))

    def there(state: ControlState, _: int) -> bool:
        return state.pending == question and (wanted is None or wanted(state))

    found = line_to(rules, narrow, there, _NARROW)
    return found if found is not None else line_to(rules, successors, there, _WIDE)
