"""`moot preview`: what is typed, and what a save does."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time

import pytest

from moot.cli import main, parser
from moot.commands.case import preview as command
from moot.files.folders import list_cases


@pytest.fixture
def path(tmp_path):
    source = list_cases()["first-argument"]
    for each in source.parent.glob("first-argument*"):
        shutil.copy(each, tmp_path)
    return tmp_path / source.name


def table(path, *words):
    made = command.PreviewLoop(path, parser().parse_args(["preview", str(path), "--no-proof", *words]))
    made.begin()
    return made


def test_a_number_and_a_move_in_notation_are_choices(path, capsys):
    made = table(path, "--at", "q-flood", "--after", "p-remit")
    shown = capsys.readouterr().out
    assert "The beekeepers had a flood" in shown
    assert made.typed("1\n")
    assert made.typed("pass\n")
    assert made.typed("back 2\n")
    assert made.typed("line\n")
    assert capsys.readouterr().out.rstrip().endswith("ask q-flood")
    assert made.typed("99\n")
    assert "there is no choice 99" in capsys.readouterr().out
    assert not made.typed("quit\n")


def test_a_save_tells_what_changed_and_that_the_choices_stand(path, capsys):
    made = table(path, "--at", "q-flood")
    path.write_text(path.read_text().replace("It does. Ames says", "Yes. Ames says"))
    capsys.readouterr()
    made.saved()
    shown = capsys.readouterr().out
    assert "reworded: answer q-flood.b: text" in shown
    assert "choices still stand" in shown
    assert "Yes. Ames says" in shown


def test_a_save_with_an_error_keeps_what_was_played(path, capsys):
    made = table(path, "--at", "q-flood")
    whole = path.read_text()
    path.write_text(whole.replace("\nbench: ", "\nbenhc: ", 1))
    capsys.readouterr()
    made.saved()
    shown = capsys.readouterr().out
    assert "error[" in shown
    assert "the case as it was before them" in shown
    path.write_text(whole)
    made.saved()
    assert "choices still stand" in capsys.readouterr().out


def test_a_file_with_errors_is_played_once_it_is_mended(path, capsys):
    whole = path.read_text()
    path.write_text(whole.replace("id: q-flood\n", "id: q flood\n"))
    made = table(path, "--at", "q-flood")
    assert "it can be played once they are mended" in capsys.readouterr().out
    made.typed("1\n")
    assert "nothing to play yet" in capsys.readouterr().out
    path.write_text(whole)
    made.saved()
    assert "The beekeepers had a flood" in capsys.readouterr().out


def test_a_place_that_is_none_gets_one_line(path, capsys):
    assert main(["preview", str(path), "--at", "q-flod"]) == 2
    assert "did you mean `q-flood`?" in capsys.readouterr().err
    assert main(["preview", str(path), "--after", "p-remit"]) == 2
    assert "name it with --at" in capsys.readouterr().err


@pytest.mark.parametrize("without", [False, True], ids=["watchfiles", "looking"])
def test_a_save_is_noticed_while_it_runs(path, without):
    if not without:
        pytest.importorskip("watchfiles")
    start = "import sys; sys.modules['watchfiles'] = None; " if without else ""
    code = f"{start}from moot.cli import main; raise SystemExit(main({['preview', str(path), '--no-proof']!r}))"
    running = subprocess.Popen(
        [sys.executable, "-u", "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert "is watched" in running.stdout.readline()
        time.sleep(3)
        path.write_text(path.read_text().replace("It does. Ames says", "Yes. Ames says"))
        time.sleep(6)
        out, _ = running.communicate("quit\n", timeout=60)
    finally:
        running.kill()
    assert "-- saved" in out
    assert "reworded: answer q-flood.b: text" in out
    assert running.returncode == 0
