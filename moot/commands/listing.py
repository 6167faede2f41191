"""`moot list`: what there is."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.commands.printing import say, say_json
from moot.errors import MootError
from moot.files.folders import list_benches, list_cases, list_judges, saves_dir
from moot.files.heads import ids_of, read_head
from moot.files.text import clean
from moot.round.text.format_names import FORMAT_TITLES

if TYPE_CHECKING:
    from moot.files.records.index import Summary

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Cases, judges, benches, formats, records.

    A file that cannot be read is listed with what is wrong. Of a case, a judge and a bench only the head is looked at where it says
    enough; `moot check` looks at the rest.
    """
    listers: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "cases": lambda: [_case(*found) for found in list_cases().items()],
        "judges": lambda: [_judge(*found) for found in list_judges().items()],
        "benches": _benches,
        "formats": lambda: [{"id": id, "title": title} for id, title in FORMAT_TITLES.items()],
        "records": _records,
        "counsel": _counsel,
        "words": _words,
    }
    wanted = [args.what] if args.what else [kind for kind in listers if kind not in _ASKED_FOR]
    found = {kind: listers[kind]() for kind in wanted}
    if args.json:
        say_json(found)
        return 0
    for kind, entries in found.items():
        say(kind.capitalize())
        for entry in entries:
            say(f"  {clean(entry['id'], 200):24} {clean(entry.get('problem') or entry['title'])}")
        if not entries:
            say("  none yet")
        say()
    return 0


_ASKED_FOR = ("counsel", "words")
"""Listed only where they are asked for."""


def _counsel() -> list[dict[str, Any]]:
    """Every opponent and how it chooses; one of another package that cannot be used, with what is wrong."""
    from moot.counsel.opponents import how, names

    found: list[dict[str, Any]] = []
    for name in names():
        try:
            found.append({"id": name, "title": how(name)})
        except MootError as error:
            found.append({"id": name, "problem": str(error)})
    return found


def _words() -> list[dict[str, Any]]:
    from moot.case.language.vocabulary import VOCABULARY, meaning_of

    return [
        {"id": word, "list": kind, "title": meaning_of(term), "meaning": term.meaning, "example": term.example}
        for kind, terms in VOCABULARY.items()
        for word, term in terms.items()
    ]


def _case(id: str, path: Path) -> dict[str, Any]:
    head = read_head(path, "case", ("caption", "bench", "argument", "real"), ("citation",))
    if head is not None and head["real"] in ("true", "false"):
        title = f"{head['caption']}, {head['citation']}" if head["citation"] else head["caption"]
        return {
            "id": id,
            "title": title,
            "bench": head["bench"],
            "format": head["argument"],
            "real": head["real"] == "true",
        }
    from moot.files.loading import load_case

    try:
        case = load_case(path)
    except MootError as error:
        return {"id": id, "problem": str(error)}
    title = f"{case.caption}, {case.citation}" if case.citation else case.caption
    return {"id": id, "title": title, "bench": case.bench, "format": case.argument, "real": case.real}


def _judge(id: str, path: Path) -> dict[str, Any]:
    head = read_head(path, "judge", ("title", "name"))
    if head is not None:
        return {"id": id, **head}
    from moot.files.loading import load_judge

    try:
        judge = load_judge(path)
    except MootError as error:
        return {"id": id, "problem": str(error)}
    return {"id": id, "title": judge.title, "name": judge.name}


def _benches() -> list[dict[str, Any]]:
    ranks = {id: _rank(id, path) for id, path in list_judges().items()}
    return [_bench(id, path, ranks) for id, path in list_benches().items()]


def _bench(id: str, path: Path, ranks: dict[str, _Rank | None]) -> dict[str, Any]:
    head = read_head(path, "bench", ("title", "judges"))
    seated = _seated(ids_of(head["judges"]), ranks) if head is not None else []
    if head is not None and seated:
        return {"id": id, "title": head["title"], "judges": seated}
    from moot.files.loading import load_bench

    try:
        bench = load_bench(path)
    except MootError as error:
        return {"id": id, "problem": str(error)}
    return {"id": id, "title": bench.title, "judges": [judge.id for judge in bench.judges]}


_Rank = tuple[bool, int, str]
"""Sorts judges as they sit: the chief first (false), then by seniority."""


def _rank(id: str, path: Path) -> _Rank | None:
    """Where a judge sits, if the head of the file tells."""
    head = read_head(path, "judge", ("seniority",), ("chief",))
    if head is None or not head["seniority"].isdecimal() or head["chief"] not in ("true", "false", ""):
        return None
    return head["chief"] != "true", int(head["seniority"]), id


def _seated(ids: list[str], ranks: dict[str, _Rank | None]) -> list[str]:
    """These judges as they sit; none of them where a head does not tell."""
    found = [rank for id in ids if (rank := ranks.get(id)) is not None]
    return [id for _, _, id in sorted(found)] if len(found) == len(ids) else []


def _records() -> list[dict[str, Any]]:
    """Every record, newest first; one that cannot be read, and a folder that cannot, with what is wrong."""
    try:
        if not any(name.endswith(".jsonl") for name in os.listdir(saves_dir())):  # noqa: PTH208
            return []
    except FileNotFoundError:
        return []
    except (OSError, ValueError, MootError):
        pass  # told below
    from moot.files.records.index import summaries

    try:
        return [_record(each) for each in summaries()]
    except MootError as error:
        return [{"id": "records", "problem": str(error)}]


def _record(each: Summary) -> dict[str, Any]:
    id = clean(each.path.name, 80)
    if each.problem:
        return {"id": id, "problem": clean(each.problem, 400)}
    from moot.opinion.prose.grammar import plural

    return {
        "id": id,
        "title": f"{each.case}, {each.side} before {each.bench_name}, {plural(each.moves, 'move')}, {each.started}",
        "path": str(each.path),
    }
