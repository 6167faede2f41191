"""`moot why`: the reasons for each vote of a record."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from moot.bench.conference import confer
from moot.errors import UnknownName
from moot.files.places import is_there
from moot.files.records import read_record, records
from moot.plain.closing import why
from moot.plain.page import Page
from moot.setup import record_path, replay

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Explain every vote, or one judge's. An unfinished record is judged as it stands."""
    path = _record(args)
    round = replay(read_record(path), args.case, _tell)
    if args.judge is not None and args.judge not in round.bench.judge:
        raise UnknownName("judge on this bench", args.judge, round.bench.judge)
    ruling = confer(round.case, round.bench, round.position.heard)
    judges = [args.judge] if args.judge else [judge.id for judge in round.bench.judges]
    if args.json:
        print(json.dumps({id: asdict(ruling.explain(id)) for id in judges}, indent=2, ensure_ascii=False))
        return 0
    page = Page.on(sys.stdout)
    if not round.position.decided:
        print("The argument is not finished; this is how the bench would vote on what it has heard.", file=sys.stderr)
    for id in judges:
        page.put(why(ruling, id))
    return 0


def _record(args: argparse.Namespace) -> Path:
    """The record named. `moot why scalia` means that judge's reasons in the newest record."""
    path = record_path(args.record, _tell)
    if args.judge is None and args.record is not None and not is_there(path):
        latest = records()[:1]
        if latest and args.record in read_record(latest[0]).header.bench:
            args.judge, args.record = args.record, None
            return latest[0]
    return path


def _tell(line: str) -> None:
    print(line, file=sys.stderr)
