"""What the bench may do at its move and how likely each thing is.

The bench keeps a pace: so many questions for the time used, more or fewer by the heat, by the temper of the sitting
(drawn from the seed), and by how the judges lean. Behind its pace it asks more readily, ahead of it less. Where an answer
has a follow-up it mostly goes on with it. Who asks is drawn next, in proportion to their ``talk``; what they ask last, by how
it suits them. All numbers are integers.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from moot.case import Case
from moot.case.per_case import per_case
from moot.round import moves
from moot.round.asking.asked import asked_so_far
from moot.round.asking.askers import USUAL, suited
from moot.round.asking.groups import Group, OneQuestion, group, roots
from moot.round.asking.heats import HISTORICAL, heat_of
from moot.round.asking.leaning import EVEN
from moot.round.asking.readiness import Readiness, between
from moot.round.dice import Dice
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["WHOLE", "chances", "each_chance", "odds"]

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

ENOUGH = 160
"""A case with so many questions of its own is asked at the full pace."""

_REAL = 985
"""In a thousand, how often a question that was really asked is asked at the historical heat."""


def odds(round: Round) -> list[tuple[Move, Fraction]]:
    """What the bench may do here and how likely each is, pass first; the chances add up to one.

    Each question stands once for each judge who would put it. Where nobody on the bench would, the pass is certain.
    """
    groups = [each for each in chances(round) if each.share]
    found: list[tuple[Move, Fraction]] = [(moves.Pass(), Fraction(WHOLE - sum(each.share for each in groups), WHOLE))]
    for one in groups:
        total = sum(one.ready.values())
        for judge, weight in one.ready.items():
            questions = one.questions(judge)
            each = Fraction(one.share * weight, WHOLE * total * sum(questions.values()))
            found += [(moves.Ask(id, judge), each * much) for id, much in questions.items()]
    return found


def chances(round: Round) -> list[Group | OneQuestion]:
    """The groups among which the bench chooses; what their shares leave of a thousand is the pass."""
    return list(each_chance(round))


def each_chance(round: Round) -> Iterator[Group | OneQuestion]:
    """The same, one after the other: who draws one of them looks at none behind it."""
    state = round.position.state
    menu = [id for id in state.menu if round.askers(id)] if state.bench else []
    if not menu or _protected(round):
        return
    if round.heat == HISTORICAL:
        yield from _historical(round, menu)
        return
    asked = asked_so_far(round)
    if asked.run >= LONGEST:
        return
    judges = Readiness(round, asked, _due(round))
    beginning = roots(round.case)[state.point]
    follow_ups = [id for id in menu if id not in beginning]
    fresh = [id for id in menu if id in beginning]
    behind = judges.due * judges.leaning // EVEN - 100 * asked.turn
    passing = WHOLE
    if follow_ups and (going_on := group(judges, follow_ups, asked.last)):
        going_on.share = between(920 + behind * 4 // 10, 500, 970)
        yield going_on
        passing -= going_on.share
    if fresh and (new := group(judges, fresh)):
        new.share = passing * _begins(judges, behind, new) // WHOLE
        yield new


def _begins(judges: Readiness, behind: int, new: Group) -> int:
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
        return between(share * (USUAL + 2 * new.suits) // (3 * USUAL), 10, 950)
    # Whoever opens waits for a question that is theirs.
    theirs = sum(new.ready.values()) * 450 // (judges.openers or 1)
    return share * (550 + theirs) // 1000


def _historical(round: Round, menu: list[str]) -> Iterator[OneQuestion]:
    """The first question that was really asked and may be asked here, by one of those who asked it."""
    put = suited(round.case, round.bench)
    for id in menu:
        by = {judge: weight for judge, weight in put[id].items() if judge in round.case.questions[id].asked_by}
        if by:
            yield OneQuestion(id, by, _REAL)
            return


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


@lru_cache(maxsize=1024)
def _temper(seed: int) -> int:
    return TEMPERS[Dice("temper", seed).below(len(TEMPERS))]
