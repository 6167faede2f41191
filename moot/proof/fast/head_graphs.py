"""What can come up under one head, worked out once for wherever the head is opened.

The rules under a head read only :class:`~moot.round.control_state.Here`. So a head's part of the argument is the same graph
whichever heads are left, whatever the reserve, and whatever was said that only a later head or turn asks about. A
:class:`Sheet` is that graph; a *lane* is one setting of the rest in which it is played.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from moot.proof.reference.compile import TooLarge, Unsuited
from moot.round import moves
from moot.round.control_state import Beyond, Here, Place, Within
from moot.round.phases import Phase
from moot.round.rules import Rules

__all__ = ["RED", "SITS_OR_TURNS", "Label", "Lane", "Moves", "Node", "Sheet", "Sheets"]

RED, SITS, SITS_OR_TURNS = range(3)
"""How a sheet is left: at the red light; by counsel who may sit down; by counsel who may also turn to another head."""

Label = tuple[Phase, int, frozenset[int]]
"""A way out of a sheet: the phase it leaves, how, and the flags that were set under this head and outlive it."""


class Moves(NamedTuple):
    """The moves of a node, those that come to the same taken together: the last number of each is how many.

    ``free`` cost nothing: the node they lead to. ``timed`` cost time: the node and the ticks; their red light ends the
    turn, and ``ends`` are the same moves again by the way out and the ticks. After ``goes_on`` counsel goes on
    at nought if time runs out (a question, still to be answered). ``leaves`` is the way out for counsel who may leave.
    ``many`` counts the moves, but for turning, which is one for each head left.
    """

    free: tuple[tuple[int, int], ...]
    timed: tuple[tuple[int, int, int], ...]
    goes_on: tuple[tuple[int, int, int], ...]
    ends: tuple[tuple[Label, int, int], ...]
    leaves: Label | None
    many: int


Lane = tuple[frozenset[str], frozenset[int]]
"""A setting in which a sheet is played: the heads left, and the flags that nothing said under this head could set."""

Node = tuple[Here, frozenset[int]]

WORK = 4_000_000
"""How much work a proof may take before it stops and says BOUNDED: some six seconds of it, and a few hundred megabytes."""


class Work:
    """What a proof has cost so far. A unit is a microsecond or two."""

    def __init__(self, most: int = WORK) -> None:
        self.most, self.done = most, 0

    def spend(self, units: int) -> None:
        """So much more has been done. Raises :class:`~moot.proof.reference.compile.TooLarge`."""
        self.done += units
        if self.done > self.most:
            raise TooLarge(f"more than {self.most:,} steps of work")


class Sheet:
    """The graph of one head. A node is a :class:`Here` with the flags set under this head that something later wants."""

    def __init__(
        self, rules: Rules, hot: frozenset[int], barred: frozenset[str], dearest: int, limit: int, work: Work
    ) -> None:
        self.rules, self.hot, self.barred, self.dearest, self.limit = rules, hot, barred, dearest, limit
        self.work, self.edges = work, 0
        self.nodes: list[Node] = []
        self.moves: list[Moves] = []
        self.order: tuple[int, ...] = ()
        self._number: dict[Node, int] = {}

    def within(self, here: Here) -> tuple[Within, ...]:
        """The moves of the rules, without the questions that may not be asked."""
        found = self.rules.within(here)
        if not self.barred or not here.menu:
            return found
        return tuple(step for step in found if getattr(step.move, "question", None) not in self.barred)

    def enter(self, node: Node) -> int:
        """The number of a node, which with all it leads to is followed if it is new.

        ``order`` is kept so that every move leads forward in it: what is newly found may lead to what was there
        before, never the other way. Raises :class:`~moot.proof.reference.compile.Unsuited` for a loop.
        """
        if node in self._number:
            return self._number[node]
        finished: list[int] = []
        under_way: set[int] = set()
        first = self._new(node)
        stack: list[tuple[int, Iterator[Node]]] = [(first, iter(self._ahead(node)))]
        under_way.add(first)
        while stack:
            number, ahead = stack[-1]
            for there in ahead:
                known = self._number.get(there)
                if known is None:
                    known = self._new(there)
                    under_way.add(known)
                    stack.append((known, iter(self._ahead(there))))
                    break
                if known in under_way:
                    raise Unsuited("a line can come back to where it has been")
            else:
                under_way.discard(number)
                finished.append(number)
                self.moves[number] = found = self._moves(self.nodes[number])
                self.edges += found.many
                self.work.spend(_WORKED_OUT * (1 + found.many))
                stack.pop()
        self.order = (*reversed(finished), *self.order)
        return first

    def number(self, node: Node) -> int | None:
        """The number of a node; None if nothing led to it."""
        return self._number.get(node)

    def _new(self, node: Node) -> int:
        number = self._number[node] = len(self.nodes)
        if number > self.limit:
            raise TooLarge(f"more than {self.limit:,} places")
        self.nodes.append(node)
        self.moves.append(_NO_MOVES)
        return number

    def _then(self, node: Node, step: Within) -> Node:
        assert step.then is not None
        return step.then, node[1] | (step.raises & self.hot) if step.raises else node[1]

    def _ahead(self, node: Node) -> list[Node]:
        return [self._then(node, step) for step in self.within(node[0]) if step.then is not None]

    def _moves(self, node: Node) -> Moves:
        here, up = node
        free: Counter[int] = Counter()
        timed: Counter[tuple[int, int]] = Counter()
        goes_on: Counter[tuple[int, int]] = Counter()
        ends: Counter[tuple[Label, int]] = Counter()
        sits = turns = False
        many = 0
        for step in self.within(here):
            if step.cost > self.dearest or step.cost < 0:
                raise Unsuited("a move costs what no move of the case does")
            if step.then is None:
                turning = isinstance(step.move, moves.Turn)
                if step.cost or (turns if turning else sits):
                    raise Unsuited("leaving a head costs time, or there are two ways to do it")
                sits, turns = sits or not turning, turns or turning
                many += not turning
                continue
            many += 1
            there = self._then(node, step)
            number = self._number[there]
            if not step.cost:
                free[number] += 1
            elif step.ends:
                timed[number, step.cost] += 1
                ends[(step.then.phase, RED, there[1]), step.cost] += 1
            else:
                goes_on[number, step.cost] += 1
        if turns and not sits:
            raise Unsuited("counsel may turn to another head, and may not sit down")
        if not many:
            raise Unsuited("a place without a move")
        return Moves(
            tuple(free.items()),
            tuple((*key, ways) for key, ways in timed.items()),
            tuple((*key, ways) for key, ways in goes_on.items()),
            tuple((*key, ways) for key, ways in ends.items()),
            (here.phase, SITS_OR_TURNS if turns else SITS, up) if sits else None,
            many,
        )


_WORKED_OUT = 10
"""Units to work out one move of a node."""

_NO_MOVES = Moves((), (), (), (), None, 0)


class Sheets:
    """The sheets of a case, each made when first wanted."""

    def __init__(self, rules: Rules, barred: frozenset[str], limit: int, work: Work | None = None) -> None:
        self.rules, self.barred, self.limit, self.work = rules, barred, limit, work or Work()
        self.dearest = rules.dearest
        self._sheets: dict[tuple[Phase, str, frozenset[int]], Sheet] = {}
        self._raised: dict[str, frozenset[int]] = {}

    def at(self, place: Place) -> tuple[Sheet, Node, Lane]:
        """The sheet of a place, where on it the place is, and the setting."""
        here, beyond = self.rules.split(place)
        raised = self._raised.get(here.head)
        if raised is None:
            raised = self._raised[here.head] = self.rules.memory.set_under(here.head)
        hot = self.rules.wanted(here.phase, beyond.reserve, beyond.left) & raised
        # Both phases of a turn have one sheet, named by the lectern.
        key = self.rules.submission(here.phase), here.head, hot
        sheet = self._sheets.get(key)
        if sheet is None:
            sheet = self._sheets[key] = Sheet(self.rules, hot, self.barred, self.dearest, self.limit, self.work)
        return sheet, (here, beyond.flags & hot), (beyond.left, beyond.flags - hot)

    @staticmethod
    def beyond(reserve: int, lane: Lane, up: frozenset[int]) -> Beyond:
        """The rest of a place, of a lane and the flags set under the head."""
        left, cold = lane
        return Beyond(reserve, left, cold | up if up else cold)
