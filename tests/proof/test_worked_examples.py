"""The examples in the docstrings of the fast proof and of the clock are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

from moot.proof.fast.head_graphs import HeadGraphs
from moot.round.formats import one_speaker
from moot.round.rules import Rules
from tests import support

MODULES = ("bitpacked", "contexts", "head_graphs", "semirings", "survey", "turns")


@pytest.mark.parametrize("name", [*(f"moot.proof.fast.{name}" for name in MODULES), "moot.round.clock"])
def test_the_examples_of_a_module(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0
    assert found.attempted or name.endswith((".head_graphs", ".turns")), "an example is a doctest or is tested below"


def test_a_head_with_two_points_and_no_questions_has_eight_nodes():
    """The example of ``head_graphs``."""
    case = support.case(
        support.point("p1", support.PETITIONER, "pa"),
        support.point("p2", support.PETITIONER, "pa"),
        support.point("r1", support.RESPONDENT, "ra", "merits.no"),
    )
    rules = Rules(case, one_speaker("short", "Short", 60, (0,)))
    opened = rules.transitions(rules.start)[0].next
    graph, node, _ = HeadGraphs(rules, frozenset(), 1000).locate(opened)
    graph.enter(node)
    assert len(graph.nodes) == 8


def test_two_openings_and_one_move_of_two_ticks():
    """The example of ``turns``: a line that has spent 1 tick makes a move of 2; the turn opened with 2 or with 4."""
    from moot.proof.fast.semirings import LineCounts, window

    counts = LineCounts(bound=10, longest=5)
    running, expired = 1 << 1 * counts.width, 0
    expired += window(counts.for_slots(9), running, 2, counts.width)
    running <<= 2 * counts.width
    slots = [(packed >> slot * counts.width) & 1 for packed in (running, expired) for slot in range(6)]
    assert slots == [0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0]
