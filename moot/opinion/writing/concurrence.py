"""A concurrence: a judge joins the lead opinion and writes on one point, for a principle held strongly."""

from __future__ import annotations

from moot.bench.votes.coalitions import asked_about
from moot.case import Issue, Position, PositionRef, Side, Step
from moot.case.language.likeness import alike, shared
from moot.opinion.context import OpinionContext
from moot.opinion.document import Agreed, Attributed, Disposed, Held, Paragraph, Part, Stated
from moot.opinion.material import adopted, alone, sound
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


def concurrence(context: OpinionContext) -> tuple[Part, ...]:
    """What the writer joins, the point, and why the judgment stands."""
    lead = context.ruling.opinions[0]
    fields = context.whom(lead)
    joined, rest = joined_parts(context.ruling, lead, context.opinion.author)
    apart = numbered(rest) if rest else ""
    found = _where_it_bears(context)
    # Some ways to join speak of a step of the other opinion, some of what it does not reach.
    steps = found is not None and _taken(context, found[0]) is not None
    fields |= {"of_step": ""} if steps else {} if found is not None and _unsaid(context, *found) else {"of_open": ""}
    if joined and len(joined) < len(rest):
        first = context.say("join.only", parts=numbered(joined), **fields)
    else:
        first = context.say("join.part", parts=apart, **fields) if apart else context.say("join", **fields)
    first = first or context.once(
        f"I too join {fields['whose']} opinion{', except ' + apart if apart else ''}, and add a word of my own."
    )
    head = Paragraph(first, (Disposed(context.opinion.disposition),))
    if found is None:
        return (Part("", "", (head,)),)
    issue, position = found
    # The words that the judge really wrote, where there are any, say why better than a principle does.
    real = own_words(context, PositionRef(issue.id, position.id), max(1, min(3, context.detail + 2)))
    why = "" if real else _principle(context)
    text, after, states = _point(context, issue, position, fields)
    told = all_of([first, why, text])
    paragraphs = [told, after] if len(after.split()) >= _A_PARAGRAPH else [all_of([told, after])]
    return (
        Part(
            "",
            "",
            tuple(
                Paragraph(one, (*head.states, *states) if index == 0 else ())
                for index, one in enumerate([*paragraphs, real])
                if one
            ),
        ),
    )


def _principle(context: OpinionContext) -> str:
    """The principle for which the judge writes, in a sentence."""
    words = PUT.get(context.opinion.ground, "")
    return context.say("principle", context.opinion.ground, principle=words, Principle=cap(words)) if words else ""


def _where_it_bears(context: OpinionContext) -> tuple[Issue, Position] | None:
    """The position passed over that embodies the ground: one the writer takes first, then one the writer wrote of in the real case, then one no other concurrence speaks of, then on an issue the bench asked about."""
    lead = context.ruling.opinions[0]
    asked = asked_about(context.case, context.reasoning.heard)
    found: list[tuple[tuple[bool, bool, bool, bool, bool, int, int], Issue, Position]] = []
    for index, id in enumerate(context.case.tree.issues):
        issue = context.case.issue[id]
        for position in issue.positions:
            much = dict(position.embodies).get(context.opinion.ground, 0)
            if much and lead.holdings.get(id) != position.id:
                own = context.reasoning.findings[id] == position.id and id in lead.holdings
                spoken_of = _key(issue, position) in context.told.opposed
                words = bool(wrote(context, PositionRef(id, position.id)))
                order = (not own, not words, spoken_of, id not in lead.holdings, id not in asked, -much, index)
                found.append((order, issue, position))
    if not found:
        return None
    _, issue, position = min(found, key=lambda item: item[0])
    context.told.opposed[_key(issue, position)] = context.opinion.number
    return issue, position


def _key(issue: Issue, position: Position) -> str:
    return f"view.{issue.id}.{position.id}"


def _taken(context: OpinionContext, issue: Issue) -> str | None:
    """What the lead opinion holds on an issue; None where it does not speak to it."""
    lead = context.ruling.opinions[0]
    if issue.preliminary and issue.id not in {step.issue for step in preliminaries(context.ruling, lead)}:
        return None
    return lead.holdings.get(issue.id)


def _unsaid(context: OpinionContext, issue: Issue, position: Position) -> bool:
    """Whether the lead opinion answers a preliminary question otherwise without speaking to it, by what it goes on to decide."""
    held = context.ruling.opinions[0].holdings.get(issue.id)
    return _taken(context, issue) is None and held not in (None, position.id)


