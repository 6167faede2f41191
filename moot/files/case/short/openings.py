"""How an issue, a position, a question and an answer begin in the short form: an id, words from short lists, then clauses.

``q-why criticism probing, for minimalism``. What cannot be read is named by itself, and read as the nearest word that is
known, so that one slip is told once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from moot.case.words import IssueKind, Manner, Purpose, Side, Tone
from moot.errors import did_you_mean
from moot.files.text import clean

__all__ = ["ANSWER", "ISSUE", "POSITION", "QUESTION", "Opening", "Slot", "read_opening"]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Slot:
    """One word of an opening: what it is called, and what it may be."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Shape:
    """What an opening is of, its words in order, words that may follow, and an example."""

    what: str
    slots: tuple[Slot, ...]
    flags: tuple[str, ...]
    example: str


ISSUE: Final = Shape(
    "issue", (Slot("kind", tuple(IssueKind)),), ("claim", "preliminary"), "warning law: Must a warning be given?"
)
POSITION: Final = Shape("position", (Slot("side", (*Side, "neither")),), (), "due petitioner: Yes, before the tow.")
QUESTION: Final = Shape("question", (Slot("purpose", tuple(Purpose)), Slot("tone", tuple(Tone))), (), "q-why criticism probing: The words of the question")  # fmt: skip
ANSWER: Final = Shape("answer", (Slot("manner", tuple(Manner)),), (), "a direct: The words of the answer")


@dataclass
class Opening:
    """An opening as it was read. ``problems`` are messages with their cures."""

    id: str
    words: tuple[str, ...]
    flags: tuple[str, ...]
    clauses: str
    problems: list[tuple[str, str]]


def read_opening(key: str, shape: Shape) -> Opening:
    """Read how a thing begins. Every word that cannot be read is a problem, and something stands in for it."""
    head, comma, clauses = key.partition(",")
    if not comma and ";" in head:
        head, _, clauses = head.partition(";")
    said = head.split()
    problems: list[tuple[str, str]] = []
    id, said = _id(said[0] if said else "", shape, problems), said[1:]
    words: list[str] = []
    for number, slot in enumerate(shape.slots):
        word = said[0] if said else ""
        if word in slot.words:
            words.append(word)
            said = said[1:]
            continue
        later = next((each for each in shape.slots[number + 1 :] if word in each.words), None)
        if word and later is None and word not in shape.flags:
            words.append(_unknown(word, slot, shape, problems))
            said = said[1:]
        else:
            clauses = _missing(id, slot, shape, clauses, problems)
            words.append(slot.words[0])
    flags = [word for word in said if word in shape.flags]
    for word in said:
        if word not in shape.flags:
            extra = f"what may follow is {' or '.join(shape.flags)}" if shape.flags else "put a comma before a clause"
            problems.append(
                (
                    f"`{clean(word, 40)}` is one word too many at the beginning of {_a(shape.what)}",
                    f"{extra}; such as `{shape.example}`",
                )
            )
            break
    return Opening(id, tuple(words), tuple(flags), clauses.strip(), problems)


def _a(what: str) -> str:
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _id(word: str, shape: Shape, problems: list[tuple[str, str]]) -> str:
    if _ID.fullmatch(word):
        return word
    better = re.sub("[^a-z0-9]+", "-", word.lower()).strip("-")
    problems.append(
        (
            f"{_a(shape.what)} begins with its id, and `{clean(word, 40)}` cannot be one",
            (f"perhaps `{better}`; " if better else "") + f"such as `{shape.example}`",
        )
    )
    return better or "x"


def _unknown(word: str, slot: Slot, shape: Shape, problems: list[tuple[str, str]]) -> str:
    near = did_you_mean(word, slot.words)
    listed = f"write one of: {', '.join(slot.words)}"
    problems.append(
        (
            f"`{clean(word, 40)}` is not the {slot.name} of {_a(shape.what)}",
            f"did you mean `{near}`? Otherwise {listed}" if near else f"{listed}; such as `{shape.example}`",
        )
    )
    return near or slot.words[0]


def _missing(id: str, slot: Slot, shape: Shape, clauses: str, problems: list[tuple[str, str]]) -> str:
    """Tell that a word is missing; returns the clauses without it where it stands among them."""
    first, _, after = clauses.strip().partition(",")
    word = first.split(" ")[0] if first else ""
    if word in slot.words and first == word:
        problems.append(
            (f"a comma stands before `{word}`", f"only clauses are set apart by commas; such as `{shape.example}`")
        )
        return after
    problems.append(
        (
            f"the {shape.what} `{clean(id, 40)}` does not say its {slot.name}",
            f"write it after the id: {', '.join(slot.words)}; such as `{shape.example}`",
        )
    )
    return clauses
