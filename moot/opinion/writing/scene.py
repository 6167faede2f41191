"""What a hypothetical put at argument showed: the scene, what the rule gives there, and what counsel made of it."""

from __future__ import annotations

from moot.case import ReplyOutcome
from moot.opinion.context import OpinionContext
from moot.opinion.prose.grammar import all_of, sentence

__all__ = ["offense"]

_REPLY: dict[ReplyOutcome, str] = {
    ReplyOutcome.ACCEPTED: "Counsel for {s} accepted that result",
    ReplyOutcome.MISREAD: "Counsel for {s} denied it, but the rule says otherwise",
    ReplyOutcome.DISTINGUISHED: "Counsel for {s} fairly distinguished that case from this one, but under the rule the result there is the same",
    ReplyOutcome.NO_DIFFERENCE: "Counsel for {s} would distinguish that case by something on which the rule does not turn",
    ReplyOutcome.STILL_CAUGHT: "Counsel for {s} restated the rule to avoid that result, and did not avoid it",
    ReplyOutcome.UNANSWERED: "Counsel for {s} had no answer to it",
}


def offense(context: OpinionContext, id: str) -> str:
    """The hypothetical behind an argument that came of one, in a few sentences."""
    case = context.case
    argument, found = case.arguments[id], case.answers[id].consequence
    scene = case.question_of[id].scene
    if found is None or scene is None:
        return ""
    supposed = " and that ".join(case.dial[dial].text(value) for dial, value in scene.turns)
    fields = context.side(argument.side)
    reply = _REPLY.get(found.outcome, "")
    return all_of(
        [
            sentence(f"Take this case, but suppose that {supposed}"),
            sentence(
                f"Under the rule {fields['s']} {fields['s_propose']}, {case.issue[found.tests.issue].result(found.left_with)} there"
            ),
            sentence(reply.format(**fields)) if reply else "",
        ]
    )
