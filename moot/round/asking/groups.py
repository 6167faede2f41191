"""Who would put which of the questions that may be asked now, and how ready each judge is to.

Judges go by their place on the bench here, and a value for each judge is a list in that order: a question has one row of weights, and
what several questions come to for a judge is a column of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from moot.bench.persona import Bench
from moot.case import Case, Question
from moot.case.per_case import per_case, recent_per_case
from moot.case.stock import FOLLOW_UPS
from moot.round.asking.asked import AskedSoFar
from moot.round.asking.askers import USUAL, depths, matters, pressed_already, same_rule, suited
from moot.round.asking.readiness import Readiness, places_of
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["STOCK", "Group", "group", "only", "roots"]

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


@recent_per_case(8)
def _rows(case: Case, bench: Bench) -> dict[str, _Row]:
    put = suited(case, bench)
    found = {}
    for id, question in case.questions.items():
        suits = tuple(put[id].get(judge.id, 0) for judge in bench.judges)
        really = tuple(judge.id in question.asked_by for judge in bench.judges)
        found[id] = _Row(suits, tuple(much > 0 for much in suits), really)
    return found


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
    :meth:`questions` what one of them would put. ``suits`` is how much the questions suit them all together:
    :data:`~moot.round.asking.askers.USUAL` for a question like most.
    """

    __slots__ = ("_case", "_places", "_put", "ready", "share", "suits")

    def __init__(
        self, case: Case, put: Sequence[_Put], ready: dict[str, int], places: Mapping[str, int], suits: int
    ) -> None:
        self._case, self._put, self._places = case, put, places
        self.ready, self.suits, self.share = ready, suits, 0

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

    def after(self, last: str) -> None:
        """Make whoever asked last as likely to go on as :data:`_SAME` says."""
        ready = self.ready
        if last in ready:
            others = sum(ready.values()) - ready[last]
            if others:
                ready[last] = max(1, others * _SAME // (100 - _SAME))


def group(judges: Readiness, menu: Sequence[str]) -> Group:
    """The judges who would put one of these questions, with how ready they are."""
    round = judges.round
    put = list(_may_be_put(judges, menu))
    ready: dict[str, int] = {}
    plain = suited_to = 0
    if put:
        rows = [each.row for each in put]
        first = rows[0]
        suiting: Sequence[int] = first.suits
        number: Sequence[int] = first.puts
        pull: Sequence[int] = [put[0].pulls * puts for puts in first.puts]
        for each in put[1:]:
            suiting = list(map(add, suiting, each.row.suits))
            number = list(map(add, number, each.row.puts))
            pull = list(map(max, pull, map(each.pulls.__mul__, each.row.puts)))
        opening = judges.opening
        for place, (name, count, readiness) in enumerate(zip(judges.names, number, judges.ready, strict=True)):
            if not count:
                continue
            suit = suiting[place] // count
            plain += readiness
            suited_to += readiness * suit
            weight = readiness or any(row.really[place] and row.puts[place] for row in rows)
            if weight and not opening:
                # Of two who are as ready, the one whom the questions suit speaks first, or the one who begins the longer thread.
                weight *= suit * (_PULL + pull[place])
            if weight:
                ready[name] = int(weight)
    suits = min(3 * USUAL, suited_to // plain) if plain else USUAL
    return Group(round.case, put, ready, judges.places, suits)


def only(case: Case, bench: Bench, question: str, ready: dict[str, int], share: int) -> Group:
    """This one question, put by these judges."""
    found = Group(case, [_Put(question, _rows(case, bench)[question], False, 1, 1)], ready, places_of(bench), USUAL)
    found.share = share
    return found


def _may_be_put(judges: Readiness, menu: Sequence[str]) -> Iterator[_Put]:
    """Those of the menu that are in their place, the last first."""
    round, asked = judges.round, judges.asked
    case, seed, state = round.case, round.seed, round.position.state
    rows, deep, matter = _rows(case, round.bench), depths(case), matters(case)
    beginning = roots(case)[state.point]
    about = matter[asked.question] if asked.question else None
    for after, id in enumerate(reversed(menu)):
        question = case.questions[id]
        if question.stock and not (_room(asked, question, state.cut) and _in_place(round, question)):
            continue
        # Within a thread the next question is mostly about the same matter, and who asks an early question has more to ask after it.
        near = _NEAR if about and not about.isdisjoint(matter[id]) else 1
        if id in beginning:
            near *= 1 + min(_AFTER, after)
        depth = deep[id]
        yield _Put(id, rows[id], bool(question.stock), _fresh(seed, id) * depth * near, min(_PULL, depth * near))


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
