"""Read judge files and bench files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from moot.bench.persona import Bench, HeldPrinciple, Judge, Prices, ReceptivityRange, Voice
from moot.case import Modality, Purpose, Reaction
from moot.errors import CaseError, Diagnostic, UnknownName, did_you_mean
from moot.files.folders import find, list_judges, read_bytes
from moot.files.judge.bench_list import BenchList, seat
from moot.files.judge.schema import BENCH, JUDGE
from moot.files.schema.renamed import renamed
from moot.files.schema.shapes import Fields, Reading
from moot.files.yaml.read import YamlDocument
from moot.files.yaml.repairs import parse_past

__all__ = [
    "read_bench_file",
    "read_bench_list",
    "read_bench_text",
    "read_judge",
    "read_judge_text",
]


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
    listed, found = _bench_list(document)
    if listed is None:
        return None, found
    known: dict[str, Judge] = {}
    for key, ids in (("judges", listed.judges), ("took_no_part", listed.took_no_part)):
        for place, id in enumerate(ids):
            try:
                known[id] = _named(id)
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
    return seat(listed, known.__getitem__), found


def _named(id: str) -> Judge:
    """The judge of a known id, read now."""
    judge, found = read_judge(find("judge", id, list_judges()))
    if judge is None:
        raise CaseError([problem for problem in found if problem.severity == "error"])
    return judge


def read_bench_list(data: bytes | str, file: str) -> tuple[BenchList | None, list[Diagnostic]]:
    """Who sits, by id, and what is wrong with the file; whether there are such judges is not looked at."""
    return _bench_list(renamed(parse_past(data, file)))


def _bench_list(document: YamlDocument) -> tuple[BenchList | None, list[Diagnostic]]:
    values, found = _shape(document, BENCH)
    if values is None:
        return None, found
    return BenchList(
        id=values["id"],
        title=values["title"],
        judges=tuple(values["judges"]),
        took_no_part=tuple(values["took_no_part"]),
        titles=values["titles"],
        presiding=values["presiding"],
        salutation=values["salutation"],
    ), found


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
