"""Play the game by its keys, as a person would, and read what is on the screen."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from moot.counsel import Novice
from moot.round import moves
from moot.sitting.setup import new_session
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.confirm import Confirm
from moot.tui.screens.decided.conference import ConferenceScreen
from moot.tui.screens.lectern.hand_over import HandOverScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from moot.tui.screens.pages.brief import BriefScreen
from moot.tui.widgets.pages import Pages
from moot.tui.widgets.safe import Words

SMALL, LARGE = (80, 24), (120, 40)


def game(**settled) -> MootApp:
    """The game on the real case, seeded, against an opponent who never thinks long."""
    chosen = {"case": "sacramento-v-lewis", "side": "petitioner", "seed": 5, "opponent": "novice", **settled}
    return MootApp(Options(**chosen))


def seen(app: MootApp) -> str:
    """The text on the screen, row by row."""
    width, height = app.size
    rows = app.screen._compositor.render_strips()
    assert len(rows) == height
    return "\n".join(strip.text[:width].rstrip() for strip in rows)


def read(app: MootApp) -> str:
    """The text of the open page of a reading screen, whole."""
    return "\n".join(words.content.plain for words in app.screen.query(".row").results(Words))


async def open_page(app: MootApp, pilot: Pilot, id: str) -> None:
    """Open a page of a reading screen."""
    pages = app.screen.query_one(Pages)
    pages.open = next(number for number, page in enumerate(pages.pages) if page.id == id)
    await settle(pilot)


async def settle(pilot: Pilot) -> None:
    """Wait until the screen says the same twice: what is read after the first frame comes in when the machine gets to it."""
    before = None
    for _ in range(20):
        await pilot.pause()
        if len(pilot.app.screen._compositor.render_strips()) != pilot.app.size.height:
            continue  # A screen that has just come up is not laid out yet.
        now = seen(pilot.app)
        if now == before:
            return
        before = now


async def to_lectern(app: MootApp, pilot: Pilot, *heads: str, reserve: int | None = None) -> None:
    """From the brief, through the roadmap."""
    if isinstance(app.screen, BriefScreen):
        await pilot.press("enter")
        await settle(pilot)
    await read_on(app, pilot)
    assert isinstance(app.screen, RoadmapScreen)
    for head in heads or ("1", "2"):
        await pilot.press(head)
    if reserve is not None:
        screen = app.screen
        await pilot.press(*["left"] * (len(screen.reserves) - 1 - screen.reserves.index(reserve)))
    await pilot.press("enter")
    await settle(pilot)


async def read_on(app: MootApp, pilot: Pilot) -> None:
    """Press on until something is asked of the player."""
    for _ in range(400):
        screen = app.screen
        if isinstance(screen, HandOverScreen):
            await pilot.press("enter")
            await settle(pilot)
            continue
        if not isinstance(screen, LecternScreen) or not screen.reading:
            return
        await pilot.press("f")
        await settle(pilot)
        if app.screen is screen and screen.reading:
            await pilot.press("space")
            await settle(pilot)
    raise AssertionError("the story does not end")


async def play_out(app: MootApp, pilot: Pilot, choice=lambda offered: 1) -> None:
    """Choose until the case is submitted. ``choice`` gets the choices and says which number."""
    for _ in range(400):
        await read_on(app, pilot)
        screen = app.screen
        if isinstance(screen, ConferenceScreen):
            return
        if isinstance(screen, RoadmapScreen):
            await pilot.press("1", "2", "enter")
        elif isinstance(screen, Confirm):
            await pilot.press("y")
        else:
            assert isinstance(screen, LecternScreen), screen
            await pilot.press(str(choice(screen.offered)))
        await settle(pilot)
    raise AssertionError("the case is never submitted")


def briefly(offered) -> int:
    """The last choice: sit down as soon as one may, and give the last answer to whatever is asked."""
    return len(offered)


def decided(folder: Path) -> Path:
    """The record of a sitting that is over."""
    session, path = new_session(
        "sacramento-v-lewis", bench="three", format="quick", seed=5, opponent="novice", saves=folder
    )
    session.open()
    person = Novice(5)
    while session.waiting:
        session.play(person.choose(session.round))
    return path


def inks(app: MootApp) -> set[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """Every pair of ink and paper that carries a letter, in red, green and blue."""
    found = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if any(char.isalnum() for char in segment.text) and style and style.color and style.bgcolor:
                ink, paper = style.color.get_truecolor(), style.bgcolor.get_truecolor(foreground=False)
                found.add((tuple(paper), tuple(ink)) if style.reverse else (tuple(ink), tuple(paper)))
    return found


def contrast(ink: tuple[int, ...], paper: tuple[int, ...]) -> float:
    """The ratio of the two luminances, as WCAG computes it."""

    def luminance(color: tuple[int, ...]) -> float:
        parts = [value / 255 for value in color]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_sit(choice) -> bool:
    return isinstance(choice.move, moves.Sit)
