"""What `moot simulate` costs, in one run on one machine; quote the ratios.

    python scripts/bench_simulate.py [CASE] [--sittings N]

A *drawn* sitting is what `moot simulate` holds: novices on both sides and the bench drawing its own moves, ruling and score included.
Beside it, in the same batch, the line it made is *replayed* with its ruling and score: what the sitting would cost if choosing were free.
That replay comes second, so it finds in the caches much of what the drawing left there. *Alone* it is timed in another process, which has
held as many sittings but not these: there both weigh everything for the first time. The targets are for the first of the two.
*Greedy* is the same with a greedy advocate on one side. Times are of the processor, so that a busy machine disturbs them less. Everything
is timed with the garbage collector as simulation has it (`moot/study/collecting.py`).
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import moot
from moot.counsel import Greedy, Novice
from moot.score import score
from moot.study.collecting import fewer_collections

BATCHES = 5


def drawn(case, bench, seeds, respondent=Novice):
    lines = []
    for seed in seeds:
        round = moot.Round(case, bench, seed=seed)
        round.play_out(Novice(seed), respondent(seed))
        score(round)
        lines.append((seed, round.line))
    return lines


def replayed(case, bench, lines):
    for seed, line in lines:
        round = moot.Round(case, bench, seed=seed)
        for move in line:
            round.push(move)
        assert round.outcome() is not None
        score(round)


def lines_of(name, seeds, respondent):
    """The lines of these sittings as they are drawn; run in a process of its own."""
    case = moot.load_case(name)
    return drawn(case, moot.load_bench(case.bench), seeds, respondent)


def alone(case, bench, name, number, respondent) -> float:
    """Seconds for a replay where the sitting has not been held."""
    with ProcessPoolExecutor(1, get_context("spawn")) as other, fewer_collections():
        lines = other.submit(lines_of, name, range(5000, 5000 + number * BATCHES), respondent).result()
        took = []
        for at in range(BATCHES):
            began = time.process_time()
            replayed(case, bench, lines[number * at : number * (at + 1)])
            took.append(time.process_time() - began)
    return statistics.median(took) / number


def batch(case, bench, seeds, respondent) -> tuple[float, float]:
    marks = [time.process_time()]
    lines = drawn(case, bench, seeds, respondent)
    marks.append(time.process_time())
    replayed(case, bench, lines)
    marks.append(time.process_time())
    return marks[1] - marks[0], marks[2] - marks[1]


def measured(case, bench, number, respondent=Novice) -> tuple[float, float]:
    """Seconds for a sitting as it is drawn, and as it is replayed: medians of batches of ``number``, on other seeds than those that warm up."""
    with fewer_collections():
        drawn(case, bench, range(max(2, number // 4)), respondent)
        found = [
            batch(case, bench, range(1000 + number * at, 1000 + number * (at + 1)), respondent) for at in range(BATCHES)
        ]
    took, again = (statistics.median(each[at] for each in found) / number for at in (0, 1))
    return took, again


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", nargs="?", default="sacramento-v-lewis")
    parser.add_argument(
        "--sittings", type=int, default=100, help="in a batch of novices; a tenth of it where one is greedy"
    )
    args = parser.parse_args()
    case = moot.load_case(args.case)
    bench = moot.load_bench(case.bench)
    print(
        f"{case.id}, {case.argument}, {len(bench.judges)} judges; load {os.getloadavg()[0]:.1f}; medians of {BATCHES} batches"
    )
    for name, number, respondent, target in (
        ("drawn", args.sittings, Novice, 3),
        ("greedy", max(4, args.sittings // 10), Greedy, 15),
    ):
        took, again = measured(case, bench, number, respondent)
        first = alone(case, bench, args.case, number, respondent)
        print(
            f"{name:8}{1 / took:7.0f} sittings a second of one core; replaying their lines {1 / again:.0f}: "
            f"RATIO {took / again:.1f} (target {target}); alone {1 / first:.0f}: {took / first:.1f}"
        )


if __name__ == "__main__":
    main()
