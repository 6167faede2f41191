"""`moot report`: one sitting for a student, as a page or as Markdown; many for a gradebook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from moot.commands.output import write
from moot.commands.printing import say
from moot.errors import MootError
from moot.files.folders import find, home_of, is_folder, list_cases
from moot.files.records import SUFFIX, read_record
from moot.files.text import harmless
from moot.sitting.setup import record_path, replay

if TYPE_CHECKING:
    from moot.files.records.header import Header
    from moot.report.page.sitting import SittingPage

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Report one record, or many. Without a file to write, one is told as Markdown on standard output."""
    paths = _records(args.records)
    if len(paths) > 1 or args.csv is not None:
        return _gradebook(paths, args)
    page = _html(paths[0], args) if args.html is not None else _markdown(paths[0], args)
    _put(args.html or args.markdown, page)
    return 0


def _gradebook(paths: list[Path], args: argparse.Namespace) -> int:
    """Many records: the gradebook. Exit 1 where a record could not be read; it is named, and the rest are reported."""
    from moot.commands.course.gradebook import gradebook, tell_unread
    from moot.report.gradebook import gradebook_csv, gradebook_html, gradebook_lines

    if args.markdown is not None:
        raise MootError("--markdown is for one record; a gradebook is written with --csv or --html")
    rows, unread = gradebook(paths, args.case)
    if args.csv is not None:
        _put(args.csv, gradebook_csv(rows))
    elif args.html is not None:
        _put(args.html, gradebook_html(rows, unread))
    else:
        for line in gradebook_lines(rows):
            say(line)
    tell_unread(unread)
    return 1 if unread else 0


def _put(where: str | None, text: str) -> None:
    """Write to a file, or to standard output where none is named or it is `-`."""
    if where is None or where == "-":
        sys.stdout.write(harmless(text))
        return
    write(where, text)
    say(f"written: {where}", sys.stderr)


def _records(named: list[str]) -> list[Path]:
    """The records named: the newest where none is; every record in a folder that is named, and in the folders in it."""
    if not named:
        return [record_path(None, _tell)]
    found: list[Path] = []
    for name in named:
        path = home_of(name)
        if is_folder(path):
            inside = sorted(each for each in path.rglob(f"*{SUFFIX}") if each.is_file())
            if not inside:
                raise MootError(f"there is no record in the folder {name}")
            found += inside
        else:
            found.append(record_path(name, _tell))
    return list(dict.fromkeys(found))


def _told(path: Path, args: argparse.Namespace) -> SittingPage:
    from moot.report.page.sitting import gather

    data = read_record(path)
    round = replay(data, args.case, _tell)
    header = data.header
    human = header.human
    folder = find("case", args.case or round.case.id, list_cases()).parent
    counsel = "both sides" if human is None else round.case.party(human).called
    # An ISO time, as people write it.
    argued = header.started.replace("T", " ").replace("+00:00", " UTC")
    facts = (("Argued", argued), ("For", counsel), ("Against", header.opponent), ("Mode", header.mode))
    return gather(round, folder, human, (*_assigned(header), *facts))


def _assigned(header: Header) -> Iterator[tuple[str, str]]:
    if header.assignment:
        due = f", due {header.due}" if header.due else ""
        yield "Assignment", f"{header.assignment}{due}{', begun late' if header.late else ''}"


def _html(path: Path, args: argparse.Namespace) -> str:
    from moot.report.page.sitting_html import sitting_html

    return sitting_html(_told(path, args))


def _markdown(path: Path, args: argparse.Namespace) -> str:
    from moot.report.page.markdown import sitting_markdown

    return sitting_markdown(_told(path, args))


def _tell(line: str) -> None:
    say(line, sys.stderr)
