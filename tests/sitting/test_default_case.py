"""The case that is argued when nobody names one is named by the folder of cases, and not by the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moot.files.folders import list_cases, opening_case
from moot.sitting.setup import default_case

SHIPPED = Path(__file__).parents[2] / "scenarios"


@pytest.fixture
def mine(tmp_path, monkeypatch):
    shutil.copy(SHIPPED / "lark-river.yaml", tmp_path)
    monkeypatch.setenv("MOOT_CASES", str(tmp_path))
    return tmp_path


def test_the_shipped_folder_names_a_case_that_is_there() -> None:
    assert opening_case() == default_case()
    assert default_case() in list_cases()


def test_the_program_named_the_case_it_opens_on_itself(mine) -> None:
    """A coach's own folder could not say which of its cases is argued when none is named."""
    (mine / "default.txt").write_text("# ours\n\nlark-river\n")
    assert default_case() == "lark-river"


@pytest.mark.parametrize("said", [b"", b"no-such-case\n", b"lark-river\nfirst-argument\n", b"\xff\xfe", b"x" * 9000])
def test_a_file_that_names_no_case_names_nothing(mine, said: bytes) -> None:
    (mine / "default.txt").write_bytes(said)
    assert default_case() == (SHIPPED / "default.txt").read_text().split()[-1]
