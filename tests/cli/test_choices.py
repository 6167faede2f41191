"""The command line reads what may be chosen from the registries."""

from __future__ import annotations

import subprocess
import sys

import pytest

from moot.cli import main, parser
from moot.commands.case.graph import FORMS, GRAPHS
from moot.counsel.novice import Novice
from moot.counsel.opponents import OPPONENTS
from moot.errors import did_you_mean
from moot.files.folders import list_benches
from moot.round.draw import HEATS
from moot.round.formats import FORMATS
from moot.sitting.setup import SIDES


def told(capsys, *words: str) -> str:
    with pytest.raises(SystemExit):
        parser().parse_args(list(words))
    out, err = capsys.readouterr()
    return " ".join((out + err).split())


def test_help_names_every_side_heat_format_opponent_and_bench(capsys) -> None:
    """A new format or opponent worked everywhere and was in no help text."""
    text = told(capsys, "play", "--help")
    for registry in (SIDES, HEATS, FORMATS, OPPONENTS, list_benches()):
        assert ", ".join(registry) in text
    assert ", ".join(OPPONENTS) in told(capsys, "simulate", "--help")
    graph = told(capsys, "graph", "--help")
    assert ", ".join(GRAPHS) in graph
    assert ", ".join(FORMS) in graph


def test_an_opponent_added_to_the_registry_can_be_named_and_is_in_the_help(capsys, monkeypatch) -> None:
    monkeypatch.setitem(OPPONENTS, "parrot", Novice)
    assert parser().parse_args(["play", "--opponent", "parrot"]).opponent == "parrot"
    assert "parrot" in told(capsys, "play", "--help")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("play", "--heat", "boiling"), "--heat: nothing is called 'boiling'; known: cold, historical, hot, normal"),
        (
            ("simulate", "x", "--petitioner", "greddy"),
            "--petitioner: nothing is called 'greddy'; did you mean 'greedy'",
        ),
        (("check", "--format", "quikc"), "--format: nothing is called 'quikc'; did you mean 'quick'"),
        (("graph", "x", "--as", "txt"), "--as: nothing is called 'txt'; did you mean 'text'"),
    ],
)
def test_a_word_that_is_in_no_registry_is_refused_at_once(capsys, words, says) -> None:
    assert says in told(capsys, *words)


def test_reading_a_command_does_not_import_the_game() -> None:
    """The registries are looked up when they are wanted: `moot list` must not pay for the opponents."""
    code = (
        "import sys; from moot.cli import parser; parser().parse_args(['list']); "
        "print([name for name in sys.modules if name.startswith(('moot.round', 'moot.counsel', 'moot.sitting', 'moot.bench'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("what", ["case", "judge", "bench", "format"])
def test_new_writes_every_kind_of_file_and_it_checks_clean(capsys, tmp_path, what) -> None:
    """`moot new bench` was promised and refused."""
    assert main(["new", what, "made-here", "--dir", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path), "--no-proof"]) == 0
    assert "made-here: VALID" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("word", "case"), [("lewsi", "sacramento-v-lewis"), ("glucksburg", "washington-v-glucksberg"), ("zzz", "")]
)
def test_one_party_misspelled_finds_the_case(word, case) -> None:
    """`moot play lewsi` listed every case and suggested none."""
    assert did_you_mean(word, ["first-argument", "sacramento-v-lewis", "washington-v-glucksberg"]) == case
