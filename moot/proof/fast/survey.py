"""The whole argument, composed turn by turn.

What one turn passes to the next is small: the reserve, and the few flags that are live after it. So each turn is explored once
for each distinct entry, and line counts compose: a turn with *n* lines to an exit, entered by *m* lines, gives *m* x *n* (for
lengths see :meth:`LineStats.then`). Flags that a turn neither reads nor sets bypass it: the turn is the same with or
without them.

For example, if petitioner's turn ends in one exit by 3 lines of 4 moves and respondent's by 2 lines of 5, the two together
have 6 lines of 9 moves, 54 in all:

>>> LineStats(3, 12, 4, 4).then(LineStats(2, 10, 5, 5))
LineStats(count=6, total=54, shortest=9, longest=9)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from moot.proof.fast.head_graphs import WORK, HeadGraphs, Work
from moot.proof.fast.semirings import LineCounts, LineLengths
from moot.proof.fast.turns import TurnExit, TurnGraph, TurnSource
from moot.proof.reference.compile import TooLarge, UnsupportedRules
from moot.round.clock import spend
from moot.round.control_state import ControlState, LocalState
from moot.round.rules import Rules
from moot.round.turns.phases import Phase
from moot.round.turns.reserve import keep, kept

__all__ = ["BOUND", "CONTROL_STATES", "LineStats", "Survey", "survey"]

BOUND = 20_000_000
"""States past which a proof stops and says BOUNDED, unless told otherwise."""

CONTROL_STATES = 600_000
"""Control states past which a proof stops and says BOUNDED: each costs about as much as a hundred states."""


@dataclass(frozen=True)
class LineStats:
    """Lines that come to one state: how many, the sum of their lengths in moves, the shortest and the longest."""

    count: int
    total: int
    shortest: int
    longest: int

    def then(self, other: LineStats) -> LineStats:
        """Each of these lines followed by each of the others."""
        return LineStats(
            self.count * other.count,
            self.total * other.count + self.count * other.total,
            self.shortest + other.shortest,
            self.longest + other.longest,
        )

    def __or__(self, other: LineStats | None) -> LineStats:
        """These lines or those."""
        if other is None:
            return self
        return LineStats(
            self.count + other.count,
            self.total + other.total,
            min(self.shortest, other.shortest),
            max(self.longest, other.longest),
        )


NO_LINES = LineStats(0, 0, 0, 0)


@dataclass
class Survey:
    """What was found. ``lines`` are all complete lines; ``local_states`` everything that is reached under a head.

    ``turns`` are the turns explored, with the reserve for which each was looked at last; ``openings`` the states in which a
    turn opens, with the lines that come to them. ``seconds`` are the parts of the work.
    """

    control_states: int = 0
    states: int = 0
    moves: int = 0
    lines: LineStats = NO_LINES
    openings: dict[ControlState, LineStats] = field(default_factory=dict)
    turns: list[tuple[TurnGraph, int]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=lambda: {"search": 0.0, "counts": 0.0})

    @property
    def local_states(self) -> Iterator[LocalState]:
        """What is reached under the heads."""
        for turn, _ in self.turns:
            for witness in turn.witnesses.values():
                yield witness.graph.nodes[witness.node][0]


_START = LineStats(1, 0, 0, 0)
_MOVE = LineStats(1, 1, 1, 1)


def survey(rules: Rules, barred: frozenset[str] = frozenset(), bound: int | None = None) -> Survey:
    """Explore every line. ``barred`` are questions that may not be asked.

    Raises :class:`~moot.proof.reference.compile.TooLarge` past ``bound`` states, and
    :class:`~moot.proof.reference.compile.UnsupportedRules` where the rules are not made of heads as they should be.
    """
    found = Survey()
    # A higher bound than usual allows more work too.
    graphs = HeadGraphs(rules, barred, CONTROL_STATES, Work(WORK * max(1, (bound or 0) // BOUND)))
    waiting = {rules.start: _START}
    for number, turn in enumerate(rules.course.turns):
        entries = {state: lines for state, lines in waiting.items() if rules.turn(state) == turn.segment.id}
        found.openings |= entries
        waiting = {state: lines for state, lines in waiting.items() if state not in entries}
        _TurnSurvey(found, graphs, number, entries, waiting, bound).explore()
    decided = waiting.pop(ControlState(Phase.DECIDED))
    found.openings[ControlState(Phase.DECIDED)] = found.lines = decided
    found.states += 1
    found.control_states += 1
    if bound is not None and found.states > bound:
        raise TooLarge(f"more than {bound:,} states")
    assert not waiting, "every turn leads to a later one"
    return found


@dataclass(frozen=True)
class _Entry:
    """One way into a turn, the reserve settled: its sources, the clock it opens with, and the flags that bypass it."""

    sources: frozenset[TurnSource]
    opening: int
    reserve: int
    bypassing: frozenset[int]
    before: LineStats


class _TurnSurvey:
    """All entries of one turn, together."""

    def __init__(
        self,
        found: Survey,
        graphs: HeadGraphs,
        number: int,
        entries: dict[ControlState, LineStats],
        waiting: dict[ControlState, LineStats],
        bound: int | None,
    ) -> None:
        self.found, self.graphs, self.rules, self.bound = found, graphs, graphs.rules, bound
        self.entries, self.waiting = entries, waiting
        liveness = self.rules.liveness
        self.used = liveness.used_in_turn(number)
        # For every reply still to come, the least that can be kept: of what is kept it only matters whether there is any.
        self.later = tuple(turn.slot for turn in self.rules.course.turns[number + 1 :] if turn.slot is not None)
        self.all_kept = sum(keep(0, slot, 1) for slot in self.later)
        # Whether it matters to the turn that something was reserved. If not, it is explored once for all.
        self.reserve_matters = any(
            liveness.live_from_turn(number + 1, self.all_kept) & self.used
            != liveness.live_from_turn(number + 1, self.all_kept - keep(0, slot, 1)) & self.used
            for slot in self.later
        )

    def explore(self) -> None:
        began = perf_counter()
        entries = [entry for state, lines in self.entries.items() for entry in self._enter(state, lines)]
        # States are found from all entries together, because entries may reach the same ones; lines from each alone.
        together: dict[tuple[int, int, frozenset[int]], frozenset[TurnSource]] = {}
        for entry in entries:
            key = entry.reserve, entry.opening, entry.bypassing
            together[key] = together.get(key, frozenset()) | entry.sources
        openings: dict[tuple[frozenset[TurnSource], int], set[int]] = {}
        for (reserve, opening, _), sources in together.items():
            openings.setdefault((sources, self._reserve_class(reserve)), set()).add(opening)
        for entry in entries:
            openings.setdefault((entry.sources, self._reserve_class(entry.reserve)), set()).add(entry.opening)
        longest = max((entry.opening for entry in entries), default=0)
        turns = {key: TurnGraph(self.graphs, *key, clocks, longest) for key, clocks in openings.items()}
        for (reserve, opening, _), sources in together.items():
            self._add_counts(turns[sources, self._reserve_class(reserve)], opening, reserve)
        exits: dict[tuple[frozenset[TurnSource], int], dict[TurnExit, dict[int, LineStats]]] = {}
        began = self._add_seconds("search", began)
        for entry in entries:
            same = self._same_lines(entry, turns)
            if same not in exits:
                exits[same] = self._lines(turns[same])
            for (phase, trigger, flags), by_opening in exits[same].items():
                if entry.opening in by_opening:
                    outer = self.graphs.outer_state(entry.reserve, (frozenset(), flags), entry.bypassing)
                    self._reach(
                        self.rules.end_turn(phase, trigger, outer), entry.before.then(by_opening[entry.opening])
                    )

    def _same_lines(
        self, entry: _Entry, turns: dict[tuple[frozenset[TurnSource], int], TurnGraph]
    ) -> tuple[frozenset[TurnSource], int]:
        """A turn that has the same lines as an entry.

        Flags that only a reply would read change no move of this turn. So without a reserve its lines are those with one, and
        its end forgets the flags; only its states are fewer. Where there is such a turn, its lines serve both.
        """
        reserved = turns.get((entry.sources, self.all_kept))
        if reserved is not None and entry.opening in reserved.openings:
            return entry.sources, self.all_kept
        return entry.sources, self._reserve_class(entry.reserve)

    def _reserve_class(self, reserve: int) -> int:
        if not self.reserve_matters:
            return self.all_kept
        return sum(keep(0, slot, 1) for slot in self.later if kept(reserve, slot))

    def _add_seconds(self, part: str, began: float) -> float:
        now = perf_counter()
        self.found.seconds[part] += now - began
        return now

    def _enter(self, state: ControlState, lines: LineStats) -> Iterator[_Entry]:
        """The entries by each roadmap, if the turn has any: a reserve makes the turn a shorter one."""
        opening = self.rules.opening_clock(state)
        if self.rules.submission(state.phase) is state.phase:
            yield self._entry(Counter([(state, 0, 0)]), opening, state, lines)
            return
        transitions = self.rules.transitions(state)
        self.found.control_states += 1
        self.found.states += 1
        self.found.moves += len(transitions)
        by_opening: dict[tuple[int, int], Counter[tuple[ControlState, int, int]]] = {}
        for each in transitions:
            if spend(opening, each.cost + each.reserves, timed=each.cost > 0)[1]:
                self._reach(each.on_expiry, lines.then(_MOVE))
            else:
                key = opening - each.reserves, each.next.reserve
                by_opening.setdefault(key, Counter())[each.next, each.cost, 1] += 1
        for (clock, _), sources in by_opening.items():
            yield self._entry(sources, clock, next(iter(sources))[0], lines)

    def _entry(
        self, sources: Counter[tuple[ControlState, int, int]], opening: int, state: ControlState, lines: LineStats
    ) -> _Entry:
        normalized = frozenset(
            (source._replace(reserve=0, flags=source.flags & self.used), spent, made, multiplicity)
            for (source, spent, made), multiplicity in sources.items()
        )
        return _Entry(normalized, opening, state.reserve, state.flags - self.used, lines)

    def _add_counts(self, turn: TurnGraph, opening: int, reserve: int) -> None:
        counts = turn.counts[opening]
        self.found.control_states += counts.control_states
        self.found.states += counts.states
        self.found.moves += counts.moves
        self.found.turns.append((turn, reserve))
        if self.bound is not None and self.found.states > self.bound:
            raise TooLarge(f"more than {self.bound:,} states")

    def _lines(self, turn: TurnGraph) -> dict[TurnExit, dict[int, LineStats]]:
        """The lines of a turn, for each exit and each opening."""
        began = perf_counter()
        bound, longest = turn.upper_bounds()
        lengths = LineLengths(longest)
        reached = turn.evaluate(lengths)
        began = self._add_seconds("search", began)
        counts = LineCounts(bound, longest)
        counted = turn.evaluate(counts)
        self._add_seconds("counts", began)
        assert {end: set(clocks) for end, clocks in reached.items()} == {end: set(c) for end, c in counted.items()}
        return {
            end: {
                opening: LineStats(*counts.read(slot), *lengths.read(reached[end][opening]))
                for opening, slot in clocks.items()
            }
            for end, clocks in counted.items()
        }

    def _reach(self, state: ControlState, lines: LineStats) -> None:
        if not all(self.rules.later(state, before) for before in self.entries):
            raise UnsupportedRules("a turn leads back to where the line has been")
        self.waiting[state] = lines | self.waiting.get(state)
