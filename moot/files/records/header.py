"""The first line of a record: what must be known to play it again."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any

from moot.bench.persona import Bench, Judge, Voice
from moot.case import Case, Side
from moot.case.fingerprint import prose_hash, structure_hash
from moot.errors import RecordError
from moot.files.records.lines import seal
from moot.files.text import clean
from moot.round.formats import Format
from moot.round.text.format import MOST_TEXT, format_from_text, format_text, is_at_hand

__all__ = ["RECORD_FORMAT", "Header", "judge_hash", "new_header", "read_header"]

RECORD_FORMAT = "record/1"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 100
_LONGEST_TEXT = 200
_LONGEST = {"bench_name": 2000, "form": MOST_TEXT}


@dataclass(frozen=True, slots=True)
class Header:
    """What must be known to play a record again. ``started`` is an ISO time.

    ``side`` may be ``both``, or one speaker of a side (``petitioner-2``).
    ``case``, ``bench`` and ``bench_name`` are ids (a bench put together judge by judge is named by theirs, with commas),
    never paths: a record may come from anywhere. ``judges`` has a fingerprint of each judge in the order of ``bench``;
    records made before there were any have none. ``assignment`` is the id of the assignment it answers, ``due`` its last day; empty for none.
    ``form`` is the format itself where ``format`` names none that moot ships or the case defines.
    """

    case: str
    case_version: int
    structure: str
    prose: str
    bench: tuple[str, ...]
    bench_name: str
    format: str
    seed: int
    heat: str
    side: str
    opponent: str
    opponent_seed: int
    started: str
    mode: str
    judges: tuple[str, ...] = ()
    assignment: str = ""
    due: str = ""
    form: str = ""

    @property
    def argument(self) -> str | Format:
        """The format of argument: a name, or, where the record carries one of its own, the format itself."""
        return format_from_text(self.form) if self.form else self.format

    @property
    def late(self) -> bool:
        """Whether the sitting began after the last day of its assignment."""
        return bool(self.due) and self.started[:10] > self.due

    @property
    def human(self) -> Side | None:
        """The side a person argued; None for both. Raises :class:`~moot.errors.RecordError` where it is not a side."""
        whose = self.side.partition("-")[0]
        if whose == "both":
            return None
        try:
            return Side(whose)
        except ValueError:
            raise RecordError(f"the record says that a person argued {self.side!r}, which is no side") from None

    @property
    def argued(self) -> tuple[Side, ...]:
        """The side or sides a person argued."""
        return tuple(Side) if self.human is None else (self.human,)

    @property
    def speaker(self) -> int | None:
        """The speaker a person was, where they were one of two: ``petitioner-2``; None for all of a side's speakers."""
        number = self.side.partition("-")[2]
        return int(number) if number in ("1", "2") else None

    def line(self) -> str:
        """The header as it stands in the file."""
        values = asdict(self)
        for name in ("assignment", "due", "form"):
            if not values[name]:
                del values[name]
        return seal({"moot": RECORD_FORMAT, **values})


def new_header(
    case: Case,
    bench: Bench,
    *,
    format: str | Format,
    seed: int,
    heat: str = "normal",
    side: str = "petitioner",
    opponent: str = "scripted",
    opponent_seed: int = 0,
    mode: str = "training",
    started: str | None = None,
    assignment: str = "",
    due: str = "",
) -> Header:
    """The header of a sitting that begins now, or at ``started``."""
    return Header(
        case=case.id,
        case_version=case.version,
        structure=structure_hash(case),
        prose=prose_hash(case),
        bench=tuple(judge.id for judge in bench.judges),
        bench_name=bench.id,
        format=format if isinstance(format, str) else format.id,
        seed=seed,
        heat=heat,
        side=side,
        opponent=opponent,
        opponent_seed=opponent_seed,
        started=started or datetime.now(UTC).isoformat(timespec="seconds"),
        mode=mode,
        judges=tuple(judge_hash(judge) for judge in bench.judges),
        assignment=assignment,
        due=due,
        form="" if isinstance(format, str) or is_at_hand(format, case) else format_text(format),
    )


def judge_hash(judge: Judge) -> str:
    """A fingerprint of how a judge decides and asks: everything but the voice and the note."""
    parts = [
        (item.name, _plain(getattr(judge, item.name)))
        for item in fields(judge)
        if item.name != "note" and not isinstance(getattr(judge, item.name), Voice)
    ]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]


def _plain(value: Any) -> Any:
    """The value as tuples, the same however its mappings and sets are ordered."""
    if isinstance(value, Mapping):
        return tuple(sorted((str(key), _plain(each)) for key, each in value.items()))
    if isinstance(value, frozenset | set):
        return tuple(sorted(map(str, value)))
    if isinstance(value, tuple | list):
        return tuple(_plain(each) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return tuple((item.name, _plain(getattr(value, item.name))) for item in fields(value))
    return str(value)


def read_header(found: dict[str, Any] | None, where: str) -> Header:
    """The header of a record, checked. Raises :class:`~moot.errors.RecordError`, in one line."""
    if found is None or "moot" not in found:
        raise RecordError(f"{where} is not a record of moot")
    if found["moot"] != RECORD_FORMAT:
        version = clean(str(found["moot"]), 40)
        raise RecordError(f"{where} was made by another version of moot ({version}); this one reads {RECORD_FORMAT}")
    values: dict[str, Any] = {}
    for item in fields(Header):
        if item.name not in found and item.default is not dataclasses.MISSING:
            continue
        value = found.get(item.name)
        if item.name in ("bench", "judges"):
            right = isinstance(value, list) and all(isinstance(judge, str) for judge in value)
            value = tuple(clean(judge, _LONGEST_TEXT) for judge in value) if right and isinstance(value, list) else ()
        elif item.type == "int":
            right = type(value) is int
        else:
            right = isinstance(value, str)
            value = clean(str(value), _LONGEST.get(item.name, _LONGEST_TEXT))
        if not right:
            raise RecordError(f"{where}: the header has no good `{item.name}`")
        values[item.name] = value
    header = Header(**values)
    _ids(header, where)
    try:
        header.argument  # noqa: B018 (it is read here, so that a bad one is refused here)
    except ValueError as error:
        raise RecordError(f"{where}: the header has no good `form`: {clean(str(error), 80)}") from None
    return header


def _ids(header: Header, where: str) -> None:
    """Refuse whatever is not an id: a path in a record could name any file of the reader's machine."""
    for name, values in (
        ("case", (header.case,)),
        ("bench_name", tuple(header.bench_name.split(","))),
        ("bench", header.bench),
        ("assignment", (header.assignment,) if header.assignment else ()),
    ):
        for value in values:
            if len(value) > _LONGEST_ID or not _ID.fullmatch(value):
                raise RecordError(f"{where}: `{clean(value, 60)}` under `{name}` in the header is not an id")
