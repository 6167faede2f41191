"""The record of a person who was one of two speakers, through every command that reads records."""

from __future__ import annotations

import pytest

import moot
from moot.case import Side
from moot.cli import main
from moot.errors import RecordError
from moot.files.records import read_record
from moot.report.debrief.answers import given_answers
from moot.sitting.practice.played import Played
from moot.sitting.practice.tasks import mistakes
from moot.sitting.setup import new_session


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    session, path = new_session(
        "lark-river", side="petitioner-2", opponent="novice", seed=3, saves=tmp_path_factory.mktemp("saves")
    )
    session.open()
    player = moot.counsel.Novice(4)
    while session.waiting:
        session.play(player.choose(session.round))
    return path, session.round


@pytest.mark.parametrize(
    "words", [["report"], ["review"], ["why"], ["replay"], ["replay", "--json"], ["report", "--csv", "out.csv"]]
)
def test_every_reader_of_records_takes_it(record, words, capsys, tmp_path, monkeypatch) -> None:
    """A side of `petitioner-2` would have stopped each of them with a traceback."""
    monkeypatch.chdir(tmp_path)
    command, *rest = words
    assert main([command, str(record[0]), *rest]) == 0, capsys.readouterr().err
    capsys.readouterr()


def test_what_is_practiced_and_graded_is_the_person_s_own(record) -> None:
    path, round = record
    header = read_record(path).header
    assert (header.human, header.speaker, header.argued) == (Side.PETITIONER, 2, (Side.PETITIONER,))
    played = Played(read_record(path), round)
    own = {given.answer for given in given_answers(round, Side.PETITIONER, 2)}
    both = {given.answer for given in given_answers(round, Side.PETITIONER)}
    assert own < both
    assert {task.given for task in mistakes(played)} <= own
    assert len(list(played.attempts())) == len(own)


def test_a_side_that_is_none_is_refused_in_words(record) -> None:
    from dataclasses import replace

    header = replace(read_record(record[0]).header, side="lunch")
    with pytest.raises(RecordError, match="argued 'lunch', which is no side"):
        _ = header.human


def test_a_report_has_no_empty_page_for_a_court_that_never_sat(record, capsys) -> None:
    assert main(["report", str(record[0])]) == 0
    assert "What the Court decided" not in capsys.readouterr().out
