"""A position of play as one line of text, and back.

The phase comes first, then what is not at its default, each as a word and its values::

    petitioner question; clock 14; reserve 8; left causation; head standard; said p-shock; point p-shock; ...

Names stand in the order of the alphabet, except in ``menu``, where the order is that of the choices. The numbers under
``flags`` are those of the case (:mod:`moot.round.heads.liveness`), so a text is read with the case it was written of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from moot.case import Heard
from moot.errors import InvalidPosition
from moot.round.control_state import ControlState
from moot.round.turns.phases import Phase
from moot.round.turns.reserve import MOST_KEPT, all_kept, keep

__all__ = ["read_position", "write_position"]

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_NUMBER = re.compile(r"[0-9]{1,6}")

_SETS = ("left", "said", "flags", "half", "full", "answers", "conceded", "retracted")
_WORDS = ("head", "point", "pending")
_YES = ("bench", "cut")
_NUMBERS = ("clock", "reserve", "part", "flags")
_KNOWN = ("clock", "reserve", "part", "menu", *_SETS, *_WORDS, *_YES)


def write_position(state: ControlState, clock: int, heard: Heard) -> str:
    """The position as text; equal positions give equal texts."""
    phase, bench, reserve, left, head, said, point, cut, part, menu, pending, flags = state
    parts = [
        phase.value,
        "bench" if bench else "",
        f"clock {clock}",
        _listed("reserve", map(str, all_kept(reserve))),
        _listed("left", sorted(left)),
        _listed("head", [head]),
        _listed("said", sorted(said)),
        _listed("point", [point]),
        "cut" if cut else "",
        f"part {part}" if part else "",
        _listed("menu", menu),
        _listed("pending", [pending]),
        _listed("flags", map(str, sorted(flags))),
        *(_listed(name, sorted(ids)) for name, ids in zip(Heard._fields, heard, strict=True)),
    ]
    return "; ".join(part for part in parts if part)


def read_position(text: str) -> tuple[ControlState, int, Heard]:
    """What :func:`write_position` was given. Raises :class:`~moot.errors.InvalidPosition`."""
    first, *rest = (" ".join(part.split()) for part in text.strip().split(";"))
    try:
        phase = Phase(first)
    except ValueError:
        raise InvalidPosition(f"a position begins with a phase, not with {first[:40]!r}") from None
    found: dict[str, tuple[str, ...]] = {}
    for part in rest:
        name, _, values = part.partition(" ")
        if name not in _KNOWN:
            raise InvalidPosition(f"{name[:40]!r} is no part of a position; known: {', '.join(_KNOWN)}")
        if name in found:
            raise InvalidPosition(f"a position has only one `{name}`")
        found[name] = _values(name, values)
    missing = {"clock"} - found.keys()
    if missing:
        raise InvalidPosition("a position says how many ticks are left: clock 14")

    def number(name: str) -> int:
        return int(found[name][0]) if name in found else 0

    def word(name: str) -> str:
        return found[name][0] if name in found else ""

    def ids(name: str) -> frozenset[str]:
        return frozenset(found.get(name, ()))

    reserve = 0
    for slot, ticks in enumerate(found.get("reserve", ())):
        if int(ticks) > MOST_KEPT:
            raise InvalidPosition(f"no more than {MOST_KEPT} ticks can be reserved")
        reserve = keep(reserve, slot, int(ticks))
    state = ControlState(
        phase,
        "bench" in found,
        reserve,
        ids("left"),
        word("head"),
        ids("said"),
        word("point"),
        "cut" in found,
        number("part"),
        found.get("menu", ()),
        word("pending"),
        frozenset(int(flag) for flag in found.get("flags", ())),
    )
    return state, number("clock"), Heard(*(ids(name) for name in Heard._fields))


def _listed(name: str, values: Iterable[str]) -> str:
    listed = ",".join(values)
    return f"{name} {listed}" if listed else ""


def _values(name: str, text: str) -> tuple[str, ...]:
    """The values after a word, each of the form that the word takes."""
    if name in _YES:
        if text:
            raise InvalidPosition(f"`{name}` takes no value")
        return ()
    form = _NUMBER if name in _NUMBERS else _ID
    values = tuple(text.split(","))
    if name not in (*_SETS, "menu", "reserve") and len(values) > 1:
        raise InvalidPosition(f"`{name}` takes one value, not {len(values)}")
    for value in values:
        if not form.fullmatch(value):
            raise InvalidPosition(f"`{name}` takes {'numbers' if form is _NUMBER else 'ids'}, not {value[:40]!r}")
    return values
