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
from moot.files.records import kept

__all__ = ["settle"]

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
    said = [name for name, default in _FREE.items() if getattr(args, name) != default]
    if said:
        option = said[0] if said[0] == "case" else f"--{said[0]}"
        raise MootError(f"the assignment settles what {option} would; leave it out, or leave out --assignment")
    if args.resume is not None:
        raise MootError("--resume goes on with a sitting and needs no --assignment")
    found = load_assignment(home_of(args.assignment), names())
    _often(found)
    if found.title:
        say(f"Assignment: {found.title}", sys.stderr)
    if found.due and datetime.now(UTC).date().isoformat() > found.due:
        say(f"It was due on {found.due}; this sitting is marked late.", sys.stderr)
    args.case = found.case if found.case in list_cases() else str(Path(found.case))
    args.side, args.bench, args.format = found.side, found.bench, found.argument
    args.heat, args.opponent, args.seed = found.heat, found.opponent, found.seed
    args.exam = found.mode == "exam"
    args.assigned, args.due = found.id, found.due


def _often(found: Assignment) -> None:
    """Refuse a sitting beyond those that are allowed. One that was begun counts, or an exam could be begun until it goes well."""
    if found.sittings is None:
        return
    begun = [each for each in kept() if each.data is not None and each.data.header.assignment == found.id]
    if len(begun) < found.sittings:
        return
    allowed = "one sitting" if found.sittings == 1 else f"{found.sittings} sittings"
    last = begun[0].path
    raise MootError(
        f"this assignment allows {allowed}, and you have begun {len(begun)}; go on with the last, if it is not finished: "
        f"moot play --resume {last}"
    )
