"""`moot demo` and `moot why --demo`: the historical line and nothing else."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from moot.cli import main
from moot.files.folders import list_cases
from moot.files.records import read_record
from moot.sitting.setup import new_session, record_path, resume_session

BASE = Path(__file__).parents[1] / "files" / "base-case.yaml"


def run(capsys, *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def broken(tmp_path):
    """First Argument with one move that does not stand: move 13 names a point that is not there."""
    source = list_cases()["first-argument"]
    for path in source.parent.glob("first-argument*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    copy = tmp_path / source.name
    text = copy.read_text(encoding="utf-8")
    assert "    - plead p-bees\n" in text
    copy.write_text(text.replace("    - plead p-bees\n", "    - plead p-beez\n"), encoding="utf-8")
    return copy


def test_a_broken_line_was_played_on_and_called_history(capsys, broken) -> None:
    code, out, err = run(capsys, "demo", str(broken))
    assert code == 1
    assert "move 13, `plead p-beez`: no point is called `p-beez`" in err
    assert "did you mean `p-bees`?" in err
    assert "allowed here: " in err
    assert "PETITIONER AT THE LECTERN" in out
    for invented in ("RESPONDENT AT THE LECTERN", "CONFERENCE", "RULING", "judges stand"):
        assert invented not in out


def test_the_data_of_a_broken_line_ends_where_it_breaks(capsys, broken) -> None:
    code, out, err = run(capsys, "demo", str(broken), "--json")
    assert code == 1
    data = json.loads(out)
    assert len(data["line"]) == 12
    assert (data["ruling"], data["actual"]) == (None, None)
    assert "move 13" in err


def test_a_line_that_stops_early_is_not_finished_by_the_machine(capsys, broken) -> None:
    text = broken.read_text(encoding="utf-8")
    start = text.index("    - plead p-beez\n")
    broken.write_text(text[:start] + text[text.index("  disposition: reversed\n", start) :], encoding="utf-8")
    code, out, err = run(capsys, "demo", str(broken))
    assert code == 1
    assert "the line stops after move 12" in err
    assert "CONFERENCE" not in out


def test_a_case_without_a_line_has_nothing_to_show(capsys) -> None:
    code, out, err = run(capsys, "demo", str(BASE))
    assert (code, out) == (2, "")
    assert "has no historical line" in err


def test_demo_kept_no_record(capsys, saves) -> None:
    code, out, err = run(capsys, "demo", "first-argument")
    assert code == 0
    (record,) = saves.glob("*.jsonl")
    assert err.startswith(f"record: {record}; ")
    assert str(record) not in out
    assert read_record(record).header.side == "both"
    assert run(capsys, "why", "sceptic")[1].startswith("Petitioner won Chief Judge Sorrel on ")
    code, replayed, _ = run(capsys, "replay", str(record), "--json")
    shown = json.loads(run(capsys, "demo", "first-argument", "--json")[1])
    assert code == 0
    assert json.loads(replayed) == shown


def test_the_record_of_a_case_by_path_says_how_to_explain_it(capsys, saves, broken) -> None:
    _, _, err = run(capsys, "demo", str(broken))
    (record,) = saves.glob("*.jsonl")
    assert f"moot why {record} --case {broken}" in err
    assert run(capsys, "why", str(record), "--case", str(broken))[0] == 0


def test_where_no_record_can_be_written_the_demo_goes_on(capsys, saves) -> None:
    saves.write_text("a file where the folder should be")
    code, out, err = run(capsys, "demo", "first-argument")
    assert code == 0
    assert "CONFERENCE" in out
    assert err.startswith("moot: no record is kept: ")


def test_before_another_bench_the_line_says_who_was_replaced(capsys) -> None:
    code, out, err = run(capsys, "demo", "sacramento-v-lewis", "--bench", "three", "--json")
    assert code == 0
    assert "13 questions are put by another judge" in err
    line = json.loads(out)["line"]
    assert not [
        move for move in line if " by " in move and move.rsplit(" ", 1)[1] not in ("stevens", "scalia", "souter")
    ]


def test_why_could_not_explain_a_demo(capsys, saves) -> None:
    code, out, err = run(capsys, "why", "--demo", "sacramento-v-lewis", "scalia")
    assert (code, err) == (0, "")
    assert out.startswith("Petitioners won Justice Scalia on ")
    assert "Justice Scalia votes: reversed." in out
    assert out.count(" votes: ") == 1
    assert run(capsys, "why", "--demo", "first-argument")[1].count(" votes: ") == 3
    data = json.loads(run(capsys, "why", "--demo", "sacramento-v-lewis", "scalia", "--json")[1])
    assert set(data) == {"scalia"}
    assert not saves.exists()


def test_why_of_a_broken_line_says_so(capsys, broken) -> None:
    code, out, err = run(capsys, "why", "--demo", str(broken))
    assert code == 1
    assert len(re.findall(r"Ju(?:stice|dge) [\w']+ votes: ", out)) == 3
    assert "not finished" in err
    assert "move 13" in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("first-argument", "sorel"), "no judge on this bench called 'sorel'"),
        (("first-argument", "a", "b"), "takes one judge"),
        (("first-argument", "--case", "x.yaml"), "--case goes with a record"),
        (("no-such-case",), "no case called"),
    ],
)
def test_wrong_words_after_why_demo(capsys, words, says) -> None:
    code, out, err = run(capsys, "why", "--demo", *words)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("proof", [[], ["--no-proof"]])
def test_check_proved_a_case_whose_line_does_not_stand(capsys, broken, proof) -> None:
    code, out, _ = run(capsys, "check", str(broken), "--json", *proof)
    assert code == 1
    (found,) = json.loads(out)
    assert found["verdict"] == "INVALID"
    (problem,) = [one for one in found["problems"] if one["severity"] == "error"]
    assert problem["code"] == "M452"
    row = broken.read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert row[problem["column"] - 1 :] == "plead p-beez"


def test_a_demo_does_not_stand_between_a_player_and_their_sitting(capsys, saves) -> None:
    session, path = new_session("first-argument", opponent="novice", seed=3)
    session.open()
    session.play(session.round.legal[0])
    session.recorder.close()
    os.utime(path, ns=(1, 1))
    run(capsys, "demo", "first-argument")
    assert record_path() != path
    assert record_path(to_resume=True) == path
    assert resume_session()[1] == path


def test_the_case_s_own_bench_by_name_is_no_other_bench(capsys, broken) -> None:
    text = broken.read_text(encoding="utf-8").replace("plead p-beez", "plead p-bees")
    broken.write_text(text.replace("ask q-every-year by sceptic", "ask q-every-year by nobody"), encoding="utf-8")
    for more in ([], ["--bench", "fictional"]):
        code, _, err = run(capsys, "demo", str(broken), *more)
        assert code == 1
        assert "nobody called `nobody` sits on the bench `fictional`" in err
