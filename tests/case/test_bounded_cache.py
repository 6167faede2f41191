"""A dictionary that is bounded."""

from __future__ import annotations

from moot.case.per_case import BoundedCache


def test_at_the_limit_everything_else_is_dropped() -> None:
    kept = BoundedCache[str, int](2)
    kept["a"], kept["b"] = 1, 2
    assert kept == {"a": 1, "b": 2}
    kept["c"] = 3
    assert kept == {"c": 3}
    kept["d"] = 4
    assert kept == {"c": 3, "d": 4}
