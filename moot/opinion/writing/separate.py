"""An opinion apart from the lead: concurring in the judgment, dissenting, or in part; and one of several where none leads."""

from __future__ import annotations

from collections.abc import Mapping

from moot.bench.conference import Opinion
from moot.case import IssueKind, OpinionKind, PositionRef, Step
from moot.opinion.context import OpinionContext
from moot.opinion.document import Agreed, Attributed, Disposed, Held, Paragraph, Part, Stated
from moot.opinion.material import contested, unreached
from moot.opinion.plan import disputed, grounds, short_of
from moot.opinion.prose.grammar import all_of, numbered, run_together, would
from moot.opinion.writing.arguments import meeting
from moot.opinion.writing.holding import agreed_with, finding, reasons
from moot.opinion.writing.lead import joined_up
from moot.opinion.writing.remarks import remark
from moot.opinion.writing.replies import point_of_difference
from moot.opinion.writing.step import discuss, too_little

__all__ = ["separate"]

_ENDS = {OpinionKind.IN_THE_JUDGMENT: "end.judgment", OpinionKind.IN_PART: "end.part"}
_BAREST = -2
_OPENS = {OpinionKind.IN_THE_JUDGMENT: "depart.judgment", OpinionKind.IN_PART: "depart.part"}


def separate(context: OpinionContext) -> tuple[Part, ...]:
    """The whole opinion in its parts."""
    other = context.ruling.opinions[0]
    differ = point_of_difference(context.ruling, context.opinion, other)
    at = differ[0] if differ else None
    rest = grounds(context.ruling, context.opinion)
    own = [
        step
        for step in context.opinion.walk
        if other.holdings.get(step.issue) != step.position and (step in rest or step == at)
    ]
    law = short_of(context.ruling, context.opinion)
    main = own[-1] if own and own[-1] == rest[-1] else at
    if law is not None and main == rest[-1]:
        main = law if law in own else at
    main = _rule_before_its_application(context, main, own)
    head = [_introduction(context, other, main)]
    shared = _shared(context, other)
    if shared is not None:
        head.append(shared)
    order = sorted(own, key=lambda step: step != at if at is not None else False)
    spoken_of = {step: _said_before(context, step) for step in order if step != main}
    paragraphs = [*joined_up(head), *_with_others(context, spoken_of)]
    brief: list[Step] = []
    for step in order:
        if spoken_of.get(step) is not None:
            if step == at:
                paragraphs += joined_up(_answered(context, step, other, []))
            continue
        if step not in (at, main) and not (law is not None and step == rest[-1]) and _in_brief(context, step):
            brief.append(step)
        else:
            # Holdings in brief keep their place among the steps.
            paragraphs += _briefly(context, brief)
            brief = []
            told = _step(context, step, other, first=step == at, held=step == main)
            if step == main and step not in (at, order[0]) and told and told[0].text:
                # Its reasons follow what is said of other questions: which question they answer has to be said.
                told = [Paragraph(context.say("return")), *told]
            paragraphs += joined_up(told)
    paragraphs += _briefly(context, brief)
    if law is not None and rest[-1] not in own and (text := too_little(context, rest[-1])):
        paragraphs.append(Paragraph(text))
    paragraphs += _last(context)
    return (Part("", "", tuple(one for one in paragraphs if one.text)),)


def _rule_before_its_application(context: OpinionContext, main: Step | None, own: list[Step]) -> Step | None:
    """What a dissent would hold first: where it ends by applying a rule of its own, the rule."""
    kind = {step: context.case.issue[step.issue].kind for step in own}
    dissents = context.opinion.kind is OpinionKind.DISSENTING
    if main is None or not dissents or kind.get(main) is not IssueKind.APPLICATION:
        return main
    rules = [step for step in own if kind[step] is IssueKind.LAW and not context.case.issue[step.issue].preliminary]
    return rules[-1] if rules else main


def _introduction(context: OpinionContext, other: Opinion, main: Step | None) -> Paragraph:
    """Where this opinion stands, and what it would hold."""
    fields = context.whom(other)
    opinion, ruling = context.opinion, context.ruling
    said = [context.say(_OPENS.get(opinion.kind, "depart.dissent"), **fields)]
    if opinion.kind is OpinionKind.IN_PART and opinion.disposition is not ruling.disposition:
        said.append(context.once(f"I would {would(opinion.disposition)}."))
    if opinion.kind is OpinionKind.IN_THE_JUDGMENT and opinion.disposition is not ruling.disposition:
        said.append(context.say("narrower", own=would(opinion.disposition)))
    if context.detail >= 1 and opinion.walk:
        said.append(context.persona("opens", opinion.walk[-1]))
    states: tuple[Stated, ...] = (Disposed(opinion.disposition),)
    if main is not None and (clause := context.holds(PositionRef(main.issue, main.position)).get("that", "")):
        said.append(context.say("ground", thats=clause, **fields))
        states = (*states, Held(main.issue, main.position))
    return Paragraph(all_of(said), states)


