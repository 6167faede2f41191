"""What is known of an opinion while it is written: its voice and style, what has been said, and how it names sides, opinions and authorities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from moot.bench.conference import JudgmentBy, Opinion, Ruling
from moot.bench.judging.reasoning import Reasoning
from moot.bench.persona import Judge
from moot.case import (
    Argument,
    Attacking,
    Case,
    Citation,
    IssueKind,
    Modality,
    OpinionKind,
    PositionRef,
    Side,
    Status,
    Step,
)
from moot.case.language.likeness import alike
from moot.opinion.plan import PlannedPart, part_of, parts_of, without_majority
from moot.opinion.prose.citing import string
from moot.opinion.prose.clauses import bare, flat, named, that, verbs
from moot.opinion.prose.grammar import cap, joined, ordered, possessive, would
from moot.opinion.prose.phrases import PhraseBank, ReasonContext, VariantPicker
from moot.opinion.prose.style import Style
from moot.opinion.prose.styles import PLAIN
from moot.opinion.told import Told

__all__ = ["OpinionContext", "speaks_for_several"]

_SOURCES = frozenset({"history-and-tradition", "precedent", "specific-text"})
"""Principles that are sources of law."""
_CONCERN = (Modality.ETHICAL, Modality.PRUDENTIAL)
"""What may be called a concern, a policy, or no argument from law."""
_EXPERIENCE = (*_CONCERN, Modality.FACTUAL)
"""What common experience can support."""


def speaks_for_several(ruling: Ruling, opinion: Opinion) -> bool:
    """Whether an opinion speaks as ``we``: the court's does, and one that announces the judgment where somebody joins it."""
    if opinion.kind is OpinionKind.PLURALITY:
        return bool(opinion.joined or ruling.in_part(opinion))
    return opinion.kind is OpinionKind.COURT


