"""At the lectern: the transcript, the bench, the clock, and what may be said next."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from moot.errors import MootError
from moot.round import moves
from moot.round.clock import clock_face
from moot.round.moves import Move
from moot.sitting.events import Event
from moot.sitting.showing.choices import choices
from moot.sitting.turns import CounselNotes, hand_over_text, holder_of
from moot.tui.screens.confirm import Confirm
from moot.tui.screens.lectern.consulting import CONSULTING
from moot.tui.screens.lectern.floor import BACK, Floor
from moot.tui.screens.lectern.hand_over import HandOverScreen
from moot.tui.screens.lectern.notes import NotesScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from moot.tui.screens.lectern.thinking import Thinking
from moot.tui.sitting import Sitting
from moot.tui.story import beats, retell
from moot.tui.text import Ink, words
from moot.tui.widgets.banner import Bar, BenchRow, Plan
from moot.tui.widgets.desk import Desk
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Menu, Words
from moot.tui.widgets.transcript import Transcript

__all__ = ["LecternScreen"]


class LecternScreen(Floor):
    """The heart of the game: when what was said has been read, it offers the legal moves."""

    CSS_PATH = "lectern.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "go_on", "go on"),
        Binding("f", "fast", "to your turn"),
        Binding("u", "undo", "take back"),
        Binding("s", "sit", "sit down"),
        Binding("t", "transcript", "transcript"),
        *CONSULTING,
        Binding("j", "notes", "jot a note", show=False),
        Binding("p", "pause", "pause", show=False),
        Binding("escape", "back", "choices", show=False),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
        Binding("pageup", "page(-1)", "back a page", show=False, priority=True),
        Binding("pagedown", "page(1)", "on a page", show=False, priority=True),
        *(Binding(str(digit), f"choose({digit})", f"choice {digit}", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.other = Thinking(self, self.session, self._moved, self._stuck)
        self.thinking = False
        """Whether all has been read and the other side is thinking."""
        self.holder = self.session.human
        """Whose counsel has the keyboard; of two people, the one who has taken it."""

    def compose(self) -> ComposeResult:
        """Bar, bench, transcript, desk, keys."""
        yield Bar(self.sitting.case)
        yield BenchRow()
        with Horizontal(id="floor"):
            yield Transcript()
            yield Plan(self.sitting.case)
        yield Words(BACK, id="back")
        yield Desk()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin, or show what has been said and go on."""
        round = self.session.round
        before = retell(round, training=self.sitting.training) if round.ply else []
        events: list[Event] = []
        try:
            events = self.session.open(slow=False) if round.turn is not None or not before else []
        except MootError as error:
            self._tell(error)
        if before:
            self.told = before
            self.query_one(Transcript).tell(before, round, events[0] if events else None)
        for note in self.sitting.notes:
            self.app.tell(note)  # type: ignore[attr-defined]
        self.other.begin()
        self.take(events)
        self.watch_the_clock()

    def on_unmount(self) -> None:
        """Nobody waits for what the other side was thinking of."""
        self.other.stop()

    # -- the story -----------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        round = self.session.round
        self._look()
        if self.session.human is None and round.turn is not None and round.speaker is not self.holder:
            self._pause()
            self.app.push_screen(HandOverScreen(*hand_over_text(round)), self._handed)
            return
        if self.session.thinker is not None:
            self.thinking = True
            self._pause()
            self.query_one(Desk).think(self.other.can_hurry)
            self.other.begin()
            return
        if round.turn is not None and not self.session.waiting:
            # A write failed while the others were to move: they move when it can be written.
            self._retry()
            return
        if round.turn is None:
            self.app.to_conference()  # type: ignore[attr-defined]
            return
        if any(isinstance(move, moves.Roadmap) for move in round.legal):
            self._pause()
            self.app.push_screen(RoadmapScreen(self.sitting), self._mapped)
            return
        self.offered = choices(round)
        self._weigh()
        self._start_clock()
        self.query_one(Desk).offer(round, self.offered, self.sitting.weak)
        self.fit()
        self.refresh_bindings()
        self.call_after_refresh(self.query_one(Transcript).scroll_end, animate=False)

    def _handed(self, taken: bool | None) -> None:
        if taken:
            self.holder = holder_of(self.session)
            self._offer()

    def _retry(self) -> None:
        try:
            events = self.session.carry_on(slow=False)
        except MootError as error:
            self._tell(error)
            events = self.session.told()
            if not events:
                self._pause()
                return
        self.take(events)

    def _tell(self, error: MootError) -> None:
        self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]

    # -- choosing ------------------------------------------------------------------------------------------------

    def _mapped(self, move: Move | None) -> None:
        if move is not None:
            self.play(move)

    def play(self, move: Move) -> None:
        """Make a move of the person's; what follows is shown, and a thinking opponent thinks elsewhere."""
        self.offered = []
        self.sign()
        if self.timed:
            move = self.live.measured(self.session.round, move)
        self._tick()
        try:
            events = self.session.play(move, slow=False)
        except MootError as error:
            self._failed(str(error))
            return
        self.other.begin()
        self.take(events)

    def cut_off(self) -> None:
        """The live clock has run out: the turn ends, and the presiding judge says so."""
        self.app.ring()  # type: ignore[attr-defined]
        self.play(self.live.cut(self.session.round))

    def _moved(self, events: list[Event]) -> None:
        """The other side has made up its mind; it thinks on about its next move while this one is read."""
        self.other.begin()
        if self.thinking:
            self.thinking = False
            self.take(events)
        else:
            self.queue.extend(beats(events, self.session.human))

    def _stuck(self, why: str) -> None:
        """The other side made no move: it is asked again when the reader goes on."""
        self.app.tell(why, bad=True)  # type: ignore[attr-defined]
        if self.thinking:
            self.thinking = False
            self._pause()

    def _failed(self, why: str) -> None:
        self.app.tell(why, bad=True)  # type: ignore[attr-defined]
        told = self.session.told()
        if told:
            self.take(told)
        elif self.session.waiting:
            self._offer()
        else:
            self._pause()

    @on(Menu.OptionSelected)
    def _selected(self, event: Menu.OptionSelected) -> None:
        self.action_choose(event.option_index + 1)

    def action_choose(self, number: int) -> None:
        """Take the choice with this number."""
        if self.reading:
            self.app.tell("The other side is thinking." if self.thinking else "Space goes on; then you choose.")  # type: ignore[attr-defined]
            return
        if number > len(self.offered):
            count = len(self.offered)
            self.app.tell(f"There {'is one choice' if count == 1 else f'are {count} choices'}.")  # type: ignore[attr-defined]
            return
        move = self.offered[number - 1].move
        if isinstance(move, moves.Sit) and len(self.offered) > 1:
            self.action_sit()
        else:
            self.play(move)

    def action_sit(self) -> None:
        """Sit down, once it is confirmed."""
        left = self.session.round.position.clock
        state = self.session.round.position.state
        lost = f"{clock_face(left)} on the clock is given up."
        if state.cut:
            lost = f"Your point is half said. {lost}"
        question = words(("Sit down?", Ink.TITLE), f"\n\n{lost}")
        self.app.push_screen(Confirm(question, yes="sit down", no="stay"), self._sat)

    def _sat(self, sure: bool | None) -> None:
        if sure:
            self.play(moves.SIT)

    def action_undo(self) -> None:
        """Take back the last choice."""
        if not self.session.undo():
            return
        self.other.stop()
        self.thinking = False
        ply = self.session.round.ply
        self._complete()
        self.live.clear()
        self.queue.clear()
        self.offered = []
        self.sign()
        self.told = [event for event in self.told if event.ply <= ply]
        self.query_one(Transcript).forget(ply)
        self._offer()

    # -- reading -------------------------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Show what comes next; where the other side is thinking, ask it to speak."""
        if self.thinking:
            self.other.hurry()
        else:
            self._advance()

    def action_fast(self) -> None:
        """Show everything up to the next choice."""
        if self.thinking:
            self.other.hurry()
        else:
            self._advance(through=True)

    def action_notes(self) -> None:
        """Open the notes of whoever has the keyboard."""
        if self.holder is not None:
            self.app.push_screen(NotesScreen(self.sitting.case, CounselNotes(self.sitting.path), self.holder))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Gray out what the rules or the moment do not allow."""
        if self.thinking and action in ("go_on", "fast"):
            return True if self.other.can_hurry else None
        match action:
            case "go_on":
                return self.reading
            case "fast":
                # A hint is read before anything goes on.
                return self.reading and not self.hinted
            case "sit":
                return False if self.reading else True if moves.SIT in self.session.round.legal else None
            case "transcript":
                return not self.reading
            case "pause":
                return self.timed and self.sitting.training
            case "mark":
                return bool(self.theirs) and not self.thinking
            case "why":
                return self.weighs
            case "undo":
                if not self.sitting.training:
                    return False
                return True if self.sitting.spoken else None
        return True
