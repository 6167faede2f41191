"""Weights stand inside the ranges that their sources support."""

from __future__ import annotations

from pathlib import Path

import pytest

import moot
from moot.files.judge.read import read_judge_text

BASE = (Path(__file__).parent / "base-judge.yaml").read_text(encoding="utf-8")
NOTICE = "  - {principle: notice, weight: 2}\n"
SOURCE = 'source: "Reed v. Marl, 501 U.S. 1 (1991)"'
NINE = moot.load_bench("lewis-1998").judges


def told(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in read_judge_text(text, "base-judge.yaml")[1]]


@pytest.mark.parametrize(
    ("held", "code", "says"),
    [
        (f"weight: 2, range: [3, 4], {SOURCE}", "J112", "`notice` is 2, outside its range of 3 to 4"),
        (f"weight: 2, range: [3, 1], {SOURCE}", "J112", "the highest first"),
        ("weight: 2, range: [2, 4]", "J102", "the range of `notice` goes to 4 without a source"),
        ("weight: 2, range: [2]", "M109", "at least 2"),
    ],
)
def test_a_weight_outside_its_range_is_an_error(held: str, code: str, says: str) -> None:
    problems = told(BASE.replace(NOTICE, f"  - {{principle: notice, {held}}}\n"))
    assert [name for name, _ in problems] == [code]
    assert says in problems[0][1]


@pytest.mark.parametrize(
    ("ranged", "code", "says"),
    [
        ("{range: [1, 2]}", "J112", "the receptivity for textual arguments is 3, outside its range of 1 to 2"),
        ("{range: [3, 5]}", "J102", "a receptivity of 3 to 5 has no source"),
        ("{range: [0, 3]}", "J102", "a receptivity of 0 to 3 has no source"),
    ],
)
def test_a_receptivity_outside_its_range_is_an_error(ranged: str, code: str, says: str) -> None:
    problems = told(BASE.replace("principles:\n", f"ranges:\n  textual: {ranged}\nprinciples:\n"))
    assert [name for name, _ in problems] == [code]
    assert says in problems[0][1]


def test_a_range_is_read_with_its_source() -> None:
    text = BASE.replace("principles:\n", f"ranges:\n  textual: {{range: [3, 5], {SOURCE}}}\nprinciples:\n")
    judge, found = read_judge_text(text.replace(NOTICE, NOTICE.replace("2}", "2, range: [1, 2]}")), "base-judge.yaml")
    assert found == []
    assert judge is not None
    assert judge.ranges[moot.case.Modality.TEXTUAL].range == (3, 5)
    assert judge.ranges[moot.case.Modality.TEXTUAL].source == "Reed v. Marl, 501 U.S. 1 (1991)"
    assert judge.holds[0].range == (1, 2)
