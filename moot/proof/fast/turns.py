"""One turn at the lectern, for every clock it may open with at once.

A turn goes from head to head. Each head is a sheet (:mod:`moot.proof.fast.head_graphs`), played in many settings, its lanes: the
lanes lie side by side in one long integer, so a move is carried through all of them together. A slot of a lane is a number
of ticks *spent* since the turn opened; what the clock shows is the opening less that. So one walk serves every
opening, whatever was kept for rebuttal: it is only where the red light falls that differs. For that there is
a second integer, whose slot *c* holds what has run out of time if the turn opened with *c* ticks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from moot.proof.fast.bitpacked import apart, repeat, side_by_side
from moot.proof.fast.contexts import Group, Pool, Rough, any_lane
from moot.proof.fast.head_graphs import RED, SITS_OR_TURNS, Label, Lane, Sheet, Sheets
from moot.proof.fast.semirings import Algebra, Clocks, window
from moot.proof.reference.compile import TooLarge
from moot.round.control_state import Place, join
from moot.round.phases import Phase, Trigger

__all__ = ["Exit", "Source", "Tally", "Turn", "Witness"]

Exit = tuple[Phase, Trigger, frozenset[int]]
"""How a turn ends: the phase left, sitting down or by the red light, and the flags that go on."""

Source = tuple[Place, int, int, int]
"""Where a turn takes up: a place, the ticks spent, the moves made so far (a roadmap, or none), and in how many ways (the
later heads of a roadmap make one place in whatever order they were announced)."""


_BITS_A_UNIT = 20_000
"""How many bits of a long integer are carried through one move in a unit of work."""


@dataclass
class Tally:
    """What comes up in a turn that opens with one clock."""

    places: int = 0
    states: int = 0
    moves: int = 0


@dataclass(frozen=True)
class Witness:
    """A node of a sheet that comes up, and the lowest clock with which it does, in ticks, with a lane where that is."""

    sheet: Sheet
    node: int
    lane: Lane
    clock: int


class Turn:
    """A turn from its sources on, to be opened with any of ``openings`` ticks, none more than ``top``.

    The ``reserve`` counts only as being there or not. Each thing carried goes through in its own walk, :meth:`walk`. The
    first carries the clocks, finds which lanes there are, and takes the tallies.
    """

    def __init__(
        self, sheets: Sheets, sources: Iterable[Source], reserve: int, openings: Iterable[int], top: int
    ) -> None:
        self.sheets, self.openings, self.top = sheets, sorted(openings), top
        # Spending more than there is comes to the same as spending all there is, so a lane needs so much to spare.
        self._spare = min(sheets.dearest, top)
        self.depth = -(-(top + 1 + self._spare) // 8) * 8
        self.tallies = {opening: Tally() for opening in self.openings}
        self.witnesses: dict[tuple[int, int], Witness] = {}
        self._levels: dict[int, dict[int, Group]] = {}
        self._size = 0
        self.reserve = reserve
        for place, spent, made, ways in sources:
            group, node, lane = self._find(place._replace(reserve=reserve))
            group.sources += [(node, lane, spent, made)] * ways
        self.exits = self.walk(Clocks(), self._see)

    def _find(self, place: Place) -> tuple[Group, int, int]:
        sheet, node, lane = self.sheets.at(place)
        group = self._levels.setdefault(len(place.left), {}).setdefault(id(sheet), Group(sheet))
        return group, sheet.enter(node), group.lane(lane)

    def _groups(self) -> Iterable[Group]:
        """Every group after those that lead to it: a head is opened with fewer left than before."""
        for left in range(max(self._levels, default=0), -1, -1):
            yield from self._levels.get(left, {}).values()

    # -- what is carried -----------------------------------------------------------------------------------------------

    def walk(
        self, algebra: Algebra, see: Callable[[Group, int, int, int], None] | None = None
    ) -> dict[Exit, dict[int, int]]:
        """Carry one thing from the sources to the ends: for each end and opening with which it comes up, one slot."""
        ended: Pool[Exit] = Pool(algebra.over(self.depth))
        for group in self._groups():
            if see is not None:
                group.order = group.sheet.order
                self._size += len(group.order) * len(group.lanes)
                if self._size > self.sheets.limit:
                    raise TooLarge(f"more than {self.sheets.limit:,} places")
            bits = len(group.lanes) * self.depth * algebra.width
            self.sheets.work.spend(group.sheet.edges * (1 + bits // _BITS_A_UNIT))
            self._leave(group, algebra, self._through(group, algebra, see), ended)
        return self._read(algebra, ended)

    def _through(
        self, group: Group, algebra: Algebra, see: Callable[[Group, int, int, int], None] | None
    ) -> Pool[Label]:
        """Carry it through one sheet in all lanes at once, and say what leaves it, in which way."""
        width, lanes, spare, moves_of = algebra.width, len(group.lanes), self._spare, group.sheet.moves
        sized = algebra.over(lanes * self.depth)
        plus, moved, times = sized.plus, sized.moved, sized.times
        running = repeat((1 << self.top * width) - 1, self.depth * width, lanes)
        opened = repeat(sum(((1 << width) - 1) << at * width for at in self.openings), self.depth * width, lanes)
        flow, spent = self._arrivals(group, algebra)
        leaving: Pool[Label] = Pool(sized)
        # The red light that ends the turn is reckoned once for all moves of one cost: reckoning it takes many additions.
        ending: dict[tuple[Label, int], int] = {}
        for node in group.order:
            on, out = flow[node] & running, spent[node] & opened
            flow[node] = spent[node] = 0
            if not on and not out:
                continue
            if see is not None:
                see(group, node, on, out)
            on = moved(on)
            out = moved(out) if out else 0
            free, timed, goes_on, ends, leaves, _ = moves_of[node]
            for then, ways in free:
                flow[then] = plus(flow[then], on if ways == 1 else times(on, ways))
                if out:
                    spent[then] = plus(spent[then], times(out, ways))
            for then, spends, ways in timed:
                ahead = on << min(spends, spare) * width
                flow[then] = plus(flow[then], ahead if ways == 1 else times(ahead, ways))
            for label, spends, ways in ends:
                key = label, spends
                ending[key] = plus(ending.get(key, 0), on if ways == 1 else times(on, ways))
                if out:
                    leaving.add(label, 0, times(out, ways))
            for then, spends, ways in goes_on:
                ahead = on << min(spends, spare) * width
                late = window(sized, on, min(spends, spare), width)
                flow[then] = plus(flow[then], ahead if ways == 1 else times(ahead, ways))
                late = plus(late, out) if out else late
                spent[then] = plus(spent[then], late if ways == 1 else times(late, ways))
            if leaves is not None:
                leaving.add(leaves, on, out)
        for (label, spends), on in ending.items():
            leaving.add(label, 0, window(sized, on, min(spends, spare), width))
        return leaving

    def _arrivals(self, group: Group, algebra: Algebra) -> tuple[list[int], list[int]]:
        """What comes to each node of a sheet, lane beside lane: with time left, and at nought."""
        arrives = group.arrives or Pool(algebra.over(self.depth))
        group.arrives = None
        for node, lane, ticks, made in group.sources:
            arrives.add((node, lane), algebra.line(made) << ticks * algebra.width, 0)
        found = []
        for pool in (arrives.on, arrives.out):
            by_node: dict[int, dict[int, int]] = {}
            for (node, lane), packed in pool.items():
                by_node.setdefault(node, {})[lane] = packed
            flow = [0] * len(group.sheet.nodes)
            for node, parts in by_node.items():
                flow[node] = side_by_side(parts, self.depth * algebra.width // 8, len(group.lanes))
            found.append(flow)
        return found[0], found[1]

    def _leave(self, group: Group, algebra: Algebra, leaving: Pool[Label], ended: Pool[Exit]) -> None:
        """Lead what has left a sheet to the next heads, or out of the turn."""
        one, length, lanes = algebra.over(self.depth), self.depth * algebra.width // 8, len(group.lanes)
        for label in dict.fromkeys((*leaving.on, *leaving.out)):
            phase, how, up = label
            ons = apart(leaving.on.get(label, 0), length, lanes)
            outs = apart(leaving.out.get(label, 0), length, lanes)
            for lane, number in group.lanes.items():
                on, out = ons[number], outs[number]
                if not on and not out:
                    continue
                ended.add((phase, Trigger.RED_LIGHT if how == RED else Trigger.SIT, lane[1] | up), on, out)
                if how == SITS_OR_TURNS:
                    for there, node, beside in self._next(group, label, lane, number):
                        if there.arrives is None:
                            there.arrives = Pool(one)
                        there.arrives.add((node, beside), on, out)

    def _next(self, group: Group, label: Label, lane: Lane, number: int) -> list[tuple[Group, int, int]]:
        """Where turning to each head left leads from a lane: the group, the node and the lane there."""
        found = group.out.get((label, number))
        if found is None:
            beyond = self.sheets.beyond(self.reserve, lane, label[2])
            places = [self.sheets.rules.open(label[0], beyond, head) for head in sorted(beyond.left)]
            found = group.out[label, number] = [self._find(place) for place in places]
        return found

    def _read(self, algebra: Algebra, ended: Pool[Exit]) -> dict[Exit, dict[int, int]]:
        """Whoever sits down does so while the clock runs: with less spent than the turn opened with."""
        width, one = algebra.width, algebra.over(self.depth)
        found: dict[Exit, dict[int, int]] = {}
        for end in dict.fromkeys((*ended.on, *ended.out)):
            on, out = ended.on.get(end, 0), ended.out.get(end, 0)
            for opening in self.openings:
                sat = algebra.total(on & (1 << opening * width) - 1, self.depth)
                red = out >> opening * width & (1 << width) - 1
                if sat or red:
                    found.setdefault(end, {})[opening] = one.plus(sat, red)
        return found

    # -- what comes up -------------------------------------------------------------------------------------------------

    def _see(self, group: Group, node: int, on: int, out: int) -> None:
        """Count the states of a node in every lane, for every opening; and keep one of them to look at."""
        depth = self.depth
        moves = group.sheet.moves[node]
        ways = moves.many
        if moves.leaves and moves.leaves[1] == SITS_OR_TURNS:
            ways += len(next(iter(group.lanes))[0])
        low, guards = group.mask((1 << depth - 1) - 1, depth), group.mask(1 << depth - 1, depth)
        key = id(group.sheet), node
        for opening in self.openings:
            clocks = on & group.mask((1 << opening) - 1, depth)
            if out:
                # A clock of nought takes the slot that the opening would have, which nothing else can be in.
                clocks |= out & group.mask(1 << opening, depth)
            if not clocks:
                continue
            count = clocks.bit_count()
            tally = self.tallies[opening]
            tally.states += count
            tally.moves += count * ways
            tally.places += ((clocks + low) & guards).bit_count()
            most_spent = any_lane(clocks, depth, len(group.lanes)).bit_length() - 1
            known = self.witnesses.get(key)
            if known is None or opening - most_spent < known.clock:
                here = clocks >> most_spent & group.mask(1, depth)
                at = ((here & -here).bit_length() - 1) // depth
                lane = next(lane for lane, number in group.lanes.items() if number == at)
                self.witnesses[key] = Witness(group.sheet, node, lane, opening - most_spent)

    # -- bounds --------------------------------------------------------------------------------------------------------

    def roughly(self) -> tuple[int, int]:
        """Bounds that pay no heed to the clock: on the number of lines of the turn, and on the length of the longest.

        All lanes together: for each way out, no more can come to a node than have left for it.
        """
        arrive: dict[tuple[int, int], Rough] = {}
        ended = Rough()
        for group in self._groups():
            flow = {node: arrive.get((id(group), node), Rough()) for node in group.order}
            for node, _, _, made in group.sources:
                flow[node].add(1, 0, made)
            away: dict[Label, Rough] = {}
            for node in group.order:
                on, out, length = flow[node].on, flow[node].out, flow[node].longest + 1
                if not on and not out:
                    continue
                free, timed, goes_on, ends, leaves, _ = group.sheet.moves[node]
                for then, ways in free:
                    flow[then].add(on * ways, out * ways, length)
                for then, _, ways in timed:
                    flow[then].add(on * ways, 0, length)
                for _, _, ways in ends:
                    ended.add(on * ways, out * ways, length)
                for then, _, ways in goes_on:
                    flow[then].add(on * ways, (on + out) * ways, length)
                if leaves is not None:
                    ended.add(on, out, length)
                    away.setdefault(leaves, Rough()).add(on, out, length)
            for label, there, node in {
                (label, id(there), node) for (label, _), row in group.out.items() for there, node, _ in row
            }:
                left = away[label]
                arrive.setdefault((there, node), Rough()).add(left.on, left.out, left.longest)
        return ended.on + ended.out, ended.longest

    def place(self, witness: Witness, reserve: int) -> Place:
        """The place of a witness."""
        here, up = witness.sheet.nodes[witness.node]
        return join(here, self.sheets.beyond(reserve, witness.lane, up))
