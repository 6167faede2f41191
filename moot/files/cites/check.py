"""Quotations are verbatim and stand on their pages; citations are well formed."""

from __future__ import annotations

from collections.abc import Callable

from moot.case import Case
from moot.errors import Diagnostic, Key
from moot.files.cites.fold import fold
from moot.files.cites.form import well_formed
from moot.files.cites.opinion_text import OpinionPage, OpinionText, read_opinion
from moot.files.cites.quotations import MOST_WORDS, check_quotations

__all__ = [
    "MOST_WORDS",
    "OpinionPage",
    "OpinionText",
    "check_citations",
    "check_quotations",
    "fold",
    "read_opinion",
]


def check_citations(case: Case, known: Callable[[str], bool] = well_formed) -> list[Diagnostic]:
    """Citations of authorities, and of the case itself, whose form is not ``known``. They are warnings."""
    rows: list[tuple[Key, str]] = [
        (("authorities", index, "cite"), item.cite) for index, item in enumerate(case.authorities)
    ]
    if case.real and case.citation:
        rows.append((("citation",), case.citation))
    help = "write volume, reporter, page and (court year), such as 785 F.2d 534 (CA5 1986)"
    return [
        Diagnostic("M318", f"this citation has no form we know: {cite}", key, help, "warning")
        for key, cite in rows
        if not known(cite)
    ]
