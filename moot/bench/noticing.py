"""What a judge notices in what counsel says, and lets be seen: a reaction, for which a voice has lines."""

from __future__ import annotations

from moot.bench.judging.credit import Conduct, conduct_of, fit, refused_theories
from moot.bench.judging.reasoning import Reasoning, reason
from moot.bench.persona import Judge
from moot.case import Answer, Case, Heard, Manner, Question, Reaction, ReplyOutcome, Tone

__all__ = ["reaction", "repeats"]

_OF_A_REPLY: dict[ReplyOutcome, Reaction] = {
    ReplyOutcome.MISREAD: Reaction.MISREAD,
    ReplyOutcome.NO_DIFFERENCE: Reaction.UNDISTINGUISHED,
    ReplyOutcome.STILL_CAUGHT: Reaction.CAUGHT,
}


def reaction(judge: Judge, case: Case, question: Question, answer: Answer, heard: Heard) -> Reaction | None:
    """What the judge shows after an answer: the gravest thing noticed first. None is a blank face.

    It follows what was wrong: a fact from outside the record, the wrong page of it, the wrong authority, a claim too large, a rule read or
    changed wrongly, a question dodged. There is no praise for a faulty answer, nor for a good one to an end the judge rejects; what counsel
    gives away for nothing is taken without thanks. ``heard`` has the answer in it.
    """
    noticed = {entry.what for entry in conduct_of(question, answer, heard, judge.prices)}
    if Conduct.CONTRADICTION in noticed:
        return Reaction.CONTRADICTION
    if (faulty := _fault(question, answer)) is not None:
        return faulty
    worth = fit(question, answer)
    gives = answer.manner is Manner.CONCEDE or answer.concedes is not None or bool(answer.retracts)
    if worth < 0:
        return Reaction.TAKEN if gives else _shortcoming(question, answer)
    reasoning = reason(judge, case, heard)
    if repeats(reasoning, answer.id):
        return Reaction.REPEATED
    if worth == 0:
        return Reaction.TAKEN if gives else Reaction.DOUBTFUL
    if answer.retracts:
        return Reaction.CORRECTED
    if worth >= 2:
        return Reaction.PLEASED if _welcome(reasoning, answer) else None
    return None


def _fault(question: Question, answer: Answer) -> Reaction | None:
    """What is wrong with what the answer says, whatever it is worth."""
    if answer.outside:
        return Reaction.OUTSIDE
    if answer.consequence is not None and answer.consequence.outcome in _OF_A_REPLY:
        return _OF_A_REPLY[answer.consequence.outcome]
    if answer.overclaims:
        # To say wrongly that something is in one's brief is no large claim.
        return Reaction.OVERCLAIM if question.stock != "brief" else Reaction.DOUBTFUL
    if question.pick is not None and not answer.right:
        return Reaction.WRONG if question.pick == "authority" else Reaction.WRONG_PAGE
    return None


def _shortcoming(question: Question, answer: Answer) -> Reaction:
    """How an answer that does not meet its question falls short of it."""
    if answer.manner is Manner.DEFLECT:
        return Reaction.DEFLECTED
    if answer.manner is Manner.EVADE:
        return Reaction.DODGED
    fights = answer.manner in (Manner.DISTINGUISH, Manner.MODIFY, Manner.DECLINE)
    if question.tone is Tone.HELPFUL and fights:
        return Reaction.UNRECOGNIZED
    return Reaction.DODGED if answer.manner is Manner.DECLINE else Reaction.DOUBTFUL


def _welcome(reasoning: Reasoning, answer: Answer) -> bool:
    """Whether the judge would have what the answer argues: it has some weight, and the judge finds something it urges.

    An answer that argues nothing is welcome for its manner.
    """
    argument = answer.argument
    if argument is None or not argument.urges:
        return True
    return argument.id in reasoning.weights and any(
        reasoning.findings.get(ref.issue) == ref.position for ref in argument.urges
    )


def repeats(reasoning: Reasoning, said: str) -> bool:
    """Whether this point or answer says again, at the lectern, a theory that the judge has refused."""
    theories = refused_theories(reasoning.case, reasoning.heard, reasoning.refused)
    return any(said in again and len(again) > 1 for again in theories.values())
