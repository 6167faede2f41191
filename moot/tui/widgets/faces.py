"""The faces of the bench, drawn in characters: one for each look, in a small, a middle and a large size.

A face never stands alone: the look's glyph and word are shown with it. Where the terminal cannot draw more than ASCII,
every face has an ASCII form of the same size.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from moot.case import Reaction
from moot.sitting.showing.look import ASKS, LEANS, LOOKS, Look

__all__ = [
    "CALM",
    "FACES",
    "LARGE_WIDTH",
    "MIDDLE_WIDTH",
    "SMALL_WIDTH",
    "BenchFace",
    "ascii_only",
    "face_of",
    "in_ascii",
]

SMALL_WIDTH, MIDDLE_WIDTH, LARGE_WIDTH = 5, 7, 9

_TO_ASCII = str.maketrans("╭╮╰╯─│•°═‿⌒", ".." + "''" + "-|oO=v~")


@dataclass(frozen=True, slots=True)
class BenchFace:
    """What makes a face: two brows, two eyes, and a mouth of three characters."""

    brows: str
    eyes: str
    mouth: str

    def small(self) -> tuple[str, ...]:
        """One row of five cells."""
        return (f"({self.eyes[0]}{self.mouth[1]}{self.eyes[1]})",)

    def middle(self) -> tuple[str, ...]:
        """Three rows of seven cells."""
        a, b, left, right = tuple(self.brows + self.eyes)
        brows = f"─{a}─{b}─".replace(" ", "─")
        return (f"╭{brows}╮", f"│ {left} {right} │", f"╰ {self.mouth} ╯")

    def large(self) -> tuple[str, ...]:
        """Six rows of nine cells."""
        a, b, left, right = tuple(self.brows + self.eyes)
        return (
            "╭───────╮",
            f"│ {a}   {b} │",
            f"│ {left}   {right} │",
            "│   ^   │",
            f"│  {self.mouth}  │",
            "╰───────╯",
        )


CALM = BenchFace("  ", "••", "───")
"""The face of a judge who shows nothing."""

FACES: dict[Look, BenchFace] = {
    ASKS: BenchFace("──", "°°", " o "),
    LEANS: BenchFace("──", "°°", "───"),
    LOOKS[Reaction.PLEASED]: BenchFace("  ", "^^", "‿‿‿"),
    LOOKS[Reaction.MET]: BenchFace("──", "••", " ‿ "),
    LOOKS[Reaction.TAKEN]: BenchFace("  ", "--", " ─ "),
    LOOKS[Reaction.CORRECTED]: BenchFace("  ", "--", "‿‿‿"),
    LOOKS[Reaction.DOUBTFUL]: BenchFace("─⌒", "•°", " ⌒ "),
    LOOKS[Reaction.DODGED]: BenchFace("──", "--", "═══"),
    LOOKS[Reaction.DEFLECTED]: BenchFace("⌒⌒", "°°", "═══"),
    LOOKS[Reaction.CONTRADICTION]: BenchFace("\\/", "°°", " O "),
    LOOKS[Reaction.OUTSIDE]: BenchFace("⌒⌒", "--", " o "),
    LOOKS[Reaction.OVERCLAIM]: BenchFace("\\/", "••", "⌒⌒⌒"),
    LOOKS[Reaction.MISREAD]: BenchFace("\\/", "><", "───"),
    LOOKS[Reaction.UNDISTINGUISHED]: BenchFace("⌒─", "°•", "───"),
    LOOKS[Reaction.CAUGHT]: BenchFace("─⌒", "••", "~~~"),
    LOOKS[Reaction.UNRECOGNIZED]: BenchFace("/\\", "--", " o "),
    LOOKS[Reaction.REPEATED]: BenchFace("──", "--", "~~~"),
    LOOKS[Reaction.WRONG]: BenchFace("\\/", "><", "⌒⌒⌒"),
    LOOKS[Reaction.WRONG_PAGE]: BenchFace("\\/", "--", "⌒⌒⌒"),
}
"""The face that goes with each look: no two are the same."""


def face_of(look: Look | None) -> BenchFace:
    """The face of this look."""
    return CALM if look is None else FACES[look]


def ascii_only(encoding: str) -> bool:
    """Whether faces are drawn in ASCII: the terminal takes no UTF-8, or it is the Linux console, whose font is small."""
    return not encoding.lower().startswith("utf") or os.environ.get("TERM") == "linux"


def in_ascii(rows: tuple[str, ...]) -> tuple[str, ...]:
    """The same rows in ASCII, cell for cell."""
    return tuple(row.translate(_TO_ASCII) for row in rows)
