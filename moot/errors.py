"""Every error moot raises on purpose.

::

    MootError
    ├── CaseError            a case or judge file has problems; carries every diagnostic
    ├── UnknownName          a word that names nothing (case, judge, bench, side, format …)
    ├── RecordError          a record cannot be read or does not fit its case
    ├── MoveError
    │   ├── InvalidMove      the text cannot be read as a move
    │   ├── IllegalMove      a move, but not now; says why
    │   └── AmbiguousMove    the text fits several legal moves
    ├── InvalidPosition      the text cannot be read as a position of play
    ├── PhaseError           the machine of phases refused a trigger
    └── StoppedThinking      counsel who was thinking about a move was told to stop

A :class:`Diagnostic` is a value: what is wrong, where, and how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

__all__ = [
    "MOST_SUGGESTED",
    "AmbiguousMove",
    "CaseError",
    "Diagnostic",
    "IllegalMove",
    "InvalidMove",
    "InvalidPosition",
    "Key",
    "MootError",
    "MoveError",
    "PhaseError",
    "RecordError",
    "StoppedThinking",
    "UnknownName",
    "did_you_mean",
]

Key = tuple[str | int, ...]
"""Where in a document: the keys and list places from its top, such as ``("points", 3, "title")``."""

Severity = Literal["error", "warning"]


# Not a dataclass: what `moot list` needs starts without the modules that make one.
class Diagnostic(NamedTuple):
    """One problem in a file.

    ``code`` is stable (``M101``); ``key`` says where in the document; ``line`` and ``column`` count from 1
    and are 0 until the reader of files has put them in.
    """

    code: str
    message: str
    key: Key = ()
    help: str = ""
    severity: Severity = "error"
    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}: " if self.file else ""
        mend = f" ({self.help})" if self.help else ""
        return f"{where}{self.severity}[{self.code}]: {self.message}{mend}"


class MootError(Exception):
    """The root: anything moot refuses, in one line fit to show a person."""


class CaseError(MootError):
    """A case or judge file has problems. ``problems`` holds all of them, errors first met first."""

    def __init__(self, problems: Sequence[Diagnostic] = ()) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        if not self.problems:
            return "the file has problems"
        more = len(self.problems) - 1
        tail = f" (and {more} more; run `moot check`)" if more else ""
        return f"{self.problems[0]}{tail}"


class UnknownName(MootError):
    """A word that names nothing known. The message offers the nearest names."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = did_you_mean(name, names)
        listed = "known: " + ", ".join(names) if names else "none is known"
        hint = f"did you mean {near!r}?" if near else listed
        super().__init__(f"no {kind} called {name!r}; {hint}")
        self.kind, self.name, self.known = kind, name, tuple(names)


class RecordError(MootError):
    """A record cannot be read, or was made by a version this one does not know."""


class MoveError(MootError, ValueError):
    """Something is wrong with a move."""


class InvalidMove(MoveError):
    """The text cannot be read as a move at all."""


class IllegalMove(MoveError):
    """A move that the rules do not allow in this position; the message gives the reason."""


class AmbiguousMove(MoveError):
    """The text fits more than one legal move."""


class InvalidPosition(MootError, ValueError):
    """The text cannot be read as a position of play."""


class PhaseError(MootError):
    """The machine of phases does not know the trigger in this phase."""


class StoppedThinking(MootError):
    """Counsel who was thinking about a move was told to stop, and made none."""


MOST_SUGGESTED = 200
"""After so many problems in one file no nearest names are looked for: nobody reads them."""

_MOST_COMPARED = 60
_LONGEST_COMPARED = 80
_SHORTEST_PART = 3


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word nearest to ``word``, or the empty string.

    Of many known words only those that begin or end most like it are compared, so that it stays quick.
    """
    import difflib

    word = word[:_LONGEST_COMPARED].lower()
    words = [name for name in known if len(name) <= _LONGEST_COMPARED]
    if len(words) > _MOST_COMPARED:
        words = [*_beside(word, words, 1), *_beside(word, words, -1)]
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if near:
        return near[0]
    # The name of a case is several words: compare with each of them too.
    parts = {part: name for name in reversed(words) for part in name.lower().split("-") if len(part) > _SHORTEST_PART}
    near = difflib.get_close_matches(word, parts, n=1, cutoff=0.8) if len(parts) <= _MOST_COMPARED else []
    return parts[near[0]] if near else ""


def _beside(word: str, words: list[str], step: int) -> list[str]:
    """The words on both sides of ``word`` in the order of the alphabet, read forwards or backwards."""
    import bisect

    ranked = sorted(words, key=lambda name: name[::step])
    at = bisect.bisect_left(ranked, word[::step], key=lambda name: name[::step])
    return ranked[max(0, at - _MOST_COMPARED // 4) : at + _MOST_COMPARED // 4]
