"""The debrief of one side of a decided sitting."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from moot.case import Case, Side
from moot.case.language.naming import known_as
from moot.opinion.prose.grammar import joined
from moot.report.build import report
from moot.report.debrief.answers import Given, given_answers, question_asked, votes_moved
from moot.report.debrief.bench import bench_lines
from moot.report.debrief.coming import next_question
from moot.report.debrief.court import court_in_lines, court_sentence
from moot.report.debrief.issues import issue_lines
from moot.report.debrief.praise import well_done
from moot.report.debrief.values import Debrief, Mistake, Prompt
from moot.report.turning import Teller, askers
from moot.report.values import BallotReport
from moot.report.why import all_turnings
from moot.round.dice import Dice
from moot.round.round import Round
from moot.sitting.words.spoken import judge_title, what_was_said

__all__ = ["COSTLIEST", "debrief"]

COSTLIEST = 3
"""How many mistakes a debrief goes through."""

_OPTIONS = 4

_OF_ANSWERS = ("answers", "authority", "candor")
"""Items of the ballot on which an answer is scored for what it says. Time may run out under it too, which is another matter."""


def debrief(round: Round, side: Side) -> Debrief:
    """The debrief of this side. Raises ``ValueError`` where the case is not decided."""
    outcome = round.outcome()
    if outcome is None:
        raise ValueError("the case is not decided")
    ruling, case = outcome.ruling, round.case
    told = report(round)
    given = tuple(given_answers(round, side))
    found = _mistakes(round, side, given, told.ballot(side))
    turnings = all_turnings(ruling)
    teller = Teller(ruling, askers(round), side, decided=True)
    party = case.party(side)
    return Debrief(
        side=side,
        counsel=joined(party.speakers),
        called=party.called,
        result=teller.summary(turnings),
        answers=len(given),
        prompt=_prompt(round, given, found),
        well=well_done(round, side, given, told.ballot(side)),
        next=next_question(round, side, turnings, given),
        court=court_in_lines(case, round.bench),
        mistakes=found[:COSTLIEST],
        bench=tuple(bench_lines(teller, turnings, side)),
        issues=tuple(issue_lines(ruling, side)),
    )


def _mistakes(round: Round, side: Side, given: Sequence[Given], card: BallotReport) -> tuple[Mistake, ...]:
    """The costliest mistakes: what law and ballot both call one. An answer that the court took further than the better one is not a mistake."""
    points: dict[int, Fraction] = {}
    reasons: dict[int, list[str]] = {}
    for item in card.items:
        for loss in item.losses if item.id in _OF_ANSWERS else ():
            points[loss.ply] = points.get(loss.ply, Fraction(0)) + loss.points
            reasons.setdefault(loss.ply, []).append(loss.why)
    wrong = [each for each in given if each.mistaken and each.right and points.get(each.ply) and each.law_agrees]
    wrong.sort(key=lambda each: (-points[each.ply], -each.law, each.ply))
    wrong = _once(round.case, wrong)
    return tuple(
        _mistake(round, side, each, points[each.ply], "; ".join(dict.fromkeys(reasons[each.ply])))
        for each in wrong[:COSTLIEST]
    )


def _once(case: Case, wrong: Sequence[Given]) -> list[Given]:
    """The mistakes with each better answer told once: a question that was dodged and put again has the same one."""
    first: dict[str, Given] = {}
    for each in wrong:
        first.setdefault(what_was_said(case, each.right[0]), each)
    return list(first.values())


def _mistake(round: Round, side: Side, given: Given, points: Fraction, ballot: str) -> Mistake:
    case, (better, *also) = round.case, given.right
    gained, lost = votes_moved(round, given.answer, better, side)
    names = [[judge_title(round.bench, judge) for judge in found] for found in (gained, lost)]
    return Mistake(
        ply=given.ply,
        judge=judge_title(round.bench, given.judge),
        question=question_asked(round, given),
        said=what_was_said(case, given.answer),
        better=what_was_said(case, better),
        also=tuple(what_was_said(case, id) for id in also),
        law=case.answers[given.answer].why,
        better_law=case.answers[better].why,
        court=court_sentence(case, round.bench, given.answer, better),
        points=points,
        ballot=ballot,
        gained=tuple(names[0]),
        lost=tuple(names[1]),
        votes=_votes(names[0], names[1], len(round.bench.judges)),
    )


def _votes(gained: Sequence[str], lost: Sequence[str], bench: int) -> str:
    """What the better answer would have done to the votes, and where law and votes disagree."""
    if gained and lost:
        return f"On this bench it would have brought you {joined(gained)} and cost you {joined(lost)}."
    if gained:
        return f"It would also have brought you {joined(gained)}."
    if lost:
        return (
            f"Law and votes disagree here: on this bench the better answer would have cost you {joined(lost)}. "
            "It is better in law and on the ballot all the same."
        )
    voters = "The vote" if bench == 1 else "No vote"
    return (
        f"{voters} {'did not turn' if bench == 1 else 'turned'} on this answer: what it cost was points for advocacy."
    )


def _prompt(round: Round, given: Sequence[Given], found: Sequence[Mistake]) -> Prompt | None:
    """The question before the reveal: which answer cost most; of concessions, where there are several and one cost most."""
    if not found:
        return None
    case, worst = round.case, next(each for each in given if each.ply == found[0].ply)
    conceded = [each for each in given if case.answers[each.answer].concedes is not None]
    among = conceded if worst in conceded and len(conceded) > 1 else given
    costly = {mistake.ply for mistake in found}
    # The others cost least: of two that cost the same, neither is the right reply.
    others = sorted((each for each in among if each.ply not in costly), key=lambda each: (each.loss, each.ply))
    chosen = [worst, *others[: _OPTIONS - 1]]
    if len(chosen) < 2:
        return None
    what = "concessions" if among is conceded else "answers"
    order = Dice("prompt", round.seed, worst.ply).shuffled(chosen)
    options = tuple(f"to {judge_title(round.bench, each.judge)}: {known_as(case, each.answer, 14)}" for each in order)
    return Prompt(f"Which of these {what} cost you most?", options, order.index(worst))
