"""The play of a case as plain data, with what is claimed of it, for `docs/check_certificate.py`.

The data say what the case is (turns, points, questions, answers, guards, costs), never how it is played; the checker has an account of the
rules of its own. The claims come from the reference explorer.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from moot.case import Answer, Case, ConcessionKind, Guard, Point, Question
from moot.case.formats import Format, heads_for, segment_number
from moot.proof.reference.compile import Model, compile_model, gc_paused
from moot.proof.reference.explore import Exploration, explore, upper_bounds
from moot.proof.reference.paths import count_lines
from moot.round.clock import answer_cost, ask_cost, point_cost, roadmap_cost
from moot.round.formats import format_of
from moot.round.heads.liveness import section_of
from moot.round.heads.stretches import breaks, cut_up
from moot.round.rules import Rules, rules_for
from moot.round.turns.phases import course_of

__all__ = ["CERTIFICATE_FORMAT", "certificate_document"]

CERTIFICATE_FORMAT = "moot-certificate/1"

_BITS = 8
"""How many bits of a reserve each reply has (:mod:`moot.round.turns.reserve`)."""


def certificate_document(case: Case, source: bytes, format: str | Format | None = None) -> dict[str, Any]:
    """The certificate of a case read from a file with these bytes.

    Raises :class:`~moot.proof.reference.compile.TooLarge` where not every line can be covered.
    """
    form = format_of(case, format)
    return {
        "format": CERTIFICATE_FORMAT,
        "case": case.id,
        "source": hashlib.sha256(source).hexdigest(),
        "argument": form.id,
        "roadmap_ticks": roadmap_cost(case, form),
        "segments": _segments(case, form),
        "points": [_point(case, form, point) for point in case.points],
        "claims": _claims(rules_for(case, form)),
    }


def _segments(case: Case, form: Format) -> list[dict[str, Any]]:
    """The turns. ``slot`` is the place in a reserve (in bits) of the time kept for a reply, ``keeps`` that of the reply it keeps for."""
    return [
        {
            "id": turn.segment.id,
            "side": turn.segment.side.value,
            "ticks": turn.segment.ticks,
            "replies": turn.segment.replies,
            "reserves": list(turn.segment.reserves),
            "heads": [head.id for head in heads_for(case, form, turn.segment)],
            "slot": None if turn.slot is None else turn.slot * _BITS,
            "keeps": None if turn.keeps is None else turn.keeps * _BITS,
        }
        for turn in course_of(form).turns
    ]


def _point(case: Case, form: Format, point: Point) -> dict[str, Any]:
    """A point. ``lost`` are pairs: it is out of the case once any of the first is said, unless any of the second is."""
    number = segment_number(case, form, point)
    places = breaks(point)
    return {
        "id": point.id,
        "head": point.head or "",
        "section": section_of(point),
        "turn": form.segments[number].id if number is not None else "",
        "when": _guards(point.when),
        "opened_by": sorted(_opened_by(case, point)) if point.replies else [],
        "lost": _lost(case, point),
        "stretches": list(cut_up(point_cost(point, case, form), 1 + len(places))),
        "breaks": [[_question(case, form, question) for question in place] for place in places],
    }


def _question(case: Case, form: Format, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "ticks": ask_cost(question, case, form),
        "when": _guards(question.when),
        "answers": [_answer(case, form, answer) for answer in question.answers],
    }


def _answer(case: Case, form: Format, answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "ticks": answer_cost(answer, case, form),
        "when": _guards(answer.when),
        "follow_ups": [_question(case, form, each) for each in answer.follow_ups],
    }


def _guards(guards: tuple[Guard, ...]) -> list[list[str]]:
    return [["said" if guard.wanted else "unsaid", guard.said] for guard in guards]


def _opened_by(case: Case, point: Point) -> set[str]:
    """What a reply replies to; a head means its points."""
    return {
        said
        for id in point.replies_to
        for said in ([under.id for under in case.points_under[id]] if id in case.head else [id])
    }


def _lost(case: Case, point: Point) -> list[list[list[str]]]:
    """Worked out from the case, not asked of the rules: a concession of law can be taken back, anything else stands."""
    found: dict[frozenset[str], set[str]] = {}
    for answer in case.answers.values():
        if point.id in answer.retracts:
            found.setdefault(frozenset(), set()).add(answer.id)
        if answer.concedes is not None and point.id in answer.concedes.gives_up:
            law = answer.concedes.kind is ConcessionKind.LAW
            back = frozenset(each.id for each in case.answers.values() if answer.id in each.retracts) if law else ()
            found.setdefault(frozenset(back), set()).add(answer.id)
    return [[sorted(by), sorted(unless)] for unless, by in found.items()]


# -- what is claimed -----------------------------------------------------------------------------------------------------


def _claims(rules: Rules) -> dict[str, Any]:
    with gc_paused():
        model = compile_model(rules)
        bound, longest = upper_bounds(model)
        reach = explore(model, longest)
        lines = count_lines(model, reach.slots, bound, reach.longest)
    return {
        "control_states": sum(1 for clocks in reach.clocks if clocks),
        "states": reach.states,
        "moves": reach.moves,
        "paths": str(lines.count),
        "total_length": str(lines.total),
        "shortest": reach.shortest,
        "longest": reach.longest,
        "digest": _digest(model, reach, rules),
    }


def _digest(model: Model, reach: Exploration, rules: Rules) -> str:
    """One number for all that is reached: every control state, as text, with its clocks."""
    named = ["+".join(sorted(flag.said)) for flag in rules.flags]
    rows = []
    for n, state in enumerate(model.states):
        if reach.clocks[n]:
            row = [
                sorted(map(str, part)) if isinstance(part, frozenset) else int(part) if isinstance(part, bool) else part
                for part in state[:-1]
            ]
            rows.append(json.dumps([*row, sorted(named[flag] for flag in state.flags), reach.ticks(n)]))
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()
