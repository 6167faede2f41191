"""Slips of YAML that have only one cure: mended in the text, so that what stands behind them is read too.

A repair changes one line and no other, so that every line keeps its number, its comments and its layout.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from moot.errors import Diagnostic
from moot.files.yaml.passing import MOST_PASSED, entry_of, pass_over
from moot.files.yaml.read import parse
from moot.files.yaml.traps import OF_A_PAGE
from moot.files.yaml.values import YamlDocument

__all__ = ["Repaired", "mechanical", "parse_past", "repair"]

_MOST = 40
"""So many slips of one file are mended before the rest is left unread."""

_MOST_READ = 4_000_000
"""So many characters are read of a file in all, time and again: of a long file fewer slips are mended."""

_MECHANICAL = ("M024", "M101", "M104", "M105", "M113", "M119", "M122", "M131")
"""What is mended in a file that can be read."""

_BREAK = re.compile(r"(\r\n|\r|\n)")
_BULLET = re.compile(r"(?:\d{1,2}[.)]|.)\s*")
"""What stands for a hyphen at the beginning of an item."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with its slips mended: what it holds then, and what was wrong with each line that was changed."""

    text: str
    document: YamlDocument
    mended: tuple[Diagnostic, ...]


class _Line(NamedTuple):
    """A line with a slip, and the line below it."""

    row: str
    below: str
    slip: Diagnostic


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
    cure = _CURES.get(slip.code)
    if cure is None or not 0 <= at < len(parts):
        return None
    row, below = parts[at], parts[at + 2] if at + 2 < len(parts) else ""
    after = cure(_Line(row, below, slip))
    if after is None or after == row:
        return None
    parts[at] = after
    return "".join(parts)


def _plain_spaces(line: _Line) -> str | None:
    at = line.slip.column - 1
    if line.row[:at].strip():
        return line.row[:at] + " " + line.row[at + 1 :]
    rest = line.row.lstrip()
    return " " * (len(line.row) - len(rest)) + rest


def _hyphen(line: _Line) -> str | None:
    left, right = line.row[: line.slip.column - 1], line.row[line.slip.column - 1 :]
    return " " * len(left) + "- " + _BULLET.sub("", right, count=1) if not left.strip() else None


def _separated(line: _Line) -> str | None:
    row, at = line.row, line.slip.column
    if "no hyphen" in line.slip.message:
        return f"{row[: at - 1]}- {row[at - 1 :]}"
    return f"{row[:at]} {row[at:]}" if "no space" in line.slip.message else None


def _quoted(line: _Line) -> str | None:
    """The text of this line in quotes, where all of it stands on the line."""
    entry = entry_of(line.row, line.slip.column)
    if (
        entry is None
        or entry["value"][0] in "[{\"'|>&*!#"
        or " #" in entry["value"]
        or entry["value"].startswith("-\t")
    ):
        return None
    if _goes_on(line, entry["before"]):
        return None
    return entry["before"] + _in_quotes(entry["value"])


def _begun(line: _Line) -> str | None:
    """A text whose first character YAML would misread, in quotes; a fence of Markdown is no text, and is taken out."""
    return "" if line.row.lstrip().startswith(("```", "~~~")) else _quoted(line)


def _with_its_hash(line: _Line) -> str | None:
    """The text in quotes together with the words behind its ``#``."""
    entry = entry_of(line.row, line.slip.column)
    if entry is None or entry["value"][0] in "[{\"'|>&*!#" or _goes_on(line, entry["before"]):
        return None
    return entry["before"] + _in_quotes(entry["value"])


def _straight(line: _Line) -> str | None:
    """Straight quotes for the curly ones that stand around the whole text of a line, or of an entry in braces."""
    at = line.slip.column - 1
    inner = re.match("“([^“”]+)”(?=\\s*[,}\\]])|‘([^‘’]+)’(?=\\s*[,}\\]])", line.row[at:])
    if inner is not None:
        return f"{line.row[:at]}{_in_quotes(inner[1] or inner[2])}{line.row[at + inner.end() :]}"
    entry = entry_of(line.row, line.slip.column)
    if entry is None or not re.fullmatch("“[^“”]+”|‘[^‘’]+’", entry["value"]) or _goes_on(line, entry["before"]):
        return None
    return entry["before"] + _in_quotes(entry["value"][1:-1])


