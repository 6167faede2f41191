"""M33x: what an opinion would have nothing to say about, or would cite against itself; the decision in about ten lines."""

from __future__ import annotations

from moot.case.argument import Argument, Point
from moot.case.case import Case
from moot.case.language.speech import count_words
from moot.case.problems.notes import Notes, said
from moot.errors import Key

__all__ = ["FEWEST_LINES", "MOST_WORDS_A_LINE", "check"]

FEWEST_LINES = 8
"""Lines of a decision; the shape of the file allows twelve at most."""

MOST_WORDS_A_LINE = 50


def check(case: Case, notes: Notes) -> None:
    """Look at what composed opinions are made of."""
    for index, issue in enumerate(case.issues):
        for number, position in enumerate(issue.positions):
            if not position.reasons:
                key: Key = ("issues", index, "positions", number)
                notes.warning(
                    "M330",
                    key,
                    f"the position `{issue.id}.{position.id}` gives no reasons",
                    "add `reasons:`, two or three sentences that an opinion could print; without them it holds and does not explain",
                )
    for saying in said(case):
        if isinstance(saying.thing, Point) and not saying.thing.says:
            notes.warning(
                "M331",
                saying.key,
                f"the point `{saying.thing.id}` has no clause for opinions",
                "add `says: that ...`, the point in indirect speech; without it no opinion can tell the argument",
            )
    _both_ways(case, notes)
    _decision(case, notes)


def _decision(case: Case, notes: Notes) -> None:
    """What the court decided is told in about ten lines that can be read in a minute."""
    if case.decision and len(case.decision) < FEWEST_LINES:
        notes.warning(
            "M335",
            ("decision",),
            f"what the court decided is told in {len(case.decision)} lines, and {FEWEST_LINES} are the fewest that tell it",
            "give the holding, each step with its page, what was left open, and who differed and why",
        )
    for index, line in enumerate(case.decision):
        if (many := count_words(line.text)) > MOST_WORDS_A_LINE:
            notes.warning(
                "M335",
                ("decision", index, "text"),
                f"this line of the decision has {many} words, and {MOST_WORDS_A_LINE} are the most",
                "keep to one step a line",
            )


def _both_ways(case: Case, notes: Notes) -> None:
    """One authority cited in the same way for two rival positions: an opinion for either would cite it against itself."""
    seen: dict[tuple[str, str], list[tuple[str, Argument]]] = {}
    told: set[tuple[str, str]] = set()
    for saying in said(case):
        argument = saying.argument
        if argument is None:
            continue
        for index, id in enumerate(argument.cites):
            if id not in case.authority or case.authority[id].enacted:
                continue
            for ref in argument.urges:
                key = (ref.issue, id)
                for position, other in seen.setdefault(key, []):
                    if (
                        position != ref.position
                        and key not in told
                        and argument.citation(id).clashes(other.citation(id))
                    ):
                        told.add(key)
                        notes.warning(
                            "M332",
                            (*saying.argument_key, "cites", index),
                            f"`{id}` is cited here for `{ref}` and by `{other.id}` for `{ref.issue}.{position}`, both times in support",
                            "give one use a signal (`but see`, `cf.`), a parenthetical of its own (`says:`) or another page (`pin:`)",
                        )
                seen[key].append((ref.position, argument))
