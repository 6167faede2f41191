"""How fast the proof is, all in one run on one machine; quote the ratios.

    python scripts/bench_proof.py            everything; about three minutes
    python scripts/bench_proof.py --no-spin  without SPIN

Wants SPIN and gcc for the comparison. Nothing else should be running.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench_playouts import playouts

import moot
from moot.case import Costs
from moot.proof.audit import audit_survey
from moot.proof.fast.survey import survey
from moot.proof.reference.compile import compile_model, gc_paused
from moot.proof.spin.promela import EXTRA_STATES, EXTRA_TRANSITIONS, promela
from moot.round.formats import get_format, one_speaker
from moot.round.rules import Rules

CASE = "sacramento-v-lewis"
FULL = get_format("scotus-1997")
RESERVES = one_speaker(
    "scotus, eight reserves", "An hour a side, any reserve up to seven minutes", 240, tuple(range(8))
)


def rounds_to_prove(case):
    """The case itself; enlarged, with costs computed from its words; and enlarged by reserves, which suits us least."""
    in_words = replace(case, costs=Costs(roadmap=4))
    return (
        ("quick", case, get_format("quick")),
        ("scotus-1997", case, FULL),
        ("enlarged: costs from words", in_words, FULL),
        ("enlarged: an hour a side, eight reserves", case, RESERVES),
    )


def rate(number: float) -> str:
    return f"{number / 1e6:.2f} M" if number >= 1e6 else f"{number / 1e3:.0f} k" if number >= 1e4 else f"{number:.0f}"


class Ours:
    """One proof, timed part by part, from the case in memory to counts that have been looked over.

    ``search`` is everything that finds the states and the longest and shortest lines, the rules included.
    """

    def __init__(self, case, form):
        with gc_paused():
            marks = [time.perf_counter()]
            rules = Rules(case, get_format(form))
            self.found = survey(rules)
            marks.append(time.perf_counter())
            assert not list(audit_survey(self.found, rules, frozenset()))
            marks.append(time.perf_counter())
        self.search, self.counts = self.found.seconds["search"], self.found.seconds["counts"]
        # What is left over is reading the rules of the roadmaps and adding up.
        self.search += marks[1] - marks[0] - self.search - self.counts
        self.audit = marks[2] - marks[1]
        self.total = marks[-1] - marks[0]


def median(case, form, times=5):
    """The median of several."""
    return sorted((Ours(case, form) for _ in range(times)), key=lambda ours: ours.total)[times // 2]


class Spin:
    """SPIN on the exported model: no reduction, no lossy storage."""

    def __init__(self, case, form, level):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "model.pml").write_text(promela(case, form))
            marks = [time.perf_counter()]
            subprocess.run(["spin", "-a", "model.pml"], cwd=folder, check=True, capture_output=True)
            words = f"gcc {level} -w -DNOREDUCE -DSAFETY -DMEMLIM=8000 -o pan pan.c".split()
            subprocess.run(words, cwd=folder, check=True)
            marks.append(time.perf_counter())
            text = subprocess.run(
                ["./pan", "-m20000", "-w24"], cwd=folder, check=True, capture_output=True, text=True
            ).stdout
            marks.append(time.perf_counter())
        self.compile_time, self.search_time = marks[1] - marks[0], marks[2] - marks[1]
        self.total = marks[2] - marks[0]
        self.states = int(re.search(r"(\d+) states, stored", text)[1])
        self.transitions = int(re.search(r"(\d+) transitions", text)[1])
        assert "errors: 0" in text


def proofs(lewis, with_spin: bool) -> None:
    for name, case, form in rounds_to_prove(lewis):
        ours = median(case, form)
        states, lines = ours.found.states, ours.found.lines.count
        print(
            f"\n{name}: {states:,} states, {ours.found.moves:,} moves, {lines:.3e} lines (exact, {lines.bit_length()} bits)"
        )
        print(
            f"  rules and search {ours.search:.3f} s, exact counts {ours.counts:.3f} s, audit {ours.audit:.3f} s, in all {ours.total:.3f} s (median of 5)"
        )
        print(f"  rules and search {rate(states / ours.search)} states/s; in all {rate(states / ours.total)}/s")
        if not with_spin or name == "quick":
            continue
        for level in ("-O2", "-O1", "-O0"):
            spin = Spin(case, form, level)
            assert spin.states == states + EXTRA_STATES
            assert spin.transitions == ours.found.moves + EXTRA_TRANSITIONS
            print(
                f"  SPIN (gcc {level}): agrees; compile {spin.compile_time:.1f} s, search {spin.search_time:.2f} s ({rate(states / spin.search_time)} states/s), in all {spin.total:.1f} s"
            )
            print(
                f"    RATIO ours against it: our rules and search against its search alone {spin.search_time / ours.search:.1f} times as fast; "
                f"end to end, ours with exact counts and audit, {spin.total / ours.total:.1f} (target 10 at -O2)"
            )


def rounds(case) -> None:
    for form in ("quick", "scotus-1997"):
        model = compile_model(Rules(case, get_format(form)))
        began = time.perf_counter()
        lengths = playouts(model, 300_000)
        taken = time.perf_counter() - began
        mean = sum(length * count for length, count in lengths.items()) / 300_000
        print(
            f"\n{form}: control-only playouts {rate(300_000 / taken)}/s (mean {mean:.1f} moves; target 100 k at the full clock)"
        )


def commands() -> None:
    print()
    for words in (["--help"], ["check", "--no-proof", CASE], ["check", CASE]):
        times = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-m", "moot", *words], check=False, capture_output=True)
            times.append(time.perf_counter() - began)
        print(f"moot {' '.join(words)}: {min(times):.2f} s")
    print(f"most memory of any of them: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-spin", action="store_true")
    args = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    case = moot.load_case(CASE)
    commands()
    proofs(case, not args.no_spin and bool(shutil.which("spin")))
    rounds(case)


if __name__ == "__main__":
    main()
