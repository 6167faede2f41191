"""What every kind of thing in a file has in common: how it is read, refused and described."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from moot.errors import MOST_SUGGESTED, Diagnostic, Severity, did_you_mean
from moot.files.text import clean
from moot.files.yaml.read import Map, Seq, Value, Where, YamlDocument

__all__ = ["Kind", "Reading", "Schema", "meant_key", "name_of", "short", "unknown_key", "what_is"]

Schema = dict[str, Any]


@dataclass
class Reading:
    """One reading of one document: where we are, and what was found wrong.

    ``broken`` becomes true when something is missing without which the whole cannot be built.
    """

    document: YamlDocument
    problems: list[Diagnostic] = field(default_factory=list)
    path: list[str | int] = field(default_factory=list)
    broken: bool = False
    wanted: str = ""
    """What the key that is being read is to hold, in the words of the schema."""

    def tell(
        self,
        code: str,
        message: str,
        help: str = "",
        severity: Severity = "error",
        *,
        on_key: bool = False,
        at: Where | None = None,
    ) -> None:
        """Note a problem at the present place: at its value, or at its key, or ``at`` a line and column."""
        key = tuple(self.path)
        line, column = at or (self.document.key_at(key) if on_key else self.document.value_at(key))
        self.problems.append(Diagnostic(code, message, key, help, severity, self.document.file, line, column))


class Kind(ABC):
    """What may stand at one place of a file."""

    says = "a value"
    """What is wanted, in words that follow `here stands`."""

    @abstractmethod
    def read(self, raw: Value, reading: Reading) -> Any:
        """The value, or a stand-in when it is wrong; what is wrong is told to ``reading``."""

    @abstractmethod
    def schema(self) -> Schema:
        """The same, as JSON Schema."""

    vital = True
    """Whether the whole cannot be built without it."""

    def blank(self) -> Any:
        """What stands in where there is no value that can be used."""
        return None

    def stand_in(self, reading: Reading) -> Any:
        """What to go on with when there is no value that can be used."""
        if self.vital:
            reading.broken = True
        return self.blank()

    def instead(self, raw: Value, reading: Reading) -> str:
        """How to write what stands here so that it is of this kind; empty where that cannot be told."""
        first = raw[0] if isinstance(raw, Seq) and raw else None
        if isinstance(first, str) and first:
            return f"write one, without brackets, such as {short(first)}" + (
                f"; wanted here: {reading.wanted}" if reading.wanted else ""
            )
        return ""

    def refuse(self, raw: Value, reading: Reading) -> Any:
        """Complain that something of another kind stands here."""
        bullet = isinstance(raw, str) and raw[:1] in "•·▪◦●‣⁃" and raw[:1]
        help = (
            "begin each item of a list with `- ` (a hyphen and a space) on a line of its own"
            if bullet
            else self.instead(raw, reading)
        )
        reading.tell("M103", f"{name_of(reading)} must be {self.says}, but here is {what_is(raw)}", help)
        return self.stand_in(reading)


def what_is(raw: Value) -> str:
    """What stands here, in words."""
    if isinstance(raw, Map):
        return "a mapping (`key: value`)"
    if isinstance(raw, Seq):
        return "a list"
    return "nothing" if not raw else f"the text {short(raw)}"


def short(raw: str) -> str:
    """The beginning of a text, fit for a message."""
    text = clean(raw, 40)
    return f"`{text}`"


def name_of(reading: Reading) -> str:
    """The name of the present place, for the beginning of a sentence."""
    for part in reversed(reading.path):
        if isinstance(part, str):
            last = reading.path[-1]
            return f"`{clean(part, 40)}`" if last is part else f"an item of `{clean(part, 40)}`"
    return "the file"


_IN_LIFE = {
    "start": ("root",),
    "appellant": ("petitioner",),
    "applicant": ("petitioner",),
    "claimant": ("petitioner",),
    "appellee": ("respondent",),
    "winner": ("won",),
    "quotation": ("quote",),
    "page": ("pin",),
    "pincite": ("pin",),
    "heading": ("title",),
    "type": ("kind", "modality"),
    "form": ("modality",),
    "weight": ("strength",),
    "argument": ("speech",),
    "reason": ("why", "reasons"),
    "rationale": ("why", "reasons"),
    "explanation": ("why",),
    "judge": ("author",),
    "justice": ("author",),
    "judgment": ("disposition",),
    "outcome": ("disposition",),
    "principles": ("embodies",),
    "side": ("favors",),
    "answer": ("text",),
    "question": ("text",),
    "precedent": ("doctrinal",),
    "precedential": ("doctrinal",),
    "caselaw": ("doctrinal",),
    "policy": ("prudential",),
    "moral": ("ethical",),
    "seconds": ("ticks",),
    "time": ("minutes", "ticks"),
    "duration": ("minutes", "ticks"),
    "length": ("minutes", "ticks"),
    "rebuttal": ("replies",),
    "justices": ("judges",),
    "members": ("judges",),
    "deadline": ("due",),
}
"""What people call a key who do not know its name here, and the keys that they may mean."""


def meant_key(key: str, known: Iterable[str], reading: Reading) -> str:
    """The known key that one which is not known may mean; empty where none comes near."""
    names = list(known)
    plain = re.sub("[^a-z]", "", key.lower())
    same = next((name for name in names if plain and re.sub("[^a-z]", "", name) in (plain, plain + "s")), "")
    if same:
        return same
    in_life = next((name for name in _IN_LIFE.get(plain, ()) if name in names), "")
    return in_life or (did_you_mean(key, names) if len(reading.problems) < MOST_SUGGESTED else "")


def unknown_key(key: str, known: Iterable[str], reading: Reading, nearest: str = "") -> None:
    """Complain of a key, and offer the nearest that is known, or what is said to come ``nearest``."""
    names = list(known)
    near = meant_key(key, names, reading)
    if nearest:
        help = nearest
    elif key == "<<":
        help = "YAML merge keys are not used here; write the keys out"
    elif any(mark in key for mark in "“”‘’") and not near:
        help = 'curly quotes do not hold a text together: write straight ones (") around the whole text'
    else:
        help = f"did you mean `{near}`?" if near else "known here: " + ", ".join(names)
    reading.tell("M101", f"the key {short(key)} is not known here", help, on_key=True)
