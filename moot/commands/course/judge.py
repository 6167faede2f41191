"""`moot judge`: fill in a ballot blind, then see moot's beside it with its reasons."""

from __future__ import annotations

import argparse
import sys

from moot.case import Side
from moot.commands.printing import say
from moot.files.records import read_record
from moot.files.sheet import load_sheet
from moot.plain.judging import fill
from moot.plain.page import BLANK, Page, Para
from moot.plain.render import opening, transcript
from moot.report.build import report
from moot.report.judging import own_sheet
from moot.sitting.modes import BOTH
from moot.sitting.retelling import retell
from moot.sitting.setup import record_path, replay

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Show the argument without its ruling, ask for a mark under each heading, then show moot's marks beside them."""
    sheet = load_sheet(args.sheet) if args.sheet is not None else own_sheet()
    data = read_record(record_path(args.record, _tell))
    round = replay(data, args.case, _tell)
    told = report(round)
    page = Page.on(sys.stdout)
    page.put(opening(round))
    # How the case was decided stays out of sight: the ballot is blind to it.
    page.put(
        transcript([event for event in retell(round) if event.ply < round.ply or not round.position.decided], round)
    )
    page.put([BLANK, Para("The argument is over; judge the advocacy, and not who should have won.")])
    side = data.header.side
    for each in tuple(Side) if side == BOTH else (Side(side),):
        fill(sheet, told.ballot(each), page, sys.stdin)
    return 0


def _tell(line: str) -> None:
    say(line, sys.stderr)
