"""The start of the plain form: everything by number, for a screen reader on a terminal."""

from __future__ import annotations

import argparse
import io

import pytest

from moot.commands.sitting import home
from moot.files.settings import read_settings
from moot.sitting.setup import new_session


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def at_home(typed: str, play=lambda args: 0) -> argparse.Namespace:
    args = argparse.Namespace(case=None, side=None, resume=None)
    assert home.run(args, play, Terminal(typed)) == 0
    return args


def test_the_plain_form_began_a_case_that_nobody_had_chosen(capsys) -> None:
    played = []
    args = at_home("1\nfirst-argument\nboth\n", lambda args: played.append((args.case, args.side)) or 0)
    assert played == [("first-argument", "both")]
    assert args.resume is None
    shown = capsys.readouterr().out
    assert "1) Argue a case" in shown
    assert "both in turn" in shown


def test_what_cannot_be_done_is_one_line_and_the_choices_again(capsys) -> None:
    at_home("zz\n4\n99\nhistory\nquit\n")
    shown = capsys.readouterr().out
    assert shown.count("Type a number from 1 to 10.") == 2
    assert "No sitting is kept" in shown
    assert shown.count("MOOT: an oral argument") == 3, "a refusal leads back to the start"


@pytest.mark.parametrize("word", ["why", "history"])
def test_every_command_of_the_start_runs_as_it_is_typed(word, capsys) -> None:
    session, _ = new_session("first-argument", side="petitioner", opponent="novice", seed=3)
    session.open()
    while session.waiting:
        session.play(session.round.legal[0])
    at_home(f"{word}\n")
    assert "first-argument" in (shown := capsys.readouterr().out) or "Nearest" in shown or "votes" in shown


def test_the_end_of_the_input_leaves(capsys) -> None:
    at_home("")
    at_home("1\n")
    at_home("1\n1\n")


def test_the_plain_start_had_no_records_and_no_settings(saves, capsys) -> None:
    new_session("first-argument", side="petitioner", opponent="novice", seed=3)
    at_home("records\nsettings\nclock\nback\nquit\n")
    shown = capsys.readouterr().out
    assert "first-argument-" in shown
    assert "clock: turns" in shown
    assert "clock: live." in shown
    assert read_settings()[0].clock == "live"
