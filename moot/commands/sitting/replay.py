"""`moot replay`: a record, run again."""

from __future__ import annotations

import argparse
import sys

from moot.commands.printing import say, say_json
from moot.files.records import read_record
from moot.report.as_json import sitting
from moot.report.build import report
from moot.sitting.setup import record_path, replay
from moot.sitting.words.spoken import plural

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Run the record again and print the final state. Exit 1 when a move no longer stands."""
    data = read_record(record_path(args.record, _tell))
    round = replay(data, args.case, _tell)
    code = 0 if round.ply == len(data.moves) else 1
    if args.json:
        say_json(sitting(round))
        return code
    told = report(round)
    say(f"{told.caption}, before {', '.join(told.bench)}, seed {told.seed}")
    say(f"{plural(round.ply, 'move')} replayed; {told.phase}")
    ruling = told.ruling
    if ruling is None:
        say(f"Next: {round.turn}, {len(round.legal)} legal moves")
        return code
    say(f"{ruling.disposition}, {ruling.votes_for} to {ruling.votes_against}, {ruling.judgment_by}")
    say(ruling.line_up)
    for card in told.ballots:
        say(f"{card.side}: {card.told}")
    return code


def _tell(line: str) -> None:
    say(line, sys.stderr)
