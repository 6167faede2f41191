"""What `moot check` says to a coach whose answers give themselves away."""

from __future__ import annotations

from moot.case import Case
from moot.errors import Diagnostic
from moot.study.tells.table import Tell, tells

__all__ = ["FEWEST_QUESTIONS", "check_tells", "in_words"]

FEWEST_QUESTIONS = 10
"""A case with fewer questions is not looked at."""

_HELP = {
    "place": "change the order of the answers in some of these questions",
    "length": "make the answers of one question alike in length: give the others their reason too",
    "word": "use the word in good and bad answers alike, or in none",
    "opening": "begin good and bad answers alike with it, or none",
    "manner": "let the other manners be best in some questions, as the law has it",
    "quiz": "write the entries of one question in one form",
}


def check_tells(case: Case) -> list[Diagnostic]:
    """A warning (M323) for every tell that passes its limit and that chance does not explain."""
    if len(case.questions) < FEWEST_QUESTIONS:
        return []
    return [
        Diagnostic("M323", in_words(row), ("points",), _HELP[row.feature.kind], "warning")
        for row in tells(case)
        if row.sure
    ]


def in_words(row: Tell) -> str:
    """A row as a sentence without its stop.

    For example: the answer listed first is the best in 10 of 11 questions; chance would give 37%.
    """
    kind, name = row.feature
    subject = {
        "place": f"the answer listed {name} is",
        "length": f"the {name} answer is",
        "word": f"an answer with “{name}” is",
        "opening": f"an answer that begins “{name}” is",
        "manner": f"an answer of the manner `{name}` is",
        "quiz": f"in a quiz, the entry {name} is" if name != "longest" else "in a quiz, the longest entry is",
    }[kind]
    share = round(100 * row.hits / row.uses)
    return f"{subject} the {row.end} of its question {row.hits} times in {row.uses} ({share}%; chance gives {100 * row.chance:.0f}%)"
