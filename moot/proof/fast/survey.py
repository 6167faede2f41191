"""Every line of a case, turn by turn.

What one turn hands on to the next is little: the reserve, and the few flags that go on. So each turn is gone through
once for every different beginning, and the lines are those of the turns multiplied. Flags that a turn neither reads
nor sets go round it: it is the same with or without them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from time import perf_counter

from moot.proof.fast.head_graphs import WORK, Sheets, Work
from moot.proof.fast.semirings import Counts, Lengths
from moot.proof.fast.turns import Exit, Source, Turn
from moot.proof.reference.compile import TooLarge, Unsuited
from moot.round.control_state import Here, Place
from moot.round.phases import TURNS, Phase
from moot.round.rules import Rules

__all__ = ["BOUND", "PLACES", "Lines", "Survey", "survey"]

BOUND = 20_000_000
"""Control states past which a proof stops and says BOUNDED, unless told otherwise."""

PLACES = 600_000
"""Places past which a proof stops and says BOUNDED: each costs about as much as a hundred states."""


@dataclass(frozen=True)
class Lines:
    """Lines that come to one place: how many, the sum of their lengths in moves, the shortest and the longest."""

    count: int
    total: int
    shortest: int
    longest: int

    def then(self, other: Lines) -> Lines:
        """Each of these lines followed by each of the others."""
        return Lines(
            self.count * other.count,
            self.total * other.count + self.count * other.total,
            self.shortest + other.shortest,
            self.longest + other.longest,
        )

    def __or__(self, other: Lines | None) -> Lines:
        """These lines or those."""
        if other is None:
            return self
        return Lines(
            self.count + other.count,
            self.total + other.total,
            min(self.shortest, other.shortest),
            max(self.longest, other.longest),
        )


NO_LINES = Lines(0, 0, 0, 0)


@dataclass
class Survey:
    """What was found. ``lines`` are all complete lines; ``here`` everything that comes up under a head.

    ``turns`` are the turns gone through, with the reserve for which each was looked at last; ``openings`` the places
    where a turn opens, with the lines that come to them. ``seconds`` are the parts of the work.
    """

    places: int = 0
    states: int = 0
    moves: int = 0
    lines: Lines = NO_LINES
    openings: dict[Place, Lines] = field(default_factory=dict)
    turns: list[tuple[Turn, int]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=lambda: {"search": 0.0, "counts": 0.0})

    @property
    def mean(self) -> Fraction:
        """The mean length of a line, in moves."""
        return Fraction(self.lines.total, self.lines.count)

    @property
    def here(self) -> Iterator[Here]:
        """What comes up under the heads."""
        for turn, _ in self.turns:
            for witness in turn.witnesses.values():
                yield witness.sheet.nodes[witness.node][0]


_START = Lines(1, 0, 0, 0)
_MOVE = Lines(1, 1, 1, 1)


def survey(rules: Rules, barred: frozenset[str] = frozenset(), bound: int | None = None) -> Survey:
    """Go through every line. ``barred`` are questions that may not be asked.

    Raises :class:`~moot.proof.reference.compile.TooLarge` past ``bound`` states, :class:`~moot.proof.reference.compile.Unsuited` where the
    rules are not made of heads as they should be.
    """
    found = Survey()
    # Who asks for a higher bound than the usual gives the time for it too.
    sheets = Sheets(rules, barred, PLACES, Work(WORK * max(1, (bound or 0) // BOUND)))
    waiting = {rules.start: _START}
    for turn in TURNS:
        entries = {place: lines for place, lines in waiting.items() if rules.turn(place) == turn.name}
        found.openings |= entries
        waiting = {place: lines for place, lines in waiting.items() if place not in entries}
        _Turns(found, sheets, TURNS.index(turn), entries, waiting, bound).go_through()
    decided = waiting.pop(Place(Phase.DECIDED))
    found.openings[Place(Phase.DECIDED)] = found.lines = decided
    found.states += 1
    found.places += 1
    if bound is not None and found.states > bound:
        raise TooLarge(f"more than {bound:,} control states")
    assert not waiting, "every turn leads to a later one"
    return found


@dataclass(frozen=True)
class _Run:
    """A turn with the reserve settled: what it comes from, the clock it opened with, and the flags that go round it."""

    sources: frozenset[Source]
    opening: int
    reserve: int
    passive: frozenset[int]
    before: Lines


class _Turns:
    """All that begin one turn, together."""

    def __init__(
        self,
        found: Survey,
        sheets: Sheets,
        number: int,
        entries: dict[Place, Lines],
        waiting: dict[Place, Lines],
        bound: int | None,
    ) -> None:
        self.found, self.sheets, self.rules, self.bound = found, sheets, sheets.rules, bound
        self.entries, self.waiting = entries, waiting
        memory = self.rules.memory
        self.active = memory.active(number)
        # Whether it matters to the turn that something was reserved: if not, it is gone through once for both.
        self.reserved = (
            memory.carried(number + 1, True) & self.active != memory.carried(number + 1, False) & self.active
        )

    def go_through(self) -> None:
        began = perf_counter()
        runs = [run for place, lines in self.entries.items() for run in self._begin(place, lines)]
        # States are looked for from all beginnings together, for they may come to the same; lines from each alone.
        together: dict[tuple[int, int, frozenset[int]], frozenset[Source]] = {}
        for run in runs:
            key = run.reserve, run.opening, run.passive
            together[key] = together.get(key, frozenset()) | run.sources
        openings: dict[tuple[frozenset[Source], int], set[int]] = {}
        for (reserve, opening, _), sources in together.items():
            openings.setdefault((sources, self._class(reserve)), set()).add(opening)
        for run in runs:
            openings.setdefault((run.sources, self._class(run.reserve)), set()).add(run.opening)
        top = max((run.opening for run in runs), default=0)
        turns = {key: Turn(self.sheets, *key, clocks, top) for key, clocks in openings.items()}
        for (reserve, opening, _), sources in together.items():
            self._note(turns[sources, self._class(reserve)], opening, reserve)
        ends: dict[tuple[frozenset[Source], int], dict[Exit, dict[int, Lines]]] = {}
        began = self._clocked("search", began)
        for run in runs:
            alike = self._alike(run, turns)
            if alike not in ends:
                ends[alike] = self._lines(turns[alike])
            for (phase, trigger, flags), by_opening in ends[alike].items():
                if run.opening in by_opening:
                    beyond = self.sheets.beyond(run.reserve, (frozenset(), flags), run.passive)
                    self._come_to(self.rules.end(phase, trigger, beyond), run.before.then(by_opening[run.opening]))

    def _alike(self, run: _Run, turns: dict[tuple[frozenset[Source], int], Turn]) -> tuple[frozenset[Source], int]:
        """A turn whose lines are those of a run.

        Flags that only rebuttal would read change no move of this turn. So without a reserve its lines are those with one, and
        the end forgets the flags; only its states are fewer. Where there is such a turn its lines serve both.
        """
        reserved = turns.get((run.sources, 1))
        if reserved is not None and run.opening in reserved.openings:
            return run.sources, 1
        return run.sources, self._class(run.reserve)

    def _class(self, reserve: int) -> int:
        return int(reserve > 0 or not self.reserved)

    def _clocked(self, part: str, began: float) -> float:
        now = perf_counter()
        self.found.seconds[part] += now - began
        return now

    def _begin(self, place: Place, lines: Lines) -> Iterator[_Run]:
        """The roadmaps, if the turn has any: what each keeps makes the turn a shorter one."""
        opening = self.rules.opening_clock(place)
        if place.reserve and self.rules.submission(place.phase) is place.phase:
            yield self._run(Counter([(place, 0, 0)]), opening, place, lines)
            return
        steps = self.rules.steps(place)
        self.found.places += 1
        self.found.states += 1
        self.found.moves += len(steps)
        by_opening: dict[tuple[int, int], Counter[tuple[Place, int, int]]] = {}
        for step in steps:
            if opening - step.cost - step.keeps <= 0 < step.cost:
                self._come_to(step.red, lines.then(_MOVE))
            else:
                key = opening - step.keeps, step.then.reserve
                by_opening.setdefault(key, Counter())[step.then, step.cost, 1] += 1
        for (clock, _), sources in by_opening.items():
            yield self._run(sources, clock, next(iter(sources))[0], lines)

    def _run(self, sources: Counter[tuple[Place, int, int]], opening: int, place: Place, lines: Lines) -> _Run:
        alike = frozenset(
            (there._replace(reserve=0, flags=there.flags & self.active), spent, made, ways)
            for (there, spent, made), ways in sources.items()
        )
        return _Run(alike, opening, place.reserve, place.flags - self.active, lines)

    def _note(self, turn: Turn, opening: int, reserve: int) -> None:
        tally = turn.tallies[opening]
        self.found.places += tally.places
        self.found.states += tally.states
        self.found.moves += tally.moves
        self.found.turns.append((turn, reserve))
        if self.bound is not None and self.found.states > self.bound:
            raise TooLarge(f"more than {self.bound:,} control states")

    def _lines(self, turn: Turn) -> dict[Exit, dict[int, Lines]]:
        """The lines of a turn: for each end and each opening."""
        began = perf_counter()
        bound, longest = turn.roughly()
        lengths = Lengths(longest)
        reached = turn.walk(lengths)
        began = self._clocked("search", began)
        counts = Counts(bound, longest)
        counted = turn.walk(counts)
        self._clocked("counts", began)
        assert {end: set(clocks) for end, clocks in reached.items()} == {end: set(c) for end, c in counted.items()}
        return {
            end: {
                opening: Lines(*counts.read(slot), *lengths.read(reached[end][opening]))
                for opening, slot in clocks.items()
            }
            for end, clocks in counted.items()
        }

    def _come_to(self, place: Place, lines: Lines) -> None:
        if not all(self.rules.later(place, before) for before in self.entries):
            raise Unsuited("a turn leads back to where the line has been")
        self.waiting[place] = lines | self.waiting.get(place)
