"""The roadmap: which heads, in what order, and how much is kept for the reply."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from moot.case import Side
from moot.case.language.naming import known_as
from moot.round.clock import clock_face
from moot.round.moves import Move, Roadmap
from moot.sitting.showing.choices import point_note
from moot.sitting.showing.standing import presses
from moot.sitting.words.spoken import last_name, plural, reply_name, roadmap_text, speaker_at
from moot.tui.screens.base import GameScreen
from moot.tui.screens.pages.brief import BriefScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, right, words
from moot.tui.widgets.banner import ink_of
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Entry, Menu, Words

__all__ = ["RoadmapScreen"]

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


class RoadmapScreen(GameScreen[Move]):
    """Choose heads in order; dismisses with the roadmap."""

    CSS_PATH = "roadmap.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "give", "give the roadmap", priority=True),
        Binding("space", "take", "take, drop"),
        Binding("left,minus", "reserve(-1)", "reserve", show=False),
        Binding("right", "reserve(1)", "reserve", key_display="← →"),
        Binding("plus", "reserve(1)", "reserve", show=False),
        Binding("b", "brief", "brief"),
        Binding("t", "app.transcript", "transcript"),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
        *(Binding(str(digit), f"pick({digit})", f"head {digit}", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.round = sitting.session.round
        self.side = self.round.speaker or Side.PETITIONER
        self.speaker = speaker_at(self.round, self.round.ply)
        self.heads = [head.id for head in self.round.case.heads_of[self.side]]
        self.legal = [move for move in self.round.legal if isinstance(move, Roadmap)]
        self.reserves = sorted({move.reserve for move in self.legal})
        self.reserve_at = len(self.reserves) - 1
        self.most = max((len(move.heads) for move in self.legal), default=1)
        self.chosen: list[str] = []

    @property
    def move(self) -> Roadmap:
        """The roadmap as chosen so far, legal or not."""
        return Roadmap(tuple(self.chosen), self.reserves[self.reserve_at])

    def compose(self) -> ComposeResult:
        """What to do, the heads, the reserve, the words."""
        case = self.round.case
        party = case.party(self.side)
        yield Words(
            words(
                (self.speaker, ink_of(self.side)), (f" for {party.called}", Ink.QUIET), ("   Your roadmap", Ink.TITLE)
            ),
            id="title",
        )
        ask = (
            "Choose two or three heads, the strongest first."
            if self.most > 2
            else "Choose your heads, the strongest first."
        )
        yield Words(words((ask, Ink.QUIET)), id="ask")
        yield Menu(id="menu")
        yield Words(id="reserve")
        with VerticalScroll(id="points", can_focus=False):
            yield Words(id="under")
        yield Words(id="speech")
        yield KeyLine()

    def on_mount(self) -> None:
        """Offer the heads. A key that was pressed before they stood here was meant for what stood here then."""
        self.app.closed_at = monotonic()  # type: ignore[attr-defined]
        self.query_one(Menu).offer(self._entry(number) for number in range(len(self.heads)))
        self.query_one(Menu).focus()
        self._say()

    def _entry(self, number: int) -> Entry:
        case, id = self.round.case, self.heads[number]
        place = _PLACES[self.chosen.index(id)] if id in self.chosen else ""
        mark = (f"{f'● {place}' if place else '○':10}", Ink.KEY if place else Ink.QUIET)
        return Entry(
            str(number + 1), [words((case.head[id].title, Ink.STRONG if place else Ink.PLAIN))], label=words(mark)
        )

    def _say(self) -> None:
        menu = self.query_one(Menu)
        for number in range(len(self.heads)):
            menu.change(number, self._entry(number))
        kept = self.reserves[self.reserve_at]
        reserve = EMPTY
        if self.side is Side.PETITIONER:
            much = f"{kept} minute{'s' * (kept != 1)}" if kept else "nothing"
            arrows = ("‹ ", " ›") if len(self.reserves) > 1 else ("", "")
            left = clock_face(self.round.position.clock - kept * 4)
            reserve = right(
                words(f"Kept for {reply_name(self.round, self.side)}: ", (arrows[0] + much + arrows[1], Ink.KEY)),
                words((f"{left} to argue", Ink.QUIET)),
                max(self.room - 4, 30),
            )
        self.query_one("#reserve", Words).show(reserve)
        said = roadmap_text(self.round, self.chosen, kept) if self.chosen else "…"
        name = words((last_name(self.speaker), ink_of(self.side)))
        self.query_one("#speech", Words).show(Hanging(name, [words((said, Ink.QUOTE))], indent=11))
        self.refresh_bindings()

    @on(Menu.OptionHighlighted)
    def _marked(self, event: Menu.OptionHighlighted) -> None:
        """Show what stands under the marked head."""
        case, id = self.round.case, self.heads[event.option_index]
        rows: list[Content] = [words(("Under this head", Ink.QUIET))]
        for point in case.points_under[id]:
            briefed = ("  in your brief", Ink.QUIET) if point.argument.briefed else ""
            rows.append(words("· ", point.title, briefed))
            rows.append(words((f"  {point_note(case, point)}", Ink.QUIET)))
            if said := presses(case, self.sitting.weak, point.id):
                rows.append(words((f"  ! presses your note: {known_as(case, said)}", Ink.WARN)))
        self.query_one("#under", Words).show(Hanging(EMPTY, rows, indent=0, measure=100))
        self.query_one("#points", VerticalScroll).scroll_home(animate=False)

    @on(Menu.OptionSelected)
    def _clicked(self, event: Menu.OptionSelected) -> None:
        self.action_pick(event.option_index + 1)

    def action_take(self) -> None:
        """Take or drop the marked head."""
        place = self.query_one(Menu).highlighted
        if place is not None:
            self.action_pick(place + 1)

    def action_pick(self, number: int) -> None:
        """Take a head as the next, or drop it."""
        if number > len(self.heads):
            count = len(self.heads)
            self._say_why(f"There {'is one head' if count == 1 else f'are {count} heads'}.")
            return
        id = self.heads[number - 1]
        if id in self.chosen:
            self.chosen.remove(id)
        elif len(self.chosen) < self.most:
            self.chosen.append(id)
        else:
            self._say_why(f"{plural(self.most, 'head')} at most: drop one first.")
        self.query_one(Menu).highlighted = number - 1
        self._say()

    def action_reserve(self, way: int) -> None:
        """Keep more or less for the reply."""
        self.reserve_at = max(0, min(len(self.reserves) - 1, self.reserve_at + way))
        self._say()

    def action_give(self) -> None:
        """Give the roadmap."""
        if self.move in self.legal:
            self.dismiss(self.move)
        else:
            least = min(len(move.heads) for move in self.legal)
            self._say_why(f"Take {plural(least, 'head')} at least: a number takes one, space the marked one.")

    def _say_why(self, text: str) -> None:
        """Why a key does nothing."""
        self.app.tell(text)  # type: ignore[attr-defined]

    def action_brief(self) -> None:
        """Look into the brief."""
        self.app.push_screen(BriefScreen(self.sitting, page="points", begin=False))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A roadmap can be given when it is one; only petitioner keeps time."""
        # Never grayed out: a list takes an Enter that nobody else takes, and would drop the marked head.
        if action == "reserve":
            return self.side is Side.PETITIONER and len(self.reserves) > 1
        return True
