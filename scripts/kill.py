"""Kills a game at random instants, and damages its record in every way, and looks at what is left.

    python scripts/kill.py -n 300          SIGKILL in the plain form and on the screen, so often each; then the damage
    python scripts/kill.py -n 20 --plain   the plain form alone

The game runs in a process of its own. Whenever it hands events to the face that shows them, it says through a pipe how many
moves have been made; so after a kill every move that could have been shown must be in the record, the record must be a record, and a
sitting must go on from it at that move. Exit 1 if one does not.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import io
import os
import pty
import random
import shutil
import signal
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from moot.cli import main
from moot.errors import MootError
from moot.files.records import read_record
from moot.sitting.session import Session
from moot.sitting.setup import resume_session

CASE = "first-argument"


def _tell_moves(pipe: int) -> None:
    """Make every session say how many moves are made, before their events go to the face."""
    real, back = Session.carry_on, Session.undo

    def carry_on(self: Session, **how: bool) -> list:
        told = real(self, **how)
        os.write(pipe, struct.pack("i", self.round.ply))
        return told

    def undo(self: Session) -> int:
        taken = back(self)
        os.write(pipe, struct.pack("i", self.round.ply))
        return taken

    Session.carry_on, Session.undo = carry_on, undo


def _start(saves: Path, words: list[str], tell: int, close: tuple[int, ...]) -> None:
    """In the child: play."""
    for handle in close:
        os.close(handle)
    os.environ.update(MOOT_SAVES=str(saves), TEXTUAL_ANIMATIONS="none", TERM="xterm-256color")
    _tell_moves(tell)
    try:
        main(words)
    finally:
        os._exit(0)


def _feed(handle: int, keys: Iterator[bytes], stop: threading.Event, pause: float) -> None:
    """Type until told to stop."""
    with contextlib.suppress(OSError):
        for each in keys:
            if stop.is_set():
                return
            os.write(handle, each)
            time.sleep(pause)


def _drain(handle: int) -> None:
    with contextlib.suppress(OSError):
        while os.read(handle, 65536):
            pass


def _keys(dice: random.Random, plain: bool) -> Iterator[bytes]:
    while True:
        if plain:
            yield dice.choice([b"1\n", b"1\n", b"1\n", b"2\n", b"undo\n", b"why\n", b"record\n"])
        else:
            yield dice.choice([b"1", b"1", b"2", b" ", b" ", b"\r", b"u", b"f"])


def kill_once(dice: random.Random, saves: Path, plain: bool) -> tuple[str, int]:
    """Play, kill at a random instant, and look: what was found, and how many moves had been told."""
    words = ["play", CASE, "--seed", str(dice.randrange(1000)), "--opponent", "novice", *(["--plain"] if plain else [])]
    told_read, told_write = os.pipe()
    if plain:
        in_read, in_write = os.pipe()
        out_read, out_write = os.pipe()
        pid = os.fork()
        if not pid:
            os.dup2(in_read, 0)
            os.dup2(out_write, 1)
            os.dup2(out_write, 2)
            sys.stdin, sys.stdout, sys.stderr = (open(number, mode) for number, mode in ((0, "r"), (1, "w"), (2, "w")))  # noqa: SIM115
            _start(saves, words, told_write, (told_read, in_write, out_read))
        for handle in (in_read, out_write, told_write):
            os.close(handle)
        typing, showing = in_write, out_read
    else:
        pid, typing = pty.fork()
        if not pid:
            sys.stdin, sys.stdout, sys.stderr = (open(number, mode) for number, mode in ((0, "r"), (1, "w"), (2, "w")))  # noqa: SIM115
            sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
            _start(saves, words, told_write, (told_read,))
        os.close(told_write)
        showing = typing
    stop = threading.Event()
    threads = [
        threading.Thread(target=_drain, args=(showing,), daemon=True),
        threading.Thread(target=_feed, args=(typing, _keys(dice, plain), stop, 0.002 if plain else 0.03), daemon=True),
    ]
    for each in threads:
        each.start()
    first = os.read(told_read, 4)
    time.sleep(dice.uniform(0, 0.5 if plain else 6))
    os.kill(pid, signal.SIGKILL)
    stop.set()
    os.waitpid(pid, 0)
    rest = b""
    while more := os.read(told_read, 65536):
        rest += more
    plies = [ply for (ply,) in struct.iter_unpack("i", (first + rest)[: len(first + rest) // 4 * 4])]
    for handle in {typing, showing, told_read}:
        with contextlib.suppress(OSError):
            os.close(handle)
    return looked_at(saves, plies), plies[-1] if plies else 0


def looked_at(saves: Path, plies: list[int]) -> str:
    """What is left after a kill, in a word or two."""
    found = list(saves.glob("*.jsonl"))
    if not found:
        return "no record, and no move was told" if not any(plies) else "LOST: no record"
    try:
        data = read_record(found[0])
        session, _ = resume_session(found[0])
    except MootError as error:
        return f"LOST: {error}"
    moves = session.round.ply
    session.recorder.close()
    if moves != len(data.moves):
        return f"LOST: {moves} of {len(data.moves)} moves can be made"
    # An undo may be on the disk and not told yet: then fewer moves stand than were told last, as the player asked.
    if plies and moves < plies[-1] and b'"undo"' not in found[0].read_bytes().splitlines()[-1]:
        return f"LOST: {plies[-1]} moves were told and {moves} are there"
    if data.torn:
        return "every move told is there; a torn last line is left out"
    return (
        "every move told is there" if plies and moves == plies[-1] else "every move told is there, and those under way"
    )


def killed(many: int, seed: int, plain: bool) -> collections.Counter[str]:
    """So many kills, and what they left."""
    dice, found, told = random.Random(seed), collections.Counter[str](), []
    for _ in range(many):
        saves = Path(tempfile.mkdtemp(prefix="moot-kill-"))
        what, moves = kill_once(dice, saves, plain)
        told.append(moves)
        found[what] += 1
        shutil.rmtree(saves, ignore_errors=True)
    told.sort()
    if not told[-1]:
        raise SystemExit("no game that was killed had made a move: the kills show nothing")
    print(f"moves told when killed: {told[0]} to {told[-1]}, {told[len(told) // 2]} in the middle")
    return found


def whole_record(saves: Path) -> Path:
    """The record of a sitting played to its end."""
    os.environ["MOOT_SAVES"] = str(saves)
    before, sys.stdin = sys.stdin, io.StringIO("1\n" * 80)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            main(["play", CASE, "--plain", "--seed", "4"])
    finally:
        sys.stdin = before
    return next(saves.glob("*.jsonl"))


def damages(data: bytes, dice: random.Random) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every way a record is damaged here: its name, and what is left of the record."""
    for at in range(len(data)):
        bit = 1 << dice.randrange(8)
        yield "cut at every byte", lambda at=at: data[:at]
        yield (
            "one bit flipped in every byte",
            lambda at=at, bit=bit: data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :],
        )
        yield "zeros from every byte on", lambda at=at: data[:at] + bytes(len(data) - at)
        yield "one byte left out", lambda at=at: data[:at] + data[at + 1 :]
    rows = data.splitlines(keepends=True)
    for at in range(1, len(rows)):
        yield "a line left out", lambda at=at: b"".join(rows[:at] + rows[at + 1 :])
        yield "a line twice", lambda at=at: b"".join(rows[: at + 1] + rows[at:])
        yield "two lines exchanged", lambda at=at: b"".join([*rows[: at - 1], rows[at], rows[at - 1], *rows[at + 1 :]])
    yield "a mark of byte order", lambda: b"\xef\xbb\xbf" + data
    yield "ends of lines of Windows", lambda: data.replace(b"\n", b"\r\n")
    yield "saved as UTF-16", lambda: data.decode().encode("utf-16")
    yield "empty", lambda: b""


