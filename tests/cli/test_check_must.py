"""`moot check` on a case that asks for something in `must`."""

from __future__ import annotations

import json
import shutil

import pytest

from moot.cli import main
from moot.files.folders import list_cases

ASKED = """
must:
- can_win: {side: petitioner, votes: 2}
- can_win: {side: respondent, votes: 4}
- never_carries: {conceding: q-flood.a, position: power.by-notice}
"""


@pytest.fixture
def asking(tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    source = list_cases()["first-argument"]
    shutil.copy(source.with_name("first-argument.opinion.txt"), tmp_path)
    path = tmp_path / "first-argument.yaml"
    before, _, rest = source.read_text().partition("\nmust:\n")
    path.write_text(before + ASKED + rest[rest.index("\n\n") :])
    return path


def test_a_refuted_property_fails_the_check_and_its_record_opens(asking, capsys):
    assert main(["check", str(asking), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "INVALID"
    assert [each["verdict"] for each in found["must"]] == ["PROVED", "REFUTED", "REFUTED"]
    assert {problem["code"] for problem in found["problems"]} == {"M520"}
    record = found["must"][2]["record"]
    assert main(["replay", record, "--case", str(asking)]) == 0
    assert "decided" in capsys.readouterr().out


def test_checking_again_keeps_no_second_record(asking, tmp_path, capsys):
    """Every run of `moot check` would have left another record of the same line."""
    main(["check", str(asking)])
    before = sorted((tmp_path / "saves" / "lines").iterdir())
    main(["check", str(asking)])
    assert sorted((tmp_path / "saves" / "lines").iterdir()) == before
    assert "must 1: PROVED: petitioner can win 2 votes" in capsys.readouterr().out


def test_the_records_of_a_check_are_not_the_newest_sitting(asking, capsys):
    main(["check", str(asking)])
    capsys.readouterr()
    assert main(["replay"]) == 2
    assert "there is no record" in capsys.readouterr().err


def test_without_the_proof_nothing_is_answered(asking, capsys):
    assert main(["check", str(asking), "--no-proof"]) == 0
    assert "must 1" not in capsys.readouterr().out
