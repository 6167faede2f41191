"""What a YAML parser complains of, said so that a coach can mend it."""

from __future__ import annotations

import re

import yaml

from moot.files.yaml.by_eye import KEY, KEY_LINE, TAB, Mended, mixed_list, seen_in_lines, slip_near
from moot.files.yaml.slips import pasted, slip
from moot.files.yaml.values import Where

__all__ = ["Mended", "mend"]


_CONFLICT = re.compile(r"<{7}(?:\s|$)|>{7}(?:\s|$)|\|{7}(?:\s|$)")
"""What a version control system writes at the left edge where two versions differ."""
_SETTLE = "keep the lines you want, and delete the others with the lines of <<<<<<<, ======= and >>>>>>>"
_NOT_CLOSED = "a bracket or brace is not closed, or a comma is missing"
_CLOSE_IT = "close it, put commas between the items, and quote texts that hold commas or brackets"

# What libyaml or PyYAML says, the code, what we say, how to mend. The first that fits is used.
_SAYINGS: tuple[tuple[str, str, str, str], ...] = (
    (
        r"tab character|'\\t'",
        "M011",
        *TAB,
    ),
    (
        r"mapping values are not allowed",
        "M013",
        "a colon and a space stand inside text that is not in quotes",
        "put the whole text in quotes, or use `>-` and write it on the next line",
    ),
    (
        r"undefined tag|parsing a tag|scanning a tag|tag handle|scanning a %TAG|directive",
        "M020",
        "an exclamation mark or a percent sign begins this text",
        "put the text in quotes",
    ),
    (
        r"unknown escape|escape sequence|hexdecimal|hexadecimal|Unicode character code",
        "M016",
        "a backslash in double quotes is followed by something it does not know",
        r"write `\\` for a backslash, or use single quotes",
    ),
    (
        r"scanning a quoted scalar.*(end of stream|document (indicator|separator))",
        "M015",
        "a quotation mark is never closed",
        'close it with the same mark; inside double quotes write `\\"`',
    ),
    (
        r"^(?!.*block (?:mapping|collection)).*(?:flow (?:sequence|mapping)|expected ',' or '[\]}]'|'\]'|'\}')",
        "M014",
        _NOT_CLOSED,
        _CLOSE_IT,
    ),
    (
        r"expected alphabetic or numeric|anchor|alias",
        "M021",
        "a star or an ampersand begins this text",
        "put the text in quotes",
    ),
    (
        r"cannot start any token",
        "M017",
        "this character cannot begin a text",
        "put the text in quotes",
    ),
    (
        r"could not find expected ':'|expected ':'",
        "M012",
        "this line is neither `key: value` nor part of a text",
        "put a colon and a space after the key, or indent the line under its text",
    ),
    (
        r"block mapping|block collection|block sequence|block entry|not allowed|indentation|<document start>",
        "M012",
        "this line is not indented like its neighbors",
        "keys of one thing begin in the same column; what belongs to a key is indented two spaces more",
    ),
    (
        r"block scalar|chomping|indentation indicator",
        "M012",
        "this text block does not begin well",
        "write `>-` alone after the key, and indent the text on the lines below",
    ),
)


