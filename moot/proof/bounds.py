"""Bounds on what the judges of a bench can be brought to find, valid on every line.

For each judge and position there is an upper and a lower bound on its support. Where the upper bound of one position is below
the lower bound of another, that judge can never find it. The bounds look at each argument alone, as if everything that helps
could be said and everything that hurts left out. So what they rule out is impossible for certain, and what they leave open may
still be impossible (a sound over-approximation).
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property

from moot.bench.judging.bench_credit import credit_of, half
from moot.bench.judging.credit import conduct_of, repetitions
from moot.bench.judging.reach import HEARD_FULL, HEARD_HALF, light
from moot.bench.judging.scales import base_weight, scales_of
from moot.bench.persona import Bench, Judge
from moot.case import Argument, Attack, Attacking, Case, Heard, Modality, Position, PositionRef, Side
from moot.proof.certificate import Dead

__all__ = ["SupportBounds"]


class SupportBounds:
    """Bounds for one case and bench, given what can be said at all (points, those broken into, answers).

    ``gone`` are points and answers that count for nothing on the lines asked about: conceded or taken back on every one of them.
    """

    def __init__(
        self,
        case: Case,
        bench: Bench,
        points: AbstractSet[str],
        broken: AbstractSet[str],
        answers: AbstractSet[str],
        gone: AbstractSet[str] = frozenset(),
    ) -> None:
        self.case, self.bench = case, bench
        self._said = points | answers
        self._points, self._broken, self._gone = points, broken, gone
        self._withdrawn = {
            target
            for answer in case.answers.values()
            if answer.id in answers
            for target in (*answer.retracts, *(answer.concedes.gives_up if answer.concedes else ()))
        }

    # -- weights -----------------------------------------------------------------------------------------------------

    def max_weight(self, judge: Judge, argument: Argument) -> int:
        """The greatest weight the argument can have with this judge."""
        if argument.id in self._gone:
            return 0
        said = HEARD_HALF if argument.halved else HEARD_FULL
        times = said if argument.id in self._said else HEARD_HALF if argument.briefed else 0
        return times * base_weight(judge, argument)

    def min_weight(self, judge: Judge, argument: Argument) -> int:
        """The least weight it can have once it counts at all (more than zero)."""
        half = argument.briefed or argument.halved or argument.id in self._broken
        return (HEARD_HALF if half else HEARD_FULL) * base_weight(judge, argument)

    def tells(self, judge: Judge, attacker: Argument, attack: Attack) -> bool:
        """Whether the attack may ever take anything from its target for this judge: strike it, or leave it counting for less."""
        # Both weigh something: how much is lost to rounding depends on what else attacks, so any such attack may tell.
        target = self.case.arguments.get(attack.target)
        return target is not None and self.max_weight(judge, attacker) > 0 and self.max_weight(judge, target) > 0

    @cached_property
    def _attacked(self) -> dict[str, list[tuple[Argument, Attack]]]:
        found: dict[str, list[tuple[Argument, Attack]]] = {}
        for argument in self.case.arguments.values():
            for attack in argument.attacks:
                found.setdefault(attack.target, []).append((argument, attack))
                if attack.kind is Attacking.REBUT and attack.target in self.case.arguments:
                    back = Attack(attack.kind, argument.id)
                    found.setdefault(argument.id, []).append((self.case.arguments[attack.target], back))
        return found

    def _always_counts(self, judge: Judge, argument: Argument) -> bool:
        """Whether the argument counts whole on every line: briefed, never withdrawn, and nothing can ever tell against it."""
        return (
            argument.briefed
            and argument.id not in self._withdrawn
            and not light(self.case, argument.id)
            and not any(self.tells(judge, attacker, attack) for attacker, attack in self._attacked.get(argument.id, ()))
        )

    # -- support -----------------------------------------------------------------------------------------------------

    @cached_property
    def _urging(self) -> dict[PositionRef, list[Argument]]:
        found: dict[PositionRef, list[Argument]] = {}
        for argument in self.case.arguments.values():
            for position in argument.urges:
                found.setdefault(position, []).append(argument)
        return found

    def support(self, judge: Judge, issue: str, position: Position) -> tuple[int, int]:
        """Lower and upper bound on the support on any line, without credit."""
        prior = sum(judge.held.get(name, 0) * much for name, much in position.embodies)
        least: dict[Modality, int] = {}
        most: dict[Modality, int] = {}
        for argument in self._urging.get(PositionRef(issue, position.id), ()):
            if self._always_counts(judge, argument):
                least[argument.modality] = max(least.get(argument.modality, 0), self.min_weight(judge, argument))
            most[argument.modality] = max(most.get(argument.modality, 0), self.max_weight(judge, argument))
        return prior + sum(least.values()), prior + sum(most.values())

    def credit(self, judge: Judge, side: Side) -> tuple[int, int]:
        """The least and the most credit the judge can give a side on any line, by itself."""
        worst: list[int] = []
        best: list[int] = []
        everything = Heard(full=frozenset(self._points), answers=frozenset(self._said - self._points))
        for question in self.case.questions.values():
            if self.case.point_of[question.id].side is not side:
                continue
            marks = [0]
            for answer in question.answers:
                if answer.id not in self._said:
                    continue
                marks += [
                    sum(entry.marks for entry in conduct_of(question, answer, heard, judge.prices))
                    for heard in (everything, Heard())
                ]
            worst.append(min(marks))
            best.append(max(marks))
        # At worst the judge refuses all that is said, and every theory is said as often as it can be.
        again = repetitions(self.case, everything, self.case.arguments)[side]
        refused = judge.prices.repetition * len(again)
        return -_most_credit(sorted(-mark for mark in worst), refused), _most_credit(sorted(best), 0)

    def reachable(self, judge: Judge, issue: str) -> tuple[str, ...]:
        """The positions this judge can perhaps be brought to; the others certainly not."""
        positions = self.case.issue[issue].positions
        bounds = {position.id: self.support(judge, issue, position) for position in positions}
        return tuple(
            position.id
            for position in positions
            if self._may_open(judge, issue, position)
            and not any(
                self._beaten(judge, issue, position, other, bounds) for other in positions if other is not position
            )
        )

    def _bound(self, judge: Judge, issue: str, position: Position) -> bool:
        """Whether the judge may find this position only on an argument of the side that lost below."""
        scales = scales_of(judge, self.case)
        return scales.bound[scales.number[issue]][scales.place[issue, position.id]]

    def _may_open(self, judge: Judge, issue: str, position: Position) -> bool:
        """Whether there is an argument on which this position may be found, where it needs one."""
        urging = self._urging.get(PositionRef(issue, position.id), ())
        return not self._bound(judge, issue, position) or any(
            argument.side is not self.case.below.presumed and self.max_weight(judge, argument) for argument in urging
        )

    def _beaten(
        self, judge: Judge, issue: str, one: Position, other: Position, bounds: dict[str, tuple[int, int]]
    ) -> bool:
        """Whether ``other`` may be found on every line, and has more support than ``one`` or as much and the tie."""
        if self._bound(judge, issue, other):
            return False
        best = bounds[one.id][1]
        worst = bounds[other.id][0]
        if one.favors is not other.favors:
            best += self._credit[judge.id, one.favors][1] if one.favors else 0
            worst += self._credit[judge.id, other.favors][0] if other.favors else 0
        if best != worst:
            return best < worst
        won = self.case.below.presumed
        if (one.favors is won) != (other.favors is won):
            return other.favors is won
        positions = [position.id for position in self.case.issue[issue].positions]
        return positions.index(other.id) < positions.index(one.id)

    @cached_property
    def _credit(self) -> dict[tuple[str, Side], tuple[int, int]]:
        """What credit can do to the positions for a side: half of its own, less half of the other side's."""
        found: dict[tuple[str, Side], tuple[int, int]] = {}
        for judge in self.bench.judges:
            own = {side: self.credit(judge, side) for side in Side}
            for side in Side:
                low, high = own[side][0] - own[side.other][1], own[side][1] - own[side.other][0]
                found[judge.id, side] = half(low), half(high)
        return found

    @cached_property
    def findings(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """For every judge and issue, the positions that cannot be ruled out."""
        return {
            judge.id: {issue.id: self.reachable(judge, issue.id) for issue in self.case.issues}
            for judge in self.bench.judges
        }

    # -- dead content ------------------------------------------------------------------------------------------------

    def dead(self) -> Iterator[Dead]:
        """Positions, branches and attacks that are dead for every judge on the bench."""
        yield from self._positions()
        yield from self._branches()
        yield from self._attacks()

    def _positions(self) -> Iterator[Dead]:
        for issue in self.case.issues:
            for position in issue.positions:
                if not any(position.id in self.findings[judge.id][issue.id] for judge in self.bench.judges):
                    name = f"{issue.id}.{position.id}"
                    most = max(self.support(judge, issue.id, position)[1] for judge in self.bench.judges)
                    reason = f"no judge on the bench `{self.bench.id}` can be brought to `{name}`: at most {most} can stand for it with any of them, and another position always has more"
                    yield Dead("M514", "position", name, reason)

    def _branches(self) -> Iterator[Dead]:
        walked: set[tuple[str, str]] = set()
        nodes = {node.id: node for node in self.case.tree.nodes}
        reached: set[str] = set()
        for judge in self.bench.judges:
            waiting, seen = [self.case.tree.root], {self.case.tree.root}
            while waiting:
                node = nodes[waiting.pop()]
                reached.add(node.id)
                for name, child in node.then:
                    if node.issue is not None and name in self.findings[judge.id][node.issue]:
                        walked.add((node.id, name))
                        if child not in seen:
                            seen.add(child)
                            waiting.append(child)
        for node in self.case.tree.nodes:
            for name, _ in node.then:
                if node.id in reached and (node.id, name) not in walked:
                    reason = f"no judge on the bench `{self.bench.id}` ever leaves the node `{node.id}` by `{name}`: none who can come there can find it"
                    yield Dead("M515", "branch", f"{node.id}.{name}", reason)

    def _attacks(self) -> Iterator[Dead]:
        for argument in self.case.arguments.values():
            if argument.offends:
                yield from self._offense(argument)
                continue
            for attack in argument.attacks:
                if attack.target not in self.case.arguments:
                    continue
                if not any(self.tells(judge, argument, attack) for judge in self.bench.judges):
                    reason = f"the attack of `{argument.id}` on `{attack.target}` takes nothing from it for any judge on the bench `{self.bench.id}`: {self._weak(argument, attack)}"
                    yield Dead("M516", "attack", f"{argument.id} > {attack.target}", reason)

    def _offense(self, argument: Argument) -> Iterator[Dead]:
        """A result that offends, and yet takes nothing from anything for anyone: the hypothetical has no point."""
        if not any(self.tells(judge, argument, attack) for judge in self.bench.judges for attack in argument.attacks):
            names = " or ".join(principle for principle, _ in argument.offends)
            reason = f"after the answer `{argument.id}` the hypothetical's result offends {names}, but that takes nothing from the position tested on the bench `{self.bench.id}`: with each judge either the result or what urges the position weighs nothing"
            yield Dead("M516", "attack", argument.id, reason)

    def _weak(self, argument: Argument, attack: Attack) -> str:
        target = self.case.arguments[attack.target]
        if not any(self.max_weight(judge, argument) for judge in self.bench.judges):
            return f"`{argument.id}` weighs nothing with any of them, or is never said"
        if not any(self.max_weight(judge, target) for judge in self.bench.judges):
            return f"`{attack.target}` weighs nothing with any of them, or is never said"
        return "it weighs too little beside its target with each of them"


def _most_credit(marks: list[int], more: int) -> int:
    """The most that some of these answers, with this many marks besides, can make of credit; ``marks`` rise."""
    total, found = more, credit_of(more, 0)
    for answers, mark in enumerate(reversed(marks), start=1):
        total += mark
        found = max(found, credit_of(total, answers))
    return found
