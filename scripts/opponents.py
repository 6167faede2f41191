"""Whether search beats greedy and greedy beats novice: sittings of each case, each pair of opponents in both seats.

    python scripts/opponents.py [--sittings 200] [--seed 0] [--case ID ...] [--pair search,greedy ...] [--lines N]

Each seed is argued twice, with the seats exchanged, so that a side which the case favors favors nobody here. An opponent beats another on a seed
where it gets more votes over the two sittings; where the votes are equal, where it gets more findings (one judge's position on one issue
that favors its side). The seeds are those from --seed on; the intervals hold the true value 95 times in 100.
"""

import argparse
import math
import sys
import time

import moot
from moot.bench.judging.reach import court_of
from moot.bench.judging.reasoning import reason
from moot.case import Side
from moot.counsel import Search, make
from moot.files.folders import list_cases
from moot.study.estimates import share, spread

PAIRS = ("greedy,novice", "search,greedy")


def player(name, seed, lines):
    """The opponent of this name. Search has a limit in lines or none, and none in seconds, so that the figures are the same on every machine."""
    return Search(seed, seconds=math.inf, lines=lines) if name == "search" else make(name, seed)


def result(round):
    """Votes and findings for the petitioner, and for the respondent."""
    heard, wants = round.position.heard, round.case.below.won is not Side.PETITIONER
    court = court_of(round.case, heard)
    reasonings = [reason(judge, round.case, heard, court) for judge in round.bench.judges]
    votes = sum(reasoning.vote.disturbs is wants for reasoning in reasonings)
    found = [each.favors for reasoning in reasonings for each in reasoning.found]
    return (votes, found.count(Side.PETITIONER)), (len(reasonings) - votes, found.count(Side.RESPONDENT))


def seed_of(case, bench, one, other, seed, lines):
    """How many more votes and findings the first gets than the second over the two sittings of a seed."""
    votes = findings = 0
    for petitioner, respondent, sign in ((one, other, 1), (other, one, -1)):
        round = moot.Round(case, bench, seed=seed)
        round.play_out(player(petitioner, seed, lines), player(respondent, seed, lines))
        (for_votes, for_found), (against_votes, against_found) = result(round)
        votes += sign * (for_votes - against_votes)
        findings += sign * (for_found - against_found)
    return votes, findings


def argued(case, bench, pair, seeds, lines):
    """What came of each seed; each is told on stderr when it is done, so that a run that is stopped has said what it found."""
    for seed in seeds:
        votes, findings = seed_of(case, bench, *pair.split(","), seed, lines)
        print(f"{case.id} {pair} seed {seed}: {votes:+d} votes, {findings:+d} findings", file=sys.stderr, flush=True)
        yield votes, findings


def told(found):
    """A mean with its interval, a sitting."""
    got = spread([each / 4 for each in found])
    return f"{got.mean:+.2f}" + ("" if got.low is None else f" ({got.low:+.2f} to {got.high:+.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sittings", type=int, default=200, help="of each case for each pair: two for each seed")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--case", action="append")
    parser.add_argument("--pair", action="append", help="two opponents with a comma between them")
    parser.add_argument(
        "--lines", type=int, help="the most lines that search looks along for one move (left out: as many as it wants)"
    )
    args = parser.parse_args()
    seeds = range(args.seed, args.seed + max(1, args.sittings // 2))
    print(
        f"Seeds {seeds[0]} to {seeds[-1]}, each argued twice with the seats exchanged: {2 * len(seeds)} sittings a row."
    )
    print(
        f"Search looks along {'as many lines as it wants' if args.lines is None else f'at most {args.lines} lines'} for a move."
    )
    print("Votes and findings: how many more the first gets in a sitting than an even share, with the 95% interval.\n")
    print(
        "| case | seats | opponents | seeds won, lost, even | won of those not even | votes | findings | s a sitting |"
    )
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for id in args.case or list_cases():
        case = moot.load_case(id)
        bench = moot.load_bench(case.bench)
        for pair in args.pair or PAIRS:
            one, other = pair.split(",")
            began = time.perf_counter()
            found = list(argued(case, bench, pair, seeds, args.lines))
            took = (time.perf_counter() - began) / (2 * len(seeds))
            won, lost = sum(each > (0, 0) for each in found), sum(each < (0, 0) for each in found)
            part = share(won, won + lost)
            print(
                f"| {id} | {len(bench.judges)} | {one} v. {other} | {won}, {lost}, {len(found) - won - lost} "
                f"| {part.part:.0%} ({part.low:.0%} to {part.high:.0%}) "
                f"| {told([votes for votes, _ in found])} | {told([findings for _, findings in found])} | {took:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
