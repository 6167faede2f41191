"""A concurrence: a judge joins the lead opinion and writes on one point, for a principle held strongly."""

from __future__ import annotations

from moot.bench.votes.coalitions import asked_about
from moot.case import PRINCIPLES, Issue, Position, PositionRef, Step
from moot.case.language.likeness import alike
from moot.opinion.document import Agreed, Attributed, Disposed, Held, Paragraph, Part, Stated
from moot.opinion.material import adopted
from moot.opinion.pen import Pen
from moot.opinion.plan import joined_parts, preliminaries
from moot.opinion.prose.clauses import spoken
from moot.opinion.prose.grammar import all_of, numbered, small
from moot.opinion.writing.real import own_words, wrote
from moot.opinion.writing.step import reasons

__all__ = ["concurrence"]


def concurrence(pen: Pen) -> tuple[Part, ...]:
    """What the writer joins, the point, and why the judgment stands."""
    lead = pen.ruling.opinions[0]
    fields = pen.whom(lead)
    joined, rest = joined_parts(pen.ruling, lead, pen.opinion.author)
    apart = numbered(rest) if rest else ""
    if joined and len(joined) < len(rest):
        first = pen.say("join.only", parts=numbered(joined), **fields)
    else:
        first = pen.say("join.part", parts=apart, **fields) if apart else pen.say("join", **fields)
    first = first or pen.once(
        f"I too join {fields['whose']} opinion{', except ' + apart if apart else ''}, and add a word of my own."
    )
    head = Paragraph(first, (Disposed(pen.opinion.disposition),))
    found = _where_it_bears(pen)
    if found is None:
        return (Part("", "", (head,)),)
    text, states = _point(pen, *found, fields)
    if not text and pen.opinion.ground in PRINCIPLES:
        text = pen.say("principle", principle=small(PRINCIPLES[pen.opinion.ground]))
    told = Paragraph(all_of([first, text]), (*head.states, *states))
    issue, position = found
    real = Paragraph(own_words(pen, PositionRef(issue.id, position.id), max(1, min(3, pen.detail + 2))))
    return (Part("", "", (told, real) if real.text else (told,)),)


def _where_it_bears(pen: Pen) -> tuple[Issue, Position] | None:
    """The position passed over that embodies the ground: one the writer takes first, then one the writer wrote of in the real case, then one no other concurrence speaks of, then on an issue the bench asked about."""
    lead = pen.ruling.opinions[0]
    asked = asked_about(pen.case, pen.reasoning.heard)
    found: list[tuple[tuple[bool, bool, bool, bool, bool, int, int], Issue, Position]] = []
    for place, id in enumerate(pen.case.tree.issues):
        issue = pen.case.issue[id]
        for position in issue.positions:
            much = dict(position.embodies).get(pen.opinion.ground, 0)
            if much and lead.holdings.get(id) != position.id:
                own = pen.reasoning.findings[id] == position.id and id in lead.holdings
                spoken_of = _key(issue, position) in pen.told.opposed
                words = bool(wrote(pen, PositionRef(id, position.id)))
                order = (not own, not words, spoken_of, id not in lead.holdings, id not in asked, -much, place)
                found.append((order, issue, position))
    if not found:
        return None
    _, issue, position = min(found, key=lambda item: item[0])
    pen.told.opposed[_key(issue, position)] = pen.opinion.number
    return issue, position


def _key(issue: Issue, position: Position) -> str:
    return f"view.{issue.id}.{position.id}"


def _point(pen: Pen, issue: Issue, position: Position, fields: dict[str, str]) -> tuple[str, tuple[Stated, ...]]:
    lead = pen.ruling.opinions[0]
    ref, taken = PositionRef(issue.id, position.id), lead.holdings.get(issue.id)
    if issue.preliminary and issue.id not in {step.issue for step in preliminaries(pen.ruling, lead)}:
        taken = None
    view = pen.holds(ref)
    step = Step("", issue.id, position.id)
    said = reasons(pen, step, "", most=3 if pen.detail >= 1 else 2 if pen.detail >= -1 else 1)
    if taken is None:
        text = pen.say("open", str(ref), **view, **fields) if view else ""
        said = said or (all_of([_seen(pen, ref), _made_for(pen, ref)]) if text else "")
        return all_of([text, said, pen.say("open.end") if text or said else ""]), ()
    own = pen.reasoning.findings[issue.id]
    if own == position.id:
        clause = pen.holds(PositionRef(issue.id, taken)).get("that", "")
        before = pen.say("instead", str(ref), theirs=clause, **fields) if clause and view else ""
        text = all_of([before, pen.say("another", str(ref), **view) if view else ""])
        more = _support(pen, step) if pen.detail >= 2 else ""
        return all_of([text, said or (_seen(pen, ref) if text else ""), more, pen.say("same")]), (
            Held(issue.id, own),
            Attributed(0, issue.id, taken),
        )
    text = pen.say("view", str(ref), **view) if view else ""
    said = said or _made_for(pen, ref) or (_seen(pen, ref) if text else "")
    theirs = pen.holds(PositionRef(issue.id, taken))
    agreed = own == taken and bool(theirs)
    but = pen.say("view.but", str(ref), **theirs) if agreed else ""
    states: tuple[Stated, ...] = (Agreed(issue.id, taken, 0),) if agreed else ()
    return all_of([text, said, but, _support(pen, Step("", issue.id, taken)) if agreed else ""]), states


def _made_for(pen: Pen, ref: PositionRef) -> str:
    """An argument put to the court for a position, whether the writer accepts it or not."""
    heard = pen.reasoning.heard
    for id, argument in pen.case.arguments.items():
        put = id in heard.full or id in heard.half or id in heard.answers or argument.briefed
        if (
            put
            and argument.urges[:1] == (ref,)
            and id not in heard.withdrawn
            and id not in pen.told.opposed
            and pen.says(id)
        ):
            if alike(pen.says(id), pen.case.issue[ref.issue].position(ref.position).holds):
                continue
            pen.told.opposed[id] = pen.opinion.number
            return pen.say("view.for", id, that=pen.says(id), **pen.side(argument.side))
    return ""


def _seen(pen: Pen, ref: PositionRef) -> str:
    """Where the reasons for a position stand already, whose opinion gives them."""
    found = pen.told.reasoned.get((ref.issue, ref.position))
    if found is None or found[0] == pen.opinion.number:
        return ""
    return pen.say("view.see", str(ref), **pen.whom(pen.ruling.opinions[found[0]]))


def _support(pen: Pen, step: Step) -> str:
    """One argument the writer accepts for an answer, with its authorities."""
    for id in adopted(pen, step)[:1]:
        place = "accept.answer" if pen.is_answer(id) else "accept"
        text = pen.say(place, id, **spoken(pen.says(id)), **pen.side(pen.case.arguments[id].side))
        pen.told.adopted[id] = pen.opinion.number
        return all_of([text, pen.cites(id, step, 2)])
    return ""
