"""What counsel answered, and what a better answer would have been: on the ballot, in law, and in votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from moot.bench.explaining.turning import side_of
from moot.bench.judging.reasoning import reason
from moot.case import Case, Heard, Question, Side, Treatment
from moot.case.heard import heard_of
from moot.round import moves
from moot.round.round import Round
from moot.score.answering import loss_after
from moot.sitting.events import Asked
from moot.sitting.words.spoken import asked_text

__all__ = ["ALSO_RIGHT", "Given", "given_answers", "question_asked", "votes_moved"]

ALSO_RIGHT = Fraction(35, 10)
"""Points of a hundred within which two answers are both right: 0.035 of the whole, the tolerance chess trainers use."""

_LAW = {
    Treatment.ADOPTED: 0,
    Treatment.ACCEPTED_IN_PART: 1,
    Treatment.RESERVED: 2,
    Treatment.NOT_REACHED: 2,
    Treatment.REJECTED: 3,
    Treatment.FORECLOSED: 4,
}


@dataclass(frozen=True, slots=True)
class Given:
    """One answer given: its ply from 1, who asked, and ``right``: every other answer offered that is right, best first.

    ``loss`` is what it loses on the ballot, ``spread`` how much more the worst answer would have lost. ``law`` is how the lead opinion takes it:
    0 adopted, up to 4 foreclosed, 2 where it says nothing. ``law_agrees`` is false where it takes this answer further than the best of
    ``right``.
    """

    ply: int
    judge: str
    question: Question
    answer: str
    loss: Fraction
    right: tuple[str, ...]
    mistaken: bool
    spread: Fraction
    law: int
    law_agrees: bool


def question_asked(round: Round, given: Given) -> str:
    """The question that was answered, in the judge's words where the engine made it."""
    return asked_text(round, Asked(given.ply - 1, given.judge, given.question.id, broke_in=False))


def given_answers(round: Round, side: Side, speaker: int | None = None) -> Iterator[Given]:
    """The answers that a side gave, or one of its speakers, in order."""
    case, asked = round.case, ""
    for ply, (move, before) in enumerate(zip(round.line, round.positions, strict=False), start=1):
        if isinstance(move, moves.Ask):
            asked = move.by or round.askers(move.question)[0]
        if not isinstance(move, moves.GiveAnswer) or case.side_of(move.answer) is not side:
            continue
        segment = round.rules.segment(before.state)
        if speaker is not None and segment is not None and segment.speaker != speaker:
            continue
        offered = [each.answer for each in round.rules.moves_at(before.state) if isinstance(each, moves.GiveAnswer)]
        loss = {id: loss_after(case, id, before.heard) for id in offered}
        best = min(loss.values())
        right = [each for each in offered if loss[each] <= best + ALSO_RIGHT]
        right.sort(key=lambda each: (_law(case, each), loss[each]))
        advised = _advised(case, [each for each in right if each != move.answer])
        law = _law(case, move.answer)
        yield Given(
            ply=ply,
            judge=asked,
            question=case.question_of[move.answer],
            answer=move.answer,
            loss=loss[move.answer],
            right=tuple(advised),
            mistaken=move.answer not in right,
            spread=max(loss.values()) - loss[move.answer],
            law=law,
            law_agrees=not advised or law >= _law(case, advised[0]),
        )


def _advised(case: Case, right: list[str]) -> list[str]:
    """Of answers that are right on the ballot, those that the court did not refuse, where there are any."""
    return [each for each in right if _law(case, each) < _LAW[Treatment.REJECTED]] or right


def _law(case: Case, answer: str) -> int:
    """How the lead opinion takes an answer: 0 adopted, up to 4 foreclosed; 2 where it says nothing."""
    lead = case.opinions[0].id if case.opinions else ""
    return next((_LAW[mark.treatment] for mark in case.answers[answer].marks if mark.opinion == lead), 2)


def votes_moved(round: Round, answer: str, instead: str, side: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The judges whose vote another answer would have brought to a side, and those it would have cost, all else as it was said.

    Follow-up questions to the answer that was given are taken as not asked.
    """
    case, heard = round.case, round.position.heard
    then = _instead(case, heard, answer, instead)
    gained, lost = [], []
    for judge in round.bench.judges:
        now = side_of(reason(judge, case, heard)) is side
        other = side_of(reason(judge, case, then)) is side
        if other and not now:
            gained.append(judge.id)
        if now and not other:
            lost.append(judge.id)
    return tuple(gained), tuple(lost)


def _instead(case: Case, heard: Heard, answer: str, instead: str) -> Heard:
    under = {
        given.id for one in case.answers[answer].follow_ups for question in one.walk() for given in question.answers
    }
    return heard_of(case, heard.half, heard.full, (heard.answers - {answer} - under) | {instead})
