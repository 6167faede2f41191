"""Words around a hypothetical: what it supposes, what the rule gives there, and what a reply made of it."""

from __future__ import annotations

from moot.case import Case, Consequence, Question

__all__ = ["scene_text", "worked_out"]


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
