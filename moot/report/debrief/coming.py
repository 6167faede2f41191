"""One question to expect next time."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.explaining.turning import Turning
from moot.case import Case, Question, Side
from moot.report.debrief.answers import Given
from moot.report.debrief.values import NextQuestion
from moot.round import moves
from moot.round.round import Round
from moot.score.answering import answer_loss
from moot.sitting.words.spoken import judge_title

__all__ = ["next_question"]


def next_question(round: Round, side: Side, turnings: Sequence[Turning], given: Sequence[Given]) -> NextQuestion | None:
    """A question of the case that was not asked, on what the nearest judge was lost over, really asked where there is one.

    Where every question was asked, the one that was answered worst comes back. None where there is neither.
    """
    case, bench = round.case, round.bench
    asked = {move.question for move in round.line if isinstance(move, moves.Ask)}
    follow_ups = {each.id for answer in round.position.heard.answers for each in case.answers[answer].follow_ups}
    open_now = [
        question
        for id, question in case.questions.items()
        if id not in asked
        and not question.stock
        and round.askers(id)
        and case.point_of[id].side is side
        and (id in follow_ups or question in case.point_of[id].questions)
    ]
    if open_now:
        issue, judge = _nearest(round, turnings, side)
        best = max(open_now, key=lambda each: _worth(round, each, issue, follow_ups))
        who = next((id for id in best.asked_by if id in bench.judge), round.askers(best.id)[0])
        return NextQuestion(
            judge_title(bench, who), best.text, _reason(case, best, issue, judge, bench.judge[who].title)
        )
    worst = max(given, key=lambda each: each.loss, default=None)
    if worst is None:
        return None
    reason = "The bench asked it tonight, and may ask it again."
    return NextQuestion(judge_title(bench, worst.judge), worst.question.text, reason)


def _nearest(round: Round, turnings: Sequence[Turning], side: Side) -> tuple[str, str]:
    """The issue on which the judge nearest to coming over was lost, and the judge; where all were won, the nearest to leaving."""
    lost = [each for each in turnings if each.side is not side]
    nearest = (lost or list(turnings))[0]
    return (nearest.hinges[0].issue, judge_title(round.bench, nearest.judge)) if nearest.hinges else ("", "")


def _worth(round: Round, question: Question, issue: str, follow_ups: set[str]) -> tuple[bool, bool, bool, bool, int]:
    case = round.case
    point = case.point_of[question.id]
    said = round.position.heard
    losses = [answer_loss(case, each.id) for each in question.answers]
    return (
        any(ref.issue == issue for ref in point.argument.urges),
        question.id in follow_ups or point.id in said.full or point.id in said.half,
        question.source is not None,
        any(id in round.bench.judge for id in question.asked_by),
        int(max(losses) - min(losses)),
    )


def _reason(case: Case, question: Question, issue: str, judge: str, asker: str) -> str:
    """Why it is coming."""
    parts = []
    if any(ref.issue == issue for ref in case.point_of[question.id].argument.urges):
        who = "The same Justice" if judge == asker and "Justice" in judge else judge
        parts.append(f"{who} was nearest on this: “{case.issue[issue].question}”" if judge else "")
    if question.source is not None and case.real:
        parts.append("It was asked at the real argument.")
    return " ".join(part for part in parts if part) or "It goes to a point you are likely to make again."
