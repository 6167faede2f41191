"""`moot graph`: pictures of a case. The same nodes and arrows in three notations."""

from __future__ import annotations

import argparse
import html
import sys
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

from moot.case import Case, Side
from moot.errors import MootError
from moot.files.case_file import load_case
from moot.round.machine import compiled
from moot.round.phases import Phase

__all__ = ["Arrow", "Box", "Graph", "attacks", "decision", "phases", "run"]


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its id, its text and a kind that decides its shape."""

    id: str
    text: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another, with a word on it."""

    source: str
    target: str
    text: str = ""


@dataclass
class Graph:
    """Boxes and arrows."""

    title: str
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)


def run(args: argparse.Namespace) -> int:
    """Draw the decision tree, the attacks, or the phases of a round."""
    case = load_case(args.case)
    graph = _merged({"decision": decision, "attacks": attacks, "round": _phases_of}[args.what](case))
    text = {"mermaid": _mermaid, "dot": _dot, "svg": _svg}[args.form](graph)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    try:
        Path(args.output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise MootError(f"cannot write {args.output}: {error.strerror}") from None
    print(f"wrote {args.output}", file=sys.stderr)
    return 0


def _merged(graph: Graph) -> Graph:
    """The same graph with one arrow where several join the same two boxes."""
    words: dict[tuple[str, str], list[str]] = {}
    for arrow in graph.arrows:
        words.setdefault((arrow.source, arrow.target), []).append(arrow.text)
    graph.arrows = [Arrow(source, target, " / ".join(texts)) for (source, target), texts in words.items()]
    return graph


def decision(case: Case) -> Graph:
    """The decision tree: issues, and the disposition each walk ends on."""
    graph = Graph(f"{case.caption}: the decision tree")
    for node in case.tree.nodes:
        if node.disposition is not None:
            graph.boxes.append(Box(node.id, node.disposition.value, "end"))
        else:
            assert node.issue is not None
            graph.boxes.append(Box(node.id, case.issue[node.issue].question))
            graph.arrows += [Arrow(node.id, child, position) for position, child in node.then]
    return graph


def attacks(case: Case) -> Graph:
    """Who attacks whom."""
    graph = Graph(f"{case.caption}: the attacks")
    named = {
        id for argument in case.arguments.values() for attack in argument.attacks for id in (argument.id, attack.target)
    }
    for id, argument in case.arguments.items():
        if id in named:
            text = case.point[id].title if id in case.point else f"answer {id}"
            graph.boxes.append(Box(id, text, "petitioner" if argument.side is Side.PETITIONER else "respondent"))
    graph.arrows = [
        Arrow(argument.id, attack.target, attack.kind.value)
        for argument in case.arguments.values()
        for attack in argument.attacks
    ]
    return graph


def _phases_of(case: Case) -> Graph:  # noqa: ARG001 (every case has the same)
    return phases()


def phases() -> Graph:
    """The machine of phases, read off the machine itself."""
    graph = Graph("The phases of a round")
    graph.boxes = [Box(phase.name, phase.value, "end" if phase is Phase.DECIDED else "plain") for phase in Phase]
    words: dict[tuple[str, str], list[str]] = {}
    for (source, trigger), target in compiled().items():
        words.setdefault((source.name, target.name), []).append(trigger.value)
    graph.arrows = [Arrow(source, target, ", ".join(triggers)) for (source, target), triggers in words.items()]
    return graph


def _mermaid(graph: Graph) -> str:
    def quoted(text: str) -> str:
        return '"' + html.escape(text, quote=False).replace('"', "#quot;") + '"'

    number = {box.id: f"n{place}" for place, box in enumerate(graph.boxes)}
    shapes = {"end": ("([", "])"), "petitioner": ("[", "]"), "respondent": ("[/", "/]"), "plain": ("[", "]")}
    lines = ["flowchart TD", f"  %% {graph.title}"]
    for box in graph.boxes:
        left, right = shapes[box.kind]
        lines.append(f"  {number[box.id]}{left}{quoted(box.text)}{right}")
    for arrow in graph.arrows:
        word = f"|{quoted(arrow.text)}|" if arrow.text else ""
        lines.append(f"  {number[arrow.source]} -->{word} {number[arrow.target]}")
    return "\n".join(lines) + "\n"


def _dot(graph: Graph) -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    shapes = {"end": "ellipse", "petitioner": "box", "respondent": "parallelogram", "plain": "box"}
    lines = ["digraph moot {", f"  label={quoted(graph.title)};", '  node [fontname="serif"];']
    lines += [f"  {quoted(box.id)} [label={quoted(box.text)}, shape={shapes[box.kind]}];" for box in graph.boxes]
    lines += [
        f"  {quoted(arrow.source)} -> {quoted(arrow.target)} [label={quoted(arrow.text)}];" for arrow in graph.arrows
    ]
    return "\n".join([*lines, "}"]) + "\n"


_WIDE, _ROW, _GAP = 190, 17, 46


def _layers(graph: Graph) -> list[list[Box]]:
    """Boxes in rows by their longest way from a start; arrows that close a loop are left out of the reckoning."""
    depth = {box.id: 0 for box in graph.boxes}
    for _ in graph.boxes:
        moved = False
        for arrow in graph.arrows:
            if arrow.source != arrow.target and depth[arrow.target] <= depth[arrow.source] < len(graph.boxes) - 1:
                if _back(graph, arrow):
                    continue
                depth[arrow.target] = depth[arrow.source] + 1
                moved = True
        if not moved:
            break
    rows: dict[int, list[Box]] = {}
    for box in graph.boxes:
        rows.setdefault(depth[box.id], []).append(box)
    return [rows[key] for key in sorted(rows)]


def _back(graph: Graph, arrow: Arrow) -> bool:
    """Whether the arrow points from a later box of the list to an earlier one: those are drawn, not ranked."""
    order = {box.id: place for place, box in enumerate(graph.boxes)}
    return order[arrow.target] < order[arrow.source]


def _svg(graph: Graph) -> str:
    rows = _layers(graph)
    widest = max((len(row) for row in rows), default=1)
    width = max(widest * (_WIDE + 24) + 40, 480)
    place: dict[str, tuple[float, float, float]] = {}
    body: list[str] = []
    top = 56.0
    for row in rows:
        texts = {box.id: textwrap.wrap(box.text, 28) or [""] for box in row}
        tall = max(len(lines) for lines in texts.values()) * _ROW + 16
        step = width / len(row)
        for column, box in enumerate(row):
            left = step * (column + 0.5) - _WIDE / 2
            height = len(texts[box.id]) * _ROW + 16
            place[box.id] = left + _WIDE / 2, top, height
            radius = 14 if box.kind == "end" else 3
            fill = {"end": "#e8e4d8", "petitioner": "#dfe9f2", "respondent": "#f2e3df"}.get(box.kind, "#ffffff")
            body.append(
                f'<rect x="{left:.0f}" y="{top:.0f}" width="{_WIDE}" height="{height}" rx="{radius}" '
                f'fill="{fill}" stroke="#444"/>'
            )
            body += [
                f'<text x="{left + _WIDE / 2:.0f}" y="{top + 20 + number * _ROW:.0f}" text-anchor="middle">'
                f"{html.escape(line)}</text>"
                for number, line in enumerate(texts[box.id])
            ]
        top += tall + _GAP
    lines: list[str] = []
    for arrow in graph.arrows:
        x1, y1, h1 = place[arrow.source]
        x2, y2, _ = place[arrow.target]
        y1 += h1
        bend = (y1 + y2) / 2
        lines.append(
            f'<path d="M{x1:.0f},{y1:.0f} C{x1:.0f},{bend:.0f} {x2:.0f},{bend:.0f} {x2:.0f},{y2:.0f}" fill="none" '
            'stroke="#777" marker-end="url(#tip)"/>'
        )
        if arrow.text:
            lines.append(
                f'<text x="{x1 + (x2 - x1) * 0.3:.0f}" y="{y1 + (y2 - y1) * 0.3:.0f}" class="word">'
                f"{html.escape(arrow.text)}</text>"
            )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{top:.0f}" '
        f'viewBox="0 0 {width:.0f} {top:.0f}" role="img" aria-label="{html.escape(graph.title)}">\n'
        "<style>text{font:13px Georgia,serif;fill:#222}.word{font:11px Georgia,serif;fill:#666}"
        ".title{font:bold 16px Georgia,serif}</style>\n"
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z" fill="#777"/></marker></defs>\n'
        '<rect width="100%" height="100%" fill="#fbfaf6"/>\n'
        f'<text x="20" y="32" class="title">{html.escape(graph.title)}</text>\n'
    )
    return head + "\n".join([*lines, *body]) + "\n</svg>\n"
