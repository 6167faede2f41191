"""M33x: what an opinion would have nothing to say about, or would cite against itself."""

from __future__ import annotations

from moot.case.argument import Argument, Point
from moot.case.case import Case
from moot.case.problems.notes import Notes, said
from moot.errors import Key

__all__ = ["check"]


def check(case: Case, notes: Notes) -> None:
    """Look at what composed opinions are made of."""
    for place, issue in enumerate(case.issues):
        for number, position in enumerate(issue.positions):
            if not position.reasons:
                key: Key = ("issues", place, "positions", number)
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


def _both_ways(case: Case, notes: Notes) -> None:
    """One authority cited in the same way for two rival positions: an opinion for either would cite it against itself."""
    seen: dict[tuple[str, str], list[tuple[str, Argument]]] = {}
    told: set[tuple[str, str]] = set()
    for saying in said(case):
        argument = saying.argument
        if argument is None:
            continue
        for place, id in enumerate(argument.cites):
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
                            (*saying.argument_key, "cites", place),
                            f"`{id}` is cited here for `{ref}` and by `{other.id}` for `{ref.issue}.{position}`, both times in support",
                            "give one use a signal (`but see`, `cf.`), a parenthetical of its own (`says:`) or another page (`pin:`)",
                        )
                seen[key].append((ref.position, argument))