def mend(error: yaml.YAMLError, text: str) -> Mended:
    """The complaint in our words. ``text`` is the file, used to look at what stands at the place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = _alike(
        " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", ""), "") if part)
        or str(error)
    )
    rows = re.split(r"\r\n|\r|\n", text)
    line, column = _place(rows, mark)
    conflict = next((number for number, each in enumerate(rows, 1) if _CONFLICT.match(each)), 0)
    if conflict:
        return Mended(
            "M030",
            "two versions of these lines were merged, and which is to stay was not settled",
            _SETTLE,
            conflict,
            1,
        )
    row = rows[line - 1] if line <= len(rows) else ""
    start = getattr(error, "context_mark", None)
    if "could not find expected ':'" in said and start is not None and start.line < len(rows):
        return _no_key(rows, start.line, start.column)
    special = seen_in_lines(rows, line, column) or slip_near(rows, line, start.line + 1 if start is not None else line)
    if special is not None:
        return special
    if "parsing a flow node" in said:
        return _no_node(rows, line, column)
    sign = row[column - 1 : column]
    if "parsing a block node" in said or "<document start>" in said:
        if sign and sign in "]}":
            help = "delete it, or put the whole text in quotes"
            return Mended("M014", f"`{sign}` closes what nothing opened", help, line, column)
        if sign == ",":
            return Mended("M017", "`,` cannot begin a text", "put the text in quotes", line, column)
        if sign and sign in "*&":
            return Mended("M021", "a star or an ampersand begins this text", "put the text in quotes", line, column)
    ended = next((number for number in range(min(line, len(rows)), 0, -1) if rows[number - 1].rstrip() == "..."), 0)
    if ended and "<document start>" in said and KEY_LINE.match(row):
        return Mended(
            "M022", "the line `...` ends the file for YAML, and more follows", "delete the line `...`", ended, 1
        )
    if "parsing a block node" in said:
        help = "write it, or delete the key or the hyphen before it"
        return Mended("M012", "a text is missing here", help, line, column)
    if sign == "\t" and "cannot start any token" in said:
        return Mended("M011", "a tab stands where a text should begin", "use a space", line, column)
    mixed = mixed_list(rows, line, column) if "block mapping" in said or "block collection" in said else None
    if mixed is not None:
        return mixed
    for pattern, code, message, help in _SAYINGS:
        if re.search(pattern, said):
            if code in ("M014", "M015", "M020") and start is not None:
                line, column = start.line + 1, start.column + 1
            if code == "M016" and row[column - 2 : column - 1] == "\\":
                column -= 1
            if code == "M017" and column <= len(row):
                sign = "a backtick" if row[column - 1] == "`" else f"`{row[column - 1]}`"
                return Mended(code, f"{sign} cannot begin a text", help, line, column)
            return Mended(code, message, help, line, column)
    return Mended("M010", "this is not YAML", f"the parser says: {said.strip()}", line, column)


def _alike(said: str) -> str:
    """What a parser says, without what only one of the two adds: the character it met in place of what it looked for."""
    said = re.sub(r"found character .* that cannot", "found character that cannot", said)
    return re.sub(r",? but (?:found|got) .*", "", said)


def _place(rows: list[str], mark: yaml.Mark | None) -> Where:
    """Where a parser stopped. At the end of a file the one is on a line that does not exist, the other behind the last text."""
    if mark is None:
        return 1, 1
    if (
        not rows[mark.line : mark.line + 1]
        or not "".join([rows[mark.line][mark.column :], *rows[mark.line + 1 :]]).strip()
    ):
        last = max((number for number, row in enumerate(rows) if row.strip()), default=0)
        return last + 1, len(rows[last].rstrip()) + 1
    return mark.line + 1, mark.column + 1


def _no_key(rows: list[str], at: int, column: int) -> Mended:
    """A line that should hold a key and does not: the one where the parser began to look for it, counted from 0."""
    row = rows[at]
    found = pasted(row) or slip(row, rows[at + 1] if at + 1 < len(rows) else "")
    if found:
        return Mended(found.code, found.message, found.help, at + 1, found.column + 1)
    close = re.match(rf"\s*(?:- )*{KEY}(?=:[^\s:])", row)
    if close:
        help = "write a space after the colon"
        return Mended("M012", "the colon after this key has no space behind it", help, at + 1, close.end() + 1)
    hard = re.match(rf"\s*(?:- )*{KEY}:(?=[\u00a0\u2007\u202f\u3000])", row)
    if hard:
        return Mended(
            "M026", "a no-break space stands after this colon", "replace it by a plain space", at + 1, hard.end() + 1
        )
    above = next((each for each in reversed(rows[:at]) if each.strip()), "")
    if re.match(rf"[ ]{{{column}}}- ", above):
        help = "write `- ` (a hyphen and a space) before it"
        return Mended("M012", "this item of a list has no hyphen before it", help, at + 1, column + 1)
    message = "this line is neither `key: value` nor part of a text"
    help = "put a colon and a space after the key, or indent the line under its text"
    if re.fullmatch(r"\s*\*?\d{1,4}\s*", row):
        message = "a number stands alone on this line, as a page number does that was copied with the text"
        help = "delete the line; or, if it belongs to the text, indent it under its key"
    return Mended("M012", message, help, at + 1, column + 1)


def _no_node(rows: list[str], line: int, column: int) -> Mended:
    """Inside brackets, a place where a text should stand and does not. The two parsers say so in different words."""
    row = rows[line - 1] if line <= len(rows) else ""
    rest = row[column - 1 :]
    if not rest.strip() or (rest.startswith("- ") and not row[: column - 1].strip()):
        opener = _opener(rows, line, column)
        if opener is not None:
            return Mended("M014", _NOT_CLOSED, _CLOSE_IT, *opener)
    sign = f"before `{rest[0]}`" if rest.strip() else "here"
    help = "write the text, delete the comma too many, or put a text that holds such signs in quotes"
    return Mended("M014", f"a text is missing {sign}", help, line, column)


def _opener(rows: list[str], line: int, column: int) -> tuple[int, int] | None:
    """The last bracket or brace before this place that is not closed. Signs in quotes count too: this is only where to look."""
    open_by_then: list[tuple[int, int]] = []
    for number, row in enumerate(rows[:line], start=1):
        for at, sign in enumerate(row if number < line else row[: column - 1], start=1):
            if sign in "[{":
                open_by_then.append((number, at))
            elif sign in "]}" and open_by_then:
                open_by_then.pop()
    return open_by_then[-1] if open_by_then else None
