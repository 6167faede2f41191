"""What the bench may do at its move and how likely each thing is.

The bench keeps a pace: so many questions for the time used, more or fewer by the heat, by the temper of the sitting
(drawn from the seed), and by how the judges lean. Behind its pace it asks more readily, ahead of it less. Where an answer
has a follow-up it mostly goes on with it. Who asks is drawn next, in the measure of their ``talk``; what they ask last, by how
it suits them. All numbers are integers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from moot.case import Case, Question
from moot.case.per_case import per_case
from moot.case.stock import FOLLOW_UPS
from moot.round import moves
from moot.round.asking.asked import AskedSoFar, asked_so_far
from moot.round.asking.askers import USUAL, depths, matters, same_rule, suited
from moot.round.asking.leaning import EVEN
from moot.round.asking.readiness import Readiness, between
from moot.round.dice import Dice
from moot.round.heats import HISTORICAL, heat_of
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["STOCK", "WHOLE", "Group", "chances", "odds"]

WHOLE = 1000
"""Chances of the bench are counted in thousandths."""

STAY, BREAK_IN = 800, 230
"""How often the bench asks on once it has broken in, and how often it breaks in, in a thousand; at its pace and the normal heat."""

OPEN = 880
"""The same for the first question of a turn, which comes soon."""

LONGEST = 5
"""At most so many questions before counsel may go on."""

PACE = 222
"""Questions for a thousand ticks of argument, at the normal heat: 20 or so in the half hour of a side that uses it."""

AHEAD = 40
"""How much of a question is due when a turn opens, in hundredths."""

TEMPERS = (80, 90, 100, 110, 120)
"""How busy a sitting is, in a hundred of the usual; drawn from the seed."""

STOCK, STOCK_FIRST = 5, 9
"""At most one question in :data:`STOCK` is a stock question. To break in with one, there has to be room for one in :data:`STOCK_FIRST`."""

MADE = 30
"""At most so many in a hundred are of the engine's making, follow-ups included; over many sittings, at most a quarter."""

ENOUGH = 160
"""A case with so many questions of its own is asked at the full pace."""

_SAME = 60
"""In a hundred follow-ups, how many are put by whoever asked before, if they have one to put."""

_NEAR = 6
"""How much likelier a question is that is about the same matter as the one before it in a thread."""

_AFTER = 4
"""At most so many questions that may still be asked after one make it likelier."""

_PULL = 8
"""How far a judge's best question of a thread makes that judge readier: with one of this weight or more, twice as ready."""

_REAL = 985
"""In a thousand, how often a question that was really asked is asked at the historical heat."""


@dataclass(frozen=True)
class Group:
    """One thing the bench may do: go on with a thread, or ask something new.

    ``share`` is how often it does, in a thousand. ``judges`` are those who would put one of its questions, each with a
    weight and the questions with theirs.
    """

    share: int
    judges: Mapping[str, tuple[int, Mapping[str, int]]]


def odds(round: Round) -> list[tuple[Move, Fraction]]:
    """What the bench may do here and how likely each is, pass first; the chances add up to one.

    Each question stands once for each judge who would put it. Where nobody on the bench would, the pass is certain.
    """
    groups = [group for group in chances(round) if group.share]
    found: list[tuple[Move, Fraction]] = [(moves.Pass(), Fraction(WHOLE - sum(group.share for group in groups), WHOLE))]
    for group in groups:
        total = sum(weight for weight, _ in group.judges.values())
        for judge, (weight, questions) in group.judges.items():
            each = Fraction(group.share * weight, WHOLE * total * sum(questions.values()))
            found += [(moves.Ask(id, judge), each * much) for id, much in questions.items()]
    return found