@dataclass
class OpinionContext:
    """Everything one opinion's writing needs to know and to remember. ``detail`` (-2 to 3) is how much may be told, and ``less`` the issues told with one less."""

    ruling: Ruling
    opinion: Opinion
    style: Style
    picker: VariantPicker
    phrase_bank: PhraseBank
    told: Told
    detail: int
    cited: set[tuple[str, str]] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    less: frozenset[str] = frozenset()

    def at(self, issue: str) -> OpinionContext:
        """The context of what is said of one issue: with one less detail where the issue is among those of ``less``."""
        return replace(self, detail=self.detail - 1, less=frozenset()) if issue in self.less else self

    @property
    def case(self) -> Case:
        """The case."""
        return self.ruling.case

    @property
    def judge(self) -> Judge:
        """The writer."""
        return self.ruling.bench.judge[self.opinion.author]

    @property
    def reasoning(self) -> Reasoning:
        """The writer's reasoning, which the opinion states."""
        return self.ruling.reasonings[self.opinion.author]

    @property
    def plural(self) -> bool:
        """Whether the opinion speaks as ``we``."""
        return speaks_for_several(self.ruling, self.opinion)

    @cached_property
    def parts(self) -> tuple[PlannedPart, ...]:
        """The parts of this opinion that decide something."""
        return parts_of(self.ruling, self.opinion)

    @cached_property
    def words(self) -> dict[str, str]:
        """The fields of a frame that follow the voice of the opinion and its disposition."""
        disposition = self.ruling.disposition if self.opinion is self.ruling.lead else self.opinion.disposition
        matter, verb = self.case.below.matter, would(disposition)
        below = verb if self.case.below.application else f"{verb} the judgment below"
        found = {"order": verb, "ordered": ordered(disposition, short=True), "matter": matter, "order_below": below}
        if self.plural:
            return found | {
                "we": "we", "We": "We", "us": "us", "our": "our", "Our": "Our", "hold": "hold", "think": "think", "are": "are",
                "have": "have", "agree": "agree", "conclude": "conclude",
                "accordingly_hold": "accordingly hold",
                "So_order": f"We therefore {would(disposition)}", "so_order": f"we therefore {would(disposition)}",
            }  # fmt: skip
        return found | {
            "we": "I", "We": "I", "us": "me", "our": "my", "Our": "My", "hold": "would hold", "think": "think", "are": "am",
            "have": "have", "agree": "agree", "conclude": "conclude",
            "accordingly_hold": "would accordingly hold",
            "So_order": f"I would therefore {would(disposition)}", "so_order": f"I would therefore {would(disposition)}",
        }  # fmt: skip

    # Saying things

    def say(self, place: str, slot: str = "", **more: str) -> str:
        """A template of this place, filled, in which no sentence stands in the ruling yet; empty where there is none left."""
        slot = f"{self.opinion.number}.{place}.{slot}"
        own = self.style.frames[place]
        spare = [frame for frame in PLAIN.frames.get(place, ()) if frame not in own]
        for frame in self.picker.ranked(slot, own, spare):
            try:
                text = frame.format(**self.words, **more)
            except KeyError:
                continue
            text = cap(text)
            if self.told.fresh(text):
                self.picker.took(frame)
                self.told.note(text)
                return text
        return ""

    def once(self, text: str) -> str:
        """The text where no sentence of it stands in the ruling yet, else nothing."""
        if not text or not self.told.fresh(text):
            return ""
        self.told.note(text)
        return text

    def persona(self, place: str, step: Step, attack: Attacking | None = None, of: Argument | None = None) -> str:
        """A phrase of the judge's own for this place, where the reasons bear it out; ``of`` an argument, where that does."""
        reason_context = replace(self.reason_context(step), attack=attack)
        if of is not None:
            # What is said of an argument's source is said of this argument's, and not of the holding's.
            drawn = reason_context.principles - _SOURCES if place == "adopts" else reason_context.principles
            reason_context = replace(
                reason_context,
                modalities=frozenset({of.modality}),
                principles=drawn | frozenset(of.appeals),
                sourced=bool(of.cites),
                rule=self._for_a_rule(of),
            )
        return self.once(self.phrase_bank.phrase(place, reason_context, step.issue))

    def _for_a_rule(self, argument: Argument) -> bool:
        """Whether an argument is for the rule of law it urges, and not from a fact, a case or history for it."""
        if not argument.urges:
            return False
        issue, urged = self.case.issue[argument.urges[0].issue], argument.urges[0].position
        return issue.kind is IssueKind.LAW and alike(self.says(argument.id), issue.position(urged).holds)

    # Naming things

    def side(self, side: Side, key: str = "s") -> dict[str, str]:
        """The fields of a frame that name a side."""
        party = self.case.party(side)
        return verbs(named(party, side), key, many=party.several)

    def name_of(self, opinion: Opinion, issue: str = "") -> str:
        """What another opinion is called in this one: the Court, the plurality, or its author.

        On an ``issue`` of a part that has no majority it is its author's.
        """
        if opinion.kind is OpinionKind.COURT:
            if issue and part_of(self.ruling, opinion, issue) in without_majority(self.ruling, opinion):
                return self.ruling.bench.judge[opinion.author].title
            return "the Court"
        if self.ruling.judgment_by is JudgmentBy.PLURALITY and opinion is self.ruling.lead:
            return "the plurality"
        return self.ruling.bench.judge[opinion.author].title

    def whom(self, opinion: Opinion, issue: str = "") -> dict[str, str]:
        """The fields of a frame that name another opinion, as it speaks on an ``issue``."""
        name = self.name_of(opinion, issue)
        leads = name in ("the Court", "the plurality")
        return {
            "whom": name,
            "Whom": cap(name),
            "whose": possessive(name),
            "Whose_cap": cap(possessive(name)),
            "Whomp": cap(possessive(name)),
            "w_holds": "holds" if leads else "would hold",
            "w_announces": "announces" if leads else "proposes to hold",
        }

    def others(self, opinions: Sequence[Opinion]) -> dict[str, str]:
        """The fields of a frame that name the authors of separate opinions."""
        names = joined([self.name_of(opinion) for opinion in opinions])
        return {"names": names, "Names": cap(names)} | {
            key: text for key, text in verbs(names, "n", many=len(opinions) > 1).items() if key.startswith("n_")
        }

    def fits(self, argument: Argument) -> dict[str, str]:
        """The empty fields of the frames that suit an argument of this modality only."""
        suits = {"of_concern": argument.modality in _CONCERN, "of_experience": argument.modality in _EXPERIENCE}
        return dict.fromkeys((field for field, fit in suits.items() if fit), "")

    def holds(self, ref: PositionRef) -> dict[str, str]:
        """The fields that state a position, where the case file puts it as a clause; none where it does not."""
        clause = that(self.case.issue[ref.issue].position(ref.position).holds)
        return {"that": clause, "Flat": flat(clause), "bare": bare(clause)} if clause else {}

    def says(self, id: str) -> str:
        """An argument as a clause in indirect speech; empty where the case file has none."""
        return that(self.case.point[id].says if id in self.case.point else self.case.answers[id].says)

    def is_answer(self, id: str) -> bool:
        """Whether the argument was made in an answer, and not as a point."""
        return id not in self.case.point

    # Citing

    def cites(self, id: str, step: Step, most: int = 3) -> str:
        """The citation sentence of an argument the writer accepts; empty where it has none that may be cited here."""
        argument = self.case.arguments[id]
        chosen = []
        for cited in argument.cites:
            authority, citation = self.case.authority.get(cited), argument.citation(cited)
            if authority is None or authority.status is Status.LATER or (cited, citation.pin) in self.cited:
                continue
            if authority.status is Status.DISSENT and _plain(argument, cited):
                continue
            if not authority.enacted and _both_ways(self.case, citation, step):
                continue
            chosen.append((authority, citation))
        # Where there is room for one, a case says more than a clause that both sides read.
        # And what supports a statement is cited for it before what is against it.
        if most == 1:
            chosen.sort(key=lambda pair: (not pair[1].signal.supports, pair[0].enacted))
        chosen = chosen[:most]
        text = self.once(string(self.case, chosen, self.known)) if chosen else ""
        if text:
            self.known.update(authority.id for authority, _ in chosen)
            self.cited.update((authority.id, citation.pin) for authority, citation in chosen)
        return text

    def reason_context(self, step: Step) -> ReasonContext:
        """What the writer's reasons on this step stand on."""
        support = self.reasoning.support.get(PositionRef(step.issue, step.position))
        modalities: frozenset[Modality] = (
            frozenset(modality for modality, _, _ in support.best) if support else frozenset()
        )
        issue = self.case.issue[step.issue]
        taken = {name for name, _ in issue.position(step.position).embodies}
        against = {name for position in issue.positions for name, _ in position.embodies} - taken
        shortest = min(len(opinion.walk) for opinion in self.ruling.opinions)
        return ReasonContext(
            modalities,
            frozenset(taken),
            frozenset(against),
            issue.kind.value == "law",
            len(self.opinion.walk) == shortest,
        )


def _plain(argument: Argument, authority: str) -> bool:
    """Whether the argument cites the authority with neither a signal nor a parenthetical of its own."""
    return all(citation.authority != authority for citation in argument.citations)


def _both_ways(case: Case, citation: Citation, step: Step) -> bool:
    """Whether an argument for another position on this issue cites the authority in support in the same way."""
    return any(
        citation.authority in argument.cites and citation.clashes(argument.citation(citation.authority))
        for argument in case.arguments.values()
        if any(ref.issue == step.issue and ref.position != step.position for ref in argument.urges)
    )
