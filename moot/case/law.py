"""Issues, positions and the decision tree; the record and the authorities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from moot.case.hypotheticals.dials import Rule
from moot.case.opinion import Mark
from moot.case.words import Disposition, IssueKind, Side, Status

__all__ = ["Authority", "DecisionTree", "Issue", "Node", "Position", "PositionRef", "RecordItem", "Step"]


class PositionRef(NamedTuple):
    """A position named from outside its issue; prints as ``issue.position``."""

    issue: str
    position: str

    def __str__(self) -> str:
        return f"{self.issue}.{self.position}"

    @classmethod
    def parse(cls, text: str) -> PositionRef:
        """Read ``issue.position``; raises ``ValueError`` on anything else."""
        issue, dot, position = text.partition(".")
        if not (issue and dot and position):
            raise ValueError(f"{text!r} is not of the form issue.position")
        return cls(issue, position)


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to an issue. ``embodies`` maps principles to 1..3; ``favors`` is a side or None for neither.

    ``rule`` states it as conditions on dials, where a hypothetical may test it. ``shows``, on an issue of application, are
    the dials as this position takes the record to show them. ``open`` is a second rule: the settings of dials that the
    court left undecided. ``reasons`` are the law's own reasons for the position, two or three sentences that an opinion
    could print. ``marks`` say how each real opinion treats the position; points and answers that urge it inherit them.
    ``holds`` is the position as a clause in indirect speech: what stands after "we hold".
    """

    id: str
    text: str
    favors: Side | None
    embodies: tuple[tuple[str, int], ...] = ()
    rule: Rule | None = None
    shows: tuple[tuple[str, str], ...] = ()
    open: Rule | None = None
    reasons: str = ""
    marks: tuple[Mark, ...] = ()
    holds: str = ""

    @property
    def holding(self) -> str:
        """The position as a sentence that stands without the question; its text, where ``holds`` makes none."""
        clause = self.holds.removeprefix("that ")
        return self.text if clause == self.holds else f"{clause[0].upper()}{clause[1:]}."


@dataclass(frozen=True, slots=True)
class Issue:
    """A question the court may have to answer. The order of ``positions`` breaks the last ties.

    ``met`` and ``unmet`` say in words what it means that a position's rule is met or not. A ``preliminary`` issue (the order
    of questions, preservation, whether a question is hard) shapes the walk through the tree and is never a ground.
    """

    id: str
    question: str
    kind: IssueKind
    positions: tuple[Position, ...]
    claim: bool = False
    met: str = ""
    unmet: str = ""
    preliminary: bool = False

    def result(self, met: bool) -> str:
        """What a rule on this issue gives, in words."""
        return self.met if met else self.unmet

    def position(self, id: str) -> Position:
        """The position with this id; raises ``KeyError``."""
        for position in self.positions:
            if position.id == id:
                return position
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the decision tree: an issue with one child a position, or a leaf with a disposition.

    ``terms`` of a leaf say claim by claim what is ordered: "affirmed as to the search, and reversed as to the seizure".
    """

    id: str
    issue: str | None = None
    then: tuple[tuple[str, str], ...] = ()
    disposition: Disposition | None = None
    terms: str = ""


class Step(NamedTuple):
    """One step of a walk: at ``node``, on ``issue``, the ``position`` found."""

    node: str
    issue: str
    position: str


class _Way:
    """A walk so far, kept with the tree: every judge who takes it has the same one, and it is made once."""

    __slots__ = ("ahead", "disposition", "node", "steps")

    def __init__(self, node: Node, disposition: Disposition | None, steps: tuple[Step, ...]) -> None:
        self.node, self.disposition, self.steps = node, disposition, steps
        self.ahead: dict[str, _Way] = {}


@dataclass(frozen=True)
class DecisionTree:
    """Nodes from a root down to dispositions; no issue comes twice on a walk."""

    root: str
    nodes: tuple[Node, ...]

    def node(self, id: str) -> Node:
        """The node with this id; raises ``KeyError``."""
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _children(self) -> dict[str, dict[str, str]]:
        return {node.id: dict(node.then) for node in self.nodes}

    def child(self, node: str, position: str) -> Node:
        """Where a node leads when this position is found. Raises ``KeyError``."""
        return self._by_id[self._children[node][position]]

    def walk(self, findings: Mapping[str, str]) -> tuple[tuple[Step, ...], Disposition]:
        """Follow the findings (issue to position) from the root to a disposition."""
        way = self._root
        while way.disposition is None:
            position = findings[way.node.issue or ""]
            way = way.ahead.get(position) or self._go(way, position)
        return way.steps, way.disposition

    @cached_property
    def forks(self) -> frozenset[str]:
        """The nodes at which it matters what is found: not all positions lead to the same node."""
        return frozenset(node.id for node in self.nodes if len({child for _, child in node.then}) > 1)

    @cached_property
    def below(self) -> dict[str, frozenset[str]]:
        """For each node, the issues asked at it and under it."""
        found: dict[str, frozenset[str]] = {}

        def under(id: str) -> frozenset[str]:
            if id not in found:
                node = self._by_id[id]
                own = {node.issue} if node.issue is not None else set()
                found[id] = frozenset(own.union(*(under(child) for _, child in node.then)))
            return found[id]

        for node in self.nodes:
            under(node.id)
        return found

    @cached_property
    def _root(self) -> _Way:
        root = self._by_id[self.root]
        return _Way(root, root.disposition, ())

    def _go(self, way: _Way, position: str) -> _Way:
        node, issue = way.node, way.node.issue
        assert issue is not None
        child = self.child(node.id, position)
        there = _Way(child, child.disposition, (*way.steps, Step(node.id, issue, position)))
        return way.ahead.setdefault(position, there)

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues that stand anywhere in the tree, each once, in order of appearance."""
        return tuple(dict.fromkeys(node.issue for node in self.nodes if node.issue is not None))


@dataclass(frozen=True, slots=True)
class Authority:
    """A case, statute or clause counsel may cite. ``says`` is our one line on what it stands for; ``short`` a short name."""

    id: str
    name: str
    cite: str
    court: str
    year: int
    status: Status
    says: str
    short: str = ""

    @property
    def enacted(self) -> bool:
        """Whether it is a constitution, a statute or an ordinance, whose words both sides may read their own way."""
        return "Const." in self.cite or ("§" in self.cite and " v. " not in self.name)


@dataclass(frozen=True, slots=True)
class RecordItem:
    """One entry of the closed record with its page; or, with no page, a matter outside it."""

    id: str
    text: str
    page: str = ""
