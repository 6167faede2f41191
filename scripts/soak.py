"""Thousands of whole sittings in one process, to see whether memory grows.

    python scripts/soak.py -n 10000             prints memory at each thousand
    python scripts/soak.py -n 1000 --every 100  a short run

Each sitting is argued by two novices on all moves drawn, decided, marked and scored, over three cases in turn. In every
twentieth a record is written as in a game, the ruling is written out and the report built. What is kept of what was heard fills up
within some 6,000 sittings; exit 1 where the last tenth of the run holds over 2% more than the tenth that ends at seven tenths of it.
"""

from __future__ import annotations

import argparse
import gc
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import moot
from moot.counsel import Novice
from moot.opinion.compose import ruling_document
from moot.report.build import report
from moot.sitting.setup import new_session, resume_session

CASES = ("first-argument", "brower-v-inyo", "lark-river")
WRITTEN = 20
GROWTH = 1.02


def megabytes() -> float:
    """Memory that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def played(case: moot.Case, bench: moot.Bench, number: int) -> None:
    """A sitting in memory: argued, decided, marked, scored."""
    round = moot.Round(case, bench, seed=number)
    round.play_out(Novice(number), Novice(number + 1))
    moot.score(round)


def written(case: moot.Case, number: int, saves: Path) -> None:
    """A sitting as a game has it: recorded, gone on with from its record, then its ruling and report written out."""
    session, path = new_session(case, side="petitioner", opponent="novice", seed=number, saves=saves)
    player = Novice(number)
    session.open()
    for _ in range(8):
        if session.round.turn is None:
            break
        session.play(player.choose(session.round))
        session.carry_on()
    session.recorder.close()
    session, _ = resume_session(path)
    session.recorder.close()
    round = session.round
    round.play_out(Novice(number), Novice(number + 1))
    outcome = round.outcome()
    if outcome is not None:
        ruling_document(outcome.ruling)
        report(round)
    path.unlink()


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("-n", type=int, default=10_000)
    words.add_argument("--every", type=int, default=1_000)
    asked = words.parse_args()
    cases = [moot.load_case(id) for id in CASES]
    benches = [moot.load_bench(case.bench) for case in cases]
    saves = Path(tempfile.mkdtemp(prefix="moot-soak-"))
    held: list[float] = []
    for number in range(1, asked.n + 1):
        at = number % len(cases)
        if number % WRITTEN:
            played(cases[at], benches[at], number)
        else:
            written(cases[at], number, saves)
        if number % max(asked.n // 100, 1) == 0:
            gc.collect()
            held.append(megabytes())
        if number % asked.every == 0 or number == asked.n:
            print(
                f"{number:7,} sittings: {megabytes():6.1f} MB, {time.process_time():6.0f} s of the processor",
                flush=True,
            )
    shutil.rmtree(saves, ignore_errors=True)
    tenth = max(len(held) // 10, 1)
    at = len(held) * 7 // 10
    parts = held[max(at - tenth, 0) : at] or held[:1], held[-tenth:]
    before, last = (sum(part) / len(part) for part in parts)
    print(f"{before:.1f} MB in the tenth before seven tenths, {last:.1f} MB in the last: {last / before - 1:+.1%}")
    return int(last > before * GROWTH)


if __name__ == "__main__":
    raise SystemExit(main())
