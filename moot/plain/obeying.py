"""What is typed at the prompt: a choice by its number, a move in notation, or a word. Imported when the first line has been typed."""

from __future__ import annotations

import re

from moot.errors import MoveError
from moot.plain.consulting import brief, note, record, why
from moot.plain.lookup import KEYS, LOOKUPS, look_up, mark
from moot.plain.menu import NumberedMenu, roadmap_menu
from moot.plain.page import BLANK, Para
from moot.plain.recap import recap
from moot.plain.render import transcript
from moot.plain.sitting import PlainSitting
from moot.plain.speech import plural
from moot.round.moves import Move

__all__ = ["HELP", "obey"]

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


_NUMBERS = re.compile(r"\d{1,9}(?:[ ,;]+\d{1,9})+", re.ASCII)
"""Several numbers on a line."""


def obey(sitting: PlainSitting, menu: NumberedMenu, text: str) -> bool:
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
        sitting.page.say(sitting.saved())
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


def _choose(sitting: PlainSitting, value: Move | str | int) -> None:
    if isinstance(value, Move):
        _make(sitting, value)
        return
    sitting.chosen.append(str(value))
    whole = roadmap_menu(sitting.session.round, sitting.chosen)
    if isinstance(whole, Move):
        _make(sitting, whole)


def _make(sitting: PlainSitting, move: Move | str, choices: int = 0) -> None:
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


def _undo(sitting: PlainSitting) -> None:
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
