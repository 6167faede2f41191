"""The command line: thin. It reads words, calls a command, and turns a refusal into one line and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import sys
from collections.abc import Sequence

import moot
from moot.commands import module_of
from moot.commands.parsing import CommandParser, Known, KnownOrFile, count, whole_number
from moot.commands.streams import quiet, ready
from moot.errors import MootError, did_you_mean

__all__ = ["main", "parser"]


SIDES = Known("moot.sitting.setup", "SIDES")
HEATS = Known("moot.round.asking.heats", "HEATS")
CLOCKS = Known("moot.sitting.modes", "CLOCKS")
FORMATS = KnownOrFile("moot.round.text.format_names", "FORMAT_TITLES")
OPPONENTS = Known("moot.counsel.opponents", "names")
GRAPHS = Known("moot.commands.case.graph", "GRAPHS")
GRAPH_FORMS = Known("moot.commands.case.graph", "FORMS")


def parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    top = CommandParser(
        prog="moot", description=moot.__doc__.splitlines()[0] if moot.__doc__ else None, allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"moot {moot.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=CommandParser)

    play = commands.add_parser("play", help="play a round", allow_abbrev=False)
    play.add_argument("case", nargs="?", metavar="CASE", help="a shipped id or a path")
    play.one_of("--side", known=SIDES, help="whom you argue for")
    play.bench()
    play.one_of("--opponent", known=OPPONENTS, default="scripted")
    play.one_of("--heat", known=HEATS, default="normal", help="how often the bench asks")
    play.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    play.add_argument("--seed", type=whole_number, metavar="N")
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
    check.add_argument("--bound", type=count, metavar="N", help="stop at N control states and say BOUNDED")
    check.add_argument("--sample", type=count, metavar="N", help="play N seeded lines instead and say SAMPLED")
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
    review.add_argument("--workers", type=count, metavar="N", help="work in N processes (2 where there are so many)")
    review.add_argument("--json", action="store_true")

    retry = commands.add_parser("retry", help="the questions you fumbled in a record, again", allow_abbrev=False)
    retry.add_argument("record", nargs="?", metavar="RECORD")
    retry.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    retry.add_argument("--plain", action="store_true", help="line by line (the only form there is)")

    drill = commands.add_parser("drill", help="five minutes of single questions", allow_abbrev=False)
    drill.add_argument("case", nargs="?", metavar="CASE", help="questions on this case only")
    drill.add_argument("--judge", metavar="ID", help="hot seat: ten questions from this judge")
    drill.add_argument("-n", dest="number", type=count, metavar="N", help="how many questions (8; hot seat 10)")
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
    simulate.add_argument("-n", dest="number", type=count, default=200, metavar="N", help="how many sittings (200)")
    simulate.one_of("--petitioner", known=OPPONENTS, default="novice")
    simulate.one_of("--respondent", known=OPPONENTS, default="novice")
    simulate.bench()
    simulate.one_of("--heat", known=HEATS, default="normal", help="how often the bench asks")
    simulate.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    simulate.add_argument(
        "--seed", type=whole_number, default=0, metavar="N", help="of the first sitting; the next has one more"
    )
    simulate.add_argument("--workers", type=count, default=1, metavar="N", help="hold them in N processes (1)")
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
    web.add_argument("--seed", type=whole_number, metavar="N")
    web.add_argument("--exam", action="store_true", help="nothing is taken back")

    serve = commands.add_parser("serve", help="serve such a page on this machine alone", allow_abbrev=False)
    serve.add_argument("folder", metavar="DIR")
    serve.add_argument("--port", type=whole_number, default=8000, metavar="N", help="8000; 0 for any that is free")
    return top


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
