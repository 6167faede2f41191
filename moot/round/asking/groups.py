"""Who would put which of the questions that may be asked now, and how ready each judge is to.

Judges go by their place on the bench here, and a value for each judge is a list in that order: a question has one row of weights, and
what several questions come to for a judge is a column of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

from moot.round.asking.asked import AskedSoFar
from moot.round.asking.askers import USUAL
from moot.round.asking.habits import Askable
from moot.round.asking.readiness import Readiness

__all__ = ["MOST_SUITED", "STOCK", "Group", "OneQuestion", "group"]

STOCK, STOCK_FIRST = 5, 9
"""At most one question in :data:`STOCK` is a stock question. To break in with one, there has to be room for one in :data:`STOCK_FIRST`."""

MADE = 30
"""At most so many in a hundred are of the engine's making, follow-ups included; over many sittings, at most a quarter."""

_SAME = 60
"""In a hundred follow-ups, how many are put by whoever asked before, if they have one to put."""

_NEAR = 6
"""How much likelier a question is that is about the same matter as the one before it in a thread."""

_AFTER = 4
"""At most so many questions that may still be asked after one make it likelier."""

_PULL = 8
"""How far a judge's best question of a thread makes that judge readier: with one of this weight or more, twice as ready."""


MOST_SUITED = 3 * USUAL
"""Questions suit the bench at most so much all together."""

_Put = tuple[Askable, int]
"""A question that may be put now, and how much likelier it is than others for what it leads to and what it is about."""


class Group:
    """One thing the bench may do: go on with a thread, or ask something new.

    ``share`` is how often it does, in a thousand. ``ready`` has the judges who would put one of its questions, each with a weight, and
    :meth:`questions` what one of them would put. What is wanted only of the group that is drawn is worked out when it is asked for.
    ``last`` is who has asked before in the thread, where there is one.
    """

    __slots__ = ("_judges", "_last", "_put", "_ready", "_totals", "share")

    def __init__(self, judges: Readiness, put: Sequence[_Put], last: str = "") -> None:
        self._judges, self._put, self._last, self.share = judges, put, last, 0
        self._ready: dict[str, int] | None = None
        self._totals = judges.habits.seats.totals(tuple([each.id for each, _ in put]))

    def __bool__(self) -> bool:
        """Whether anybody would put one of its questions."""
        return self._totals.really or any(map(mul, self._totals.number, self._judges.ready))

    @property
    def most_suited(self) -> int:
        """No less than :attr:`suits`, however ready the judges are."""
        return min(MOST_SUITED, max(USUAL, self._totals.most))

    @property
    def suits(self) -> int:
        """How much the questions suit the judges who put them: :data:`~moot.round.asking.askers.USUAL` for a question like most."""
        plain = suited_to = 0
        numbers, suits = self._totals.number, self._totals.suits
        for number, suiting, readiness in zip(numbers, suits, self._judges.ready, strict=True):
            if number:
                plain += readiness
                suited_to += readiness * (suiting // number)
        return min(MOST_SUITED, suited_to // plain) if plain else USUAL

    @property
    def ready(self) -> dict[str, int]:
        """The judges who would put one of its questions, each with a weight."""
        if self._ready is None:
            self._ready = self._weights()
        return self._ready

    def _weights(self) -> dict[str, int]:
        judges, put = self._judges, self._put
        numbers, suits, really, _ = self._totals
        opening, last, names = judges.opening, self._last, judges.habits.seats.names
        ready: dict[str, int] = {}
        # Mostly all that may be put pulls alike.
        pulls = {pull for _, pull in put}
        alike = min(_PULL, pulls.pop()) if len(pulls) == 1 else 0
        for place, (number, readiness) in enumerate(zip(numbers, judges.ready, strict=True)):
            if not number:
                continue
            weight = readiness or (really and any(each.really[place] for each, _ in put))
            if weight and not opening:
                # Of two who are as ready, the one whom the questions suit speaks first, or the one who begins the longer thread.
                pull = alike or min(_PULL, max([pull for each, pull in put if each.puts[place]]))
                weight *= suits[place] // number * (_PULL + pull)
            if weight:
                ready[names[place]] = int(weight)
        if last in ready:
            # Whoever asked last is as likely to go on as `_SAME` says.
            others = sum(ready.values()) - ready[last]
            if others:
                ready[last] = max(1, others * _SAME // (100 - _SAME))
        return ready

    def questions(self, judge: str) -> dict[str, int]:
        """What this judge would put, with weights. Stock ones are half as likely as those of the case, but more to come back."""
        habits = self._judges.habits
        place = habits.seats.places[judge]
        put = [(each, pulls) for each, pulls in self._put if each.puts[place]]
        if len(put) == 1:
            return {put[0][0].id: 1}
        mine = [(each, each.suits[place] * habits.fresh(each.id) * pulls) for each, pulls in put]
        own = {each.id: weight for each, weight in mine if not each.stock}
        stock = {each.id: weight for each, weight in mine if each.stock}
        if not own or not stock:
            return own or stock
        ours, theirs = sum(own.values()), sum(stock.values())
        back = any(each.stock and each.returns for each, _ in mine)
        part = 2 * ours if back else ours // 2 + 1
        return {id: weight * theirs for id, weight in own.items()} | {id: weight * part for id, weight in stock.items()}


class OneQuestion:
    """The group of one question, put by these judges."""

    def __init__(self, question: str, ready: dict[str, int], share: int) -> None:
        self._question, self.ready, self.share = question, ready, share

    def questions(self, judge: str) -> dict[str, int]:
        """The question."""
        assert judge in self.ready
        return {self._question: 1}


def group(judges: Readiness, menu: Sequence[Askable], last: str = "") -> Group | None:
    """Those of these questions that are in their place; None where there are none. The last of the menu comes first.

    Nobody may want to put them: then the group is false.
    """
    put = _may_be_put(judges, menu)
    return Group(judges, put, last) if put else None


def _may_be_put(judges: Readiness, menu: Sequence[Askable]) -> list[_Put]:
    """Those of the menu that are in their place."""
    asked, position = judges.asked, judges.round.position
    about = judges.habits.seats.questions[asked.question].matters if asked.question else None
    put = []
    for after, each in enumerate(menu):
        if each.stock and not (_room(asked, each, position.state.cut) and _in_place(position.heard.answers, each)):
            continue
        # Within a thread the next question is mostly about the same matter, and who asks an early question has more to ask after it.
        pulls = each.depth * _NEAR if about and not about.isdisjoint(each.matters) else each.depth
        put.append((each, pulls * (1 + min(_AFTER, after)) if each.begins else pulls))
    return put


def _room(asked: AskedSoFar, question: Askable, cut: bool) -> bool:
    """Whether one more of the engine's questions is not too many."""
    if 100 * (asked.made + 1) > MADE * (asked.total + 1):
        return False
    return question.follows or (asked.stock + 1) * (STOCK if cut else STOCK_FIRST) <= asked.total + 1


def _in_place(given: frozenset[str], question: Askable) -> bool:
    """Whether what a stock question comes back to was said and not pressed since, and counsel has not been asked already for that rule."""
    return given.isdisjoint(question.spent) and not (question.returns and given.isdisjoint(question.returns))
