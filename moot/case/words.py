"""The closed word lists of the field (docs/words.md). Each is a string enum, so YAML words are values."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

__all__ = [
    "BENCH",
    "NO_PART",
    "VOTES",
    "Attacking",
    "ConcessionKind",
    "Disposition",
    "IssueKind",
    "Manner",
    "Modality",
    "OpinionKind",
    "Purpose",
    "Reaction",
    "Side",
    "Signal",
    "Status",
    "ToMove",
    "Tone",
    "Treatment",
]

BENCH: Final = "bench"
"""What ``Round.turn`` says when the bench is to move."""


class Side(StrEnum):
    """The two sides at the lectern."""

    PETITIONER = "petitioner"
    RESPONDENT = "respondent"

    @property
    def other(self) -> Side:
        """The opponent."""
        return Side.RESPONDENT if self is Side.PETITIONER else Side.PETITIONER


ToMove = Side | Literal["bench"]
"""Whose move it is: a side's, or the bench's."""


class Modality(StrEnum):
    """Bobbitt's six forms of constitutional argument (Constitutional Fate, 1982), and the factual."""

    TEXTUAL = "textual"
    HISTORICAL = "historical"
    STRUCTURAL = "structural"
    DOCTRINAL = "doctrinal"
    ETHICAL = "ethical"
    PRUDENTIAL = "prudential"
    FACTUAL = "factual"


class Purpose(StrEnum):
    """Why a judge asks."""

    CLARIFY = "clarify"
    BACKGROUND = "background"
    HYPOTHETICAL = "hypothetical"
    IMPLICATIONS = "implications"
    SUPPORT = "support"
    CRITICISM = "criticism"
    AUTHORITY = "authority"
    CONCESSION = "concession"
    POLICY = "policy"
    HUMOR = "humor"


class Tone(StrEnum):
    """How a question is put."""

    HELPFUL = "helpful"
    NEUTRAL = "neutral"
    PROBING = "probing"
    HOSTILE = "hostile"


class Manner(StrEnum):
    """How an answer meets its question."""

    DIRECT = "direct"
    CONCEDE = "concede"
    DISTINGUISH = "distinguish"
    MODIFY = "modify"
    DECLINE = "decline"
    DEFLECT = "deflect"
    EVADE = "evade"


class Attacking(StrEnum):
    """ASPIC+ attacks (Prakken 2010): on the conclusion, on a premise, on the inference."""

    REBUT = "rebut"
    UNDERMINE = "undermine"
    UNDERCUT = "undercut"


class ConcessionKind(StrEnum):
    """A concession of fact binds everyone; one of law withdraws points of the side that makes it."""

    FACT = "fact"
    LAW = "law"


class IssueKind(StrEnum):
    """A question of law, or of applying law to the record."""

    LAW = "law"
    APPLICATION = "application"


_REACH = {
    "affirmed": 0,
    "denied": 0,
    "affirmed in part and reversed in part": 1,
    "granted in part": 1,
    "vacated and remanded": 2,
    "reversed and remanded": 3,
    "reversed": 4,
    "granted": 4,
}
_OF_APPLICATION = frozenset({"granted", "granted in part", "denied"})


class Disposition(StrEnum):
    """What the court does with the judgment below, or with an application where there is none."""

    AFFIRMED = "affirmed"
    REVERSED = "reversed"
    REVERSED_AND_REMANDED = "reversed and remanded"
    VACATED_AND_REMANDED = "vacated and remanded"
    REVERSED_IN_PART = "affirmed in part and reversed in part"
    GRANTED = "granted"
    GRANTED_IN_PART = "granted in part"
    DENIED = "denied"

    reach: int
    """How far it goes: 0 affirms or denies, 1 gives a part, 2 vacates and remands, 3 reverses and remands, 4 reverses or grants."""

    disturbs: bool
    """Whether the judgment below does not stand, or an application does not fail."""

    def __init__(self, words: str) -> None:
        self.reach = _REACH[words]
        self.disturbs = self.reach > 0

    @property
    def partial(self) -> bool:
        """Whether each side has a part."""
        return self.reach == _REACH["granted in part"]

    @property
    def of_application(self) -> bool:
        """Whether it disposes of an application, and not of a judgment below."""
        return self.value in _OF_APPLICATION

    def supports(self, judgment: Disposition) -> bool:
        """Whether a vote for this is a vote for that judgment: the same, or one that would disturb the judgment below further."""
        return self is judgment or (judgment.disturbs and self.reach > judgment.reach)


class Status(StrEnum):
    """The weight an authority had on the day of the argument."""

    BINDING = "binding"
    PERSUASIVE = "persuasive"
    DISSENT = "dissent"
    LATER = "later"


class Signal(StrEnum):
    """What a citation does for the sentence it follows (The Bluebook, rule 1.2)."""

    DIRECT = "directly"
    SEE = "see"
    SEE_ALSO = "see also"
    CF = "cf."
    BUT_SEE = "but see"
    BUT_CF = "but cf."
    CONTRA = "contra"

    @property
    def supports(self) -> bool:
        """Whether the authority is cited in support."""
        return self not in {Signal.BUT_SEE, Signal.BUT_CF, Signal.CONTRA}


class Reaction(StrEnum):
    """What a judge lets be seen of something counsel said; a voice may have lines for each (docs/judge-format.md)."""

    PLEASED = "pleased"
    MET = "met"
    TAKEN = "taken"
    DOUBTFUL = "doubtful"
    DODGED = "dodged"
    DEFLECTED = "deflected"
    CONTRADICTION = "contradiction"
    OUTSIDE = "outside"
    OVERCLAIM = "overclaim"
    MISREAD = "misread"
    UNDISTINGUISHED = "undistinguished"
    CAUGHT = "caught"
    REPEATED = "repeated"
    UNRECOGNIZED = "unrecognized"
    WRONG = "wrong"
    WRONG_PAGE = "wrong-page"
    CORRECTED = "corrected"

    @property
    def nearest(self) -> Reaction:
        """The reaction whose line does where a voice has none for this one; itself where there is no other."""
        return _NEAREST.get(self, self)


_NEAREST = {
    Reaction.DEFLECTED: Reaction.DODGED,
    Reaction.MISREAD: Reaction.WRONG,
    Reaction.WRONG_PAGE: Reaction.WRONG,
    Reaction.UNDISTINGUISHED: Reaction.DOUBTFUL,
    Reaction.CAUGHT: Reaction.DOUBTFUL,
}


class Treatment(StrEnum):
    """How one real opinion treats one thing said."""

    ADOPTED = "adopted"
    ACCEPTED_IN_PART = "accepted in part"
    REJECTED = "rejected"
    FORECLOSED = "foreclosed"
    RESERVED = "reserved"
    NOT_REACHED = "not reached"


class OpinionKind(StrEnum):
    """What a judge writes, or how a judge stands to the lead opinion."""

    COURT = "opinion of the court"
    PLURALITY = "plurality"
    CONCURRING = "concurring"
    IN_THE_JUDGMENT = "concurring in the judgment"
    IN_PART = "concurring in part and dissenting in part"
    DISSENTING = "dissenting"


NO_PART = "took no part"
VOTES = (
    "author",
    "joined",
    *(kind.value for kind in OpinionKind if kind not in (OpinionKind.COURT, OpinionKind.PLURALITY)),
    NO_PART,
)
"""How a judge may really have stood to the ruling."""
