"""The graphs of a case: its decision tree, who attacks whom, and the phases of a round."""

from __future__ import annotations

from moot.case import Case, Side
from moot.graphs.model import Arrow, Box, Graph
from moot.round.formats import Format, get_format
from moot.round.turns.machine import compiled
from moot.round.turns.phases import Phase, Trigger, course_of

__all__ = ["attacks", "decision", "merged", "phases", "with_own_ends"]


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


def phases(form: Format | None = None) -> Graph:
    """The machine of phases of a format (left out, one speaker a side), read off the machine itself."""
    form = form or get_format("scotus-1997")
    graph = Graph("The phases of a round")
    graph.boxes = [
        Box(phase.name, phase.value, "end" if phase is Phase.DECIDED else "plain") for phase in course_of(form).phases
    ]
    words: dict[tuple[str, str, str], list[str]] = {}
    for (source, trigger), target in compiled(form).items():
        guard = _GUARDS.get(trigger, "") if source is not target else ""
        words.setdefault((source.name, target.name, guard), []).append(trigger.value)
    graph.arrows = [
        Arrow(source, target, ", ".join(triggers), guard) for (source, target, guard), triggers in words.items()
    ]
    return graph


_GUARDS = {
    Trigger.RED_LIGHT: "the time is used up",
    Trigger.NO_REPLY: "no time was kept",
    Trigger.NO_HEADS: "no head is this speaker's",
}
"""What must hold for a change of phase that nobody makes."""


def merged(graph: Graph) -> Graph:
    """The same graph with one arrow where several join the same two boxes under the same guard."""
    words: dict[tuple[str, str, str], list[str]] = {}
    for arrow in graph.arrows:
        words.setdefault((arrow.source, arrow.target, arrow.guard), []).append(arrow.text)
    graph.arrows = [Arrow(source, target, " / ".join(texts), guard) for (source, target, guard), texts in words.items()]
    return graph


def with_own_ends(graph: Graph) -> Graph:
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
        drawn.arrows.append(Arrow(arrow.source, target, arrow.text, arrow.guard))
    return drawn
