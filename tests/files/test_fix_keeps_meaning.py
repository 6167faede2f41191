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
    """Curly quotes around a whole text: straight ones stand there afterward, and the text is the same."""
    return re.sub(r"^( +(?:title|says|text|asks|gist): )([A-Z][A-Za-z ]+[.]?)$", "\\1\u201c\\2\u201d", row)


def curly_in_braces(row: str) -> str:
    return re.sub(r"(title: )([A-Z][A-Za-z ]+)(?=\})", "\\1\u201c\\2\u201d", row)


def capital(row: str) -> str:
    return re.sub(r"^([a-z])(?=[a-z_]+:)", lambda found: found[0].upper(), row)


def tagged(row: str) -> str:
    return re.sub(r"^( +(?:speech|says|text): )([A-Za-z]+)(?= )", r"\1<i>\2</i>", row)


def said_yes(row: str) -> str:
    return re.sub(
        r"\b(real|stock|briefed|right): (true|false)\b",
        lambda found: f"{found[1]}: {'yes' if found[2] == 'true' else 'No'}",
        row,
    )


def word_in_capitals(row: str) -> str:
    return re.sub(
        r"\b(modality|manner|tone|kind|won): ([a-z])(?=[a-z]+\b)", lambda found: f"{found[1]}: {found[2].upper()}", row
    )


def quoted_number(row: str) -> str:
    return re.sub(r"\b(strength|version|year): (\d+)", r'\1: "\2"', row)


def tab_after_hyphen(row: str) -> str:
    return re.sub(r"^( *)- (?=\S)", "\\1-\t", row)


def typeset_hyphen(row: str) -> str:
    return re.sub(r"(?<=cites )([a-z]+)-(?=[a-z]+$)", "\\1\u2011", row)


SLIPS = (
    curly_in_braces,
    bullet,
    hard_spaces,
    curly,
    capital,
    tagged,
    said_yes,
    word_in_capitals,
    quoted_number,
    tab_after_hyphen,
    typeset_hyphen,
)


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
        rows[number] = data.draw(st.sampled_from([slip for slip in SLIPS if slip not in (curly, curly_in_braces)]))(
            rows[number]
        )
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


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__)
def test_every_kind_of_slip_is_taken_back_wherever_it_may_stand(slip) -> None:
    many = 0
    for name, good in FILES.items():
        for number, row in enumerate(rows := good.split("\n")):
            changed = slip(row)
            if changed == row:
                continue
            many += 1
            broken = "\n".join([*rows[:number], changed, *rows[number + 1 :]])
            text, mended = mended_text(broken, name, "case")
            assert parse(text).value == parse(good).value, (changed, mended)
            assert slip in (curly, curly_in_braces) or text == good, (changed, mended)
            assert len(mended) >= 1
    assert many, "no row of either file shows it"
