"""The keys and the signs, on one page."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from moot.sitting.look import LOOKS
from moot.sitting.spoken import white_light_time
from moot.tui.text import Hanging, Ink, words
from moot.tui.widgets.safe import Words

__all__ = ["HelpScreen"]

_KEYS = (
    ("1 to 9", "take the choice with that number"),
    ("↑ ↓ enter", "go through the choices, take the marked one"),
    ("space", "go on reading; f goes straight to your next choice"),
    ("b  r  a  d", "the brief; the record; the authorities; the decision tree"),
    ("c  x", "what has been conceded; what is closed to you, and why"),
    ("m  n", "mark what the other side said last as weak; your notes"),
    ("/  y", "find words on a page; copy the page out"),
    ("t, PgUp PgDn", "read back in the transcript, from every screen; esc returns"),
    ("j", "write a note for yourself; the other side never sees it"),
    ("s", "sit down (asked again before it is done)"),
    ("w", "where each judge stands on the issue at hand, and why (training only)"),
    ("u", "take back your last choice (training only)"),
    ("p", "stop the live clock, or let it go on (training only)"),
    (",", "the settings: theme, motion, clock, bell, needles"),
    ("ctrl+p", "every command by name, and the themes"),
    ("q", "leave; every move is already saved"),
)
_RULES = (
    "You announce two or three heads and argue them one by one. After a point the bench may break in: half of the point "
    "is then said, and counts half, until you answer and go on with it.",
    f"Points, questions and answers all take time. The white light means {white_light_time()}, the red light means stop: you may "
    "answer the question that is pending, and no more. Time you leave unused is lost; only what you reserve is kept.",
    "A judge asks most where they doubt. How an answer meets its question is what they remember; no manner of answering "
    "is always best.",
)


_NEEDLE = (
    "in training, on the issue at hand: ○ where the briefs left the judge, ● where the judge is; to the left petitioner's answer, "
    "to the right respondent's. It is a finding, never the vote."
)


class HelpScreen(ModalScreen[None]):
    """Help. Any of Escape, ? and q closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,enter", "close", "close")]

    def compose(self) -> ComposeResult:
        """Keys, rules, signs."""
        with VerticalScroll(id="box") as box:
            box.border_subtitle = "esc close"
            yield Words(words(("Keys", Ink.TITLE)))
            for key, meaning in _KEYS:
                yield Words(Hanging(words((key, Ink.KEY)), [words(meaning)], indent=15))
            yield Words(words("\n", ("The argument", Ink.TITLE)))
            for rule in _RULES:
                yield Words(Hanging(words(""), [words(rule)], indent=0), classes="rule")
            yield Words(words(("The bench", Ink.TITLE)))
            yield Words(_signs())
            yield Words(Hanging(words(("○──┼─●─", Ink.STRONG)), [words(_NEEDLE)], indent=9))

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)


def _signs() -> Content:
    looks = [words((look.glyph, Ink.STRONG), f" {look.word} ", (look.said, Ink.QUIET)) for look in LOOKS.values()]
    return words("\n").join(looks)
