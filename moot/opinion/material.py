"""What there is to say about one question: the arguments to adopt, the one to meet and what meets it, what was conceded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from moot.case import Answer, Attacking, Manner, PositionRef, Side, Step
from moot.case.hypotheticals.dials import turned
from moot.case.language.likeness import alike, shared
from moot.opinion.context import OpinionContext
from moot.opinion.digest import scale
from moot.opinion.prose.citing import short_name
from moot.opinion.prose.clauses import that

__all__ = ["Contest", "adopted", "backing", "conceded", "contest", "contested", "history", "sound", "unreached"]

_EMPTY = (Manner.EVADE, Manner.DEFLECT)
_SPAN = 15
_POINTS_BACK = re.compile(
    r"^that (?:such|those|these|it|they|he|she|both|so|then|not)\b|\bthose cases\b|\bsuch an?\b|\bthat question\b"
)
_FEWEST = 3


class Contest(NamedTuple):
    """An argument for another position, and what meets it: an argument the writer accepts and how it attacks, or nothing."""

    against: str
    by: str = ""
    kind: Attacking | None = None


def alone(clause: str) -> bool:
    """Whether a clause makes sense without the question it answers: it does not begin by pointing back."""
    return _POINTS_BACK.search(clause) is None


def sound(answer: Answer) -> bool:
    """Whether an opinion may take an answer at its word.

    It makes no overclaim, has nothing outside the record, nothing contradicted or evasive, and the case file does not value it at nothing or less.
    """
    poor = answer.worth is not None and answer.worth <= 0
    return not (answer.overclaims or answer.outside or answer.contradicts or poor or answer.manner in _EMPTY)


def adopted(context: OpinionContext, step: Step, spare: Collection[str] = ()) -> list[str]:
    """The accepted arguments for a finding that have something new to say, in the order of the style."""
    on = scale(context.reasoning, step)
    position = context.case.issue[step.issue].position(step.position)
    known = f"{position.holds} {position.reasons}"
    found: list[str] = []
    for id in (*on.carry, *on.rest):
        argument = context.case.arguments[id]
        if id in spare or id in context.told.adopted or argument.offends or argument.urges[0].issue != step.issue:
            continue
        if any(context.opinion.holdings.get(ref.issue, ref.position) != ref.position for ref in argument.urges[1:]):
            # It is urged for something the opinion rejects at another step as well.
            continue
        clause = context.says(id)
        if context.is_answer(id) and not (sound(context.case.answers[id]) and alone(clause)):
            continue
        if clause and not alike(clause, known):
            found.append(id)
            known += " " + clause
    first = context.style.first
    heard = context.reasoning.heard

    def order(id: str) -> tuple[int, bool, int]:
        modality = context.case.arguments[id].modality
        spoken = id in heard.full or id in heard.half or id in heard.answers
        return (
            first.index(modality) if modality in first else len(first),
            not spoken,
            -context.reasoning.weights.get(id, 0),
        )

    return sorted(found, key=order)


def backing(context: OpinionContext, step: Step) -> list[str]:
    """The accepted arguments for a finding, whose authorities may be cited though they have nothing new to say."""
    on = scale(context.reasoning, step)
    usable = [id for id in (*on.carry, *on.rest) if not context.case.arguments[id].offends]
    return [id for id in usable if not context.is_answer(id) or sound(context.case.answers[id])]


def contest(context: OpinionContext, step: Step) -> Contest | None:
    """The best argument on the other side, one that was met by something sayable before one that was not."""
    return next(contested(context, step), None)


def contested(
    context: OpinionContext, step: Step, only: PositionRef | None = None, told_in: int | None = None
) -> Iterator[Contest]:
    """Every argument on the other side that can be told, best first; with ``only``, those for that position.

    What the opinion ``told_in`` has accepted in words comes first: that is what an opinion apart from it has to meet.
    """
    on = scale(context.reasoning, step)
    found: list[tuple[tuple[bool, bool, bool, int], Contest]] = []
    for id in (*on.failed, *on.standing, *on.deaf):
        argument = context.case.arguments[id]
        ref = PositionRef(step.issue, step.position)
        if (
            ref in argument.urges
            or argument.urges[0].issue != step.issue
            or (only is not None and only not in argument.urges)
        ):
            continue
        taken = told_in is not None and context.told.adopted.get(id) == told_in
        if (
            id in context.told.opposed
            or (id in context.told.adopted and not taken)
            or not context.says(id)
            or argument.offends
        ):
            continue
        if context.is_answer(id) and (context.case.answers[id].manner in _EMPTY or not alone(context.says(id))):
            continue
        heard = context.reasoning.heard
        spoken = id in heard.full or id in heard.half or id in heard.answers
        one = _met(context, id, step)
        holds = context.case.issue[step.issue].position(argument.urges[0].position).holds
        if not one.by and holds and alike(context.says(id), holds):
            continue
        found.append(((not taken, not one.by, not spoken, -context.reasoning.weights.get(id, argument.strength)), one))
    yield from (one for _, one in sorted(found, key=lambda item: item[0]))


def _met(context: OpinionContext, id: str, step: Step) -> Contest:
    """The accepted argument of the other side that meets this one, the deadliest kind of attack first."""
    case, reasoning = context.case, context.reasoning
    side = case.arguments[id].side
    order = (Attacking.UNDERCUT, Attacking.UNDERMINE, Attacking.REBUT)
    found: list[tuple[tuple[int, bool, int, str], Contest]] = []
    for by in reasoning.accepted:
        attacker = case.arguments[by]
        if attacker.side is side and not attacker.offends:
            continue
        if context.is_answer(by) and not attacker.offends and not (sound(case.answers[by]) and alone(context.says(by))):
            continue
        kinds = [attack.kind for attack in attacker.attacks if attack.target == id]
        kinds += [
            Attacking.REBUT
            for attack in case.arguments[id].attacks
            if attack.target == by and attack.kind is Attacking.REBUT
        ]
        same = any(ref.issue == step.issue for ref in attacker.urges)
        if (
            not kinds
            or by in context.told.adopted
            or (_denied(context, by) and not attacker.offends)
            or not (same or attacker.offends or _to_the_point(context, by, id, min(kinds, key=order.index)))
            or (attacker.offends and not _escapes(context, by))
        ):
            continue
        if attacker.offends or context.says(by):
            kind = min(kinds, key=order.index)
            off = PositionRef(step.issue, step.position) not in attacker.urges
            found.append(((order.index(kind), off, -reasoning.weights.get(by, 0), by), Contest(id, by, kind)))
    return min(found, key=lambda item: item[0])[1] if found else Contest(id)


def _to_the_point(context: OpinionContext, by: str, id: str, kind: Attacking) -> bool:
    """Whether an argument on another question can be told as an answer to this one: an undercut, or one about the same thing."""
    if kind is Attacking.REBUT:
        return False
    return kind is Attacking.UNDERCUT or shared(context.says(by), context.says(id)) > 0


def _escapes(context: OpinionContext, by: str) -> bool:
    """Whether what the opinion holds gives another result in the case put than the rule that the case was put against.

    Where its own holding ends in the same place, the case is no difficulty of the other's.
    """
    case, found = context.case, context.case.answers[by].consequence
    scene = case.question_of[by].scene
    held = context.opinion.holdings.get(found.tests.issue) if found is not None else None
    if found is None or scene is None or held is None:
        return True
    own = case.issue[found.tests.issue].position(held).rule
    return own is None or own.met(turned(case.dial, scene.turns)) is not found.left_with


def _denied(context: OpinionContext, id: str) -> bool:
    """Whether the argument urges an answer that the opinion rejects at another step, so that the writer cannot make it his own."""
    holdings = context.opinion.holdings
    urged = [ref for ref in context.case.arguments[id].urges if ref.issue in holdings]
    return bool(urged) and all(holdings[ref.issue] != ref.position for ref in urged)


def conceded(context: OpinionContext, step: Step) -> tuple[Side, str] | None:
    """What counsel conceded at argument that bears on this finding: whose counsel, and the clause."""
    case, heard = context.case, context.reasoning.heard
    ref = PositionRef(step.issue, step.position)
    for id in sorted(heard.answers - heard.retracted):
        concession = case.answers[id].concedes
        if concession is None or not concession.what:
            continue
        given = [case.arguments[name] for name in concession.gives_up if name in case.arguments]
        about = [argument for argument in given if any(urged.issue == step.issue for urged in argument.urges)]
        if not about or any(ref in argument.urges for argument in about):
            continue
        clause = that(concession.what)
        if concession.what.startswith("That ") and f"conceded.{id}" not in context.told.opposed:
            context.told.opposed[f"conceded.{id}"] = context.opinion.number
            return case.side_of(id), clause
    return None


def history(context: OpinionContext, step: Step) -> dict[str, str]:
    """The oldest and the newest case cited to the court on this question, where there are several and they lie far apart."""
    case, heard = context.case, context.reasoning.heard
    cited = {
        authority
        for id, argument in case.arguments.items()
        if any(urged.issue == step.issue for urged in argument.urges)
        and (id in heard.full or id in heard.half or id in heard.answers or argument.briefed)
        for authority in argument.cites
    }
    known = sorted((case.authority[id] for id in cited if id in case.authority), key=lambda one: (one.year, one.id))
    reviewed = case.below.citation.partition(" (")[0]
    cases = ("binding", "persuasive")
    known = [
        one
        for one in known
        if " v. " in one.name and one.status.value in cases and not (reviewed and reviewed in one.cite)
    ]
    if len(known) < _FEWEST or known[-1].year - known[0].year < _SPAN:
        return {}
    old, new = known[0], known[-1]
    return {"old": short_name(old), "was": str(old.year), "new": short_name(new), "now": str(new.year)}


def unreached(context: OpinionContext) -> str:
    """An argument made at the lectern that bears only on questions the opinion does not come to; empty where there is none."""
    on_walk = {step.issue for step in context.opinion.walk}
    in_tree = set(context.case.tree.issues)
    heard = context.reasoning.heard
    for id, point in context.case.point.items():
        urged = {ref.issue for ref in point.argument.urges}
        made = id in heard.full and id not in heard.withdrawn and bool(point.says) and id not in context.told.opposed
        off = (
            bool(urged)
            and urged <= in_tree - on_walk
            and not any(context.case.issue[issue].preliminary for issue in urged)
        )
        if made and off:
            return id
    return ""
