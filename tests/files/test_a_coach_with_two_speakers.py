"""What stopped a coach who wrote a real case with two speakers on one side, in the short form, from the guide alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moot.commands.case.check import placed
from moot.errors import Diagnostic
from moot.files.case.read import read_case_text
from moot.files.yaml.read import parse
from tests.docs.guide import blocks

DOCS = Path(__file__).parents[2] / "docs"
BASE = "".join(text for language, _, text in blocks() if language == "yaml").replace(
    "    text: old-oak.opinion.txt\n", ""
)
DIVIDED = BASE.replace(
    "argument: quick\n",
    "argument:\n  id: divided\n  title: Two for Weir\n  segments:\n"
    "    - {side: petitioner, speaker: 1, minutes: 8, reserves: [0, 1]}\n    - {side: petitioner, speaker: 2, minutes: 4}\n"
    "    - {side: respondent, minutes: 8}\n    - {side: petitioner, replies: true}\n",
).replace("counsel: Counsel for Weir", "counsel: [Ms. Aske, Mr. Bell]")
LINE = "roadmap reserve 1; p-marsh; pass; sit; roadmap; p-days; pass; sit; roadmap; r-act; pass; turn; r-limb; pass; sit; sit"


def told(text: str, name: str = "old-oak.yaml") -> list[Diagnostic]:
    return [each for each in read_case_text(text, name)[1] if each.severity == "error"]


def with_line(text: str, line: str) -> str:
    return text.replace("  disposition: reversed\n  votes", f"  line: {line}\n  disposition: reversed\n  votes", 1)


def only(was: str, becomes: str, text: str = BASE) -> tuple[Diagnostic, int]:
    """The one error of the case with this change, and the line where the change begins."""
    assert was in text
    (found,) = told(text.replace(was, becomes, 1))
    return found, text[: text.index(was)].count("\n") + 1


@pytest.mark.parametrize("speaker", ["", ", speaker: {}"])
def test_a_roadmap_of_a_second_speaker_had_to_name_its_heads(speaker: str) -> None:
    """The second roadmap was taken for respondent's; heads with `speaker:` were refused."""
    text = with_line(DIVIDED, LINE)
    for number, head in enumerate(("Nobody told him", "There was time"), 1):
        text = text.replace(f"title: {head}}}", f"title: {head}{speaker.format(number)}}}")
    case, found = read_case_text(text, "old-oak.yaml")
    assert case is not None, found
    assert case.historical is not None
    roadmaps = [move for move in case.historical.line if move.startswith("roadmap")]
    assert roadmaps == ["roadmap silence reserve 1", "roadmap time", "roadmap act,limb"]


def test_a_roadmap_too_many_is_told_as_that() -> None:
    text = with_line(BASE, "roadmap reserve 1; p-marsh; pass; sit; roadmap; r-act; pass; sit; roadmap; sit")
    (found,) = told(text)
    assert "one roadmap more than the format has turns" in found.message


def test_more_heads_than_a_roadmap_announces_are_counted() -> None:
    heads = "".join(f"    - {{id: more-{number}, title: Head {number}}}\n" for number in range(2))
    text = with_line(BASE, "roadmap reserve 1; p-marsh; pass; sit; roadmap; sit; sit").replace(
        "    - {id: time, title: There was time}\n", "    - {id: time, title: There was time}\n" + heads
    )
    assert any("petitioner has 4 heads, and a roadmap announces at most 3" in each.message for each in told(text))


def test_a_move_of_a_line_that_is_one_text_is_told_where_it_stands() -> None:
    """All moves were placed at the key `line`, and the number counts a question and its answer as two."""
    text = with_line(BASE, ">-\n    roadmap reserve 1; p-marsh; q-wall.a by sceptic;\n    pass; p-dayz; pass; sit")
    where = next(n for n, row in enumerate(text.splitlines(), 1) if "p-dayz" in row)
    file = DOCS / "old-oak.yaml"
    problem = Diagnostic("M452", "", ("historical", "line", 5))
    import moot.commands.case.check as check

    def read(_path: object) -> bytes:
        return text.encode()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(check, "read_bytes", read)
        (found,) = placed([problem], file)
    assert (found.line, found.column) == (where, 11)


