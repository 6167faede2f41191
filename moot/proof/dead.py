"""Dead content: what no line of play can reach or use, and why.

What can be said is read from the states that are reached, so it is exact. What judges can be brought to is bounded
(:mod:`moot.proof.bounds`): what is called dead there is dead, though not everything dead need be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from moot.bench.judging.credit import fit
from moot.bench.persona import Bench
from moot.case import Answer, Case, Guard, Point, Question
from moot.case.argument import Argument
from moot.errors import Diagnostic, Key
from moot.proof.bounds import SupportBounds
from moot.proof.certificate import Dead
from moot.proof.codes import PROOF_CODES
from moot.proof.reference.compile import Model
from moot.proof.reference.explore import Exploration
from moot.round import moves
from moot.round.asking.eligible import may_ask
from moot.round.clock import answer_cost
from moot.round.control_state import ControlState, LocalState
from moot.round.formats import Format
from moot.round.moves import Move

__all__ = ["Reachable", "dead_content", "dead_problems", "reachable", "reachable_in"]


@dataclass
class Reachable:
    """What some line reaches: points pleaded, points interrupted (``broken``), questions asked, answers offered."""

    points: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    answers: set[str] = field(default_factory=set)


def reachable(states: Iterable[ControlState | LocalState], moves_at: Callable[[Any], Iterable[Move]]) -> Reachable:
    """Read it from the moves of everything that is reached: control states, or only their local parts."""
    said = Reachable()
    for state in states:
        if state.point:
            said.points.add(state.point)
            if state.cut:
                said.broken.add(state.point)
        if state.pending:
            said.questions.add(state.pending)
            said.answers.update(move.answer for move in moves_at(state) if isinstance(move, moves.GiveAnswer))
        elif not state.bench:
            said.points.update(move.point for move in moves_at(state) if isinstance(move, moves.Plead))
    return said


def reachable_in(model: Model, reach: Exploration) -> Reachable:
    """What is said in the states of a model that are reached."""
    states = (state for state, clocks in zip(model.states, reach.clocks, strict=True) if clocks)
    return reachable(states, lambda state: (each.move for each in model.successors(state)))


def dead_content(
    case: Case, judges: Bench | None, said: Reachable, form: Format | None
) -> tuple[tuple[Dead, ...], SupportBounds | None]:
    """Everything dead: for any bench, and, given the judges who sit, for them; with the bounds that this was read from."""
    found = [*_unsaid(case, judges, said), *_same(case, form)]
    bounds = None
    if judges is not None:
        bounds = SupportBounds(case, judges, said.points, said.broken, said.answers)
        found += bounds.dead()
    return tuple(found), bounds


# -- what is never said --------------------------------------------------------------------------------------------------


def _unsaid(case: Case, judges: Bench | None, said: Reachable) -> Iterator[Dead]:
    for point in case.points:
        if point.id not in said.points:
            yield Dead(
                "M510", "point", point.id, f"the point `{point.id}` can never be pleaded: {_why(point, case, said)}"
            )
    sitting = may_ask(case, judges) if judges is not None else {}
    for id, question in case.questions.items():
        point = case.point_of[id]
        if judges is not None and not sitting[id]:
            fits = ", ".join(question.who)
            yield Dead(
                "M512", "question", id, f"no judge on the bench `{judges.id}` may ask `{id}`: none of them fits {fits}"
            )
        elif id not in said.questions:
            if point.id not in said.points:
                reason = f"its point `{point.id}` is never pleaded"
            else:
                reason = _guards(question.when, said, case) or "what it follows is never said, or time is always up"
            yield Dead("M511", "question", id, f"the question `{id}` can never be asked: {reason}")
        else:
            for answer in question.answers:
                if answer.id not in said.answers:
                    reason = _guards(answer.when, said, case) or "its guards never hold together"
                    yield Dead("M513", "answer", answer.id, f"the answer `{answer.id}` is never offered: {reason}")


def _why(point: Point, case: Case, said: Reachable) -> str:
    if point.when:
        reason = _guards(point.when, said, case)
        if reason:
            return reason
    if point.replies:
        replied = [id for id in point.replies_to if id in said.points or id in said.answers or id in case.head]
        return (
            "no time is ever kept for the reply, or none is left for it"
            if replied
            else "nothing it replies to can be said"
        )
    if point.when:
        return "its guards never hold together"
    return "time is always up before it" if case.points_under.get(point.head or "") else "its head cannot be announced"


def _guards(guards: tuple[Guard, ...], said: Reachable, case: Case) -> str:
    """The guard that is never true, in words; empty if each is true somewhere."""
    ever = said.points | said.answers
    for guard in guards:
        if guard.wanted and guard.said not in ever:
            return f"its guard wants `{guard.said}` to have been said, and that is never said"
        if guard.wanted and guard.said in case.answers:
            return f"its guard wants `{guard.said}` to have been said, and that never comes before it"
        if guard.wanted:
            return f"its guard wants `{guard.said}` to have been said, and where it stands that is never so"
        return f"its guard wants `{guard.said}` not to have been said, and where it stands it always has been"
    return ""


# -- choices that are the same -------------------------------------------------------------------------------------------


def _same(case: Case, form: Format | None) -> Iterator[Dead]:
    attacked = (
        {attack.target for argument in case.arguments.values() for attack in argument.attacks}
        | {target for answer in case.answers.values() for target in (*answer.retracts, *answer.contradicts)}
        | {target for answer in case.answers.values() if answer.concedes for target in answer.concedes.gives_up}
    )
    read = {guard.said for guard in _all_guards(case)} | {id for point in case.points for id in point.replies_to}
    for question in case.questions.values():
        seen: dict[object, str] = {}
        for answer in question.answers:
            if answer.id in attacked or answer.id in read or answer.follow_ups:
                continue
            cost = answer_cost(answer, case, form) if form is not None else 0
            key = _consequence(question, answer), cost
            if key in seen:
                yield Dead(
                    "M517",
                    "choices",
                    answer.id,
                    f"`{answer.id}` and `{seen[key]}` have every consequence in common: nothing turns on the choice",
                )
            else:
                seen[key] = answer.id


def _consequence(question: Question, answer: Answer) -> object:
    """Everything an answer does besides its words: no two answers should do all the same."""
    argument = replace(answer.argument, id="") if isinstance(answer.argument, Argument) else None
    return (
        fit(question, answer),
        answer.manner,
        argument,
        answer.concedes,
        answer.retracts,
        answer.contradicts,
        answer.outside,
        answer.overclaims,
        answer.picks,
        answer.right,
        answer.marks,
        answer.when,
        answer.reply,
    )


def _all_guards(case: Case) -> Iterator[Guard]:
    for point in case.points:
        yield from point.when
    for question in case.questions.values():
        yield from question.when
        for answer in question.answers:
            yield from answer.when


_MEND = {
    "M510": "change its guards, or leave more time before it; or delete it",
    "M511": "change its guards or those of what it follows; or delete it",
    "M512": "add to `who` a purpose or a principle of a judge who sits, or leave `who` out",
    "M513": "change its `when`, or delete the answer",
    "M514": "give it a stronger argument, or principles that a judge on this bench holds; or leave it, if the bench is not to find it",
    "M515": "see what keeps the judges who come there from that position; it may be left, if the bench is not to go that way",
    "M516": "make the attacker stronger, or give it a modality (a hypothetical: principles) to which a judge on the bench listens; or leave it out",
    "M517": "give the two different manners, arguments or concessions, or make one answer of them",
}
"""How each is mended."""


def dead_problems(case: Case | None, found: Iterable[Dead]) -> tuple[Diagnostic, ...]:
    """Dead content as diagnostics, located in the case file."""
    if case is None:
        return ()
    keys = _keys(case)
    return tuple(
        Diagnostic(
            dead.code,
            dead.reason,
            keys.get((dead.what, dead.id), ()),
            help=_MEND.get(dead.code, ""),
            severity=PROOF_CODES[dead.code][1],
        )
        for dead in found
    )


def _keys(case: Case) -> dict[tuple[str, str], Key]:
    """Where in the case file each thing stands."""
    from moot.case.problems.notes import asked

    keys: dict[tuple[str, str], Key] = {}
    for n, point in enumerate(case.points):
        keys["point", point.id] = ("points", n)
        for a, attack in enumerate(point.argument.attacks):
            keys["attack", f"{point.id} > {attack.target}"] = ("points", n, "attacks", a)
    for n, issue in enumerate(case.issues):
        for p, position in enumerate(issue.positions):
            keys["position", f"{issue.id}.{position.id}"] = ("issues", n, "positions", p)
    for n, node in enumerate(case.tree.nodes):
        for name, _ in node.then:
            keys["branch", f"{node.id}.{name}"] = ("tree", "nodes", n, "then", name)
    for key, question, _ in asked(case):
        keys["question", question.id] = keys["choices", question.id] = key
        for a, answer in enumerate(question.answers):
            keys["answer", answer.id] = keys["choices", answer.id] = keys["attack", answer.id] = (*key, "answers", a)
            for b, attack in enumerate(answer.argument.attacks if answer.argument else ()):
                keys["attack", f"{answer.id} > {attack.target}"] = (*key, "answers", a, "argument", "attacks", b)
    return keys
