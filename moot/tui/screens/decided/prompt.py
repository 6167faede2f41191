"""One question before the debrief is shown. It may be skipped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from moot.report.debrief import Prompt
from moot.tui.screens.base import GameScreen
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Words

__all__ = ["PromptScreen"]


class PromptScreen(GameScreen[None]):
    """The question and its answers; after one is chosen, whether it was the right one."""

    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "to the debrief"),
        Binding("escape,space", "go_on", "skip", show=False),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
        *(Binding(str(digit), f"choose({digit})", f"answer {digit}", show=False) for digit in range(1, 5)),
    ]

    def __init__(self, prompt: Prompt) -> None:
        super().__init__()
        self.prompt = prompt
        self.chosen: int | None = None

    def compose(self) -> ComposeResult:
        """The question, the answers, the keys."""
        yield Words(words(("Before the debrief, one question", Ink.TITLE)), id="title")
        with VerticalScroll(id="asked", can_focus=False):
            for row in self._rows():
                yield Words(row, classes="row")
        yield KeyLine()

    def _rows(self) -> Iterable[Shown]:
        # What to press, and then whether it was right, stand above the answers: on a small screen these run below its end.
        told = "A number answers; enter skips it." if self.chosen is None else self.prompt.reply(self.chosen)
        yield Hanging(EMPTY, [words((self.prompt.question, Ink.STRONG))], indent=0)
        yield Hanging(EMPTY, [words((told, Ink.ASIDE if self.chosen is None else Ink.STRONG))], indent=0, below=1)
        for number, option in enumerate(self.prompt.options, start=1):
            glyph = ("✓", Ink.GOOD) if self.chosen is not None and number - 1 == self.prompt.right else " "
            yield Hanging(words((f"{number} ", Ink.KEY), glyph), [words(option)], indent=4, below=1)

    def action_choose(self, number: int) -> None:
        """Answer, once."""
        if self.chosen is None and number <= len(self.prompt.options):
            self.chosen = number - 1
            for words_, row in zip(self.query(".row").results(Words), self._rows(), strict=True):
                words_.show(row)

    def action_go_on(self) -> None:
        """To the debrief."""
        self.app.to_debrief()  # type: ignore[attr-defined]