def _without_tags(line: _Line) -> str | None:
    """The line without the tags of a web page, and with its signs as they are; None where a sign would have to be quoted anew."""

    def plain(found: re.Match[str]) -> str:
        if found[0].startswith("<"):
            return " " if re.match(r"<(?:br|p|div|li)\b", found[0], re.IGNORECASE) else ""
        sign = html.unescape(found[0])
        return " " if sign == "\u00a0" else "" if sign == "\u00ad" else sign

    at = line.slip.column - 1
    after = OF_A_PAGE.sub(plain, line.row[at:])
    quoted = re.search(
        "[\"'&<>]", "".join(html.unescape(each) for each in OF_A_PAGE.findall(line.row[at:]) if each.startswith("&"))
    )
    return None if quoted else line.row[:at] + after


_WRITTEN = re.compile(
    r"""(?P<quote>["'])(?P<inside>[^"'\\]*)(?P=quote)|(?P<plain>[^\s,\]}#][^,\]}#]*?)(?=\s*(?:[,\]}]|\s\#|$))"""
)
"""A text on one line, with its quotes if it has any."""


def _one_word(line: _Line) -> str | None:
    """One value for another, where only one is meant: `yes` for `true`, a number in quotes, a word in capitals or with other signs in it."""
    at = line.slip.column - 1
    written = _WRITTEN.match(line.row, at)
    if written is None:
        return None
    said = written["inside"] if written["plain"] is None else written["plain"]
    meant = re.match("(?:write|did you mean) `([^`]+)`", line.slip.help)
    if line.slip.code == "M105":
        new = said if "number in quotes" in line.slip.message else ""
    elif line.slip.code == "M113":
        new = meant[1] if meant and meant[1] in ("true", "false") else ""
    else:
        new = meant[1] if meant and re.sub("[^a-z]", "", said.lower()) == re.sub("[^a-z]", "", meant[1]) else ""
    return f"{line.row[:at]}{new}{line.row[written.end() :]}" if new and new != written[0] else None


def _plain_hyphen(line: _Line) -> str | None:
    """A word of the short form with a hyphen of another kind; whatever else cannot be read there wants judgment."""
    odd = re.fullmatch("this cannot be read: `([^`]+)`", line.slip.message)
    meant = re.fullmatch("write a plain hyphen: `([^`]+)`", line.slip.help)
    return line.row.replace(odd[1], meant[1]) if odd and meant else None


def _a_space(line: _Line) -> str | None:
    """A space for a tab after a hyphen or a colon; what a tab at the beginning of a line stands for is not known."""
    at = line.slip.column - 1
    tabs = re.match(r"[ \t]*\t[ \t]*", line.row[at:])
    if tabs is None or not line.row[:at].strip():
        return None
    return line.row[:at].rstrip(" ") + " " + line.row[at + tabs.end() :]


def _renamed(line: _Line) -> str | None:
    """A key that is written in another way only: another case, another sign between its words, one letter s more or less."""
    meant = re.fullmatch("did you mean `([a-z_]+)`\\?", line.slip.help)
    at = line.slip.column - 1
    key = re.match(r"[A-Za-z][\w -]*?(?=\s*:(?:\s|$))", line.row[at:])
    if meant is None or key is None:
        return None
    letters, wanted = (re.sub("[^a-z]", "", each.lower()) for each in (key[0], meant[1]))
    if letters.rstrip("s") != wanted.rstrip("s"):
        return None
    return f"{line.row[:at]}{meant[1]}{line.row[at + key.end() :]}"


def _goes_on(line: _Line, before: str) -> bool:
    """Whether the text goes on below: what is indented more than its key."""
    return bool(line.below.strip()) and _indent(line.below) > _indent(before.replace("-", " "))


def _in_quotes(value: str) -> str:
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    single = value.replace("'", "''")
    return f"'{single}'"


def _marks_inside(line: _Line) -> str | None:
    """The quotation marks inside a text in quotes, escaped, where the text ends the line with the mark it began with."""
    entry = entry_of(line.row, line.slip.column)
    if entry is None or len(entry["value"]) <= 1:
        return None
    mark, inside, last = entry["value"][0], entry["value"][1:-1], entry["value"][-1]
    if mark not in "\"'" or last != mark or "\\" in inside or mark * 2 in inside or ": " in inside:
        return None
    escaped = inside.replace(mark, "''" if mark == "'" else '\\"')
    return f"{entry['before']}{mark}{escaped}{mark}"


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


_CURES: dict[str, Callable[[_Line], str | None]] = {
    "M011": _a_space,
    "M012": _separated,
    "M013": _quoted,
    "M017": _begun,
    "M024": _with_its_hash,
    "M026": _plain_spaces,
    "M027": _hyphen,
    "M028": _marks_inside,
    "M101": _renamed,
    "M104": _one_word,
    "M105": _one_word,
    "M113": _one_word,
    "M131": _plain_hyphen,
    "M119": _straight,
    "M122": _without_tags,
}
