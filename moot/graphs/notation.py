"""A graph in the notations of other tools: Mermaid (docs, GitHub) and DOT (Graphviz)."""

from __future__ import annotations

import html
import re

from moot.graphs.model import Graph

__all__ = ["dot", "mermaid"]


def mermaid(graph: Graph) -> str:
    """A Mermaid flowchart."""

    def quoted(text: str) -> str:
        return '"' + _no_directive(html.escape(text, quote=False)).replace('"', "#quot;") + '"'

    number = {box.id: f"n{index}" for index, box in enumerate(graph.boxes)}
    shapes = {
        "end": ("([", "])"),
        "petitioner": ("[", "]"),
        "respondent": ("[/", "/]"),
        "answer": ("(", ")"),
        "plain": ("[", "]"),
    }
    lines = ["flowchart TD", f"  %% {_no_directive(graph.title)}"]
    for box in graph.boxes:
        left, right = shapes[box.kind]
        lines.append(f"  {number[box.id]}{left}{quoted(box.text)}{right}")
    for arrow in graph.arrows:
        word = f"|{quoted(arrow.label)}|" if arrow.label else ""
        line = "-.->" if arrow.guard else "-->"
        lines.append(f"  {number[arrow.source]} {line}{word} {number[arrow.target]}")
    return "\n".join(lines) + "\n"


def _no_directive(text: str) -> str:
    """The text without ``%%{``: Mermaid looks for directives in comments and labels too, before it reads either."""
    return re.sub("%(?=[%{])", "% ", text)


def dot(graph: Graph) -> str:
    """A DOT digraph."""

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    shapes = {"end": "ellipse", "petitioner": "box", "respondent": "parallelogram", "answer": "note", "plain": "box"}
    lines = ["digraph moot {", f"  label={quoted(graph.title)};", '  node [fontname="serif"];']
    lines += [f"  {quoted(box.id)} [label={quoted(box.text)}, shape={shapes[box.kind]}];" for box in graph.boxes]
    lines += [
        f"  {quoted(arrow.source)} -> {quoted(arrow.target)} "
        f"[label={quoted(arrow.label)}{', style=dashed' if arrow.guard else ''}];"
        for arrow in graph.arrows
    ]
    return "\n".join([*lines, "}"]) + "\n"
