"""`moot review`: what each move of a record cost, against best play from there."""

from __future__ import annotations

import argparse
import os
import sys

from moot.case import Side
from moot.commands.printing import say, say_json
from moot.commands.working import progress, workers
from moot.errors import MootError
from moot.files.records import Header, read_record
from moot.plain.page import Page
from moot.plain.review import review_lines
from moot.sitting.setup import record_path, replay
from moot.study.review import ReviewRun

__all__ = ["run"]

_OWN = ("scripted", "novice")
"""Opponents by whom the other side goes on in the review as it did in the sitting; for all others scripted counsel stands in."""

_USUAL_WORKERS = 2


def run(args: argparse.Namespace) -> int:
    """Review the record and print it. Stopped from the keyboard, it prints what there is so far."""
    data = read_record(record_path(args.record, _tell))
    round = replay(data, args.case, _tell)
    header = data.header
    if not round.ply:
        raise MootError(f"{data.path} holds no move yet; play first: moot play --resume {data.path}")
    under = ReviewRun(round, _side(args.side, header), opponent=_opponent(header), opponent_seed=header.opponent_seed)
    if not under.places:
        raise MootError(f"the {under.side} has made no choice in {data.path}; there is nothing to review")
    number = args.workers or min(_USUAL_WORKERS, os.cpu_count() or 1)
    try:
        with workers(number) as executor, progress(under.total, "moves") as step:
            for _ in under.steps(executor):
                step()
    except KeyboardInterrupt:
        if under.par is not None:
            say(f"\nmoot: stopped; {len(under.found)} of {len(under.places)} moves were reviewed", file=sys.stderr)
            _print(under, as_json=args.json)
        raise
    _print(under, as_json=args.json)
    return 0


def _print(under: ReviewRun, *, as_json: bool) -> None:
    found = under.result()
    if as_json:
        say_json(found.to_dict())
    else:
        Page.on(sys.stdout).put(review_lines(under.round, found))


def _side(named: str | None, header: Header) -> Side:
    """Whose moves are reviewed: the side named, or the one the person argued; of a sitting with two, the petitioner."""
    if named is not None:
        return Side(named)
    if header.human is None:
        say(
            "Both sides are in this record; these are the petitioner's moves (for the others: --side respondent).",
            sys.stderr,
        )
        return Side.PETITIONER
    return header.human


def _opponent(header: Header) -> str:
    return header.opponent if header.opponent in _OWN else "scripted"


def _tell(line: str) -> None:
    say(line, sys.stderr)
