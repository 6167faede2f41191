"""M3xx: the decision tree leads every set of findings to a disposition."""

from __future__ import annotations

from moot.case.case import Case
from moot.case.law import Node
from moot.case.problems.notes import Notes

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
    below = _below(by_id)
    if sound:
        reached = below.get(case.tree.root, set()) | {case.tree.root}
        for id, place in place_of.items():
            if id not in reached:
                notes.warning(
                    "M306",
                    ("tree", "nodes", place),
                    f"no walk from the root reaches the node `{id}`",
                    "name it in a `then:`, or delete it",
                )
    for id, under in below.items():
        place = place_of[id]
        if id in under:
            notes.error(
                "M305",
                ("tree", "nodes", place),
                f"a walk from the node `{id}` comes back to it",
                "every walk must end at a disposition",
            )
            continue
        named = by_id[id].issue
        again = next(
            (other for other in under if named is not None and by_id[other].issue == named),
            None,
        )
        if again is not None and again not in below[again]:
            notes.error(
                "M304",
                ("tree", "nodes", place_of[again]),
                f"the issue `{named}` comes twice on a walk: at `{id}` and again at `{again}`",
                "what was found the first time settles it; lead on from there",
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
    for name in names:
        if name not in children:
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


def _below(by_id: dict[str, Node]) -> dict[str, set[str]]:
    """For each node, every node that a walk from it can reach."""
    below: dict[str, set[str]] = {}
    for id in by_id:
        seen: set[str] = set()
        waiting = [id]
        while waiting:
            for _, child in by_id[waiting.pop()].then:
                if child in by_id and child not in seen:
                    seen.add(child)
                    waiting.append(child)
        below[id] = seen
    return below
