"""What a judge notices in what counsel says, and lets be seen: a reaction, for which a voice has lines."""

from __future__ import annotations

from moot.bench.credit import Conduct, conduct_of, fit, refused_theories
from moot.bench.persona import Judge
from moot.bench.reasoning import Reasoning, reason
from moot.case import Answer, Case, Heard, Manner, Question, Reaction, ReplyOutcome, Tone

__all__ = ["reaction", "repeats"]

_OF_A_REPLY: dict[ReplyOutcome, Reaction] = {
    ReplyOutcome.MISREAD: Reaction.MISREAD,
    ReplyOutcome.NO_DIFFERENCE: Reaction.UNDISTINGUISHED,
    ReplyOutcome.STILL_CAUGHT: Reaction.CAUGHT,
}


def reaction(judge: Judge, case: Case, question: Question, answer: Answer, heard: Heard) -> Reaction | None:
    """What the judge shows after an answer: the gravest thing noticed first; no praise for a faulty answer; or nothing.

    ``heard`` has the answer in it. None is a blank face.
    """
    noticed = {entry.what for entry in conduct_of(question, answer, heard, judge.prices)}
    worth = fit(question, answer)
    if Conduct.CONTRADICTION in noticed:
        return Reaction.CONTRADICTION
    if answer.outside:
        return Reaction.OUTSIDE
    if answer.consequence is not None and answer.consequence.outcome in _OF_A_REPLY:
        return _OF_A_REPLY[answer.consequence.outcome]
    if answer.overclaims:
        return Reaction.OVERCLAIM
    if question.pick is not None and not answer.right:
        return Reaction.WRONG
    if worth < 0 and answer.manner is Manner.DEFLECT:
        return Reaction.DEFLECTED
    if worth < 0 and question.tone is Tone.HELPFUL and answer.manner is not Manner.EVADE:
        return Reaction.UNRECOGNISED
    if worth < 0:
        return Reaction.DODGED
    if repeats(reason(judge, case, heard), answer.id):
        return Reaction.REPEATED
    if answer.retracts:
        return Reaction.CORRECTED
    return Reaction.PLEASED if worth >= 2 else Reaction.DOUBTFUL if worth == 0 else None


def repeats(mind: Reasoning, said: str) -> bool:
    """Whether this point or answer says again, at the lectern, a theory that the judge has refused."""
    theories = refused_theories(mind.case, mind.heard, mind.refused)
    return any(said in again and len(again) > 1 for again in theories.values())
