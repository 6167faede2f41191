"""The desk at the lectern: what may be said next, or the word to go on reading."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from moot.case.language.naming import known_as
from moot.round import moves
from moot.round.clock import clock_face
from moot.round.round import Round
from moot.sitting.showing.choices import Choice, heading
from moot.sitting.showing.standing import presses
from moot.tui.text import BROADEST, EMPTY, Hanging, Ink, Pile, words
from moot.tui.widgets.safe import Entry, Menu, Words

__all__ = ["Desk"]

ROOMY = 36
"""From this many rows of screen on, answers stand apart from each other."""


class Desk(Vertical):
    """A prompt, and under it the choices while there are any."""

    DEFAULT_CSS = """
    Desk { height: auto; max-height: 70%; padding: 0 1 0 0; background: $surface; }
    Desk #prompt { height: auto; padding: 0 0 0 1; background: $surface; }
    Desk Menu { max-height: 14; background: $surface; }
    """

    def compose(self) -> ComposeResult:
        """The prompt and the choices."""
        yield Words(id="prompt")
        yield Menu(id="menu")

    def wait(self, hint: str = "") -> None:
        """Offer nothing: the reader goes on with a key. A hint stands here while it is read."""
        self.query_one(Menu).display = False
        go_on = words(("space", Ink.KEY), (" to go on", Ink.QUIET))
        said = Hanging(words(("Hint", Ink.TITLE)), [words((hint, Ink.QUOTE))], indent=6, below=1)
        self.query_one("#prompt", Words).show(Pile([said, go_on]) if hint else go_on)

    def listen(self, leans: str = "") -> None:
        """Offer nothing while a speech arrives, or while somebody leans in."""
        self.query_one(Menu).display = False
        said = words((f"{leans} leans in.", Ink.STRONG)) if leans else EMPTY
        arrives = words(("any key", Ink.KEY), (" to hear it at once", Ink.QUIET))
        self.query_one("#prompt", Words).show(said or arrives)

    def think(self, hurry: bool = False) -> None:
        """Say that the other side takes its time; with ``hurry``, that it can be asked to speak at once."""
        self.query_one(Menu).display = False
        key = (("  space", Ink.KEY), (" to let them speak", Ink.QUIET)) if hurry else ()
        self.query_one("#prompt", Words).show(words(("The other side is thinking.", Ink.QUIET), *key))

    def offer(self, round: Round, choices: Sequence[Choice], weak: Sequence[str] = ()) -> None:
        """Offer these choices. Answers that all cost the same say so once; a point that presses something ``weak`` says which."""
        asked = bool(round.position.state.pending)
        costs = {choice.cost for choice in choices if choice.cost}
        each = costs.pop() if asked and len(costs) == 1 else 0
        below = int(asked and self.screen.size.height >= ROOMY)
        end = words((f"{clock_face(each)} each", Ink.QUIET)) if each else EMPTY
        self.query_one("#prompt", Words).show(
            Hanging(EMPTY, [words((heading(round), Ink.TITLE))], indent=0, end=end, measure=BROADEST)
        )
        menu = self.query_one(Menu)
        menu.display = True
        menu.offer(
            _entry(number, choice, bool(each), below, _pressed(round, choice, weak))
            for number, choice in enumerate(choices, start=1)
        )
        menu.focus()


def _pressed(round: Round, choice: Choice, weak: Sequence[str]) -> str:
    """Which note a choice presses, in words."""
    if not isinstance(choice.move, moves.Plead):
        return ""
    said = presses(round.case, weak, choice.move.point)
    return f"! presses your note: {known_as(round.case, said)}" if said else ""


def _entry(number: int, choice: Choice, same_cost: bool, below: int, pressed: str = "") -> Entry:
    if isinstance(choice.move, moves.Turn | moves.Sit):
        end = "leaves this head" if isinstance(choice.move, moves.Turn) else choice.note
        return Entry(str(number), [words(choice.title)], words((end, Ink.QUIET)))
    end = "" if same_cost else choice.face
    paragraphs = [words((choice.title, Ink.STRONG)) if choice.title else words(choice.text)]
    if choice.title and choice.text:
        paragraphs.append(words(choice.text))
    if choice.note:
        paragraphs.append(words((choice.note, Ink.QUIET)))
    if pressed:
        paragraphs.append(words((pressed, Ink.WARN)))
    return Entry(str(number), paragraphs, words((end, Ink.QUIET)), below=below)
