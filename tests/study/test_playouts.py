"""Quick playouts are the same lines as those played one by one on the rules."""

from __future__ import annotations

import sys
from collections import Counter
from hashlib import shake_128
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import moot
from moot.proof import prove
from moot.proof.reference.compile import compile_model
from moot.round.rules import rules_for
from moot.testing import cases, formats

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from bench_playouts import playouts


def plainly(rules, number, seed):
    """Each move drawn evenly with 16 bits, on the rules."""
    drawn = iter(memoryview(shake_128(f"playouts {seed} 0".encode()).digest(1 << 16)).cast("H"))
    lengths = Counter()
    for _ in range(number):
        state, clock, length = rules.start, rules.opening_clock(rules.start), 0
        while steps := rules.transitions(state):
            state, clock, _ = rules.after(state, clock, steps[next(drawn) * len(steps) >> 16])
            length += 1
        lengths[length] += 1
    return lengths


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(), formats(longest=30))
def test_the_same_lines(case, form):
    rules = rules_for(case, form)
    assert playouts(compile_model(rules), 50, 3) == plainly(rules, 50, 3)


@pytest.mark.parametrize("form", ["quick", "scotus-1997"])
def test_the_same_lines_of_a_shipped_case(form):
    case = moot.load_case("first-argument")
    rules = rules_for(case, form)
    model = compile_model(rules)
    assert playouts(model, 300, 7) == plainly(rules, 300, 7)
    whole = prove(case, format=form, dead=False)
    many = playouts(model, 20_000, 1)
    assert many.total() == 20_000
    assert whole.shortest <= min(many)
    assert max(many) <= whole.longest
    assert many == playouts(model, 20_000, 1) != playouts(model, 20_000, 2)
