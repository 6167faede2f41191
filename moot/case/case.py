"""The case: one appellate case as a frozen value, with the indexes everyone needs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from moot.case.argument import Answer, Argument, Point, Question
from moot.case.hypotheticals.dials import Dial
from moot.case.law import Authority, DecisionTree, Issue, RecordItem
from moot.case.must import Property
from moot.case.opinion import DecisionLine, Historical, RealOpinion
from moot.case.words import Disposition, Side

if TYPE_CHECKING:
    from moot.case.formats import Format

__all__ = ["HINT_MOMENTS", "REPLY_MOMENT", "Below", "Case", "Costs", "Head", "Party", "last_name"]

REPLY_MOMENT = "rebuttal"
"""What `hints:` calls the moment at which a reply opens, whatever the format calls it."""

HINT_MOMENTS = (
    "roadmap",
    "point",
    "question",
    "hypothetical",
    "pick",
    "half-said",
    "white-light",
    REPLY_MOMENT,
    "decided",
)
"""The moments at which a case may give a beginner a sentence of advice, each once in a sitting."""


@dataclass(frozen=True, slots=True)
class Below:
    """What the court has before it: the judgment under review, and who won there; or an application to it.

    Of an ``application`` there is no judgment below: ``won`` is respondent, who wins where it is denied. ``presumption`` is the side
    that prevails unless the other makes its case, where that is not ``won``: petitioner, in an application that is granted unless
    respondent answers it.
    """

    court: str
    citation: str
    won: Side
    summary: str
    application: bool = False
    presumption: Side | None = None

    @property
    def presumed(self) -> Side:
        """The side that prevails unless the other makes its case."""
        return self.presumption or self.won

    @property
    def rests(self) -> Disposition:
        """What becomes of it where nothing displaces what stands: affirmed, or denied, or granted where petitioner has the presumption."""
        if not self.application:
            return Disposition.AFFIRMED
        return Disposition.DENIED if self.presumed is Side.RESPONDENT else Disposition.GRANTED

    @property
    def tie_goes_to(self) -> str:
        """Who is favored where a judge has as much for the one as for the other, in words."""
        if not self.application:
            return "the winner below"
        return "the side that resists the application" if self.presumption is None else "the side that applies"

    @property
    def matter(self) -> str:
        """What is disposed of: the judgment, or the application."""
        return "application" if self.application else "judgment"


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "kc", "qc"})


def last_name(name: str) -> str:
    """The family name in a full name."""
    parts = [part.strip(",.") for part in name.split()]
    kept = [part for part in parts if part.lower() not in _SUFFIXES] or parts
    return kept[-1] if kept else name


@dataclass(frozen=True, slots=True)
class Party:
    """One side: its name, its counsel, the judgment it asks for, what the court calls it, and whether it is ``several``.

    ``second`` is the counsel who speaks second, where two argue for the side; ``addressed`` are the names by which the bench speaks
    to each: `Mr. Cassidy`.
    """

    name: str
    counsel: str
    asks: str
    called: str
    several: bool = False
    second: str = ""
    addressed: tuple[str, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """The counsel who argue for the side, one or two."""
        return (self.counsel, self.second) if self.second else (self.counsel,)

    def speaker(self, number: int) -> str:
        """The counsel who speaks as this speaker, from 1; a second whom the case does not name is co-counsel."""
        return self.speakers[number - 1] if number <= len(self.speakers) else "Co-counsel"

    def address(self, number: int) -> str:
        """How the bench speaks to this speaker, from 1: by name where the case file gives one, else as `counsel`."""
        return self.addressed[number - 1] if 0 < number <= len(self.addressed) else "counsel"


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of counsel's argument. ``speaker`` argues it where two speak for the side; 0 leaves that to the format."""

    id: str
    side: Side
    title: str
    speaker: int = 0


@dataclass(frozen=True, slots=True)
class Costs:
    """Costs in ticks of 15 seconds for what does not give its own; None computes them from the words."""

    roadmap: int = 2
    point: int | None = None
    ask: int | None = None
    answer: int | None = None


