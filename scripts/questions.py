"""What the bench asks: the mix of purposes over many seeds beside each persona's declared mix, and, at the historical heat,
the tones each side meets beside those of the real argument (as the case file's sources have it).

    python scripts/questions.py [CASE] [-n SEEDS]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import moot
from moot.case import Purpose, Side, Tone
from moot.counsel import Novice
from moot.round import moves


def asked(case, bench, heat: str, seeds: int):
    for seed in range(seeds):
        round = moot.Round(case, bench, seed=seed, heat=heat)
        round.play_out(Novice(seed), Novice(seed + 1))
        for move in round.line:
            if isinstance(move, moves.Ask):
                question = case.questions[move.question]
                yield move.by, question, case.point_of[question.id].side


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("case", nargs="?", default=None)
    parser.add_argument("-n", type=int, default=40)
    args = parser.parse_args()
    from moot.sitting.setup import default_case

    case = moot.load_case(args.case or default_case())
    bench = moot.load_bench(case.bench)
    print(f"{case.id} before {bench.id}, {args.n} seeds, heat normal: purposes in a hundred (declared)")
    found: dict[str, Counter] = {judge.id: Counter() for judge in bench.judges}
    for by, question, _ in asked(case, bench, "normal", args.n):
        found[by][question.purpose] += 1
    names = [purpose.value[:9] for purpose in Purpose]
    print(f"{'':10} {'asked':>5} " + " ".join(f"{name:>10}" for name in names))
    for judge in bench.judges:
        total, declared = found[judge.id].total() or 1, sum(judge.purposes.values()) or 1
        cells = [
            f"{100 * found[judge.id][purpose] // total:3} ({100 * judge.purposes.get(purpose, 0) // declared:2})"
            for purpose in Purpose
        ]
        print(f"{judge.id:10} {found[judge.id].total():5} " + " ".join(f"{cell:>10}" for cell in cells))
    print()
    print("heat historical: tones in a hundred, to each side (really, by the case file's sources)")
    tones = {side: Counter() for side in Side}
    for _, question, side in asked(case, bench, "historical", args.n):
        tones[side][question.tone] += 1
    real = {side: Counter() for side in Side}
    for question in case.questions.values():
        if question.source:
            real[case.point_of[question.id].side][question.tone] += 1
    for side in Side:
        total, really = tones[side].total() or 1, real[side].total() or 1
        print(
            f"{side.value:10} "
            + "  ".join(
                f"{tone.value} {100 * tones[side][tone] // total} ({100 * real[side][tone] // really})" for tone in Tone
            )
        )


if __name__ == "__main__":
    main()
