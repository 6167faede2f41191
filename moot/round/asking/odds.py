"""What the bench may do at its move and how likely each thing is.

The bench keeps a pace: so many questions for the time used, more or fewer by the heat, by the temper of the sitting
(drawn from the seed), and by how the judges lean. Behind its pace it asks more readily, ahead of it less. Where an answer
has a follow-up it mostly goes on with it. Who asks is drawn next, in proportion to their ``talk``; what they ask last, by how
it suits them. All numbers are integers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from moot.round import moves
from moot.round.asking.asked import AskedSoFar, asked_so_far
from moot.round.asking.askers import USUAL, suited
from moot.round.asking.groups import MOST_SUITED, Group, OneQuestion, group
from moot.round.asking.heats import HISTORICAL
from moot.round.asking.leaning import EVEN
from moot.round.asking.readiness import Readiness, between
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

_REAL = 985
"""In a thousand, how often a question that was really asked is asked at the historical heat."""


def odds(round: Round) -> list[tuple[Move, Fraction]]:
    """What the bench may do here and how likely each is, pass first; the chances add up to one.

    Each question stands once for each judge who would put it. Where nobody on the bench would, the pass is certain.
    """
    groups = [each for each in chances(round) if each.share]
    found: list[tuple[Move, Fraction]] = [(moves.PASS, Fraction(WHOLE - sum(each.share for each in groups), WHOLE))]
    for one in groups:
        total = sum(one.ready.values())
        for judge, weight in one.ready.items():
            questions = one.questions(judge)
            each = Fraction(one.share * weight, WHOLE * total * sum(questions.values()))
            found += [(moves.Ask(id, judge), each * much) for id, much in questions.items()]
    return found


def chances(round: Round) -> list[Group | OneQuestion]:
    """The groups among which the bench chooses; what their shares leave of a thousand is the pass."""
    return list(each_chance(round, asked_so_far(round)))


def each_chance(round: Round, asked: AskedSoFar, thrown: int = 0) -> Iterator[Group | OneQuestion]:
    """The same, one after the other: who draws one of them looks at none behind it.

    A group is left out where it is plain, before its questions are looked at, that a throw of ``thrown`` in a thousand is past its share.
    """
    rules, position = round.rules, round.position
    state = position.state
    if not state.bench or not state.menu:
        return
    segment = rules.segment(state)
    assert segment is not None
    used = rules.allowed_ticks(state) - position.clock
    # In the opening minutes that the format protects nobody asks.
    if used < segment.protected:
        return
    if round.heat == HISTORICAL:
        yield from _historical(round, state.menu)
        return
    if asked.run >= LONGEST:
        return
    judges = Readiness(round, asked, segment, used)
    follow_ups, fresh = judges.habits.seats.menu(state.menu)
    behind = judges.due * judges.leaning // EVEN - 100 * asked.turn
    passing = WHOLE
    if follow_ups and (going_on := group(judges, follow_ups, asked.last)):
        going_on.share = between(920 + behind * 4 // 10, 500, 970)
        yield going_on
        passing -= going_on.share
    if fresh:
        breaks_in = _breaks_in(judges, behind)
        hit = thrown - WHOLE + passing
        new = group(judges, fresh) if hit < passing * _most(judges, breaks_in, MOST_SUITED) // WHOLE else None
        if new is not None and hit < passing * _most(judges, breaks_in, new.most_suited) // WHOLE and new:
            new.share = passing * _begins(judges, breaks_in, new) // WHOLE
            yield new


def _breaks_in(judges: Readiness, behind: int) -> int:
    """How often the bench asks something that follows no answer, whatever there is to ask, in a thousand.

    A bench that has broken in mostly stays: it asks in threads, and lets counsel speak in between. ``behind`` is how far it is behind its
    pace, in hundredths of a question.
    """
    heat = 25 + judges.habits.heat * 3 // 4
    if judges.round.position.state.cut:
        return between(STAY * judges.leaning // EVEN * heat // 100 + behind * 3 // 10, 200, 930)
    usual = (OPEN if judges.opening else BREAK_IN) * judges.leaning // EVEN * heat // 100
    return between(usual + behind * 12 // 10, 60, 930)


def _begins(judges: Readiness, breaks_in: int, new: Group) -> int:
    """The same for these questions: those that suit the bench are asked more often."""
    if judges.round.position.state.cut:
        return breaks_in
    if not judges.opening:
        return _suited(breaks_in, new.suits)
    # Whoever opens waits for a question that is theirs.
    theirs = sum(new.ready.values()) * 450 // (judges.habits.seats.openers or 1)
    return breaks_in * (550 + theirs) // 1000


def _most(judges: Readiness, breaks_in: int, suits: int) -> int:
    """The most that :func:`_begins` can give for questions that suit the bench no more than this, or all."""
    if judges.round.position.state.cut:
        return breaks_in
    return WHOLE if judges.opening else _suited(breaks_in, suits)


def _suited(breaks_in: int, suits: int) -> int:
    return between(breaks_in * (USUAL + 2 * suits) // (3 * USUAL), 10, 950)


def _historical(round: Round, menu: Sequence[str]) -> Iterator[OneQuestion]:
    """The first question that was really asked and may be asked here, by one of those who asked it."""
    put = suited(round.case, round.bench)
    for id in menu:
        by = {judge: weight for judge, weight in put[id].items() if judge in round.case.questions[id].asked_by}
        if by:
            yield OneQuestion(id, by, _REAL)
            return
