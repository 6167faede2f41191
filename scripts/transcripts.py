"""Write drawn sittings as they are read: two each of the real cases, counsel scripted for half of the time and a beginner for the rest.

    python scripts/transcripts.py FOLDER [-n SITTINGS] [--heat HEAT] [CASE ...]

The seeds follow from the case and the number alone, so that the same sittings come again.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import moot
from moot.counsel import Novice, Scripted
from moot.files.folders import list_cases
from moot.plain.page import WIDTH, Page
from moot.plain.render import opening, transcript
from moot.round.dice import Dice
from moot.sitting.retelling import retell


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("cases", nargs="*")
    parser.add_argument("-n", type=int, default=1)
    parser.add_argument("--heat", default="normal")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    for id in args.cases or sorted(list_cases()):
        case = moot.load_case(id)
        for number in range(args.n):
            seed = Dice("transcript", id, number).below(10_000)
            round = moot.Round(case, moot.load_bench(case.bench), seed=seed, heat=args.heat)
            round.play_out(Scripted(), Novice(seed))
            with (args.folder / f"{id}-{seed}.txt").open("w", encoding="utf-8") as out:
                Page(out, WIDTH).put([*opening(round), *transcript(retell(round), round)])
            print(f"{id}, seed {seed}: {len(round.line)} moves")


if __name__ == "__main__":
    main()
