"""A graph as indented lines, for a terminal or a screen reader."""

from __future__ import annotations

from collections import Counter, defaultdict

from moot.graphs.model import Arrow, Graph

__all__ = ["listing", "tree"]

_STEP = "  "


def tree(graph: Graph) -> str:
    """Depth first from the boxes that nothing leads to. A box that several arrows lead to has a number and is opened once."""
    out, text = _arrows(graph), {box.id: box.text for box in graph.boxes}
    into = Counter(arrow.target for arrow in graph.arrows)
    shared = [id for id in text if into[id] > 1 and out[id]]
    number: dict[str, int] = {}
    lines = [graph.title]

    def write(id: str, word: str, depth: int) -> None:
        lead = _STEP * depth + (f"{word}: " if word else "")
        if id in seen:
            lines.append(f"{lead}see {f'[{number[id]}] ' if id in number else ''}{text[id]}")
            return
        if id in shared:
            number[id] = len(number) + 1
            lead += f"[{number[id]}] "
        lines.append(lead + text[id])
        seen.add(id)
        for arrow in out[id]:
            write(arrow.target, arrow.label, depth + 1)

    seen: set[str] = set()
    starts = [id for id in text if not into[id]]
    for id in [*starts, *text]:
        if id not in seen:
            lines.append("")
            write(id, "", 0)
    return "\n".join(lines) + "\n"


def listing(graph: Graph) -> str:
    """Each box with the arrows that leave it: for graphs with cycles, such as attacks and state machines."""
    out, text = _arrows(graph), {box.id: box.text for box in graph.boxes}
    lines = [graph.title]
    for box in graph.boxes:
        if out[box.id]:
            lines += ["", box.text]
            lines += [f"{_STEP}{arrow.label or 'to'}: {text[arrow.target]}" for arrow in out[box.id]]
    return "\n".join(lines) + "\n"


def _arrows(graph: Graph) -> defaultdict[str, list[Arrow]]:
    out: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in graph.arrows:
        out[arrow.source].append(arrow)
    return out
