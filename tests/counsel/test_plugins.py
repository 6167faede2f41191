"""Opponents that other packages add by an entry point."""

from __future__ import annotations

import subprocess
import sys

import pytest

import moot
from moot.cli import main
from moot.counsel.opponents import OPPONENTS, make, names
from moot.errors import MootError, UnknownName

CODE = """
class First:
    def __init__(self, seed):
        self.seed = seed

    def choose(self, round):
        return round.legal[0]


def nobody(seed):
    return None


def unlucky(seed):
    raise RuntimeError("no\\nluck")
"""

ENTRIES = """[moot.counsel]
first-thing = a_package:First
novice = a_package:First
absent = no_such_package:First
nameless = a_package:Second
nobody = a_package:nobody
unlucky = a_package:unlucky
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """An installed package, as far as Python can tell."""
    (tmp_path / "a_package.py").write_text(CODE, encoding="utf-8")
    info = tmp_path / "a_package-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: a-package\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(ENTRIES, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    sys.modules.pop("a_package", None)


def test_a_class_of_another_package_is_an_opponent_by_name(package) -> None:
    assert names() == (*OPPONENTS, "absent", "first-thing", "nameless", "nobody", "unlucky")
    player = make("first-thing", 7)
    assert (type(player).__name__, player.seed) == ("First", 7)


def test_it_argues_in_a_simulation(package, capsys) -> None:
    assert main(["simulate", "first-argument", "-n", "1", "--respondent", "first-thing", "--json"]) == 0
    assert '"respondent": "first-thing"' in capsys.readouterr().out


def test_no_package_replaces_one_of_our_own(package) -> None:
    assert isinstance(make("novice", 3), moot.counsel.Novice)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("absent", "(no_such_package:First) cannot be used: ModuleNotFoundError: No module named 'no_such_package'"),
        ("nameless", "(a_package:Second) cannot be used: AttributeError: "),
        ("nobody", "(a_package:nobody) cannot be used: what it makes has no choose(round)"),
        ("unlucky", "(a_package:unlucky) cannot be used: RuntimeError: no luck"),
    ],
)
def test_a_broken_plug_in_is_one_clear_line(package, capsys, name: str, says: str) -> None:
    with pytest.raises(MootError) as caught:
        make(name)
    assert f"the opponent '{name}' of the package a-package {says}" in str(caught.value)
    assert main(["simulate", "first-argument", "-n", "1", "--respondent", name]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_name_that_two_packages_give_is_refused(package, tmp_path) -> None:
    other = tmp_path / "b_package-1.0.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: b-package\nVersion: 1.0\n", encoding="utf-8")
    (other / "entry_points.txt").write_text("[moot.counsel]\nfirst-thing = b_package:First\n", encoding="utf-8")
    with pytest.raises(MootError, match="more than one package: a-package, b-package"):
        make("first-thing")


def test_the_nearest_name_may_be_one_of_another_package(package) -> None:
    with pytest.raises(UnknownName, match="did you mean 'first-thing'"):
        make("first-thin")


def test_an_opponent_of_ours_is_made_without_looking_through_what_is_installed() -> None:
    code = "import sys; from moot.counsel.opponents import make; make('greedy'); print('importlib.metadata' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
