"""What `moot review` costs: the processor's time and the clock's, this process and its workers.

    python scripts/bench_review.py [CASE] [--format ID] [--sittings N] [--workers N]

Each sitting is a novice's against scripted counsel, by its seed. The target is 20 seconds by the clock, on two cores that are otherwise idle,
for the longest format; CPU over the number of cores is what the clock would show there at best.
"""

from __future__ import annotations

import argparse
import os
import time

import moot
from moot.commands.working import workers
from moot.counsel import Novice, Scripted
from moot.study.review import review


def spent() -> float:
    """Seconds of the processor, of this process and of workers that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", nargs="?", default="sacramento-v-lewis")
    parser.add_argument("--format", default="scotus-1997")
    parser.add_argument("--sittings", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    case = moot.load_case(args.case)
    bench = moot.load_bench(case.bench)
    for seed in range(args.sittings):
        round = moot.Round(case, bench, seed=seed, format=args.format)
        round.play_out(Novice(seed), Scripted())
        cpu, wall = spent(), time.perf_counter()
        with workers(args.workers) as executor:
            found = review(round, executor=executor)
        cpu, wall = spent() - cpu, time.perf_counter() - wall
        print(
            f"{case.id} {round.format.id} seed {seed}: {round.ply} moves, {len(found.moves)} reviewed, {len(found.faults)} faults: "
            f"CPU {cpu:.1f} s, wall {wall:.1f} s with {args.workers} workers; load {os.getloadavg()[0]:.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
