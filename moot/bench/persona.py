"""The judge: a persona of method, principles, habits and voice, written once and used in any case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from moot.case import Modality, Purpose, Reaction

__all__ = ["MOST_JUDGES", "Bench", "HeldPrinciple", "Judge", "Prices", "ReceptivityRange", "Voice"]


@dataclass(frozen=True, slots=True)
class HeldPrinciple:
    """A principle a judge holds, 1 (a leaning) to 5 (a creed), and the writing it is drawn from.

    ``range`` is the lowest and highest weight that the writing supports, or empty. Calibration moves weights only within it.
    """

    principle: str
    weight: int
    source: str = ""
    range: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceptivityRange:
    """The lowest and highest receptivity for a modality that the writing named in ``source`` supports."""

    range: tuple[int, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Prices:
    """What counsel's conduct is worth to this judge, each 0 (indifferent) to 3 (a great deal)."""

    candor: int = 1
    directness: int = 1
    evasion: int = 1
    contradiction: int = 1
    outside: int = 1
    overclaim: int = 1
    deflection: int = 1
    repetition: int = 1
    unrecognized: int = 1


@dataclass(frozen=True, slots=True)
class Voice:
    """How the judge sounds. Each list is tried in order of use; `{…}` places are filled by the engine.

    ``address`` opens a question; ``asks`` maps a kind of stock question to the words that begin it; ``react`` maps a reaction
    to lines; ``writes`` maps a place in an opinion (opens, adopts, rejects, answers, closes) to phrases.
    """

    address: tuple[str, ...] = ()
    react: Mapping[Reaction, tuple[str, ...]] = field(default_factory=dict)
    asks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    writes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Judge:
    """One judge; two are equal when all they hold is.

    ``seniority`` counts from 1, the most senior; the chief sits first whatever the number.

    ``receptivity`` gives each modality 0 (deaf to it) to 5; ``purposes`` the mix of purposes, weights 0 to 10;
    ``talk`` how readily the judge asks, 0 (silent) to 10; ``opens`` how readily they ask the first question of a side (None:
    as readily as any); ``lean`` how many questions they put to the side they stand against for one to the other.
    ``style`` is how the judge's opinions are written (empty: plainly).
    ``ranges`` says how far each receptivity may be set.
    """

    id: str
    name: str
    title: str
    note: str
    seniority: int
    chief: bool
    receptivity: Mapping[Modality, int]
    holds: tuple[HeldPrinciple, ...]
    purposes: Mapping[Purpose, int]
    talk: int
    prices: Prices
    voice: Voice
    style: str = ""
    ranges: Mapping[Modality, ReceptivityRange] = field(default_factory=dict)
    opens: int | None = None
    lean: Decimal = Decimal(1)

    def __hash__(self) -> int:
        # Equal judges have one id, and it is found at once.
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Judge {self.id}>"

    def _repr_markdown_(self) -> str:
        """The judge in a notebook: the title, and how strongly each modality is heard and each principle held (0 to 5)."""
        from moot.case.language.markdown import literal, table

        heard = [("hears", modality.value, weight) for modality, weight in self.receptivity.items()]
        held = [("holds", principle, weight) for principle, weight in self.held.items()]
        return f"**{literal(self.title)}**\n\n{table(('', 'What', 'Weight'), [*heard, *held])}"

    @cached_property
    def held(self) -> dict[str, int]:
        """Weight of each principle held; what is missing is not held."""
        return {held.principle: held.weight for held in self.holds}

    @property
    def rank(self) -> tuple[bool, int, str]:
        """Sorts a bench into the order in which it speaks in conference: the chief, then by seniority."""
        return (not self.chief, self.seniority, self.id)


MOST_JUDGES = 15
"""The most who can sit: the International Court of Justice has fifteen judges."""


@dataclass(frozen=True)
class Bench:
    """The judges sitting, one to fifteen, in order of seniority. Two are equal when the same judges sit, read twice perhaps.

    ``salutation`` is how counsel opens before this bench (empty: by the title of the judge who presides). ``absent`` are judges
    of the court who take no part in the case.
    """

    id: str
    title: str
    judges: tuple[Judge, ...]
    salutation: str = ""
    absent: tuple[Judge, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.judges) <= MOST_JUDGES:
            raise ValueError(f"a bench seats one to fifteen judges, not {len(self.judges)}")
        if len({judge.id for judge in (*self.judges, *self.absent)}) != len(self.judges) + len(self.absent):
            raise ValueError("a judge sits once")
        object.__setattr__(self, "judges", tuple(sorted(self.judges, key=lambda judge: judge.rank)))

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Bench {self.id}>"

    def _repr_markdown_(self) -> str:
        """The bench in a notebook: the judges in order of seniority."""
        from moot.case.language.markdown import literal, table

        rows = [(judge.id, judge.title) for judge in self.judges]
        return f"**{literal(self.title)}**\n\n{table(('Judge', 'Title'), rows)}"

    @cached_property
    def judge(self) -> dict[str, Judge]:
        """The judges by id."""
        return {judge.id: judge for judge in self.judges}

    @property
    def majority(self) -> int:
        """How many make a majority of those sitting."""
        return len(self.judges) // 2 + 1
