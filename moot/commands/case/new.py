"""`moot new`: a commented starting file that checks clean and plays, or one made of an opinion, a spreadsheet or an outline."""

from __future__ import annotations

import argparse
import re
import sys
from importlib import resources
from pathlib import Path

from moot.commands.printing import say
from moot.errors import MootError
from moot.files.cites.opinion_text import MAX_OPINION
from moot.files.folders import home_of, is_there, read_bytes
from moot.files.outline.begin import head_of
from moot.files.outline.cut import Cut, cut
from moot.files.outline.drafted import drafted
from moot.files.outline.markdown import read_outline
from moot.files.outline.skeleton import skeleton
from moot.files.outline.table import read_table
from moot.files.whole import write_whole
from moot.sitting.words.spoken import plural

__all__ = ["run"]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FEWEST_WORDS = 50
_TABLES = frozenset({".csv", ".tsv"})
_OUTLINES = frozenset({".md", ".markdown"})
_SHEETS = frozenset({".xlsx", ".xls", ".ods", ".numbers"})


def run(args: argparse.Namespace) -> int:
    """Write the file; refuses to write over one."""
    if not _ID.fullmatch(args.id):
        raise MootError(f"{args.id!r} cannot be an id; use lower-case words joined by hyphens, such as my-case")
    folder = home_of(args.folder)
    path = folder / f"{args.id}.yaml"
    if is_there(path):
        raise MootError(f"{path} exists already; choose another id, or --dir")
    if args.source is None:
        text = resources.files("moot.templates").joinpath(f"{args.what}.yaml").read_text(encoding="utf-8")
        _write(path, text.replace(f"{args.what.upper()}-ID", args.id))
        say(str(path))
        return 0
    if args.what != "case":
        raise MootError(
            "--from makes a case, of an opinion (.txt), a spreadsheet (.csv) or an outline (.md): moot new case ID --from FILE"
        )
    source = home_of(args.source)
    ending = source.suffix.lower()
    if ending in _TABLES:
        return _from_draft(args.id, source, path, table=True)
    if ending in _OUTLINES:
        return _from_draft(args.id, source, path, table=False)
    if ending in _SHEETS:
        raise MootError(f"{source} is not plain text; save the sheet as CSV (in Excel: CSV UTF-8), and give that file")
    return _from_opinion(args.id, source, path)


def _from_draft(id: str, source: Path, path: Path, *, table: bool) -> int:
    """A case out of a coach's spreadsheet or outline."""
    text = _plain_text(source, "sheet" if table else "outline")
    draft, passed = read_table(text, source.name) if table else (read_outline(text, source.name), [])
    case = drafted(id, draft, source.name)
    _write(path, case)
    say(str(path))
    points = [point for issue in draft.issues for those in issue.points.values() for point in those]
    counts = (
        f"{_counted(len(draft.issues), 'issue')}",
        f"{_counted(len(points), 'point')}",
        f"{_counted(sum(len(each.questions) for each in points), 'question')}",
    )
    more = f"; columns passed over: {', '.join(passed)}" if passed else ""
    more += (
        f"; {_counted(len(draft.left_over), 'line')} without a place, kept at the end as comments"
        if draft.left_over
        else ""
    )
    say(
        f"found {', '.join(counts)}{more}\n{_left(case)} texts are left to write: moot check {path} lists them",
        sys.stderr,
    )
    return 0


def _counted(many: int, what: str) -> str:
    return f"{many} {what}{'s' * (many != 1)}"


def _left(case: str) -> int:
    return sum(line.count('"TODO') for line in case.splitlines() if not line.lstrip().startswith("#"))


def _from_opinion(id: str, source: Path, path: Path) -> int:
    text = _opinion(source)
    found = cut(text)
    beside = path.with_name(f"{id}.opinion.txt")
    if is_there(beside) and beside.resolve() != source.resolve():
        raise MootError(f"{beside} exists already; choose another id, or --dir")
    case = skeleton(id, found, source.name, head_of(text))
    if not is_there(beside):
        _write(beside, found.paged.text)
    _write(path, case)
    say(str(path))
    say(str(beside))
    say(_told(found, case, id), sys.stderr)
    return 0


def _told(found: Cut, case: str, id: str) -> str:
    pages = found.paged.pages
    counts = (
        f"{plural(len(pages), 'page')} ({pages[0]} to {pages[-1]}, {found.paged.style})" if pages else "no page marks",
        plural(len(found.opinions), "opinion"),
        plural(sum(len(each.held) for each in found.opinions), "holding"),
        plural(len(found.cited), "authority", "authorities"),
        plural(len(found.quoted), "quotation"),
    )
    return f"found {', '.join(counts)}\n{_left(case)} texts are left to write: moot check {id}.yaml lists them"


def _opinion(source: Path) -> str:
    """The text of an opinion. Raises :class:`~moot.errors.MootError` for what is not one."""
    text = _plain_text(source, "opinion")
    if len(text.split()) < _FEWEST_WORDS:
        raise MootError(f"{source} has fewer than {_FEWEST_WORDS} words; give the whole text of an opinion")
    return text


def _plain_text(source: Path, what: str) -> str:
    data = read_bytes(source, MAX_OPINION)
    if data[:4] in (b"%PDF", b"PK\x03\x04") or data[:5] == b"{\\rtf":
        raise MootError(
            f"{source} is not plain text; save the {what} as {'CSV' if what == 'sheet' else 'plain text (.txt)'} in UTF-8 first"
        )
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError:
        raise MootError(
            f"{source} is not UTF-8 text; save it as {'CSV' if what == 'sheet' else 'plain text'} in UTF-8"
        ) from None
    return text.removeprefix("\ufeff")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        raise MootError(f"cannot write {path}: {error.strerror}") from None