def chances(round: Round) -> list[Group]:
    """The groups among which the bench chooses; what their shares leave of a thousand is the pass."""
    state = round.position.state
    menu = [id for id in state.menu if round.askers(id)] if state.bench else []
    if not menu or _protected(round):
        return []
    if round.heat == HISTORICAL:
        return _historical(round, menu)
    asked = asked_so_far(round)
    roots = _roots(round.case)[state.point]
    judges = Readiness(round, asked, _due(round))
    if asked.run >= LONGEST:
        return []
    follow_ups = [id for id in menu if id not in roots]
    fresh = [id for id in menu if id in roots]
    going_on = _group(judges, follow_ups)[0] if follow_ups else {}
    new, suits = _group(judges, fresh) if fresh else ({}, USUAL)
    behind = judges.due * judges.leaning // EVEN - 100 * asked.turn
    found = []
    passing = WHOLE
    if going_on:
        share = between(920 + behind * 4 // 10, 500, 970)
        found.append(Group(share, _followed(going_on, asked.last)))
        passing -= share
    if new:
        found.append(Group(passing * _begins(judges, behind, suits, new) // WHOLE, new))
    return found


def _begins(judges: Readiness, behind: int, suits: int, new: Mapping[str, tuple[int, Mapping[str, int]]]) -> int:
    """How often the bench asks something that follows no answer, in a thousand.

    A bench that has broken in mostly stays: it asks in threads, and lets counsel speak in between. ``behind`` is how far it is behind its
    pace, in hundredths of a question.
    """
    heat = 25 + heat_of(judges.round.heat) * 3 // 4
    if judges.round.position.state.cut:
        return between(STAY * judges.leaning // EVEN * heat // 100 + behind * 3 // 10, 200, 930)
    usual = (OPEN if judges.opening else BREAK_IN) * judges.leaning // EVEN * heat // 100
    share = between(usual + behind * 12 // 10, 60, 930)
    if not judges.opening:
        return between(share * (USUAL + 2 * suits) // (3 * USUAL), 10, 950)
    # Whoever opens waits for a question that is theirs.
    theirs = sum(ready for ready, _ in new.values()) * 450 // (judges.openers() or 1)
    return share * (550 + theirs) // 1000


def _historical(round: Round, menu: list[str]) -> list[Group]:
    """The first question that was really asked and may be asked here, by one of those who asked it."""
    put = suited(round.case, round.bench)
    for id in menu:
        by = {
            judge: (weight, {id: 1}) for judge, weight in put[id].items() if judge in round.case.questions[id].asked_by
        }
        if by:
            return [Group(_REAL, by)]
    return []


def _protected(round: Round) -> bool:
    """Whether counsel is still in the opening minutes in which the format lets nobody ask."""
    state = round.position.state
    segment = round.rules.segment(state)
    return segment is not None and round.rules.allowed_ticks(state) - round.clock < segment.protected


# -- how often -------------------------------------------------------------------------------------------------------


def _due(round: Round) -> int:
    """How many questions would have been asked by now in this turn at the bench's pace, if nobody leaned; in hundredths."""
    whole = round.rules.allowed_ticks(round.position.state)
    # A brisk format spends fewer ticks on a question, and is over before the bench has warmed.
    pace = PACE * 2 // (1 + round.format.pace) * heat_of(round.heat) * _temper(round.seed) // 10_000
    return AHEAD + (whole - round.position.clock) * pace * _plenty(round.case) // 1000


@per_case
def _plenty(case: Case) -> int:
    """In a hundred, how busy the bench is for the questions the case holds: with fewer it would soon repeat itself."""
    own = sum(1 for question in case.questions.values() if not question.stock)
    return between(100 * own // ENOUGH, 90, 100)


@per_case
def _roots(case: Case) -> dict[str, frozenset[str]]:
    """For every point, the questions that begin a thread."""
    return {point.id: frozenset(question.id for question in point.questions) for point in case.points}


@lru_cache(maxsize=1024)
def _temper(seed: int) -> int:
    return TEMPERS[Dice("temper", seed).below(len(TEMPERS))]


@lru_cache(maxsize=8192)
def _fresh(seed: int, question: str) -> int:
    """How much likelier a question is in this sitting than in others: drawn from the seed, so that no two sittings ask the same."""
    return (1, 1, 3, 6)[Dice("fresh", seed, question).below(4)]


# -- who and what ----------------------------------------------------------------------------------------------------


def _group(judges: Readiness, menu: Sequence[str]) -> tuple[dict[str, tuple[int, Mapping[str, int]]], int]:
    """The judges who would put one of these questions, with how ready they are, and the questions with their weights.

    Also how much the questions suit them all together: :data:`~moot.round.asking.askers.USUAL` for a question like most.
    """
    round, asked = judges.round, judges.asked
    case, seed = round.case, round.seed
    put, deep, matter = suited(case, round.bench), depths(case), matters(case)
    roots = _roots(case)[round.position.state.point]
    cut = round.position.state.cut
    # By judge: the questions of the case and the stock ones that they would put, how much these suit them, and the strongest pull.
    own: dict[str, dict[str, int]] = {}
    stock: dict[str, dict[str, int]] = {}
    suiting: dict[str, int] = {}
    pull: dict[str, int] = {}
    for after, id in enumerate(reversed(menu)):
        question = case.questions[id]
        if question.stock and not (_room(asked, question, cut) and _in_place(round, question)):
            continue
        # Within a thread the next question is mostly about the same matter, and who asks an early question has more to ask after it.
        near = _NEAR if asked.question and matter[id] & matter[asked.question] else 1
        near *= 1 + min(_AFTER, after) if id in roots else 1
        much, pulls = _fresh(seed, id) * deep[id] * near, min(_PULL, deep[id] * near)
        kind = stock if question.stock else own
        for name, suits in put[id].items():
            if name not in suiting:
                suiting[name] = pull[name] = 0
            kind.setdefault(name, {})[id] = suits * much
            suiting[name] += suits
            pull[name] = max(pull[name], pulls)
    found: dict[str, tuple[int, Mapping[str, int]]] = {}
    plain = suited_to = 0
    for place, judge in enumerate(round.bench.judges):
        name = judge.id
        if name not in suiting:
            continue
        theirs = own.get(name, {})
        if name in stock:
            theirs = _with_stock(round, theirs, stock[name])
        ready = judges.of(place, judge)
        suit = suiting[name] // len(theirs)
        plain, suited_to = plain + ready, suited_to + ready * suit
        if not ready and any(name in case.questions[id].asked_by for id in theirs):
            ready = 1
        if ready and not judges.opening:
            # Of two who are as ready, the one whom the questions suit speaks first, or the one who begins the longer thread.
            ready *= suit * (_PULL + pull[name])
        if ready:
            found[name] = ready, theirs
    return found, min(3 * USUAL, suited_to // plain) if plain else USUAL


def _room(asked: AskedSoFar, question: Question, cut: bool) -> bool:
    """Whether one more of the engine's questions is not too many."""
    if 100 * (asked.made + 1) > MADE * (asked.total + 1):
        return False
    return question.stock in FOLLOW_UPS or (asked.stock + 1) * (STOCK if cut else STOCK_FIRST) <= asked.total + 1


def _in_place(round: Round, question: Question) -> bool:
    """Whether what a stock question comes back to was said, and counsel has not been asked already for that rule."""
    heard = round.position.heard.answers
    if question.returns_to:
        return not heard.isdisjoint(question.returns_to)
    return heard.isdisjoint(same_rule(round.case).get(question.id, ()))


def _with_stock(round: Round, own: Mapping[str, int], stock: Mapping[str, int]) -> dict[str, int]:
    """A judge's questions of the case and stock ones together: the stock ones half as likely, but more to come back."""
    if not own:
        return dict(stock)
    back = any(round.case.questions[id].returns_to for id in stock)
    ours, theirs = sum(own.values()), sum(stock.values())
    part = 2 * ours if back else ours // 2 + 1
    return {
        **{id: weight * theirs for id, weight in own.items()},
        **{id: weight * part for id, weight in stock.items()},
    }


def _followed(
    judges: Mapping[str, tuple[int, Mapping[str, int]]], last: str
) -> dict[str, tuple[int, Mapping[str, int]]]:
    """The same, with whoever asked last as likely to go on as :data:`_SAME` says."""
    found = dict(judges)
    others = sum(weight for judge, (weight, _) in found.items() if judge != last)
    if last in found and others:
        found[last] = max(1, others * _SAME // (100 - _SAME)), found[last][1]
    return found
