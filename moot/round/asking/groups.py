"""Who would put which of the questions that may be asked now, and how ready each judge is to.

Judges go by their place on the bench here, and a value for each judge is a list in that order: a question has one row of weights, and
what several questions come to for a judge is a column of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import add, mul
from typing import TYPE_CHECKING, NamedTuple

from moot.bench.persona import Bench
from moot.case import Case, Question
from moot.case.per_case import per_case, recent_per_case
from moot.case.stock import FOLLOW_UPS
from moot.round.asking.asked import AskedSoFar
from moot.round.asking.askers import USUAL, depths, matters, pressed_already, same_rule, suited
from moot.round.asking.readiness import Readiness
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["STOCK", "Group", "OneQuestion", "group", "roots"]

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


class _Row(NamedTuple):
    """One question, for each judge in turn: how much it suits them (0: they do not put it), whether they put it, and whether they really asked it."""

    suits: tuple[int, ...]
    puts: tuple[bool, ...]
    really: tuple[bool, ...]


def _rows(case: Case, bench: Bench) -> dict[str, _Row]:
    put = suited(case, bench)
    found = {}
    for id, question in case.questions.items():
        suits = tuple(put[id].get(judge.id, 0) for judge in bench.judges)
        puts = tuple(much > 0 for much in suits)
        really = tuple(judge.id in question.asked_by and many for judge, many in zip(bench.judges, puts, strict=True))
        found[id] = _Row(suits, puts, really)
    return found


class _Menus(NamedTuple):
    """What is read of every question that may be put: its row, how long a thread it can begin, what it is about; by point, what begins a thread."""

    rows: Mapping[str, _Row]
    depths: Mapping[str, int]
    matters: Mapping[str, frozenset[str]]
    roots: Mapping[str, frozenset[str]]


@recent_per_case(8)
def _menus(case: Case, bench: Bench) -> _Menus:
    return _Menus(_rows(case, bench), depths(case), matters(case), roots(case))


class _Put(NamedTuple):
    """A question that may be put now: its row, whether it is a stock question, how much likelier it is than others, and how far it pulls."""

    id: str
    row: _Row
    stock: bool
    much: int
    pulls: int


class Group:
    """One thing the bench may do: go on with a thread, or ask something new.

    ``share`` is how often it does, in a thousand. ``ready`` has the judges who would put one of its questions, each with a weight, and
    :meth:`questions` what one of them would put. What is wanted only of the group that is drawn is worked out when it is asked for.
    ``last`` is who has asked before in the thread, where there is one.
    """

    __slots__ = ("_case", "_judges", "_last", "_number", "_places", "_put", "_ready", "_suiting", "share")

    def __init__(self, judges: Readiness, put: Sequence[_Put], last: str = "") -> None:
        self._case, self._judges, self._put, self._last = judges.round.case, judges, put, last
        self._places, self.share = judges.places, 0
        self._ready: dict[str, int] | None = None
        number, suiting = put[0].row.puts, put[0].row.suits
        for each in put[1:]:
            number = tuple(map(add, number, each.row.puts))
            suiting = tuple(map(add, suiting, each.row.suits))
        #: For each judge in turn: how many of the questions they would put, and how much these suit them all together.
        self._number, self._suiting = number, suiting

    def __bool__(self) -> bool:
        """Whether anybody would put one of its questions."""
        if any(map(mul, self._number, self._judges.ready)):
            return True
        return any(any(each.row.really) for each in self._put)

    @property
    def suits(self) -> int:
        """How much the questions suit the judges who put them: :data:`~moot.round.asking.askers.USUAL` for a question like most."""
        plain = suited_to = 0
        for number, suiting, readiness in zip(self._number, self._suiting, self._judges.ready, strict=True):
            if number:
                plain += readiness
                suited_to += readiness * (suiting // number)
        return min(3 * USUAL, suited_to // plain) if plain else USUAL

    @property
    def ready(self) -> dict[str, int]:
        """The judges who would put one of its questions, each with a weight."""
        if self._ready is None:
            self._ready = self._weights()
        return self._ready

    def _weights(self) -> dict[str, int]:
        judges, put = self._judges, self._put
        opening, last = judges.opening, self._last
        ready: dict[str, int] = {}
        for place, (number, readiness) in enumerate(zip(self._number, judges.ready, strict=True)):
            if not number:
                continue
            weight = readiness or any(each.row.really[place] for each in put)
            if weight and not opening:
                # Of two who are as ready, the one whom the questions suit speaks first, or the one who begins the longer thread.
                pull = max([each.pulls for each in put if each.row.puts[place]])
                weight *= self._suiting[place] // number * (_PULL + pull)
            if weight:
                ready[judges.names[place]] = int(weight)
        if last in ready:
            # Whoever asked last is as likely to go on as `_SAME` says.
            others = sum(ready.values()) - ready[last]
            if others:
                ready[last] = max(1, others * _SAME // (100 - _SAME))
        return ready

    def questions(self, judge: str) -> dict[str, int]:
        """What this judge would put, with weights. Stock ones are half as likely as those of the case, but more to come back."""
        place = self._places[judge]
        own, stock = (
            {
                each.id: each.row.suits[place] * each.much
                for each in self._put
                if each.stock is kind and each.row.suits[place]
            }
            for kind in (False, True)
        )
        if not own or not stock:
            return own or stock
        ours, theirs = sum(own.values()), sum(stock.values())
        back = any(self._case.questions[id].returns_to for id in stock)
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


def group(judges: Readiness, menu: Sequence[str], last: str = "") -> Group | None:
    """Those of these questions that are in their place and that somebody would put; None where there are none."""
    put = _may_be_put(judges, menu)
    found = Group(judges, put, last) if put else None
    return found or None


def _may_be_put(judges: Readiness, menu: Sequence[str]) -> list[_Put]:
    """Those of the menu that are in their place, the last first."""
    round, asked = judges.round, judges.asked
    case, seed, state = round.case, round.seed, round.position.state
    rows, deep, matter, beginnings = _menus(case, round.bench)
    questions, beginning = case.questions, beginnings[state.point]
    about = matter[asked.question] if asked.question else None
    put = []
    for after, id in enumerate(reversed(menu)):
        question = questions[id]
        if question.stock and not (_room(asked, question, state.cut) and _in_place(round, question)):
            continue
        # Within a thread the next question is mostly about the same matter, and who asks an early question has more to ask after it.
        near = _NEAR if about and not about.isdisjoint(matter[id]) else 1
        if id in beginning:
            near *= 1 + min(_AFTER, after)
        pulls = deep[id] * near
        put.append(_Put(id, rows[id], bool(question.stock), _fresh(seed, id) * pulls, min(_PULL, pulls)))
    return put


@per_case
def roots(case: Case) -> dict[str, frozenset[str]]:
    """For every point, the questions that begin a thread."""
    return {point.id: frozenset(question.id for question in point.questions) for point in case.points}


@lru_cache(maxsize=8192)
def _fresh(seed: int, question: str) -> int:
    """How much likelier a question is in this sitting than in others: drawn from the seed, so that no two sittings ask the same."""
    return (1, 1, 3, 6)[Dice("fresh", seed, question).below(4)]


def _room(asked: AskedSoFar, question: Question, cut: bool) -> bool:
    """Whether one more of the engine's questions is not too many."""
    if 100 * (asked.made + 1) > MADE * (asked.total + 1):
        return False
    return question.stock in FOLLOW_UPS or (asked.stock + 1) * (STOCK if cut else STOCK_FIRST) <= asked.total + 1


def _in_place(round: Round, question: Question) -> bool:
    """Whether what a stock question comes back to was said and not pressed since, and counsel has not been asked already for that rule."""
    heard = round.position.heard.answers
    if question.returns_to:
        return not heard.isdisjoint(question.returns_to) and heard.isdisjoint(pressed_already(round.case)[question.id])
    return heard.isdisjoint(same_rule(round.case).get(question.id, ()))
