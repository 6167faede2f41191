"""The possible outcomes of a case before a bench: findings each judge can be brought to, judgments, votes, and their shares.

Three kinds of answer, never mixed. *Impossible* is proved (:mod:`moot.proof.bounds`). *Seen* is shown by a line that was
played to the ruling on the real engine. *Open* is neither. Shares are SAMPLED: lines drawn with every complete line as likely as
any other, and a 95% interval. Few lines are like those that people play, so a share
says how much of the tree of lines there is, not how often a thing will happen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from moot.bench.conference import confer
from moot.bench.judging.credit import fit
from moot.bench.judging.reasoning import base_weight
from moot.bench.persona import Bench, Judge
from moot.case import Argument, Case, Heard, PositionRef
from moot.proof.bounds import SupportBounds
from moot.proof.dead import reachable_in
from moot.proof.reference.compile import Successors, allowed_transitions, compile_model, gc_paused
from moot.proof.reference.explore import explore, upper_bounds
from moot.round import moves
from moot.round.draw import Dice
from moot.round.formats import Format
from moot.round.moves import Move
from moot.round.position import PositionOfPlay, advance, initial
from moot.round.rules import Rules, Transition, rules_for
from moot.study.estimates import Share, share
from moot.study.sampling import UniformLineSampler

__all__ = ["Outcomes", "outcomes"]

FindingStatus = Literal["seen", "open", "impossible"]


@dataclass
class Outcomes:
    """What was found. ``lines`` is the exact number of all complete lines, ``drawn`` how many were drawn evenly.

    ``findings`` is judge, issue, position to a word; ``witness`` holds, for what was seen, a line that shows it.
    """

    case: str
    bench: str
    format: str
    lines: int
    drawn: int
    findings: dict[str, dict[str, dict[str, FindingStatus]]] = field(default_factory=dict)
    dispositions: dict[str, Share] = field(default_factory=dict)
    splits: dict[tuple[int, int], Share] = field(default_factory=dict)
    judgment_by: dict[str, Share] = field(default_factory=dict)
    witness: dict[tuple[str, ...], tuple[Move, ...]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; shares with their intervals, labeled."""

        def told(each: Share) -> dict[str, Any]:
            return {
                "share": each.part,
                "low": each.low,
                "high": each.high,
                "hits": each.count,
                "of": each.of,
                "kind": "SAMPLED",
            }

        return {
            "case": self.case,
            "bench": self.bench,
            "format": self.format,
            "lines": str(self.lines),
            "drawn": self.drawn,
            "findings": self.findings,
            "dispositions": {name: told(each) for name, each in self.dispositions.items()},
            "splits": {f"{ours}-{theirs}": told(each) for (ours, theirs), each in self.splits.items()},
            "judgment_by": {name: told(each) for name, each in self.judgment_by.items()},
        }


def outcomes(
    case: Case,
    bench: Bench,
    *,
    format: str | Format | None = None,
    lines: int = 300,
    tries: int = 4,
    seed: int = 0,
) -> Outcomes:
    """Find the possible outcomes of the case before this bench.

    ``lines`` are drawn evenly from all; for what they do not show, ``tries`` lines each are played in which both counsel
    press for it. Everything seen was played on the engine's own rules.
    """
    rules = rules_for(case, format)
    with gc_paused():
        model = compile_model(rules, allowed_transitions(rules, case, bench))
        bound, longest = upper_bounds(model)
        reach = explore(model, longest)
        sampler = UniformLineSampler(model, bound)
    said = reachable_in(model, reach)
    bounds = SupportBounds(case, bench, said.points, said.broken, said.answers)
    found = Outcomes(case.id, bench.id, rules.format.id, sampler.lines, lines)
    for judge in bench.judges:
        possible = bounds.findings[judge.id]
        found.findings[judge.id] = {
            issue.id: {
                position.id: "open" if position.id in possible[issue.id] else "impossible"
                for position in issue.positions
            }
            for issue in case.issues
        }
    tally: dict[str, Counter[Any]] = {"dispositions": Counter(), "splits": Counter(), "judgment_by": Counter()}
    for number in range(lines):
        line = tuple(sampler.draw(seed, number))
        ruling = _end(case, bench, found, line, played(rules, line).heard)
        tally["dispositions"][ruling.disposition.value] += 1
        tally["splits"][ruling.votes_for, ruling.votes_against] += 1
        tally["judgment_by"][ruling.judgment_by.value] += 1
    for judge in bench.judges:
        for issue in case.issues:
            for position in issue.positions:
                for attempt in range(tries):
                    if found.findings[judge.id][issue.id][position.id] != "open":
                        break
                    wanted = PositionRef(issue.id, position.id)
                    line, heard = _press(rules, model.successors, judge, wanted, Dice("press", seed, attempt))
                    _end(case, bench, found, line, heard)
    for name, counts in tally.items():
        setattr(found, name, {key: share(count, lines) for key, count in counts.most_common()})
    for kind, *names in found.witness:
        if kind == "disposition":
            found.dispositions.setdefault(names[0], share(0, lines))
        elif kind == "split":
            found.splits.setdefault((int(names[0]), int(names[1])), share(0, lines))
    return found


