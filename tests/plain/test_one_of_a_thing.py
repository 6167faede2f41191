"""What is counted is in the singular where there is one of it."""

from __future__ import annotations

import io
import re

import moot
from moot.cli import main
from moot.plain.review import _words


def test_a_drill_of_one_question_is_not_1_questions(monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["drill", "first-argument", "-n", "1"]) == 0
    assert capsys.readouterr().out.startswith("1 question: 0 that you fumbled before, 1 new.")


def test_a_minute_is_kept_for_the_reply_and_not_1_minutes() -> None:
    round = moot.Round(moot.load_case("first-argument"), moot.load_bench("three"), seed=1, format="quick")
    opening = round.legal[0]
    assert opening.reserve == 1
    assert _words(round, str(opening)).endswith("; 1 minute kept")


def test_one_quotation_is_not_1_quotations(monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path))
    assert main(["new", "case", "tiny", "--dir", str(tmp_path)]) == 0
    main(["cite", str(tmp_path / "tiny.yaml")])
    said = "".join(capsys.readouterr())
    assert not re.search(r"\b1 (quotations|citations)", said)
    assert "citation" in said


def test_an_opinion_of_one_page_is_not_on_pages_105_to_105(capsys) -> None:
    assert main(["opinion", "first-argument"]) == 0
    said = capsys.readouterr().out
    assert "Judge Vale: page 105; " in said
    assert "The Court: pages 101 to 104; " in said
