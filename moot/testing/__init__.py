"""For people who test cases and judges: strategies for Hypothesis, random rounds, and a machine to extend.

Needs the extra ``moot[testing]``. Nothing here reads a file.

::

    from hypothesis import given
    from moot.testing import benches, cases, random_round_test


    @given(cases(), benches())
    def test_mine(case, bench):
        random_round_test(case, bench, rounds=3)
"""

from __future__ import annotations

from moot.testing.hostile import hostile_text
from moot.testing.judges import benches, judges
from moot.testing.maker import cases
from moot.testing.rounds import RoundMachine, formats, lines, random_round_test, script_of, segmented

__all__ = [
    "RoundMachine",
    "benches",
    "cases",
    "formats",
    "hostile_text",
    "judges",
    "lines",
    "random_round_test",
    "script_of",
    "segmented",
]
