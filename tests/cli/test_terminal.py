"""Nothing in a file, in a name of a file or in an error acts on the terminal."""

from __future__ import annotations

import io
import sys

import pytest

from moot.cli import main
from tests.files.pages import HERE

EVIL = "\x1b]0;pwn\x07"
BASE = (HERE / "base-case.yaml").read_text()


@pytest.fixture
def cases(tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_CASES", str(tmp_path))
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / f"saves{EVIL}"))
    (tmp_path / "twice.yaml").write_text('"\\e]0;pwn\\a": 1\n"\\e]0;pwn\\a": 2\n')
    (tmp_path / "tag.yaml").write_text("a: !%1b%5d0;pwn%07 x\n")
    (tmp_path / f"name{EVIL}.yaml").write_text("a: 1\n")
    (tmp_path / f"good{EVIL}.yaml").write_text(BASE)
    return tmp_path


def test_errors_and_names_in_a_list_do_not_reach_the_terminal(cases, capsys):
    assert main(["list"]) == 0
    assert_harmless(capsys)


@pytest.mark.parametrize("name", ["twice", "tag", f"name{EVIL}", f"good{EVIL}"])
@pytest.mark.parametrize(
    "command", [["check", "--no-proof"], ["cite"], ["simulate"], ["graph"], ["export", "--promela", "x"]]
)
def test_the_name_of_a_file_does_not_reach_the_terminal(cases, capsys, monkeypatch, name: str, command: list[str]):
    monkeypatch.chdir(cases)
    main([command[0], str(cases / f"{name}.yaml"), *command[1:], *(["-n", "1"] if command[0] == "simulate" else [])])
    assert_harmless(capsys)


def test_where_a_game_is_saved_is_printed_without_control_characters(cases, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n1\n1\n"))
    assert main(["play", "--plain", str(cases / f"good{EVIL}.yaml")]) == 0
    out = assert_harmless(capsys)
    assert "Saved in" in out


def assert_harmless(capsys) -> str:
    captured = capsys.readouterr()
    text = captured.out + captured.err
    assert [char for char in text if not char.isprintable() and char != "\n"] == []
    return text
