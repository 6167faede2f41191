"""`moot graph`: pictures of a case in several notations."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from moot.case import Case
from moot.commands.output import write
from moot.commands.printing import say
from moot.errors import MootError
from moot.files.loading import load_case
from moot.graphs.build import attacks, decision, merged, phases, with_own_ends
from moot.graphs.model import Graph
from moot.graphs.notation import dot, mermaid
from moot.graphs.questions import questions
from moot.graphs.text import listing, tree
from moot.round.formats import format_of

__all__ = ["run"]

GRAPHS: dict[str, Callable[[Case], Graph]] = {
    "decision": decision,
    "attacks": attacks,
    "round": lambda case: phases(format_of(case)),
    "questions": questions,
}
"""What can be drawn of a case."""

_MANY = 40
"""More boxes than one drawing shows well."""

FORMS = ("svg", "mermaid", "dot", "text")
"""How it can be written."""


def run(args: argparse.Namespace) -> int:
    """Draw the decision tree, the attacks, the phases of a round, or what can be said and asked."""
    case = load_case(args.case)
    if args.under and args.what != "questions":
        raise MootError("--under names a head or a point of the graph of questions: --what questions")
    graph = merged(questions(case, args.under) if args.under else GRAPHS[args.what](case))
    text = _written(graph, args.what, args.form)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    write(args.output, text)
    if args.what == "questions" and args.form == "svg" and not args.under and len(graph.boxes) > _MANY:
        say("it is very wide: --under with a head or a point draws one part", file=sys.stderr)
    say(f"wrote {args.output}", file=sys.stderr)
    return 0


def _written(graph: Graph, what: str, form: str) -> str:
    if form == "svg":
        from moot.graphs.svg import columns, ranked

        return columns(graph) if what == "attacks" else ranked(with_own_ends(graph))
    if form == "text":
        return tree(graph) if what in ("decision", "questions") else listing(graph)
    return {"mermaid": mermaid, "dot": dot}[form](graph)
