"""A sitting as values: one frozen tree from which the JSON, the plain closing and the debrief take what they show.

Every value holds both what a program wants (ids, exact points) and what a person reads (names, titles, words), so that a
renderer looks nothing up. ``report/build.py`` makes the tree from a round.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from moot.bench.ruling import Join, JudgmentBy, Role
from moot.case import Disposition, OpinionKind, Side, Treatment
from moot.round.turns.phases import Phase, Trigger

__all__ = [
    "ActualReport",
    "BallotReport",
    "FindingSway",
    "HoldingReport",
    "IssueSway",
    "ItemReport",
    "JudgeReport",
    "JudgeWhy",
    "LineEntry",
    "LossReport",
    "MarkReport",
    "OpinionReport",
    "RoleReport",
    "RulingReport",
    "SittingReport",
    "SwayReport",
    "WhyReport",
]


@dataclass(frozen=True, slots=True)
class LineEntry:
    """One move of the line, with its number from 1.

    ``speaker`` is a side, the id of a judge, or the bench for a pass, and ``name`` what they are called; ``kind`` is the
    kind of move, ``move`` its notation, ``words`` what people see for it, ``clock`` the ticks left when it was begun.
    """

    ply: int
    speaker: str
    name: str
    kind: Trigger
    move: str
    words: str
    clock: int


@dataclass(frozen=True, slots=True)
class JudgeReport:
    """One judge in the ruling. ``role_label`` says it in words; ``ground`` is the holding the vote rests on, as a sentence."""

    id: str
    name: str
    title: str
    vote: Disposition
    role: Role
    role_label: str
    writes: int | None
    joins: tuple[Join, ...]
    findings: Mapping[str, str]
    walk: tuple[str, ...]
    ground: str


@dataclass(frozen=True, slots=True)
class OpinionReport:
    """One opinion of the ruling."""

    author: str
    kind: OpinionKind
    joined: tuple[str, ...]
    ground: str
    holdings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RulingReport:
    """The ruling. ``disturbing`` counts the judges who would disturb the judgment below; ``carried`` is what carries the judgment, in words."""

    disposition: Disposition
    votes_for: int
    votes_against: int
    disturbing: int
    judgment_by: JudgmentBy
    carried: str
    judges: tuple[JudgeReport, ...]
    opinions: tuple[OpinionReport, ...]
    paradox: bool
    line_up: str
    common_ground: str
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkReport:
    """How one real opinion treats one thing said: ``words`` are what was said, ``title`` and ``voice`` the author's."""

    ply: int
    said: str
    words: str
    side: Side
    opinion: str
    author: str
    title: str
    treatment: Treatment
    pin: str
    quote: str
    reason: str
    holding: str

    @property
    def told(self) -> str:
        """What the opinion says here, in our words and, where it is quoted, in its own."""
        return f"{self.reason} “{self.quote}”" if self.quote else self.reason


@dataclass(frozen=True, slots=True)
class LossReport:
    """Points lost, at which move (its notation, and in words), and why."""

    ply: int
    move: str
    words: str
    points: Fraction
    why: str


@dataclass(frozen=True, slots=True)
class ItemReport:
    """One item of a ballot, with its label."""

    id: str
    label: str
    earned: Fraction
    out_of: Fraction
    opportunities: int
    losses: tuple[LossReport, ...]


@dataclass(frozen=True, slots=True)
class SpeakerReport:
    """The ballot of one of two speakers for a side: who, as which speaker, the total, and the total as it is told."""

    counsel: str
    speaker: int
    total: Fraction
    enough: bool
    told: str


@dataclass(frozen=True, slots=True)
class BallotReport:
    """One side's ballot: who argued, for whom, the total, and the total as it is told; where two spoke, each of them."""

    side: Side
    counsel: str
    called: str
    total: Fraction
    enough: bool
    told: str
    items: tuple[ItemReport, ...]
    speakers: tuple[SpeakerReport, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleReport:
    """How a judge came out here and really."""

    judge: str
    title: str
    here: str
    really: str

    @property
    def same(self) -> bool:
        """Whether the two agree."""
        return self.here == self.really


@dataclass(frozen=True, slots=True)
class HoldingReport:
    """What the lead opinion held on an issue here and really; empty where it did not reach it."""

    issue: str
    question: str
    here: str
    here_text: str
    really: str
    really_text: str

    @property
    def same(self) -> bool:
        """Whether the two agree."""
        return self.here == self.really


@dataclass(frozen=True, slots=True)
class ActualReport:
    """The ruling beside the real one. ``really`` is None where there is no real ruling."""

    here: Disposition
    really: Disposition | None
    agrees: bool
    roles: tuple[RoleReport, ...]
    holdings: tuple[HoldingReport, ...]


@dataclass(frozen=True, slots=True)
class FindingSway:
    """One judge's finding that a side moved: what was found with the side silent, and what is found."""

    judge: str
    title: str
    issue: str
    question: str
    before: str
    before_text: str
    after: str
    after_text: str


@dataclass(frozen=True, slots=True)
class IssueSway:
    """How many judges took the answer of ``answer_of`` to one issue: with the side silent, here, and really (None: not known).

    ``gained`` and ``lost`` are the titles of those who came to that answer, and who left it.
    """

    issue: str
    question: str
    answer_of: Side
    called: str
    silent: int
    here: int
    really: int | None
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwayReport:
    """What one side moved from the same sitting with that side silent.

    ``silent``, ``here`` and ``really`` count the votes for it, ``votes`` those it moved; ``out_of`` is how many findings there are in
    all; ``issues`` are those on which somebody moved. ``real`` is whether the case is a real one.
    """

    side: Side
    called: str
    real: bool
    bench: int
    silent: int
    here: int
    really: int | None
    really_in_part: int
    votes: int
    findings: tuple[FindingSway, ...]
    out_of: int
    issues: tuple[IssueSway, ...]


@dataclass(frozen=True, slots=True)
class SittingReport:
    """One sitting, finished or not: ``ruling`` and ``actual`` are None, and ``sway`` is empty, until the case is decided."""

    case: str
    caption: str
    bench: tuple[str, ...]
    seed: int
    format: str
    heat: str
    phase: Phase
    line: tuple[LineEntry, ...]
    ruling: RulingReport | None
    marks: tuple[MarkReport, ...]
    ballots: tuple[BallotReport, ...]
    sway: tuple[SwayReport, ...]
    actual: ActualReport | None
    aftermath: tuple[str, ...]
    real: bool
    """Whether the case is a real one, and its opinions those of a real court."""

    def ballot(self, side: Side) -> BallotReport:
        """The ballot of a side."""
        return next(each for each in self.ballots if each.side is side)


@dataclass(frozen=True, slots=True)
class JudgeWhy:
    """Why one judge voted so: in words, the numbers, and every figure (lines, those that belong to another indented)."""

    judge: str
    title: str
    summary: str
    numbers: tuple[str, ...]
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhyReport:
    """Why the bench voted so, in a sentence or two, and judge by judge, the nearest to moving first."""

    summary: str
    judges: tuple[JudgeWhy, ...]
