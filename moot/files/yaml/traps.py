"""The well-known traps of YAML: text that other readers take for something else."""

from __future__ import annotations

import re

from moot.errors import Severity
from moot.files.text import clean
from moot.files.yaml.read import Plain, Seq, Value

__all__ = ["OF_A_PAGE", "curly", "of_a_page", "swallows", "trap"]

Trap = tuple[str, str, str, Severity]
"""Code, message, help, severity."""

_WORDS = re.compile("(yes|no|on|off|true|false)", re.IGNORECASE)
_NOTHING = re.compile("(null|~)", re.IGNORECASE)
_SIXTY = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9]*)?")
_FRACTION = re.compile(r"[-+]?[0-9][0-9_]*\.[0-9]*0|[-+]?[0-9][0-9_]*\.")
_OCTAL = re.compile(r"[-+]?0[0-9_]+|0[xob][0-9a-fA-F_]+")
_EXPONENT = re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+|[-+]?\.(inf|nan)", re.IGNORECASE)


def trap(raw: Value) -> Trap | None:
    """What is wrong with this value where text is expected, or None."""
    if isinstance(raw, Seq):
        return _bracket(raw)
    if type(raw) is not Plain or not raw or len(raw) > 24:
        return None
    first = raw[0]
    if first.isalpha():
        if _WORDS.fullmatch(raw):
            return (
                "M111",
                f"`{raw}` without quotes means yes or no to most YAML readers, not the word",
                f'if the word is meant write "{raw}"',
                "error",
            )
        if not _NOTHING.fullmatch(raw):
            return None
    if _NOTHING.fullmatch(raw):
        return (
            "M111",
            f"`{raw}` without quotes means nothing at all, not the word",
            f'if the word is meant write "{raw}"',
            "error",
        )
    if not (first.isdigit() or first in "+-."):
        return None
    if _SIXTY.fullmatch(raw):
        return (
            "M112",
            f"`{raw}` without quotes is a number of sixties to many YAML readers",
            f'write "{raw}"',
            "error",
        )
    if _FRACTION.fullmatch(raw):
        return (
            "M112",
            f"`{raw}` without quotes is a fraction and loses its last zero",
            f'write "{raw}"',
            "error",
        )
    if _OCTAL.fullmatch(raw):
        return (
            "M112",
            f"`{raw}` without quotes is a number in another base to many YAML readers",
            f'write "{raw}"',
            "error",
        )
    if _EXPONENT.fullmatch(raw):
        return (
            "M112",
            f"`{raw}` without quotes is a power of ten to many YAML readers",
            f'write "{raw}"',
            "error",
        )
    return None


def _bracket(raw: Seq) -> Trap | None:
    """A text that begins with a bracket was read as a list."""
    if not raw.flow or not all(isinstance(item, str) for item in raw):
        return None
    inside = ", ".join(str(item) for item in raw)
    return (
        "M110",
        f"a text that begins with a bracket is a list to YAML: `[{clean(inside, 30)}]`",
        f'put the whole text in quotes: "[{clean(inside, 30)}] …"',
        "error",
    )


_CURLY = re.compile(r"[“„](?P<said>[^“”]*)”|[‘](?P<inner>[^‘’]*)[’]")


def curly(raw: str) -> Trap | None:
    """Curly quotes round a whole text, as a word processor sets them: to YAML they are part of it."""
    if not _CURLY.fullmatch(raw):
        return None
    help = 'write straight quotes instead; or, if the marks are meant, put straight quotes around them: "“…”"'
    return "M119", "curly quotes stand around this text, and to YAML they are a part of it", help, "warning"


_SWALLOWED = re.compile(r"\s+#(?![\s#!=*-]|$)|\s#\s\d")


def swallows(comment: str) -> bool:
    """Whether a comment after a text looks like a part of the text. ``comment`` holds the blanks before it.

    A comment is written with a space after its ``#``; ``#1`` and ``#MeToo`` are words. Where a number follows a single
    space on both sides (``count # 2``) it is taken for words too.
    """
    return _SWALLOWED.match(comment) is not None


OF_A_PAGE = re.compile(
    r"</?(?:a|b|blockquote|br|cite|div|em|font|h[1-6]|i|li|p|q|span|strong|sub|sup|u)(?:\s[^<>]{0,200})?/?>"
    r"|&(?:amp|gt|hellip|ldquo|lsquo|lt|mdash|nbsp|ndash|quot|rdquo|rsquo|sect|shy|#\d{1,5}|#x[0-9a-f]{1,5});",
    re.IGNORECASE,
)
"""Tags and signs of a web page; what else stands between `<` and `>` may be meant."""


def of_a_page(raw: str) -> Trap | None:
    """Tags and signs that came with a text out of a web page; they would be shown as they are."""
    found = OF_A_PAGE.search(raw)
    if found is None:
        return None
    message = f"`{clean(found[0], 30)}` came with this text from a web page, and is shown as it stands"
    return "M122", message, "delete it; write signs such as § and “ as they are", "warning"
