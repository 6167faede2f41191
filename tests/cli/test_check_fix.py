"""`moot check --fix` mends what needs no judgment, and nothing else."""

from __future__ import annotations

import os
import shutil

import pytest

from moot.cli import main
from moot.files.folders import list_cases

TITLE = "    title: Ames forgave a class by one notice\n"
TWO = "      - {undermine: r-keeping}\n      - {undermine: r-plate}\n"


@pytest.fixture
def case(tmp_path):
    shipped = list_cases()["first-argument"]
    shutil.copy(shipped, tmp_path)
    shutil.copy(shipped.parent / "first-argument.opinion.txt", tmp_path)
    return tmp_path / "first-argument.yaml"


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("    title: Ames: forgave  \n", '    title: "Ames: forgave"\n'),
        ("    title: Ames forgave #1 of us\n", '    title: "Ames forgave #1 of us"\n'),
        ("    title: “Ames, not one”\n", '    title: "Ames, not one"\n'),
        ("    title: 'Smith's case'\n", "    title: 'Smith''s case'\n"),
    ],
)
def test_a_slip_is_mended_on_its_line_and_every_other_byte_stays(capsys, case, slip: str, mended: str) -> None:
    good = case.read_text()
    broken = good.replace(TITLE, slip).replace(TWO, TWO.replace("- ", "• ")).replace("\n", "\r\n")
    case.write_bytes(broken.encode())
    assert main(["check", str(case), "--fix", "--no-proof"]) == 0
    out, err = capsys.readouterr()
    assert case.read_bytes().decode() == good.replace(TITLE, mended).replace("\n", "\r\n")
    assert case.with_name("first-argument.yaml.before-fix").read_bytes() == broken.encode()
    assert err.count("mended ") == 3
    assert out.startswith("case first-argument: VALID")


def test_a_file_without_such_slips_is_not_touched(capsys, case) -> None:
    text = case.read_text().replace("{undermine: r-each}", "{undermine: r-eahc}")
    case.write_text(text)
    assert main(["check", str(case), "--fix", "--no-proof"]) == 1
    assert "did you mean `r-each`?" in capsys.readouterr().out
    assert case.read_text() == text
    assert sorted(path.name for path in case.parent.iterdir() if path.name.startswith("first-argument.yaml")) == [
        case.name
    ]


def test_a_second_fix_keeps_what_the_first_one_kept(capsys, case) -> None:
    good = case.read_text()
    for title in ("    title: Ames: one\n", "    title: Ames: two\n"):
        case.write_text(good.replace(TITLE, title))
        assert main(["check", str(case), "--fix", "--no-proof"]) == 0
    kept = [case.with_name(f"first-argument.yaml.before-fix{number}") for number in ("", "-2")]
    assert ["Ames: one" in kept[0].read_text(), "Ames: two" in kept[1].read_text()] == [True, True]


def test_a_full_disk_left_an_empty_copy_of_the_file_beside_it(capsys, case, monkeypatch) -> None:
    """Each try left another: `.before-fix`, `.before-fix-2` …, of no bytes."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    broken = case.read_text().replace(TITLE, "    title: Ames: one\n")
    case.write_text(broken)
    before = sorted(case.parent.iterdir())
    monkeypatch.setattr(os, "fsync", full)
    assert main(["check", str(case), "--fix", "--no-proof"]) == 2
    assert "cannot be mended: No space left on device" in capsys.readouterr().err
    assert case.read_text() == broken
    assert sorted(case.parent.iterdir()) == before
