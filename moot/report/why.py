"""Why each judge voted so, in three parts: in words, the numbers, and all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from moot.bench.explaining.explain import Explanation
from moot.bench.explaining.turning import Effect, Turning, turning
from moot.bench.ruling import Ruling
from moot.case import Case, Side
from moot.case.language.naming import called
from moot.report.turning import Teller, askers
from moot.report.values import JudgeWhy, WhyReport
from moot.round.round import Round
from moot.sitting.words.spoken import what_was_said

__all__ = ["all_turnings", "why", "why_json"]


def why(round: Round, ruling: Ruling, human: Side | None = None, judges: Iterable[str] | None = None) -> WhyReport:
    """The reasons of these judges (all, where None), the nearest to moving first.

    ``ruling`` is the conference on what has been heard so far; ``human`` the side that is spoken to as "you". A sitting that is
    not decided is told as it stands. What is the same of several judges is told once, with the whole bench.
    """
    teller = Teller(ruling, askers(round), human, round.position.decided)
    turnings = all_turnings(ruling)
    wanted = set(judges if judges is not None else ruling.reasonings)
    together = teller.together([each for each in turnings if each.judge in wanted])
    told = tuple(
        JudgeWhy(
            judge=each.judge,
            title=ruling.bench.judge[each.judge].title,
            summary=teller.paragraph(each, together),
            numbers=tuple(_numbers(ruling.case, ruling.explain(each.judge))),
            details=tuple(ruling.explain(each.judge).lines()),
        )
        for each in turnings
        if each.judge in wanted
    )
    return WhyReport(" ".join((teller.summary(turnings), *dict.fromkeys(together.values()))), told)


def all_turnings(ruling: Ruling) -> tuple[Turning, ...]:
    """What every vote turned on, the nearest to moving first; of equals the senior."""
    found = [turning(ruling.reasonings[judge.id]) for judge in ruling.bench.judges]
    return tuple(sorted(found, key=lambda each: each.order))


def _numbers(case: Case, explained: Explanation) -> Iterator[str]:
    """The support of what was found and of the next, question by question; then credit."""
    yield f"{explained.title}: {explained.vote}"
    for finding in explained.findings:
        first, *others = finding.positions
        second = max(others, key=lambda other: (other.support.open, other.support.total))
        tie = f", {finding.tie}" if finding.tie else ""
        yield f"   {first.support.total} to {second.support.total}{tie}: {finding.question}"
    credit = ", ".join(f"{called(case.party(side))} {worth:+d}" for side, worth in explained.credit.items())
    yield f"   credit: {credit}"


def why_json(round: Round, ruling: Ruling, human: Side | None, judges: Iterable[str]) -> dict[str, Any]:
    """The same as plain data: for each judge the words, what the vote turned on, and every figure of the explanation."""
    asked = askers(round)
    teller, wanted = Teller(ruling, asked, human, round.position.decided), set(judges)
    return {
        each.judge: {
            "summary": teller.paragraph(each),
            "turning": _turning(ruling, each, asked),
            **ruling.explain(each.judge).to_dict(),
        }
        for each in all_turnings(ruling)
        if each.judge in wanted
    }


def _turning(ruling: Ruling, told: Turning, asked: dict[str, str]) -> dict[str, Any]:
    case = ruling.case
    return {
        "side": told.side.value,
        "to_make_up": told.distance,
        "questions": [
            {
                "issue": hinge.issue,
                "question": case.issue[hinge.issue].question,
                "found": hinge.found,
                "found_text": case.issue[hinge.issue].position(hinge.found).text,
                "instead": hinge.rival,
                "instead_text": case.issue[hinge.issue].position(hinge.rival).text,
                "support": [hinge.support, hinge.against],
                "open": hinge.open,
            }
            for hinge in told.hinges
        ],
        "turned": [_effect(case, effect, asked) for effect in told.turned],
        "unsaid": [_effect(case, effect, asked) for effect in told.unsaid],
        "closest": _effect(case, told.closest, asked) if told.closest else None,
    }


def _effect(case: Case, effect: Effect, asked: dict[str, str]) -> dict[str, Any]:
    change = effect.change
    question = case.question_of.get(change.said)
    return {
        "change": change.kind.value,
        "side": change.side.value,
        "said": change.said,
        "words": what_was_said(case, change.said),
        "to": asked.get(question.id) if question else None,
        "concession": question is not None and case.answers[change.said].concedes is not None,
        "instead": change.instead or None,
        "instead_words": what_was_said(case, change.instead) if change.instead else None,
        "vote": effect.vote.value,
        "changes_the_vote": effect.flips,
        "findings": {each.issue: [each.before, each.after] for each in effect.changed},
        "to_make_up": effect.distance,
    }
