"""A decision tree drawn with lines in a terminal: one row a box, its branches under it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from moot.graphs.model import Arrow, Graph

__all__ = ["Branch", "branches"]


@dataclass(frozen=True, slots=True)
class Branch:
    """One row: the lines before it, the answer that leads to it (empty at a root), and what stands in the box.

    ``number`` is there for a box that several answers lead to (0: only one does); where ``again``, it has been drawn further up.
    ``rails`` are the lines beside what follows of the same row. ``id`` is the box.
    """

    lines: str
    answer: str
    text: str
    number: int = 0
    again: bool = False
    rails: str = ""
    end: bool = False
    id: str = ""


def branches(graph: Graph) -> tuple[Branch, ...]:
    """Depth first from the boxes that nothing leads to; what stands under a shared box is drawn once."""
    out: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in graph.arrows:
        out[arrow.source].append(arrow)
    text = {box.id: box.text for box in graph.boxes}
    into = Counter(arrow.target for arrow in graph.arrows)
    numbers: dict[str, int] = {}
    seen: set[str] = set()
    rows: list[Branch] = []

    def draw(id: str, answer: str, lines: str, below: str) -> None:
        shared = into[id] > 1 and bool(out[id])
        if shared:
            numbers.setdefault(id, len(numbers) + 1)
        again = id in seen and bool(out[id])
        rows.append(Branch(lines, answer, text[id], numbers.get(id, 0), again, below, not out[id], id))
        seen.add(id)
        if again:
            return
        for index, arrow in enumerate(out[id]):
            last = index == len(out[id]) - 1
            draw(
                arrow.target,
                arrow.text,
                below + ("└─ " if last else "├─ "),
                below + ("   " if last else "│  "),
            )

    for id in [*(id for id in text if not into[id]), *text]:
        if id not in seen:
            draw(id, "", "", "")
    return tuple(rows)
