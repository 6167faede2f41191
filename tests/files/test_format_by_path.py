"""A format of argument chosen by the path of its file, wherever a format is chosen; a record carries it."""

from __future__ import annotations

import json

import pytest

import moot
from moot.cli import main
from moot.errors import RecordError
from moot.files.assignment import read_assignment
from moot.files.formats.read import load_format
from moot.files.records.header import read_header
from moot.round.formats import FORMATS
from moot.round.text.format import format_from_text, format_text
from moot.sitting.again import try_again
from moot.sitting.setup import new_session, resume_session

OURS = """format: moot-format/1
id: ours
title: Four minutes a side, and both reply
pace: 2
segments:
  - {side: petitioner, minutes: 4, reserves: [0, 1]}
  - {side: respondent, minutes: 4, reserves: [0, 1]}
  - {side: petitioner, replies: true}
  - {side: respondent, replies: true}
"""


@pytest.fixture
def ours(tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    path = tmp_path / "ours.yaml"
    path.write_text(OURS)
    return path


def test_a_sitting_in_a_format_file_is_resumed_replayed_and_tried_again(ours):
    session, path = new_session("first-argument", format=load_format(ours), seed=4)
    session.open()
    session.play(next(iter(session.round.legal)))
    ours.unlink()  # the record carries the format
    again, _ = resume_session(path)
    assert again.round.format.segments == session.round.format.segments
    assert again.round.line == session.round.line
    retried, other = try_again(again, 1)
    assert retried.round.format.segments == session.round.format.segments
    assert resume_session(other)[0].round.format.id == "ours"
    assert main(["replay", str(path)]) == 0


def test_a_shipped_format_leaves_the_header_as_it_was(ours):
    _, path = new_session("first-argument", format="quick", seed=4)
    assert "form" not in json.loads(path.read_text().splitlines()[0])


def test_a_record_with_a_format_that_cannot_be_played_is_refused_in_one_line(ours):
    _, path = new_session("first-argument", format=load_format(ours), seed=4)
    header = json.loads(path.read_text().splitlines()[0])
    for bad in ("{", "[]", header["form"].replace("16", "99999"), header["form"].replace('"ours"', '"../x"')):
        with pytest.raises(RecordError, match="no good `form`") as caught:
            read_header(header | {"form": bad}, "it")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("form", FORMATS.values(), ids=str)
def test_a_format_as_text_comes_back(form):
    back = format_from_text(format_text(form))
    assert (back.id, back.pace, back.segments) == (form.id, form.pace, form.segments)


def test_a_format_file_is_taken_by_every_command_that_chooses_a_format(ours, tmp_path, capsys):
    name = str(ours)
    assert main(["check", "first-argument", "--format", name, "--bound", "400"]) in (0, 1)
    assert "(ours)" in capsys.readouterr().out
    assert main(["simulate", "first-argument", "--format", name, "-n", "2", "--json"]) == 0
    assert main(["export", "first-argument", "--format", name, "--promela", str(tmp_path / "m.pml")]) == 0
    assert main(["check", "first-argument", "--format", str(tmp_path / "no.yaml")]) == 2
    line = capsys.readouterr().err.strip().splitlines()[-1]
    assert "no.yaml" in line
    ours.write_text(OURS.replace("minutes: 4", "minutes: 400"))
    assert main(["check", "first-argument", "--format", name]) == 2


def test_an_assignment_names_a_format_file_beside_it(ours, tmp_path):
    task = tmp_path / "week-1.yaml"
    text = "format: moot-assignment/1\nid: week-1\ncase: first-argument\nside: petitioner\nargument: {}\n"
    task.write_text(text.format("ours.yaml"))
    found, problems = read_assignment(task, ["scripted"])
    assert not problems
    assert found.argument == str(ours)
    for bad in ("oursss", "none.yaml"):
        task.write_text(text.format(bad))
        found, problems = read_assignment(task, ["scripted"])
        assert found is None
        assert [problem.code for problem in problems] == ["M121"]


def test_the_rounds_of_a_format_file_and_of_its_text_are_alike(ours):
    form = load_format(ours)
    case = moot.load_case("first-argument")
    bench = moot.load_bench(case.bench)
    one, other = (moot.Round(case, bench, seed=1, format=each) for each in (form, format_from_text(format_text(form))))
    assert [str(move) for move in one.legal] == [str(move) for move in other.legal]