def played(rules: Rules, line: Iterable[Move]) -> PositionOfPlay:
    """The position after a line."""
    position = initial(rules)
    for move in line:
        transition = rules.transition(position.state, move)
        assert transition is not None, f"{move} is not legal"
        position = advance(rules, position, transition)
    return position


def _end(case: Case, bench: Bench, found: Outcomes, line: tuple[Move, ...], heard: Heard) -> Any:
    """Hold the conference, and note everything this line shows for the first time."""
    ruling = confer(case, bench, heard)
    found.witness.setdefault(("disposition", ruling.disposition.value), line)
    found.witness.setdefault(("split", str(ruling.votes_for), str(ruling.votes_against)), line)
    for judge, reasoning in ruling.reasonings.items():
        for issue, position in reasoning.findings.items():
            found.findings[judge][issue][position] = "seen"
            found.witness.setdefault(("finding", judge, issue, position), line)
    return ruling


# -- pressing for a position -----------------------------------------------------------------------------------------------


def _press(
    rules: Rules, successors: Successors, judge: Judge, wanted: PositionRef, dice: Dice
) -> tuple[tuple[Move, ...], Heard]:
    """A line in which both counsel do what brings this judge to this position, so far as each move shows it."""
    case = rules.case
    worth = _Worth(case, judge, wanted)
    position = initial(rules)
    line: list[Move] = []
    while transitions := successors(position.state):
        scored = [(worth.of(each, position), dice.below(1000), each) for each in transitions]
        best = max(scored, key=lambda row: row[:2])[2]
        line.append(best.move)
        position = advance(rules, position, best)
    return tuple(line), position.heard


class _Worth:
    """How much a move helps a judge toward a position."""

    def __init__(self, case: Case, judge: Judge, wanted: PositionRef) -> None:
        self.case, self.judge, self.wanted = case, judge, wanted
        self.favors = case.issue[wanted.issue].position(wanted.position).favors
        self._heads = {
            head.id: sum(max(0, self.argument(point.argument)) for point in case.points_under[head.id])
            for head in case.heads
        }

    def argument(self, argument: Argument | None, deep: bool = True) -> int:
        """Its weight for the position, or against it, and what its attacks do to others."""
        if argument is None:
            return 0
        weight = base_weight(self.judge, argument)
        total = 0
        for ref in argument.urges:
            if ref == self.wanted:
                total += 2 * weight
            elif ref.issue == self.wanted.issue:
                total -= 2 * weight
        if deep:
            for attack in argument.attacks:
                total -= self.argument(self.case.arguments.get(attack.target), deep=False)
        return total

    def of(self, transition: Transition, position: PositionOfPlay) -> int:
        """What this move is worth."""
        match transition.move:
            case moves.Roadmap(heads=heads):
                return sum(self._heads[head] for head in heads)
            case moves.Plead(point=id):
                return self.argument(self.case.point[id].argument) or -1
            case moves.Resume():
                return self.argument(self.case.point[position.state.point].argument) or -1
            case moves.Turn(head=head):
                return 0 if self._heads[head] else -1
            case moves.GiveAnswer(answer=id):
                answer = self.case.answers[id]
                side = self.case.side_of(id)
                manner = fit(self.case.question_of[id], answer)
                credit = 0 if self.favors is None else manner if side is self.favors else -manner
                lost = sum(
                    self.argument(self.case.arguments.get(id))
                    for id in (*answer.retracts, *(answer.concedes.gives_up if answer.concedes else ()))
                )
                return 4 * credit + self.argument(answer.argument) - lost
            case moves.Ask(question=id):
                return max((self.argument(answer.argument) for answer in self.case.questions[id].answers), default=0)
        return 0
