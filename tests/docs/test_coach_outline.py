"""The outline and the spreadsheet of docs/coach.md become cases whose only faults are what is still to be written."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from moot.cli import main
from moot.files.case.read import read_case_text

PAGE = Path(__file__).parents[2] / "docs" / "coach.md"
BLOCKS = {
    name: text
    for _, name, text in re.findall(
        r"^```(\w+) (\S+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
}


def made(tmp_path, name: str, text: str | bytes) -> str:
    source = tmp_path / name
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["new", "case", "old-oak", "--from", str(source), "--dir", str(tmp_path / "out")]) == 0
    return (tmp_path / "out" / "old-oak.yaml").read_text(encoding="utf-8")


def written(case: str) -> str:
    """The case with every TODO written."""
    case = re.sub(r'argues: "TODO[^"]*"', "argues: factual 2", case)
    case = re.sub(r'page: "TODO[^"]*"', 'page: "3"', case)
    return re.sub(r'"TODO[^"]*"', "that a tree stood by the road", case)


def test_no_modality_and_no_strength_is_guessed(tmp_path) -> None:
    """Both sides began with `doctrinal 3`, and the first rebut was told to cancel (M444) by values that nobody had written."""
    case = made(tmp_path, "old-oak.md", BLOCKS["old-oak.md"])
    assert "argues: doctrinal" not in case
    assert case.count('argues: "TODO') == 4


@pytest.mark.parametrize("name", ["old-oak.md", "old-oak.csv"])
def test_what_the_page_shows_becomes_a_case_that_lacks_only_its_todos(name: str, tmp_path, capsys) -> None:
    case = made(tmp_path, name, BLOCKS[name])
    _, found = read_case_text(case, "old-oak.yaml")
    assert {each.code for each in found if each.severity == "error"} == {"M130"}
    many = case.count('"TODO')
    assert f"{many} texts are left to write" in capsys.readouterr().err
    whole, found = read_case_text(written(case), "old-oak.yaml")
    assert whole is not None, [str(each) for each in found if each.severity == "error"]
    assert [issue.question for issue in whole.issues] == [
        "Must a town tell the owner before it fells a tree?",
        "Was the oak about to fall?",
    ]
    point = next(each for each in whole.points if each.title == "Marsh says when an owner is told")
    assert str(point.side) == "petitioner"
    answers = point.questions[0].answers
    assert [(str(each.manner), each.text) for each in answers[:2]] == [
        ("distinguish", "That wall was falling that morning."),
        ("concede", "Lund does give a town that power."),
    ]


def test_a_finished_outline_is_proved(tmp_path) -> None:
    case = made(tmp_path, "old-oak.md", BLOCKS["old-oak.md"])
    (tmp_path / "old-oak.yaml").write_text(written(case), encoding="utf-8")
    assert main(["check", str(tmp_path / "old-oak.yaml")]) == 0


@pytest.mark.parametrize(
    "text",
    [
        BLOCKS["old-oak.md"].replace("  ", "\t"),
        BLOCKS["old-oak.md"].replace("- ", "* "),
        BLOCKS["old-oak.md"].replace("- Petitioner:", "- **Petitioner:**").replace("- Respondent:", "1. For respondent -"),
        BLOCKS["old-oak.md"].replace("- Petitioner:", "- Appellant:").replace("- Respondent:", "- Appellee:"),
        "\ufeff" + BLOCKS["old-oak.md"].replace("\n", "\r\n"),
        BLOCKS["old-oak.md"].encode("utf-16"),
    ],
)  # fmt: skip
def test_other_ways_to_write_an_outline_mean_the_same(text, tmp_path) -> None:
    before = made(tmp_path, "old-oak.md", BLOCKS["old-oak.md"])
    (tmp_path / "out" / "old-oak.yaml").unlink()
    assert made(tmp_path, "old-oak.md", text) == before


def test_sides_may_be_headings(tmp_path) -> None:
    text = "# A v. B\n## Is it so?\n### Petitioner\nYes.\n- A point\n  - Why?\n### Respondent\nNo.\n- Another\n## Was it then?\n- Petitioner: Yes.\n- Respondent: No.\n"
    case, found = read_case_text(written(made(tmp_path, "a.md", text)), "old-oak.yaml")
    assert case is not None, found
    assert [each.text for each in case.issues[0].positions] == ["Yes.", "No."]
    assert [each.title for each in case.points[:1]] == ["A point"]
    assert case.points[0].questions[0].text == "Why?"


def test_nothing_that_was_written_is_lost(tmp_path) -> None:
    long = 'A point that is a good deal longer than the sixty characters of a title, with "quotes": and a #hash'
    case = made(
        tmp_path,
        "a.md",
        f"# A v. B\nStray words.\n## Is it so?\n- Petitioner: Yes.\n  - {long}\n- Respondent: No.\n- Amicus: Perhaps.\n",
    )
    assert long.replace('"', '\\"') in case
    assert "#   Stray words." in case
    assert "#   Amicus: Perhaps." in case


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.md", "just words\n", "a.md has no issue: begin each with `## `"),
        ("a.csv", "", "a.csv is empty; its first row names the columns"),
        ("a.csv", "one;two\n1;2\n", "a.csv, row 1: no column is called `issue` or `side` or `point`"),
        ("a.csv", "issue,side,point\n\n,petitioner,x\n", "a.csv, row 3: no issue stands in this row or above it"),
        ("a.csv", "issue,side,point\nI,umpire,x\n", "a.csv, row 2: `umpire` is not a side"),
        ("a.csv", "issue,side,point\nI,,x\n", "a.csv, row 2: no side stands in this row or above it"),
        ("a.csv", "issue,side,point,question,answer\nI,petitioner,x,,an answer\n", "a.csv, row 2: no question stands"),
        ("a.csv", "issue,side,point,question,answer,manner\nI,petitioner,x,Why?,So.,concedes\n", "did you mean `concede`?"),
        ("a.csv", 'issue,side,point\nI,petitioner,"x\n', "a.csv cannot be read as a table"),
        ("a.xlsx", "PK", "save the sheet as CSV"),
        ("a.csv", b"PK\x03\x04", "save the sheet as CSV"),
        ("a.csv", b"issue,side,point\nI,petitioner,\xe9\n", "is not UTF-8 text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_one_line(name: str, text, says: str, tmp_path, capsys) -> None:
    source = tmp_path / name
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["new", "case", "old-oak", "--from", str(source), "--dir", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_point_in_the_words_of_its_issue_had_the_id_of_its_head(tmp_path) -> None:
    table = "issue,side,point\nWeir knew,petitioner,Weir knew\nThe town knew,respondent,The town knew\n"
    case = made(tmp_path, "a.csv", table)
    _, found = read_case_text(case, "old-oak.yaml")
    assert {each.code for each in found if each.severity == "error"} == {"M130"}


def test_no_outline_makes_a_file_that_cannot_be_read(tmp_path) -> None:
    """However the lines of an outline are mixed, the file it becomes lacks only what is to be written, or is too large."""
    dice = random.Random(5)
    lines = BLOCKS["old-oak.md"].splitlines()
    extra = [
        '- "quoted: text" # {x}',
        "      - b) c: d",
        "\t* \u201cCurly\u201d\u00a0text",
        "- no",
        "## yes",
        "### Respondent",
        "words: and more",
        "- Petitioner:",
    ]
    for _ in range(150):
        mixed = dice.sample([*lines, *extra * 2], k=dice.randint(3, len(lines)))
        from moot.files.outline.drafted import drafted
        from moot.files.outline.markdown import read_outline

        case = drafted("old-oak", read_outline("## One\n" + "\n".join(mixed), "a.md"), "a.md")
        _, found = read_case_text(case, "old-oak.yaml")
        assert {each.code for each in found if each.severity == "error"} <= {"M130", "M401", "M402"}, case
