"""What a judge notices in what counsel says, and lets be seen: a reaction, for which a voice has lines."""

from __future__ import annotations

from moot.bench.credit import Conduct, conduct_of, refused_theories, trust
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
    """What the judge shows after an answer: the gravest thing noticed first. None is a blank face.

    There is no praise for a faulty answer, nor for a good one to an end the judge rejects. ``heard`` has the answer in it.
    """
    noticed = {entry.what for entry in conduct_of(question, answer, heard, judge.prices)}
    worth = trust(question, answer)
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
        return Reaction.UNRECOGNIZED
    if worth < 0:
        return Reaction.DODGED
    mind = reason(judge, case, heard)
    if repeats(mind, answer.id):
        return Reaction.REPEATED
    if answer.retracts:
        return Reaction.CORRECTED
    if worth >= 2:
        return Reaction.PLEASED if _welcome(mind, answer) else None
    return Reaction.DOUBTFUL if worth == 0 else None


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
