"""`moot review`: what it prints, and what it says where there is nothing to review."""

from __future__ import annotations

import json
import re

import pytest

import moot
from moot.cli import main
from moot.sitting.setup import new_session
from moot.study.review import whole


def run(capsys, *words: str) -> tuple[int, str, str]:
    try:
        code = main(["review", *words])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def record(saves) -> str:
    session, path = new_session("first-argument", seed=3)
    session.open()
    while session.waiting:
        session.play(moot.counsel.Novice(4).choose(session.round))
    return str(path)


def test_what_is_read_and_the_document_say_the_same(capsys, record, monkeypatch) -> None:
    code, out, err = run(capsys, record, "--workers", "1")
    assert (code, err) == (0, "")
    found = json.loads(run(capsys, record, "--workers", "1", "--json")[1])
    assert f"Votes for the petitioner: {found['votes']} of {len(found['bench'])}." in out
    assert f"{len(found['moves'])} choices: " in out
    for each in found["moves"]:
        assert re.search(rf"^ *{each['ply']} {each['class']}; ", out, re.MULTILINE), each["ply"]
    assert "docs/review.md" in out
    # No inner id where a student reads.
    case = moot.load_case("first-argument")
    for id in (*case.answers, *case.point, *case.questions):
        assert f" {id} " not in out


def test_an_interrupted_review_prints_what_it_has(capsys, record, monkeypatch) -> None:
    measured = whole.measure
    done: list[int] = []

    def stopped(*args, **more):
        if len(done) == 3:
            raise KeyboardInterrupt
        done.append(1)
        return measured(*args, **more)

    monkeypatch.setattr(whole, "measure", stopped)
    code, out, err = run(capsys, record, "--workers", "1")
    assert code == 130
    assert "3 of" in err
    assert "3 choices: " in out
    assert "stopped before it was whole" in out


def test_a_record_without_a_move_is_refused_in_one_line(capsys, saves) -> None:
    _, path = new_session("first-argument", seed=3)
    code, out, err = run(capsys, str(path))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "holds no move yet" in err


def test_a_side_that_made_no_choice_is_refused_in_one_line(capsys, saves) -> None:
    session, path = new_session("first-argument", seed=3)
    session.open()
    session.play(next(iter(session.round.legal)))
    code, out, err = run(capsys, str(path), "--side", "respondent")
    assert (code, out) == (2, "")
    assert "the respondent has made no choice" in err
