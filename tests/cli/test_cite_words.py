"""`moot cite` says in four words how the quotations stand, and how many it could not check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moot.cli import main

FILES = Path(__file__).parents[1] / "files"
QUOTE = "quote: A sign is the least that fairness asks."


@pytest.fixture
def cited(tmp_path, capsys):
    def cite(old: str = QUOTE, new: str = QUOTE) -> str:
        text = (FILES / "base-case.yaml").read_text(encoding="utf-8")
        assert old in text
        (tmp_path / "base-case.yaml").write_text(text.replace(old, new), encoding="utf-8")
        shutil.copy(FILES / "base-case.opinion.txt", tmp_path)
        main(["cite", str(tmp_path / "base-case.yaml")])
        said = capsys.readouterr()
        return said.out + said.err

    return cite


def test_each_of_the_four_words(cited) -> None:
    assert "1 checked against a text at hand: 1 verbatim at its page;" in cited()
    assert ": 1 verbatim elsewhere;" in cited('pin: "4", quote', 'pin: "5", quote')
    assert ": 1 altered;" in cited(QUOTE, "quote: A sign is the most that fairness asks.")
    assert ": 1 not found;" in cited(QUOTE, "quote: Cats are never towed anywhere.")


def test_a_text_that_cannot_be_read_was_counted_as_checked(cited) -> None:
    assert "0 checked against a text at hand: 1 not checked;" in cited("text: base-case.opinion.txt", "text: gone.txt")
    assert "0 checked against a text at hand: 1 not checked;" in cited("    text: base-case.opinion.txt\n", "")
