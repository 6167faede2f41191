"""A concurrence: a member of the lead coalition joins the opinion whole and writes for one principle."""

from __future__ import annotations

from dataclasses import replace

from moot.case import PRINCIPLES, Issue, Position, Step
from moot.opinion.context import Pen
from moot.opinion.digest import scale
from moot.opinion.document import Adopted, Agreed, Attributed, Disposed, Held, Paragraph, Part, Stated
from moot.opinion.prose.grammar import all_of, colon, question, sentence, small, yes_or_no
from moot.opinion.prose.templates import KEEP, NOT_TAKEN, SPEAKS_FOR
from moot.opinion.reasons import carried

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
    footing = pen.footing(pen.opinion.walk)
    footing = replace(footing, principles=footing.principles | {ground})
    answer = pen.register.phrase("answers", footing, about=ground)
    closes = pen.register.phrase("closes", footing)
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
    """Where the principle bears, the writer's own reason there, and whether it changes anything."""
    slot = f"{pen.opinion.number}.bears"
    asked, passed_over = question(issue.question), sentence(position.text)
    taken = pen.opinion.holdings.get(issue.id)
    own = pen.mind.findings[issue.id]
    if taken is not None:
        lead = pen.chooser.choose(
            slot,
            ("It bears on one question that is decided today.", "Consider one of the questions in the case.",
             "There is a question on which it might have led elsewhere."),
        )  # fmt: skip
        short, full = pen.chooser.choose(f"{slot}.not", NOT_TAKEN)
        other = short.format(small=small(passed_over)) if yes_or_no(passed_over) else colon(pen.case, full, passed_over)
        speaks, keep = pen.chooser.choose(f"{slot}.for", SPEAKS_FOR), pen.chooser.choose(f"{slot}.keep", KEEP)
        reason, tags = _own_reason(pen, issue, taken)
        said = [lead, asked, other, speaks, keep, sentence(issue.position(taken).text), reason]
        return all_of(said), (Attributed(0, issue.id, position.id), Agreed(issue.id, taken, 0), *tags)
    lead = pen.chooser.choose(
        slot,
        ("It bears on a question that the opinion has no need to reach.", "One question is left for another day, and it bears on that."),
    )  # fmt: skip
    if own == position.id:
        reason, tags = _own_reason(pen, issue, own)
        return all_of([lead, asked, "Had it been reached, my answer would be this.", passed_over, reason]), (
            Held(issue.id, own),
            *tags,
        )
    return all_of([lead, asked, "When that question comes, the principle will have to be weighed."]), ()


def _own_reason(pen: Pen, issue: Issue, position: str) -> tuple[str, tuple[Stated, ...]]:
    """What weighed most with the writer for this answer, which need not be what weighed most with the author."""
    best = scale(pen.mind, Step("", issue.id, position)).carry[:1]
    told = [carried(pen, id, f"{pen.opinion.number}.own", "", lead=True) for id in best]
    return all_of(told), tuple(Adopted(id) for id in best)
