"""What is spoken and written in every shipped case and by every judge is American, of the 1990s: no British idiom, spelling or period prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import moot
from moot.files.folders import list_cases, list_judges

FOREIGN = re.compile(
    r"\bI(?:'d| would) sooner\b|\bI should(?:n't| not)? (?:like|think|have thought)\b|\b(?:ha[sd]|have)n't (?:any|very|got)\b"
    r"|\bha(?:ve|s) got\b|\b(?:in|to|from) hospital\b|\bat the weekend\b|\b(?:she|he|they|you|we|I)'d no \b"
    r"|\bI dare ?say\b|\b(?:whilst|amongst|shan't|oughtn't|mightn't|whence|wherefore|nought|naught|fortnight|motorcar|gaol|kerb|cheque)\b"
    r"|\b(?:my lord|m'lud|learned friend|barrister|learnt|spelt|leant|towards|afterwards|judgement|offence|defence|programme|centre)\b"
    r"|\b(?:col|fav|hon|behavi|neighb|lab|harb|rum|vig)our(?:s|ed|able|ing)?\b|\b(?:recogn|organ|real|emphas|character|apolog)ise[sd]?\b",
    re.IGNORECASE,
)


def told(id: str) -> Iterator[str]:
    """Every text of a case that is ours: what is said, why an answer counts, and what an opinion may print."""
    case = moot.load_case(id)
    for issue in case.issues:
        for position in issue.positions:
            yield from (position.text, position.reasons, position.holds)
    for point in case.points:
        yield from (point.title, point.speech, point.says)
    for question in case.questions.values():
        yield question.text
    for answer in case.answers.values():
        yield from (answer.text, answer.why, answer.says)


def lines(value: object) -> Iterator[str]:
    """The texts in a judge's phrases, however they are nested."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "values"):
        for each in value.values():
            yield from lines(each)
    elif isinstance(value, list | tuple | frozenset | set):
        for each in value:
            yield from lines(each)


@pytest.mark.parametrize("id", list_cases())
def test_a_case_is_told_in_american_english(id: str) -> None:
    texts = list(told(id))
    assert len(texts) > 100
    assert [(found[0], text) for text in texts for found in FOREIGN.finditer(text)] == []


@pytest.mark.parametrize("id", list_judges())
def test_a_judge_speaks_american_english(id: str) -> None:
    voice = moot.load_judge(id).voice
    texts = [text for name in voice.__slots__ for text in lines(getattr(voice, name))]
    assert len(texts) > 20
    assert [(found[0], text) for text in texts for found in FOREIGN.finditer(text)] == []
