"""The start in the plain form: what can be done, by number. `moot play --plain` on a terminal opens it where nothing is named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TextIO

from moot.commands import module_of
from moot.errors import MootError
from moot.files.folders import list_cases
from moot.files.heads import read_head
from moot.files.settings import CHOICES, read_settings, write_settings
from moot.files.text import clean
from moot.plain.page import BLANK, Page, Para
from moot.sitting.modes import ONE_SPEAKER, SIDES

__all__ = ["run"]

_CHOICES: tuple[tuple[str, str], ...] = (
    ("play", "Argue a case"),
    ("resume", "Go on with the last sitting"),
    ("drill", "Five minutes of single questions"),
    ("retry", "The questions you fumbled last, again"),
    ("why", "Why each judge voted so in the last sitting"),
    ("review", "What each of your moves cost in the last sitting"),
    ("history", "Your sittings so far"),
    ("records", "Your records"),
    ("settings", "Settings"),
    ("quit", "Leave"),
)

_COMMANDS = {"records": "list"}
"""Choices whose command has another name."""

_ARGUMENTS = ("record", "judge", "demo", "case", "side", "workers", "number")


def run(args: argparse.Namespace, play: Callable[[argparse.Namespace], int], source: TextIO | None = None) -> int:
    """Offer the choices until one is played or left. ``play`` plays what the arguments name."""
    source = source or sys.stdin
    page = Page.on(sys.stdout)
    while True:
        page.put([BLANK, Para("MOOT: an oral argument, before a bench that thinks"), BLANK])
        word = _chosen(page, source, "What would you like to do?", _CHOICES)
        if word in (None, "quit"):
            return 0
        try:
            if word == "play":
                if not _named(page, source, args):
                    return 0
                return play(args)
            if word == "resume":
                args.resume = ""
                return play(args)
            if word == "settings":
                _settings(page, source)
            else:
                _command(str(word))
        except MootError as error:
            args.resume = None
            page.say(f"{error}.")


def _command(word: str) -> None:
    """One of the other commands, as it is without arguments."""
    settled = argparse.Namespace(json=False, plain=True, what=word, **dict.fromkeys(_ARGUMENTS))
    module_of(_COMMANDS.get(word, word)).run(settled)


def _settings(page: Page, source: TextIO) -> None:
    """Each setting with its value; one that is chosen gets the next. The theme, the motion, the bell and the needles are of the screen."""
    while True:
        settings, problem = read_settings()
        if problem:
            page.say(problem)
        offered = [(name, f"{name}: {getattr(settings, name)}") for name in CHOICES]
        word = _chosen(
            page, source, "Which setting do you change? Each has one other value.", [*offered, ("back", "Back")]
        )
        if word is None or word == "back":
            return
        values = CHOICES[word]
        value = values[(values.index(getattr(settings, word)) + 1) % len(values)]
        write_settings(replace(settings, **{word: value}))
        page.say(f"{word}: {value}.")


def _named(page: Page, source: TextIO, args: argparse.Namespace) -> bool:
    """Ask for the case and the side; false where the input has ended."""
    cases = [(id, _caption(id)) for id in list_cases()]
    args.case = _chosen(page, source, "Which case?", cases)
    sides = [(side, "both in turn" if side == "both" else side) for side in SIDES if side not in ONE_SPEAKER]
    args.side = _chosen(page, source, "Which side do you argue?", sides) if args.case is not None else None
    return args.side is not None


def _caption(id: str) -> str:
    head = read_head(list_cases()[id], "case", ("caption",))
    return clean(head["caption"]) if head is not None else id


def _chosen(
    page: Page, source: TextIO, asked: str, offered: list[tuple[str, str]] | tuple[tuple[str, str], ...]
) -> str | None:
    """The word of the choice that was typed, by its number or by the word; None at the end of the input."""
    page.say(asked)
    page.put(Para(f"{number}) {text}", indent=2, hang=3) for number, (_, text) in enumerate(offered, 1))
    while True:
        page.prompt()
        typed = page.typed(source, 80)
        if typed is None:
            return None
        for number, (word, _) in enumerate(offered, 1):
            if typed.lower() in (str(number), word):
                return word
        page.say(f"Type a number from 1 to {len(offered)}.")
