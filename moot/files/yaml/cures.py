"""The cures of slips of YAML: what a line with one slip becomes, or None where there is no cure, or more than one."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

from moot.errors import Diagnostic
from moot.files.yaml.passing import entry_of
from moot.files.yaml.traps import OF_A_PAGE

__all__ = ["CURES", "SlippedLine"]

_BULLET = re.compile(r"(?:\d{1,2}[.)]|.)\s*")
"""What stands for a hyphen at the beginning of an item."""


class SlippedLine(NamedTuple):
    """A line with a slip, and the line below it."""

    row: str
    below: str
    slip: Diagnostic


def _plain_spaces(line: SlippedLine) -> str | None:
    at = line.slip.column - 1
    if line.row[:at].strip():
        return line.row[:at] + " " + line.row[at + 1 :]
    rest = line.row.lstrip()
    return " " * (len(line.row) - len(rest)) + rest


def _hyphen(line: SlippedLine) -> str | None:
    left, right = line.row[: line.slip.column - 1], line.row[line.slip.column - 1 :]
    return " " * len(left) + "- " + _BULLET.sub("", right, count=1) if not left.strip() else None


def _separated(line: SlippedLine) -> str | None:
    row, at = line.row, line.slip.column
    if "no hyphen" in line.slip.message:
        return f"{row[: at - 1]}- {row[at - 1 :]}"
    return f"{row[:at]} {row[at:]}" if "no space" in line.slip.message else None


def _quoted(line: SlippedLine) -> str | None:
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


def _begun(line: SlippedLine) -> str | None:
    """A text whose first character YAML would misread, in quotes; a fence of Markdown is no text, and is taken out."""
    return "" if line.row.lstrip().startswith(("```", "~~~")) else _quoted(line)


def _with_its_hash(line: SlippedLine) -> str | None:
    """The text in quotes together with the words behind its ``#``."""
    entry = entry_of(line.row, line.slip.column)
    if entry is None or entry["value"][0] in "[{\"'|>&*!#" or _goes_on(line, entry["before"]):
        return None
    return entry["before"] + _in_quotes(entry["value"])


def _straight(line: SlippedLine) -> str | None:
    """Straight quotes for the curly ones that stand around the whole text of a line, or of an entry in braces."""
    at = line.slip.column - 1
    inner = re.match("“([^“”]+)”(?=\\s*[,}\\]])|‘([^‘’]+)’(?=\\s*[,}\\]])", line.row[at:])
    if inner is not None:
        return f"{line.row[:at]}{_in_quotes(inner[1] or inner[2])}{line.row[at + inner.end() :]}"
    entry = entry_of(line.row, line.slip.column)
    if entry is None or not re.fullmatch("“[^“”]+”|‘[^‘’]+’", entry["value"]) or _goes_on(line, entry["before"]):
        return None
    return entry["before"] + _in_quotes(entry["value"][1:-1])


def _without_tags(line: SlippedLine) -> str | None:
    """The line without the tags of a web page, and with its signs as they are; None where a sign would need new quotes."""

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


def _one_word(line: SlippedLine) -> str | None:
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


def _plain_hyphen(line: SlippedLine) -> str | None:
    """A word of the short form with a hyphen of another kind; whatever else cannot be read there wants judgment."""
    odd = re.fullmatch("this cannot be read: `([^`]+)`", line.slip.message)
    meant = re.fullmatch("write a plain hyphen: `([^`]+)`", line.slip.help)
    return line.row.replace(odd[1], meant[1]) if odd and meant else None


def _a_space(line: SlippedLine) -> str | None:
    """A space for a tab after a hyphen or a colon; what a tab at the beginning of a line stands for is not known."""
    at = line.slip.column - 1
    tabs = re.match(r"[ \t]*\t[ \t]*", line.row[at:])
    if tabs is None or not line.row[:at].strip():
        return None
    return line.row[:at].rstrip(" ") + " " + line.row[at + tabs.end() :]


def _renamed(line: SlippedLine) -> str | None:
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


def _goes_on(line: SlippedLine, before: str) -> bool:
    """Whether the text goes on below: what is indented more than its key."""
    return bool(line.below.strip()) and _indent(line.below) > _indent(before.replace("-", " "))


def _in_quotes(value: str) -> str:
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    single = value.replace("'", "''")
    return f"'{single}'"


def _marks_inside(line: SlippedLine) -> str | None:
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


CURES: dict[str, Callable[[SlippedLine], str | None]] = {
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
"""By the code of its diagnostic, the cure of each slip."""
