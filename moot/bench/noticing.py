"""What a judge notices in what counsel says, and lets be seen: a word for it, to which a voice has lines."""

from __future__ import annotations

from moot.bench.credit import Conduct, conduct_of, refused_theories, trust
from moot.bench.persona import Judge
from moot.bench.reasoning import Reasoning, reason
from moot.case import Answer, Case, Heard, Manner, Question, ReplyOutcome, Tone

__all__ = ["reaction", "repeats"]

_OF_A_REPLY: dict[ReplyOutcome, str] = {
    ReplyOutcome.MISREAD: "misread",
    ReplyOutcome.NO_DIFFERENCE: "undistinguished",
    ReplyOutcome.STILL_CAUGHT: "caught",
}


def reaction(judge: Judge, case: Case, question: Question, answer: Answer, heard: Heard) -> str:
    """What the judge shows after an answer: the gravest thing noticed first, or nothing.

    There is no praise for a faulty answer, nor for a good one to an end the judge rejects. ``heard`` has the answer in it. The words are those of a voice's `react` lines (docs/judge-format.md).
    """
    noticed = {entry.what for entry in conduct_of(question, answer, heard, judge.prices)}
    worth = trust(question, answer)
    if Conduct.CONTRADICTION in noticed:
        return "contradiction"
    if answer.outside:
        return "outside"
    if answer.consequence is not None and answer.consequence.outcome in _OF_A_REPLY:
        return _OF_A_REPLY[answer.consequence.outcome]
    if answer.overclaims:
        return "overclaim"
    if question.pick is not None and not answer.right:
        return "wrong"
    if worth < 0 and answer.manner is Manner.DEFLECT:
        return "deflected"
    if worth < 0 and question.tone is Tone.HELPFUL and answer.manner is not Manner.EVADE:
        return "unrecognised"
    if worth < 0:
        return "dodged"
    mind = reason(judge, case, heard)
    if repeats(mind, answer.id):
        return "repeated"
    if answer.retracts:
        return "corrected"
    if worth >= 2:
        return "pleased" if _welcome(mind, answer) else ""
    return "doubtful" if worth == 0 else ""


def _welcome(mind: Reasoning, answer: Answer) -> bool:
    """Whether the judge would have what the answer argues: it has some weight, and the judge finds something it urges.

    An answer that argues nothing is welcome for its manner.
    """
    argument = answer.argument
    if argument is None or not argument.urges:
        return True
    return argument.id in mind.weights and any(mind.findings.get(ref.issue) == ref.position for ref in argument.urges)


def repeats(mind: Reasoning, said: str) -> bool:
    """Whether this point or answer says again, at the lectern, a theory that the judge has refused."""
    theories = refused_theories(mind.case, mind.heard, mind.refused)
    return any(said in again and len(again) > 1 for again in theories.values())
