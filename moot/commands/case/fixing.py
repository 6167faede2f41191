"""What `moot check --fix` does to a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from moot.commands.printing import say
from moot.errors import Diagnostic, MootError
from moot.files.case.read import read_case_text
from moot.files.folders import is_there, read_bytes
from moot.files.judge.read import read_bench_text, read_judge_text
from moot.files.yaml.repairs import mechanical, repair

__all__ = ["fix", "mended_text"]


_ROUNDS = 4
"""So many times a text is looked through: what was mended may have hidden more."""


def mended_text(data: bytes | str, file: str, kind: str) -> tuple[str, list[Diagnostic]]:
    """The text of a file with all mended that needs no judgment, and what that was, in the order of its lines."""
    text, mended = data, list[Diagnostic]()
    for _ in range(_ROUNDS):
        slips = repair(text, file)
        _, found = _MENDED[kind](slips.text, file)
        after, more = mechanical(slips.text, [each for each in found if each.file in ("", file)])
        mended += [*slips.mended, *more]
        if after == text or not (slips.mended or more):
            break
        text = after
    return text if isinstance(text, str) else repair(text, file).text, sorted(mended, key=lambda each: each.line)


def fix(path: Path, kind: str) -> None:
    """Mend what needs no judgment, line by line; the file as it was stays beside it. Says what was mended. A file of a kind without repairs is left."""
    if kind not in _MENDED:
        return
    before = read_bytes(path)
    text, mended = mended_text(before, str(path), kind)
    if not mended:
        return
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    names = (path.with_name(f"{path.name}.before-fix{number}") for number in numbers)
    kept = next(name for name in names if not is_there(name))
    real = path.resolve()
    beside = real.with_name(f".{path.name}.new")
    try:
        _write(kept, before)
        _write(beside, text.encode())
        shutil.copymode(real, beside)
        beside.replace(real)
    except OSError as error:
        # The file is as it was; what was begun beside it would only be in the way.
        for begun in (kept, beside):
            with contextlib.suppress(OSError):
                begun.unlink(missing_ok=True)
        raise MootError(f"{path} cannot be mended: {error.strerror}") from None
    for problem in mended:
        say(f"mended {path}:{problem.line}: {problem.message} [{problem.code}]", sys.stderr)
    say(f"the file as it was is {kept}", sys.stderr)


def _write(path: Path, data: bytes) -> None:
    """Write a file and put it on the disk, so that a power cut does not leave an empty one in the place of the old."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


_MENDED: dict[str, Callable[[bytes | str, str], tuple[object, list[Diagnostic]]]] = {
    "case": read_case_text,
    "judge": read_judge_text,
    "bench": read_bench_text,
}
