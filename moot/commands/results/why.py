"""`moot why`: the reasons for each vote of a record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from moot.bench.conference import confer
from moot.case import Side
from moot.commands.printing import say, say_json
from moot.commands.sitting.demo import historical_walk, say_fault
from moot.errors import MootError, UnknownName
from moot.files.folders import is_there
from moot.files.loading import load_bench
from moot.files.records import newest_first, read_record
from moot.plain.closing import why as plain_why
from moot.plain.page import Page
from moot.proof.historical.line import Fault
from moot.report.why import why, why_json
from moot.round.round import Round
from moot.sitting.setup import record_path, replay
from moot.sitting.words.spoken import judge_called

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Explain every vote, or one judge's. An unfinished record is judged as it stands.

    With ``--demo CASE`` the historical line is explained without a record; exit 1 when it does not stand.
    """
    fault: Fault | None = None
    human: Side | None = None
    if args.demo is not None:
        round, fault = _demo(args)
    else:
        data = read_record(_record(args))
        round = replay(data, args.case, _tell)
        human = data.header.human
    judge = judge_called(round.bench, args.judge) if args.judge is not None else ""
    if judge is None:
        raise UnknownName("judge on this bench", args.judge, round.bench.judge)
    ruling = confer(round.case, round.bench, round.position.heard)
    judges = [judge] if judge else list(round.bench.judge)
    if args.json:
        say_json(why_json(round, ruling, human, judges))
        return _end(fault)
    page = Page.on(sys.stdout)
    if not round.position.decided:
        say("The argument is not finished; this is how the bench would vote on what it has heard.", sys.stderr)
    page.put(plain_why(why(round, ruling, human, judges)))
    return _end(fault)


def _end(fault: Fault | None) -> int:
    if fault is None:
        return 0
    sys.stdout.flush()
    say_fault(fault)
    return 1


def _demo(args: argparse.Namespace) -> tuple[Round, Fault | None]:
    """The historical line. The words that would name a record and a judge name a judge: `moot why --demo CASE JUDGE`."""
    if args.case is not None:
        raise MootError("--case goes with a record; with --demo the case is named there")
    if args.judge is not None:
        raise MootError(f"moot why --demo takes one judge; {args.record!r} and {args.judge!r} are two words")
    args.judge, args.record = args.record, None
    walk = historical_walk(args.demo)
    return walk.round, walk.fault


def _record(args: argparse.Namespace) -> Path:
    """The record named. `moot why scalia` means that judge's reasons in the newest record."""
    path = record_path(args.record, _tell)
    if args.judge is None and args.record is not None and not is_there(path):
        latest = next((each for each in newest_first() if each.data is not None), None)
        if latest is not None and latest.data is not None and _sat(latest.data.header.bench, args.record):
            args.judge, args.record = args.record, None
            return latest.path
    return path


def _sat(bench: Sequence[str], said: str) -> bool:
    """Whether somebody called this, by id or by name, is among these judges."""
    try:
        return said in bench or judge_called(load_bench(bench), said) is not None
    except MootError:
        return False


def _tell(line: str) -> None:
    say(line, sys.stderr)
