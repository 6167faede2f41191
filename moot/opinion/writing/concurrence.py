"""A concurrence: a judge joins the lead opinion and writes on one point, for a principle held strongly."""

from __future__ import annotations

from moot.bench.votes.coalitions import asked_about
from moot.case import Issue, Position, PositionRef, Side, Step
from moot.case.language.likeness import alike, shared
from moot.opinion.document import Agreed, Attributed, Disposed, Held, Paragraph, Part, Stated
from moot.opinion.material import adopted, alone, sound
from moot.opinion.pen import Pen
from moot.opinion.plan import joined_parts, preliminaries
from moot.opinion.prose.clauses import spoken
from moot.opinion.prose.grammar import all_of, cap, numbered
from moot.opinion.prose.principles import PUT
from moot.opinion.writing.holding import reasons
from moot.opinion.writing.real import own_words, wrote

__all__ = ["concurrence"]

_A_PARAGRAPH = 40
"""So many words make a paragraph of their own."""


_TO_THE_POINT = 2
"""So many words of substance in common show that an answer in defense of a point speaks to a view."""


def concurrence(pen: Pen) -> tuple[Part, ...]:
    """What the writer joins, the point, and why the judgment stands."""
    lead = pen.ruling.opinions[0]
    fields = pen.whom(lead)
    joined, rest = joined_parts(pen.ruling, lead, pen.opinion.author)
    apart = numbered(rest) if rest else ""
    found = _where_it_bears(pen)
    # Some ways to join speak of a step of the other opinion, some of what it does not reach.
    steps = found is not None and _taken(pen, found[0]) is not None
    fields |= {"of_step": ""} if steps else {} if found is not None and _unsaid(pen, *found) else {"of_open": ""}
    if joined and len(joined) < len(rest):
        first = pen.say("join.only", parts=numbered(joined), **fields)
    else:
        first = pen.say("join.part", parts=apart, **fields) if apart else pen.say("join", **fields)
    first = first or pen.once(
        f"I too join {fields['whose']} opinion{', except ' + apart if apart else ''}, and add a word of my own."
    )
    head = Paragraph(first, (Disposed(pen.opinion.disposition),))
    if found is None:
        return (Part("", "", (head,)),)
    issue, position = found
    # The words that the judge really wrote, where there are any, say why better than a principle does.
    real = own_words(pen, PositionRef(issue.id, position.id), max(1, min(3, pen.detail + 2)))
    why = "" if real else _principle(pen)
    text, after, states = _point(pen, issue, position, fields)
    told = all_of([first, why, text])
    paragraphs = [told, after] if len(after.split()) >= _A_PARAGRAPH else [all_of([told, after])]
    return (
        Part(
            "",
            "",
            tuple(
                Paragraph(one, (*head.states, *states) if place == 0 else ())
                for place, one in enumerate([*paragraphs, real])
                if one
            ),
        ),
    )


def _principle(pen: Pen) -> str:
    """The principle for which the judge writes, in a sentence."""
    words = PUT.get(pen.opinion.ground, "")
    return pen.say("principle", pen.opinion.ground, principle=words, Principle=cap(words)) if words else ""


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


def _taken(pen: Pen, issue: Issue) -> str | None:
    """What the lead opinion holds on an issue; None where it does not speak to it."""
    lead = pen.ruling.opinions[0]
    if issue.preliminary and issue.id not in {step.issue for step in preliminaries(pen.ruling, lead)}:
        return None
    return lead.holdings.get(issue.id)


def _unsaid(pen: Pen, issue: Issue, position: Position) -> bool:
    """Whether the lead opinion answers a preliminary question otherwise without speaking to it, by what it goes on to decide."""
    held = pen.ruling.opinions[0].holdings.get(issue.id)
    return _taken(pen, issue) is None and held not in (None, position.id)


