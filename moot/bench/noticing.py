"""What a judge notices in what counsel says, and lets be seen: a word for it, to which a voice has lines."""

from __future__ import annotations

from moot.bench.credit import Conduct, conduct_of, fit, refused_theories
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
    """What the judge shows after an answer: the gravest thing noticed first; no praise for a faulty answer; or nothing.

    ``heard`` has the answer in it. The words are those of a voice's `react` lines (docs/judge-format.md).
    """
    noticed = {entry.what for entry in conduct_of(question, answer, heard, judge.prices)}
    worth = fit(question, answer)
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
    if repeats(reason(judge, case, heard), answer.id):
        return "repeated"
    if answer.retracts:
        return "corrected"
    return "pleased" if worth >= 2 else "doubtful" if worth == 0 else ""


def repeats(mind: Reasoning, said: str) -> bool:
    """Whether this point or answer says again, at the lectern, a theory that the judge has refused."""
    theories = refused_theories(mind.case, mind.heard, mind.refused)
    return any(said in again and len(again) > 1 for again in theories.values())
