"""`moot demo --ask`: the real argument in episodes, with a stop before each answer."""

from __future__ import annotations

import io
import re
import sys

import pytest

import moot
from moot.cli import main
from moot.files.practice import read_attempts
from moot.files.records import kept
from moot.round import moves
from moot.sitting.practice.worked import Episode, QuestionStop, ToldEvents, worked_example

CASE = "first-argument"


def run(capsys, monkeypatch, typed: str, *words: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    try:
        code = main(["demo", *words])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def _line() -> moot.Round:
    case = moot.load_case(CASE)
    assert case.historical is not None
    return moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)


def test_every_event_is_told_once_and_every_answer_is_asked_for() -> None:
    from moot.sitting.retelling import retell

    round = _line()
    steps = list(worked_example(round))
    assert [event for step in steps if isinstance(step, ToldEvents) for event in step.events] == retell(round)
    stops = [step.task for step in steps if isinstance(step, QuestionStop)]
    given = [move.answer for move in round.line if isinstance(move, moves.GiveAnswer)]
    assert [task.given for task in stops] == given
    episodes = [step for step in steps if isinstance(step, Episode)]
    assert [each.number for each in episodes] == list(range(1, len(episodes) + 1))
    assert {each.of for each in episodes} == {len(episodes)}
    assert len(episodes) >= 5


def test_it_asks_before_it_tells_and_the_ruling_comes_at_the_end(capsys, monkeypatch, saves) -> None:
    code, out, _ = run(capsys, monkeypatch, "1\n" * 80, CASE, "--ask")
    assert code == 0
    asked = out.count("What would you say here?")
    assert asked == sum(isinstance(move, moves.GiveAnswer) for move in _line().line)
    assert f"You answered {asked} questions: " in out
    assert out.index("EPISODE 1 of") < out.index("What would you say here?") < out.index("CONFERENCE")
    found, _ = read_attempts()
    assert len(found) == asked
    assert {each.kind for each in found} == {"demo"}
    # Each right answer is called right, and the words really said follow every answer.
    assert len(re.findall(r"^(What|The same) was really said:$", out, re.MULTILINE)) == asked


def test_enter_hears_the_real_answer_and_rest_does_not_stop_again(capsys, monkeypatch, saves) -> None:
    code, out, _ = run(capsys, monkeypatch, "\n\nrest\n", CASE, "--ask")
    assert code == 0
    assert out.count("What would you say here?") == 3
    assert "CONFERENCE" in out
    assert "You answered" not in out


@pytest.mark.parametrize("typed", ["1\n", "1\nquit\n"])
def test_it_can_be_left_at_any_question_and_the_record_is_there(capsys, monkeypatch, saves, typed) -> None:
    code, out, err = run(capsys, monkeypatch, typed, CASE, "--ask")
    assert code == 0
    assert "Stopped here." in out
    assert "CONFERENCE" not in out
    assert "You answered 1 question: " in out
    (record,) = kept()
    assert record.data is not None
    assert "moot why" in err


def test_a_slip_of_the_keyboard_is_asked_again(capsys, monkeypatch, saves) -> None:
    _, out, _ = run(capsys, monkeypatch, "9\nwhat\nhelp\n1\n", CASE, "--ask")
    assert out.count("Type a number from 1 to ") == 2
    assert out.count("hear the rest without stopping") == 2


def test_asking_and_data_do_not_go_together(capsys, monkeypatch, saves) -> None:
    code, out, err = run(capsys, monkeypatch, "", CASE, "--ask", "--json")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
