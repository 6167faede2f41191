"""Help for the screen it is opened over: what stands there, the keys that are bound there now, and at the lectern the signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from moot.sitting.showing.look import LOOKS
from moot.sitting.words.spoken import white_light_time
from moot.tui.commands import ABOUT
from moot.tui.screens.help_pages import PAGES
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.keyline import key_name
from moot.tui.widgets.safe import Words

__all__ = ["HelpScreen", "KeyTold", "keys_told"]

_RULES = (
    f"Points, questions and answers all take time. The white light means {white_light_time()}, the red light means stop: you may "
    "answer the question that is pending, and no more. Time you leave unused is lost; only what you reserve is kept.",
    "A judge asks most where they doubt. How an answer meets its question is what they remember; no manner of answering "
    "is always best.",
)
_NEEDLE = (
    "in training, on the issue at hand: ○ where the briefs left the judge, ● where the judge is; to the left petitioner's answer, "
    "to the right respondent's. It is a finding, never the vote."
)
_WIDTH = 12
"""Columns for keys and for names of parts."""

_EVERYWHERE = ("help", "leave")
"""What every screen has comes after what only this one has."""


@dataclass
class KeyTold:
    """One thing that keys do on a screen: what it is called, more about it, whether it can be done now, and the keys."""

    called: str
    about: str
    now: bool
    place: int
    keys: list[str] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The keys in a few letters: digits as a range."""
        digits = [key for key in self.keys if key.isdigit()]
        others = [key for key in self.keys if not key.isdigit()]
        span = [digits[0] if len(digits) == 1 else f"{digits[0]} to {digits[-1]}"] if digits else []
        return " ".join([*span, *others])


def keys_told(screen: Screen[Any]) -> list[KeyTold]:
    """What the keys do: those of the screen, in the order of its key line; those that move in what has the keys; those of every screen.

    In each of these, what can be done now comes first.
    """
    found: dict[str, KeyTold] = {}
    active = screen.active_bindings.values()
    known = {id(each.binding) for each in active}
    bound = [(each.binding, each.node, each.enabled) for each in active]
    bound += [(each, screen, False) for _, each in screen._bindings if id(each) not in known]
    for binding, node, enabled in bound:
        if not binding.description or binding.system or binding.action in _SILENT:
            continue
        action, called, about = _told(binding, node is not screen and node is not screen.app)
        action = called if action in _BOTH_WAYS else action
        if action not in found:
            place = 2 if node is screen.app or action in _EVERYWHERE else 0 if node is screen and action != _MOVE else 1
            found[action] = KeyTold(called, about, enabled, place)
        row = found[action]
        if (shown := key_name(binding)) not in row.keys and (enabled or not row.now):
            row.keys.append(shown)
    if _MOVE in found:
        found[_MOVE].keys.sort(key=_ARROWS.find)
    return sorted(found.values(), key=lambda row: (row.place, not row.now))


def _told(binding: Binding, of_a_widget: bool) -> tuple[str, str, str]:
    """Under which action a key is told, what that is called, and more about it."""
    name = binding.action.partition("(")[0]
    if key_name(binding) in _ARROWS and (of_a_widget or name in ("scroll", "page") or name.startswith("scroll_")):
        return _MOVE, "go up and down", ""
    if binding.key.isdigit():
        return name, _DIGITS.get(name, binding.description), ""
    if name in _BOTH_WAYS:
        return name, binding.description, ""
    if name == "quit":
        name = "leave"
    called, about = _MORE.get(name) or ABOUT.get(binding.action, ("", ""))
    return (
        (name if name == "leave" else binding.action),
        f"{called[:1].lower()}{called[1:]}" or binding.description,
        about,
    )


_MOVE = "move"
_ARROWS = "↑ ↓ PgUp PgDn Home End"
"""The keys that move in whatever has the keys: told on one row, in this order."""

_DIGITS = {
    "choose": "take the choice with that number",
    "open": "open the page with that number",
    "pick": "take or drop that head",
}
"""What the digits do."""

_BOTH_WAYS = frozenset({"change", "reserve", "turn"})
"""Actions of which a key does the one way and another key the other: told on one row where both are called the same."""

_MORE = {
    "select": ("take the marked choice", ""),
    "command_palette": ("palette", "every command by name, and the themes"),
}
"""What Textual's own keys do here."""

_SILENT = frozenset(
    {
        "scroll_left",
        "scroll_right",
        "page_left",
        "page_right",
        "app.focus_next",
        "app.focus_previous",
        "screen.copy_text",
        "help_quit",
    }
)
"""What Textual binds and nothing here needs."""


class HelpScreen(ModalScreen[None]):
    """Help for one screen. Any of Escape, ? and q closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,enter", "close", "close")]

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self.about = PAGES.get(type(over).__name__)
        self.keys = keys_told(over)

    def compose(self) -> ComposeResult:
        """What stands there, keys, rules, signs."""
        with VerticalScroll(id="box") as box:
            box.border_subtitle = "esc close"
            for row in self._rows():
                yield Words(row)

    def _rows(self) -> Iterator[Shown]:
        about = self.about
        lectern = about is PAGES["LecternScreen"]
        if about is not None:
            yield words((about.name, Ink.TITLE))
            yield Hanging(EMPTY, [words(about.told)], indent=0, below=1)
            for part, told in about.parts:
                yield _row(part, words((told, Ink.QUIET)), Ink.STRONG)
            if about.parts:
                yield EMPTY
        yield words(("Keys here", Ink.TITLE), ("   in gray: at another moment", Ink.QUIET))
        for key in self.keys:
            more = (f"; {key.about}" if key.about else "", Ink.QUIET)
            line = words((key.called, Ink.PLAIN if key.now else Ink.QUIET), more)
            yield _row(key.shown, line, Ink.KEY if key.now else Ink.QUIET)
        if lectern:
            yield EMPTY
            yield words(("At the lectern", Ink.TITLE))
            yield from (Hanging(EMPTY, [words(rule)], indent=0, below=1) for rule in _RULES)
            yield words(("How a judge looks", Ink.TITLE))
            yield _signs()
            yield Hanging(words(("○──┼─●─", Ink.STRONG)), [words(_NEEDLE)], indent=9)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)


def _row(lead: str, told: Content, ink: Ink) -> Hanging:
    """A row under a hanging indent; a lead too long for it stands on a row of its own."""
    if len(lead) > _WIDTH - 2:
        return Hanging(EMPTY, [words((f"{lead}  ", ink), told)], indent=0)
    return Hanging(words((lead, ink)), [told], indent=_WIDTH)


def _signs() -> Content:
    looks = [words((look.glyph, Ink.STRONG), f" {look.word} ", (look.said, Ink.QUIET)) for look in LOOKS.values()]
    return words("\n").join(looks)
