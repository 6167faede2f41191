"""One slip of YAML hid everything else that was wrong with a file; a slip with only one cure no longer does."""

from __future__ import annotations

import pytest

from moot.files.case.read import read_case_text
from moot.files.folders import list_cases, list_judges
from moot.files.judge.read import read_judge_text
from moot.files.yaml.repairs import repair

FIRST = list_cases()["first-argument"].read_text()
TITLE = "    title: Ames forgave a class by one notice\n"
MISSPELT = ("{undermine: r-each}", "{undermine: r-eahc}")

SLIPS = [
    ("    title: Ames: forgave\n", "M013", '    title: "Ames: forgave"\n'),
    ('    title: Ames: the "class"\n', "M013", "    title: 'Ames: the \"class\"'\n"),
    ("    title: 'Ames's class'\n", "M028", "    title: 'Ames''s class'\n"),
    ('    title: "was "in error" in two"\n', "M028", '    title: "was \\"in error\\" in two"\n'),
    ("\u00a0\u00a0\u00a0\u00a0title: Ames forgave\n", "M026", "    title: Ames forgave\n"),
    ("    title:Ames forgave\n", "M012", "    title: Ames forgave\n"),
    ("    title: @Ames\n", "M017", '    title: "@Ames"\n'),
]


@pytest.mark.parametrize(("line", "code", "mended"), SLIPS)
def test_what_stands_behind_a_slip_is_told_with_it(line: str, code: str, mended: str) -> None:
    text = FIRST.replace(TITLE, line).replace(*MISSPELT)
    case, found = read_case_text(text, "first-argument.yaml")
    assert case is None
    row = FIRST[: FIRST.index(TITLE)].count("\n") + 1
    misspelled = FIRST[: FIRST.index(MISSPELT[0])].count("\n") + 1
    assert [(each.code, each.line) for each in found if each.severity == "error"] == [(code, row), ("M206", misspelled)]


@pytest.mark.parametrize(("line", "code", "mended"), SLIPS)
def test_a_repair_changes_its_line_and_no_other(line: str, code: str, mended: str) -> None:
    assert repair(FIRST.replace(TITLE, line)).text == FIRST.replace(TITLE, mended)


def test_two_bullets_and_a_colon_are_three_problems() -> None:
    two = "      - {undermine: r-keeping}\n      - {undermine: r-plate}\n"
    text = FIRST.replace(TITLE, SLIPS[0][0]).replace(two, two.replace("- ", "• "))
    _, found = read_case_text(text, "first-argument.yaml")
    assert [each.code for each in found if each.severity == "error"] == ["M013", "M027", "M027"]


@pytest.mark.parametrize(
    "line", ["    title: Ames: forgave\n      a class\n", "    title: {Ames: forgave: a}\n", "    title: 'Ames\n"]
)
def test_a_slip_with_several_cures_is_left(line: str) -> None:
    text = FIRST.replace(TITLE, line)
    assert repair(text).text == text
    assert [each.severity for each in read_case_text(text, "first-argument.yaml")[1]] == ["error"]


SEVERAL = [
    ("    title: Ames: forgave\n      a class\n", "M013"),
    ("    title: {Ames: forgave: a}\n", "M013"),
    ("    title: 'Ames\n", "M015"),
    ("    title: [Ames\n", "M014"),
    ("    title: {Ames: forgave\n", "M014"),
]


@pytest.mark.parametrize(("line", "code"), SEVERAL)
def test_a_slip_with_several_cures_hid_everything_behind_it(line: str, code: str) -> None:
    """Nothing is mended, but the entry is passed over, and what is wrong further down is told with it."""
    text = FIRST.replace(TITLE, line)
    before, behind = text[: text.index(line)], text[text.index(line) :]
    text = before.replace("bench: first-bench", "bench: 'first: bench'") + behind.replace(
        "strength: 3", "strength: 9", 1
    )
    row = before.count("\n") + 1
    wrong = text[: text.index("strength: 9")].count("\n") + 1
    case, found = read_case_text(text, "first-argument.yaml")
    assert case is None
    errors = [(each.code, each.line) for each in found if each.severity == "error"]
    assert (code, row) in errors
    assert ("M105", wrong) in errors
    assert {each for each in errors if each[1] == row} == {(code, row)}, "the entry itself is told of once"


def test_two_slips_with_several_cures_are_both_told() -> None:
    text = FIRST.replace(TITLE, SEVERAL[0][0])
    at = text.index("        tone: ", text.index(SEVERAL[0][0]))
    text = f"{text[:at]}        source: 'half\n{text[at:]}"
    found = read_case_text(text, "first-argument.yaml")[1]
    assert [each.code for each in found if each.severity == "error"] == ["M013", "M015"]


def test_a_judge_with_a_slip_is_still_no_judge_and_all_is_told() -> None:
    text = list_judges()["souter"].read_text()
    row = next(line for line in text.splitlines() if line.startswith("name:"))
    judge, found = read_judge_text(text.replace(row, "name: David: Souter").replace("talk:", "tlak:"), "souter.yaml")
    assert judge is None
    assert {"M013", "M101"} <= {each.code for each in found}


def test_a_long_file_is_not_read_again_for_every_slip(monkeypatch) -> None:
    from moot.files.yaml import repairs

    read = 0

    def counted(data, file=""):
        nonlocal read
        read += len(data)
        return parse(data, file)

    parse = repairs.parse
    monkeypatch.setattr(repairs, "parse", counted)
    repairs.repair("a: b: c\n" * 150_000)
    assert read < 6_000_000
