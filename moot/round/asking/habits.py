"""How this bench asks in this round: what the draw of its moves reads that no move changes.

Judges go by their place on the bench here, and a value for each judge is a tuple in that order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from moot.bench.persona import Bench
from moot.case import Case
from moot.case.per_case import BoundedCache, per_case, recent_per_case
from moot.case.stock import FOLLOW_UPS
from moot.round.asking.askers import depths, matters, pressed_already, same_rule, suited
from moot.round.asking.eligible import may_ask
from moot.round.asking.heats import heat_of
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["Askable", "Habits", "QuestionMenu", "QuestionTotals", "Seats", "habits_of"]

PACE = 222
"""Questions for a thousand ticks of argument, at the normal heat: 20 or so in the half hour of a side that uses it."""

TEMPERS = (80, 90, 100, 110, 120)
"""How busy a sitting is, in a hundred of the usual; drawn from the seed."""

MOODS = (60, 80, 100, 120, 140)
"""How ready one judge is to ask in one sitting, in a hundred of their usual; drawn from the seed."""

ENOUGH = 160
"""A case with so many questions of its own is asked at the full pace."""


class Askable(NamedTuple):
    """One question. For each judge in turn: how much it suits them (0: they do not put it), whether they put it, and whether they really asked it.

    ``stock`` says that the engine made it, ``follows`` that it is one of its follow-ups, and ``begins`` that it begins a thread; ``depth`` is
    how long a thread it can begin, and ``matters`` the issues it is about. A question that comes back to one of the answers ``returns``
    waits for one of them; none of the answers ``spent`` may have been given.
    """

    id: str
    suits: tuple[int, ...]
    puts: tuple[bool, ...]
    really: tuple[bool, ...]
    stock: bool
    follows: bool
    begins: bool
    depth: int
    matters: frozenset[str]
    returns: frozenset[str]
    spent: frozenset[str]


class QuestionMenu(NamedTuple):
    """Questions that may be asked at one move of the bench: those that follow an answer, and those that begin a thread; the last first."""

    follow_ups: tuple[Askable, ...]
    fresh: tuple[Askable, ...]


class QuestionTotals(NamedTuple):
    """What some questions come to for each judge in turn: how many of them they would put, and how much these suit them all together.

    ``really`` is whether any of them was really asked by a judge of this bench, ``most`` how much they suit the judge whom they suit best.
    """

    number: tuple[int, ...]
    suits: tuple[int, ...]
    really: bool
    most: int


_MENUS = 1 << 10
"""How many menus are kept."""


class Seats(NamedTuple):
    """The judges of a bench in turn and the place of each; how ready each is to open, and all of them; every question that one of them may ask.

    ``menus`` keeps what :meth:`menu` has found, and ``sums`` what :meth:`totals` has.
    """

    names: tuple[str, ...]
    places: Mapping[str, int]
    opens: tuple[int, ...]
    openers: int
    questions: Mapping[str, Askable]
    menus: BoundedCache[tuple[str, ...], QuestionMenu]
    sums: BoundedCache[tuple[str, ...], QuestionTotals]

    def menu(self, ids: tuple[str, ...]) -> QuestionMenu:
        """Those of these questions that a judge of this bench may ask."""
        found = self.menus.get(ids)
        if found is None:
            known = [self.questions[id] for id in reversed(ids) if id in self.questions]
            found = self.menus[ids] = QuestionMenu(
                tuple([each for each in known if not each.begins]), tuple([each for each in known if each.begins])
            )
        return found

    def totals(self, ids: tuple[str, ...]) -> QuestionTotals:
        """What these questions come to; each may be asked by a judge of this bench."""
        found = self.sums.get(ids)
        if found is None:
            these = [self.questions[id] for id in ids]
            number = tuple(map(sum, zip(*[each.puts for each in these], strict=True)))
            suits = tuple(map(sum, zip(*[each.suits for each in these], strict=True)))
            found = self.sums[ids] = QuestionTotals(
                number,
                suits,
                any(any(each.really) for each in these),
                max([much // many for much, many in zip(suits, number, strict=True) if many], default=0),
            )
        return found


@recent_per_case(8)
def _seats(case: Case, bench: Bench) -> Seats:
    names = tuple(judge.id for judge in bench.judges)
    opens = tuple(judge.talk if judge.opens is None else judge.opens for judge in bench.judges)
    places = {id: at for at, id in enumerate(names)}
    return Seats(
        names, places, opens, sum(opens), _questions(case, bench), BoundedCache(_MENUS), BoundedCache(4 * _MENUS)
    )


def _questions(case: Case, bench: Bench) -> dict[str, Askable]:
    may, put, deep, matter = may_ask(case, bench), suited(case, bench), depths(case), matters(case)
    ruled, pressed = same_rule(case), pressed_already(case)
    roots = {question.id for point in case.points for question in point.questions}
    found = {}
    for id, question in case.questions.items():
        if not may[id]:
            continue
        suits = tuple(put[id].get(judge.id, 0) for judge in bench.judges)
        puts = tuple(much > 0 for much in suits)
        really = tuple(judge.id in question.asked_by and many for judge, many in zip(bench.judges, puts, strict=True))
        returns = frozenset(question.returns_to)
        spent = pressed[id] if returns else ruled.get(id, frozenset())
        stock, follows = bool(question.stock), question.stock in FOLLOW_UPS
        found[id] = Askable(id, suits, puts, really, stock, follows, id in roots, deep[id], matter[id], returns, spent)
    return found


class Habits:
    """How a bench asks in one round.

    ``usual`` is how ready each judge is to ask in this sitting if nobody leaned, and ``whole`` how ready they all are; ``heat`` is the heat of
    the round in a hundred of the normal one.
    """

    __slots__ = ("_dice", "_fresh", "_pace", "heat", "seats", "usual", "whole")

    def __init__(self, round: Round) -> None:
        seed, self.heat = round.seed, heat_of(round.heat)
        self.seats = _seats(round.case, round.bench)
        self.usual = tuple([judge.talk * _mood(seed, judge.id) for judge in round.bench.judges])
        self.whole = sum(self.usual)
        temper = TEMPERS[Dice("temper", seed).below(len(TEMPERS))]
        # A brisk format spends fewer ticks on a question, and is over before the bench has warmed.
        self._pace = PACE * 2 // (1 + round.format.pace) * self.heat * temper // 10_000 * _plenty(round.case)
        self._dice = Dice("fresh", seed)
        self._fresh: dict[str, int] = {}

    def due(self, ticks: int) -> int:
        """How many questions the bench would put in so many ticks if nobody leaned, in hundredths."""
        return ticks * self._pace // 1000

    def fresh(self, question: str) -> int:
        """How much likelier a question is in this sitting than in others: drawn from the seed, so that no two sittings ask the same."""
        found = self._fresh.get(question)
        if found is None:
            found = self._fresh[question] = (1, 1, 3, 6)[self._dice.then(question).below(4)]
        return found


def habits_of(round: Round) -> Habits:
    """How the bench asks in this round; kept with it."""
    found = round._habits
    if found is None:
        found = round._habits = Habits(round)
    return found


@per_case
def _plenty(case: Case) -> int:
    """In a hundred, how busy the bench is for the questions the case holds: with fewer it would soon repeat itself."""
    own = sum(1 for question in case.questions.values() if not question.stock)
    return max(90, min(100, 100 * own // ENOUGH))


def _mood(seed: int, judge: str) -> int:
    return MOODS[Dice("mood", seed, judge).below(len(MOODS))]
