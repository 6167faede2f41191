"""Every label that a report shows, once: items, questions, answers, subjects of questions, how a judgment is carried.

What the ballot itself says stands in ``score/labels.py``, because scores are made below reports; it is offered here with the rest.
"""

from __future__ import annotations

from moot.bench.conference import JudgmentBy, Role, Ruling
from moot.case import Purpose
from moot.opinion.prose.grammar import joined
from moot.score.labels import ANSWERS, ITEM_NAMES, QUESTIONS
from moot.sitting.words.spoken import last_name

__all__ = ["ANSWERS", "CARRIED", "ITEM_NAMES", "QUESTIONS", "SUBJECTS", "really_label", "role_label", "written_label"]

CARRIED: dict[JudgmentBy, str] = {
    JudgmentBy.OPINION: "with an opinion of the court",
    JudgmentBy.PLURALITY: "with a plurality opinion",
    JudgmentBy.NO_LEAD: "with no opinion of the court",
    JudgmentBy.DIVIDED: "by an equally divided court",
}
"""What carries the judgment, after a comma."""

SUBJECTS: dict[Purpose, str] = {
    Purpose.HYPOTHETICAL: "hypotheticals",
    Purpose.CRITICISM: "objections",
    Purpose.CLARIFY: "what you mean",
    Purpose.BACKGROUND: "the background",
    Purpose.IMPLICATIONS: "how far your rule goes",
    Purpose.SUPPORT: "support",
    Purpose.AUTHORITY: "authority",
    Purpose.CONCESSION: "concessions",
    Purpose.POLICY: "consequences",
    Purpose.HUMOR: "a jest",
}
"""What a judge asks about, after "asks"."""


def really_label(*, real: bool) -> str:
    """What stands over the ruling beside this one: that of a court, or the one written for an invented case."""
    return "Really" if real else "As written"


def written_label(*, real: bool) -> str:
    """The opinions that what was said is measured against: those of a court, or those written for an invented case."""
    return "the opinions really written" if real else "the opinions written for this case"


def role_label(ruling: Ruling, judge: str) -> str:
    """How a judge stands to the ruling, in words: who writes, who joins whom."""
    standing = ruling.standings[judge]
    if standing.role is Role.AUTHOR:
        return "writes for the Court" if ruling.judgment_by is JudgmentBy.OPINION else "writes for the plurality"
    authors = [last_name(ruling.bench.judge[ruling.opinions[join.opinion].author].name) for join in standing.joins]
    if not authors:
        return standing.role.value
    return f"joins {joined(authors)}" + ("" if standing.role is Role.JOINED else f", {standing.role.value}")
