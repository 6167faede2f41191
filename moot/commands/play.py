"""`moot play`: the game, in a terminal or line by line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from moot.errors import MootError
from moot.setup import default_case, new_session, resume_session

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Play. Without a terminal, or with ``--plain``, in the line-by-line form."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if args.plain or not terminal:
        return _plain(args)
    return _screen(args)


def _screen(args: argparse.Namespace) -> int:
    from moot.setup import record_path
    from moot.tui.options import Options
    from moot.tui.run import run as open_game

    resume = record_path(args.resume or None, to_resume=True) if args.resume is not None else None
    if args.case is not None:
        from moot.files.case_file import load_case

        load_case(args.case)  # a wrong word is refused before the screen opens
    if args.bench is not None:
        from moot.files.judge_file import load_bench

        load_bench(args.bench)
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
            resume=resume,
        )
    )


def _plain(args: argparse.Namespace) -> int:
    from moot.files.places import list_cases
    from moot.plain.play import play, way_back

    if args.resume is not None:
        session, path = resume_session(args.resume or None, args.case, lambda line: print(line, file=sys.stderr))
    else:
        session, path = new_session(
            args.case or default_case(),
            bench=args.bench,
            side=args.side or "petitioner",
            opponent=args.opponent,
            format=args.format,
            heat=args.heat,
            seed=args.seed,
            mode="exam" if args.exam else "training",
        )
    # A case named by its path is not found again by its id alone.
    case = str(Path(args.case).resolve()) if args.case is not None and args.case not in list_cases() else ""
    try:
        return play(session, path, case=case)
    except KeyboardInterrupt:
        print(f"\nSaved in {path}; go on with: {way_back(path, case)}")
        return 0
    except BrokenPipeError:
        raise MootError(f"the output was closed; saved in {path}") from None
