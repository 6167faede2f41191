"""`moot simulate`: many sittings, and what came of them, with intervals."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from moot.commands.printing import say
from moot.errors import MootError
from moot.files.case.read import load_case
from moot.files.judge.read import load_bench
from moot.round.formats import format_of
from moot.sitting.spoken import judge_name
from moot.study.estimates import CONFIDENCE, Share, Spread
from moot.study.simulation import Simulation, Tally
from moot.study.simulation_plan import SimulationPlan, held

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Hold the sittings and print the tally. Stopped from the keyboard, it prints what there is so far."""
    case = load_case(args.case)
    bench = load_bench(args.bench or case.bench)
    form = format_of(case, args.format)
    # A wrong word is refused here, before anything is played.
    plan = SimulationPlan(case, bench, args.petitioner, args.respondent, form, args.heat, args.seed)
    tally = Tally(plan)

    def tell() -> None:
        found = tally.so_far()
        if args.json:
            print(json.dumps({**found.to_dict(), "asked": args.number}, indent=2, ensure_ascii=False))
        else:
            _tell(found, args)

    with _workers(min(args.workers, args.number)) as executor:
        try:
            with _progress(args.number) as step:
                for sitting in held(plan, args.number, executor):
                    tally.add(sitting)
                    step()
        except KeyboardInterrupt:
            if len(tally):
                say(f"\nmoot: {len(tally)} of {args.number} sittings were held", file=sys.stderr)
                tell()
            raise
    tell()
    return 0


@contextmanager
def _workers(number: int) -> Iterator[Executor | None]:
    """A pool of so many processes; None, for this process alone, where one is enough."""
    if number == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Started afresh, because a process with threads (the bar has one) is not safely copied.
    pool = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_deaf)
    try:
        yield pool
    except BrokenProcessPool:
        raise MootError("a worker ended before its work was done; try fewer with --workers") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _deaf() -> None:
    """Ctrl-C is for the process that holds the workers; it stops them."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _progress(number: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("sittings"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("sittings", total=number)
        yield lambda: bar.advance(task)


# -- for reading -----------------------------------------------------------------------------------------------------


def _tell(found: Simulation, args: argparse.Namespace) -> None:
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


def _shares(heading: str, shares: dict[str, Share]) -> None:
    say(f"\n{heading}")
    width = max(12, *(len(name) for name in shares)) + 2
    for name, each in shares.items():
        say(f"  {name:<{width}}{each.count:>6,}  {each.part:>6.1%}  ({each.low:.1%} to {each.high:.1%})")


def _spread(each: Spread) -> str:
    of_mean = f"({each.low:.1f} to {each.high:.1f})" if each.low is not None else ""
    marks = each.least, *each.quartiles, each.most
    return f"{each.mean:>6.1f} {of_mean:<18}" + "".join(f"{mark:>7.1f}" for mark in marks)
