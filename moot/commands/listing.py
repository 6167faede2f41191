"""`moot list`: what there is."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Any

from moot.case.vocabulary import VOCABULARY, meaning_of
from moot.errors import MootError
from moot.files.case_file import load_case
from moot.files.judge_file import load_bench, load_judge
from moot.files.places import list_benches, list_cases, list_judges
from moot.files.records import read_record, records
from moot.round.formats import FORMATS

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Cases, judges, benches, formats, records. A file that cannot be read is listed with what is wrong."""
    listers: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "cases": lambda: [_case(id) for id in list_cases()],
        "judges": lambda: [_judge(id) for id in list_judges()],
        "benches": lambda: [_bench(id) for id in list_benches()],
        "formats": lambda: [{"id": form.id, "title": form.title} for form in FORMATS.values()],
        "records": lambda: [_record(path) for path in records()],
        "words": _words,
    }
    wanted = [args.what] if args.what else [kind for kind in listers if kind != "words"]
    found = {kind: listers[kind]() for kind in wanted}
    if args.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return 0
    for kind, entries in found.items():
        print(kind.capitalize())
        for entry in entries:
            print(f"  {entry['id']:24} {entry.get('problem') or entry['title']}")
        if not entries:
            print("  none yet")
        print()
    return 0


def _words() -> list[dict[str, Any]]:
    return [
        {"id": word, "list": kind, "title": meaning_of(term), "meaning": term.meaning, "example": term.example}
        for kind, terms in VOCABULARY.items()
        for word, term in terms.items()
    ]


def _case(id: str) -> dict[str, Any]:
    try:
        case = load_case(id)
    except MootError as error:
        return {"id": id, "problem": str(error)}
    title = f"{case.caption}, {case.citation}" if case.citation else case.caption
    return {"id": id, "title": title, "bench": case.bench, "format": case.argument, "real": case.real}


def _judge(id: str) -> dict[str, Any]:
    try:
        judge = load_judge(id)
    except MootError as error:
        return {"id": id, "problem": str(error)}
    return {"id": id, "title": judge.title, "name": judge.name}


def _bench(id: str) -> dict[str, Any]:
    try:
        bench = load_bench(id)
    except MootError as error:
        return {"id": id, "problem": str(error)}
    return {"id": id, "title": bench.title, "judges": [judge.id for judge in bench.judges]}


def _record(path: Any) -> dict[str, Any]:
    try:
        data = read_record(path)
    except MootError as error:
        return {"id": path.name, "problem": str(error)}
    head = data.header
    return {
        "id": path.name,
        "title": f"{head.case}, {head.side} before {head.bench_name}, {len(data.moves)} moves, {head.started}",
        "path": str(path),
    }
