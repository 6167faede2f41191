"""Names as a printed transcript gives them."""

from __future__ import annotations

from moot.bench.persona import Bench
from moot.case import Answer, Case, Side
from moot.sitting.spoken import counsel_name, judge_title, last_name, plural, said_text

__all__ = ["counsel", "judge_label", "last_name", "picked", "plural"]


def counsel(case: Case, side: Side) -> str:
    """The name under which counsel's words stand in the transcript."""
    return counsel_name(case, side).upper()


def judge_label(bench: Bench, judge: str) -> str:
    """The name under which a judge's words stand in the transcript."""
    return judge_title(bench, judge).upper()


def picked(case: Case, answer: Answer) -> str:
    """What an answer from the table or the record names; empty for any other answer."""
    return said_text(case, answer)[1]
