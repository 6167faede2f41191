"""One thing done well."""

from __future__ import annotations

from collections.abc import Sequence

from moot.case import Side, Treatment
from moot.report.debrief.answers import Given, question_asked
from moot.report.debrief.court import agreeing
from moot.report.debrief.values import WellDone
from moot.report.values import BallotReport
from moot.round import moves
from moot.round.round import Round
from moot.sitting.words.spoken import judge_title, what_was_said

__all__ = ["well_done"]


def well_done(round: Round, side: Side, given: Sequence[Given], card: BallotReport) -> WellDone | None:
    """The right answer that was easiest to miss, those the court adopted first.

    Failing one, a point the court adopted; failing that, the best item of the ballot, if it has more than half its points; None
    where nothing can be said, as of counsel who argued nothing.
    """
    return _answer(round, given) or _point(round, side) or (_item(card) if _argued(round, side) else None)


def _argued(round: Round, side: Side) -> bool:
    return any(isinstance(move, moves.Plead) and round.case.side_of(move.point) is side for move in round.line)


def _answer(round: Round, given: Sequence[Given]) -> WellDone | None:
    right = [each for each in given if not each.mistaken and each.spread > 0]
    if not right:
        return None
    best = min(right, key=lambda each: (each.law > 1, -each.spread, each.law, bool(each.question.stock), each.ply))
    return WellDone(
        ply=best.ply,
        judge=judge_title(round.bench, best.judge),
        question=question_asked(round, best),
        said=what_was_said(round.case, best.answer),
        why=round.case.answers[best.answer].why,
        court=agreeing(round.case, round.bench, best.answer),
    )


def _point(round: Round, side: Side) -> WellDone | None:
    case, heard = round.case, round.position.heard
    lead = case.opinions[0].id if case.opinions else ""
    for ply, move in enumerate(round.line, start=1):
        if not isinstance(move, moves.Plead) or case.side_of(move.point) is not side or move.point not in heard.full:
            continue
        if any(mark.opinion == lead and mark.treatment is Treatment.ADOPTED for mark in case.point[move.point].marks):
            said = case.point[move.point].title
            return WellDone(ply, "", "", said, "You made the point in full.", agreeing(case, round.bench, move.point))
    return None


def _item(card: BallotReport) -> WellDone | None:
    scored = [item for item in card.items if item.opportunities and 2 * item.earned > item.out_of]
    if not scored:
        return None
    best = max(scored, key=lambda item: item.earned / item.out_of)
    figures = f"{float(best.earned):.1f} of {float(best.out_of):.1f}"
    return WellDone(0, "", "", f"{best.label}, {figures}", "It was your best item.", None)
