"""M3xx: the decision tree leads every set of findings to a disposition."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from moot.case.case import Case
from moot.case.law import Node
from moot.case.problems.notes import Notes
from moot.case.words import Disposition

__all__ = ["check"]


def check(case: Case, notes: Notes) -> None:
    """Look at each node, then at the walks."""
    by_id = {node.id: node for node in case.tree.nodes}
    place_of = {node.id: place for place, node in enumerate(case.tree.nodes)}
    sound = notes.known("M301", ("tree", "root"), "node of the tree", case.tree.root, by_id)
    for place, node in enumerate(case.tree.nodes):
        sound = _node(case, notes, place, node, by_id) and sound
    for place, issue in enumerate(case.issues):
        if all(node.issue != issue.id for node in case.tree.nodes):
            notes.warning(
                "M307",
                ("issues", place),
                f"the issue `{issue.id}` stands nowhere in the tree",
                "no vote turns on it; add a node, or delete it",
            )
    under = _Under(by_id)
    if sound:
        reached = under.reached(case.tree.root)
        for id, place in place_of.items():
            if id not in reached:
                notes.warning(
                    "M306",
                    ("tree", "nodes", place),
                    f"no walk from the root reaches the node `{id}`",
                    "name it in a `then:`, or delete it",
                )
    twice = 0
    for id, node in by_id.items():
        if id in under.looping:
            notes.error(
                "M305",
                ("tree", "nodes", place_of[id]),
                f"a walk from the node `{id}` comes back to it",
                "every walk must end at a disposition",
            )
            continue
        again = under.again(id) if node.issue in under.issues[id] and twice < _MOST_TOLD else None
        if again is not None:
            twice += 1
            notes.error(
                "M304",
                ("tree", "nodes", place_of[again]),
                f"the issue `{node.issue}` comes twice on a walk: at `{id}` and again at `{again}`",
                "what was found the first time settles it; lead on from there",
            )
    for place, node in enumerate(case.tree.nodes):
        if node.disposition is not None and node.disposition.of_application is not case.below.application:
            whose = "an application" if node.disposition.of_application else "a judgment below"
            others = [end.value for end in Disposition if end.of_application is case.below.application]
            notes.error(
                "M333",
                ("tree", "nodes", place, "disposition"),
                f"`{node.disposition}` is what becomes of {whose}, and this case has none",
                f"write one of: {', '.join(others)}",
            )
    ends = {node.disposition.disturbs for node in case.tree.nodes if node.disposition is not None}
    if not ends:
        notes.error(
            "M303",
            ("tree", "nodes"),
            "no node of the tree is a disposition",
            "add one such as {id: done, disposition: affirmed}",
        )
    elif len(ends) == 1:
        notes.warning(
            "M313",
            ("tree", "nodes"),
            "every walk ends on the same side of the judgment",
            "neither side can win or lose; add the other disposition",
        )


def _node(case: Case, notes: Notes, place: int, node: Node, by_id: dict[str, Node]) -> bool:
    """Whether the node's issue and children are there."""
    if node.issue is None:
        return True
    key = ("tree", "nodes", place)
    if node.issue not in case.issue:
        return notes.known("M204", (*key, "issue"), "issue", node.issue, case.issue)
    sound = True
    children = dict(node.then)
    names = [position.id for position in case.issue[node.issue].positions]
    strange = sum(name not in names for name in children)  # told as unknown, and perhaps meant for one that is missing
    for name in names:
        if name not in children and strange:
            strange, sound = strange - 1, False
        elif name not in children:
            notes.error(
                "M302",
                (*key, "then"),
                f"the node `{node.id}` has no child for the position `{name}`",
                f"add `{name}: …` under `then`",
            )
            sound = False
    for position, child in node.then:
        sound = (
            notes.known(
                "M204",
                (*key, "then", position),
                f"position of the issue `{node.issue}`",
                position,
                names,
            )
            and sound
        )
        sound = notes.known("M301", (*key, "then", position), "node of the tree", child, by_id) and sound
    return sound


_MOST_TOLD = 100
"""How many nodes that come to their own issue again are told of."""


class _Under:
    """What walks from each node can come to: its ``issues``, and whether they come back to it (``looping``).

    Tarjan 1972: nodes that can reach each other are found together, those that lead to no others first. What is kept for a
    node is a set of issues that many nodes share, not the nodes themselves, so that a long tree stays cheap.
    """

    def __init__(self, by_id: dict[str, Node]) -> None:
        self.by_id = by_id
        self.ahead = {id: [child for _, child in node.then if child in by_id] for id, node in by_id.items()}
        self.issues: dict[str, frozenset[str]] = {}
        self.looping: set[str] = set()
        self._number: dict[str, int] = {}
        self._lowest: dict[str, int] = {}
        self._open: list[str] = []
        for id in by_id:
            if id not in self._number:
                self._search(id)

    def _search(self, first: str) -> None:
        stack = [(first, iter(self.ahead[first]))]
        self._enter(first)
        while stack:
            id, children = stack[-1]
            for child in children:
                if child not in self._number:
                    self._enter(child)
                    stack.append((child, iter(self.ahead[child])))
                    break
                if child not in self.issues:
                    self._lowest[id] = min(self._lowest[id], self._number[child])
            else:
                stack.pop()
                if stack:
                    above = stack[-1][0]
                    self._lowest[above] = min(self._lowest[above], self._lowest[id])
                if self._lowest[id] == self._number[id]:
                    self._close(id)

    def _enter(self, id: str) -> None:
        self._number[id] = self._lowest[id] = len(self._number)
        self._open.append(id)

    def _close(self, id: str) -> None:
        at = len(self._open) - 1
        while self._open[at] != id:
            at -= 1
        group = self._open[at:]
        del self._open[at:]
        found: frozenset[str] = frozenset()
        for each in group:
            for child in self.ahead[each]:
                found = self._joined(found, child)
        if len(group) > 1 or id in self.ahead[id]:
            self.looping.update(group)
        for each in group:
            self.issues[each] = found

    def _joined(self, found: frozenset[str], child: str) -> frozenset[str]:
        more = self.issues.get(child, frozenset())
        if not more <= found:
            found = more if found <= more else found | more
        named = self.by_id[child].issue
        return found if named is None or named in found else found | {named}

    def reached(self, root: str) -> set[str]:
        """The root and every node that a walk from it can reach."""
        return {root, *self._onward(root)}

    def again(self, id: str) -> str | None:
        """The nearest node under this one with its issue that is not on a loop."""
        named = self.by_id[id].issue
        return next(
            (other for other in self._onward(id) if self.by_id[other].issue == named and other not in self.looping),
            None,
        )

    def _onward(self, id: str) -> Iterator[str]:
        """The nodes that a walk from this one can reach, the nearest first."""
        seen: set[str] = set()
        waiting = deque([id])
        while waiting:
            for child in self.ahead[waiting.popleft()]:
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
                    yield child