def test_a_problem_of_a_point_in_the_short_form_was_placed_at_the_top_of_the_points(monkeypatch) -> None:
    import moot.commands.case.check as check

    monkeypatch.setattr(check, "read_bytes", lambda _path: BASE.encode())
    case, _ = read_case_text(BASE, "old-oak.yaml")
    assert case is not None
    number = next(number for number, point in enumerate(case.points) if point.id == "p-days")
    (found,) = placed([Diagnostic("M510", "", ("points", number))], DOCS / "old-oak.yaml")
    assert BASE.splitlines()[found.line - 1].strip().startswith("- p-days:")


def test_points_under_a_second_speaker_were_lost_with_all_that_names_them() -> None:
    """Four errors: an unknown side, a head without points, and two attacks on a point that is there."""
    text = DIVIDED.replace("    silence for warning.told:\n", "  petitioner-2:\n    silence for warning.told:\n", 1)
    (found,) = told(text)
    assert found.code == "M131"
    assert "the points of both speakers stand under `petitioner`" in found.message
    assert "`speaker: 2`" in found.help


def test_a_misspelled_head_was_told_at_the_right_head_too() -> None:
    found, row = only("    time for danger.not-yet:", "    tyme for danger.not-yet:")
    assert (found.code, found.line) == ("M205", row + 1)


def test_a_concession_without_words_was_told_by_a_key_that_nobody_wrote() -> None:
    text = BASE.replace("b concede: Lund", "b concede, withdraws: Lund")
    words, marks = told(text)
    assert words.message == "the answer `b` concedes something and does not say what"
    assert words.help == "add `b concedes: …` below it: what is conceded"
    assert marks.code == "M309"
    assert marks.help.startswith("add `b marks: …` below it")


def test_a_point_that_argues_nothing_was_told_by_two_keys_that_nobody_wrote() -> None:
    found, _ = only("        argues: textual 3; cites road-act\n", "")
    assert found.code == "M131"
    assert found.help.startswith("add `argues: doctrinal 3` below it")


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("argues: textual 3; cites road-act", "argues: TODO"),
        ("embodies: notice 2, individual-rights 1", "embodies: TODO"),
        ("scene: turns wait minutes; if met deference-to-officers 2", "scene: TODO"),
        ("  votes: {textualist: author", "  line: TODO\n  votes: {textualist: author"),
        ("        says: that the Road Act names one condition\n", "        marks: TODO\n"),
        ("        then: danger\n", "        then: TODO\n"),
    ],
)
def test_a_key_of_the_short_form_that_is_still_to_be_written_was_told_as_something_else(was: str, becomes: str) -> None:
    found, _ = only(was, becomes)
    assert found.code == "M130"


def test_the_number_of_a_docket_stood_after_no_twice() -> None:
    case, _ = read_case_text(BASE.replace("court: Supreme", "docket: No. 98-1036\ncourt: Supreme", 1), "old-oak.yaml")
    assert case is not None
    assert case.docket == "98-1036"


@pytest.mark.parametrize(
    "page", [page for page in sorted(DOCS.glob("*.md")) if page.stem != "cookbook"], ids=lambda page: page.name
)
def test_a_block_of_a_page_was_no_yaml(page: Path) -> None:
    """The example of the short form had a colon in a text without quotes."""
    for block in re.findall(r"^```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        if not re.search("^[^#]", block, re.MULTILINE):
            continue
        document = parse(re.sub(r"(?<=[,{] )\.\.\.", "more: it", block))
        assert document.value is not None, f"{block}\n{document.problems}"