@dataclass(frozen=True)
class Case:
    """One appellate case. Two are equal when all they hold is: two loads of one file, a copy, what comes out of a pickle."""

    id: str
    version: int
    real: bool
    caption: str
    citation: str
    docket: str
    court: str
    argued: str
    decided: str
    bench: str
    argument: str
    question_presented: str
    facts: str
    below: Below
    petitioner: Party
    respondent: Party
    costs: Costs
    record: tuple[RecordItem, ...]
    outside_record: tuple[RecordItem, ...]
    authorities: tuple[Authority, ...]
    issues: tuple[Issue, ...]
    tree: DecisionTree
    heads: tuple[Head, ...]
    points: tuple[Point, ...]
    opinions: tuple[RealOpinion, ...] = ()
    historical: Historical | None = None
    aftermath: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    dials: tuple[Dial, ...] = ()
    decision: tuple[DecisionLine, ...] = ()
    form: Format | None = None
    must: tuple[Property, ...] = ()
    accepts: tuple[tuple[str, str], ...] = ()
    renamed_from: tuple[tuple[str, str], ...] = ()
    """For each id that was changed: the id now, and the id before."""

    def __hash__(self) -> int:
        # Equal cases have one id, and it is found at once.
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Case {self.id}>"

    def _repr_markdown_(self) -> str:
        """The case in a notebook: its caption, the question presented, and the issues with their positions."""
        from moot.case.language.markdown import literal, table

        rows = [(issue.question, position.text) for issue in self.issues for position in issue.positions]
        shown = table(("Issue", "Position"), rows)
        return f"**{literal(self.caption)}**\n\n{literal(self.question_presented)}\n\n{shown}"

    def __getstate__(self) -> dict[str, Any]:
        # Only the fields: everything derived from them is computed again.
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @cached_property
    def derived(self) -> dict[Any, Any]:
        """What other modules have computed from this case and cached on it (:func:`moot.case.per_case.per_case`)."""
        return {}

    @property
    def burden(self) -> str:
        """Who has to make their case on an application, in a sentence."""
        called = self.party(self.below.presumed).called
        falls = "Denied unless it is made out" if self.below.presumption is None else "Granted unless it is answered"
        return f"{falls}: {called} need not prove the contrary."

    def party(self, side: Side) -> Party:
        """The party on this side."""
        return self.petitioner if side is Side.PETITIONER else self.respondent

    @cached_property
    def heads_of(self) -> dict[Side, tuple[Head, ...]]:
        """The heads of each side, in the order of the file."""
        return {side: tuple(head for head in self.heads if head.side is side) for side in Side}

    @cached_property
    def points_under(self) -> dict[str, tuple[Point, ...]]:
        """The points under each head."""
        return {head.id: tuple(point for point in self.points if point.head == head.id) for head in self.heads}

    @cached_property
    def replies_of(self) -> dict[Side, tuple[Point, ...]]:
        """The points each side may make in reply only."""
        return {side: tuple(point for point in self.points if point.replies and point.side is side) for side in Side}

    @cached_property
    def dial(self) -> dict[str, Dial]:
        """Dials by id."""
        return {dial.id: dial for dial in self.dials}

    @cached_property
    def issue(self) -> dict[str, Issue]:
        """Issues by id."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def head(self) -> dict[str, Head]:
        """Heads by id."""
        return {head.id: head for head in self.heads}

    @cached_property
    def point(self) -> dict[str, Point]:
        """Points by id."""
        return {point.id: point for point in self.points}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question, follow-ups included, by id."""
        return {question.id: question for point in self.points for question in point.walk()}

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """Every answer by full id."""
        return {answer.id: answer for question in self.questions.values() for answer in question.answers}

    @cached_property
    def question_of(self) -> dict[str, Question]:
        """The question each answer replies to, by the answer's id."""
        return {answer.id: question for question in self.questions.values() for answer in question.answers}

    @cached_property
    def point_of(self) -> dict[str, Point]:
        """The point each question stands under, by the question's id."""
        return {question.id: point for point in self.points for question in point.walk()}

    @cached_property
    def arguments(self) -> dict[str, Argument]:
        """Every argument of a point or an answer, by id."""
        found = {point.id: point.argument for point in self.points}
        found.update({answer.id: answer.argument for answer in self.answers.values() if answer.argument is not None})
        return found

    @cached_property
    def authority(self) -> dict[str, Authority]:
        """Authorities by id."""
        return {authority.id: authority for authority in self.authorities}

    @cached_property
    def record_item(self) -> dict[str, RecordItem]:
        """Entries of the record, and matters outside it, by id."""
        return {item.id: item for item in (*self.record, *self.outside_record)}

    @cached_property
    def opinion(self) -> dict[str, RealOpinion]:
        """The real opinions by id."""
        return {opinion.id: opinion for opinion in self.opinions}

    @cached_property
    def speaker_of(self) -> dict[str, Side]:
        """The side that says each point or answer, by id."""
        found = {point.id: point.side for point in self.points}
        found.update({id: self.point_of[question.id].side for id, question in self.question_of.items()})
        return found

    def side_of(self, said: str) -> Side:
        """The side that says a point or an answer. Raises ``KeyError``."""
        return self.speaker_of[said]
