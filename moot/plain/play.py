"""The game line by line. Append-only; whatever is typed, nothing shown is ever lost."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from moot.case import Side
from moot.errors import MootError
from moot.plain.menu import NumberedMenu, lectern_menu, roadmap_menu
from moot.plain.page import BLANK, Page, Para
from moot.plain.recap import recap
from moot.plain.render import opening, transcript
from moot.plain.sitting import PlainSitting
from moot.sitting.live import LiveClock
from moot.sitting.session import Session
from moot.sitting.turns import CounselNotes, hand_over_text, holder_of

if TYPE_CHECKING:
    from moot.bench.ruling import Ruling

__all__ = ["play"]

_LONGEST = 400
"""How many characters of a line that was typed are read."""


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
    sitting = PlainSitting(session, path, page, case, live=LiveClock() if live else None)
    page.put(opening(session.round))
    page.put(recap(session))
    if session.slow and session.round.turn is not None:
        page.say("The other side looks ahead before it speaks: a second or two for each thing it says.")
    page.put(transcript(session.open(), session.round))
    while session.waiting:
        if not _handed(sitting, source):
            page.echo("")
            page.say(sitting.saved())
            return 0
        menu = _menu(sitting)
        page.put([BLANK, *menu.lines()])
        page.prompt()
        if sitting.live is not None:
            sitting.live.run()
        typed = page.typed(source, _LONGEST)
        if typed is None or _quits(sitting, menu, typed):
            page.say(sitting.saved())
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


def _quits(sitting: PlainSitting, menu: NumberedMenu, typed: str) -> bool:
    """Do what was typed; true when it was to quit."""
    # Imported here: the first prompt does not wait for all that can be typed at it.
    from moot.plain.obeying import obey

    return obey(sitting, menu, typed)


def _close(sitting: PlainSitting, source: TextIO, ruling: Ruling) -> None:
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


def _handed(sitting: PlainSitting, source: TextIO) -> bool:
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


def _menu(sitting: PlainSitting) -> NumberedMenu:
    round = sitting.session.round
    if not round.rules.roadmap_due(round.position.state):
        return lectern_menu(round, _marked(sitting))
    menu = roadmap_menu(round, sitting.chosen)
    assert isinstance(menu, NumberedMenu)
    return menu


def _marked(sitting: PlainSitting) -> list[str]:
    """What the person has marked as weak; nothing where that cannot be read."""
    if sitting.session.human is None:
        return []
    try:
        return CounselNotes(sitting.path).weak(sitting.session.human, sitting.session.case)
    except MootError:
        return []
