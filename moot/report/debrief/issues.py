"""Counsel's line beside the court's, issue by issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from moot.bench.ruling import Ruling
from moot.case import Case, Heard, Side
from moot.report.debrief.court import really_held
from moot.report.debrief.values import IssueLine

__all__ = ["issue_lines"]


def issue_lines(ruling: Ruling, side: Side) -> Iterator[IssueLine]:
    """Every issue of the case in the order of its file: what each side did with it, and what was found, here and really."""
    case = ruling.case
    reasonings = list(ruling.reasonings.values())
    heard = reasonings[0].heard
    for issue in case.issues:
        held = ruling.lead.holdings.get(issue.id) if ruling.lead else None
        counted = Counter(reasoning.findings[issue.id] for reasoning in reasonings)
        walked = any(step.issue == issue.id for reasoning in reasonings for step in reasoning.walk)
        here = held or (counted.most_common(1)[0][0] if walked else None)
        really, pin = really_held(case, issue.id)
        text = issue.position(here).text if here else ""
        yield IssueLine(
            question=issue.question,
            preliminary=issue.preliminary,
            yours=_argued(case, heard, issue.id, side),
            theirs=_argued(case, heard, issue.id, side.other),
            here=text,
            count=counted[here] if here else 0,
            bench=len(reasonings),
            really=really,
            pin=pin,
            same=text == really if text and really else None,
            written=bool(case.opinions),
        )


def _argued(case: Case, heard: Heard, issue: str, side: Side) -> str:
    """What a side did with an issue, in words."""
    mine = [
        each for each in case.arguments.values() if each.side is side and any(ref.issue == issue for ref in each.urges)
    ]
    said = {each.id for each in mine}
    if said & heard.full:
        return "argued"
    if said & heard.half:
        return "argued in part"
    if said & heard.answers:
        return "argued in an answer"
    if any(each.briefed for each in mine):
        return "left to the brief"
    return "not argued" if mine else "nothing to argue"
