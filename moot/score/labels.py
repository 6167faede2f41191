"""The words of the ballot: what its items, questions and answers are called wherever they are shown."""

from __future__ import annotations

from moot.case import Manner, Purpose

__all__ = ["ANSWERS", "ITEM_NAMES", "QUESTIONS"]

ITEM_NAMES: dict[str, str] = {
    "answers": "Answering questions",
    "authority": "Authority and record",
    "structure": "Roadmap and resuming",
    "candor": "Candor and concessions",
    "time": "Time and reply",
}
"""The items of the ballot by their ids."""

QUESTIONS: dict[Purpose, str] = {
    Purpose.CLARIFY: "a question asking what you meant",
    Purpose.BACKGROUND: "a question of background",
    Purpose.HYPOTHETICAL: "a hypothetical",
    Purpose.IMPLICATIONS: "a question of how far your rule goes",
    Purpose.SUPPORT: "a friendly question",
    Purpose.CRITICISM: "an objection",
    Purpose.AUTHORITY: "a question of authority",
    Purpose.CONCESSION: "a question asking for a concession",
    Purpose.POLICY: "a question of policy",
    Purpose.HUMOR: "a jest",
}
"""A question, by why it was asked."""

ANSWERS: dict[Manner, str] = {
    Manner.DIRECT: "a direct answer",
    Manner.CONCEDE: "a concession",
    Manner.DISTINGUISH: "a distinction",
    Manner.MODIFY: "changing the rule",
    Manner.DECLINE: "declining",
    Manner.DEFLECT: "turning it aside",
    Manner.EVADE: "not answering",
}
"""An answer, by how it met the question."""
