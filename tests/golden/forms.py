"""The forms that programs and screen readers rely on, of one short case: each command's JSON, and the plain closing.

Times and folders are taken out. Content may change them, as it may the playthroughs: `python scripts/goldens.py`, and read the diff.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from moot.cli import main

__all__ = ["FORMS", "HOME", "form"]

HOME = Path(__file__).parent / "forms"
CASE, JUDGE = "first-argument", "sceptic"


@contextlib.contextmanager
def _empty_saves() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        before = os.environ.get("MOOT_SAVES")
        os.environ["MOOT_SAVES"] = name
        try:
            yield Path(name)
        finally:
            if before is None:
                del os.environ["MOOT_SAVES"]
            else:
                os.environ["MOOT_SAVES"] = before


def _run(*words: str) -> str:
    """What a command prints on standard output."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        main(list(words))
    return out.getvalue()


def _json(*words: str) -> Any:
    return json.loads(_run(*words))


def _told(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _demo() -> str:
    return _told(_json("demo", CASE, "--json"))


def _replay() -> str:
    """A record of an unfinished sitting, and the same run to its end."""
    with _empty_saves() as saves:
        _run("demo", CASE, "--json")
        (record,) = saves.iterdir()
        whole = _json("replay", str(record), "--json")
        lines = record.read_bytes().splitlines(keepends=True)
        record.write_bytes(b"".join(lines[:6]))
        return _told(
            {
                "unfinished": _json("replay", str(record), "--json"),
                "the same as demo": whole == _json("demo", CASE, "--json"),
            }
        )


def _replay_plain() -> str:
    with _empty_saves() as saves:
        _run("demo", CASE, "--json")
        (record,) = saves.iterdir()
        return _run("replay", str(record))


def _why() -> str:
    return _told(_json("why", "--demo", CASE, JUDGE, "--json"))


_BROKEN = "format: moot-bench/1\nid: two\ntitle: Two\njudges: [sceptic, sceptic]\nchief: sceptic\n"


def _check() -> str:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "two.yaml"
        path.write_text(_BROKEN, encoding="utf-8")
        found = [*_json("check", CASE, "--json"), *_json("check", str(path), "--json")]
    for one in found:
        one["file"] = Path(one["file"]).name
        for problem in one["problems"]:
            problem["file"] = Path(problem["file"]).name
        if one["certificate"]:
            one["certificate"]["seconds"] = 0
    return _told(found)


def _simulate() -> str:
    return _told(_json("simulate", CASE, "-n", "5", "--seed", "1", "--format", "quick", "--json"))


def _list() -> str:
    """One entry of each kind."""
    wanted = {CASE, JUDGE, "three", "quick"}
    with _empty_saves():
        _run("demo", CASE, "--json")
        found = _json("list", "--json")
    shown = {kind: [one for one in each if one["id"] in wanted] for kind, each in found.items()}
    (record,) = found["records"]
    when = re.compile(r"\d{4}-?\d\d-?\d\d(?:[T-]?[\d:.+-]*\d)?Z?")
    shown["records"] = [
        {key: when.sub("WHEN", Path(value).name if key == "path" else value) for key, value in record.items()}
    ]
    (word,) = (one for one in _json("list", "words", "--json")["words"] if one["id"] == "minimalism")
    return _told(shown | {"words": [word]})


def _closing() -> str:
    """The plain form from the conference on."""
    with _empty_saves():
        text = _run("demo", CASE)
    return text[text.index("CONFERENCE") :]


FORMS: dict[str, Callable[[], str]] = {
    "demo.json": _demo,
    "replay.json": _replay,
    "replay.txt": _replay_plain,
    "why.json": _why,
    "check.json": _check,
    "simulate.json": _simulate,
    "list.json": _list,
    "closing.txt": _closing,
}


def form(name: str) -> str:
    """One form as it is now."""
    with _empty_saves():
        return FORMS[name]()
