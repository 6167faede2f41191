"""Slips of YAML that have only one cure: mended in the text, so that what stands behind them is read too.

A repair changes one line and no other, so that every line keeps its number, its comments and its layout. What becomes of the line is in
:mod:`moot.files.yaml.cures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from moot.errors import Diagnostic
from moot.files.yaml.cures import CURES, SlippedLine
from moot.files.yaml.passing import MOST_PASSED, pass_over
from moot.files.yaml.read import parse
from moot.files.yaml.values import YamlDocument

__all__ = ["Repaired", "mechanical", "parse_past", "repair"]

_MOST = 40
"""So many slips of one file are mended before the rest is left unread."""

_MOST_READ = 4_000_000
"""So many characters are read of a file in all, time and again: of a long file fewer slips are mended."""

_MECHANICAL = ("M024", "M101", "M104", "M105", "M113", "M119", "M122", "M131")
"""What is mended in a file that can be read."""

_BREAK = re.compile(r"(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with its slips mended: what it holds then, and what was wrong with each line that was changed."""

    text: str
    document: YamlDocument
    mended: tuple[Diagnostic, ...]


def repair(data: bytes | str, file: str = "") -> Repaired:
    """Mend every slip that has only one cure. Stops at the first that has not; never raises."""
    document = parse(data, file)
    text = document.text
    mended: list[Diagnostic] = []
    most = min(_MOST, _MOST_READ // max(len(text), 1))
    while document.value is None and document.problems and len(mended) < most:
        slip = document.problems[-1]
        changed = _changed(text, slip)
        if changed is None:
            break
        mended.append(slip)
        text = changed
        document = parse(text, file)
    return Repaired(text, document, tuple(mended))


def parse_past(data: bytes | str, file: str = "") -> YamlDocument:
    """Read a document past its slips; all of them are among its problems, as they stand in the file.

    A slip that has only one cure is mended. The entry of one that has several is passed over, so that the rest is read.
    """
    found = repair(data, file)
    told = [*found.mended, *found.document.problems]
    document, passed = found.document, frozenset[int]()
    most = min(MOST_PASSED, _MOST_READ // max(len(found.text), 1))
    while document.value is None and document.problems and most > 0:
        over = pass_over(found.text, document.problems[-1])
        if over is None or over[0] == found.text:
            break
        found = repair(over[0], file)
        document, passed, most = found.document, passed | over[1], most - 1
        told += [*found.mended, *document.problems]
    if document.value is None:
        # There is no way past: only what was told before the first entry was passed over is sure.
        found = repair(data, file)
        found.document.problems = _once([*found.mended, *found.document.problems])
        return found.document
    document.problems, document.passed = _once(told), passed
    return document


def _once(problems: list[Diagnostic]) -> list[Diagnostic]:
    """These problems, each told once: a slip that was not got past is met again."""
    places = {(each.code, each.line, each.message): each for each in reversed(problems)}
    return [each for each in problems if places[each.code, each.line, each.message] is each]


def mechanical(text: str, problems: Iterable[Diagnostic]) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with those of these problems mended that need no judgment, and which they are."""
    mended = []
    # From the end of each line on, so that the places of what is still to be mended stay.
    for problem in sorted(problems, key=lambda each: (each.line, each.column), reverse=True):
        changed = _changed(text, problem) if problem.code in _MECHANICAL else None
        if changed is not None:
            mended.append(problem)
            text = changed
    return text, tuple(reversed(mended))


def _changed(text: str, slip: Diagnostic) -> str | None:
    """The text with this slip mended; None where it has no cure, or more than one."""
    parts = _BREAK.split(text)
    at = 2 * (slip.line - 1)
    cure = CURES.get(slip.code)
    if cure is None or not 0 <= at < len(parts):
        return None
    row, below = parts[at], parts[at + 2] if at + 2 < len(parts) else ""
    after = cure(SlippedLine(row, below, slip))
    if after is None or after == row:
        return None
    parts[at] = after
    return "".join(parts)
