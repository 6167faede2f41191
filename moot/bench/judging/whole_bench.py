"""Several judges at once: credit and votes, without the rest of their reasoning.

Who needs only how judges vote, move after move, asks here: the bench as it draws its questions, and counsel who try every move. It reads
the same scales as :func:`~moot.bench.judging.reasoning.reason`, which gives everything that led to one judge's vote.
"""

from __future__ import annotations

from moot.bench import weighing
from moot.bench.judging.bench_credit import credit_pairs
from moot.bench.judging.reach import Court
from moot.bench.judging.scales import PLACES, Scales, credit_code, scales_of
from moot.bench.persona import Judge
from moot.bench.weighing import Weighing
from moot.case import Case, Disposition, Heard
from moot.case.per_case import per_case, recent_per_case

__all__ = ["TreeNode", "WholeBench", "tree_by_number", "whole_bench"]

TreeNode = Disposition | tuple[int, tuple["TreeNode", ...]]
"""A disposition; or the number of an issue, and what each of its positions leads to, in the order of the case."""


@per_case
def tree_by_number(case: Case) -> TreeNode:
    """The decision tree of the case with issues and positions by number."""
    number = {issue.id: at for at, issue in enumerate(case.issues)}
    made: dict[str, TreeNode] = {}

    def make(id: str) -> TreeNode:
        if id not in made:
            node = case.tree.node(id)
            if node.issue is None:
                assert node.disposition is not None
                made[id] = node.disposition
            else:
                children = dict(node.then)
                at = number[node.issue]
                made[id] = at, tuple(make(children[position.id]) for position in case.issues[at].positions)
        return made[id]

    return make(case.tree.root)


class WholeBench:
    """Several judges of one case. Credit is one number, as :func:`~moot.bench.judging.scales.credit_code` writes it."""

    def __init__(self, case: Case, judges: tuple[Judge, ...]) -> None:
        self.case, self.judges = case, judges
        self.scales: list[Scales] = [scales_of(judge, case) for judge in judges]
        self._repeating = [at for at, judge in enumerate(judges) if judge.prices.repetition]
        self._root = tree_by_number(case)

    def credit(self, heard: Heard, court: Court) -> list[tuple[int, int]]:
        """Each judge's credit for the petitioner and for the respondent. ``court`` is what is before the court when this has been heard."""
        refused: list[list[str]] = [[] for _ in self.scales]
        if court.again:
            for at in self._repeating:
                scales = self.scales[at]
                for number, component in court.again:
                    counted, accepted = scales.known.get(component) or scales.settled(component)
                    if number in counted and not accepted >> number & 1:
                        refused[at].append(scales.ids[number])
        return credit_pairs(self.case, self.judges, heard, refused)

    def codes(self, heard: Heard, court: Court) -> list[int]:
        """The same as one number each."""
        return [credit_code(pair) for pair in self.credit(heard, court)]

    def vote(self, at: int, court: Court, credit: int) -> Disposition:
        """How the judge at this place votes. Only the issues on the walk are weighed."""
        found, within = self.scales[at].found, court.within
        node = self._root
        while isinstance(node, tuple):
            number, children = node
            node = children[found(number, within[number], credit) % PLACES]
        return node


@recent_per_case(64)
def _whole_bench(case: Case, judges: tuple[Judge, ...], _: Weighing) -> WholeBench:
    return WholeBench(case, judges)


def whole_bench(case: Case, judges: tuple[Judge, ...]) -> WholeBench:
    """These judges of this case, made once for the rules of weighing in force."""
    return _whole_bench(case, judges, weighing.SHIPPED)
