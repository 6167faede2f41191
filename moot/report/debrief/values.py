"""What a debrief says, as frozen values. Counsel of the side is spoken to as "you"; no text holds an inner id."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from moot.case import Side, in_quotation_marks

__all__ = [
    "BenchLine",
    "CourtInLines",
    "CourtLine",
    "CourtSentence",
    "Debrief",
    "IssueLine",
    "Mistake",
    "NextQuestion",
    "Prompt",
    "WellDone",
]


@dataclass(frozen=True, slots=True)
class CourtLine:
    """One line of what the court decided, with its page. ``whose`` names the author where it is not the lead opinion."""

    text: str
    pin: str
    whose: str

    @property
    def told(self) -> str:
        """The line, whose it is where it is not the lead opinion's, and its page."""
        return f"{self.whose}: {self.text} ({self.pin})" if self.whose else f"{self.text} ({self.pin})"


@dataclass(frozen=True, slots=True)
class CourtInLines:
    """The court in ten lines. ``really`` is false for the ruling of a fictional case; no lines where the case has none."""

    real: bool
    citation: str
    lines: tuple[CourtLine, ...]


@dataclass(frozen=True, slots=True)
class CourtSentence:
    """A sentence of a real opinion, with its page, and in ``lead`` whose it is and what it does with what was said.

    ``quote`` is empty where the case file tells the passage in its own words, which are the ``gist``. ``opinion`` and ``holding`` are ids, for a reader that opens the passage.
    """

    lead: str
    quote: str
    pin: str
    opinion: str
    holding: str
    gist: str = ""

    @property
    def words(self) -> str:
        """The sentence in quotation marks, or else the gist without them."""
        return in_quotation_marks(self.quote, self.gist)


@dataclass(frozen=True, slots=True)
class Mistake:
    """An answer that cost ballot points where a better one was offered.

    ``ply`` counts from 1. ``points`` is what the ballot took, in whole tenths, ``ballot`` why. ``law`` says in a sentence why the
    answer hurts, ``better_law`` why the better one helps. ``also`` are other answers that are right. ``gained`` and ``lost`` are the
    judges whose vote the better answer would have brought or cost, with everything else as it was said; ``votes`` tells it.
    """

    ply: int
    judge: str
    question: str
    said: str
    better: str
    also: tuple[str, ...]
    law: str
    better_law: str
    court: CourtSentence | None
    points: Fraction
    ballot: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    votes: str


@dataclass(frozen=True, slots=True)
class WellDone:
    """One thing done well: what was said (to what question, of which judge, where it was an answer), and why it was good."""

    ply: int
    judge: str
    question: str
    said: str
    why: str
    court: CourtSentence | None

    @property
    def lead(self) -> str:
        """What ``said`` is: words said to a question, a point argued, or an item of the ballot, which nobody said."""
        return "You said" if self.question else "You argued" if self.ply else "On the ballot"


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """One question to expect next time: who would ask it, its words, and in ``reason`` why it is coming."""

    judge: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class BenchLine:
    """Judges whose votes were won or lost on one question by one thing said: their titles, and in ``told`` the sentence.

    ``instead`` says what would have moved the nearest of them, for votes that were lost.
    """

    won: bool
    judges: tuple[str, ...]
    told: str
    instead: str


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue: how each side argued it, what was found here and by the court, and the page.

    ``yours`` and ``theirs`` are words such as "argued". ``here`` and ``really`` are the texts of the answers, empty where the question was
    not answered; ``count`` is how many of the bench gave the answer ``here``. ``same`` is None where only one of them answered,
    and ``written`` is false in a case on which no court has written.
    """

    question: str
    preliminary: bool
    yours: str
    theirs: str
    here: str
    count: int
    bench: int
    really: str
    pin: str
    same: bool | None
    written: bool = True


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question before the reveal, with answers to choose from; ``right`` is the place of the right one, from 0."""

    question: str
    options: tuple[str, ...]
    right: int

    def reply(self, chosen: int) -> str:
        """What to say to the answer at this place."""
        if chosen == self.right:
            return "Yes. The debrief says why."
        return f"It was another: {self.options[self.right]}"


@dataclass(frozen=True, slots=True)
class Debrief:
    """The debrief of one side of a decided sitting. ``answers`` is how many answers that side gave.

    ``mistakes`` are the three costliest, the costliest first; ``bench`` has the votes that were lost, then those that were won.
    """

    side: Side
    counsel: str
    called: str
    result: str
    answers: int
    prompt: Prompt | None
    well: WellDone | None
    next: NextQuestion | None
    court: CourtInLines
    mistakes: tuple[Mistake, ...]
    bench: tuple[BenchLine, ...]
    issues: tuple[IssueLine, ...]

    @property
    def votes(self) -> tuple[int, int]:
        """Votes won and lost."""
        won = sum(len(line.judges) for line in self.bench if line.won)
        return won, sum(len(line.judges) for line in self.bench) - won

    @property
    def change(self) -> Mistake | None:
        """The one answer to change: the costliest mistake."""
        return self.mistakes[0] if self.mistakes else None
