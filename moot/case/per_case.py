"""Caches: of what is derived from a case, which live and die with it, and a dictionary that is bounded."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from moot.case.case import Case

__all__ = ["BoundedCache", "per_case", "recent_per_case"]

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K")
V = TypeVar("V")


def per_case(function: Callable[Concatenate[Case, P], R]) -> Callable[Concatenate[Case, P], R]:
    """Cache a function of a case, and of other hashable arguments, on the case itself.

    An ``lru_cache`` at module level keyed by a case keeps the case alive for the whole process. Here what is derived from a
    case is freed with it. It is left out of pickles and copies. Arguments are given by position.
    """

    @wraps(function)
    def cached(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> R:
        assert not kwargs, "give arguments by position: they are the key of the cache"
        derived = case.derived
        key = function, *args
        try:
            found: R = derived[key]
        except KeyError:
            found = derived[key] = function(case, *args, **kwargs)
        return found

    return cached


def recent_per_case(most: int) -> Callable[[Callable[Concatenate[Case, P], R]], Callable[Concatenate[Case, P], R]]:
    """As :func:`per_case`, for a function of many values: only the ``most`` results used last are kept for each case."""

    def decorate(function: Callable[Concatenate[Case, P], R]) -> Callable[Concatenate[Case, P], R]:
        @wraps(function)
        def cached(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> R:
            derived = case.derived
            try:
                kept = derived[function]
            except KeyError:
                kept = derived[function] = lru_cache(maxsize=most)(partial(function, case))
            found: R = kept(*args, **kwargs)
            return found

        return cached

    return decorate


class BoundedCache(dict[K, V]):
    """A dictionary that is emptied before it holds more than ``most`` entries.

    Emptying all of it is cheaper than keeping the entries in the order of their use, and what is still needed is soon there again.
    """

    __slots__ = ("most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def __setitem__(self, key: K, value: V) -> None:
        """Keep the value; at the limit drop all the others first."""
        if len(self) >= self.most:
            self.clear()
        super().__setitem__(key, value)
