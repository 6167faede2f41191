"""Words around an answer: what a hypothetical supposes, what the rule gives there, what a reply made of it, and what a concession gave up."""

from __future__ import annotations

from moot.case import Answer, Case, ConcessionKind, Consequence, Question
from moot.case.heard import Heard
from moot.case.language.naming import known_as
from moot.opinion.prose.grammar import joined

__all__ = ["given_up", "lost_by", "scene_text", "worked_out"]

_TOLD = 3
"""So many of the things given up are told by name."""


def scene_text(case: Case, question: Question) -> str:
    """What a question supposes, beside this record; empty where it turns no dials."""
    if question.scene is None:
        return ""
    turned = [
        f"{case.dial[dial].text(value)} (here, {case.dial[dial].text(case.dial[dial].here)})"
        for dial, value in question.scene.turns
    ]
    return f"Supposed: {'; and '.join(turned)}."


def worked_out(case: Case, found: Consequence) -> str:
    """What the rule gives in the scene, and what the reply does to it, in plain words."""
    issue = case.issue[found.tests.issue]
    result = (
        f"The court left open whether {issue.met} there."
        if found.open
        else f"By the rule, {issue.result(found.met)} there."
    )
    parts = [result, f"Counsel {found.outcome}."]
    if found.modified is not None and found.modified is not found.met:
        parts.append(f"By the new one, {issue.result(found.modified)}.")
    if found.offense:
        names = " and ".join(principle.replace("-", " ") for principle, _ in found.offense)
        half = ", at half strength" if found.halved else ""
        parts.append(f"What offends {names} stands against it{half}, with each judge who holds to that.")
    if found.concession is not None:
        parts.append("Everything said for that rule is withdrawn.")
    return " ".join(parts)


def given_up(case: Case, answer: str, lost: tuple[str, ...]) -> str:
    """What an answer took out of the case by what it concedes."""
    named = [known_as(case, each) for each in lost[:_TOLD]]
    more = len(lost) - len(named)
    told = joined([*named, *([f"{more} more"] if more else [])])
    gives = case.answers[answer].concedes
    one = len(lost) == 1
    if gives is not None and gives.kind is ConcessionKind.FACT:
        return f"Granted for everyone. {told} {'is' if one else 'are'} out of the case."
    return f"That gives up {told}, which {'no longer counts' if one else 'no longer count'}."


def lost_by(answer: Answer, before: Heard, now: Heard) -> tuple[str, ...]:
    """What the concession in an answer took out of the case."""
    gives = answer.concedes.gives_up if answer.concedes is not None else ()
    return tuple(each for each in gives if each in now.withdrawn and each not in before.withdrawn)
