"""What the SPIN model covers of the rules. Anything else is refused: half a model would find no error in what it leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import MISSING, fields

from moot.case import Case, Guard
from moot.case.formats import format_problems
from moot.errors import MootError
from moot.round import moves
from moot.round.control_state import ControlState, Transition
from moot.round.formats import Format, Segment
from moot.round.turns.phases import PhaseChange, Trigger, course_of

__all__ = ["NotModelled", "refuse_unmodelled"]


class NotModelled(MootError):
    """The rules have something that the SPIN model does not."""


_TRIGGERS = frozenset(
    {
        "ROADMAP", "PLEAD", "RESUME", "TURN", "SIT", "ASK", "PASS", "ANSWER", "CALL", "RED_LIGHT", "NO_REPLY",
        "NO_HEADS", "CONFER", "DECIDE",
    }
)  # fmt: skip
_MOVES = frozenset({"Roadmap", "Plead", "Resume", "Turn", "Sit", "GiveAnswer", "Ask", "Pass"})
_FORMAT = frozenset({"id", "title", "segments", "pace", "source"})
_SEGMENT = frozenset({"id", "side", "ticks", "speaker", "replies", "reserves", "protected"})
_STATE = frozenset(
    {"phase", "bench", "reserve", "left", "head", "said", "point", "cut", "part", "menu", "pending", "flags"}
)
_TRANSITION = frozenset({"move", "cost", "next", "on_expiry", "reserves", "half", "full", "full_on_expiry"})
_GUARD = frozenset({"said", "wanted"})


def refuse_unmodelled(case: Case, form: Format) -> None:
    """Raise :class:`NotModelled` where the rules or the format have a part that the model knows nothing of."""
    unknown = [
        *_more("change of phase", _changes(course_of(form).transitions), _expected(form)),
        *_more("trigger", [trigger.name for trigger in Trigger], _TRIGGERS),
        *_more("kind of move", [kind.__name__ for kind in moves.Move.__subclasses__()], _MOVES),
        *_more("part of a control state", ControlState._fields, _STATE),
        *_more("part of a transition", Transition._fields, _TRANSITION),
        *_more("part of a guard", Guard._fields, _GUARD),
        *_more("setting of the format", _set(form), _FORMAT),
        *_more("setting of a segment", [name for segment in form.segments for name in _set(segment)], _SEGMENT),
    ]
    missing = _expected(form) - set(_changes(course_of(form).transitions))
    if missing:
        unknown.append(f"a course without {', '.join(f'`{each}`' for each in sorted(missing))}")
    unknown += [f"a format where {fault}" for _, fault, _ in format_problems(form)]
    if unknown:
        raise NotModelled(
            f"{case.id} cannot be exported in the format {form.id}: the SPIN model does not know {'; '.join(unknown)}"
        )


def _more(what: str, names: Iterable[str], known: Collection[str]) -> list[str]:
    return [f"the {what} `{name}`" for name in names if name not in known]


def _changes(transitions: Iterable[PhaseChange]) -> list[str]:
    return [f"{change.source.value} > {change.trigger.value} > {change.dest.value}" for change in transitions]


def _expected(form: Format) -> frozenset[str]:
    """The changes of phase that the model has for these segments, in its own words, so that another one is noticed."""
    found = ["submitted > confer > conference", "conference > decide > decided"]
    after = "submitted"
    for segment in reversed(form.segments):
        road, speaks, asks = (f"{segment.id} {part}" for part in ("roadmap", "submission", "question"))
        found += [f"{speaks} > {move} > {speaks}" for move in ("plead", "resume", "turn", "pass")]
        found += [f"{speaks} > {end} > {after}" for end in ("sit", "red light")]
        found += [f"{speaks} > ask > {asks}", f"{asks} > ask > {asks}", f"{asks} > answer > {asks}"]
        found += [f"{asks} > pass > {speaks}", f"{asks} > red light > {after}"]
        if segment.replies:
            found += [] if segment.ticks else [f"{speaks} > no reply > {after}"]
        else:
            found += [f"{road} > roadmap > {speaks}"]
            two = any(each.speaker > 1 for each in form.segments if each.side is segment.side and not each.replies)
            found += [f"{road} > no heads > {after}"] if two else []
        after = speaks if segment.replies else road
    return frozenset([*found, f"called > call > {after}"])


def _set(value: Format | Segment) -> list[str]:
    """The settings that are not at their default; one without a default is always set."""
    found = []
    for each in fields(value):
        default = each.default if each.default_factory is MISSING else each.default_factory()
        if default is MISSING or getattr(value, each.name) != default:
            found.append(each.name)
    return found
