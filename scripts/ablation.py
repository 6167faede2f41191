"""What each piece of the weighing does: everything shipped but one piece, against the targets of scripts/sway.py.

    python scripts/ablation.py                       the table, 16 sittings a cell
    python scripts/ablation.py --without graded,all  only these rows; 'none' is what ships, 'all' leaves every piece out

Columns: *silence*, what a silent petitioner wins in Lewis and Glucksberg and the judges a silent respondent loses in Wilson;
*answers*, the findings that differ between sound and poor answers, petitioner and respondent of every real case; *history*, votes, decisive
grounds and roles on the historical lines, and judgments and lead authors; *opinions*, of random sittings, the share with a majority on the
last ground and the mean of separate opinions; *robust*, the small edits that move one judge at most.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from sway import CASES, FIRST_SEED, player, sitting
from sway_targets import apart, case_of, history, judges, rate, robustness

from moot.bench import weighing
from moot.case import Side

PIECES = tuple(field.name for field in fields(weighing.Weighing))
HEADS = ("without", "silence", "answers", "history", "judgments and authors", "opinions", "robust")


def row(job: tuple[str, int]) -> tuple[str, ...]:
    """One row of the table, in a process of its own, since what ships is set for the whole process."""
    without, many = job
    weighing.SHIPPED = weighing.Weighing(**{name: not {name, "all"} & {without} for name in PIECES})
    seeds = range(FIRST_SEED, FIRST_SEED + many)

    def seen(case: str, side: Side, policy: str, other: str = "scripted") -> list:
        return [
            sitting(case, "", seed, {side: player(policy, seed), side.other: player(other, seed)}) for seed in seeds
        ]

    silence = [
        f"{rate(seen(case, Side.PETITIONER, 'silent'), Side.PETITIONER):.0f}"
        for case in ("sacramento-v-lewis", "washington-v-glucksberg")
    ]
    at_wilson = [
        judges(seen("wilson-v-layne", Side.RESPONDENT, way), Side.RESPONDENT) for way in ("scripted", "silent")
    ]
    silence.append(f"{at_wilson[0] - at_wilson[1]:.1f}")
    real = [case for case in CASES if case_of(case).real]
    answers = [f"{apart(seen(case, side, 'sound'), seen(case, side, 'poor')):.0f}" for case in real for side in Side]
    past = [each.found for each in history(list(real))]
    opinions = []
    for case in CASES:
        drawn = seen(case, Side.PETITIONER, "random", "random")
        share = 100 * sum(each.court or each.decisive for each in drawn) / len(drawn)
        opinions.append(f"{share:.0f}/{statistics.fmean(each.separate for each in drawn):.1f}")
    robust = [each.found.partition("%")[0] for each in robustness(list(CASES))]
    return (without, *map(" ".join, (silence, answers, past[:3], past[3:4], opinions, robust)))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=16, metavar="N", help="sittings a cell")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes")
    parser.add_argument(
        "--without", type=lambda text: text.split(","), default=["none", *PIECES, "all"], metavar="PIECE,…"
    )
    args = parser.parse_args()
    print(f"Real cases: {', '.join(case for case in CASES if case_of(case).real)}; cases: {', '.join(CASES)}\n")
    print(f"| {' | '.join(HEADS)} |\n{'|---' * len(HEADS)}|")
    # One row a process: nothing that was weighed under other rules may be left over.
    with ProcessPoolExecutor(args.workers, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for found in pool.map(row, [(without, args.seeds) for without in args.without]):
            print(f"| {' | '.join(found)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
