"""How long moot takes to show its first screen, its first list and its first plain prompt; quote the ratios.

    python scripts/bench_start.py            seven runs of each, interleaved; about half a minute
    python scripts/bench_start.py --runs 15

Each is timed beside something that cannot be quicker: the first screen beside a Textual app with one line of text, `moot list` and the
plain prompt beside Python importing the libraries they need. Two figures: seconds on the wall, and seconds of the processor,
which a busy machine disturbs less. The game is run in a terminal of 80 by 24 made for it.
"""

from __future__ import annotations

import argparse
import fcntl
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
PAIRS = (
    ("first screen", [*MOOT, "play"], "You argue", [*PYTHON, "-c", MINIMAL], "the first frame", 1.3),
    (
        "first screen, case named",
        [*MOOT, "play", "sacramento-v-lewis"],
        "You argue",
        [*PYTHON, "-c", MINIMAL],
        "the first frame",
        1.3,
    ),
    (
        "brief of a case",
        [*MOOT, "play", "sacramento-v-lewis", "--side", "petitioner"],
        "Lewis",
        [*PYTHON, "-c", MINIMAL],
        "the first frame",
        None,
    ),
    ("moot list", [*MOOT, "list"], "", [*PYTHON, "-c", "import argparse, json"], "", None),
    ("moot list --json", [*MOOT, "list", "--json"], "", [*PYTHON, "-c", "import argparse, json"], "", None),
    (
        "first plain prompt",
        [*MOOT, "play", "sacramento-v-lewis", "--plain"],
        "\n> ",
        [*PYTHON, "-c", "import argparse, json, yaml, transitions"],
        "",
        None,
    ),
)


def once(words: list[str], wanted: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as saves:
        return timed(words, wanted, saves)


def timed(words: list[str], wanted: str, saves: str) -> tuple[float, float]:
    """Seconds until the wanted text is on the terminal, or until the program ends where none is; and of the processor."""
    env = {**os.environ, "MOOT_SAVES": saves, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
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
    for name, ours, wanted, theirs, shown, target in PAIRS:
        if not name.startswith(args.only):
            continue
        once(ours, wanted), once(theirs, shown)
        pairs = [(once(ours, wanted), once(theirs, shown)) for _ in range(args.runs)]
        for what, at in (("wall", 0), ("processor", 1)):
            mine, other = (statistics.median(pair[who][at] for pair in pairs) for who in (0, 1))
            print(
                f"{name:26}{what:10}{mine * 1000:7.0f} ms, beside it {other * 1000:5.0f} ms: RATIO {mine / other:.2f}"
                + (f" (target {target})" if target else "")
            )


if __name__ == "__main__":
    main()
