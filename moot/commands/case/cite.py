"""`moot cite`: every quotation verbatim at its page, every citation well formed."""

from __future__ import annotations

import argparse
import sys

from moot.commands.case.check import placed
from moot.commands.printing import say
from moot.files.cites.check import check_citations, check_quotations
from moot.files.cites.reporters import at_hand, check_reporters, form_is_known
from moot.files.cites.tally import UNCHECKED, tally
from moot.files.diagnostics.render import MOST_SHOWN
from moot.files.folders import find, home_of, list_cases
from moot.files.loading import load_case
from moot.sitting.words.spoken import plural

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Check the quotations against the opinions at hand. Exit 1 when one is wrong."""
    path = find("case", args.case, list_cases())
    case = load_case(path)
    extra = home_of(args.opinion) if args.opinion else None
    quotations = check_quotations(case, path.parent, extra)
    stands = tally(case, quotations, extra=extra is not None)
    found = placed([*quotations, *check_citations(case, form_is_known), *check_reporters(case)], path)
    for problem in found[:MOST_SHOWN]:
        say(str(problem))
    if len(found) > MOST_SHOWN:
        say(f"and {len(found) - MOST_SHOWN} more problems, not shown")
    errors = sum(problem.severity == "error" for problem in found)
    checked = sum(stands.values()) - stands[UNCHECKED]
    words = ", ".join(f"{many} {word}" for word, many in stands.items() if many) or "none"
    print(
        f"{plural(sum(stands.values()), 'quotation')}, {checked} checked against a text at hand: {words}; "
        f"{plural(len(case.authorities), 'citation')}{' (reporters too)' if at_hand() and case.real else ''}; {errors} wrong.",
        file=sys.stderr if errors else sys.stdout,
    )
    return 1 if errors else 0
