"""What a hypothetical showed, as an opinion tells it: the scene, what the rule gives there, what counsel made of it, and why it offends."""

from __future__ import annotations

from moot.case import PRINCIPLES, ReplyOutcome
from moot.opinion.context import Pen
from moot.opinion.prose.grammar import all_of, sentence, small

__all__ = ["offence"]

_REPLY: dict[ReplyOutcome, str] = {
    ReplyOutcome.ACCEPTED: "Counsel for {side} accepted as much",
    ReplyOutcome.MISREAD: "Counsel for {side} denied it, and the rule does not bear counsel out",
    ReplyOutcome.DISTINGUISHED: "Counsel for {side} set that case apart from this one, and fairly; but the rule still gives that answer there",
    ReplyOutcome.NO_DIFFERENCE: "Counsel for {side} would set that case apart by something on which the rule does not turn",
    ReplyOutcome.UNANSWERED: "Counsel for {side} had no answer to it",
}


def offence(pen: Pen, id: str) -> str:
    """The hypothetical behind an argument that came of one, in three or four sentences."""
    case = pen.case
    argument, found = case.arguments[id], case.answers[id].consequence
    scene = case.question_of[id].scene
    assert found is not None
    assert scene is not None
    supposed = " and that ".join(case.dial[dial].text(value) for dial, value in scene.turns)
    side = case.party(argument.side).called or argument.side.value
    held = pen.judge.held
    amended = f", as counsel for {side} amended it to meet the case" if found.modified is not None else ""
    reply = _REPLY.get(found.outcome, "")
    gravest = max(argument.offends, key=lambda one: (one[1] * held.get(one[0], 0), one[0]))[0]
    return all_of(
        [
            sentence(f"Suppose that {supposed}"),
            sentence(f"By that rule{amended}, {case.issue[found.tests.issue].result(found.left_with)}"),
            sentence(reply.format(side=side)) if reply else "",
            sentence(f"That result cannot be squared with a settled conviction: {small(PRINCIPLES[gravest])}"),
        ]
    )
