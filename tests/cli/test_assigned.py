"""Assignments: checked like any file, played as they say, counted, and late when they are late."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from moot.cli import main
from moot.counsel.opponents import names
from moot.files.assignment import load_assignment, read_assignment
from moot.files.folders import list_cases
from moot.files.records import read_record, records

TEXT = "format: moot-assignment/1\nid: week-3\ncase: first-argument\nside: petitioner\n"


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("MOOT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def assignment(tmp_path):
    def made(more: str = "", text: str = TEXT) -> str:
        path = tmp_path / "week-3.yaml"
        path.write_text(text + more, encoding="utf-8")
        return str(path)

    return made


def play(monkeypatch, capsys, *words: str, typed: str = "") -> tuple[int, str, str]:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    code = main(["play", "--plain", *words])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_an_assignment_settles_the_sitting_and_its_record_carries_it(monkeypatch, capsys, assignment) -> None:
    path = assignment(
        "bench: sceptic\nargument: quick\nheat: hot\nopponent: novice\nseed: 11\nmode: exam\ndue: 2099-01-01\ntitle: Week 3\n"
    )
    code, _, err = play(monkeypatch, capsys, "--assignment", path)
    assert (code, err) == (0, "Assignment: Week 3\n")
    header = read_record(records()[0]).header
    assert (header.case, header.side, header.bench, header.format) == (
        "first-argument",
        "petitioner",
        ("sceptic",),
        "quick",
    )
    assert (header.heat, header.opponent, header.seed, header.mode) == ("hot", "novice", 11, "exam")
    assert (header.assignment, header.due, header.late) == ("week-3", "2099-01-01", False)


def test_a_record_without_an_assignment_has_no_word_of_one(monkeypatch, capsys) -> None:
    play(monkeypatch, capsys, "first-argument")
    assert b"assignment" not in records()[0].read_bytes()
    assert b"due" not in records()[0].read_bytes()


def test_what_the_assignment_settles_cannot_be_settled_again(monkeypatch, capsys, assignment) -> None:
    for words in (
        ["wilson-v-layne"],
        ["--side", "respondent"],
        ["--seed", "1"],
        ["--heat", "hot"],
        ["--exam"],
        ["--resume"],
    ):
        code, _, err = play(monkeypatch, capsys, *words, "--assignment", assignment())
        assert code == 2
        assert len(err.splitlines()) == 1
    assert records() == []


def test_no_more_sittings_are_begun_than_are_allowed(monkeypatch, capsys, assignment) -> None:
    path = assignment("sittings: 2\n")
    for _ in range(2):
        assert play(monkeypatch, capsys, "--assignment", path)[0] == 0
    code, _, err = play(monkeypatch, capsys, "--assignment", path)
    assert code == 2
    assert "allows 2 sittings" in err
    assert "--resume" in err
    assert len(records()) == 2


def test_a_sitting_begun_after_the_last_day_is_late_in_the_gradebook(monkeypatch, capsys, assignment, tmp_path) -> None:
    code, _, err = play(monkeypatch, capsys, "--assignment", assignment("due: 2020-01-31\n"))
    assert code == 0
    assert "was due on 2020-01-31" in err
    assert main(["report", str(records()[0]), "--csv", str(tmp_path / "g.csv")]) == 0
    first = (tmp_path / "g.csv").read_text(encoding="utf-8").splitlines()[1]
    assert ",week-3,yes," in first


def test_the_page_of_an_assigned_sitting_did_not_say_which_assignment(
    monkeypatch, capsys, assignment, tmp_path
) -> None:
    play(monkeypatch, capsys, "--assignment", assignment("due: 2020-01-31\n"))
    for form in ("html", "markdown"):
        page = tmp_path / f"page.{form}"
        assert main(["report", str(records()[0]), f"--{form}", str(page)]) == 0
        text = page.read_text(encoding="utf-8")
        assert "Assignment" in text
        assert "week-3, due 2020-01-31, begun late" in text


def test_a_case_may_be_named_by_its_path_from_the_assignment(monkeypatch, capsys, assignment, tmp_path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    for name in ("first-argument.yaml", "first-argument.opinion.txt"):
        shutil.copy(list_cases()["first-argument"].parent / name, folder)
    path = assignment(text=TEXT.replace("case: first-argument", "case: cases/first-argument.yaml"))
    assert load_assignment(path, names()).case == str(Path(path).parent / "cases/first-argument.yaml")
    assert play(monkeypatch, capsys, "--assignment", path)[0] == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("case: first-argument", "case: first-argumant", "M121"),
        ("case: first-argument", "case: nowhere.yaml", "M121"),
        ("side: petitioner", "side: appellant", "M104"),
        ("side: petitioner\n", "side: petitioner\nopponent: nobody-at-all\n", "M121"),
        ("side: petitioner\n", "side: petitioner\nbench: scalia,nobody\n", "M121"),
        ("side: petitioner\n", "side: petitioner\ndue: 2026-02-30\n", "M470"),
        ("side: petitioner\n", "", "M102"),
        ("side: petitioner\n", "side: petitioner\nsittings: 0\n", "M105"),
        ("side: petitioner\n", "side: petitioner\nwhom: me\n", "M101"),
    ],
)
def test_what_is_wrong_with_an_assignment_is_said_at_its_line(capsys, assignment, old, new, code) -> None:
    path = assignment(text=TEXT.replace(old, new))
    found, problems = read_assignment(path, names())
    assert found is None
    assert [problem.code for problem in problems if problem.severity == "error"] == [code]
    assert all(problem.line for problem in problems)
    assert main(["check", path, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)[0]
    assert (told["kind"], told["id"], told["verdict"]) == ("assignment", "week-3", "INVALID")


def test_check_says_an_assignment_is_valid(capsys, assignment) -> None:
    assert main(["check", assignment()]) == 0
    assert capsys.readouterr().out == "assignment week-3: VALID\n"


def test_an_assignment_that_is_wrong_starts_nothing(monkeypatch, capsys, assignment) -> None:
    code, _, err = play(monkeypatch, capsys, "--assignment", assignment("due: someday\n"))
    assert code == 2
    assert "due" in err
    assert records() == []