def _shared(context: OpinionContext, other: Opinion) -> Paragraph | None:
    """The answers both opinions give: by parts of the other where a whole part is agreed, else one by one."""
    kept = grounds(context.ruling, context.opinion)
    agreed = {step.issue for step in kept if other.holdings.get(step.issue) == step.position}
    agreed |= {
        issue for issue in _claims(context, other) if context.reasoning.findings[issue] == other.holdings.get(issue)
    }
    if not agreed:
        return None
    fields = context.whom(other)
    theirs = OpinionContext(
        context.ruling, other, context.style, context.picker, context.phrase_bank, context.told, context.detail
    ).parts
    whole = [part for part in theirs if {step.issue for step in part.steps} <= agreed]
    covered = {step.issue for part in whole for step in part.steps}
    states: list[Stated] = [Agreed(step.issue, step.position, other.number) for part in whole for step in part.steps]
    pieces = []
    if whole:
        parts = numbered([part.number for part in whole])
        # "And no further" is said only where nothing else is agreed.
        every = {} if agreed - covered else {"of_all": ""}
        text = context.say("agree.parts", parts=parts, is_are="is" if len(whole) == 1 else "are", **fields, **every)
        pieces.append(text or context.once(f"I agree with what is said in {parts} of {fields['whose']} opinion."))
    rest = [PositionRef(issue, other.holdings[issue]) for issue in context.case.issue if issue in agreed - covered]
    if joint := run_together([clause for ref in rest if (clause := context.holds(ref).get("that", ""))]):
        pieces.append(context.say("agree.that", "shared", that=joint, **fields))
    pieces += [agreed_with(context, ref.issue, fields["whom"]) for ref in rest if not context.holds(ref)]
    states += [Agreed(*ref, other.number) for ref in rest]
    return Paragraph(all_of(pieces), tuple(states))


def _claims(context: OpinionContext, other: Opinion) -> tuple[str, ...]:
    """The claims the other opinion decides, for a judge who dissents in part."""
    if context.opinion.kind is not OpinionKind.IN_PART:
        return ()
    return tuple(step.issue for step in other.walk if context.case.issue[step.issue].claim)


def _step(context: OpinionContext, step: Step, other: Opinion, *, first: bool, held: bool) -> list[Paragraph]:
    """One step of the opinion's own; ``first`` is the point of difference, where the other opinion is answered."""
    before = _said_before(context, step)
    clause = context.holds(PositionRef(step.issue, step.position)).get("that", "")
    if before is not None and held and clause:
        # It is held already, in the introduction; its reasons stand in another opinion.
        states = (Agreed(step.issue, step.position, before.number),)
        told = [Paragraph(context.say("reasons.in", step.issue, **context.whom(before)), states)]
    elif before is not None:
        fields = context.whom(before)
        text = context.say("agree.that", step.issue, that=clause, **fields) if clause else finding(context, step)
        told = [Paragraph(text, (Agreed(step.issue, step.position, before.number),))]
    else:
        told = discuss(
            context, step, "", full=(first or held) and context.detail >= 0, held=held and bool(clause), alone=first
        )
    return _answered(context, step, other, told) if first else told


def _answered(context: OpinionContext, step: Step, other: Opinion, told: list[Paragraph]) -> list[Paragraph]:
    """What is told of the point of difference, with what the other opinion holds there and what meets it."""
    theirs, answer = _answer(context, step, other)
    if answer.text:
        return [*told, Paragraph(all_of([theirs.text, answer.text]), (*theirs.states, *answer.states))]
    if told:
        first = Paragraph(all_of([theirs.text, told[0].text]), (*theirs.states, *told[0].states))
        return [first, *told[1:]]
    return [theirs]


def _with_others(context: OpinionContext, spoken_of: Mapping[Step, Opinion | None]) -> list[Paragraph]:
    """The answers an earlier opinion has given the reasons for, each author's in one sentence."""
    found: dict[int, list[Step]] = {}
    for step, before in spoken_of.items():
        if before is not None:
            found.setdefault(before.number, []).append(step)
    pieces: list[str] = []
    states: list[Stated] = []
    for number, steps in found.items():
        fields = context.whom(context.ruling.opinions[number])
        clauses = {step: context.holds(PositionRef(step.issue, step.position)).get("that", "") for step in steps}
        joint = run_together([clause for clause in clauses.values() if clause])
        pieces.append(context.say("agree.that", str(number), that=joint, **fields) if joint else "")
        pieces += [finding(context, step) for step in steps if not clauses[step]]
        states += [Agreed(step.issue, step.position, number) for step in steps]
    return [Paragraph(all_of(pieces), tuple(states))]


def _in_brief(context: OpinionContext, step: Step) -> bool:
    """Whether a step away from the point of difference is only stated."""
    clause = context.holds(PositionRef(step.issue, step.position))
    return context.detail <= 0 and bool(clause) and _said_before(context, step) is None


