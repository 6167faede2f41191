"""Rulings of every kind are written word for word as they were. If one differs and the change is meant: `python scripts/goldens.py`, and read the diff."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from moot.opinion import ruling_document
from tests.opinion.as_written import HOME, RULINGS, ruling_of, texts


@pytest.mark.parametrize("name", texts())
def test_a_ruling_is_written_as_it_was(name: str) -> None:
    golden = HOME / f"{name}.txt"
    assert golden.exists(), "run python scripts/goldens.py"
    assert texts()[name]() == golden.read_text(encoding="utf-8")


def test_no_ruling_is_left_over() -> None:
    assert {path.stem for path in HOME.iterdir()} == set(texts())


@pytest.mark.parametrize("drawn", RULINGS[::4], ids=str)
def test_the_plain_lines_and_the_markdown_tell_the_same(drawn) -> None:
    document = ruling_document(ruling_of(*drawn))
    assert document.under
    for one in (document, replace(document, under="")):
        # Markdown has the notice before the court, the plain form after it.
        plain = re.findall(r"\w+", " ".join(one.lines(10_000)).lower())
        marked = re.findall(r"\w+", html.unescape(one.markdown()).lower())
        assert sorted(plain) == sorted(marked)
        assert "" not in [block.strip() for block in one.markdown().split("\n\n")]
