"""`--fix` never changes what a valid file says, and takes back what a word processor did to it, byte for byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.commands.case.fixing import mended_text
from moot.files.folders import list_benches, list_cases, list_judges
from moot.files.yaml.read import parse
from tests.files.pages import HERE
from tests.files.test_short_slips import BASE

LONG = (HERE / "base-case.yaml").read_text(encoding="utf-8")
FILES = {"old-oak.yaml": BASE, "base-case.yaml": LONG}
SHIPPED = [
    ("case", list_cases()["first-argument"]),
    ("case", list_cases()["lark-river"]),
    *(("judge", path) for path in list_judges().values()),
    *(("bench", path) for path in list_benches().values()),
]


def bullet(row: str) -> str:
    return re.sub(r"^( *)- (?=\S)", "\\1\u2022 ", row)


def hard_spaces(row: str) -> str:
    indent = len(row) - len(row.lstrip(" "))
    return "\u00a0" * indent + row[indent:]


def curly(row: str) -> str:
    """As a word processor writes straight quotes; the text between them needs none, so that only the quotes differ."""
    return re.sub(r'^( *(?:- )?[a-z_]+: )"([A-Z][a-z ]+[.])"$', "\\1\u201c\\2\u201d", row)


def capital(row: str) -> str:
    return re.sub(r"^([a-z])(?=[a-z_]+:)", lambda found: found[0].upper(), row)


def tagged(row: str) -> str:
    return re.sub(r"^( +(?:speech|says|text): )([A-Za-z]+)(?= )", r"\1<i>\2</i>", row)


SLIPS = (bullet, hard_spaces, curly, capital, tagged)


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda each: getattr(each, "stem", each))
def test_a_file_without_a_problem_is_not_touched(kind: str, path) -> None:
    text = path.read_text(encoding="utf-8")
    assert mended_text(text, str(path), kind) == (text, [])


@settings(max_examples=40)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_what_a_word_processor_did_is_taken_back_and_nothing_else(name: str, data: st.DataObject) -> None:
    good = FILES[name]
    rows = good.split("\n")
    for number in data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=6, unique=True)):
        rows[number] = data.draw(st.sampled_from(SLIPS))(rows[number])
    broken = "\n".join(rows)
    text, mended = mended_text(broken, name, "case")
    assert parse(text).value == parse(good).value
    assert [row for row, was in zip(text.split("\n"), good.split("\n"), strict=True) if row != was] == []
    assert bool(mended) == (broken != good)
    assert mended_text(text, name, "case") == (text, []), "a second time there is nothing left to mend"


def test_a_comment_and_the_layout_of_a_line_that_is_mended_stay() -> None:
    broken = BASE.replace("question_presented: May", "Question-presented:   May").replace(
        "bench: fictional\n", "Bench:   fictional   # who sits\n"
    )
    text, mended = mended_text(broken, "old-oak.yaml", "case")
    assert "question_presented:   May" in text
    assert "bench:   fictional   # who sits\n" in text
    assert [each.code for each in mended] == ["M101", "M101"]
