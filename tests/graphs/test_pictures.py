"""The drawings: nothing lies on anything else, every arrow reaches its boxes, hostile text stays text."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.graphs.build import attacks, decision, merged, phases
from moot.graphs.layout import Layout, Link, Size, lay_out
from moot.graphs.model import Arrow, Box, Graph
from moot.graphs.questions import questions
from moot.graphs.svg import columns, ranked

SVG = "{http://www.w3.org/2000/svg}"
SIZE = Size(60, 20)


def overlapping(rects: list[tuple[float, float, float, float]]) -> list:
    return [
        (one, other)
        for one, other in itertools.combinations(rects, 2)
        if one[0] + 1 < other[0] + other[2]
        and other[0] + 1 < one[0] + one[2]
        and one[1] + 1 < other[1] + other[3]
        and other[1] + 1 < one[1] + one[3]
    ]


def rects_of(layout: Layout, links: list[Link]) -> list[tuple[float, float, float, float]]:
    found = [(spot.x - 30, spot.y - 10, 60.0, 20.0) for spot in layout.spots.values()]
    for link in links:
        if link.word_at is not None and link.word is not None:
            wide, tall = link.word.width, link.word.height
            found.append((link.word_at.x - wide / 2, link.word_at.y - tall / 2, wide, tall))
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 9).flatmap(
        lambda many: st.tuples(
            st.just(many),
            st.lists(st.tuples(st.integers(0, many - 1), st.integers(0, many - 1), st.booleans()), max_size=18),
        )
    )
)
def test_any_graph_is_laid_out_without_overlap(drawn) -> None:
    many, pairs = drawn
    links = [Link(f"n{one}", f"n{other}", Size(40, 13) if word else None) for one, other, word in pairs if one != other]
    layout = lay_out({f"n{number}": SIZE for number in range(many)}, links)
    assert set(layout.spots) == {f"n{number}" for number in range(many)}
    assert not overlapping(rects_of(layout, links))
    for link in links:
        for id, end in ((link.source, link.way[0]), (link.target, link.way[-1])):
            assert abs(abs(end.y - layout.spots[id].y) - SIZE.height / 2) < 0.01
        assert (link.word_at is None) is (link.word is None)


@pytest.fixture(scope="module")
def case():
    return moot.load_case("sacramento-v-lewis")


@pytest.mark.parametrize("what", ["decision", "round", "attacks", "questions"])
def test_boxes_and_words_of_the_shipped_case_lie_apart(case, what) -> None:
    text = {
        "decision": lambda: ranked(decision(case)),
        "round": lambda: ranked(phases()),
        "attacks": lambda: columns(attacks(case)),
        "questions": lambda: ranked(merged(questions(case, "p-shocks"))),
    }[what]()
    root = ET.fromstring(text)
    wide, tall = float(root.get("width")), float(root.get("height"))
    rects = [
        tuple(float(rect.get(side)) for side in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if rect.get("x") is not None
    ]
    assert len(rects) > 10
    assert not overlapping(rects)
    assert wide < 2600
    for x, y, across, down in rects:
        assert x >= -1
        assert y >= -1
        assert x + across < wide
        assert y + down < tall


def test_the_same_graph_is_drawn_the_same_way(case) -> None:
    assert ranked(decision(case)) == ranked(decision(case))


def test_hostile_text_stays_text() -> None:
    bad = '</text><script>alert(1)</script>"&'
    graph = Graph(bad, [Box("a", bad), Box("b", bad, "end")], [Arrow("a", "b", bad), Arrow("a", "a", bad)])
    root = ET.fromstring(ranked(graph))
    assert not list(root.iter(f"{SVG}script"))
    assert "".join(root.itertext()).count("alert(1)") >= 4
