"""A layered drawing of a graph: boxes in ranks from the top, arrows that pass between them, words on the arrows.

The usual four steps (Sugiyama, Tagawa and Toda, 1981): turn back the arrows that close a circle, give every box a rank,
order each rank so that few arrows cross, then place the boxes. A word on an arrow is a small box in a rank of its own,
so no word lies on another.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Layout", "Link", "Size", "Spot", "lay_out"]

_GAP_X, _GAP_Y = 18.0, 16.0
_PORT = 13.0
"""How far apart arrows stand on a side of a box."""
_SWEEPS = 24
_STRAIGHT = 6.0
"""How much harder a long arrow pulls itself straight than a box pulls toward its neighbors."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a box."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box is: the middle of it, across and down."""

    x: float
    y: float


@dataclass
class Link:
    """An arrow to be drawn: its ends, the size of its word (or None), and, once laid out, the way it takes."""

    source: str
    target: str
    word: Size | None = None
    way: list[Spot] = field(default_factory=list)
    word_at: Spot | None = None


@dataclass(frozen=True)
class Layout:
    """Boxes and arrows in their places, and the size of the whole."""

    spots: dict[str, Spot]
    links: Sequence[Link]
    width: float
    height: float


def lay_out(sizes: dict[str, Size], links: Sequence[Link]) -> Layout:
    """Place boxes (by id) and the arrows between them. An arrow from a box to itself is left out."""
    links = [link for link in links if link.source != link.target]
    down = _acyclic(list(sizes), links)
    ranks = _ranks(list(sizes), links, down)
    grid = _Grid(sizes, links, down, ranks)
    grid.order()
    grid.place()
    return grid.layout()


def _acyclic(ids: Sequence[str], links: Sequence[Link]) -> list[bool]:
    """For each arrow, whether it points down; one that would close a circle is turned back."""
    out: dict[str, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        out[link.source].append(number)
    down = [True] * len(links)
    done: set[str] = set()
    open_: set[str] = set()

    def visit(id: str) -> None:
        open_.add(id)
        for number in out[id]:
            target = links[number].target
            if target in open_:
                down[number] = False
            elif target not in done:
                visit(target)
        open_.discard(id)
        done.add(id)

    for id in ids:
        if id not in done:
            visit(id)
    return down


def _ranks(ids: Sequence[str], links: Sequence[Link], down: Sequence[bool]) -> dict[str, int]:
    """The longest way from the top to each box, counted in twos: the odd ranks are for words."""
    ends = [
        (link.source, link.target) if points_down else (link.target, link.source)
        for link, points_down in zip(links, down, strict=True)
    ]
    ranks = dict.fromkeys(ids, 0)
    for _ in ids:
        moved = False
        for above, below in ends:
            if ranks[below] < ranks[above] + 2:
                ranks[below] = ranks[above] + 2
                moved = True
        if not moved:
            break
    return ranks


class _Grid:
    """Boxes and the joints of long arrows, rank by rank. A joint is named by its arrow and its rank."""

    def __init__(
        self, sizes: dict[str, Size], links: Sequence[Link], down: Sequence[bool], ranks: dict[str, int]
    ) -> None:
        self.links, self.down = links, down
        self.sizes: dict[object, Size] = {id: size for id, size in sizes.items()}  # noqa: C416 (wider keys)
        self.rows: list[list[object]] = [[] for _ in range(max(ranks.values(), default=0) + 1)]
        self.chains: list[list[object]] = []
        self.words: list[object] = []
        self.above: dict[object, list[object]] = defaultdict(list)
        self.below: dict[object, list[object]] = defaultdict(list)
        for id in sizes:
            self.rows[ranks[id]].append(id)
        for number, link in enumerate(links):
            top, bottom = (link.source, link.target) if down[number] else (link.target, link.source)
            chain: list[object] = [top]
            for rank in range(ranks[top] + 1, ranks[bottom]):
                joint = (number, rank)
                worded = link.word is not None and rank == ranks[top] + 1
                self.sizes[joint] = link.word if worded and link.word else Size(6, 0)
                self.rows[rank].append(joint)
                chain.append(joint)
            chain.append(bottom)
            self.words.append(chain[1])
            self.chains.append(chain)
            for one, other in itertools.pairwise(chain):
                self.below[one].append(other)
                self.above[other].append(one)
        self.x: dict[object, float] = {}

    def order(self) -> None:
        """Sort each rank by the middle of its neighbors, up and down, and keep the best order met."""
        best, fewest = [list(row) for row in self.rows], self._crossings()
        for sweep in range(_SWEEPS):
            downward = sweep % 2 == 0
            rows = self.rows[1:] if downward else self.rows[-2::-1]
            sides = self.above if downward else self.below
            slot = {id: number for row in self.rows for number, id in enumerate(row)}
            for row in rows:
                middles = {
                    id: sum(slot[near] for near in sides[id]) / len(sides[id]) if sides[id] else slot[id] for id in row
                }
                row.sort(key=middles.__getitem__)
                slot.update({id: number for number, id in enumerate(row)})
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(row) for row in self.rows], crossings
        self.rows = best

    def _crossings(self) -> int:
        count = 0
        for upper, lower in itertools.pairwise(self.rows):
            slot = {id: number for number, id in enumerate(lower)}
            seen: list[int] = []
            for id in upper:
                ends = sorted(slot[near] for near in self.below[id])
                count += sum(1 for end in ends for earlier in seen if earlier > end)
                seen += ends
        return count

    def place(self) -> None:
        """Move each rank toward its neighbors, keeping its order and its distances."""
        for row in self.rows:
            at = 0.0
            for id in row:
                self.x[id] = at + self.sizes[id].width / 2
                at += self.sizes[id].width + _GAP_X
        for sweep in range(40):
            downward = sweep % 2 == 0
            for row in self.rows if downward else reversed(self.rows):
                self._settle(row, self.above if downward else self.below)
        for row in self.rows:
            both = {id: [*self.above[id], *self.below[id]] for id in row}
            self._settle(row, both)

    def _settle(self, row: Sequence[object], sides: dict[object, list[object]]) -> None:
        """The nearest places to those wished for that keep the order: neighbors that clash move as one block."""
        offsets: list[float] = []
        at = 0.0
        for number, id in enumerate(row):
            if number:
                at += (self.sizes[row[number - 1]].width + self.sizes[id].width) / 2 + _GAP_X
            offsets.append(at)
        blocks: list[tuple[float, float, int]] = []
        for id, offset in zip(row, offsets, strict=True):
            near = sides[id]
            wish = sum(self.x[one] for one in near) / len(near) if near else self.x[id]
            weight = _STRAIGHT if isinstance(id, tuple) else max(len(near), 0.2)
            blocks.append(((wish - offset) * weight, weight, 1))
            while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
                pull, heavy, many = blocks.pop()
                blocks[-1] = (blocks[-1][0] + pull, blocks[-1][1] + heavy, blocks[-1][2] + many)
        settled = [pull / weight for pull, weight, many in blocks for _ in range(many)]
        for id, start, offset in zip(row, settled, offsets, strict=True):
            self.x[id] = start + offset

    def _port(self, box: object, joint: object, sides: dict[object, list[object]]) -> float:
        """Where on a side of the box an arrow sets out or arrives: side by side, in the order of where they go."""
        there = sorted(sides[box], key=self.x.__getitem__)
        return self.x[box] + (there.index(joint) - (len(there) - 1) / 2) * _PORT

    def layout(self) -> Layout:
        """The places, moved so that the drawing begins at zero."""
        left = min((self.x[id] - self.sizes[id].width / 2 for id in self.x), default=0.0)
        right = max((self.x[id] + self.sizes[id].width / 2 for id in self.x), default=0.0)
        spots: dict[object, Spot] = {}
        top = 0.0
        for row in self.rows:
            tall = max((self.sizes[id].height for id in row), default=0.0)
            for id in row:
                spots[id] = Spot(self.x[id] - left, top + tall / 2)
            top += tall + _GAP_Y
        for number, link in enumerate(self.links):
            chain = self.chains[number]
            first, last = chain[0], chain[-1]
            way = [Spot(self._port(first, chain[1], self.below) - left, spots[first].y + self.sizes[first].height / 2)]
            way += [spots[joint] for joint in chain[1:-1]]
            way.append(
                Spot(self._port(last, chain[-2], self.above) - left, spots[last].y - self.sizes[last].height / 2)
            )
            link.way = way if self.down[number] else way[::-1]
            link.word_at = spots[self.words[number]] if link.word is not None else None
        boxes = {id: spot for id, spot in spots.items() if isinstance(id, str)}
        return Layout(boxes, self.links, right - left, max(top - _GAP_Y, 0.0))
