"""What the real court said: its decision in ten lines, and the sentence of an opinion that speaks to an answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from moot.bench.persona import Bench
from moot.case import Case, Mark, OpinionKind, RealOpinion, Treatment
from moot.errors import MootError
from moot.files.library import load_judge
from moot.report.debrief.values import CourtInLines, CourtLine, CourtSentence

__all__ = ["agreeing", "author_title", "court_in_lines", "court_sentence", "really_held", "whose"]


def court_in_lines(case: Case, bench: Bench) -> CourtInLines:
    """The decision of the case, as its file tells it."""
    lead = case.opinions[0].id if case.opinions else ""
    lines = []
    for line in case.decision:
        who = "" if line.opinion == lead else whose(case, bench, line.opinion)
        # A line that begins with its author's name says already whose it is.
        lines.append(CourtLine(line.text, line.pin, "" if who and line.text.startswith(who) else who))
    return CourtInLines(case.real, case.citation, tuple(lines))


def whose(case: Case, bench: Bench, opinion: str) -> str:
    """Whose opinion it is: the Court, or its author."""
    found = case.opinion[opinion]
    if found.kind is OpinionKind.COURT:
        return "the Court"
    return author_title(bench, found.author)


def author_title(bench: Bench, author: str) -> str:
    """The title of a judge, who need not sit."""
    return bench.judge[author].title if author in bench.judge else _on_file(author)


@lru_cache(maxsize=256)
def _on_file(author: str) -> str:
    try:
        return load_judge(author).title
    except MootError:
        return author.replace("-", " ").title()


_DOES = {
    Treatment.ADOPTED: "agrees",
    Treatment.ACCEPTED_IN_PART: "agrees in part",
    Treatment.REJECTED: "disagrees",
    Treatment.FORECLOSED: "says it is foreclosed",
    Treatment.RESERVED: "leaves it open",
}


def court_sentence(case: Case, bench: Bench, said: str, better: str) -> CourtSentence | None:
    """The sentence of a real opinion that says most about an exchange; None where none speaks to it.

    The lead opinion on the better answer, then on what was said; then any other opinion on either; then what the lead opinion said on the
    question that the answers argue.
    """
    lead = case.opinions[0].id if case.opinions else ""
    for only_lead in (True, False):
        for id, of in ((better, "the better answer"), (said, "your answer")):
            for mark in case.answers[id].marks if id in case.answers else case.point[id].marks:
                if mark.holding is not None and (mark.opinion == lead) is only_lead:
                    return _marked(case, bench, mark, of)
    return _on_issue(case, bench, lead, said, better)


def agreeing(case: Case, bench: Bench, said: str) -> CourtSentence | None:
    """The sentence of the lead opinion, or else of another, that agrees with one thing said; None where none does."""
    marks = case.answers[said].marks if said in case.answers else case.point[said].marks
    lead = case.opinions[0].id if case.opinions else ""
    found = [mark for mark in marks if mark.treatment in (Treatment.ADOPTED, Treatment.ACCEPTED_IN_PART)]
    found.sort(key=lambda mark: (mark.opinion != lead, mark.treatment is not Treatment.ADOPTED))
    return _marked(case, bench, found[0], "this") if found else None


def _marked(case: Case, bench: Bench, mark: Mark, of: str) -> CourtSentence:
    assert mark.holding is not None
    holding = case.opinion[mark.opinion].holding(mark.holding)
    who = whose(case, bench, mark.opinion)
    lead = f"On {of} {who} {_DOES[mark.treatment]}"
    return CourtSentence(lead, holding.quote, holding.pin, mark.opinion, holding.id, holding.gist)


def _on_issue(case: Case, bench: Bench, lead: str, *said: str) -> CourtSentence | None:
    """What the lead opinion said on the first question that these answers argue."""
    if not lead:
        return None
    opinion = case.opinion[lead]
    for issue in dict.fromkeys(_issues(case, said)):
        for holding in opinion.holdings:
            if holding.issue == issue and holding.position:
                who = whose(case, bench, lead)
                lead_in = f"On that question {who} says"
                return CourtSentence(lead_in, holding.quote, holding.pin, lead, holding.id, holding.gist)
    return None


def _issues(case: Case, said: tuple[str, ...]) -> Iterator[str]:
    """The questions that these answers argue of their own."""
    for id in said:
        if id in case.arguments:
            yield from (ref.issue for ref in case.arguments[id].urges)


def really_held(case: Case, issue: str) -> tuple[str, str]:
    """What the real lead opinion held on an issue (the text of its position) and the page; empty where it did not reach it."""
    lead: RealOpinion | None = case.opinions[0] if case.opinions else None
    for holding in lead.holdings if lead else ():
        if holding.issue == issue and holding.position:
            return case.issue[issue].position(holding.position).text, holding.pin
    return "", ""
