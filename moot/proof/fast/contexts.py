"""Sheets played in many lanes side by side, and what goes between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from moot.proof.fast.bitpacked import repeat
from moot.proof.fast.head_graphs import Label, Lane, Sheet
from moot.proof.fast.semirings import Sized

__all__ = ["Group", "Pool", "Rough", "any_lane"]

Key = TypeVar("Key")


class Pool(Generic[Key]):
    """What has come together under each key: with time left, and at nought."""

    def __init__(self, sized: Sized) -> None:
        self.on: dict[Key, int] = {}
        self.out: dict[Key, int] = {}
        self._plus = sized.plus

    def add(self, key: Key, on: int, out: int) -> None:
        if on:
            self.on[key] = self._plus(self.on.get(key, 0), on)
        if out:
            self.out[key] = self._plus(self.out.get(key, 0), out)


@dataclass
class Rough:
    """So many lines with time left, so many at nought, and the length of the longest."""

    on: int = 0
    out: int = 0
    longest: int = 0

    def add(self, on: int, out: int, length: int) -> None:
        self.on += on
        self.out += out
        self.longest = max(self.longest, length)


@dataclass(eq=False)
class Group:
    """One sheet in all the lanes that have as many heads left: none of them can lead to another."""

    sheet: Sheet
    lanes: dict[Lane, int] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    # What arrives, for every node where the sheet is entered and every lane.
    arrives: Pool[tuple[int, int]] | None = None
    sources: list[tuple[int, int, int, int]] = field(default_factory=list)
    out: dict[tuple[Label, int], list[tuple[Group, int, int]]] = field(default_factory=dict)

    _masks: dict[int, int] = field(default_factory=dict)

    def mask(self, part: int, width: int) -> int:
        """The same bits in every lane; for use when all lanes are known."""
        if part not in self._masks:
            self._masks[part] = repeat(part, width, len(self.lanes))
        return self._masks[part]

    def lane(self, lane: Lane) -> int:
        return self.lanes.setdefault(lane, len(self.lanes))


def any_lane(packed: int, depth: int, lanes: int) -> int:
    """What is in any lane, in one."""
    while lanes > 1:
        lanes = (lanes + 1) // 2
        packed = (packed | packed >> lanes * depth) & (1 << lanes * depth) - 1
    return packed
