"""Slips that show in the lines of a file themselves, where what a parser says does not name them."""

from __future__ import annotations

import re
from typing import NamedTuple

from moot.files.yaml.slips import pasted, slip

__all__ = ["KEY", "KEY_LINE", "TAB", "Mended", "mixed_list", "seen_in_lines", "slip_near"]


class Mended(NamedTuple):
    """One complaint in plain words, with its place."""

    code: str
    message: str
    help: str
    line: int
    column: int


TAB = ("a tab is used to indent", "use spaces; tabs are not allowed in YAML")
KEY = r"(?:[A-Za-z_][\w-]*)"
_BRACKETED = re.compile(rf"\s*(?:- )*(?:{KEY}:\s+)?(\[[^\[\]]*\][ ]+[^\s,\]}}#])")
_OPEN_QUOTE = re.compile(rf"""\s*(?:- )*(?:{KEY}:\s+)?(?P<open>"(?:[^\\"]|\\.)*|'[^']*)$""")
KEY_LINE = re.compile(rf"(\s*(?:- )*){KEY}:(?:\s|$)")
_NEAR = 3
"""How many lines around the place a slip is looked for."""

_FAR = 60
"""How many lines above the place a quotation mark is looked for that was never closed."""


def slip_near(rows: list[str], line: int, start: int) -> Mended | None:
    """A slip on the line the parser complains of, on the one where it began to read, or just above."""
    for number in (line, line - 1, line + 1, line + 2):
        found = pasted(rows[number - 1]) if 0 < number <= len(rows) else None
        if found:
            return Mended(found.code, found.message, found.help, number, found.column + 1)
    for number in dict.fromkeys((line, start, *range(line - 1, max(line - 1 - _NEAR, start, 0), -1))):
        if 0 < number <= len(rows):
            found = slip(rows[number - 1], rows[number] if number < len(rows) else "")
            if found:
                return Mended(found.code, found.message, found.help, number, found.column + 1)
    return None


def seen_in_lines(rows: list[str], line: int, column: int) -> Mended | None:
    """What a person sees at once and a parser does not say."""
    row = rows[line - 1] if line <= len(rows) else ""
    if re.match(r"[ ]*\t", row):
        return Mended("M011", *TAB, line, row.index("\t") + 1)
    bracketed = _BRACKETED.match(row)
    if bracketed:
        message = "a text that begins with a bracket is a list to YAML"
        return Mended("M110", message, "put the whole text in quotes", line, bracketed.start(1) + 1)
    for number in range(line, max(line - _FAR, 0), -1):
        if number > len(rows):
            continue
        quote = _OPEN_QUOTE.match(rows[number - 1])
        if quote and number < len(rows) and KEY_LINE.match(rows[number]):
            help = 'close it with the same mark; inside double quotes write `\\"`'
            return Mended("M015", "a quotation mark is never closed", help, number, quote.start("open") + 1)
    tab = re.match(r"[ ]*(?:-[ ]+)*-[ ]*(\t)", row)
    if tab:
        return Mended("M011", "a tab stands where a text should begin", "use a space", line, tab.start(1) + 1)
    stars = re.match(r"\s*(?:- )*(\*\*\S[^*]*\*\*)", row)
    if stars:
        help = "delete the stars"
        return Mended("M021", "stars as Markdown sets them for bold begin this text", help, line, stars.start(1) + 1)
    for number in (line, line - 1):
        letter = re.match(r"( *)o +\S", rows[number - 1]) if 0 < number <= len(rows) else None
        if letter and _listed_above(rows, number, len(letter[1])):
            help = "write `- ` (a hyphen and a space)"
            return Mended(
                "M027", "a list item begins with `o` where YAML has a hyphen", help, number, len(letter[1]) + 1
            )
    if row[column - 1 : column] == ":":
        found = _sentence_above(rows, line)
        if found is not None:
            return found
    key = re.match(rf"(\s*)({KEY})$", row[: column - 1])
    above = KEY_LINE.match(rows[line - 2]) if line > 1 else None
    if key and above and row[column - 1 : column] == ":" and len(key[1]) > above.end(1):
        help = "keys of one thing begin in the same column; text that goes on here must not look like a key"
        return Mended(
            "M012", "this line is indented under a key that already has its text", help, line, len(key[1]) + 1
        )
    return None


def mixed_list(rows: list[str], line: int, column: int) -> Mended | None:
    """A key among the items of a list in the same column, or an item among keys."""
    row = rows[line - 1] if line <= len(rows) else ""
    indent = len(row) - len(row.lstrip(" "))
    if column != indent + 1:
        return None
    for above in reversed(rows[: line - 1]):
        if above.strip() and not above.lstrip().startswith("#") and len(above) - len(above.lstrip(" ")) <= indent:
            listed = above.startswith(" " * indent + "- ")
            if len(above) - len(above.lstrip(" ")) < indent or listed == row.lstrip().startswith("- "):
                return None
            message = "this line begins with a hyphen and the one above it in its column does not"
            if listed:
                message = "this line does not begin with a hyphen and the one above it in its column does"
            return Mended("M012", message, "begin all of them with `- `, or none", line, column)
    return None


def _listed_above(rows: list[str], line: int, indent: int) -> bool:
    """Whether the nearest line above with this indentation, or less, begins an item of a list, or is the key of one."""
    for row in reversed(rows[: line - 1]):
        if row.strip() and len(row) - len(row.lstrip(" ")) <= indent:
            return row.startswith(" " * indent + "- ") or (
                not row.startswith(" " * indent) and row.rstrip().endswith(":")
            )
    return False


_SPACED_KEY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<words>[^\s\"'\[{#&*!|>%@-][^:#]*)(?P<colon>:(?: |$))?")


def _sentence_above(rows: list[str], line: int) -> Mended | None:
    """The line above a key, where it should have been a key itself, or belongs to the text above it and is not indented."""
    number = line - 1
    while number > 0 and not rows[number - 1].strip():
        number -= 1
    above = _SPACED_KEY.match(rows[number - 1]) if number > 0 else None
    here = len(rows[line - 1]) - len(rows[line - 1].lstrip(" "))
    if above is None or here <= len(above["indent"]):
        return None
    column = above.end("dash") + 1
    if above["dash"] and not above["colon"]:
        said = above["words"].strip()
        message = f"a colon is missing after `{said[:40]}`"
        help = "write a colon, a space and the text: " + f"`- {said[:40]}: …`"
        if len(said.split()) > _FEW:
            message = "a colon is missing on this line, after the key that its text belongs to"
            help = f"write a colon and a space where the key ends: `- {said.split()[0][:40]} …: …`"
        return Mended("M012", message, help, number, column)
    before = next((row for row in reversed(rows[: number - 1]) if row.strip()), "")
    outside = len(before) - len(before.lstrip(" ")) > len(above["indent"])
    if (
        not above["dash"]
        and above["colon"]
        and outside
        and len(above["words"].split()) > 1
        and above["words"][0].isupper()
    ):
        message = "this line goes on with the text above it and is not indented under it"
        help = "indent it more than the key of its text; a text with a colon in it stands in quotes, or below `>-`"
        return Mended("M012", message, help, number, column)
    return None


_FEW = 4
"""Words that an id and what may stand beside it have; more are a text."""
