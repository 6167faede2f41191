"""Good play for one side: a plan made from sittings that were played, and par, which is what the plan gets.

A plan says which heads, which points in which order, and which answer to each question. It starts from the answers that are best on the
ballot. From sittings played by it, each answer, point and head is judged by what it does to the bench: what was heard, with that one thing
exchanged. The plan that does best on fresh dice is kept.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from moot.case import Case, Heard
from moot.case.formats import heads_for
from moot.case.heard import heard_of
from moot.counsel.greedy import standing
from moot.round import moves
from moot.round.round import Round
from moot.score.answering import answer_loss
from moot.study.policies import LinePlan
from moot.study.review.exhaustive import EndValue, end_value
from moot.study.review.setting import Setting
from moot.study.review.values import Figure, Par

__all__ = ["interval", "make_plan", "par_of"]

_SAMPLE = 8
"""Sittings from which one plan is made."""

_TRIALS = 8
"""Sittings on which plans are compared."""

_Z = statistics.NormalDist().inv_cdf(0.975)


def make_plan(setting: Setting) -> Iterator[Setting]:
    """The setting with better and better plans: yields after each piece of work; the last one has the plan to use."""
    tried = [setting]
    for number in range(2):
        here = tried[-1]
        seen = [_played(here, f"plan {number} {key}") for key in range(_SAMPLE)]
        yield tried[0]
        tried.append(replace(setting, plan=_improved(here, seen)))
    best, most = tried[0], (Fraction(-1), Fraction(0))
    for one in tried:
        worth = _mean([end_value(_played(one, f"trial {key}"), one.side) for key in range(_TRIALS)])
        if worth > most:
            best, most = one, worth
        yield best


def par_of(setting: Setting, sittings: int, key: int = 0) -> Par:
    """What the setting's plan gets from the call of the case, on the sittings of its pool."""
    found = [end_value(setting.sitting(key, number), setting.side) for number in range(sittings)]
    seats = len(setting.bench.judges)
    votes = interval([float(share) * seats for share, _ in found], 1.0, 0.0, float(seats))
    points = interval([float(points) for _, points in found], 1.0, 0.0, 100.0)
    return Par(setting.side, votes, points, sittings)


def interval(values: list[float], grain: float, least: float, most: float) -> Figure:
    """The mean of a sample with its interval.

    One value ``grain`` above and one below the mean are added for the width alone, so that a sample in which nothing varied is not
    called certain (after Agresti and Coull 1998).
    """
    mean = statistics.fmean(values)
    number = len(values)
    spread = sum((value - mean) ** 2 for value in values) + 2 * grain * grain
    apart = _Z * math.sqrt(spread / (number + 1)) / math.sqrt(number + 2)
    return Figure(mean, max(least, mean - apart), min(most, mean + apart), exact=False)


def _mean(values: list[EndValue]) -> EndValue:
    return sum((one for one, _ in values), Fraction(0)), sum((other for _, other in values), Fraction(0))


def _played(setting: Setting, key: str) -> Round:
    return setting.played(key)


def _improved(setting: Setting, seen: list[Round]) -> LinePlan:
    """The plan that these sittings, played by the setting's, speak for."""
    case, side = setting.case, setting.side
    answers: dict[str, dict[str, list[int]]] = {}
    points: dict[str, list[int]] = {point.id: [] for point in case.points if point.side is side}
    for round in seen:
        heard = round.position.heard
        whole = standing(round, heard, side)
        for move, before in zip(round.line, round.positions, strict=False):
            if isinstance(move, moves.GiveAnswer) and case.side_of(move.answer) is side:
                found = answers.setdefault(before.state.pending, {})
                for other in case.questions[before.state.pending].answers:
                    change = standing(round, _swapped(case, heard, move.answer, other.id), side) - whole
                    found.setdefault(other.id, []).append(change)
        for id, changes in points.items():
            said = id in heard.full or id in heard.half
            changes.append(
                whole - standing(round, _without(case, heard, id), side)
                if said
                else standing(round, heard.with_full(id), side) - whole
            )
    worth = {id: statistics.fmean(changes) for id, changes in points.items() if changes}
    chosen = {question: _best_answer(case, found) for question, found in answers.items()}
    return replace(
        setting.plan,
        roadmap=_roadmap(setting, worth),
        order=tuple(sorted(worth, key=lambda each: (-worth[each], each))),
        leave_out=frozenset(id for id, much in worth.items() if much < 0),
        answers={**setting.plan.answers, **chosen},
    )


def _best_answer(case: Case, found: dict[str, list[int]]) -> str:
    return min(found, key=lambda each: (-statistics.fmean(found[each]), answer_loss(case, each), each))


def _swapped(case: Case, heard: Heard, given: str, other: str) -> Heard:
    return heard_of(case, heard.half, heard.full, (heard.answers - {given}) | {other})


def _without(case: Case, heard: Heard, point: str) -> Heard:
    return heard_of(case, heard.half - {point}, heard.full - {point}, heard.answers)


def _roadmap(setting: Setting, worth: dict[str, float]) -> moves.Roadmap | None:
    """The heads whose points are worth most, the best first, with the reserve that its replies are worth: the first speaker's."""
    case, side = setting.case, setting.side
    opening = next((each for each in setting.format.segments if each.side is side and not each.replies), None)
    if opening is None:
        return None
    by_head = {
        head.id: sum(max(0.0, worth.get(point.id, 0.0)) for point in case.points_under[head.id])
        for head in heads_for(case, setting.format, opening)
    }
    order = sorted(by_head, key=lambda each: (-by_head[each], each))
    size = min(3, len(order))
    reserves = opening.reserves or (0,)
    rebuts = any(worth.get(point.id, 0.0) > 0 for point in case.replies_of[side])
    return moves.Roadmap(tuple(order[:size]), max(reserves) if rebuts else min(reserves))
