"""Lines that press for an end: a disposition, or a position. They are tried, so they can show that a thing can be, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from moot.bench.judging.credit import fit
from moot.bench.judging.reasoning import base_weight
from moot.bench.persona import Bench, Judge
from moot.case import Argument, Case, Disposition, PositionRef, Side
from moot.proof.reference.compile import Successors
from moot.round import moves
from moot.round.control_state import Transition
from moot.round.draw import Dice
from moot.round.moves import Move
from moot.round.position import PositionOfPlay, advance, initial
from moot.round.rules import Rules
from moot.study.must.relevant import Relevant

__all__ = ["PressedEnd", "pressed_lines"]

_SCALE = 60
_FIRST = 1_000_000


@dataclass(frozen=True)
class PressedEnd:
    """What is pressed for: a vote of one of these dispositions, or a position; for which side, if for one."""

    dispositions: frozenset[Disposition]
    position: PositionRef | None
    side: Side | None


def pressed_lines(
    rules: Rules,
    successors: Successors,
    bench: Bench,
    end: PressedEnd,
    *,
    tries: int,
    through: str = "",
    begins: tuple[Move, ...] = (),
) -> Iterator[tuple[tuple[Move, ...], PositionOfPlay]]:
    """Complete lines that press for the end, each another way: for all judges, for one, for some, with more or less chance.

    ``through`` is an answer that each line tries to give; ``begins`` is how every second line begins.
    """
    worth = _toward(rules.case, end)
    relevant = Relevant(rules.case, (rules.case.question_of[through].id,)) if through else None
    for attempt in range(tries):
        dice = Dice("must", attempt, 0)
        presser = _Presser(rules.case, worth, _audience(bench, attempt, dice), end.side)
        silent = end.side.other if end.side is not None and attempt % 3 == 2 else None
        noise = presser.most * (attempt % 5) // 8

        def score(
            each: Transition,
            position: PositionOfPlay,
            presser: _Presser = presser,
            silent: Side | None = silent,
            noise: int = noise,
            dice: Dice = dice,
        ) -> int:
            found = presser.of(each, position) + (dice.below(noise) if noise else 0)
            if silent is not None and not position.state.bench and rules.side(position.state) is silent:
                found -= _FIRST * isinstance(each.move, moves.Plead)
            if relevant is not None and through not in position.heard.answers:
                found += _FIRST * 2 * _leads(each.move, relevant, through)
            return found

        yield _play(rules, successors, score, begins if begins and attempt % 2 else ())


def _leads(move: Move, relevant: Relevant, through: str) -> int:
    """Whether a move leads toward the answer that a line is to give."""
    match move:
        case moves.GiveAnswer(answer=id):
            return 2 if id == through else int(id in relevant.answers)
        case moves.Ask(question=id):
            return int(id in relevant.questions)
        case moves.Plead(point=id):
            return int(id in relevant.points)
        case moves.Roadmap(heads=heads):
            case_heads = {relevant.case.point[id].head for id in relevant.points}
            return sum(head in case_heads for head in heads)
        case moves.Turn(head=head):
            return int(any(relevant.case.point[id].head == head for id in relevant.points))
    return 0


def _play(
    rules: Rules,
    successors: Successors,
    score: Callable[[Transition, PositionOfPlay], int],
    begins: tuple[Move, ...],
) -> tuple[tuple[Move, ...], PositionOfPlay]:
    position = initial(rules)
    line: list[Move] = []
    for move in begins:
        transition = rules.transition(position.state, move)
        assert transition is not None, f"{move} is not legal"
        line.append(move)
        position = advance(rules, position, transition)
    while transitions := successors(position.state):
        best = max(transitions, key=lambda each: score(each, position))
        line.append(best.move)
        position = advance(rules, position, best)
    return tuple(line), position


def _audience(bench: Bench, attempt: int, dice: Dice) -> tuple[Judge, ...]:
    """Whom a line presses: at first all, then each alone, then a majority drawn by lot."""
    if not attempt:
        return bench.judges
    if attempt <= len(bench.judges):
        return (bench.judges[attempt - 1],)
    drawn = sorted(bench.judges, key=lambda _: dice.below(1_000_000))
    return tuple(drawn[: bench.majority])


def _toward(case: Case, end: PressedEnd) -> dict[PositionRef, int]:
    """What each position is worth for the end, read off the decision tree: how much likelier it is below than beside it."""
    shares: dict[str, int] = {}

    def share(id: str) -> int:
        if id not in shares:
            node = case.tree.node(id)
            if node.issue is None:
                shares[id] = _SCALE * (node.disposition in end.dispositions)
            else:
                found = [
                    _SCALE * (position == end.position.position)
                    if end.position is not None and node.issue == end.position.issue
                    else share(child)
                    for position, child in node.then
                ]
                shares[id] = sum(found) // len(found)
        return shares[id]

    worth: dict[PositionRef, int] = {}
    for node in case.tree.nodes:
        if node.issue is None:
            continue
        for position, child in node.then:
            ref = PositionRef(node.issue, position)
            if end.position is not None and node.issue == end.position.issue:
                worth[ref] = _SCALE if position == end.position.position else -_SCALE
            else:
                worth[ref] = worth.get(ref, 0) + share(child) - share(node.id)
    return worth


class _Presser:
    """How much a move helps toward the end with some judges."""

    def __init__(self, case: Case, worth: dict[PositionRef, int], judges: tuple[Judge, ...], side: Side | None) -> None:
        self.case, self.side = case, side
        self._own = {
            id: sum(base_weight(judge, argument) for judge in judges)
            * sum(worth.get(ref, 0) for ref in argument.urges)
            // len(judges)
            for id, argument in case.arguments.items()
        }
        self._worth = {
            id: own - sum(self._own.get(attack.target, 0) for attack in case.arguments[id].attacks)
            for id, own in self._own.items()
        }
        self._heads = {
            head.id: sum(max(0, self._worth[point.id]) for point in case.points_under[head.id]) for head in case.heads
        }
        self.most = max((abs(each) for each in self._worth.values()), default=0)

    def _argument(self, argument: Argument | None) -> int:
        return 0 if argument is None else self._worth[argument.id]

    def of(self, transition: Transition, position: PositionOfPlay) -> int:
        """What this move is worth."""
        match transition.move:
            case moves.Roadmap(heads=heads):
                return sum(self._heads[head] for head in heads)
            case moves.Plead(point=id):
                return self._worth[id] or -1
            case moves.Resume():
                return self._worth[position.state.point] or -1
            case moves.Turn(head=head):
                return 1 if self._heads[head] else -1
            case moves.GiveAnswer(answer=id):
                answer = self.case.answers[id]
                manner = fit(self.case.question_of[id], answer)
                ours = 0 if self.side is None else manner if self.case.side_of(id) is self.side else -manner
                lost = (*answer.retracts, *(answer.concedes.gives_up if answer.concedes else ()))
                return _SCALE * ours + self._argument(answer.argument) - sum(self._own.get(each, 0) for each in lost)
            case moves.Ask(question=id):
                return max((self._argument(answer.argument) for answer in self.case.questions[id].answers), default=0)
        return 0
