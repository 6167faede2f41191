"""`moot retry`: the mistakes of a record, one after another."""

from __future__ import annotations

import argparse
import sys

from moot.commands.printing import say
from moot.commands.sitting.practicing import logged, practice_on_terminal
from moot.errors import MootError
from moot.files.records import read_record
from moot.sitting.practice.engine import Practice
from moot.sitting.practice.played import Played
from moot.sitting.practice.tasks import mistakes
from moot.sitting.setup import record_path, replay

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Stand before each fumbled question again. The record is only looked at; what is answered goes to the practice log."""
    data = read_record(record_path(args.record, _tell, to_resume=True))
    record = Played(data, replay(data, args.case, _tell))
    if not record.sides:
        raise MootError(f"{data.path} is a demo: there is nothing of yours in it to try again; play first: moot play")
    tasks = mistakes(record)
    if not tasks:
        say(f"No question was fumbled in {data.path}. For others: moot drill")
        return 0
    return practice_on_terminal(Practice(tasks, "retry", logged()))


def _tell(line: str) -> None:
    say(line, sys.stderr)
