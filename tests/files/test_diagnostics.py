"""Diagnostics are shown as compilers show them, and nothing in a file can act on the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import Diagnostic
from moot.files.diagnostics.render import CODES, register, render, render_all

SOURCE = "caption: A v. B\nissues:\n  - {id: standing, text: Wer darf klagen?}\n"


def test_the_whole_picture():
    problem = Diagnostic(
        "M204", "no issue is called `standin`", (), "did you mean `standing`?", "error", "a.yaml", 3, 10
    )
    assert render(problem, SOURCE) == (
        "error[M204]: no issue is called `standin`\n"
        " --> a.yaml:3:10\n"
        "  |\n"
        "3 |   - {id: standing, text: Wer darf klagen?}\n"
        "  |          ^\n"
        "  |\n"
        "  = help: did you mean `standing`?"
    )


def test_a_long_line_is_cut_around_the_caret():
    row = "a: " + "x" * 300 + "HERE" + "y" * 300
    shown = render(Diagnostic("M100", "m", file="f", line=1, column=row.index("HERE") + 1), row).split("\n")
    assert len(shown[3]) < 110
    assert shown[3].startswith("1 | …")
    assert shown[3].endswith("…")
    assert shown[3][shown[4].index("^") :].startswith("HERE")


def test_the_caret_stands_under_wide_letters():
    shown = render(Diagnostic("M100", "m", file="f", line=1, column=4), "法律: x").split("\n")
    assert shown[4] == "  | " + " " * 5 + "^"


@given(st.text(max_size=80), st.text(max_size=20), st.integers(0, 9), st.integers(0, 200))
def test_nothing_in_a_file_acts_on_the_screen(source: str, words: str, line: int, column: int):
    shown = render(Diagnostic("M101", words, (), words, "error", words, line, column), source)
    assert all(row.isprintable() for row in shown.split("\n"))


def test_the_count_comes_last():
    error, warning = Diagnostic("M101", "x"), Diagnostic("M116", "y", severity="warning")
    assert render_all([error, warning, warning]).endswith("\n\n1 error and 2 warnings")
    assert render_all([]) == ""


def test_a_code_keeps_its_meaning():
    register({"M101": tuple(CODES["M101"])})
    with pytest.raises(ValueError, match="M101"):
        register({"M101": ("something else", "error", "No.")})


def test_explanations_are_whole_sentences():
    for code, row in CODES.items():
        assert row.explanation.endswith("."), code
        assert not row.title.endswith("."), code
