"""What counsel moves: every shipped case and seat, argued well, badly, at random and not at all.

    python scripts/sway.py                       the tables and the targets (seeds 100 to 139)
    python scripts/sway.py --cases first-argument --seeds 80 --workers 1
    python scripts/sway.py --json FILE           the same figures as data

Policies, for the seat named; the opponent is scripted unless a row says otherwise:

  silent    gives its roadmap and sits down
  sound     scripted roadmap and points, the whole time spoken; to every question the answer best for the ballot
  poor      the same points; the answer worst for the ballot
  random    novice counsel: a legal move at random, never sitting down with something left to say
  scripted  the historical line as far as it goes, then its points in order and the answer that fits the question
  greedy    one move ahead, for votes
  best      the best of sound, scripted, greedy and a plan found by hill-climbing
  worst     the poorest of poor, random and a plan found by hill-climbing down; both speak their whole time

A plan (moot/study/policies.py) fixes roadmap, order of points and every answer before the sitting, and is found on seeds of its
own (1 to 10) against scripted counsel, so no policy knows what the bench will ask on the seeds that are measured. The climb starts from the
heads that do best. Best and worst are chosen on seeds 11 to 22: by judges won and then by the findings that favor the seat; a seat that
lost in life is judged by findings first, since that is what it can move.
Sittings of two policies with one seed are a pair, and differences are taken pair by pair. Intervals hold 95 times in 100.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import fields, replace
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

from sway_targets import targets, won_in_life

import moot
from moot.bench import weighing
from moot.case import Side
from moot.counsel import Greedy, Novice, Scripted
from moot.files.folders import list_cases
from moot.round import moves
from moot.study.estimates import share, spread
from moot.study.policies import Answering, LinePlan, PlannedCounsel, Silent, climb
from moot.study.sway import Seen, differing, see, taken

CASES = tuple(sorted(list_cases()))
CLIMBING, CHOOSING = range(1, 11), range(11, 23)
FIRST_SEED = 100
NAMES = ("silent", "sound", "poor", "random", "scripted", "greedy", "best", "worst")
FIXED = {
    "silent": lambda _: Silent(),
    "sound": lambda seed: Answering(seed, best=True),
    "poor": lambda seed: Answering(seed, best=False),
    "random": Novice,
    "scripted": lambda _: Scripted(),
    "greedy": lambda _: Greedy(),
}
PAIRINGS = (
    *((name, "scripted") for name in NAMES),
    ("silent", "greedy"),
    ("best", "worst"),
    ("silent", "worst"),
    ("best", "best"),
    ("sound", "random"),
    ("random", "poor"),
    ("random", "random"),
)
"""What the seat does, and what its opponent does."""


@lru_cache(maxsize=16)
def loaded(case_id: str, bench_id: str):
    case = moot.load_case(case_id)
    return case, moot.load_bench(bench_id or case.bench)


def player(policy, seed: int):
    return PlannedCounsel(policy) if isinstance(policy, LinePlan) else FIXED[policy](seed)


def sitting(case_id: str, bench_id: str, seed: int, players: dict) -> Seen:
    case, bench = loaded(case_id, bench_id)
    round = moot.Round(case, bench, seed=seed)
    round.play_out(players[Side.PETITIONER], players[Side.RESPONDENT])
    return see(round)


# -- best and worst ------------------------------------------------------------------------------------------------------


def value(seat: tuple, policy, met: set[str] | None = None, seeds: range = CHOOSING) -> tuple[Fraction, ...]:
    """Judges won on these seeds against scripted counsel, then findings that favor the side; for a seat that lost in life, findings first."""
    case_id, bench_id, side = seat
    won, held = Fraction(0), 0.0
    for seed in seeds:
        mine = PlannedCounsel(policy, met) if isinstance(policy, LinePlan) else FIXED[policy](seed)
        seen = sitting(case_id, bench_id, seed, {side: mine, side.other: Scripted()})
        won += seen.judges(side)
        held += seen.held(side)
    worth = won, Fraction(held).limit_denominator(10**6)
    return worth if won_in_life(seat) else worth[::-1]


def opening(
    plan: LinePlan, roadmaps: tuple[moves.Roadmap, ...], worth: Callable[..., tuple[Fraction, ...]]
) -> LinePlan:
    """The plan with the heads that do best before anything else is changed: every choice of heads in one order, then the scripted one."""
    heads = {frozenset(roadmap.heads): roadmap for roadmap in reversed(roadmaps)}
    plans = [plan, *(replace(plan, roadmap=roadmap) for roadmap in heads.values())]
    few = sorted(plans, key=lambda each: worth(each, set(), CLIMBING[:4]), reverse=True)[:3]
    return max(few, key=lambda each: worth(each, set()))


def find(job: tuple) -> tuple:
    """The best and the worst policy of one seat: (policy name or plan, how it was found)."""
    case_id, bench_id, side, steps = job
    case, bench = loaded(case_id, bench_id)
    start = moot.Round(case, bench)
    if side is Side.PETITIONER:
        roadmaps = tuple(start.legal)
    else:
        heads = [head.id for head in case.heads_of[side]]
        roadmaps = tuple(moves.Roadmap(each) for many in (2, 3) for each in permutations(heads, many))
    seat = (case_id, bench_id, side)
    climbed = {}
    for sign in (1, -1):

        def worth(plan: LinePlan, met: set[str], seeds: range = CLIMBING, sign: int = sign) -> tuple[Fraction, ...]:
            return tuple(sign * each for each in value(seat, plan, met, seeds))

        start = opening(LinePlan(side, best=sign > 0), roadmaps, worth)
        climbed[sign], _ = climb(case, start, worth, roadmaps, steps=steps)
    up, down = climbed[1], climbed[-1]
    high = {"sound": "sound", "scripted": "scripted", "greedy": "greedy", "climb": up}
    low = {"poor": "poor", "random": "random", "climb": down}
    best = max(high, key=lambda name: value(seat, high[name]))
    worst = min(low, key=lambda name: value(seat, low[name]))
    return seat, (high[best], best), (low[worst], worst)


# -- measuring -----------------------------------------------------------------------------------------------------------


def measure(job: tuple) -> tuple:
    """All sittings of one pairing of one seat."""
    seat, mine, theirs, names, seeds = job
    case_id, bench_id, side = seat
    seen = [
        sitting(case_id, bench_id, seed, {side: player(mine, seed), side.other: player(theirs, seed)}) for seed in seeds
    ]
    return seat, names, seen


def run(args: argparse.Namespace) -> dict:
    seats = [(case, "", side) for case in args.cases for side in Side]
    if "sacramento-v-lewis" in args.cases:
        seats += [("sacramento-v-lewis", "three", side) for side in Side]
    seeds = range(FIRST_SEED, FIRST_SEED + args.seeds)
    found: dict = {seat: {} for seat in seats}
    how: dict = {}
    with ProcessPoolExecutor(args.workers) as pool:
        fitted = [pool.submit(find, (*seat, args.steps)) for seat in seats]
        policies: dict = {}
        for done in as_completed(fitted):
            seat, best, worst = done.result()
            policies[seat] = {**{name: name for name in FIXED}, "best": best[0], "worst": worst[0]}
            how[seat] = {"best": best[1], "worst": worst[1]}
            print(f"{label(seat)}: best is {best[1]}, worst is {worst[1]}", file=sys.stderr)
        jobs = []
        for seat in seats:
            other = (*seat[:2], seat[2].other)
            for mine, theirs in PAIRINGS:
                if (mine, theirs) in (("best", "best"), ("random", "random")) and seat[2] is Side.RESPONDENT:
                    continue
                jobs.append((seat, policies[seat][mine], policies[other][theirs], (mine, theirs), seeds))
        for done in as_completed([pool.submit(measure, job) for job in jobs]):
            seat, names, seen = done.result()
            found[seat][names] = seen
    return {"seats": found, "how": how}


# -- printing ------------------------------------------------------------------------------------------------------------


def label(seat: tuple) -> str:
    case, bench, side = seat
    return f"{case}{' (three judges)' if bench else ''}, {side}"


def mean(values: list[float]) -> str:
    each = spread(values)
    apart = (each.high - each.mean) if each.high is not None else 0.0
    return f"{each.mean:.1f} ±{apart:.1f}"


def part(values: list[float]) -> str:
    each = spread([100 * value for value in values])
    apart = (each.high - each.mean) if each.high is not None else 0.0
    return f"{each.mean:.0f} ±{apart:.0f}"


def show(found: dict, how: dict) -> None:
    for seat, pairings in found.items():
        side = seat[2]
        seats = len(next(iter(pairings.values()))[0].votes)
        print(f"\n{label(seat)}: best is {how[seat]['best']}, worst is {how[seat]['worst']}")
        heads = ("policy", f"judges of {seats}", "wins %", "findings for it %", "of the Court %", "separate", "ballot")
        print("  {:<20}{:>13}{:>16}{:>19}{:>16}{:>12}{:>12}".format(*heads))
        for mine, theirs in PAIRINGS:
            seen = pairings.get((mine, theirs))
            if seen is None:
                continue
            won = share(sum(each.won is side for each in seen), len(seen))
            court = share(sum(each.court for each in seen), len(seen))
            name = mine if theirs == "scripted" else f"{mine} v. {theirs}"
            print(
                f"  {name:<20}{mean([each.judges(side) for each in seen]):>13}"
                f"{f'{100 * won.part:.0f} ({100 * won.low:.0f}-{100 * won.high:.0f})':>16}"
                f"{part([each.held(side) for each in seen]):>19}"
                f"{100 * court.part:>16.0f}{mean([each.separate for each in seen]):>12}"
                f"{mean([float(each.ballots[side is Side.RESPONDENT]) for each in seen]):>12}"
            )
        against = {name: pairings[name, "scripted"] for name in NAMES}
        pairs = (("sound", "poor"), ("best", "worst"), ("scripted", "silent"))
        told = [
            f"{one} and {other} {part([differing(*two) for two in zip(against[one], against[other], strict=True)])}"
            for one, other in pairs
        ]
        gained = part(
            [taken(*two, side) for two in zip(pairings["best", "worst"], pairings["silent", "worst"], strict=True)]
        )
        print(f"  findings that differ, %: {'; '.join(told)}. Taken by best v. worst from silence: {gained}")


def main() -> int:
    parser = argparse.ArgumentParser(description="What counsel moves, seat by seat, and the targets.")
    parser.add_argument("--seeds", type=int, default=40, metavar="N", help="sittings measured for each row")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes")
    parser.add_argument("--cases", type=lambda text: text.split(","), default=list(CASES), metavar="ID,…")
    parser.add_argument("--steps", type=int, default=100, metavar="N", help="changes tried by each hill-climb")
    parser.add_argument(
        "--without",
        type=lambda text: text.split(","),
        default=[],
        metavar="PIECE,…",
        help="pieces of the weighing left out (moot/bench/weighing.py), or 'all'",
    )
    parser.add_argument("--json", metavar="FILE", help="also write the figures here")
    args = parser.parse_args()
    began = time.perf_counter()
    names = [field.name for field in fields(weighing.Weighing)]
    # Before any worker is started: each gets a copy of what is set here.
    weighing.SHIPPED = weighing.Weighing(**{name: not {name, "all"} & set(args.without) for name in names})
    got = run(args)
    last = FIRST_SEED + args.seeds - 1
    print(
        f"{args.seeds} sittings a row, seeds {FIRST_SEED} to {last}; own format, normal heat; ± and (): 95 times in 100"
    )
    show(got["seats"], got["how"])
    rows = targets(got["seats"], args.cases)
    print(f"\n{'target':<18}{'met':<8}{'wanted':<62}found")
    for row in rows:
        print(f"{row.target:<18}{row.word:<8}{row.wanted:<62}{row.found}")
    met = sum(row.met is True for row in rows)
    print(f"\n{met} of {len(rows)} rows met; {time.perf_counter() - began:.0f} seconds with {args.workers} workers")
    if args.json:
        document = [row._asdict() for row in rows]
        Path(args.json).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
