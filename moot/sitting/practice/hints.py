"""Hints before an answer: first what a question of this kind asks for, then one answer that is not it."""

from __future__ import annotations

from collections.abc import Sequence

from moot.case import Purpose, Question, Tone
from moot.study.alternatives import AnswerAlternative

__all__ = ["advice"]

_BY_PURPOSE: dict[Purpose, str] = {
    Purpose.CLARIFY: "The judge wants to know what you mean. Say it in one sentence, first; then go back to your argument.",
    Purpose.BACKGROUND: "A question of fact or of the course of the case. Answer it straight, from the record, and add nothing to it.",
    Purpose.HYPOTHETICAL: "Take the case as it is put. Apply your own rule to it and say the result, even where it costs you something.",
    Purpose.IMPLICATIONS: "The judge asks how far your rule goes. Say where it stops, and why it stops there.",
    Purpose.SUPPORT: "This judge is helping you. Take what is offered.",
    Purpose.CRITICISM: "Meet the objection on its own ground: show what is different here, or give up what you do not need.",
    Purpose.AUTHORITY: "Say exactly what the authority holds, for you or against you.",
    Purpose.CONCESSION: "Ask yourself what falls if you give this up, and what stands without it. Concede what you cannot hold, and no more.",
    Purpose.POLICY: "Say what would follow, for whom, and why your rule deals with it better.",
    Purpose.HUMOR: "Keep it short and light, and come back to the argument.",
}
_PICK = {
    "authority": "Think of the holding before the name: which of these decided just that point?",
    "record": "Which entry says it in so many words? What is likely is not what is in the record.",
}


def advice(question: Question, alternatives: Sequence[AnswerAlternative], level: int) -> str:
    """The hint of this level, from 1."""
    wrong = [each for each in alternatives if not each.right]
    if level > 1 and wrong:
        worst = wrong[-1]
        reason = worst.why or (worst.losses[0][2] if worst.losses else "")
        return f"It is not this one: “{worst.text}”" + (f" {reason}" if reason else "")
    if question.pick is not None:
        return _PICK[question.pick]
    if question.tone is Tone.HELPFUL:
        return _BY_PURPOSE[Purpose.SUPPORT]
    if any(answer.outside for answer in question.answers):
        return "One of these answers goes outside the record. Ask of each: where does the record say that?"
    return _BY_PURPOSE[question.purpose]