def _point(
    context: OpinionContext, issue: Issue, position: Position, fields: dict[str, str]
) -> tuple[str, str, tuple[Stated, ...]]:
    """The view with its reasons; then what counsel said when asked, and where that leaves the judgment."""
    ref, taken = PositionRef(issue.id, position.id), _taken(context, issue)
    view = context.holds(ref)
    step = Step("", issue.id, position.id)
    own = context.reasoning.findings[issue.id]
    if taken is None:
        # A question that comes before the merits is not left for another case; it has passed in this one without a word.
        merits = {} if issue.preliminary else {"of_merits": ""}
        text = (
            context.say("unsaid" if _unsaid(context, issue, position) else "open", str(ref), **view, **fields, **merits)
            if view
            else ""
        )
        text = all_of([text, _why(context, step) if text else reasons(context, step, "")])
        return text, all_of([_exchange(context, ref), context.say("open.end") if text and merits else ""]), ()
    clause = context.holds(PositionRef(issue.id, taken)).get("that", "")
    if own == position.id:
        theirs = context.whom(context.ruling.opinions[0], issue.id)
        before = context.say("instead", str(ref), theirs=clause, **theirs) if clause and view else ""
        text = all_of([before, context.say("another", str(ref), **view) if view else "", _why(context, step)])
        said = _exchange(context, ref) or (_support(context, step) if context.detail >= 2 else "")
        states: tuple[Stated, ...] = (Held(issue.id, own), Attributed(0, issue.id, taken))
        return text, all_of([said, context.say("same")]), states
    text = all_of([context.say("view", str(ref), **view) if view else "", _why(context, step)])
    said = _exchange(context, ref)
    if own != taken or not clause:
        return text, said, ()
    but = context.say("view.but", str(ref), that=clause)
    return (
        text,
        all_of([said, but, _support(context, Step("", issue.id, taken))]),
        (Agreed(issue.id, taken, 0),),
    )


def _why(context: OpinionContext, step: Step) -> str:
    """The reasons for a view; where another opinion has given them, which one, and an argument that was made for it."""
    most = 3 if context.detail >= 1 else 2 if context.detail >= -1 else 1
    if said := reasons(context, step, "", most=most):
        return said
    ref = PositionRef(step.issue, step.position)
    return all_of([_seen(context, ref), _made_for(context, ref)])


def _exchange(context: OpinionContext, ref: PositionRef) -> str:
    """What counsel said for a view in answer to a question of this sitting: an answer that argues for it, or one given in defense of a point that does."""
    case, heard, told = context.case, context.reasoning.heard, context.told
    position = case.issue[ref.issue].position(ref.position)
    holds, about = position.holds, f"{position.holds} {position.reasons}"
    found: list[tuple[bool, int, str, Side]] = []
    for id in heard.answers - heard.withdrawn - told.opposed.keys() - told.adopted.keys():
        answer, clause = case.answers[id], context.says(id)
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
    told.opposed[id] = context.opinion.number
    return context.say("view.asked", id, that=context.says(id), **context.side(side))


def _made_for(context: OpinionContext, ref: PositionRef) -> str:
    """An argument put to the court for a position, whether the writer accepts it or not."""
    heard = context.reasoning.heard
    for id, argument in context.case.arguments.items():
        put = id in heard.full or id in heard.half or id in heard.answers or argument.briefed
        if (
            put
            and argument.urges[:1] == (ref,)
            and id not in heard.withdrawn
            and id not in context.told.opposed
            and context.says(id)
        ):
            if alike(context.says(id), context.case.issue[ref.issue].position(ref.position).holds):
                continue
            context.told.opposed[id] = context.opinion.number
            return context.say("view.for", id, that=context.says(id), **context.side(argument.side))
    return ""


def _seen(context: OpinionContext, ref: PositionRef) -> str:
    """Where the reasons for a position stand already, whose opinion gives them."""
    found = context.told.reasoned.get((ref.issue, ref.position))
    if found is None or found[0] == context.opinion.number:
        return ""
    return context.say("view.see", str(ref), **context.whom(context.ruling.opinions[found[0]]))


def _support(context: OpinionContext, step: Step) -> str:
    """One argument the writer accepts for an answer, with its authorities."""
    for id in adopted(context, step)[:1]:
        place = "accept.answer" if context.is_answer(id) else "accept"
        fields = context.side(context.case.arguments[id].side) | {"if_first": ""}
        text = context.say(place, id, **spoken(context.says(id)), **fields)
        context.told.adopted[id] = context.opinion.number
        return all_of([text, context.cites(id, step, 2)])
    return ""
