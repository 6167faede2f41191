"""How long moot takes to show its first screen, its first list and its first plain prompt; quote the ratios.

    python scripts/bench_start.py            seven runs of each, interleaved; under a minute
    python scripts/bench_start.py --runs 15

Each is timed beside a Textual app with one line of text, and what needs no Textual also beside Python importing the libraries it needs:
neither can be quicker. Two figures: seconds on the wall, and seconds of the processor, which a busy machine disturbs less. The game is
run in a terminal of 80 by 24 made for it. What is read of a case is kept in a cache folder: *cold* is a run with an empty one, every
other run finds what a run before it kept. Likewise Python keeps bytecode here, as it does for whoever has installed the game, also where
PYTHONDONTWRITEBYTECODE is set.
"""

from __future__ import annotations

import argparse
import atexit
import fcntl
import functools
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("the first frame")
Minimal().run()
"""

PYTHON = [sys.executable]
MOOT = [sys.executable, "-m", "moot"]
LEWIS = "sacramento-v-lewis"


class Beside(NamedTuple):
    """A program that is timed between our runs: its words, what it shows when it is there, and what it is called."""

    name: str
    words: list[str]
    shows: str


TEXTUAL = Beside("Textual app", [*PYTHON, "-c", MINIMAL], "the first frame")
PARSING = Beside("libraries", [*PYTHON, "-c", "import argparse, json"], "")
READING = Beside("libraries", [*PYTHON, "-c", "import argparse, json, yaml, transitions"], "")


class Start(NamedTuple):
    """A way to start: its words, what the terminal shows when it is there (nothing: it ends), and what it is timed beside.

    ``target`` is the largest ratio to the Textual app that is wanted; ``cold`` starts with an empty cache folder each time.
    """

    name: str
    words: list[str]
    shows: str
    beside: tuple[Beside, ...] = (TEXTUAL,)
    target: float | None = 1.3
    cold: bool = False


STARTS = (
    Start("first screen", [*MOOT, "play"], "You argue"),
    Start("first screen, case named", [*MOOT, "play", LEWIS], "You argue"),
    Start("brief of a case", [*MOOT, "play", LEWIS, "--side", "petitioner"], "Lewis", target=None),
    Start("brief of a case, cold", [*MOOT, "play", LEWIS, "--side", "petitioner"], "Lewis", target=None, cold=True),
    Start("moot list", [*MOOT, "list"], "", (TEXTUAL, PARSING)),
    Start("moot list --json", [*MOOT, "list", "--json"], "", (TEXTUAL, PARSING)),
    Start("plain prompt", [*MOOT, "play", LEWIS, "--plain"], "\n> ", (TEXTUAL, READING)),
    Start("plain prompt, cold", [*MOOT, "play", LEWIS, "--plain"], "\n> ", (TEXTUAL, READING), None, cold=True),
)


@functools.cache
def bytecode() -> str:
    """A folder for the bytecode of all runs, deleted at the end."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name


def once(words: list[str], wanted: str, cache: str | None = None) -> tuple[float, float]:
    """One run, with records in a folder of its own; with an empty cache folder where none is given."""
    with tempfile.TemporaryDirectory() as own:
        return timed(words, wanted, {"MOOT_SAVES": own, "XDG_CACHE_HOME": cache or str(Path(own) / "cache")})


_OURS = ("MOOT_CACHE", "PYTHONDONTWRITEBYTECODE")
"""Variables that would keep a run from being as it is for whoever has set nothing."""


def timed(words: list[str], wanted: str, folders: dict[str, str]) -> tuple[float, float]:
    """Seconds until the wanted text is on the terminal, or until the program ends where none is; and of the processor."""
    env = {name: value for name, value in os.environ.items() if name not in _OURS} | folders
    env |= {"PYTHONPYCACHEPREFIX": bytecode(), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
    began = time.perf_counter()
    child, terminal = pty.fork()
    if not child:
        os.execvpe(words[0], words, env)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen, taken = b"", 0.0
    while not taken:
        ready, _, _ = select.select([terminal], [], [], 30)
        try:
            data = os.read(terminal, 65536) if ready else b""
        except OSError:  # the program has ended
            data = b""
        seen += data
        if not data or (wanted and wanted.encode() in seen.replace(b"\r", b"")):
            taken = time.perf_counter() - began
    if wanted:
        assert wanted.encode() in seen.replace(b"\r", b""), f"{words} showed no {wanted!r}: {seen[-2000:]!r}"
        os.kill(child, signal.SIGKILL)
    os.close(terminal)
    _, _, used = os.wait4(child, 0)
    return taken, used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", default="", help="only those whose name begins so")
    args = parser.parse_args()
    print(
        f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}; medians of {args.runs}"
    )
    with tempfile.TemporaryDirectory() as cache:
        for start in STARTS:
            if start.name.startswith(args.only):
                tell(start, args.runs, cache)


def tell(start: Start, runs: int, cache: str) -> None:
    """Time a way to start and what stands beside it, in turn, and print the medians."""

    def ours() -> tuple[float, float]:
        return once(start.words, start.shows, None if start.cold else cache)

    ours()
    for other in start.beside:
        once(other.words, other.shows)
    rounds = [(ours(), *(once(other.words, other.shows) for other in start.beside)) for _ in range(runs)]
    for what, at in (("wall", 0), ("processor", 1)):
        mine, *others = (
            statistics.median(each[who][at] for each in rounds) * 1000 for who in range(1 + len(start.beside))
        )
        told = [
            f"{other.name} {took:4.0f}: RATIO {mine / took:5.2f}"
            for other, took in zip(start.beside, others, strict=True)
        ]
        aim = f" (target {start.target})" if start.target else ""
        print(
            f"{start.name:25}{what:10}{mine:5.0f} ms, beside {told[0]}{aim}" + "".join(f"; {one}" for one in told[1:])
        )


if __name__ == "__main__":
    main()
