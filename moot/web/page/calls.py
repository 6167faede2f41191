"""What the page asks of Python: a call by name, with its arguments as JSON, answered as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.errors import MootError
from moot.files.records.reading import parse_record
from moot.web.page.face import Data, Face

if TYPE_CHECKING:
    from moot.web.page.practice import PagePractice

__all__ = ["call"]

_SHOWN: list[Face] = []
_PRACTICE: list[PagePractice] = []
_PRACTISES = ("answer", "hint", "view", "skip")
_SAYS = ("choose", "undo", "brief", "record", "why", "conference", "debrief", "retry", "transcript")


def call(name: str, arguments: str) -> str:
    """Do what the page asks: the name of a call and its arguments as JSON; the answer as JSON, or ``{"error": line}``."""
    try:
        return json.dumps(_call(name, json.loads(arguments)), ensure_ascii=False)
    except MootError as error:
        return json.dumps({"error": str(error)}, ensure_ascii=False)


def _call(name: str, arguments: Sequence[Any]) -> Data:
    if name in {"new", "resume"}:
        face = Face.new(*arguments) if name == "new" else Face.resumed(*arguments)
        _SHOWN[:] = [face]
        return face.begin()
    if name == "history":
        return _history()
    if name == "practice":
        return _practice(*arguments)
    if name.removeprefix("practice-") in _PRACTISES and _PRACTICE:
        told: Data = getattr(_PRACTICE[0], name.removeprefix("practice-"))(*arguments)
        return told
    if name == "check":
        return _check(*arguments)
    if name not in _SAYS or not _SHOWN:
        raise MootError(f"The page has no call {name!r} now.")
    if name == "retry":
        _SHOWN[:] = [_SHOWN[0].retry(*arguments)]
        return _SHOWN[0].begin()
    answer: Data = getattr(_SHOWN[0], name)(*arguments)
    return answer


def _practice(case: str, judge: str = "") -> Data:
    """A drill of this case, or ten questions of one judge: the first question."""
    from moot.web.page.practice import drill_of, hot_seat_of

    _PRACTICE[:] = [hot_seat_of(case, judge) if judge else drill_of(case)]
    return _PRACTICE[0].begin()


def _check(text: str, name: str) -> Data:
    """What a record that is being loaded holds. Raises ``RecordError`` for what is not a record."""
    data = parse_record(text.encode(), Path(name)).data
    return {"case": data.header.case, "moves": len(data.moves)}


def _history() -> Data:
    """The sittings so far, skill by skill and seat by seat: what ``moot history`` tells of the records kept in the page."""
    from datetime import UTC, datetime

    from moot.files.records import readable
    from moot.plain.history import history_lines
    from moot.sitting.practice.played import played, started_of
    from moot.study.history import past, progress
    from moot.web.page import written

    found = []
    left_out: list[str] = []
    for each in played(readable(left_out.append), left_out.append):
        header = each.data.header
        name, started = each.data.path.name, started_of(header)
        found += [past(each.round, side, record=name, started=started, mode=header.mode) for side in each.sides]
    if not found:
        raise MootError("No sitting is kept here yet.")
    told = written.told(
        list(history_lines(progress(found, datetime.now(UTC).date()), drawn=False)), "history", "So far"
    )
    return {"sections": told, "notes": left_out}
