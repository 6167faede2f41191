"""A whole sitting as text frames, played by its keys: docs/pictures/sitting.txt.

    python scripts/frames.py [--seed N] [-o FILE]

The case to learn on, the petitioner, eight minutes a side. The player takes at each choice what moves the bench most at once. The seed is the
first from N on whose sitting has a question that breaks in, the white light, and a judge whose vote the player has won (who
votes the other way where the player says nothing): so the file shows all three whatever changes in the rules or in the case. Speeches arrive word by word, but the
frames stop the clock: the first words, whoever leans in, and the whole.
"""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from moot.case import Side
from moot.counsel import Greedy
from moot.round import moves
from moot.score.sway import sway
from moot.sitting.events import Asked, Light, LightColor
from moot.sitting.setup import new_session
from moot.sitting.words.spoken import judge_title

FILE = ROOT / "docs" / "pictures" / "sitting.txt"
SIZE = (100, 30)
CASE, FORMAT, SIDE = "first-argument", "quick", Side.PETITIONER


def line_of(seed):
    """The sitting of this seed: the session played to its end, and the events told."""
    with tempfile.TemporaryDirectory() as folder:
        session, _ = new_session(CASE, side=SIDE.value, opponent="scripted", format=FORMAT, seed=seed, saves=folder)
        events, player = session.open(), Greedy(seed)
        while session.waiting:
            events += session.play(player.choose(session.round))
        session.recorder.close()
    return session, events


def flipped(session):
    """The judges who vote for the player and would not with the player silent, by id."""
    moved = sway(session.round.outcome().ruling)[SIDE]
    return [each for each in moved.here if each not in moved.silent]


def chosen(first):
    """The first seed from ``first`` on whose sitting shows what this is to show."""
    seed = first
    while True:
        session, events = line_of(seed)
        asked = any(isinstance(each, Asked) and each.broke_in for each in events)
        white = any(isinstance(each, Light) and each.color is LightColor.WHITE for each in events)
        if asked and white and flipped(session):
            return seed
        seed += 1


class Film:
    """The frames, each with the key that led to it and what is new on it."""

    def __init__(self, app, pilot):
        self.app, self.pilot, self.frames = app, pilot, []

    async def press(self, *keys):
        from tests.tui.driver import settle

        await self.pilot.press(*keys)
        await settle(self.pilot)
        self.take(" ".join(keys))

    def take(self, keys):
        from tests.tui.driver import seen

        shown = re.sub(r"[\w/.-]*first-argument-\d{8}T\d{6}\S*", "saves/first-argument.jsonl", seen(self.app))
        shown = "\n".join(row.rstrip() for row in shown.splitlines()).rstrip()
        if not self.frames or self.frames[-1][1] != shown:
            self.frames.append((keys, shown, self.caption()))

    def caption(self):
        """What this frame shows, in a few words."""
        name = type(self.app.screen).__name__.removesuffix("Screen").lower()
        if name == "handover":
            return "the keyboard"
        if name != "lectern":
            return name
        screen = self.app.screen
        if screen.leaning:
            return "a judge leans in"
        if screen.arriving is not None:
            return "a speech arrives"
        shown = screen.told[-1:]
        if shown and isinstance(shown[0], Asked):
            return "a question breaks in" if shown[0].broke_in else "a question"
        if shown and isinstance(shown[0], Light):
            return f"the {shown[0].color.value} light"
        return "what to say next" if screen.offered else "reading"


async def film(seed):
    """The frames of the whole sitting."""
    from moot.tui.app import MootApp
    from moot.tui.options import Options
    from moot.tui.screens.decided.conference import ConferenceScreen
    from moot.tui.screens.decided.debrief import DebriefScreen
    from moot.tui.screens.decided.prompt import PromptScreen
    from moot.tui.screens.decided.ruling import RulingScreen
    from moot.tui.screens.lectern import telling
    from moot.tui.screens.lectern.roadmap import RoadmapScreen
    from moot.tui.screens.pages.brief import BriefScreen
    from tests.tui.driver import settle

    telling.PACE = telling.LEAN = 3600.0  # Words arrive when a key asks for them, and never by themselves.
    app = MootApp(
        Options(saves=Path("saves"), case=CASE, side=SIDE.value, format=FORMAT, opponent="scripted", seed=seed)
    )
    app.pace = True
    player = Greedy(seed)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        reel = Film(app, pilot)
        reel.take("")
        while True:
            screen = app.screen
            if isinstance(screen, BriefScreen | PromptScreen | RulingScreen):
                await reel.press("enter")
            elif isinstance(screen, RoadmapScreen):
                move = player.choose(app.sitting.session.round)
                for head in move.heads:
                    await pilot.press(str(list(screen.heads).index(head) + 1))
                away = screen.reserves.index(move.reserve) - screen.reserve_at
                await pilot.press(*["right" if away > 0 else "left"] * abs(away))
                await settle(pilot)
                reel.take("heads")
                await reel.press("enter")
            elif isinstance(screen, ConferenceScreen):
                await reel.press("space")
            elif isinstance(screen, DebriefScreen):
                return reel.frames
            elif screen.reading:
                await reel.press("space")
            else:
                move = player.choose(app.sitting.session.round)
                number = next(n for n, each in enumerate(screen.offered, 1) if each.move == move)
                if isinstance(move, moves.Sit) and len(screen.offered) > 1:
                    await reel.press("s")
                    await reel.press("enter")
                else:
                    await reel.press(str(number))


def written(seed, frames):
    """The file: how it was made, then every frame under its number, its key and what it shows."""
    session, _ = line_of(seed)
    names = " and ".join(judge_title(session.bench, id) for id in flipped(session))
    rows = [
        f"A sitting in {len(frames)} frames of {SIZE[0]} by {SIZE[1]}: {CASE}, {SIDE.value}, {FORMAT}, seed {seed} (scripts/frames.py).",
        f"With petitioner silent, {names} would have voted the other way.",
        "",
    ]
    for number, (keys, shown, caption) in enumerate(frames, 1):
        head = f"== {number}. {caption}" + (f", after {keys}" if keys else "")
        rows += [f"{head} {'=' * max(SIZE[0] - len(head) - 1, 3)}", shown, ""]
    return "\n".join(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    parser.add_argument("-o", dest="file", type=Path, default=FILE)
    args = parser.parse_args()
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    file = args.file.resolve()
    seed = chosen(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        before = Path.cwd()
        os.chdir(folder)
        try:
            frames = asyncio.run(film(seed))
        finally:
            os.chdir(before)
    file.write_text(written(seed, frames), encoding="utf-8")
    print(f"{file}: {len(frames)} frames of seed {seed}")


if __name__ == "__main__":
    main()
