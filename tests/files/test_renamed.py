"""Files with the old British keys and words are read as they were, with a warning for each."""

from __future__ import annotations

from moot.files.case.read import read_case_text
from moot.files.judge.read import read_judge_text
from moot.files.schema.renamed import RENAMED
from tests.files.pages import HERE

CASE = (HERE / "base-case.yaml").read_text(encoding="utf-8")
JUDGE = (HERE / "base-judge.yaml").read_text(encoding="utf-8")


def test_a_case_with_the_old_spelling_is_the_same_case_with_a_warning_each() -> None:
    old = CASE.replace("favors:", "favours:")
    assert old != CASE
    case, found = read_case_text(old, "base-case.yaml")
    now, _ = read_case_text(CASE, "base-case.yaml")
    assert {problem.code for problem in found} == {"M120"}
    assert len(found) == CASE.count("favors:")
    assert all(problem.severity == "warning" and problem.line for problem in found)
    assert [each.favors for issue in case.issues for each in issue.positions] == [
        each.favors for issue in now.issues for each in issue.positions
    ]


def test_a_judge_with_the_old_spelling_is_read() -> None:
    old = JUDGE
    for british, american in RENAMED.items():
        old = old.replace(american, british)
    assert old != JUDGE
    judge, found = read_judge_text(old, "base-judge.yaml")
    assert judge is not None
    assert {problem.code for problem in found} == {"M120"}


def test_words_of_a_text_are_left_alone() -> None:
    text = CASE.replace("facts: Reed left", "facts: With good humour and in their favours Reed left")
    case, found = read_case_text(text, "base-case.yaml")
    assert found == []
    assert "humour" in case.facts


def test_lines_that_no_screen_ever_said_are_passed_over_with_a_warning() -> None:
    """Judges had lines under `marks`, for how an opinion treated what counsel said; nothing read them."""
    old = JUDGE.replace("\nvoice:\n", '\nvoice:\n  marks:\n    adopted: ["Just so."]\n')
    assert old != JUDGE
    judge, found = read_judge_text(old, "base-judge.yaml")
    assert judge is not None
    assert [(problem.code, problem.severity) for problem in found] == [("M120", "warning")]
    assert not hasattr(judge.voice, "marks")
