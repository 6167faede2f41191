"""Files and folders that are named on the command line: the home folder is read everywhere, and an empty name is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import moot.commands
from moot.cli import main
from moot.errors import did_you_mean

COMMANDS = Path(moot.commands.__file__).parent


@pytest.mark.parametrize(
    "words",
    [
        "new case zz --dir", "new case zz --from", "cite first-argument --opinion", "web first-argument --one-file out.html --pyodide", "serve",
        "check", "play --plain", "why", "replay", "report", "diff first-argument", "judge",
    ],
)  # fmt: skip
def test_the_home_of_a_user_who_is_none_was_taken_for_a_folder_in_some_commands(
    words, tmp_path, monkeypatch, capsys
) -> None:
    """`moot new case zz --dir=~nosuchuser` made a folder of that name."""
    monkeypatch.chdir(tmp_path)
    assert main([*words.split(), "~nosuchuser/x.yaml"]) == 2
    assert "~" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir() if each.name != "saves"] == []


def test_no_command_reads_a_path_without_the_home_folder() -> None:
    for path in COMMANDS.rglob("*.py"):
        assert not re.search(r"\bPath\(args\.", path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize(
    "words",
    [
        "check", "why", "replay", "diff first-argument", "report", "new case zz --dir", "play --plain", "play --plain --resume", "demo",
        "demo first-argument --bench", "report --html", "web first-argument --one-file", "opinion first-argument --find", "history",
    ],
)  # fmt: skip
def test_an_empty_name_was_taken_for_the_folder_one_is_in(words, tmp_path, monkeypatch, capsys) -> None:
    """`moot check ""`, as a script types it whose variable is not set, checked whatever lay around."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("format: moot-case/1\n")
    assert main([*words.split(), ""]) == 2
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("words", ["demo first-argument --bench=", "play --plain --resume="])
def test_an_option_with_an_empty_value_was_taken_as_left_out(words, capsys, saves) -> None:
    """`moot demo --bench ""` went on before the usual bench, and `play --resume ""` with the newest record."""
    assert main(words.split()) == 2
    assert "has an empty value" in capsys.readouterr().err
    assert not saves.exists()


@pytest.mark.parametrize("variable", ["MOOT_CASES", "MOOT_JUDGES"])
@pytest.mark.parametrize("name", ["no-such-folder", "a-file"])
def test_a_folder_of_ones_own_that_is_not_there_was_passed_over_in_silence(
    variable, name, tmp_path, monkeypatch, capsys
) -> None:
    """`MOOT_CASES=/home/me/casses moot list` listed the shipped cases alone, and nobody said why."""
    (tmp_path / "a-file").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(variable, f"{tmp_path}:{name}")
    for words in (["list"], ["check", "first-argument"], ["demo", "first-argument"]):
        assert main(words) == 2
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        assert f"the variable {variable} names {name}, which is no folder" in said.err


def test_a_name_of_four_letters_is_no_slip_for_another_of_four() -> None:
    """`tiny` was told: did you mean `brower-v-inyo`?"""
    assert did_you_mean("tiny", ["brower-v-inyo", "first-argument"]) == ""
    assert did_you_mean("lewes", ["sacramento-v-lewis"]) == "sacramento-v-lewis"


@pytest.mark.parametrize(
    "words",
    [
        "preview ./folder.yaml", "preview first-argument --at nothing", "preview first-argument --bench nobody",
        "web first-argument --one-file out.html --pyodide ./folder.yaml",
    ],
)  # fmt: skip
def test_what_cannot_be_read_was_first_said_to_be_at_work(words, tmp_path, monkeypatch, capsys) -> None:
    """`moot preview /` said "/ is watched" and then refused it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.yaml").mkdir()
    assert main(words.split()) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
