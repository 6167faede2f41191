"""`moot history`: the sittings so far, skill by skill and seat by seat."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from moot.commands.printing import say, say_json
from moot.files.folders import saves_dir
from moot.files.records import readable
from moot.plain.history import history_lines
from moot.plain.page import Page
from moot.sitting.practice.played import played, started_of
from moot.study.history import Past, past, progress

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Print the progress over every record that a person argued. Looking writes nothing."""
    found: list[Past] = []
    unread: list[str] = []
    for each in played(readable(unread.append), _tell):
        header = each.data.header
        started = started_of(header)
        found += [
            past(each.round, side, record=each.data.path.name, started=started, mode=header.mode) for side in each.sides
        ]
    for line in unread:
        _tell(line)
    told = progress(found, datetime.now(UTC).date())
    if args.json:
        say_json(told.to_dict())
    elif not found:
        what = "No sitting that can be read" if unread else "No sitting"
        say(f"{what} is kept in {saves_dir()} yet. To play one: moot play")
    else:
        Page.on(sys.stdout).put(history_lines(told, drawn=sys.stdout.isatty()))
    return 0


def _tell(line: str) -> None:
    say(line, sys.stderr)
