"""The pen of one opinion: its voice, what it has already said, and how it names arguments, cases and the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from moot.bench.conference import Opinion, Ruling
from moot.bench.persona import Judge
from moot.bench.reasoning import Reasoning
from moot.case import Argument, Case, Modality, OpinionKind, PositionRef, Status, Step
from moot.opinion.prose.grammar import all_of, cap, colon, joined, mid, possessive, sentence
from moot.opinion.prose.phrases import Chooser, Footing, Register
from moot.opinion.prose.quote import quote

__all__ = ["LEADING", "Pen"]

_RANK = (Status.BINDING, Status.PERSUASIVE, Status.DISSENT, Status.LATER)
LEADING = (OpinionKind.COURT, OpinionKind.PLURALITY)
_GLOSSED = 2
_CITED = 3


@dataclass
class Pen:
    """Everything one opinion's writing needs to know and to remember."""

    ruling: Ruling
    opinion: Opinion
    chooser: Chooser
    register: Register
    cited: set[str] = field(default_factory=set)
    recorded: set[str] = field(default_factory=set)
    principles: dict[str, str] = field(default_factory=dict)
    adopted_in: dict[str, str] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)

    @property
    def case(self) -> Case:
        """The case."""
        return self.ruling.case

    @property
    def judge(self) -> Judge:
        """The writer."""
        return self.ruling.bench.judge[self.opinion.author]

    @property
    def mind(self) -> Reasoning:
        """The writer's reasoning, which the opinion states."""
        return self.ruling.reasonings[self.opinion.author]

    @property
    def plural(self) -> bool:
        """Whether the opinion speaks as ``we``."""
        return self.opinion.kind in LEADING

    def voice(self) -> dict[str, str]:
        """The words that follow the voice of the opinion."""
        if self.plural:
            return {
                "we": "we", "We": "We", "us": "us", "our": "our", "Our": "Our", "hold": "hold", "answer": "answer",
                "do": "do", "think": "think", "have": "have", "agree": "agree", "are": "are",
            }  # fmt: skip
        return {
            "we": "I", "We": "I", "us": "me", "our": "my", "Our": "My", "hold": "would hold", "answer": "would answer",
            "do": "do", "think": "think", "have": "have", "agree": "agree", "are": "am",
        }  # fmt: skip

    def fill(self, frame: str, argument: Argument | None = None, **more: str) -> str:
        """The frame with every place filled."""
        words = self.voice()
        if argument is not None:
            called = self.case.party(argument.side).called or argument.side.value
            words |= {"s": called, "S": cap(called), "sp": possessive(called)}
        return cap(frame.format(**words, **more))

    def name_of(self, opinion: Opinion) -> str:
        """What another opinion is called in this one: the Court, the plurality, or its author."""
        if opinion.kind is OpinionKind.COURT:
            return "the Court"
        if opinion.kind is OpinionKind.PLURALITY:
            return "the plurality"
        return self.ruling.bench.judge[opinion.author].title

    def is_answer(self, id: str) -> bool:
        """Whether the argument was made in an answer, and not as a point."""
        return id not in self.case.point

    def after(self, lead: str, id: str) -> str:
        """``lead: the argument.`` A point is named by its title, an answer by the words counsel used."""
        if self.is_answer(id):
            self.noted.add(id)
            self.chooser.quoted.setdefault(id, self.opinion.number)
            return f"{lead.rstrip(':')}: {quote(self.case.answers[id].text)}"
        return colon(self.case, lead, self.case.point[id].title)

    def alone(self, id: str) -> str:
        """The argument as a sentence of its own."""
        if self.is_answer(id):
            self.noted.add(id)
        return sentence(self.case.point[id].title) if id in self.case.point else quote(self.case.answers[id].text)

    def support(self, id: str) -> str:
        """The authorities and the pages of the record that the argument stands on, each told once in an opinion."""
        argument = self.case.arguments[id]
        return all_of([self.authorities(id), self._record(argument)])

    def authorities(self, id: str) -> str:
        """The authorities that the argument cites, with what they stand for where they are new to the opinion."""
        argument = self.case.arguments[id]
        known = [self.case.authority[id] for id in argument.cites if id in self.case.authority]
        chosen = sorted(known, key=lambda authority: _RANK.index(authority.status))[:_CITED]
        new = [authority for authority in chosen if authority.id not in self.cited]
        self.cited.update(authority.id for authority in new)
        if not new:
            names = [authority.name for authority in chosen[:_GLOSSED]]
            return sentence(f"See again {joined(names)}") if names and "(" not in "".join(names) else ""
        pieces = []
        for place, authority in enumerate(new):
            gloss = authority.says.rstrip(".").replace("(", "[").replace(")", "]")
            told = f" ({mid(self.case, gloss)})" if gloss and place < _GLOSSED else ""
            pieces.append(f"{authority.name}, {authority.cite}{told}")
        return sentence("See " + "; ".join(pieces))

    def _record(self, argument: Argument) -> str:
        items = [self.case.record_item[id] for id in argument.record if id in self.case.record_item]
        new = [item for item in items if item.id not in self.recorded and item.page][:2]
        self.recorded.update(item.id for item in new)
        return all_of(f"{sentence(item.text)} Record {item.page}." for item in new)

    def once(self, what: str) -> bool:
        """True the first time it is asked in this opinion."""
        if what in self.noted:
            return False
        self.noted.add(what)
        return True

    def footing(self, steps: Sequence[Step], *, facts: bool = False) -> Footing:
        """What the writer's reasons on these steps stand on."""
        modalities: set[Modality] = set()
        principles: set[str] = set()
        against: set[str] = set()
        for step in steps:
            support = self.mind.support[PositionRef(step.issue, step.position)]
            modalities.update(modality for modality, _, _ in support.best)
            for position in self.case.issue[step.issue].positions:
                names = {name for name, _ in position.embodies}
                (principles if position.id == step.position else against).update(names)
        law = any(self.case.issue[step.issue].kind.value == "law" for step in steps)
        shortest = min(len(opinion.walk) for opinion in self.ruling.opinions)
        return Footing(
            frozenset(modalities),
            frozenset(principles),
            frozenset(against - principles),
            law,
            len(self.opinion.walk) == shortest,
            facts,
        )
