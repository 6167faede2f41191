"""Which questions can be asked of counsel who never answer in some manners: read off everything that is reached, so exact."""

from __future__ import annotations

from collections.abc import Iterable

from moot.bench.persona import Bench
from moot.case import Case, Manner
from moot.proof.dead import Reachable, reachable
from moot.proof.fast.survey import BOUND, survey
from moot.proof.reference.compile import barred_questions, gc_paused
from moot.round import moves
from moot.round.control_state import LocalMove, LocalState
from moot.round.formats import Format
from moot.round.rules import Rules

__all__ = ["RulesWithout", "reached"]


class RulesWithout(Rules):
    """The rules of a case for counsel who never answer in some manners, where another answer is offered."""

    def __init__(self, case: Case, form: Format, without: Iterable[Manner]) -> None:
        super().__init__(case, form)
        barred = frozenset(without)
        self._never = frozenset(id for id, answer in case.answers.items() if answer.manner in barred)

    def _answers(self, local: LocalState) -> Iterable[LocalMove]:
        found = tuple(super()._answers(local))
        kept = tuple(
            each for each in found if not (isinstance(each.move, moves.GiveAnswer) and each.move.answer in self._never)
        )
        return kept or found


def reached(rules: Rules, bench: Bench) -> Reachable:
    """What some line reaches, the bench asking only what someone on it may ask.

    Raises :class:`~moot.proof.reference.compile.TooLarge` where not every line can be covered.
    """
    with gc_paused():
        found = survey(rules, barred_questions(rules.case, bench), BOUND)
        return reachable(found.local_states, lambda local: (each.move for each in rules.local_moves(local)))
