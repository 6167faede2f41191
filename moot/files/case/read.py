"""Read a case file: YAML, shape, meaning. Every problem comes back at once."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from moot.case import Case
from moot.case.problems import problems
from moot.case.stock import with_stock
from moot.errors import Diagnostic, did_you_mean
from moot.files.case.build import build_case
from moot.files.case.schema import CASE
from moot.files.case.short.cures import in_short
from moot.files.case.short.expand import expanded
from moot.files.case.todo import without_echoes, written_later
from moot.files.folders import list_benches, read_bytes
from moot.files.formats.read import misfits_of, named_format
from moot.files.schema.renamed import renamed
from moot.files.schema.shapes import Reading
from moot.files.yaml.read import YamlDocument
from moot.files.yaml.repairs import parse_past
from moot.round.formats import FORMATS, format_of

__all__ = ["read_case", "read_case_text", "written_out"]


def read_case(path: str | os.PathLike[str]) -> tuple[Case | None, list[Diagnostic]]:
    """The case in this file and what is wrong with it; no case when anything is an error.

    Raises :class:`~moot.errors.MootError` when the file cannot be read at all.
    """
    path = Path(path)
    return read_case_text(read_bytes(path), str(path))


def written_out(data: bytes | str, file: str) -> YamlDocument:
    """The document with everything short written out, so that each key of the long form has its place."""
    return expanded(renamed(parse_past(data, file)))


def read_case_text(data: bytes | str, file: str) -> tuple[Case | None, list[Diagnostic]]:
    """The same, of text that need not be in a file. ``file`` is the name for messages."""
    document = written_out(data, file)
    found = list(document.problems)
    case: Case | None = None
    if document.value is not None:
        case, more = _read(document)
        todo = written_later(document)
        found = document.worth_telling([*found, *in_short(document, without_echoes(more, todo)), *todo])
    found.sort(key=lambda problem: (problem.line, problem.column))
    failed = any(problem.severity == "error" for problem in found)
    return None if failed else case, found


def _read(document: YamlDocument) -> tuple[Case | None, list[Diagnostic]]:
    assert document.value is not None
    reading = Reading(document)
    values = CASE.read(document.value, reading)
    found = reading.problems
    if values is None or reading.broken:
        return None, found
    stem = Path(document.file).stem
    if document.file.endswith((".yaml", ".yml")) and values["id"] != stem:
        reading.path.append("id")
        reading.tell(
            "M116",
            f"the id is `{values['id']}` but the file is called `{stem}`",
            "give both one name",
            "warning",
        )
        reading.path.pop()
    if values["bench"] not in list_benches():
        reading.path.append("bench")
        near = did_you_mean(values["bench"], list_benches())
        help = (
            f"did you mean `{near}`?" if near else f"known: {', '.join(list_benches())}; `moot new bench` makes another"
        )
        reading.tell("M211", f"no bench is called `{values['bench']}`", help, "warning")
        reading.path.pop()
    case = build_case(values)
    misfits = []
    if case.form is None and case.argument not in FORMATS:
        form, told = named_format(case.argument, document.file)
        misfits += told
        case = replace(case, form=form)
    if case.form is not None or case.argument in FORMATS:
        misfits += misfits_of(case, format_of(case))
    shaped = {problem.key for problem in found if problem.severity == "error"}
    above = {key[:length] for key in shaped for length in range(len(key) + 1)}
    for problem in (*problems(case), *misfits):
        if problem.file:
            found.append(problem)  # of the format's own file
            continue
        key = problem.key
        # What lies within a place that is wrong in shape, or holds one, would only repeat it.
        if key not in above and not any(key[:length] in shaped for length in range(len(key))):
            found.append(document.located(problem))
    if any(problem.severity == "error" for problem in found):
        return None, found  # its own questions may lack the words that stock questions are made of
    return (with_stock(case) if values["stock"] else case), found
