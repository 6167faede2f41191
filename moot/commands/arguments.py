"""What each command takes. The parser of one command is made only where that one is typed: start-up is measured."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import moot
from moot.commands.parsing import CommandParser, Known, KnownOrFile, count, whole_number

__all__ = ["parser"]

SIDES = Known("moot.sitting.setup", "SIDES")
HEATS = Known("moot.round.asking.heats", "HEATS")
CLOCKS = Known("moot.sitting.modes", "CLOCKS")
FORMATS = KnownOrFile("moot.round.text.format_names", "FORMAT_TITLES")
OPPONENTS = Known("moot.counsel.opponents", "names")
GRAPHS = Known("moot.commands.case.graph", "GRAPHS")
GRAPH_FORMS = Known("moot.commands.case.graph", "FORMS")


def _play(it: CommandParser) -> None:
    it.add_argument("case", nargs="?", metavar="CASE", help="a shipped id or a path")
    it.one_of("--side", known=SIDES, help="whom you argue for")
    it.bench()
    it.one_of("--opponent", known=OPPONENTS, default="scripted")
    it.one_of("--heat", known=HEATS, default="normal", help="how often the bench asks")
    it.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    it.add_argument("--seed", type=whole_number, metavar="N")
    it.one_of("--clock", known=CLOCKS, help="live: the seconds you take to choose count too")
    it.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    it.add_argument("--exam", action="store_true", help="nothing is taken back, and the bench keeps its counsel")
    it.add_argument("--assignment", metavar="FILE", help="what a coach has set: it settles all but --plain")
    it.add_argument("--resume", nargs="?", const="", metavar="RECORD", help="go on with a record (the newest)")


def _demo(it: CommandParser) -> None:
    it.add_argument("case", nargs="?", metavar="CASE")
    it.bench()
    shape = it.add_mutually_exclusive_group()
    shape.add_argument("--ask", action="store_true", help="in episodes: what would you say here?")
    shape.add_argument("--json", action="store_true")


def _list(it: CommandParser) -> None:
    kinds = ("cases", "judges", "benches", "formats", "records", "counsel", "words")
    it.add_argument(
        "what",
        nargs="?",
        choices=kinds,
        help="one kind only; counsel: how each opponent chooses; words: what each word of a file means",
    )
    it.add_argument("--json", action="store_true")


def _check(it: CommandParser) -> None:
    it.add_argument("paths", nargs="*", metavar="PATH|CASE")
    shape = it.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--sarif", action="store_true")
    it.add_argument("--bound", type=count, metavar="N", help="stop at N control states and say BOUNDED")
    it.add_argument("--sample", type=count, metavar="N", help="play N seeded lines instead and say SAMPLED")
    it.add_argument("--fix", action="store_true", help="mend slips of YAML that have only one cure; keeps the old file")
    it.add_argument("--no-proof", action="store_true", help="diagnostics only")
    it.one_of("--format", known=FORMATS, help="prove under this format, or that of a file, instead of the case's own")


def _preview(it: CommandParser) -> None:
    it.add_argument("case", metavar="CASE", help="a case: a path, or a shipped id")
    it.add_argument("--at", metavar="ID", help="start at this point or question")
    it.add_argument("--after", metavar="ID,ID,…", help="with these points and answers said before it")
    it.bench()
    it.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    it.add_argument("--no-proof", action="store_true", help="do not prove the case after a save")


def _diff(it: CommandParser) -> None:
    it.add_argument("old", metavar="OLD", help="a case: a shipped id or a path")
    it.add_argument("new", metavar="NEW", help="the same case, changed")
    it.add_argument(
        "--no-proof", action="store_true", help="leave out the certificate, and what judges can be brought to"
    )
    it.add_argument("--json", action="store_true")


def _why(it: CommandParser) -> None:
    it.add_argument("record", nargs="?", metavar="RECORD")
    it.add_argument("judge", nargs="?", metavar="JUDGE")
    it.add_argument("--demo", metavar="CASE", help="the historical line of a case, instead of a record")
    it.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    it.add_argument("--json", action="store_true")


def _review(it: CommandParser) -> None:
    it.add_argument("record", nargs="?", metavar="RECORD")
    it.add_argument("--side", choices=("petitioner", "respondent"), metavar="SIDE", help="whose moves (yours)")
    it.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    it.add_argument("--workers", type=count, metavar="N", help="work in N processes (2 where there are so many)")
    it.add_argument("--json", action="store_true")


def _retry(it: CommandParser) -> None:
    it.add_argument("record", nargs="?", metavar="RECORD")
    it.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    it.add_argument("--plain", action="store_true", help="line by line (the only form there is)")


def _drill(it: CommandParser) -> None:
    it.add_argument("case", nargs="?", metavar="CASE", help="questions on this case only")
    it.add_argument("--judge", metavar="ID", help="hot seat: ten questions from this judge")
    it.add_argument("-n", dest="number", type=count, metavar="N", help="how many questions (8; hot seat 10)")
    it.add_argument("--plain", action="store_true", help="line by line (the only form there is)")


def _history(it: CommandParser) -> None:
    it.add_argument("--json", action="store_true")


def _replay(it: CommandParser) -> None:
    it.add_argument("record", nargs="?", metavar="RECORD")
    it.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    it.add_argument("--json", action="store_true")


def _report(it: CommandParser) -> None:
    it.add_argument("records", nargs="*", metavar="RECORD", help="records, or folders of them (the newest)")
    it.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    told = it.add_mutually_exclusive_group()
    told.add_argument("--html", metavar="FILE", help="one page that needs nothing else")
    told.add_argument("--markdown", metavar="FILE")
    told.add_argument("--csv", metavar="FILE", help="the gradebook as a table: a line a sitting")


def _opinion(it: CommandParser) -> None:
    it.add_argument("case", metavar="CASE")
    told = it.add_mutually_exclusive_group()
    told.add_argument("--page", metavar="N", help="this page, with its notes")
    told.add_argument("--find", metavar="WORDS", help="every paragraph that has them")


def _judge(it: CommandParser) -> None:
    it.add_argument("record", nargs="?", metavar="RECORD", help="a record (the newest)")
    it.add_argument("--case", metavar="PATH", help="where the case is, if it is not a known one")
    it.add_argument("--sheet", metavar="FILE", help="a score sheet: amca, jessup, or a file of your own")


def _simulate(it: CommandParser) -> None:
    it.add_argument("case", metavar="CASE")
    it.add_argument("-n", dest="number", type=count, default=200, metavar="N", help="how many sittings (200)")
    it.one_of("--petitioner", known=OPPONENTS, default="novice")
    it.one_of("--respondent", known=OPPONENTS, default="novice")
    it.bench()
    it.one_of("--heat", known=HEATS, default="normal", help="how often the bench asks")
    it.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")
    it.add_argument(
        "--seed", type=whole_number, default=0, metavar="N", help="of the first sitting; the next has one more"
    )
    it.add_argument("--workers", type=count, default=1, metavar="N", help="hold them in N processes (1)")
    it.add_argument("--json", action="store_true")


def _graph(it: CommandParser) -> None:
    it.add_argument("case", metavar="CASE")
    it.one_of("--what", known=GRAPHS, default="decision")
    it.add_argument("--under", metavar="ID", help="of the questions, only those under this head or point")
    it.one_of("--as", known=GRAPH_FORMS, default="mermaid", dest="form")
    it.add_argument("-o", dest="output", metavar="FILE")


def _new(it: CommandParser) -> None:
    it.add_argument("what", choices=("case", "judge", "bench", "format"))
    it.add_argument("id", metavar="ID")
    it.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        help="for a case: make it of an opinion (.txt), a spreadsheet (.csv) or an outline (.md)",
    )
    it.add_argument("--dir", dest="folder", default=".", metavar="D")


def _cite(it: CommandParser) -> None:
    it.add_argument("case", metavar="CASE")
    it.add_argument("--opinion", metavar="FILE", help="another text to check against")


def _schema(it: CommandParser) -> None:
    it.add_argument("what", choices=("case", "judge", "bench", "format", "record", "assignment", "sheet"))


def _export(it: CommandParser) -> None:
    it.add_argument("case", metavar="CASE")
    what = it.add_mutually_exclusive_group(required=True)
    what.add_argument("--promela", metavar="FILE", help="the control model, for the model checker SPIN")
    what.add_argument(
        "--certificate", metavar="FILE", help="what is proved, for docs/check_certificate.py, which needs no moot"
    )
    what.add_argument(
        "--authorities", metavar="FILE", help="the table of authorities: .md Markdown, .html a page, anything else text"
    )
    it.one_of("--format", known=FORMATS, help="or a format file, instead of the case's own")


def _web(it: CommandParser) -> None:
    it.add_argument("cases", nargs="*", metavar="CASE", help="shipped ids or paths")
    it.add_argument("--assignment", metavar="FILE", help="what a coach has set is built in; it settles everything")
    where = it.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", dest="output", metavar="DIR", help="a folder for any static server")
    where.add_argument("--one-file", metavar="FILE", help="one HTML file that opens by a double click, offline")
    it.add_argument("--pyodide", metavar="DIR", help="the unpacked npm package pyodide, instead of asking npm for it")
    it.one_of("--side", known=SIDES, help="settled for whoever opens the page; so are the next five")
    it.bench()
    it.one_of("--opponent", known=OPPONENTS)
    it.one_of("--heat", known=HEATS)
    it.one_of("--format", known=FORMATS, help="or a format file")
    it.add_argument("--seed", type=whole_number, metavar="N")
    it.add_argument("--exam", action="store_true", help="nothing is taken back")


def _serve(it: CommandParser) -> None:
    it.add_argument("folder", metavar="DIR")
    it.add_argument("--port", type=whole_number, default=8000, metavar="N", help="8000; 0 for any that is free")


_COMMANDS: dict[str, tuple[str, Callable[[CommandParser], None]]] = {
    "play": ("play a round", _play),
    "demo": ("hear the historical line", _demo),
    "list": ("cases, judges, benches, formats, records, counsel, words", _list),
    "check": ("check a case or judge file, and prove a case", _check),
    "preview": ("play a case while you write it: checked and played again on every save", _preview),
    "diff": ("what changed in meaning between two versions of a case", _diff),
    "why": ("why each judge voted so", _why),
    "review": ("what each move cost, and what was better", _review),
    "retry": ("the questions you fumbled in a record, again", _retry),
    "drill": ("five minutes of single questions", _drill),
    "history": ("your sittings so far, skill by skill", _history),
    "replay": ("run a record again", _replay),
    "report": ("a sitting as a page; many as a gradebook", _report),
    "opinion": ("read the opinions really written", _opinion),
    "judge": ("fill in a ballot blind, then see moot's", _judge),
    "simulate": ("many sittings, and who wins them", _simulate),
    "graph": ("pictures of a case", _graph),
    "new": ("a starting file", _new),
    "cite": ("check quotations and citations", _cite),
    "schema": ("JSON Schema of a file", _schema),
    "export": ("a case for programs that check it independently, and its table of authorities", _export),
    "web": ("the game as a web page without a server", _web),
    "serve": ("serve such a page on this machine alone", _serve),
}


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The parser of every command; where the word typed is one of them, of that one alone."""
    top = CommandParser(
        prog="moot", description=moot.__doc__.splitlines()[0] if moot.__doc__ else None, allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"moot {moot.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=CommandParser)
    for name in (command,) if command in _COMMANDS else _COMMANDS:
        help, add_to = _COMMANDS[name]
        add_to(commands.add_parser(name, help=help, allow_abbrev=False))
    return top
