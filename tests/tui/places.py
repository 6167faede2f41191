"""Every place of one game, in the order a player comes to them: for snapshots and for the pictures of the README.

The same sitting each time: the same case, seed and choices, and counsel who draw nothing of their own.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

from textual.pilot import Pilot

from moot.counsel import Novice
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.prompt import PromptScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from tests.tui.driver import settle

PLACES = (
    "choose",
    "brief",
    "roadmap",
    "lectern-choices",
    "lectern-reading",
    "lectern-question",
    "help",
    "notes",
    "record",
    "settings",
    "palette",
    "ask",
    "hand-over",
    "conference",
    "ruling",
    "why",
    "prompt",
    "debrief",
    "ballot",
    "reader",
    "practice",
    "history",
)

SETTLED = {
    "case": "sacramento-v-lewis",
    "side": "petitioner",
    "format": "quick",
    "heat": "hot",
    "seed": 5,
    "opponent": "novice",
}


async def _over(pilot: Pilot, *keys: str, name: str) -> AsyncIterator[str]:
    """A place that opens over another and is closed again."""
    await pilot.press(*keys)
    await settle(pilot)
    yield name
    await pilot.press("escape")
    await settle(pilot)


async def places(app: MootApp, pilot: Pilot, saves: Path) -> AsyncIterator[str]:
    """Go from place to place; yields the name of each when it stands."""
    await settle(pilot)
    yield "choose"
    app.begin(Options(saves=saves, **SETTLED))
    await settle(pilot)
    yield "brief"
    await pilot.press("enter")
    await settle(pilot)
    while not isinstance(app.screen, RoadmapScreen):
        await pilot.press("space")
        await settle(pilot)
    await pilot.press("1", "2")
    await settle(pilot)
    yield "roadmap"
    await pilot.press("enter")
    await settle(pilot)
    yield "lectern-choices"
    told: set[str] = set()
    while "lectern-question" not in told:
        screen = app.screen
        assert isinstance(screen, LecternScreen), screen
        pending = app.sitting.session.round.position.state.pending
        name = "lectern-question" if pending and screen.offered else "lectern-reading" if not screen.offered else ""
        if name and name not in told:
            told.add(name)
            yield name
        if name != "lectern-question":
            await pilot.press("1" if screen.offered else "space")
            await settle(pilot)
    for key, name in (
        ("question_mark", "help"),
        ("j", "notes"),
        ("r", "record"),
        ("comma", "settings"),
        ("ctrl+p", "palette"),
    ):
        async for place in _over(pilot, key, name=name):
            yield place
    while not any(
        each.title == "Sit down" or "it" in str(each.move) for each in app.screen.offered if str(each.move) == "sit"
    ):
        await pilot.press("1" if app.screen.offered else "space")
        await settle(pilot)
    async for place in _over(pilot, "s", name="ask"):
        yield place
    async for place in _hand_over(app, pilot):
        yield place
    session, person = app.sitting.session, Novice(5)
    while session.waiting:
        session.play(person.choose(session.round))
    app.to_conference()
    await settle(pilot)
    await pilot.press("space", "space")
    await settle(pilot)
    yield "conference"
    app.to_ruling()
    await settle(pilot)
    yield "ruling"
    async for place in _over(pilot, "w", name="why"):
        yield place
    app.to_debrief()
    await settle(pilot)
    if isinstance(app.screen, PromptScreen):
        yield "prompt"
        await pilot.press("enter")
        await settle(pilot)
    yield "debrief"
    from moot.tui.widgets.pages import Pages

    pages = app.screen.query_one(Pages)
    pages.open = next(number for number, page in enumerate(pages.pages) if page.id == "ballot")
    await settle(pilot)
    yield "ballot"
    async for place in _over(pilot, "o", name="reader"):
        yield place
    async for place in _over(pilot, "m", name="practice"):
        yield place
    app.to_choices()
    await settle(pilot)
    async for place in _over(pilot, "h", name="history"):
        yield place


async def _hand_over(app: MootApp, pilot: Pilot) -> AsyncIterator[str]:
    """The page between two players, as it would stand here."""
    from moot.sitting.turns import hand_over_text
    from moot.tui.screens.lectern.hand_over import HandOverScreen

    app.push_screen(HandOverScreen(*hand_over_text(app.sitting.session.round)))
    await settle(pilot)
    yield "hand-over"
    await pilot.press("enter")
    await settle(pilot)


_NAME = re.compile(
    r"saves/[\w.-]+|\b20\d\d-\d\d-\d\d\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)


def still(text: str) -> str:
    """The text without what differs from day to day: digits of dates and of the names of records."""
    return _NAME.sub(lambda found: re.sub(r"\d", "0", found.group()), text)


def drawn(app: MootApp, *, inks: bool = True) -> str:
    """The screen as text, then each row's inks as letters, and what each letter is."""
    strips = app.screen._compositor.render_strips()
    width = app.size.width
    rows = [still(strip.text[:width]).rstrip() for strip in strips]
    if not inks:
        return "\n".join(rows) + "\n"
    letters: dict[str, str] = {}
    maps = []
    for strip in strips:
        row = []
        for segment in strip:
            style = segment.style
            said = (
                "none"
                if style is None
                else f"{_hex(style.color)} on {_hex(style.bgcolor)}{' bold' * bool(style.bold)}{' italic' * bool(style.italic)}{' reverse' * bool(style.reverse)}{' dim' * bool(style.dim)}"
            )
            letter = letters.setdefault(
                said, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[min(len(letters), 61)]
            )
            if row and row[-1][0] == letter:
                row[-1][1] += segment.cell_length
            else:
                row.append([letter, segment.cell_length])
        maps.append("".join(f"{letter}{much}" for letter, much in row))
    key = [f"{letter} {said}" for said, letter in letters.items()]
    return "\n".join([*rows, "", *maps, "", *key]) + "\n"


def _hex(color) -> str:
    return "default" if color is None else color.get_truecolor().hex if color.triplet is None else color.triplet.hex
