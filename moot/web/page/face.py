"""The sitting on the page: one :class:`Face`, whose methods answer with plain data.

The transcript it keeps is, byte for byte, what ``moot play --plain`` prints for the same choices: the same functions write
it (``plain/``), and only the drawing of it is JavaScript's.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.case import Side
from moot.errors import MootError
from moot.files.library import own_format
from moot.files.records import Record
from moot.plain.menu import NumberedMenu, lectern_menu, roadmap_menu
from moot.plain.page import BLANK, Page, Para
from moot.plain.render import opening, transcript
from moot.plain.speech import plural
from moot.round.moves import Move
from moot.sitting.events import Event
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of, new_session, resume_session
from moot.sitting.turns import hand_over_text, holder_of
from moot.web.page.entries import entries
from moot.web.page.lectern import menu_data, view_data

if TYPE_CHECKING:
    from moot.report.debrief import Debrief, Prompt

# What is wanted only after the first choice - the brief, the ruling, the debrief - is imported where it is used.

__all__ = ["Data", "Face"]

Data = dict[str, Any]


@dataclass
class Face:
    """A sitting as the page shows it."""

    session: Session
    path: Path
    page: Page = field(default_factory=lambda: Page(io.StringIO()))
    told: list[Event] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asked: Prompt | None = None
    debriefs: list[Debrief] = field(default_factory=list)
    holder: Side | None = None

    # -- beginning ------------------------------------------------------------------------------------------------

    @classmethod
    def new(cls, options: Data) -> Face:
        """A new sitting; ``options`` are those of :func:`~moot.sitting.setup.new_session`, and ``sittings``: how many are allowed."""
        settled = dict(options)
        if (sittings := settled.pop("sittings", None)) is not None:
            from moot.sitting.allowed import refuse_beyond

            refuse_beyond(settled["assignment"], sittings, "it stands under Your sittings")
        settled["format"] = own_format(settled.get("format"))
        session, path = new_session(**settled)
        return cls(session, path)

    @classmethod
    def resumed(cls, name: str) -> Face:
        """A sitting gone on with."""
        notes: list[str] = []
        session, path = resume_session(name, None, notes.append)
        return cls(session, path, notes=notes)

    def begin(self) -> Data:
        """Call the case, or take it up where it was left: the whole page."""
        session, round = self.session, self.session.round
        self.page.put(opening(round))
        before: list[Event] = []
        if round.ply:
            # Only a sitting that is taken up again waits for these.
            from moot.plain.recap import recap
            from moot.sitting.retelling import retell

            self.page.put(recap(session))
            before = retell(round)
        events = session.open() if round.turn is not None or not before else []
        self.page.put(transcript(events, round))
        self.told = [*before, *events]
        self._offer()
        return self._state(fresh=True)

    # -- choosing -------------------------------------------------------------------------------------------------

    def choose(self, number: int) -> Data:
        """Take a choice by its number from 1. Raises ``MootError`` where there is none."""
        menu = self._menu()
        if menu is None or not 1 <= number <= len(menu.options):
            raise MootError(f"There is no choice {number}.")
        self.page.echo(str(number))
        value = menu.options[number - 1].value
        if not isinstance(value, Move):
            self.chosen.append(str(value))
            whole = roadmap_menu(self.session.round, self.chosen)
            if isinstance(whole, NumberedMenu):
                self._offer()
                return self._state()
            value = whole
        return self._make(value)

    def _make(self, move: Move) -> Data:
        events = self.session.play(move)
        self.chosen.clear()
        self.page.put([BLANK])
        self.page.put(transcript(events, self.session.round))
        before = len(self.told)
        self.told += events
        self._offer()
        return self._state(since=before)

    def undo(self) -> Data:
        """Take back the last choice, or the last part of a roadmap. In an exam every choice stands."""
        self.page.echo("undo")
        if self.chosen:
            self.chosen.pop()
        elif mode_of(self.session) != TRAINING:
            self.page.say("Nothing is taken back in an exam.")
        elif back := self.session.undo():
            self.page.say(f"Taken back: {plural(back, 'move')}.")
            from moot.plain.recap import recap

            self.page.put(recap(self.session))
            ply = self.session.round.ply
            self.told = [event for event in self.told if event.ply <= ply]
        else:
            self.page.say("There is nothing to take back.")
        self._offer()
        return self._state(fresh=True)

    @property
    def _roadmap_due(self) -> bool:
        round = self.session.round
        return round.rules.roadmap_due(round.position.state)

    def _menu(self) -> NumberedMenu | None:
        round = self.session.round
        if not self.session.waiting:
            return None
        if not self._roadmap_due:
            return lectern_menu(round)
        menu = roadmap_menu(round, self.chosen)
        assert isinstance(menu, NumberedMenu)
        return menu

    def _offer(self) -> None:
        """Write the choices into the transcript, as the plain form does."""
        menu = self._menu()
        if menu is not None:
            self._hand_over()
            self.page.put([BLANK, *menu.lines()])
            self.page.prompt()

    def _hand_over(self) -> None:
        """With two people at one keyboard, say where the other is to speak."""
        holder = holder_of(self.session)
        if self.session.human is None and holder is not self.holder:
            told = hand_over_text(self.session.round)
            self.page.put([BLANK, *map(Para, told)])
            self.notes.append(" ".join(told))
        self.holder = holder

    # -- showing --------------------------------------------------------------------------------------------------

    def _state(self, *, fresh: bool = False, since: int | None = None) -> Data:
        round, menu = self.session.round, self._menu()
        human = self.session.human
        notes, self.notes = self.notes, []
        shown = self.told if fresh else [] if since is None else self.told[since:]
        return {
            "fresh": fresh,
            "entries": entries(shown, round),
            "view": view_data(round, self.told),
            "menu": menu_data(menu, round, roadmap=self._roadmap_due) if menu else None,
            "decided": round.turn is None,
            "case": round.case.id,
            "training": mode_of(self.session) == TRAINING,
            "assignment": self._assignment,
            "can_undo": bool(self.chosen) or (mode_of(self.session) == TRAINING and self._has_chosen()),
            "human": human.value if human else "both",
            "caption": round.case.caption,
            "opening": [para.text for para in opening(round) if para.text] if fresh else [],
            "notes": notes,
            "record": self.path.name,
            "saved": self.saved(),
        }

    @property
    def _assignment(self) -> str:
        """The id of the assignment that the sitting answers; empty for none."""
        recorder = self.session.recorder
        return recorder.header.assignment if isinstance(recorder, Record) else ""

    def _has_chosen(self) -> bool:
        round, sides = self.session.round, self.sides
        return any(not at.state.bench and round.rules.side(at.state) in sides for at in round.positions[:-1])

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides a person argues."""
        return tuple(Side) if self.session.human is None else (self.session.human,)

    def saved(self) -> str:
        """The record as it is on the page's disk: the same file that a terminal writes."""
        if isinstance(self.session.recorder, Record):
            self.session.recorder.restore()
        return self.path.read_text(encoding="utf-8")

    # -- reading --------------------------------------------------------------------------------------------------

    def brief(self) -> Data:
        """The case, the bench, counsel's points."""
        from moot.web.page import written

        return {"sections": written.brief(self.session.round, self.sides)}

    def record(self) -> Data:
        """The record and the authorities."""
        from moot.web.page import written

        return {"sections": written.record(self.session.case)}

    def why(self) -> Data:
        """Why the bench votes so, or leans so while the argument goes on; in an exam that goes on it raises ``MootError``."""
        round = self.session.round
        if round.turn is not None and mode_of(self.session) != TRAINING:
            raise MootError("In an exam the bench keeps its counsel until the case is decided.")
        from moot.bench.conference import confer
        from moot.report.why import why
        from moot.web.page import written

        outcome = round.outcome()
        ruling = outcome.ruling if outcome else confer(round.case, round.bench, round.position.heard)
        return {"sections": written.why(why(round, ruling, self.session.human))}

    def conference(self) -> Data:
        """The votes and the ruling, and one question before the debrief, once the case is decided."""
        from moot.web.page.decided import conference

        return conference(self)

    def debrief(self, number: int = 0) -> Data:
        """The debrief and the rest, after the answer to the one question (from 1; 0 skips it). The transcript is then whole."""
        from moot.web.page.decided import debriefed

        return debriefed(self, number)

    def retry(self, ply: int) -> Face:
        """The same argument again from before this move, as a sitting of its own. Raises ``MootError`` where the sitting has no such move."""
        from moot.sitting.again import try_again

        if not 1 <= ply <= self.session.round.ply:
            raise MootError(f"The sitting has no move {ply}.")
        session, path = try_again(self.session, ply)
        return Face(session, path)

    def transcript(self) -> Data:
        """The transcript so far, as the plain form prints it."""
        out = self.page.out
        assert isinstance(out, io.StringIO)
        return {"text": out.getvalue(), "name": f"{self.path.stem}.txt"}
