"""A person who presses anything: legal keys, others, the mouse, resizes, pastes. After each step the screen agrees with the engine.

`Anybody` drives one game on an event loop of its own; tests/tui/test_any_keys.py lets Hypothesis choose the steps. A longer run by hand:

    python -m tests.tui.any_keys [--steps 500] [--seed N] [--hostile]
"""

from __future__ import annotations

import argparse
import asyncio
import contextvars
import dataclasses
import random
import sys
import tempfile
from pathlib import Path

import moot
from moot.files.records import read_record
from moot.round import moves
from moot.round.clock import clock_face
from moot.sitting.showing.choices import choices
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.widgets.banner import Bar
from moot.tui.widgets.safe import Menu

SIZES = ((30, 10), (60, 20), (80, 24), (100, 30), (120, 40), (200, 60))

KEYS = (
    *"123456789",
    *(
        "space",
        "enter",
        "escape",
        "up",
        "down",
        "left",
        "right",
        "pageup",
        "pagedown",
        "home",
        "end",
        "tab",
        "shift+tab",
    ),
    *"abcdefghijklmnoprstuvwxyz",
    *("question_mark", "comma", "plus", "minus", "slash", "backspace", "ctrl+p", "f1", "delete", "ctrl+u"),
)
"""Every key but those that leave."""

LEAVE = {"q", "ctrl+q", "ctrl+c"}

HOSTILE = (
    "[red]x[/]",
    "[/x]",
    "[@click=app.bell]go[/]",
    "\x1b[31mred\x1b]0;t\x07",
    "\u202eevil\u202c",
    "{curly} %s",
    "界" * 9,
    "e\u0301\u0323",
)
"""What a text must not do to a terminal or a widget."""


