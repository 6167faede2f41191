"""The list of choices: one mark, where the highlight is, and nothing laid out again when it moves."""

from __future__ import annotations

from random import Random

import pytest
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.app import App
from textual.widget import Widget
from textual.widgets import OptionList

from moot.tui.screens.base import GameScreen
from moot.tui.text import Hanging, words
from moot.tui.widgets.safe import Entry, Menu, Words
from tests.tui.driver import LARGE, game, seen, settle, to_lectern


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def marked(app) -> list[int]:
    """The numbers of the choices that carry the mark."""
    rows = [row.lstrip() for row in seen(app).splitlines()]
    return [
        int(row.split()[1]) for row in rows if row.startswith("▸") and row.split()[1:2] and row.split()[1].isdigit()
    ]


async def test_every_key_laid_every_choice_out_again(monkeypatch) -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        menu = app.screen.query_one(Menu)
        number = len(menu.entries)
        assert number > 2
        for place in (*range(1, number), 0):
            await pilot.press("down")
            await settle(pilot)
            assert marked(app) == [place + 1]
        laid = []
        rows = Hanging._rows
        monkeypatch.setattr(Hanging, "_rows", lambda self, width: laid.append(width) or rows(self, width))
        for place in range(1, number):
            await pilot.press("down")
            await settle(pilot)
            assert marked(app) == [place + 1]
        assert not laid


async def test_the_mark_keeps_its_place_when_the_window_is_resized() -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("down")
        await settle(pilot)
        for size in ((60, 24), (140, 50)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert marked(app) == [2]


MARKS = [Entry(str(index + 1), [words("one line " * (1 + 14 * (index % 3)))], below=index % 2) for index in range(12)]


class Listing(App[None]):
    """A scrolling list with a border between two other widgets, on a screen of the game."""

    CSS = "Menu { height: 10; margin: 1 3; padding: 1 2; border: solid red; } Words { height: 5; }"

    def get_default_screen(self) -> GameScreen[None]:
        return GameScreen()

    async def on_mount(self) -> None:
        menu = Menu()
        await self.screen.mount(Words(words("above " * 40)), menu, Words(words("below " * 40)))
        menu.offer(MARKS)
        menu.focus()


def rows_of(app) -> list[list]:
    """Each row of the screen as it stands now, cell by cell, with its style."""
    return [
        [
            (letter, segment.style and segment.style.without_color, str(segment.style))
            for segment in strip
            for letter in segment.text
        ]
        for strip in app.screen._compositor.render_strips()
    ]


async def test_a_mark_that_moves_leaves_nothing_old_on_the_screen() -> None:
    """What changed is among what was sent to the terminal, and is what painting everything again would give."""
    app, sent = Listing(), []
    display = app._display

    def sees(screen, renderable) -> None:
        sent.append(renderable)
        display(screen, renderable)

    app._display = sees
    async with app.run_test(size=(70, 24)) as pilot:
        await settle(pilot)
        menu = app.screen.query_one(Menu)
        dice = Random(1)
        partial = 0
        for _ in range(90):
            before = rows_of(app)
            sent.clear()
            match dice.randrange(12):
                case 0:
                    await pilot.hover(Menu, offset=(dice.randrange(2, 40), dice.randrange(10)))
                case 1:
                    menu.scroll_to(y=dice.randrange(20), animate=False)
                case 2:
                    menu.change(dice.randrange(len(menu.entries)), MARKS[dice.randrange(12)])
                case 3:
                    await pilot.resize_terminal(dice.choice((50, 70, 100)), 24)
                case 4:
                    menu.offer(MARKS[: dice.randrange(1, 13)] + MARKS[:3])
                case _:
                    await pilot.press(dice.choice(("down", "up", "home", "end", "pagedown", "pageup", "down", "up")))
            await settle(pilot)
            after = rows_of(app)
            if not any(isinstance(each, LayoutUpdate) for each in sent):
                spans = [span for each in sent if isinstance(each, ChopsUpdate) for span in each.spans]
                partial += bool(spans)
                for y, (old, new) in enumerate(zip(before, after, strict=True)):
                    for x, (was, now) in enumerate(zip(old, new, strict=True)):
                        assert was == now or any(y == row and left <= x < right for row, left, right in spans)
            for widget in app.screen.walk_children():
                widget.refresh()
            await settle(pilot)
            assert rows_of(app) == after
        assert partial > 30


async def test_a_key_that_moves_the_mark_asked_every_widget_on_the_screen_for_its_rows(monkeypatch) -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("down")
        await settle(pilot)
        asked, painted, partial = set(), [], []
        lines, line, update = Widget.render_lines, OptionList.render_line, Compositor.render_partial_update

        def updated(self):
            partial.append(True)
            try:
                return update(self)
            finally:
                partial.pop()

        def ask(self, crop):
            if partial:
                asked.add(type(self).__name__)
            return lines(self, crop)

        monkeypatch.setattr(Compositor, "render_partial_update", updated)
        monkeypatch.setattr(Widget, "render_lines", ask)
        monkeypatch.setattr(OptionList, "render_line", lambda self, y: painted.append(y) or line(self, y))
        await pilot.press("up")
        await settle(pilot)
        menu = app.screen.query_one(Menu)
        assert asked == {"Menu", "Desk", "LecternScreen"}
        assert len(painted) == sum(menu._heights[place] for place in (0, 1))
