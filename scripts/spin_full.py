"""SPIN on the full clock: every case in a format with every tick of its time, its states beside those of our proof.

    python scripts/spin_full.py [CASE ...] [--format FORMAT] [--memory MB] [--seconds SECONDS]

Without ``--format`` a case is checked in the format it argues in. SPIN explores the exported model exhaustively: no reduction,
no lossy storage, states collapsed in memory but kept whole. It stores our states and a few of its own process, and takes as many steps as we count moves
and a few more (``EXTRA_STATES``, ``EXTRA_TRANSITIONS``). A case that SPIN cannot finish within the memory or the time is said to be
NOT FINISHED, which is no disagreement. Exit code 1 if SPIN disagrees or finds an error. Wants SPIN and gcc.
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

import moot
from moot.files.folders import list_cases
from moot.proof import prove
from moot.proof.spin.promela import EXTRA_STATES, EXTRA_TRANSITIONS, promela

MEMORY, SECONDS = 8000, 600
DEPTH, HASH = 20_000, 24


class Spin(NamedTuple):
    """What SPIN found, or why it did not finish; ``states`` and ``moves`` are without those of its own process."""

    states: int
    moves: int
    errors: int
    seconds: float
    megabytes: float
    stopped: str


def explore(model: str, memory: int, seconds: int) -> Spin:
    """Explore a model exhaustively."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "model.pml").write_text(model, encoding="utf-8")
        subprocess.run(["spin", "-a", "model.pml"], cwd=folder, check=True, capture_output=True)
        flags = f"-O2 -w -DNOREDUCE -DSAFETY -DCOLLAPSE -DMEMLIM={memory}"
        subprocess.run(["gcc", *flags.split(), "-o", "pan", "pan.c"], cwd=folder, check=True)
        began = time.perf_counter()
        try:
            done = subprocess.run(
                ["./pan", f"-m{DEPTH}", f"-w{HASH}"],
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                timeout=seconds,
            )
        except subprocess.TimeoutExpired:
            return Spin(0, 0, 0, seconds, 0, f"more than {seconds} s")
        return read(done.stdout, time.perf_counter() - began, memory)


def read(text: str, seconds: float, memory: int) -> Spin:
    """What the report of SPIN says."""
    if "out of memory" in text or "reached memory limit" in text:
        return Spin(0, 0, 0, seconds, memory, f"more than {memory} MB")
    if "Full statespace search" not in text or "max search depth too small" in text or "Search not completed" in text:
        errors = re.search(r"errors: (\d+)", text)
        return Spin(0, 0, int(errors[1]) if errors else 0, seconds, 0, "the search was not completed")
    states, moves, errors = (
        int(re.search(words, text)[1]) for words in (r"(\d+) states, stored", r"(\d+) transitions", r"errors: (\d+)")
    )
    used = float(re.search(r"([\d.]+)\s+total actual memory usage", text)[1])
    return Spin(states - EXTRA_STATES, moves - EXTRA_TRANSITIONS, errors, seconds, used, "")


def beside(id: str, format: str | None, memory: int, seconds: int) -> bool:
    """Print one case: our counts, SPIN's, and whether they are the same. False if SPIN disagrees."""
    case = moot.load_case(id)
    form = format or case.argument
    began = time.perf_counter()
    ours = prove(case, format=form, dead=False)
    took = time.perf_counter() - began
    spin = explore(promela(case, form), memory, seconds)
    same = (spin.states, spin.moves, spin.errors) == (ours.states, ours.moves, 0)
    if spin.errors:
        said = f"ERROR: SPIN finds {spin.errors} of its own"
    elif spin.stopped:
        said = f"NOT FINISHED: {spin.stopped}"
    else:
        said = "same" if same else "DIFFERENT"
    print(f"{id}, {form}: {said}")
    print(f"  ours {ours.states:12,} states {ours.moves:12,} moves {took:7.1f} s")
    if not spin.stopped:
        print(f"  SPIN {spin.states:12,} states {spin.moves:12,} moves {spin.seconds:7.1f} s {spin.megabytes:7.0f} MB")
    sys.stdout.flush()
    return not spin.errors and (same or bool(spin.stopped))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--format", help="the format each case argues in, unless given")
    parser.add_argument("--memory", type=int, default=MEMORY, help=f"megabytes SPIN may use; {MEMORY}")
    parser.add_argument("--seconds", type=int, default=SECONDS, help=f"seconds SPIN may search; {SECONDS}")
    args = parser.parse_args()
    if not (shutil.which("spin") and shutil.which("gcc")):
        sys.exit("spin_full: spin and gcc are not installed; install both, then run this again")
    cases = args.cases or sorted(list_cases())
    right = [beside(id, args.format, args.memory, args.seconds) for id in cases]
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory of any process: {most:,.0f} MB")
    sys.exit(0 if all(right) else 1)


if __name__ == "__main__":
    main()
