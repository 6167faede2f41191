"""The command line: thin. It reads words, calls a command, and turns a refusal into one line and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn, cast

import moot
from moot.commands import module_of
from moot.commands.streams import quiet, ready
from moot.errors import MootError, UnknownName, did_you_mean

__all__ = ["main", "parser"]


class Known:
    """The names in a registry, imported only when they are wanted: reading a command must not load the whole game."""

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    def __iter__(self) -> Iterator[str]:
        registry = getattr(importlib.import_module(self.module), self.name)
        return iter(registry() if callable(registry) else registry)

    def __contains__(self, word: object) -> bool:
        return word in tuple(self)


class KnownOrFile(Known):
    """The names in a registry, or the path of a YAML file."""

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or (isinstance(word, str) and word.endswith((".yaml", ".yml")))


SIDES = Known("moot.sitting.setup", "SIDES")
HEATS = Known("moot.round.heats", "HEATS")
CLOCKS = Known("moot.sitting.modes", "CLOCKS")
FORMATS = KnownOrFile("moot.round.format_names", "FORMAT_TITLES")
OPPONENTS = Known("moot.counsel.opponents", "names")
BENCHES = Known("moot.files.folders", "list_benches")
GRAPHS = Known("moot.commands.case.graph", "GRAPHS")
GRAPH_FORMS = Known("moot.commands.case.graph", "FORMS")


class _Parser(argparse.ArgumentParser):
    """Refuses in one line, with the nearest word where there is one. Its help lists what is in the registries."""

    # While arguments are added; None is the terminal's, and asking for it imports several modules that `moot list` can do without.
    _width: int | None = 80

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._listed: list[tuple[argparse.Action, str, Known]] = []

    def one_of(
        self, flag: str, known: Known, help: str = "", default: str | None = None, dest: str | None = None
    ) -> None:
        """An option that takes one of the names of a registry."""
        name = flag.lstrip("-")
        action = self.add_argument(
            flag, dest=dest or name, metavar=name.upper(), choices=cast("Sequence[str]", known), default=default
        )
        self._listed.append((action, help, known))

    def bench(self) -> None:
        """The option that takes a bench, or the ids of judges."""
        action = self.add_argument("--bench", metavar="NAME|id,id,…")
        self._listed.append((action, "judges by id, or a bench", BENCHES))

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, width=self._width)

    def format_usage(self) -> str:
        """The usage, as wide as the terminal."""
        self._width = None
        return super().format_usage()

    def format_help(self) -> str:
        """The help, as wide as the terminal, with the names that are known now."""
        self._width = None
        for action, help, known in self._listed:
            default = f" ({action.default})" if action.default else ""
            action.help = f"{help}{': ' if help else ''}{', '.join(known)}{default}".replace("%", "%%")
        return super().format_help()

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            refusal = str(UnknownName("command", str(value), [str(choice) for choice in action.choices]))
            if action.metavar != "COMMAND":
                name = "/".join(action.option_strings) or action.dest
                refusal = refusal.replace("no command", f"{name}: nothing is", 1)
            self._refuse(refusal)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or version. An output that cannot be written is an error here as everywhere; the library passes it over."""
        if message:
            (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        self._refuse(f"{message.removeprefix('argument ')} (try --help)")

    def _refuse(self, why: str) -> NoReturn:
        from moot.files.text import clean

        self.exit(2, f"moot: {clean(why, 600)}\n")


def parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    top = _Parser(prog="moot", description=moot.__doc__.splitlines()[0] if moot.__doc__ else None, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"moot {moot.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    play = commands.add_parser("play", help="play a round", allow_abbrev=False)
    play.add_argument("case", nargs="?", metavar="CASE", help="a shipped id or a path")
    play.one_of("--side", known=SIDES, help="whom you argue for")
    play.bench()
    play.one_of("--opponent", known=OPPONENTS, default="scripted")
    play.one_of("--heat", known=HEATS, default="normal", help="how often the bench asks")
    play.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    play.add_argument("--seed", type=_whole, metavar="N")
    play.one_of("--clock", known=CLOCKS, help="live: the seconds you take to choose count too")
    play.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    play.add_argument("--exam", action="store_true", help="nothing is taken back, and the bench keeps its counsel")
    play.add_argument("--assignment", metavar="FILE", help="what a coach has set: it settles all but --plain")
    play.add_argument("--resume", nargs="?", const="", metavar="RECORD", help="go on with a record (the newest)")

    demo = commands.add_parser("demo", help="hear the historical line", allow_abbrev=False)
    demo.add_argument("case", nargs="?", metavar="CASE")
    demo.bench()
    shape = demo.add_mutually_exclusive_group()
    shape.add_argument("--ask", action="store_true", help="in episodes: what would you say here?")
    shape.add_argument("--json", action="store_true")

    listing = commands.add_parser(
        "list", help="cases, judges, benches, formats, records, counsel, words", allow_abbrev=False
    )
    kinds = ("cases", "judges", "benches", "formats", "records", "counsel", "words")
    listing.add_argument(
        "what",
        nargs="?",
        choices=kinds,
        help="one kind only; counsel: how each opponent chooses; words: what each word of a file means",
    )
    listing.add_argument("--json", action="store_true")

    check = commands.add_parser("check", help="check a case or judge file, and prove a case", allow_abbrev=False)
    check.add_argument("paths", nargs="*", metavar="PATH|CASE")
    shape = check.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--sarif", action="store_true")
    check.add_argument("--bound", type=_count, metavar="N", help="stop at N control states and say BOUNDED")
    check.add_argument("--sample", type=_count, metavar="N", help="play N seeded lines instead and say SAMPLED")
    check.add_argument(
        "--fix", action="store_true", help="mend slips of YAML that have only one cure; keeps the old file"
    )
    check.add_argument("--no-proof", action="store_true", help="diagnostics only")
    check.one_of(
        "--format", known=FORMATS, help="prove under this format, or that of a file, instead of the case's own"
    )

    preview = commands.add_parser(
        "preview", help="play a case while you write it: checked and played again on every save", allow_abbrev=False
    )
    preview.add_argument("case", metavar="CASE", help="a case: a path, or a shipped id")
    preview.add_argument("--at", metavar="ID", help="start at this point or question")
    preview.add_argument("--after", metavar="ID,ID,…", help="with these points and answers said before it")
    preview.bench()
    preview.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    preview.add_argument("--no-proof", action="store_true", help="do not prove the case after a save")

    diff = commands.add_parser(
        "diff", help="what changed in meaning between two versions of a case", allow_abbrev=False
    )
    diff.add_argument("old", metavar="OLD", help="a case: a shipped id or a path")
    diff.add_argument("new", metavar="NEW", help="the same case, changed")
    diff.add_argument(
        "--no-proof", action="store_true", help="leave out the certificate, and what judges can be brought to"
    )
    diff.add_argument("--json", action="store_true")

    why = commands.add_parser("why", help="why each judge voted so", allow_abbrev=False)
    why.add_argument("record", nargs="?", metavar="RECORD")
    why.add_argument("judge", nargs="?", metavar="JUDGE")
    why.add_argument("--demo", metavar="CASE", help="the historical line of a case, instead of a record")
    why.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    why.add_argument("--json", action="store_true")

    review = commands.add_parser("review", help="what each move cost, and what was better", allow_abbrev=False)
    review.add_argument("record", nargs="?", metavar="RECORD")
    review.add_argument("--side", choices=("petitioner", "respondent"), metavar="SIDE", help="whose moves (yours)")
    review.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    review.add_argument("--workers", type=_count, metavar="N", help="work in N processes (2 where there are so many)")
    review.add_argument("--json", action="store_true")

    retry = commands.add_parser("retry", help="the questions you fumbled in a record, again", allow_abbrev=False)
    retry.add_argument("record", nargs="?", metavar="RECORD")
    retry.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    retry.add_argument("--plain", action="store_true", help="line by line (the only form there is)")

    drill = commands.add_parser("drill", help="five minutes of single questions", allow_abbrev=False)
    drill.add_argument("case", nargs="?", metavar="CASE", help="questions on this case only")
    drill.add_argument("--judge", metavar="ID", help="hot seat: ten questions from this judge")
    drill.add_argument("-n", dest="number", type=_count, metavar="N", help="how many questions (8; hot seat 10)")
    drill.add_argument("--plain", action="store_true", help="line by line (the only form there is)")

    history = commands.add_parser("history", help="your sittings so far, skill by skill", allow_abbrev=False)
    history.add_argument("--json", action="store_true")

    replay = commands.add_parser("replay", help="run a record again", allow_abbrev=False)
    replay.add_argument("record", nargs="?", metavar="RECORD")
    replay.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    replay.add_argument("--json", action="store_true")

    report = commands.add_parser("report", help="a sitting as a page; many as a gradebook", allow_abbrev=False)
    report.add_argument("records", nargs="*", metavar="RECORD", help="records, or folders of them (the newest)")
    report.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    told = report.add_mutually_exclusive_group()
    told.add_argument("--html", metavar="FILE", help="one page that needs nothing else")
    told.add_argument("--markdown", metavar="FILE")
    told.add_argument("--csv", metavar="FILE", help="the gradebook as a table: a line a sitting")

    opinion = commands.add_parser("opinion", help="read the opinions really written", allow_abbrev=False)
    opinion.add_argument("case", metavar="CASE")
    told = opinion.add_mutually_exclusive_group()
    told.add_argument("--page", metavar="N", help="this page, with its notes")
    told.add_argument("--find", metavar="WORDS", help="every paragraph that has them")

    judge = commands.add_parser("judge", help="fill in a ballot blind, then see moot's", allow_abbrev=False)
    judge.add_argument("record", nargs="?", metavar="RECORD", help="a record (the newest)")
    judge.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    judge.add_argument("--sheet", metavar="FILE", help="a score sheet: amca, jessup, or a file of your own")

    simulate = commands.add_parser("simulate", help="many sittings, and who wins them", allow_abbrev=False)
    simulate.add_argument("case", metavar="CASE")
    simulate.add_argument("-n", dest="number", type=_count, default=200, metavar="N", help="how many sittings (200)")
    simulate.one_of("--petitioner", known=OPPONENTS, default="novice")
    simulate.one_of("--respondent", known=OPPONENTS, default="novice")
    simulate.bench()
    simulate.one_of("--heat", known=HEATS, default="normal", help="how often the bench asks")
    simulate.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    simulate.add_argument(
        "--seed", type=_whole, default=0, metavar="N", help="of the first sitting; the next has one more"
    )
    simulate.add_argument("--workers", type=_count, default=1, metavar="N", help="hold them in N processes (1)")
    simulate.add_argument("--json", action="store_true")

    graph = commands.add_parser("graph", help="pictures of a case", allow_abbrev=False)
    graph.add_argument("case", metavar="CASE")
    graph.one_of("--what", known=GRAPHS, default="decision")
    graph.add_argument("--under", metavar="ID", help="of the questions, only those under this head or point")
    graph.one_of("--as", known=GRAPH_FORMS, default="mermaid", dest="form")
    graph.add_argument("-o", dest="output", metavar="FILE")

    new = commands.add_parser("new", help="a starting file", allow_abbrev=False)
    new.add_argument("what", choices=("case", "judge", "bench", "format"))
    new.add_argument("id", metavar="ID")
    new.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        help="for a case: make it of an opinion (.txt), a spreadsheet (.csv) or an outline (.md)",
    )
    new.add_argument("--dir", dest="folder", default=".", metavar="D")

    cite = commands.add_parser("cite", help="check quotations and citations", allow_abbrev=False)
    cite.add_argument("case", metavar="CASE")
    cite.add_argument("--opinion", metavar="FILE", help="another text to check against")

    schema = commands.add_parser("schema", help="JSON Schema of a file", allow_abbrev=False)
    schema.add_argument("what", choices=("case", "judge", "bench", "format", "record", "assignment", "sheet"))

    export = commands.add_parser(
        "export",
        help="a case for programs that check it independently, and its table of authorities",
        allow_abbrev=False,
    )
    export.add_argument("case", metavar="CASE")
    what = export.add_mutually_exclusive_group(required=True)
    what.add_argument("--promela", metavar="FILE", help="the control model, for the model checker SPIN")
    what.add_argument(
        "--certificate", metavar="FILE", help="what is proved, for docs/check_certificate.py, which needs no moot"
    )
    what.add_argument(
        "--authorities", metavar="FILE", help="the table of authorities: .md Markdown, .html a page, anything else text"
    )
    export.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")

    web = commands.add_parser("web", help="the game as a web page without a server", allow_abbrev=False)
    web.add_argument("cases", nargs="*", metavar="CASE", help="shipped ids or paths")
    web.add_argument("--assignment", metavar="FILE", help="what a coach has set is built in; it settles everything")
    where = web.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", dest="output", metavar="DIR", help="a folder for any static server")
    where.add_argument("--one-file", metavar="FILE", help="one HTML file that opens by a double click, offline")
    web.add_argument("--pyodide", metavar="DIR", help="the unpacked npm package pyodide, instead of asking npm for it")
    web.one_of("--side", known=SIDES, help="settled for whoever opens the page; so are the next five")
    web.bench()
    web.one_of("--opponent", known=OPPONENTS)
    web.one_of("--heat", known=HEATS)
    web.one_of("--format", known=FORMATS, help="or a format file")
    web.add_argument("--seed", type=_whole, metavar="N")
    web.add_argument("--exam", action="store_true", help="nothing is taken back")

    serve = commands.add_parser("serve", help="serve such a page on this machine alone", allow_abbrev=False)
    serve.add_argument("folder", metavar="DIR")
    serve.add_argument("--port", type=_whole, default=8000, metavar="N", help="8000; 0 for any that is free")
    return top


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        long = re.fullmatch(r"[+-]?[0-9]+", text) is not None
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number{' of at most 18 digits' * long}")
    return int(text)


def _count(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a whole number of 1 or more")
    return number


_STOPPED = 130
"""The exit code of a command stopped from the keyboard, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 done, 1 problems found, 2 wrong usage or unreadable file."""
    try:
        ready()
        return _run(list(sys.argv[1:] if argv is None else argv))
    except SystemExit:
        try:
            sys.stdout.flush()
        except OSError as error:
            return _refused(f"the output cannot be written: {error.strerror}")
        raise
    except BrokenPipeError:
        # Whoever read our output has gone; that is not an error of ours.
        quiet()
        return 0
    except MootError as error:
        from moot.files.text import clean

        return _refused(clean(str(error), 1200))
    except KeyboardInterrupt:
        _refused("stopped", before="\n")
        return _STOPPED
    except OSError as error:
        what = f"{error.filename}: " if error.filename else "the output cannot be written: "
        return _refused(what + (error.strerror or str(error)))
    except MemoryError:
        return _refused("there is not enough memory for this")


def _refused(why: str, before: str = "") -> int:
    quiet()
    with contextlib.suppress(OSError):
        print(f"{before}moot: {why}", file=sys.stderr, flush=True)
    return 2


def _run(words: list[str]) -> int:
    top = parser()
    if not words:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            print("moot: no terminal to open the game in; play line by line with: moot play --plain", file=sys.stderr)
            return 2
        words = ["play"]
    for word in words:
        if not word or (word.startswith("--") and word.endswith("=")):
            what = f"`{word[:-1]}` has an empty value" if word else "an empty name names nothing"
            raise MootError(f"{what}; write the name, or leave the option out (is a variable of your script not set?)")
    args, unknown = top.parse_known_args(words)
    if unknown:
        top.error(_unknown(top, args.command, unknown[0]))
    if args.command is None:
        top.print_help()
        return 0
    if str(getattr(args, "format", "")).endswith((".yaml", ".yml")):
        args.format = importlib.import_module("moot.files.formats.read").load_format(args.format)
    module = module_of(args.command)
    code: int = module.run(args)
    sys.stdout.flush()
    return code


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
