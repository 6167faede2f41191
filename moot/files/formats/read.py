"""Read a format file, find the format that a case names, and say where the two do not fit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from moot.case import Case, Side
from moot.case.formats import Format, Segment, format_problems, heads_for
from moot.errors import CaseError, Diagnostic, Key, MootError, did_you_mean
from moot.files.folders import find, kind_of, read_bytes
from moot.files.formats.schema import FORMAT
from moot.files.schema.renamed import renamed
from moot.files.schema.shapes import Reading
from moot.files.yaml.read import parse
from moot.round.formats import FORMATS, usual_id

__all__ = ["build_format", "load_format", "misfits_of", "named_format", "read_format", "read_format_text"]


def load_format(name: str | os.PathLike[str]) -> Format:
    """The shipped format of this name, or the one in a file.

    Raises :class:`~moot.errors.UnknownName`, :class:`~moot.errors.CaseError` or :class:`~moot.errors.MootError`.
    """
    if isinstance(name, str) and name in FORMATS:
        return FORMATS[name]
    form, found = read_format(find("format", name, {id: Path(id) for id in FORMATS}))
    if form is None:
        raise CaseError([problem for problem in found if problem.severity == "error"])
    return form


def read_format(path: str | os.PathLike[str]) -> tuple[Format | None, list[Diagnostic]]:
    """The format in this file and what is wrong with it; no format when anything is an error."""
    path = Path(path)
    return read_format_text(read_bytes(path), str(path))


def read_format_text(data: bytes | str, file: str) -> tuple[Format | None, list[Diagnostic]]:
    """The same, of text that need not be in a file."""
    document = renamed(parse(data, file))
    found = list(document.problems)
    form: Format | None = None
    if document.value is not None:
        reading = Reading(document)
        values = FORMAT.read(document.value, reading)
        stem = Path(file).stem
        if values and file.endswith((".yaml", ".yml")) and values["id"] not in ("", stem):
            reading.path.append("id")
            message = f"the id is `{values['id']}` but the file is called `{stem}`"
            reading.tell("M116", message, "give both one name", "warning")
        found += reading.problems
        if values is not None and not reading.broken:
            form = build_format(values)
            found += [document.located(problem) for problem in _problems(form, ())]
    found.sort(key=lambda problem: (problem.line, problem.column))
    failed = any(problem.severity == "error" for problem in found)
    return (None if failed else form), found


def build_format(values: dict[str, Any]) -> Format:
    """The format that the values of a file describe."""
    segments = tuple(
        Segment(
            item["id"] or usual_id(item["side"], item["speaker"], replies=item["replies"]),
            item["side"],
            int(item["minutes"]),
            item["speaker"],
            item["replies"],
            tuple(dict.fromkeys(item["reserves"])),
            int(item["protected"]),
        )
        for item in values["segments"]
        if item is not None
    )
    return Format(values["id"], values["title"], segments, values["pace"], values["source"])


def _problems(form: Format, key: Key) -> Iterator[Diagnostic]:
    for number, message, help in format_problems(form):
        place = ("segments",) if number is None else ("segments", number)
        yield Diagnostic("M150", message, (*key, *place), help)


def named_format(name: str, file: str) -> tuple[Format | None, list[Diagnostic]]:
    """The format that a case in ``file`` names where moot ships none of that name: one in a file beside the case."""
    beside = Path(file).parent / f"{name}.yaml"
    try:
        if file and kind_of(read_bytes(beside)) == "format":
            return read_format(beside)
    except MootError:
        pass
    near = did_you_mean(name, FORMATS)
    help = f"did you mean `{near}`?" if near else f"write one of: {', '.join(FORMATS)}"
    help += f"; or put {name}.yaml beside the case (`moot new format {name}`)"
    return None, [Diagnostic("M104", f"no format is called `{name}`", ("argument",), help)]


def misfits_of(case: Case, form: Format) -> Iterator[Diagnostic]:
    """Where a case and the format it is usually argued in do not fit; a format written out in the case is looked at too."""
    if case.form is not None:
        yield from _problems(case.form, ("argument",))
    for index, point in enumerate(case.points):
        if point.replies and form.reply_of(point.side) is None:
            yield Diagnostic(
                "M404",
                f"`{point.id}` is a reply, and {point.side} has none in the format `{form.id}`",
                ("points", index, "side"),
                _who_replies(point.side),
            )
    for side in Side:
        if case.party(side).second and form.speakers(side) < 2:
            yield Diagnostic(
                "M152",
                f"{side} has two counsel, and one speaks for a side in the format `{form.id}`",
                ("sides", side.value, "counsel"),
                f"use a format with two speakers ({', '.join(two.id for two in FORMATS.values() if two.speakers(side) > 1)})",
                "warning",
            )
    for segment in form.segments:
        if not segment.replies and case.heads_of[segment.side] and not heads_for(case, form, segment):
            yield Diagnostic(
                "M151",
                f"no head of {segment.side} is left to speaker {segment.speaker}, who does not come to the lectern in `{form.id}`",
                ("heads", segment.side.value),
                "write a head for each speaker, or say `speaker:` in the heads",
                "warning",
            )


def _who_replies(side: Side) -> str:
    able = [form.id for form in FORMATS.values() if form.reply_of(side) is not None]
    shipped = (
        f"use a format in which {side} replies ({', '.join(able)})"
        if able
        else f"write a format in which {side} replies"
    )
    return f"{shipped}, or put the point under a head"
