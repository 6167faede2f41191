"""The lectern as plain data: clock, lights, bench, plan, and the choices of the moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from moot.plain.menu import NumberedMenu, Option
from moot.round.clock import clock_face
from moot.round.round import Round
from moot.sitting.events import Event
from moot.sitting.showing.choices import Choice, choices
from moot.sitting.showing.look import View, head_title, seated, view
from moot.sitting.words.spoken import judge_name

__all__ = ["menu_data", "view_data"]


def view_data(round: Round, told: Sequence[Event]) -> dict[str, Any]:
    """What stands at the top of the page and beside the transcript."""
    shown = view(round, told)
    return {
        "role": _role(round, shown),
        "side": shown.side.value if shown.side else "",
        "counsel": shown.counsel,
        "clock": clock_face(max(shown.clock, 0)) if shown.turn else "",
        "share": shown.clock / shown.total if shown.turn and shown.total else 0,
        "white": shown.white,
        "red": shown.red,
        "head": head_title(round.case, shown.head),
        "place": shown.place,
        "heads": shown.heads,
        "points_left": shown.points_left,
        "reply": bool(shown.turn and shown.turn.replies),
        "reserve": clock_face(shown.reserve) if shown.reserve else "",
        "seats": _seats(round, shown),
        "plan": [{"title": row.title, "state": row.state, "point": row.point} for row in shown.plan],
    }


def _role(round: Round, shown: View) -> str:
    if shown.turn is None:
        return ""
    return shown.turn.name if shown.turn.replies else round.case.party(shown.turn.side).called


def _seats(round: Round, shown: View) -> list[dict[str, Any]]:
    faces = {seat.judge: seat for seat in shown.seats}
    out = []
    for id in seated([judge.id for judge in round.bench.judges]):
        seat = faces.get(id)
        look = seat.look if seat else None
        out.append(
            {
                "judge": id,
                "name": judge_name(round.bench, id),
                "glyph": look.glyph if look else "",
                "word": look.word if look else "",
                "ink": look.ink if look else "",
                "now": bool(seat and seat.now),
            }
        )
    return out


def menu_data(menu: NumberedMenu, round: Round, *, roadmap: bool) -> dict[str, Any]:
    """The choices, each with the words on it, what stands under them, and what it costs."""
    offered: list[Choice | None] = [None] * len(menu.options) if roadmap else [*choices(round)]
    state = round.position.state
    return {
        "heading": menu.heading,
        "facts": list(menu.facts),
        "answering": bool(state.pending),
        "roadmap": roadmap,
        "options": [_option(option, choice) for option, choice in zip(menu.options, offered, strict=True)],
    }


def _option(option: Option, choice: Choice | None) -> dict[str, Any]:
    if choice is None:
        return {"text": option.text, "note": "", "cost": "", "kind": "part"}
    return {
        "text": choice.title or choice.text,
        "note": choice.note,
        "cost": choice.face,
        "kind": choice.move.trigger.value,
    }
