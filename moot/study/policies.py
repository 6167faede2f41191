"""Counsel who follow a plan for the whole sitting, and a fixed search for a good plan.

A plan is fixed before the sitting: a roadmap, an order of points, points to leave out, and an answer to every question that may
come. It does not see the seed it is tried on, so a plan found on one set of seeds can be measured on another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from moot.case import Case, Question, Side
from moot.counsel import Scripted
from moot.round import moves
from moot.round.draw import Dice
from moot.round.moves import Move
from moot.round.round import Round
from moot.score.answering import answer_loss

__all__ = ["Answering", "LinePlan", "PlannedCounsel", "Silent", "climb", "keep_talking"]


class Silent:
    """Gives a roadmap where one is asked for, answers nothing it is not asked, and sits down."""

    def choose(self, round: Round) -> Move:
        """The scripted roadmap; then sit."""
        legal = list(round.legal)
        sit = [move for move in legal if isinstance(move, moves.Sit)]
        return sit[0] if sit else Scripted().choose(round)


def graded(case: Case, question: Question, offered: list[Move], seed: object, *, best: bool) -> Move:
    """The answer that costs least (or most) on the ballot; equals are settled by dice, so that file order says nothing."""
    loss = {move: answer_loss(case, move.answer) for move in offered if isinstance(move, moves.GiveAnswer)}
    wanted = (min if best else max)(loss.values())
    equal = [move for move, much in loss.items() if much == wanted]
    return equal[Dice("graded", seed, question.id).below(len(equal))]


class Answering:
    """Scripted roadmap and points, the whole time spoken; every answer the best (or the worst) for the ballot."""

    def __init__(self, seed: int = 0, *, best: bool = True) -> None:
        self.seed, self.best = seed, best

    def choose(self, round: Round) -> Move:
        """The scripted move, or the graded answer."""
        pending = round.position.state.pending
        if not pending:
            return keep_talking(round, Scripted().choose(round))
        return graded(round.case, round.case.questions[pending], list(round.legal), self.seed, best=self.best)


def keep_talking(round: Round, move: Move) -> Move:
    """The move, or the first thing there is to say where the move is to sit down early."""
    if not isinstance(move, moves.Sit):
        return move
    legal = list(round.legal)
    for kind in (moves.Resume, moves.Plead, moves.Turn):
        talk = [one for one in legal if isinstance(one, kind)]
        if talk:
            return talk[0]
    return move


@dataclass(frozen=True)
class LinePlan:
    """What one side means to do. ``answers`` maps a question to the answer it gets; what is missing is answered by the ballot."""

    side: Side
    roadmap: moves.Roadmap | None = None
    order: tuple[str, ...] = ()
    leave_out: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=dict)
    best: bool = True


class PlannedCounsel:
    """Counsel who follow a plan. It goes on talking while there is a point it does not leave out."""

    def __init__(self, plan: LinePlan, met: set[str] | None = None) -> None:
        self.plan = plan
        self.met = met if met is not None else set()
        """The questions it was asked, filled as it plays."""

    def choose(self, round: Round) -> Move:
        """The planned move, or the nearest to it."""
        plan, case, legal = self.plan, round.case, list(round.legal)
        pending = round.position.state.pending
        if pending:
            self.met.add(pending)
            planned = moves.GiveAnswer(plan.answers.get(pending, ""))
            if planned in legal:
                return planned
            return graded(case, case.questions[pending], legal, 0, best=plan.best)
        if isinstance(legal[0], moves.Roadmap):
            return plan.roadmap if plan.roadmap in legal else Scripted().choose(round)
        resume = [move for move in legal if isinstance(move, moves.Resume)]
        if resume:
            return resume[0]
        rank = {id: index for index, id in enumerate(plan.order)}
        points = [move for move in legal if isinstance(move, moves.Plead) and move.point not in plan.leave_out]
        if points:
            return min(points, key=lambda move: rank.get(move.point, len(rank)))
        turns = [move for move in legal if isinstance(move, moves.Turn)]
        if turns:
            return turns[0]
        return next((move for move in legal if isinstance(move, moves.Sit)), legal[0])


def climb(
    case: Case,
    start: LinePlan,
    value: Callable[[LinePlan, set[str]], tuple[Fraction, ...]],
    roadmaps: tuple[moves.Roadmap, ...],
    *,
    steps: int,
    seed: int = 0,
) -> tuple[LinePlan, tuple[Fraction, ...]]:
    """A hill-climb over whole plans: ``steps`` changes are tried, each kept where it is no worse by ``value``.

    ``value`` also adds the questions it met to the set it is given: only their answers are changed. A change is one to three of:
    another roadmap, two points in the other order, a point left out or taken back (only where the plan may), another answer.
    """
    met: set[str] = set()
    kept, worth = start, value(start, met)
    for step in range(steps):
        dice = Dice("climb", case.id, str(start.side), start.best, seed, step)
        tried = kept
        for _ in range(1 + dice.below(3)):
            tried = _changed(case, tried, roadmaps, sorted(met), dice)
        if tried == kept:
            continue
        found = value(tried, met)
        if found >= worth:
            kept, worth = tried, found
    return kept, worth


def _changed(case: Case, plan: LinePlan, roadmaps: tuple[moves.Roadmap, ...], met: list[str], dice: Dice) -> LinePlan:
    kind = dice.below(10)
    if kind < 2 and roadmaps:
        return replace(plan, roadmap=roadmaps[dice.below(len(roadmaps))])
    points = [point.id for point in case.points if point.side is plan.side]
    if kind < 4:
        order = [*plan.order, *(id for id in points if id not in plan.order)]
        one, other = dice.below(len(order)), dice.below(len(order))
        order[one], order[other] = order[other], order[one]
        return replace(plan, order=tuple(order))
    if kind == 4 and plan.best:
        return replace(plan, leave_out=plan.leave_out ^ {points[dice.below(len(points))]})
    if not met:
        return plan
    question = case.questions[met[dice.below(len(met))]]
    answer = question.answers[dice.below(len(question.answers))]
    return replace(plan, answers={**plan.answers, question.id: answer.id})
