"""A speech that arrives word by word, at about three times the pace of speaking."""

from __future__ import annotations

from dataclasses import dataclass, field

from textual.content import Content

from moot.case.language.speech import units
from moot.round.clock import WORDS_A_MINUTE
from moot.tui.text import Hanging

__all__ = ["LEAN", "PACE", "Arriving"]

PACE = 60 / (3 * WORDS_A_MINUTE)
"""Seconds between two words."""

LEAN = 0.6
"""Seconds for which a judge leans in before breaking in."""


@dataclass
class Arriving:
    """The whole of a speech, and how many of its words have arrived."""

    whole: Hanging
    words: int = 0
    _ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        text = self.whole.paragraphs[0].plain if self.whole.paragraphs else ""
        at = 0
        for part in units(text):
            at = text.index(part, at) + len(part)
            self._ends.append(at)

    @property
    def done(self) -> bool:
        """Whether every word has arrived."""
        return self.words >= len(self._ends)

    def step(self) -> Hanging:
        """One more word: what is shown of the speech now, and all of it with the last word."""
        self.words += 1
        if self.done:
            return self.whole
        whole = self.whole
        begun: Content = whole.paragraphs[0][: self._ends[self.words - 1]]
        return Hanging(whole.lead, [begun], indent=whole.indent, end=whole.end, measure=whole.measure)
