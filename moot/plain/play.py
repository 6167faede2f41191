"""The game line by line. Append-only; whatever is typed, nothing shown is ever lost."""

from __future__ import annotations

import re
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from moot.bench.ruling import Ruling
from moot.case import Side
from moot.errors import MootError, MoveError
from moot.files.records import Record
from moot.plain.consulting import brief, note, record, why
from moot.plain.lookup import KEYS, LOOKUPS, look_up, mark
from moot.plain.menu import NumberedMenu, lectern_menu, roadmap_menu
from moot.plain.page import BLANK, Page, Para
from moot.plain.recap import recap
from moot.plain.render import opening, transcript
from moot.plain.speech import plural
from moot.round.moves import Move
from moot.sitting.live import LiveClock
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of
from moot.sitting.turns import CounselNotes, hand_over_text, holder_of

__all__ = ["HELP", "play", "saved", "way_back"]

_LONGEST = 400
"""How many characters of a line that was typed are read."""

HELP = (
    (
        "Type the number of a choice, or a move in notation: roadmap HEAD,HEAD reserve MINUTES; plead POINT; "
        "answer QUESTION.LETTER; resume; turn HEAD; sit."
    ),
    "brief: the case, your heads and points.",
    "record: the record and the authorities; authorities: these alone.",
    "closed: what you cannot take up now, and why; conceded: what either side has given up.",
    "tree: from the questions to the judgment; transcript: all that was said.",
    "mark: what the other side has said; mark NUMBER: mark one as weak, to press it later.",
    "why [JUDGE]: where the judges stand on the issue at hand, and why (in training).",
    "undo: take back your last choice (in training).",
    "note WORDS: note something for yourself; notes: read your notes; strike NUMBER: strike one out.",
    "save: where the sitting is kept.",
    "quit: stop; everything is saved.",
    "A letter alone is the key of the screen: b brief, r record, a authorities, d tree, c conceded, x closed, n notes, m mark, w why, t transcript, u undo, s sit.",
)


@dataclass
class _Sitting:
    session: Session
    path: Path
    page: Page
    case: str
    chosen: list[str] = field(default_factory=list)
    live: LiveClock | None = None
    holder: Side | None = None

    @property
    def training(self) -> bool:
        return mode_of(self.session) == TRAINING


_NUMBERS = re.compile(r"\d{1,9}(?:[ ,;]+\d{1,9})+", re.ASCII)
"""Several numbers on a line."""


def play(
    session: Session,
    path: Path,
    source: TextIO | None = None,
    out: TextIO | None = None,
    *,
    case: str = "",
    live: bool = False,
) -> int:
    """Play a session to its end, or to the end of the input. Returns the exit code, 0.

    ``case`` is the path of a case that has no known id: what is needed to find it again. With ``live`` the seconds before a choice cost time.
    """
    source = source or sys.stdin
    page = Page.on(out or sys.stdout)
    sitting = _Sitting(session, path, page, case, live=LiveClock() if live else None)
    page.put(opening(session.round))
    page.put(recap(session))
    if session.slow and session.round.turn is not None:
        page.say("The other side looks ahead before it speaks: a second or two for each thing it says.")
    page.put(transcript(session.open(), session.round))
    while session.waiting:
        if not _handed(sitting, source):
            page.echo("")
            page.say(_saved(sitting))
            return 0
        menu = _menu(sitting)
        page.put([BLANK, *menu.lines()])
        page.prompt()
        if sitting.live is not None:
            sitting.live.run()
        typed = page.typed(source, _LONGEST)
        if typed is None or _obey(sitting, menu, typed):
            page.say(_saved(sitting))
            return 0
    outcome = session.round.outcome()
    if outcome is not None:
        _close(sitting, source, outcome.ruling)
        more = f" --case {shlex.quote(case)}" if case else ""
        named = f"{shlex.quote(str(path))}{more}"
        page.say(f"The sitting is kept in {path}. Why did they vote so? moot why {named}")
        if session.human is not None:
            page.say(f"What each of your moves cost: moot review {named}")
            page.say(f"Your mistakes again: moot retry {named}. All of this on a page: moot report {named} --html FILE")
    return 0


def _close(sitting: _Sitting, source: TextIO, ruling: Ruling) -> None:
    """The conference and the ruling; one question before the debrief, which may be skipped; then the debrief and the rest."""
    # Imported here: the first prompt does not wait for how a ruling is written.
    from moot.plain.closing import after, decided
    from moot.plain.debrief import prompt_lines
    from moot.plain.sides import side_lines
    from moot.report.build import report
    from moot.report.debrief import debrief
    from moot.report.sides import side_by_side

    page, round, human = sitting.page, sitting.session.round, sitting.session.human
    page.put(decided(round, ruling))
    debriefs = [debrief(round, side) for side in ((human,) if human else Side)]
    asked = debriefs[0].prompt if human is not None else None
    if asked is not None:
        page.put(prompt_lines(asked))
        page.prompt()
        typed = page.typed(source, _LONGEST)
        if typed in {str(number) for number in range(1, len(asked.options) + 1)}:
            page.say(asked.reply(int(typed) - 1))
    both = side_by_side(report(round)) if human is None else None
    if both is not None:
        page.put(side_lines(both))
    page.put(after(round, debriefs, human))


