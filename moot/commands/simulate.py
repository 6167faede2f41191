"""`moot simulate`: many sittings, and what came of them, with intervals."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Sequence

from moot.commands.printing import say, say_json
from moot.commands.working import progress, workers
from moot.files.loading import load_bench, load_case
from moot.round.formats import format_of
from moot.sitting.words.spoken import judge_name
from moot.study.estimates import CONFIDENCE, Share, Spread
from moot.study.simulation import Simulation, Tally
from moot.study.simulation_plan import SimulationPlan, held
from moot.study.verdict import in_words, look_closely

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Hold the sittings and print the tally. Stopped from the keyboard, it prints what there is so far."""
    case = load_case(args.case)
    bench = load_bench(args.bench or case.bench)
    form = format_of(case, args.format)
    # A wrong word is refused here, before anything is played.
    plan = SimulationPlan(case, bench, args.petitioner, args.respondent, form, args.heat, args.seed)
    tally = Tally(plan)

    def tell(*, whole: bool = True) -> None:
        found = tally.so_far()
        words = in_words(found, look_closely(found)) if whole else ()
        if args.json:
            told = {**found.to_dict(), "asked": args.number, "in_words": list(words)}
            say_json(told)
        else:
            _tell(found, args, words)

    with workers(min(args.workers, args.number)) as executor:
        try:
            with progress(args.number, "sittings") as step:
                for sitting in held(plan, args.number, executor):
                    tally.add(sitting)
                    step()
        except KeyboardInterrupt:
            if len(tally):
                say(f"\nmoot: {len(tally)} of {args.number} sittings were held", file=sys.stderr)
                tell(whole=False)
            raise
    tell()
    return 0


# -- for reading -----------------------------------------------------------------------------------------------------


def _tell(found: Simulation, args: argparse.Namespace, words: Sequence[str]) -> None:
    case, bench, form = found.plan.case, found.plan.bench, found.plan.format
    last = args.seed + found.sittings - 1
    say(f"{case.caption}, before {bench.title}")
    say(f"{form.title}; the bench {args.heat}")
    say(f"{args.petitioner} for the petitioner, {args.respondent} for the respondent")
    say(f"{found.sittings:,} {'sitting' if found.sittings == 1 else 'sittings'}, seeds {args.seed} to {last}")
    say(f"\n{found.verdict}")
    _shares("Wins", {str(side): each for side, each in found.wins.items()})
    _shares("Judgment", {str(end): each for end, each in found.dispositions.items() if each.count})
    _shares("Carried by", {str(by): each for by, each in found.judgments.items() if each.count})
    seats = len(bench.judges)
    _shares(
        "Votes",
        {
            f"{votes} for the petitioner, {seats - votes} against": each
            for votes, each in found.votes.items()
            if each.count
        },
    )
    _shares("For the petitioner", {judge_name(bench, id): each for id, each in found.judges.items()})
    say(f"\n{'Out of 100':<14}{'mean':>6}{'':19}{'least':>7}{'1/4':>7}{'1/2':>7}{'3/4':>7}{'most':>7}")
    for side, each in found.ballots.items():
        say(f"  {side:<12}{_spread(each)}")
    say(f"\n{'Moves':<14}{_spread(found.moves)}")
    say(
        f"\nIn brackets: where the true value lies, {CONFIDENCE} times in 100 (Wilson's score\n"
        "interval for shares, the normal one for means). These are estimates, for these\n"
        "counsel. What can happen on any line at all: moot check " + args.case
    )
    if words:
        say("\nIn words")
    for line in words:
        say(textwrap.fill(line, 78, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False))


def _shares(heading: str, shares: dict[str, Share]) -> None:
    say(f"\n{heading}")
    width = max(12, *(len(name) for name in shares)) + 2
    for name, each in shares.items():
        say(f"  {name:<{width}}{each.count:>6,}  {each.part:>6.1%}  ({each.low:.1%} to {each.high:.1%})")


def _spread(each: Spread) -> str:
    of_mean = f"({each.low:.1f} to {each.high:.1f})" if each.low is not None else ""
    marks = each.least, *each.quartiles, each.most
    return f"{each.mean:>6.1f} {of_mean:<18}" + "".join(f"{mark:>7.1f}" for mark in marks)
