"""Read an assignment file: YAML, shape, and whether what it names is there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moot.errors import CaseError, Diagnostic, did_you_mean
from moot.files.assignment.schema import ASSIGNMENT
from moot.files.folders import is_there, list_benches, list_cases, list_judges, read_bytes
from moot.files.formats.read import read_format
from moot.files.schema.shapes import Reading
from moot.files.yaml.read import YamlDocument, parse
from moot.round.formats import FORMATS

__all__ = ["Assignment", "load_assignment", "read_assignment"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a coach sets: one side of one case, before whom and how, how often and until when.

    ``case`` is an id, or the path of a case file. ``bench``, ``argument`` and ``seed`` are None where the case, or the clock, settles
    them; ``sittings`` is None for as many as one likes, ``due`` empty for no last day.
    """

    id: str
    title: str
    case: str
    side: str
    bench: str | None
    argument: str | None
    heat: str
    opponent: str
    seed: int | None
    mode: str
    sittings: int | None
    due: str


def load_assignment(path: str | os.PathLike[str], opponents: Iterable[str]) -> Assignment:
    """The assignment in this file. Raises :class:`~moot.errors.CaseError` with every error in it, or ``MootError``."""
    found, problems = read_assignment(path, opponents)
    if found is None:
        raise CaseError([problem for problem in problems if problem.severity == "error"])
    return found


def read_assignment(
    path: str | os.PathLike[str], opponents: Iterable[str]
) -> tuple[Assignment | None, list[Diagnostic]]:
    """The assignment in this file and what is wrong with it; none when anything is an error.

    ``opponents`` are the names of those who may argue the other side. Raises :class:`~moot.errors.MootError` when the file cannot be
    read at all.
    """
    path = Path(path)
    document = parse(read_bytes(path), str(path))
    problems = list(document.problems)
    values: dict[str, Any] | None = None
    if document.value is not None:
        reading = Reading(document)
        values = ASSIGNMENT.read(document.value, reading)
        if values is not None:
            _id(values, reading)
        problems += reading.problems
    if values is None or any(problem.severity == "error" for problem in problems):
        return None, problems
    case = _case(values["case"], path.parent)
    problems += _names(values, case, document, opponents)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    values["argument"] = _argument(values["argument"], path.parent)
    names = ("id", "title", "side", "bench", "argument", "heat", "opponent", "seed", "mode", "sittings", "due")
    return Assignment(case=case, **{name: values[name] for name in names}), problems


def _id(values: dict[str, Any], reading: Reading) -> None:
    stem = Path(reading.document.file).stem
    if values["id"] not in ("", stem):
        reading.path.append("id")
        message = f"the id is `{values['id']}` but the file is called `{stem}`"
        reading.tell("M116", message, "give both one name", "warning")
        reading.path.pop()


def _case(named: str, folder: Path) -> str:
    """The case by its id, or its path from the folder of the assignment."""
    return named if named in list_cases() else str(folder / named)


def _argument(named: str | None, folder: Path) -> str | None:
    """The format by its name, or its path from the folder of the assignment."""
    return named if named is None or named in FORMATS else str(folder / named)


def _names(values: dict[str, Any], case: str, document: YamlDocument, opponents: Iterable[str]) -> Iterable[Diagnostic]:
    """What is named and is not there."""
    if case not in list_cases() and not (case.endswith((".yaml", ".yml")) and is_there(Path(case))):
        yield document.located(_unknown("case", values["case"], list_cases(), "or the path of a case file from here"))
    form = _argument(values["argument"], Path(document.file).parent)
    if form is not None and form not in FORMATS:
        if not (form.endswith((".yaml", ".yml")) and is_there(Path(form))):
            what = _unknown("argument", values["argument"], FORMATS, "or the path of a format file from here")
            yield document.located(what._replace(message=f"no format is called `{values['argument']}`"))
        elif any(problem.severity == "error" for problem in read_format(form)[1]):
            message = f"the format in {values['argument']} has errors; see: moot check {form}"
            yield document.located(Diagnostic("M121", message, ("argument",), "mend the format file"))
    known = list(opponents)
    if values["opponent"] not in known:
        yield document.located(_unknown("opponent", values["opponent"], known))
    if values["bench"] is not None:
        benches = {*list_benches(), *list_judges()}
        for part in (each.strip() for each in values["bench"].split(",")):
            if part not in benches:
                yield document.located(_unknown("bench", part, benches))


def _unknown(what: str, name: str, known: Iterable[str], more: str = "") -> Diagnostic:
    names = sorted(known)
    near = did_you_mean(name, names)
    help = (
        f"did you mean `{near}`?" if near else ", ".join(part for part in (f"known: {', '.join(names)}", more) if part)
    )
    return Diagnostic("M121", f"no {what} is called `{name}`", (what,), help)
