"""A judge's own phrases, used where the reasoning bears them out, and a choice of words that never varies by chance.

A phrase from a judge file is written once for any case. Some speak of a subject - precedent, the record, the people
of the States - and such a phrase is used only where the reasons being written have that subject; otherwise it could
contradict them.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from moot.bench.persona import Judge
from moot.case import PRINCIPLES, Attacking, Modality

__all__ = ["MOST", "PhraseBank", "ReasonContext", "VariantPicker", "fits", "never_used", "stable"]

Frame = TypeVar("Frame", bound=Hashable)


def stable(*parts: str) -> int:
    """A number that depends on the words alone, the same on every machine."""
    return int.from_bytes(hashlib.blake2s("\x1f".join(parts).encode()).digest()[:8], "big")


@dataclass
class VariantPicker:
    """Chooses among ways of saying a thing, and remembers what was used. It takes one least used in this opinion, then in the ruling, then by a stable hash."""

    seed: str
    used: Counter[Hashable] = field(default_factory=Counter)
    in_opinion: Counter[Hashable] = field(default_factory=Counter)

    def begin_opinion(self) -> None:
        """Begin another opinion."""
        self.in_opinion.clear()

    def ranked(self, slot: str, pool: Sequence[Frame], spare: Sequence[Frame] = ()) -> list[Frame]:
        """The frames, the one to take first; of those used as often in this opinion, the pool before the spare ones.

        The slot names the place in the document.
        """
        return sorted(
            [*pool, *spare],
            key=lambda frame: (
                self.in_opinion[frame],
                frame in spare,
                self.used[frame],
                stable(self.seed, slot, str(frame)),
            ),
        )

    def took(self, frame: Hashable) -> None:
        """A frame has been used."""
        self.used[frame] += 1
        self.in_opinion[frame] += 1


@dataclass(frozen=True, slots=True)
class ReasonContext:
    """What the reasons at this place stand on, so that a phrase can be held against them.

    ``principles`` are those the held positions embody, ``against`` those that only positions not taken embody;
    ``short`` says that no opinion of the ruling decides fewer issues; ``attack`` is how
    the argument spoken of was defeated, ``sourced`` says that it cites authorities, and ``rule`` that it argues for a rule of law.
    """

    modalities: frozenset[Modality] = frozenset()
    principles: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    law: bool = True
    short: bool = False
    attack: Attacking | None = None
    sourced: bool = False
    rule: bool = True


_PEOPLE = frozenset({"self-government", "history-and-tradition"})
_RESTRAINT = _PEOPLE | {"deference-to-officers"}
_PERSON = frozenset({"individual-rights", "accountability"})
_WAIT = frozenset({"avoidance", "minimalism"})
_PAST = frozenset({"history-and-tradition"})

_SPEAKS_OF: tuple[tuple[str, frozenset[Modality], frozenset[str]], ...] = (
    (
        r"\bprecedents?\b|\bdecisions?\b|\bthe cases\b|decided cases|been decided|settled|never come up",
        frozenset({Modality.DOCTRINAL}),
        frozenset(),
    ),
    (
        r"\btext\b|original|those who adopted|few words, and|the words (?:mean|decide|will)|every word|[Nn]o word|one sentence|"
        r"the sentence|a word that|those who wrote",
        frozenset({Modality.TEXTUAL, Modality.HISTORICAL}),
        frozenset({"specific-text"}),
    ),
    (
        r"history|\btraditions?\b|understood|understanding|careful description|right asserted|conscience",
        frozenset({Modality.HISTORICAL}),
        _PAST,
    ),
    (
        r"\bfacts\b|\brecord\b|shown below|has been shown|never shown|\bproof\b|proved here",
        frozenset({Modality.FACTUAL}),
        frozenset(),
    ),
    (r"consequences", frozenset({Modality.PRUDENTIAL}), frozenset()),
    (
        r"^That is law\b|merit of being a rule|principle that can be stated",
        frozenset({Modality.TEXTUAL, Modality.DOCTRINAL}),
        frozenset(),
    ),
    (
        r"[Gg]ood sense|practical (?:sense|point)|run in practice|sensible point",
        frozenset({Modality.FACTUAL, Modality.ETHICAL, Modality.PRUDENTIAL}),
        frozenset(),
    ),
    (r"not law but a mood|good policy|concern", frozenset({Modality.ETHICAL, Modality.PRUDENTIAL}), frozenset()),
    (
        r"asks of each side|arrange their affairs",
        frozenset({Modality.ETHICAL, Modality.PRUDENTIAL}),
        frozenset(),
    ),
    (r"[Ff]airness", frozenset({Modality.ETHICAL, Modality.PRUDENTIAL}), _PERSON),
    (r"\bthe people\b|\bStates?\b|[Ll]egislatures?|to govern|other courts|wrong forum", frozenset(), _PEOPLE),
    (r"no such right|[Nn]ot (?:every|reach every) wrong", frozenset(), _RESTRAINT),
    (r"of the individual|hold power|protection of the person", frozenset(), _PERSON),
    (r"can wait|will keep|uncertain|more modest|more is known|find the better way", frozenset(), _WAIT),
    (r"necessity", frozenset(), frozenset({"deference-to-officers", "fit-to-circumstance"})),
    (r"the setting|circumstances|No single test", frozenset(), frozenset({"fit-to-circumstance"})),
    (r"[Tt]he order of the questions", frozenset(), _WAIT | {"law-declaration"}),
)
_SHORT = re.compile(r"\bnarrow|need not|small part|taken a page|simple")
_OF_THE_PARTIES = re.compile(r"review was granted|parties briefed|question presented is answered")
_OF_INFERENCE = re.compile(r"does not follow|premise may be granted|answers another question|proves too much")
_UNSOURCED = re.compile(r"produced a source|has no basis|only asserted|[Nn]othing in our traditions")
_OF_A_RULE = re.compile(
    r"\b(?:[Tt]hat|[Ss]uch a|[Tt]his|broad a) rule\b|rule proposed|\bsweeps?\b|too broad|level of generality|too rigid",
    re.IGNORECASE,
)
"""What can be said only of an argument for a rule of law, and not of one from the facts, from history or from a case."""
_OF_LAW = re.compile(r"\b(?:rule|standard|test|principle|as law|in practice)\b")


_VOICES = {
    True: re.compile(r"\b(?:I|[Mm](?:e|y|ine|yself))\b"),
    False: re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Oo]urselves)\b"),
}
"""What a phrase must not say where the opinion speaks as `we`, and where it does not. A dissent too may say `before us`."""


def fits(phrase: str, reason_context: ReasonContext) -> bool:
    """Whether everything the phrase speaks of is there."""
    if "{" in phrase or "}" in phrase:
        return False
    if _SHORT.search(phrase) and not reason_context.short:
        return False
    if _OF_THE_PARTIES.search(phrase) and "party-presentation" in reason_context.against:
        return False
    if _OF_INFERENCE.search(phrase) and reason_context.attack is not Attacking.UNDERCUT:
        return False
    if _OF_LAW.search(phrase) and not reason_context.law:
        return False
    if _UNSOURCED.search(phrase) and reason_context.sourced:
        return False
    if _OF_A_RULE.search(phrase) and not reason_context.rule:
        return False
    return all(
        modalities & reason_context.modalities or principles & reason_context.principles
        for pattern, modalities, principles in _SPEAKS_OF
        if re.search(pattern, phrase, re.IGNORECASE)
    )


def _is_about(phrase: str, principle: str) -> bool:
    return any(
        principle in principles for pattern, _, principles in _SPEAKS_OF if re.search(pattern, phrase, re.IGNORECASE)
    )


_ALL = ReasonContext(frozenset(Modality), frozenset(PRINCIPLES), short=True)

MOST: dict[str, ReasonContext] = {
    "opens": _ALL,
    "adopts": _ALL,
    "rejects": replace(_ALL, attack=Attacking.UNDERCUT),
    "answers": _ALL,
    "closes": _ALL,
}
"""For each place in an opinion, the most that the reasons there can stand on: a phrase that does not fit this fits nothing."""


def never_used(place: str, phrase: str) -> str:
    """Why no opinion can ever use this phrase at this place, as a clause; empty where one can."""
    if "{" in phrase or "}" in phrase:
        return "nothing is filled in between braces in an opinion"
    if all(voice.search(phrase) for voice in _VOICES.values()):
        return "it says both I and we, and an opinion speaks as one of them"
    if fits(phrase, MOST[place]):
        return ""
    others = [f"`{other}`" for other, most in MOST.items() if fits(phrase, most)]
    found = _OF_INFERENCE.search(phrase)
    spoken_of = found.group() if found is not None else ""
    return (
        f"“{spoken_of}” has its place under {' or '.join(others)} only"
        if others
        else "nothing it speaks of can be there"
    )


@dataclass
class PhraseBank:
    """One judge's phrases in one opinion; none is used twice. ``plural`` where the opinion speaks as ``we``."""

    judge: Judge
    seed: str
    plural: bool
    used: set[str] = field(default_factory=set)

    def phrase(self, place: str, reason_context: ReasonContext, slot: str = "", about: str = "") -> str:
        """An unused phrase for this place (opens, adopts, rejects, answers, closes) that fits, or the empty string.

        With ``about``, a principle, only a phrase that speaks of a subject of that principle will do.
        """
        pool = [
            phrase
            for phrase in self.judge.voice.writes.get(place, ())
            if phrase not in self.used
            and not _VOICES[self.plural].search(phrase)
            and fits(phrase, reason_context)
            and (not about or _is_about(phrase, about))
        ]
        if not pool:
            return ""
        phrase = pool[stable(self.seed, self.judge.id, place, slot) % len(pool)]
        self.used.add(phrase)
        return phrase
