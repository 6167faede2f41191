"""The dash of a speech that is cut off stays with its last word."""

from __future__ import annotations

import io

import pytest

from moot.plain.page import Page, Para
from moot.tui.text import Hanging, Ink, words, wrapped

SPEECH = "A deputy who follows a motorcycle has no time to \u2013"


@pytest.mark.parametrize("width", range(12, 60))
def test_a_dash_stood_alone_on_a_wrapped_line(width) -> None:
    rows = [row.plain.rstrip() for row in wrapped(words((SPEECH, Ink.QUOTE)), width)]
    assert "\u2013" not in rows
    assert " ".join(rows) == SPEECH
    assert all(len(row) <= width for row in rows)
    laid = Hanging(words("O'Connor"), [words(SPEECH)], indent=10, measure=width).laid(width + 10)
    assert all(row.strip() != "\u2013" for row in laid.plain.splitlines())


@pytest.mark.parametrize("width", range(12, 60))
def test_a_dash_began_a_line_of_the_plain_form(width) -> None:
    out = io.StringIO()
    Page(out, width).put([Para(SPEECH)])
    rows = out.getvalue().splitlines()
    assert not any(row.lstrip().startswith("\u2013") for row in rows)
    assert " ".join(row.strip() for row in rows if row.strip()) == SPEECH
    assert "\u00a0" not in out.getvalue()
