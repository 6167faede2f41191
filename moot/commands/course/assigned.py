"""What `moot play --assignment FILE` settles."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from moot.commands.printing import say
from moot.counsel.opponents import names
from moot.errors import MootError
from moot.files.assignment import Assignment, load_assignment
from moot.files.folders import home_of, list_cases
from moot.files.formats.read import load_format
from moot.sitting.allowed import refuse_beyond

__all__ = ["assign", "settle"]

_FREE = {
    "case": None,
    "side": None,
    "bench": None,
    "opponent": "scripted",
    "heat": "normal",
    "format": None,
    "seed": None,
    "exam": False,
}
"""Options that an assignment settles, with what they are when nobody has said anything."""


def settle(args: argparse.Namespace) -> None:
    """Put what the assignment says into the options of `moot play`.

    Raises :class:`~moot.errors.MootError` where an option says something beside it, or every sitting it allows is begun.
    """
    if args.resume is not None:
        raise MootError("--resume goes on with a sitting and needs no --assignment")
    found = assign(args)
    refuse_beyond(found.id, found.sittings, "moot play --resume {record}")
    if found.title:
        say(f"Assignment: {found.title}", sys.stderr)
    if found.due and datetime.now(UTC).date().isoformat() > found.due:
        say(f"It was due on {found.due}; this sitting is marked late.", sys.stderr)
    args.assigned, args.due = found.id, found.due


def assign(args: argparse.Namespace) -> Assignment:
    """Read the assignment and put what it settles into the options, of `moot play` or of `moot web`.

    Raises :class:`~moot.errors.MootError` where an option says something beside it.
    """
    said = [name for name, default in _FREE.items() if getattr(args, name, None) not in (None, default)]
    if getattr(args, "cases", None):
        said.insert(0, "case")
    if said:
        option = said[0] if said[0] == "case" else f"--{said[0]}"
        raise MootError(f"the assignment settles what {option} would; leave it out, or leave out --assignment")
    found = load_assignment(home_of(args.assignment), names())
    args.case = found.case if found.case in list_cases() else str(Path(found.case))
    args.cases = [args.case]
    args.side, args.bench, args.format = found.side, found.bench, found.argument
    args.heat, args.opponent, args.seed = found.heat, found.opponent, found.seed
    args.exam = found.mode == "exam"
    if found.argument is not None:
        args.format = load_format(found.argument)
    return found
