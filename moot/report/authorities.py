"""A table of authorities as text, Markdown and HTML."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator, Sequence

from moot.case import Case
from moot.files.cites.table import AuthorityRow
from moot.report.page.html import document, el, table
from moot.report.page.markdown import text
from moot.report.page.style import STYLE

__all__ = ["authorities_html", "authorities_markdown", "authorities_text"]

_WIDTH = 96
_PLACES = 34
_TITLE = "Table of authorities"
_HEAD = ("Authority", "Cited by counsel", "Cited by the court, at")
_NOTE = (
    "Counsel's headings are numbered as the case lists them. Pages are those of the opinions whose text is beside the case; "
    "an authority cited on more than five is cited passim."
)


def _groups(rows: Sequence[AuthorityRow]) -> Iterator[tuple[str, list[AuthorityRow]]]:
    for kind, those in itertools.groupby(rows, key=lambda row: row.kind):
        yield kind, list(those)


def _named(row: AuthorityRow) -> str:
    """The authority as a table names it; a statute whose name is its citation stands once."""
    return row.cite if row.name == row.cite else f"{row.name}, {row.cite}"


def _places(row: AuthorityRow) -> tuple[str, str]:
    return "; ".join(row.heads) or "-", ", ".join(row.pages) or "-"


def authorities_text(case: Case, rows: Sequence[AuthorityRow]) -> str:
    """The table for a terminal or a printer: the authority on the left, its places on the right."""
    lines = [_TITLE.upper(), case.caption, ""]
    for kind, those in _groups(rows):
        lines += [kind, ""]
        for row in those:
            counsel, court = _places(row)
            right = textwrap.wrap(counsel, _PLACES) + (
                textwrap.wrap(f"court: {court}", _PLACES) if court != "-" else []
            )
            left = textwrap.wrap(_named(row), _WIDTH - _PLACES - 6, subsequent_indent="  ")
            left += [""] * (len(right) - len(left))
            right += [""] * (len(left) - len(right))
            for number, (one, other) in enumerate(zip(left, right, strict=True)):
                dots = "." * max(0, _WIDTH - _PLACES - len(one) - 4) if number == 0 else ""
                lines.append(f"  {one} {dots:{_WIDTH - _PLACES - len(one) - 4}} {other}".rstrip())
        lines.append("")
    return "\n".join([*lines, *textwrap.wrap(_NOTE, _WIDTH)]) + "\n"


def authorities_markdown(case: Case, rows: Sequence[AuthorityRow]) -> str:
    """The table as Markdown, one for each kind."""
    blocks = [f"# {_TITLE}", text(case.caption)]
    for kind, those in _groups(rows):
        body = [" | ".join(map(text, (_named(row), *_places(row)))) for row in those]
        blocks += [f"## {kind}", "\n".join(f"| {line} |" for line in (" | ".join(_HEAD), "--- | --- | ---", *body))]
    return "\n\n".join([*blocks, text(_NOTE)]) + "\n"


def authorities_html(case: Case, rows: Sequence[AuthorityRow]) -> str:
    """The table as a page of its own that prints."""
    tables = [table(kind, _HEAD, ((_named(row), *_places(row)) for row in those)) for kind, those in _groups(rows)]
    main = el("main", el("h1", _TITLE), el("p", case.caption), *tables, el("p", _NOTE))
    return document(f"{_TITLE}: {case.caption}", STYLE, main)
