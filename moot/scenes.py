"""Words around a hypothetical: what it supposes, what the rule gives there, and what a reply made of it."""

from __future__ import annotations

from moot.case import Case, Consequence, Question, ReplyOutcome

__all__ = ["scene_text", "worked_out"]

_THEN: dict[ReplyOutcome, str] = {
    ReplyOutcome.ACCEPTED: "Counsel accepts the result",
    ReplyOutcome.MISREAD: "Counsel says otherwise, and the rule does not bear it out",
    ReplyOutcome.DISTINGUISHED: "Counsel distinguishes by something the rule turns on, and keeps the scene at a distance",
    ReplyOutcome.NO_DIFFERENCE: "Counsel distinguishes, but the rule does not turn on that",
    ReplyOutcome.MODIFIED: "Counsel changes the rule: it escapes the scene, and still decides this case as before",
    ReplyOutcome.NEEDLESS: "Counsel changes a rule that offended nobody",
    ReplyOutcome.STILL_CAUGHT: "Counsel changes the rule, and it is caught all the same",
    ReplyOutcome.GIVEN_AWAY: "Counsel changes the rule, and on this record the new one loses the case",
    ReplyOutcome.UNANSWERED: "Counsel makes no reply",
}


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
    parts = [f"By the rule, {issue.result(found.met)} there.", f"{_THEN[found.outcome]}."]
    if found.modified is not None and found.modified is not found.met:
        parts.append(f"By the new one, {issue.result(found.modified)}.")
    if found.offence:
        names = " and ".join(principle.replace("-", " ") for principle, _ in found.offence)
        half = ", at half strength" if found.halved else ""
        parts.append(f"What offends {names} stands against it{half}, with each judge who holds to that.")
    if found.gives_up:
        parts.append("Everything said for that rule is withdrawn.")
    return " ".join(parts)
