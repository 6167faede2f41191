"""Signs for a terminal that takes no more than ASCII: each becomes one letter of the same width, so that none is a question mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver

__all__ = ["in_letters", "signed"]

_SIGNS = {
    ">": "▸›→",
    "<": "‹←",
    "^": "↑▲",
    "v": "↓▼✓",
    "*": "●•✔",
    "o": "○°",
    "%": "◐",
    "#": "■█▉▊▋▇▆▅▄▃▂▁",
    ".": "·□░…⋯",
    "x": "×✗",
    "!": "≠",
    "-": "–—−‑─━⌒╌",
    "|": "│┃▌▍▎▏▐╎",
    "+": "┌┐└┘╭╮╰╯├┤┬┴┼╋",
    "=": "═▔▀",
    '"': "“”„«»",
    "'": "‘’‚ʼ",
    "S": "§",
    "P": "¶",
    " ": "\u00a0\u2009\u202f",
}
_TABLE = str.maketrans({sign: letter for letter, signs in _SIGNS.items() for sign in signs})


def signed(text: str) -> str:
    """The text with a letter for each sign; a letter of another script stays, and is for the terminal to show or not.

    Words that are cut end in a space and one sign: two dots take their room, since one would look like the end of a sentence.
    """
    return text if text.isascii() else text.replace(" …", "..").translate(_TABLE)


def in_letters(driver: type[Driver]) -> type[Driver]:
    """The driver, which writes letters for signs where its terminal takes no UTF-8. One that writes to nothing is given back as it is."""
    write = driver.write

    def write_letters(self: Any, data: str) -> None:
        encoding = str(getattr(getattr(self, "_file", None), "encoding", None) or "utf-8")
        write(self, data if encoding.lower().startswith("utf") else signed(data))

    return type(f"Lettered{driver.__name__}", (driver,), {"write": write_letters})