def hostile_case(id: str = "first-argument") -> moot.Case:
    """A case in which every prose text begins with something hostile. Ids, moves and pages stay."""
    case = moot.load_case(id)
    number = 0

    def turned(value, key=""):
        nonlocal number
        if isinstance(value, str):
            if " " not in value or key in {"line", "id", "bench", "argument"}:
                return value
            number += 1
            return f"{HOSTILE[number % len(HOSTILE)]} {value}"
        if isinstance(value, tuple) and type(value) is tuple:
            return tuple(turned(each, key) for each in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {each.name for each in dataclasses.fields(value) if each.init}
            changed = {name: turned(getattr(value, name), name) for name in fields}
            return dataclasses.replace(
                value, **{name: new for name, new in changed.items() if new is not getattr(value, name)}
            )
        return value

    return turned(case)


class Anybody:
    """One game and what is pressed in it."""

    def __init__(self, folder: Path, *, hostile: bool = False, **options) -> None:
        settled = {
            "case": "first-argument",
            "side": "petitioner",
            "seed": 5,
            "opponent": "novice",
            "heat": "hot",
            **options,
        }
        if hostile:
            settled["loaded_case"] = hostile_case(settled["case"])
        self.app = MootApp(Options(saves=folder, **settled))
        self.loop = asyncio.new_event_loop()
        self.context = contextvars.copy_context()
        self.running = self.app.run_test(size=(80, 24))
        self.pilot = self.do(self.running.__aenter__())
        self.steps: list[str] = []

    def do(self, what):
        """Run to the end of it."""
        # Every step in one context: the app keeps in it what it is doing.
        return self.loop.run_until_complete(self.loop.create_task(what, context=self.context))

    def close(self) -> None:
        """Leave the game."""
        try:
            self.do(self.running.__aexit__(None, None, None))
        finally:
            self.loop.close()

    # -- steps -------------------------------------------------------------------------------------------------------

    def press(self, key: str) -> None:
        """One key. A choice by its number is the move that the engine makes."""
        screen = self.app.screen
        wanted = None
        if isinstance(screen, LecternScreen) and key.isdigit() and 0 < int(key) <= len(screen.offered):
            wanted = screen.offered[int(key) - 1].move, self.app.sitting.session.round.ply
        self._step(key, self.pilot.press(key))
        if wanted is not None and self.app.screen is screen and not isinstance(wanted[0], moves.Sit):
            move, ply = wanted
            assert self.app.sitting.session.round.line[ply].unmeasured == move.unmeasured, (
                f"{key} made {self.app.sitting.session.round.line[ply]}"
            )

    def legal(self, number: int) -> None:
        """One of the keys that do something now."""
        keys = sorted(each.binding.key for each in self.app.screen.active_bindings.values() if each.enabled)
        keys = [key for key in keys if key not in LEAVE and each_leaves(self.app, key)]
        if keys:
            self.press(keys[number % len(keys)])

    def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        self._step(f"{width}x{height}", self.pilot.resize_terminal(width, height))

    def click(self, across: int, down: int) -> None:
        """A click somewhere, not on the word that leaves."""
        width, height = self.app.size
        x, y = across % width, down % height
        row = self.app.screen._compositor.render_strips()[y].text
        if "leave" in row or "Leave" in row:
            return
        self._step(f"click {x},{y}", self.pilot.click(offset=(x, y)))

    def paste(self, text: str) -> None:
        """Something from the clipboard."""
        from textual.events import Paste

        async def pasted() -> None:
            self.app.post_message(Paste(text))

        self._step(f"paste {text!r}", pasted())

    def _step(self, said: str, what) -> None:
        self.steps.append(said)

        async def done() -> None:
            await what
            for _ in range(2):
                await self.pilot.pause()
            self.check()

        self.do(asyncio.wait_for(done(), 300))

    # -- what always holds -------------------------------------------------------------------------------------------

    def check(self) -> None:
        """The screen, the engine and the record agree, and nothing on the screen acts on the terminal."""
        app = self.app
        assert app._exception is None, self.steps
        rows = app.screen._compositor.render_strips()
        for strip in rows:
            for segment in strip:
                assert segment.control is None
                bad = [
                    char
                    for char in segment.text
                    if (ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u202a\u2066")
                ]
                assert not bad, (bad, segment.text, self.steps)
                assert "@click" not in (segment.style.meta if segment.style else {}), (segment.text, self.steps)
        sitting = app.sitting
        if sitting is None:
            return
        round = sitting.session.round
        assert round.problems() == [], self.steps
        if round.ply and sitting.session._held is None:
            assert read_record(sitting.path).moves == tuple(str(move) for move in round.line), self.steps
        screen = app.screen
        if isinstance(screen, LecternScreen) and screen.offered:
            assert [each.move for each in screen.offered] == [each.move for each in choices(round)], self.steps
            assert len(screen.query_one(Menu).entries) == len(screen.offered)
            if screen.timed:
                return  # the live clock runs on between two keys
            assert screen.query_one(Bar).shown.clock == round.clock, self.steps
            if app.size.width >= 60 and app.size.height >= 20:
                assert clock_face(round.clock) in rows[0].text, (rows[0].text, self.steps)
        if isinstance(screen, LecternScreen):
            assert all(event.ply <= round.ply for event in screen.told), self.steps


def each_leaves(app, key: str) -> bool:
    """Whether the key stays in the game: none that is bound to leaving does."""
    return not any(
        each.binding.key == key and each.binding.action in {"leave", "quit", "app.quit"}
        for each in app.screen.active_bindings.values()
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--side", default="petitioner")
    args = parser.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        person = Anybody(Path(folder), hostile=args.hostile, side=args.side)
        try:
            for _ in range(args.steps):
                kind = chance.random()
                if kind < 0.55:
                    person.legal(chance.randrange(1000))
                elif kind < 0.85:
                    person.press(chance.choice(KEYS))
                elif kind < 0.90:
                    person.resize(*chance.choice(SIZES))
                elif kind < 0.97:
                    person.click(chance.randrange(1000), chance.randrange(1000))
                else:
                    person.paste(chance.choice(HOSTILE))
                if person.app._exit:
                    raise SystemExit(f"left: {person.steps[-3:]}")
        finally:
            sys.stdout.write(f"{len(person.steps)} steps; {person.steps[-12:]} {type(person.app.screen).__name__}\n")
            person.close()


if __name__ == "__main__":
    main()