def _handed(sitting: _Sitting, source: TextIO) -> bool:
    """With two people at one keyboard, hand it over where the other is to speak; false where the input has ended.

    On a terminal the other takes it with Enter. A pipe is not asked: what is typed is one move a line for both.
    """
    session = sitting.session
    holder = holder_of(session)
    if session.human is not None or holder is sitting.holder:
        sitting.holder = holder
        return True
    sitting.holder = holder
    sitting.page.put([BLANK, *(Para(line) for line in hand_over_text(session.round))])
    if not source.isatty():
        return True
    sitting.page.prompt("Press Enter when you have it. ")
    return bool(source.readline())


def way_back(path: Path, case: str = "") -> str:
    """The command that goes on with this record."""
    named = f" {shlex.quote(case)}" if case else ""
    return f"moot play{named} --plain --resume {shlex.quote(str(path))}"


def saved(session: Session, path: Path, case: str = "") -> str:
    """Where the sitting is kept and how to go on; it is kept again if somebody has deleted its record."""
    try:
        if isinstance(session.recorder, Record):
            session.recorder.restore()
    except MootError as error:
        return f"Not saved: {error}"
    return f"Saved in {path}; go on with: {way_back(path, case)}"


def _saved(sitting: _Sitting) -> str:
    return saved(sitting.session, sitting.path, sitting.case)


def _menu(sitting: _Sitting) -> NumberedMenu:
    round = sitting.session.round
    if not round.rules.roadmap_due(round.position.state):
        return lectern_menu(round, _marked(sitting))
    menu = roadmap_menu(round, sitting.chosen)
    assert isinstance(menu, NumberedMenu)
    return menu


def _marked(sitting: _Sitting) -> list[str]:
    """What the person has marked as weak; nothing where that cannot be read."""
    if sitting.session.human is None:
        return []
    try:
        return CounselNotes(sitting.path).weak(sitting.session.human, sitting.session.case)
    except MootError:
        return []


def _obey(sitting: _Sitting, menu: NumberedMenu, text: str) -> bool:
    """Do what was typed; true when it was to quit."""
    word, _, rest = text.lower().partition(" ")
    word = KEYS.get(word, word)
    if text.isascii() and text.isdigit():
        # Compared as text: a number of five thousand digits is a slip of the keyboard, not a sum.
        number = text.lstrip("0")
        if number in {str(choice) for choice in range(1, len(menu.options) + 1)}:
            _choose(sitting, menu.options[int(number) - 1].value)
        else:
            sitting.page.say(f"There is no choice {text[:12]}; type a number from 1 to {len(menu.options)}, or help.")
        return False
    if word in {"quit", "exit"}:
        return True
    if _NUMBERS.fullmatch(text):
        sitting.page.say(f"One number at a time: 1 to {len(menu.options)}.")
        return False
    if not text:
        sitting.page.say("Type a number, or help.")
    elif word in {"help", "h", "?"}:
        sitting.page.put(Para(line) for line in HELP)
    elif word == "save":
        sitting.page.say(_saved(sitting))
    elif word == "brief":
        brief(sitting.session, sitting.page)
    elif word == "record":
        record(sitting.session, sitting.page)
    elif word == "why":
        why(sitting.session, sitting.page, rest.strip())
    elif word == "undo":
        _undo(sitting)
    elif word in LOOKUPS:
        look_up(sitting.session, sitting.page, word)
    elif word == "mark":
        mark(sitting.session, sitting.path, sitting.page, rest.strip())
    elif len(word) == 1:
        sitting.page.say(f"{word} does nothing here. An answer is chosen by its number; help lists the words.")
    elif word in {"note", "notes", "strike"}:
        note(sitting.session, sitting.path, sitting.page, word, text.partition(" ")[2].strip())
    else:
        _make(sitting, "sit" if word == "sit" else text, len(menu.options))
    return False


def _choose(sitting: _Sitting, value: Move | str | int) -> None:
    if isinstance(value, Move):
        _make(sitting, value)
        return
    sitting.chosen.append(str(value))
    whole = roadmap_menu(sitting.session.round, sitting.chosen)
    if isinstance(whole, Move):
        _make(sitting, whole)


def _make(sitting: _Sitting, move: Move | str, choices: int = 0) -> None:
    try:
        if sitting.live is not None:
            round, live = sitting.session.round, sitting.live
            move = round.parse(move) if isinstance(move, str) else move
            # Nobody stops a line while it is typed: what was typed too late is not said.
            move = live.cut(round) if live.ran_out(round) else live.measured(round, move)
        events = sitting.session.play(move)
    except MoveError as error:
        told = f"Type a number from 1 to {choices}, or help." if choices else "Type help for what you may type."
        sitting.page.say(f"{error}. {told}")
        return
    sitting.chosen.clear()
    sitting.page.put([BLANK])
    sitting.page.put(transcript(events, sitting.session.round))


def _undo(sitting: _Sitting) -> None:
    if sitting.chosen:
        sitting.chosen.pop()
        return
    if not sitting.training:
        sitting.page.say("Nothing is taken back in an exam.")
        return
    back = sitting.session.undo()
    if not back:
        sitting.page.say("There is nothing to take back.")
        return
    sitting.page.say(f"Taken back: {plural(back, 'move')}.")
    sitting.page.put(recap(sitting.session))
