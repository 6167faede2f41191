"""Seeded dice: every throw is a function of the key, the same on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

__all__ = ["Dice", "LineDice"]

T = TypeVar("T")


class Dice:
    """Dice whose every throw is a function of the key: the same key, the same throws, on every machine."""

    __slots__ = ("_hash", "_pool", "_refills")

    def __init__(self, *key: object) -> None:
        self._hash = hashlib.blake2b("\x1f".join(map(str, key)).encode(), digest_size=32)
        self._pool: int | None = None
        self._refills = 0

    def then(self, *key: object) -> Dice:
        """Unthrown dice whose key is this one's and these words after it; a long key that grows need not be hashed from its start."""
        found = Dice.__new__(Dice)
        hashed = self._hash
        if key:
            # What has been hashed is never added to, so it may be shared.
            hashed = hashed.copy()
            for word in key:
                hashed.update(f"\x1f{word}".encode())
        found._hash, found._pool, found._refills = hashed, None, 0
        return found

    def below(self, count: int) -> int:
        """A number from 0 to ``count`` less one."""
        pool = self._pool
        if pool is None:
            pool = int.from_bytes(self._hash.digest(), "big")
        if pool < count << 64:
            self._refills += 1
            again = self._hash.copy()
            again.update(f"\x1e{self._refills}".encode())
            pool = int.from_bytes(again.digest(), "big")
        self._pool, thrown = divmod(pool, count)
        return thrown

    def pick(self, items: Sequence[T], weights: Sequence[int]) -> T:
        """One of the items, each as likely as its weight. Weights are whole numbers of 0 or more; negative ones may raise ``AssertionError``."""
        throw = self.below(sum(weights))
        for item, weight in zip(items, weights, strict=True):
            throw -= weight
            if throw < 0:
                return item
        raise AssertionError("weights must not be negative")

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in an order drawn from the key, every order as likely as the others."""
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in items]


class LineDice:
    """Dice keyed by some words and then by a line, for a line that mostly grows: what has been hashed of it is not hashed again."""

    __slots__ = ("_dice", "_key", "_line")

    def __init__(self, *key: object) -> None:
        self._key = key
        self._dice, self._line = Dice(*key), tuple[str, ...]()

    def __reduce__(self) -> tuple[type[LineDice], tuple[object, ...]]:
        return LineDice, self._key

    def at(self, line: tuple[str, ...]) -> Dice:
        """``Dice(*key, *line)``."""
        known = len(self._line)
        if line[:known] != self._line:
            self._dice, known = Dice(*self._key), 0
        # `then` always makes new dice, so an earlier throw from these does not matter.
        self._dice, self._line = self._dice.then(*line[known:]), line
        return self._dice
