"""Graphs as indented lines."""

from __future__ import annotations

import moot
from moot.graphs.build import attacks, decision, merged, phases
from moot.graphs.model import Arrow, Box, Graph
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
    assert "no reply: submitted" in listing(merged(phases()))
