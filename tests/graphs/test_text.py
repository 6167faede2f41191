"""Graphs as indented lines."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

import moot
from moot.errors import UnknownName
from moot.graphs.build import attacks, decision, merged, phases
from moot.graphs.model import Arrow, Box, Graph
from moot.graphs.notation import dot, mermaid
from moot.graphs.questions import questions
from moot.graphs.svg import ranked
from moot.graphs.text import listing, tree


def test_a_question_reached_two_ways_is_opened_once_and_referred_to_by_number() -> None:
    """Two nodes may ask the same question in the same words, so words alone would not say which is meant."""
    graph = Graph("T", [Box(id, text) for id, text in (("a", "A?"), ("b", "Same?"), ("c", "Same?"), ("d", "End"))])
    graph.arrows = [Arrow("a", "b", "yes"), Arrow("a", "c", "no"), Arrow("c", "b", "x"), Arrow("b", "d", "y")]
    assert tree(graph).splitlines() == [
        "T",
        "",
        "A?",
        "  yes: [1] Same?",
        "    y: End",
        "  no: Same?",
        "    x: see [1] Same?",
    ]


def test_a_graph_that_is_one_cycle_ends() -> None:
    graph = Graph("T", [Box("a", "A"), Box("b", "B")], [Arrow("a", "b"), Arrow("b", "a")])
    assert tree(graph).splitlines() == ["T", "", "A", "  B", "    see A"]


def test_every_disposition_and_attack_of_a_case_is_in_the_text() -> None:
    case = moot.load_case("sacramento-v-lewis")
    told = tree(merged(decision(case)))
    for node in case.tree.nodes:
        assert (node.disposition.value if node.disposition else case.issue[node.issue].question) in told
    drawn = merged(attacks(case))
    assert listing(drawn).count("\n  ") == len(drawn.arrows)
    assert "no reply [no time was kept]: submitted" in listing(merged(phases()))


def test_a_guard_was_not_drawn_at_all() -> None:
    """A point, question or answer that waits for something looked like any other; a reply opened out of nowhere."""
    case = moot.load_case("sacramento-v-lewis")
    drawn = merged(questions(case))
    guarded = {arrow.target: arrow.guard for arrow in drawn.arrows if arrow.guard}
    for point in case.points:
        for guard in point.when:
            assert f"{'once' if guard.wanted else 'unless'} {guard.said} is said" in guarded[point.id]
        assert point.id in guarded or not point.replies
    for question in case.questions.values():
        for guard in () if question.stock else question.when:
            assert f"{'once' if guard.wanted else 'unless'} {guard.said} is said" in guarded[question.id]
    for answer in case.answers.values():
        if answer.when and not case.question_of[answer.id].stock:
            assert answer.id in guarded
    assert any(guarded)


def test_every_notation_draws_a_guarded_arrow_apart() -> None:
    graph = Graph("T", [Box("a", "A"), Box("b", "B"), Box("c", "C", "answer")])
    graph.arrows = [Arrow("a", "b", "asked", "once p-x is said"), Arrow("a", "c", "plain")]
    assert "  asked [once p-x is said]: B" in tree(graph)
    assert "  asked [once p-x is said]: B" in listing(graph)
    assert 'n0 -.->|"asked [once p-x is said]"| n1' in mermaid(graph)
    assert 'n0 -->|"plain"| n2' in mermaid(graph)
    assert '"a" -> "b" [label="asked [once p-x is said]", style=dashed];' in dot(graph)
    drawn = ranked(graph)
    assert drawn.count('stroke-dasharray="4 4"') == 1
    assert "[once p-x is said]" in " ".join(ET.fromstring(drawn).itertext()).replace("\n", " ").replace("  ", " ")


def test_the_questions_under_one_point() -> None:
    case = moot.load_case("first-argument")
    drawn = questions(case, "p-bees")
    assert {box.id for box in drawn.boxes} == {
        "p-bees",
        "q-flood",
        "q-flood.a",
        "q-shared",
        "q-same-words",
        "q-same-words.a",
    }
    assert ("q-flood.a", "p-bees", "concedes away") in {(each.source, each.target, each.text) for each in drawn.arrows}
    with pytest.raises(UnknownName, match="did you mean 'p-bees'"):
        questions(case, "p-bee")


def test_a_title_was_read_by_mermaid_as_a_directive() -> None:
    """Mermaid looks for ``%%{...}%%`` anywhere in the text, comments and labels included."""
    box = Box("a", "%%%{init: {}}%%")
    assert "%%{" not in mermaid(Graph("%%{init: {'theme': 'dark'}}%%", [box], [Arrow("a", "a", "%%{wrap}%%")]))