def _point(pen: Pen, issue: Issue, position: Position, fields: dict[str, str]) -> tuple[str, str, tuple[Stated, ...]]:
    """The view with its reasons; then what counsel said when asked, and where that leaves the judgment."""
    ref, taken = PositionRef(issue.id, position.id), _taken(pen, issue)
    view = pen.holds(ref)
    step = Step("", issue.id, position.id)
    own = pen.reasoning.findings[issue.id]
    if taken is None:
        # A question that comes before the merits is not left for another case; it has passed in this one without a word.
        merits = {} if issue.preliminary else {"of_merits": ""}
        text = (
            pen.say("unsaid" if _unsaid(pen, issue, position) else "open", str(ref), **view, **fields, **merits)
            if view
            else ""
        )
        text = all_of([text, _why(pen, step) if text else reasons(pen, step, "")])
        return text, all_of([_exchange(pen, ref), pen.say("open.end") if text and merits else ""]), ()
    clause = pen.holds(PositionRef(issue.id, taken)).get("that", "")
    if own == position.id:
        theirs = pen.whom(pen.ruling.opinions[0], issue.id)
        before = pen.say("instead", str(ref), theirs=clause, **theirs) if clause and view else ""
        text = all_of([before, pen.say("another", str(ref), **view) if view else "", _why(pen, step)])
        said = _exchange(pen, ref) or (_support(pen, step) if pen.detail >= 2 else "")
        states: tuple[Stated, ...] = (Held(issue.id, own), Attributed(0, issue.id, taken))
        return text, all_of([said, pen.say("same")]), states
    text = all_of([pen.say("view", str(ref), **view) if view else "", _why(pen, step)])
    said = _exchange(pen, ref)
    if own != taken or not clause:
        return text, said, ()
    but = pen.say("view.but", str(ref), that=clause)
    return (
        text,
        all_of([said, but, _support(pen, Step("", issue.id, taken))]),
        (Agreed(issue.id, taken, 0),),
    )


def _why(pen: Pen, step: Step) -> str:
    """The reasons for a view; where another opinion has given them, which one, and an argument that was made for it."""
    most = 3 if pen.detail >= 1 else 2 if pen.detail >= -1 else 1
    if said := reasons(pen, step, "", most=most):
        return said
    ref = PositionRef(step.issue, step.position)
    return all_of([_seen(pen, ref), _made_for(pen, ref)])


def _exchange(pen: Pen, ref: PositionRef) -> str:
    """What counsel said for a view in answer to a question of this sitting: an answer that argues for it, or one given in defense of a point that does."""
    case, heard, told = pen.case, pen.reasoning.heard, pen.told
    position = case.issue[ref.issue].position(ref.position)
    holds, about = position.holds, f"{position.holds} {position.reasons}"
    found: list[tuple[bool, int, str, Side]] = []
    for id in heard.answers - heard.withdrawn - told.opposed.keys() - told.adopted.keys():
        answer, clause = case.answers[id], pen.says(id)
        if not (clause and sound(answer) and alone(clause)) or answer.concedes is not None or alike(clause, holds):
            continue
        point = case.point_of[case.question_of[id].id].argument
        argued = answer.argument if answer.argument is not None else point
        # What is said to a question, the more so in defense of a point, may be about something else than the view.
        apart = shared(clause, about) < (1 if answer.argument is not None else _TO_THE_POINT)
        if argued.urges[:1] == (ref,) and not apart:
            found.append((answer.argument is None, -argued.strength, id, argued.side))
    if not found:
        return ""
    _, _, id, side = min(found, key=lambda one: one[:3])
    told.opposed[id] = pen.opinion.number
    return pen.say("view.asked", id, that=pen.says(id), **pen.side(side))


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
        fields = pen.side(pen.case.arguments[id].side) | {"if_first": ""}
        text = pen.say(place, id, **spoken(pen.says(id)), **fields)
        pen.told.adopted[id] = pen.opinion.number
        return all_of([text, pen.cites(id, step, 2)])
    return ""
