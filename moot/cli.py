"""The command line: thin. It reads words, calls a command, and turns a refusal into one line and an exit code."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

import moot
from moot.errors import MootError, did_you_mean

__all__ = ["main", "parser"]

SIDES = ("petitioner", "respondent", "both")
HEATS = ("cold", "normal", "hot", "historical")


class _Parser(argparse.ArgumentParser):
    """Refuses in one line, with the nearest word where there is one."""

    def error(self, message: str) -> NoReturn:
        from moot.files.text import clean

        self.exit(2, f"moot: {clean(_suggest(message), 600)}\n")


def _suggest(message: str) -> str:
    """Argparse's refusal, with a suggestion instead of the list where a word comes near."""
    if "invalid choice: " not in message:
        return f"{message.removeprefix('argument ')} (try --help)"
    word = message.split("invalid choice: ", 1)[1].split(" (", 1)[0].strip("'\"")
    known = [part.strip(" '\")") for part in message.rsplit("choose from", 1)[-1].split(",")]
    near = did_you_mean(word, known)
    where = message.split(":", 1)[0].removeprefix("argument ")
    hint = f"did you mean {near!r}?" if near else f"known: {', '.join(known)}"
    return (
        f"no command called {word!r}; {hint}" if where == "COMMAND" else f"{where}: nothing is called {word!r}; {hint}"
    )


def parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    top = _Parser(prog="moot", description=moot.__doc__.splitlines()[0] if moot.__doc__ else None, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"moot {moot.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    play = commands.add_parser("play", help="play a round", allow_abbrev=False)
    play.add_argument("case", nargs="?", metavar="CASE", help="a shipped id or a path")
    play.add_argument("--side", choices=SIDES)
    play.add_argument("--bench", metavar="NAME|id,id,…")
    play.add_argument("--opponent", default="scripted", help="novice, scripted or greedy")
    play.add_argument("--heat", choices=HEATS, default="normal")
    play.add_argument("--format", metavar="scotus-1997|amca|quick")
    play.add_argument("--seed", type=_whole, metavar="N")
    play.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    play.add_argument("--exam", action="store_true", help="nothing is taken back, and the bench keeps its counsel")
    play.add_argument("--resume", nargs="?", const="", metavar="RECORD", help="go on with a record (the newest)")

    demo = commands.add_parser("demo", help="hear the historical line", allow_abbrev=False)
    demo.add_argument("case", nargs="?", metavar="CASE")
    demo.add_argument("--bench", metavar="NAME|id,id,…")
    demo.add_argument("--json", action="store_true")

    listing = commands.add_parser("list", help="cases, judges, benches, formats, records, words", allow_abbrev=False)
    kinds = ("cases", "judges", "benches", "formats", "records", "words")
    listing.add_argument("what", nargs="?", choices=kinds, help="one kind only; words: what each word of a file means")
    listing.add_argument("--json", action="store_true")

    check = commands.add_parser("check", help="check a case or judge file, and prove a case", allow_abbrev=False)
    check.add_argument("paths", nargs="*", metavar="PATH|CASE")
    shape = check.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--sarif", action="store_true")
    check.add_argument("--bound", type=_count, metavar="N", help="stop at N control states and say BOUNDED")
    check.add_argument("--sample", type=_count, metavar="N", help="play N seeded lines instead and say SAMPLED")
    check.add_argument("--no-proof", action="store_true", help="diagnostics only")
    check.add_argument("--format", metavar="FORMAT", help="prove under this format instead of the case's own")

    why = commands.add_parser("why", help="why each judge voted so", allow_abbrev=False)
    why.add_argument("record", nargs="?", metavar="RECORD")
    why.add_argument("judge", nargs="?", metavar="JUDGE")
    why.add_argument("--demo", metavar="CASE", help="the historical line of a case, instead of a record")
    why.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    why.add_argument("--json", action="store_true")

    replay = commands.add_parser("replay", help="run a record again", allow_abbrev=False)
    replay.add_argument("record", nargs="?", metavar="RECORD")
    replay.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    replay.add_argument("--json", action="store_true")

    simulate = commands.add_parser("simulate", help="many sittings, and who wins them", allow_abbrev=False)
    simulate.add_argument("case", metavar="CASE")
    simulate.add_argument("-n", dest="number", type=_count, default=200, metavar="N", help="how many sittings (200)")
    simulate.add_argument("--petitioner", default="novice", metavar="P", help="novice, scripted or greedy")
    simulate.add_argument("--respondent", default="novice", metavar="P", help="novice, scripted or greedy")
    simulate.add_argument("--bench", metavar="NAME|id,id,…")
    simulate.add_argument("--heat", choices=HEATS, default="normal")
    simulate.add_argument("--format", metavar="scotus-1997|amca|quick")
    simulate.add_argument(
        "--seed", type=_whole, default=0, metavar="N", help="of the first sitting; the next has one more"
    )
    simulate.add_argument("--json", action="store_true")

    graph = commands.add_parser("graph", help="pictures of a case", allow_abbrev=False)
    graph.add_argument("case", metavar="CASE")
    graph.add_argument("--what", choices=("decision", "attacks", "round"), default="decision")
    graph.add_argument("--as", dest="form", choices=("svg", "mermaid", "dot"), default="mermaid")
    graph.add_argument("-o", dest="output", metavar="FILE")

    new = commands.add_parser("new", help="a starting file", allow_abbrev=False)
    new.add_argument("what", choices=("case", "judge"))
    new.add_argument("id", metavar="ID")
    new.add_argument("--dir", dest="folder", default=".", metavar="D")

    cite = commands.add_parser("cite", help="check quotations and citations", allow_abbrev=False)
    cite.add_argument("case", metavar="CASE")
    cite.add_argument("--opinion", metavar="FILE", help="another text to check against")

    schema = commands.add_parser("schema", help="JSON Schema of a file", allow_abbrev=False)
    schema.add_argument("what", choices=("case", "judge", "record"))

    export = commands.add_parser("export", help="the control model, for a model checker", allow_abbrev=False)
    export.add_argument("case", metavar="CASE")
    export.add_argument("--promela", required=True, metavar="FILE")
    export.add_argument("--format", metavar="FORMAT")
    return top


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def _count(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a whole number of 1 or more")
    return number


_MODULES = {"list": "listing"}
"""Commands whose module cannot have their name."""

_STOPPED = 130
"""The exit code of a command stopped from the keyboard, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 done, 1 problems found, 2 wrong usage or unreadable file."""
    words = list(sys.argv[1:] if argv is None else argv)
    _forgiving()
    top = parser()
    if not words:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            print("moot: no terminal to open the game in; play line by line with: moot play --plain", file=sys.stderr)
            return 2
        words = ["play"]
    args, unknown = top.parse_known_args(words)
    if unknown:
        top.error(_unknown(top, args.command, unknown[0]))
    if args.command is None:
        top.print_help()
        return 0
    try:
        module = importlib.import_module(f"moot.commands.{_MODULES.get(args.command, args.command)}")
        code: int = module.run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone; that is not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MootError as error:
        from moot.files.text import clean

        print(f"moot: {clean(str(error), 1200)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nmoot: stopped", file=sys.stderr)
        return _STOPPED
    return code


def _forgiving() -> None:
    """Let no character stop a sitting: what the streams cannot carry becomes a question mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _unknown(top: argparse.ArgumentParser, command: str | None, word: str) -> str:
    """What to say of a word no command takes, with the nearest option."""
    options = top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction) and command is not None:
            options = action.choices[command]
    of = f"moot {command}" if command else "moot"
    if not word.startswith("-"):
        return f"{of} takes no further word {word!r}"
    known = [name for action in options._actions for name in action.option_strings]
    near = did_you_mean(word.split("=", 1)[0], known)
    return f"{of} has no option {word!r}" + (f"; did you mean {near!r}?" if near else "")


if __name__ == "__main__":
    raise SystemExit(main())
