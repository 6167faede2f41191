"""Which pieces of the weighing are in force.

One value ships. The others exist so that each piece can be measured by itself (`scripts/sway.py --without`), and so that what
a piece does can be tested beside its absence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from moot.case import Case
from moot.case.per_case import recent_per_case

__all__ = ["SHIPPED", "Weighing", "recent_under_rules"]

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """The pieces, each on or off.

    ``presumption``: a position that favors the side that lost below is found only if that side argued it at the lectern, or on
    a conviction. ``rate``: credit is a shrunk mean per answer, not a sum. ``graded``: rebuts and undermines weaken in proportion,
    and do not strike out. ``backed``: the answer to a friendly or a procedural question does not carry an issue alone.
    ``candor``: candor never costs credit. ``decisive``: judges who differ on a preliminary step only are one coalition.
    ``asked``: a judge writes separately only on an issue the bench asked about.
    """

    presumption: bool = True
    rate: bool = True
    graded: bool = True
    backed: bool = True
    candor: bool = True
    decisive: bool = True
    asked: bool = True


SHIPPED = Weighing()
"""What judges use."""


def recent_under_rules(most: int) -> Callable[[Callable[Concatenate[Case, P], R]], Callable[Concatenate[Case, P], R]]:
    """As :func:`moot.case.per_case.recent_per_case`, for what depends on the rules in force: each set of rules has results of its own."""

    def decorate(function: Callable[Concatenate[Case, P], R]) -> Callable[Concatenate[Case, P], R]:
        @recent_per_case(most)
        def kept(case: Case, _: Weighing, /, *args: P.args, **kwargs: P.kwargs) -> R:
            return function(case, *args, **kwargs)

        @wraps(function)
        def cached(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> R:
            return kept(case, SHIPPED, *args, **kwargs)

        return cached

    return decorate