def damaged(seed: int, step: int = 1) -> dict[str, collections.Counter[str]]:
    """Each damage, and what reading and going on make of it. With ``step`` only every so many-th is tried."""
    dice = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="moot-damage-"))
    path = whole_record(folder)
    whole = read_record(path)
    found: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for number, (name, make) in enumerate(damages(path.read_bytes(), dice)):
        if number % step and name not in (
            "a mark of byte order",
            "ends of lines of Windows",
            "saved as UTF-16",
            "empty",
        ):
            continue
        path.write_bytes(make())
        found[name][_outcome(path, whole)] += 1
    shutil.rmtree(folder, ignore_errors=True)
    return found


def _outcome(path: Path, whole: object) -> str:
    try:
        data = read_record(path, damaged=True)
    except MootError as error:
        return "refused in one line" if "\n" not in str(error) else "REFUSED IN MANY LINES"
    if data.header != whole.header or data.moves != whole.moves[: len(data.moves)]:
        return "ANOTHER SITTING"
    if len(data.moves) == len(whole.moves) and not data.torn and not data.damage:
        return "read whole"
    if data.torn:
        return "the last line is left out, and that is said"
    if data.damage:
        return "named, and gone on with from the line before"
    # Nothing tells a record that was cut between two lines from one of a sitting that got no further.
    lines = path.read_bytes().splitlines()
    if len(lines) == 1 + len(data.moves) and lines[-1].endswith(b"}"):
        return "cut at the end of a line: a shorter sitting"
    return "SHORTER WITHOUT A WORD"


def show(title: str, found: collections.Counter[str]) -> bool:
    """Print a row of the table; whether something is wrong."""
    print(f"{title} ({sum(found.values()):,})")
    for what, many in found.most_common():
        print(f"  {many:6,}  {what}")
    return any(word.isupper() and len(word) > 3 for what in found for word in what.replace(":", "").split())


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("-n", type=int, default=300)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--plain", action="store_true", help="the plain form alone")
    words.add_argument("--damage", action="store_true", help="the damage alone")
    words.add_argument("--step", type=int, default=1, help="of the damage, try every so many-th")
    asked = words.parse_args()
    bad = False
    if not asked.damage:
        bad |= show("SIGKILL, plain form", killed(asked.n, asked.seed, plain=True))
        if not asked.plain:
            bad |= show("SIGKILL, screen in a pseudo-terminal", killed(asked.n, asked.seed, plain=False))
    if not asked.plain:
        for name, counted in damaged(asked.seed, asked.step).items():
            bad |= show(name, counted)
    raise SystemExit(1 if bad else 0)
