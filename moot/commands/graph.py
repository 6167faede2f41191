"""`moot graph`: pictures of a case. The same nodes and arrows in three notations."""

from __future__ import annotations

import argparse
import html
import sys
from pathlib import Path

from moot.case import Case, Side
from moot.commands.printing import say
from moot.errors import MootError
from moot.files.case.read import load_case
from moot.graphs.model import Arrow, Box, Graph
from moot.round.machine import compiled
from moot.round.phases import Phase

__all__ = ["attacks", "decision", "phases", "run"]


def run(args: argparse.Namespace) -> int:
    """Draw the decision tree, the attacks, or the phases of a round."""
    case = load_case(args.case)
    graph = _merged({"decision": decision, "attacks": attacks, "round": _phases_of}[args.what](case))
    if args.form == "svg":
        from moot.graphs.svg import columns, ranked

        text = columns(graph) if args.what == "attacks" else ranked(_with_own_ends(graph))
    else:
        text = {"mermaid": _mermaid, "dot": _dot}[args.form](graph)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    try:
        Path(args.output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise MootError(f"cannot write {args.output}: {error.strerror}") from None
    say(f"wrote {args.output}", file=sys.stderr)
    return 0


def _merged(graph: Graph) -> Graph:
    """The same graph with one arrow where several join the same two boxes."""
    words: dict[tuple[str, str], list[str]] = {}
    for arrow in graph.arrows:
        words.setdefault((arrow.source, arrow.target), []).append(arrow.text)
    graph.arrows = [Arrow(source, target, " / ".join(texts)) for (source, target), texts in words.items()]
    return graph


def _with_own_ends(graph: Graph) -> Graph:
    """The same graph with an end of its own for every arrow that leads to one: a drawing without long ways round."""
    into: dict[str, list[Arrow]] = {}
    for arrow in graph.arrows:
        into.setdefault(arrow.target, []).append(arrow)
    apart = {box.id for box in graph.boxes if box.kind == "end" and len(into.get(box.id, ())) > 1}
    drawn = Graph(graph.title, [box for box in graph.boxes if box.id not in apart])
    text = {box.id: box.text for box in graph.boxes}
    for arrow in graph.arrows:
        target = arrow.target
        if target in apart:
            target = f"{arrow.source} to {target}"
            drawn.boxes.append(Box(target, text[arrow.target], "end"))
        drawn.arrows.append(Arrow(arrow.source, target, arrow.text))
    return drawn


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
    for id in _in_order(case):
        if id in named:
            argument = case.arguments[id]
            text = case.point[id].title if id in case.point else f"– answer {id}"
            graph.boxes.append(Box(id, text, "petitioner" if argument.side is Side.PETITIONER else "respondent"))
    graph.arrows = [
        Arrow(argument.id, attack.target, attack.kind.value)
        for argument in case.arguments.values()
        for attack in argument.attacks
    ]
    return graph


def _in_order(case: Case) -> list[str]:
    """Every argument, each point followed by the answers to its questions."""
    found: list[str] = []
    for point in case.points:
        answers = [answer.id for question in point.walk() for answer in question.answers]
        found += [point.id, *(id for id in answers if id in case.arguments)]
    return found


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