def _briefly(context: OpinionContext, steps: list[Step]) -> list[Paragraph]:
    """Holdings stated in a sentence: together those that nobody disputes, each of the others with a reason."""
    settled = [step for step in steps if len(steps) > 1 and not disputed(context.ruling, step)]
    told = [_stated(context, settled)] if settled else []
    for step in steps:
        if step not in settled:
            one = _stated(context, [step])
            told.append(
                Paragraph(
                    all_of([one.text, reasons(context, step, "", most=1 if context.detail <= _BAREST else 2)]),
                    one.states,
                )
            )
    return joined_up(told)


def _stated(context: OpinionContext, steps: list[Step]) -> Paragraph:
    joint = run_together([context.holds(PositionRef(step.issue, step.position))["that"] for step in steps])
    several = {"of_several" if len(steps) > 1 else "of_one": ""}
    text = context.say("briefly", steps[0].issue, that=joint, **several)
    return Paragraph(text, tuple(Held(step.issue, step.position) for step in steps))


def _said_before(context: OpinionContext, step: Step) -> Opinion | None:
    """The earlier opinion that has given the reasons for this answer."""
    found = context.told.reasoned.get((step.issue, step.position))
    if found is None or found[0] == context.opinion.number:
        return None
    before = context.ruling.opinions[found[0]]
    return before if before.holdings.get(step.issue) == step.position else None


def _answer(context: OpinionContext, step: Step, other: Opinion) -> tuple[Paragraph, Paragraph]:
    """What the other opinion holds at this step; and the argument it accepts for it, with what meets that."""
    theirs = other.holdings.get(step.issue)
    if theirs is None:
        return Paragraph(""), Paragraph("")
    ref = PositionRef(step.issue, theirs)
    fields = context.whom(other, step.issue)
    clause = context.holds(ref).get("that", "")
    first = context.say("instead", str(ref), theirs=clause, **fields) if clause else ""
    pieces: list[str] = []
    taken = context.ruling.reasonings[other.author].accepted
    for contest in contested(context, step, ref, other.number) if context.detail >= 0 else ():
        if contest.against in taken and (contest.kind is not None or context.detail >= 1):
            named = _named(context, contest.against, other, step.issue)
            met = meeting(context, step, contest, stated=True) if named else ""
            if met:
                pieces += [named, met]
                context.told.opposed[contest.against] = context.opinion.number
                break
    pieces.append(remark(context, step, (ref,)))
    if not any(pieces) and context.detail >= 1:
        pieces.append(context.persona("answers", step))
    states: tuple[Stated, ...] = (Attributed(other.number, *ref),) if first else ()
    return Paragraph(first, states), Paragraph(all_of(pieces))


def _named(context: OpinionContext, argument: str, other: Opinion, issue: str) -> str:
    """An argument for what the other opinion holds: as that opinion's own where its words are there, else as counsel's."""
    clause = context.says(argument)
    if context.told.adopted.get(argument) == other.number:
        return context.say("their", argument, that=clause, **context.whom(other, issue))
    fields = context.side(context.case.arguments[argument].side) | context.fits(context.case.arguments[argument])
    place = "oppose.answer" if context.is_answer(argument) else "oppose"
    return context.say(place, argument, that=clause, **fields) or context.say(
        "oppose+", argument, that=clause, **fields
    )


def _last(context: OpinionContext) -> list[Paragraph]:
    also = ""
    # One who dissents in part may have decided, with the other opinion, a claim that the walk does not come to.
    if context.detail >= 2 and context.opinion.kind is not OpinionKind.IN_PART and (id := unreached(context)):
        side = context.side(context.case.arguments[id].side)
        also = context.say("also", id, that=context.says(id), **side)
        context.told.opposed[id] = context.opinion.number
    text = all_of([also, _end(context, closes=not also)])
    return [Paragraph(text, (Disposed(context.opinion.disposition),))]


def _end(context: OpinionContext, *, closes: bool) -> str:
    wanted = closes and context.opinion.walk and context.detail >= 1
    close = context.persona("closes", context.opinion.walk[-1]) if wanted else ""
    place = _ENDS.get(context.opinion.kind, "end.dissent")
    # What decides is this opinion's own only where the other does not hold it too.
    last = grounds(context.ruling, context.opinion)[-1]
    apart = context.ruling.opinions[0].holdings.get(last.issue) != last.position
    # What the end says of "that" it says of the reasons, and not of what need not be decided.
    end = "" if closes else context.say(f"{place}.after")
    end = end or context.say(place, **({"of_ground": ""} if apart else {}))
    if not end:
        verb = would(context.opinion.disposition)
        end = (
            f"I would {verb} on the ground stated."
            if context.opinion.kind is OpinionKind.IN_THE_JUDGMENT
            else f"I, too, would {verb}."
        )
    return all_of([close, end])
