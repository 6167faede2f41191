"""`moot retry`, `moot drill`: line by line, whatever is typed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import moot
from moot.cli import main
from moot.files.practice import NAME, read_attempts
from moot.sitting.setup import new_session
from moot.study.policies import Answering


@pytest.fixture
def record(saves) -> str:
    session, path = new_session("first-argument", seed=3)
    session.open()
    while session.waiting:
        session.play(Answering(3, best=False).choose(session.round))
    return str(path)


def run(capsys, monkeypatch, typed: str, *words: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    try:
        code = main(list(words))
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_retry_goes_through_the_mistakes_and_leaves_the_record_alone(capsys, monkeypatch, record, saves) -> None:
    before = Path(record).read_bytes()
    code, out, err = run(capsys, monkeypatch, "view\n" * 60, "retry", record)
    assert (code, err) == (0, "")
    total = int(out.split("QUESTION 1 of ")[1].split()[0])
    assert f"QUESTION {total} of {total}" in out
    assert "You said: " in out
    assert f"{total} looked up." in out
    assert Path(record).read_bytes() == before
    found, bad = read_attempts()
    assert (len(found), bad) == (total, 0)
    assert {each.kind for each in found} == {"retry"}


def test_every_word_does_what_it_says(capsys, monkeypatch, record) -> None:
    code, out, _ = run(capsys, monkeypatch, "hint\nhelp\n0\n99\nnonsense\n\nskip\nquit\n", "retry", record)
    assert code == 0
    assert "Hint: " in out
    assert "view: see the answers" in out
    assert out.count("Type a number from 1 to ") == 4
    assert "Skipped." in out
    assert "1 skipped." in out
    assert "What you have answered is kept." in out


def test_the_end_of_the_input_ends_it_well(capsys, monkeypatch, record) -> None:
    code, out, err = run(capsys, monkeypatch, "", "retry", record)
    assert (code, err) == (0, "")
    assert "Nothing was answered." in out


def test_no_inner_id_is_shown(capsys, monkeypatch, record) -> None:
    _, out, _ = run(capsys, monkeypatch, "1\n2\n3\nhint\nview\n" * 20, "retry", record)
    case = moot.load_case("first-argument")
    for id in (*case.answers, *case.point, *case.questions):
        assert f" {id} " not in out
        assert f"({id})" not in out


def test_a_demo_has_nothing_of_yours_to_retry(capsys, monkeypatch, saves) -> None:
    assert run(capsys, monkeypatch, "", "demo", "first-argument", "--json")[0] == 0
    newest = next(saves.glob("*.jsonl"))
    code, out, err = run(capsys, monkeypatch, "", "retry", str(newest))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "is a demo" in err


def test_a_drill_asks_and_keeps_what_was_answered(capsys, monkeypatch, saves) -> None:
    code, out, err = run(capsys, monkeypatch, "1\nview\n" * 8, "drill", "first-argument", "-n", "4")
    assert (code, err) == (0, "")
    assert out.startswith("4 questions: 0 that you fumbled before, 4 new.")
    rows = [json.loads(row) for row in (saves / NAME).read_text().splitlines()]
    assert len(rows) == len({row["question"] for row in rows}) == 4


def test_the_hot_seat_names_the_judge(capsys, monkeypatch, saves) -> None:
    words = ("drill", "sacramento-v-lewis", "--judge", "souter", "-n", "3")
    code, out, err = run(capsys, monkeypatch, "view\n" * 3, *words)
    assert (code, err) == (0, "")
    assert "Hot seat: 3 questions from Justice Souter" in out
    assert out.count("QUESTION ") == 3


def test_a_judge_who_is_none_is_refused_with_a_suggestion(capsys, monkeypatch, saves) -> None:
    code, out, err = run(capsys, monkeypatch, "", "drill", "first-argument", "--judge", "sooter")
    assert (code, out) == (2, "")
    assert "did you mean 'souter'" in err


def test_where_the_log_cannot_be_written_practice_goes_on_and_says_so_once(capsys, monkeypatch, record, saves) -> None:
    (saves / NAME).mkdir()
    code, out, err = run(capsys, monkeypatch, "view\n" * 60, "retry", record)
    assert code == 0
    assert err.count("practice is not kept") == 1
    assert "looked up." in out
