"""Names as a printed transcript gives them."""

from __future__ import annotations

from moot.bench.persona import Bench
from moot.case import Answer, Case
from moot.round.round import Round
from moot.sitting.words.spoken import judge_title, last_name, plural, said_text, speaker_of

__all__ = ["counsel", "judge_label", "last_name", "picked", "plural"]


def counsel(round: Round, ply: int) -> str:
    """The name under which counsel's words stand in the transcript: of whoever made the move that made ``ply`` moves."""
    return speaker_of(round, ply).upper()


def judge_label(bench: Bench, judge: str) -> str:
    """The name under which a judge's words stand in the transcript."""
    return judge_title(bench, judge).upper()


def picked(case: Case, answer: Answer) -> str:
    """What an answer from the table or the record names; empty for any other answer."""
    return said_text(case, answer)[1]
