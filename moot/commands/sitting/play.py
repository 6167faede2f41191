"""`moot play`: the game, in a terminal or line by line."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from moot.commands.printing import say
from moot.commands.streams import ClosedStream
from moot.errors import MootError

if TYPE_CHECKING:
    from moot.sitting.session import Session

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Play. Without a terminal, or with ``--plain``, in the line-by-line form."""
    args.assigned = args.due = ""
    if args.assignment is not None:
        from moot.commands.course.assigned import settle

        settle(args)
    # A terminal that cannot move the cursor gets the line-by-line form too.
    able = os.environ.get("TERM", "") not in {"dumb", "unknown"}
    terminal = able and sys.stdin.isatty() and sys.stdout.isatty()
    if args.plain and sys.stdin.isatty() and args.case is None and args.side is None and args.resume is None:
        from moot.commands.sitting.home import run as home

        return home(args, _plain)
    if args.plain or not terminal:
        return _plain(args)
    return _screen(args)


def _screen(args: argparse.Namespace) -> int:
    # The app turns it on again after the first frame.
    with _no_collection():
        return _open_screen(args)


@contextmanager
def _no_collection() -> Iterator[None]:
    """While this lasts no garbage is collected: almost nothing that is made before the first frame or prompt is freed, so it would only delay it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _open_screen(args: argparse.Namespace) -> int:
    from moot.tui.options import Options
    from moot.tui.run import run as open_game

    resume = case = bench = None
    if args.resume is not None:
        from moot.sitting.setup import record_path

        resume = record_path(args.resume or None, to_resume=True)
    # What cannot be read is refused before the screen opens; what can be is handed on, and not read again. The start screen
    # needs only the head of a case, and reads the rest itself.
    if args.case is not None and (args.side is not None or not _has_head(args.case)):
        from moot.files.loading import load_case

        case = load_case(args.case)
    if args.bench is not None:
        from moot.files.loading import load_bench

        bench = load_bench(args.bench)
    return open_game(
        Options(
            case=args.case,
            side=args.side,
            bench=args.bench,
            opponent=args.opponent,
            heat=args.heat,
            format=args.format,
            seed=args.seed,
            mode="exam" if args.exam else "training",
            assignment=args.assigned,
            due=args.due,
            resume=resume,
            clock=args.clock,
            loaded_case=case,
            loaded_bench=bench,
        )
    )


def _has_head(case: str) -> bool:
    """Whether the head of a case says what the start screen shows of it. Raises ``UnknownName``."""
    from moot.files.folders import find, list_cases
    from moot.files.heads import read_head

    return read_head(find("case", case, list_cases()), "case", ("caption", "bench", "argument")) is not None


def _plain(args: argparse.Namespace) -> int:
    if isinstance(sys.stdout, ClosedStream):
        raise MootError("standard output is closed: there is nowhere to play")
    with _no_collection():
        from moot.files.folders import home_of, list_cases
        from moot.files.settings import read_settings
        from moot.plain.play import play
        from moot.plain.sitting import saved

        session, path = _sitting(args)
    # A case named by its path is not found again by its id alone.
    case = str(home_of(args.case).resolve()) if args.case and args.case not in list_cases() else ""
    clock = args.clock or read_settings()[0].clock
    try:
        with _signals():
            return play(session, path, case=case, live=clock == "live")
    except KeyboardInterrupt:
        say(f"\n{saved(session, path, case)}")
        return 0
    except _Ended as ended:
        # Whoever ended the session may have closed the terminal before.
        with suppress(OSError):
            print(f"\n{saved(session, path, case)}", flush=True)
        return 128 + ended.number
    except BrokenPipeError:
        raise MootError(f"the output was closed; saved in {path}") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise MootError(f"the output cannot be written: {reason}; saved in {path}") from None


def _sitting(args: argparse.Namespace) -> tuple[Session, Path]:
    """The sitting that the arguments name, new or resumed, and the file of its record."""
    from moot.sitting.setup import default_case, learning_case, new_session, resume_session
    from moot.tui.first_run import no_record_yet

    if args.resume is not None:
        return resume_session(args.resume or None, args.case, lambda line: say(line, sys.stderr))
    return new_session(
        args.case or (learning_case() if no_record_yet(None) else default_case()),
        bench=args.bench,
        side=args.side or "petitioner",
        opponent=args.opponent,
        format=args.format,
        heat=args.heat,
        seed=args.seed,
        mode="exam" if args.exam else "training",
        assignment=args.assigned,
        due=args.due,
    )


class _Ended(BaseException):
    """The session is being ended from outside."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def _signals() -> Iterator[None]:
    """While this lasts, SIGTERM and SIGHUP raise :class:`_Ended`."""

    def end(number: int, _: object) -> None:
        raise _Ended(number)

    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with suppress(ValueError):  # not in the main thread
                before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
