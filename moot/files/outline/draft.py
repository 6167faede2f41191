"""What a coach's outline or spreadsheet says of a case, before it is a case file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from moot.case import Side

__all__ = ["Draft", "DraftIssue", "DraftPoint", "DraftQuestion", "side_of"]

_SIDES = {
    Side.PETITIONER: ("petitioner", "petitioners", "appellant", "appellants", "applicant", "claimant", "plaintiff", "p", "pet"),
    Side.RESPONDENT: ("respondent", "respondents", "appellee", "appellees", "defendant", "r", "resp"),
}  # fmt: skip


@dataclass
class DraftQuestion:
    """A question and the answers that are there, each as (manner or nothing, text)."""

    text: str
    answers: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class DraftPoint:
    """Something counsel may say."""

    text: str
    questions: list[DraftQuestion] = field(default_factory=list)


@dataclass
class DraftIssue:
    """An issue, what each side answers, and the points of each side."""

    text: str
    positions: dict[Side, str] = field(default_factory=dict)
    points: dict[Side, list[DraftPoint]] = field(default_factory=lambda: {side: [] for side in Side})


@dataclass
class Draft:
    """A whole case as far as it was written down."""

    caption: str = ""
    question: str = ""
    facts: str = ""
    issues: list[DraftIssue] = field(default_factory=list)
    record: list[str] = field(default_factory=list)
    authorities: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)
    """Lines that have no place in a case file; they are kept as comments."""


def side_of(word: str) -> Side | None:
    """The side that a coach calls by this word; None for any other word."""
    known = re.sub(r"^(?:for\s)?(?:the\s)?", "", word.strip().lower()).rstrip(".'’s") or word.strip().lower()
    plain = word.strip().lower().removeprefix("for ").removeprefix("the ").rstrip(".")
    return next((side for side, names in _SIDES.items() if known in names or plain in names), None)
