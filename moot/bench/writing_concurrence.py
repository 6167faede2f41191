"""A concurrence: a member of the lead coalition joins the opinion whole and writes for one principle."""

from __future__ import annotations

from moot.bench.writing_document import Agreed, Attributed, Disposed, Held, Paragraph, Part, Stated
from moot.bench.writing_pen import Pen
from moot.bench.writing_words import all_of, colon, question, sentence, small
from moot.case import PRINCIPLES, Issue, Position, Step

__all__ = ["concurrence"]


def concurrence(pen: Pen) -> tuple[Part, ...]:
    """The ground, where it bears on the case, and why the writer joins all the same."""
    number = pen.opinion.number
    opens = pen.register.phrase("opens", pen.footing(pen.opinion.walk))
    joins = pen.chooser.choose(
        f"{number}.joins",
        ("I join the opinion of the Court, and add a word of my own." if pen.ruling.lead and pen.ruling.lead.kind.value == "opinion of the court"
         else "I join the opinion that announces the judgment, and add a word of my own.",
         "I join the opinion in full. One thing remains to be said.",
         "I agree with all that is decided, and write to say what else matters."),
    )  # fmt: skip
    ground = pen.opinion.ground
    frame = pen.chooser.choose(
        f"{number}.ground",
        ("I write for a principle", "The principle is a plain one", "One principle deserves its place beside the holding",
         "What I would keep in view is this"),
    )  # fmt: skip
    meaning = (
        colon(pen.case, frame, small(PRINCIPLES[ground]))
        if ground in PRINCIPLES
        else f"I write for one principle: {ground}."
    )
    first = Paragraph(all_of([joins, opens, meaning]), (Disposed(pen.opinion.disposition),))
    issue, position = _where_it_bears(pen)
    second, states = _bearing(pen, issue, position)
    answer = pen.register.phrase("answers", pen.footing(pen.opinion.walk))
    closes = pen.register.phrase("closes", pen.footing(pen.opinion.walk))
    last = all_of([answer, closes])
    out = [first, Paragraph(second, states)]
    if last:
        out.append(Paragraph(last))
    return (Part("", "", tuple(out)),)


def _where_it_bears(pen: Pen) -> tuple[Issue, Position]:
    """The position passed over that embodies the ground most; of equals, one the writer would take, then the first."""
    found: list[tuple[int, bool, int, Issue, Position]] = []
    for place, id in enumerate(pen.case.tree.issues):
        issue = pen.case.issue[id]
        for position in issue.positions:
            much = dict(position.embodies).get(pen.opinion.ground, 0)
            if much and pen.opinion.holdings.get(id) != position.id:
                found.append((-much, pen.mind.findings[id] != position.id, place, issue, position))
    best = min(found, key=lambda item: item[:3])
    return best[3], best[4]


def _bearing(pen: Pen, issue: Issue, position: Position) -> tuple[str, tuple[Stated, ...]]:
    asked = question(issue.question)
    passed_over = sentence(position.text)
    number = pen.opinion.number
    own = pen.mind.findings[issue.id]
    if issue.id in pen.opinion.holdings:
        taken = sentence(issue.position(pen.opinion.holdings[issue.id]).text)
        lead = pen.chooser.choose(
            f"{number}.bears",
            (
                "The principle spoke for an answer that was not taken.",
                "It bears on one question that the opinion decides.",
            ),
        )
        said = all_of([lead, asked, "Those who urged the other answer could call on that principle:", passed_over,
                       "I hold with the opinion nevertheless.", taken])  # fmt: skip
        states: tuple[Stated, ...] = (
            Attributed(0, issue.id, position.id),
            Agreed(issue.id, pen.opinion.holdings[issue.id], 0),
        )
        return said, states
    lead = "It bears on a question that the opinion has no need to reach."
    if own == position.id:
        best = pen.footing([Step("", issue.id, own)])
        adopts = pen.register.phrase("adopts", best)
        return all_of([lead, asked, "Had it been reached, my answer would be this.", passed_over, adopts]), (
            Held(issue.id, own),
        )
    return all_of([lead, asked, "When that question comes, the principle will have to be weighed."]), ()
