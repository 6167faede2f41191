"""`moot export`: the control model for an independent model checker."""

from __future__ import annotations

import argparse
import sys

from moot.commands.output import write
from moot.commands.printing import say
from moot.files.case.read import load_case

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Write the Promela model of a case; ``-`` writes it to standard output."""
    from moot.proof.spin.promela import promela

    text = promela(load_case(args.case), args.format)
    if args.promela == "-":
        print(text, end="")
        return 0
    write(args.promela, text)
    say(f"wrote {args.promela}; see docs/proof.md for how to run SPIN on it", file=sys.stderr)
    return 0
