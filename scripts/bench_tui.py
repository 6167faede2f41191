"""How quick the screen is, beside the smallest Textual programs that do the same: ratios to a peer measured in the same run.

    python scripts/bench_tui.py [--runs N] [--keys N] [--turns N]

- First frame: from starting Python to the first frame on a terminal, beside an app with one line and a footer. Target 1.3.
- Key to paint: a key that marks the next choice at the lectern, until its frame has been composed, beside a bare option list with as many
  options; at the first choice of a sitting and after 200 moves of it. Target 1.7, at both.
- Choice to paint: a choice that is taken, until the next thing to be read or chosen stands there; the engine's work is in it. For
  information.

Each measurement is made in a process of its own, and the programs take turns, so that neither finds caches that the other filled and a
busy machine slows both. Medians; a ratio above its target is marked.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

SIZE = (100, 40)
FIRST, PAINT = 1.3, 1.7


def first_frames(runs):
    """Seconds to the first frame, on the clock and of the processor: the game's start, and the peer's."""
    import bench_start

    game = [*bench_start.MOOT], "You argue"
    peer = [*bench_start.PYTHON, "-c", bench_start.MINIMAL], "the first frame"
    for words, wanted in (game, peer):
        bench_start.once(words, wanted)
    pairs = [(bench_start.once(*game), bench_start.once(*peer)) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def watched(app):
    """The app, with an event that is set whenever a frame has been composed."""
    app.frame = asyncio.Event()
    display = app._display

    def shown(screen, renderable):
        display(screen, renderable)
        app.frame.set()

    app._display = shown
    return app


async def painted(app, key):
    """Seconds from a key to the frame that shows what it did: on the clock, and of the processor."""
    app.frame.clear()
    wall, used = time.perf_counter(), time.process_time()
    app.post_message(_key(key))
    await asyncio.wait_for(app.frame.wait(), 60)
    return time.perf_counter() - wall, time.process_time() - used


async def keys_down(app, pilot, number):
    """The keys that mark the next choice, one at a time, each from rest."""
    found = []
    for each in range(number + 10):
        took = await painted(app, "down")
        await pilot.pause()
        if each >= 10:
            found.append(took)
    return found


def _key(key):
    from textual.events import Key

    return Key(key, None)


async def peer_keys(options, number):
    """A bare option list with these many options."""
    from textual.app import App
    from textual.widgets import OptionList

    class Peer(App):
        def compose(self):
            yield OptionList(
                *[
                    f"Option {each}: a line of text that says what it is, and goes on a little"
                    for each in range(options)
                ]
            )

    app = watched(Peer())
    async with app.run_test(size=SIZE) as pilot:
        app.query_one(OptionList).focus()
        await pilot.pause()
        return await keys_down(app, pilot, number)


async def to_a_choice(app, pilot):
    """Read on to the next choice of at least two."""
    from moot.tui.screens.lectern.lectern import LecternScreen
    from moot.tui.screens.lectern.roadmap import RoadmapScreen

    for _ in range(400):
        await pilot.pause()
        screen = app.screen
        if isinstance(screen, RoadmapScreen):
            await pilot.press("1", "2", "enter")
        elif isinstance(screen, LecternScreen) and len(screen.offered) > 1:
            return screen
        elif isinstance(screen, LecternScreen) and screen.offered:
            await pilot.press("1")
        elif isinstance(screen, LecternScreen):
            await pilot.press("f")
            await pilot.pause()
            if app.screen is screen and screen.reading:
                await pilot.press("space")
        else:
            await pilot.press("enter")
    raise SystemExit("no choice was reached")


def long_sitting(moves, saves):
    """The record of a sitting that stands at a choice after at least so many moves."""
    import moot
    from moot.sitting.setup import new_session

    case = moot.load_case("sacramento-v-lewis")
    bench = moot.load_bench(case.bench)
    for seed in range(60):
        session, path = new_session(case, bench=bench, side="both", format="jessup", heat="hot", seed=seed, saves=saves)
        session.open()
        while session.waiting:
            if session.round.ply >= moves and len(session.round.legal) > 2:
                return path
            session.play(session.round.legal[0])
    raise SystemExit(f"no sitting has a choice after {moves} moves")


async def game_keys(number, saves, resume=None):
    """At a choice at the lectern: how many options, seconds for each key, and for each of some choices after it."""
    from moot.tui.app import MootApp
    from moot.tui.options import Options

    new = {"case": "sacramento-v-lewis", "side": "both", "seed": 5, "heat": "hot"} if resume is None else {}
    app = watched(MootApp(Options(resume=resume, saves=Path(saves), **new)))
    async with app.run_test(size=SIZE) as pilot:
        screen = await to_a_choice(app, pilot)
        options, keys, chosen = len(screen.offered), await keys_down(app, pilot, number), []
        for _ in range(0 if resume else 12):
            chosen.append(await painted(app, "1"))
            await to_a_choice(app, pilot)
        return options, keys, chosen


def told(name, ours, peer, target=None):
    for at, what in ((0, "clock"), (1, "processor")):
        mine, other = (statistics.median(each[at] for each in found) for found in (ours, peer))
        ratio = mine / other
        verdict = "" if target is None else f"   target {target}: {'met' if ratio <= target else 'MISSED'}"
        print(
            f"{name:40}{what:10}{mine * 1000:8.1f} ms {other * 1000:8.1f} ms   ratio {ratio:4.2f}{verdict}", flush=True
        )


def in_its_own_process(measure, *words):
    """What this measurement finds in a new process: in one process, whichever comes second finds Textual's caches filled by the first."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(measured, measure, *words).result()


def measured(measure, *words):
    """Run one measurement to its end."""
    return asyncio.run(measure(*words))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="starts of each program")
    parser.add_argument("--keys", type=int, default=60, help="keys of each measurement")
    parser.add_argument("--moves", type=int, default=200)
    parser.add_argument(
        "--turns", type=int, default=3, help="processes of each program for each row of keys, taking turns"
    )
    args = parser.parse_args()
    print(
        f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}; {SIZE[0]}x{SIZE[1]}; medians"
    )
    print(f"{'':50}{'moot':>11}{'peer':>12}")
    told("first frame", *first_frames(args.runs), FIRST)
    with tempfile.TemporaryDirectory() as saves:
        for name, resume in (
            ("key to paint, first choice", None),
            (f"key to paint, after {args.moves} moves", long_sitting(args.moves, saves)),
        ):
            ours, peer, chosen = [], [], []
            for _ in range(args.turns):
                options, keys, choices = in_its_own_process(game_keys, args.keys, saves, resume)
                ours += keys
                chosen += choices
                peer += in_its_own_process(peer_keys, options, args.keys)
            told(f"{name}, {options} options", ours, peer, PAINT)
            if chosen:
                told("choice to paint", chosen, peer)


if __name__ == "__main__":
    main()
