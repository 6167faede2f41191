"""Seeded dice: every throw is a function of the key, the same on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

__all__ = ["Dice"]

T = TypeVar("T")


class Dice:
    """Dice whose every throw is a function of the key: the same key, the same throws, on every machine."""

    def __init__(self, *key: object) -> None:
        text = "\x1f".join(str(part) for part in key)
        self._pool = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=32).digest(), "big")
        self._key = text
        self._deals = 0

    def below(self, count: int) -> int:
        """A number from 0 to ``count`` less one."""
        if self._pool < count << 64:
            self._deals += 1
            again = hashlib.blake2b(f"{self._key}\x1e{self._deals}".encode(), digest_size=32).digest()
            self._pool = int.from_bytes(again, "big")
        self._pool, thrown = divmod(self._pool, count)
        return thrown

    def pick(self, items: Sequence[T], weights: Sequence[int]) -> T:
        """One of the items, each as likely as its weight."""
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
