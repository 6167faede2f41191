"""Read judge files and bench files, and put a bench together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from moot.bench.persona import Bench, HeldPrinciple, Judge, Prices, ReceptivityRange, Voice
from moot.case import Modality, Purpose, Reaction
from moot.errors import CaseError, Diagnostic, MootError, UnknownName, did_you_mean
from moot.files.folders import find, list_benches, list_judges, read_bytes
from moot.files.judge.schema import BENCH, JUDGE
from moot.files.schema.renamed import renamed
from moot.files.schema.shapes import Fields, Reading
from moot.files.yaml.read import YamlDocument
from moot.files.yaml.repairs import parse_past

__all__ = [
    "load_bench",
    "load_judge",
    "read_bench_file",
    "read_bench_text",
    "read_judge",
    "read_judge_text",
]


def load_judge(name: str | os.PathLike[str]) -> Judge:
    """The judge of a known id or of a path. Raises as :func:`~moot.files.case.read.load_case` does."""
    judge, found = read_judge(find("judge", name, list_judges()))
    if judge is None:
        raise CaseError([problem for problem in found if problem.severity == "error"])
    return judge


def load_bench(name: str | os.PathLike[str] | Sequence[str | Judge]) -> Bench:
    """The bench of a known name, of a path, or of judges named one by one (``"souter,scalia"`` will do).

    Raises :class:`~moot.errors.UnknownName`, :class:`~moot.errors.CaseError` or :class:`~moot.errors.MootError`.
    """
    if isinstance(name, str) and "," in name:
        name = [part.strip() for part in name.split(",") if part.strip()]
    if not isinstance(name, (str, os.PathLike)):
        judges = [item if isinstance(item, Judge) else load_judge(item) for item in name]
        ids = [judge.id for judge in judges]
        return _seat(",".join(ids), ", ".join(judge.name for judge in judges), judges)
    benches = list_benches()
    if isinstance(name, str) and name not in benches and name in list_judges():
        return load_bench([name])
    bench, found = read_bench_file(find("bench", name, benches))
    if bench is None:
        raise CaseError([problem for problem in found if problem.severity == "error"])
    return bench


def _seat(id: str, title: str, judges: Sequence[Judge]) -> Bench:
    try:
        return Bench(id, title, tuple(judges))
    except ValueError as error:
        raise MootError(str(error)) from None


def read_judge(path: str | os.PathLike[str]) -> tuple[Judge | None, list[Diagnostic]]:
    """The judge in this file and what is wrong with it; no judge when anything is an error."""
    path = Path(path)
    return read_judge_text(read_bytes(path), str(path))


def read_judge_text(data: bytes | str, file: str) -> tuple[Judge | None, list[Diagnostic]]:
    """The same, of text that need not be in a file."""
    values, found = _read(data, file, JUDGE)
    return (None if values is None else _build(values)), found


def read_bench_file(
    path: str | os.PathLike[str],
) -> tuple[Bench | None, list[Diagnostic]]:
    """The bench in this file with its judges, and what is wrong with the file or with a judge on it."""
    path = Path(path)
    return read_bench_text(read_bytes(path), str(path))


def read_bench_text(data: bytes | str, file: str) -> tuple[Bench | None, list[Diagnostic]]:
    """The same, of text that need not be in a file."""
    document = renamed(parse_past(data, file))
    values, found = _shape(document, BENCH)
    if values is None:
        return None, found
    seated: dict[str, list[Judge]] = {"judges": [], "took_no_part": []}
    for key, judges in seated.items():
        for place, id in enumerate(values[key]):
            try:
                judges.append(load_judge(id))
            except UnknownName as error:
                near = did_you_mean(id, error.known)
                help = (
                    f"did you mean `{near}`?"
                    if near
                    else "`moot list judges` names those that are known; `moot new judge` begins another"
                )
                problem = Diagnostic("J108", f"no judge is called `{id}`", (key, place), help)
                found.append(document.located(problem))
            except CaseError as error:
                found.extend(error.problems)
    if any(problem.severity == "error" for problem in found):
        return None, found
    sitting, absent = (tuple(_as_seated(judge, values) for judge in judges) for judges in seated.values())
    return Bench(values["id"], values["title"], sitting, values["salutation"], absent), found


def _as_seated(judge: Judge, values: dict[str, Any]) -> Judge:
    """The judge with the title and the chair that this bench gives them."""
    title, presiding = values["titles"].get(judge.id, judge.title), values["presiding"]
    return replace(judge, title=title, chief=judge.chief if presiding is None else judge.id == presiding)


def _read(data: bytes | str, file: str, shape: Fields) -> tuple[dict[str, Any] | None, list[Diagnostic]]:
    return _shape(renamed(parse_past(data, file)), shape)


def _shape(document: YamlDocument, shape: Fields) -> tuple[dict[str, Any] | None, list[Diagnostic]]:
    found = list(document.problems)
    values = None
    if document.value is not None:
        reading = Reading(document)
        values = shape.read(document.value, reading)
        stem = Path(document.file).stem
        if values and document.file.endswith((".yaml", ".yml")) and values["id"] not in ("", stem):
            reading.path.append("id")
            message = f"the id is `{values['id']}` but the file is called `{stem}`"
            reading.tell("M116", message, "give both one name", "warning")
        found += [problem for problem in reading.problems if not _echoes(problem, reading.problems)]
    found = document.worth_telling(found)
    found.sort(key=lambda problem: (problem.line, problem.column))
    failed = any(problem.severity == "error" for problem in found)
    return (None if failed else values), found


_ECHOES = {"J103": "principles", "J106": "judges", "J112": "receptivity"}
"""What may be told only because something stands in for what could not be read under this key."""


def _echoes(problem: Diagnostic, problems: list[Diagnostic]) -> bool:
    key = _ECHOES.get(problem.code, "")
    return bool(key) and any(
        each.severity == "error" and each.code[0] == "M" and each.key[:1] == (key,) for each in problems
    )


def _build(values: dict[str, Any]) -> Judge:
    voice = dict(values["voice"] or {})
    voice["react"] = {Reaction(kind): lines for kind, lines in voice.get("react", {}).items()}
    return Judge(
        id=values["id"],
        name=values["name"],
        title=values["title"],
        note=values["note"],
        seniority=values["seniority"],
        chief=values["chief"],
        receptivity={modality: values["receptivity"][modality] for modality in Modality},
        holds=tuple(HeldPrinciple(**item) for item in values["principles"]),
        purposes={purpose: values["purposes"].get(purpose, 0) for purpose in Purpose},
        talk=values["talk"],
        prices=Prices(**{name: price for name, price in (values["prices"] or {}).items() if price is not None}),
        voice=Voice(**voice),
        opens=values["opens"],
        lean=values["lean"],
        style=values["style"] or "",
        ranges={Modality(name): ReceptivityRange(**ranged) for name, ranged in values["ranges"].items()},
    )
