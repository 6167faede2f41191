"""Kinds that are one text in the file: words, numbers, flags, ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from moot.case.language.vocabulary import VOCABULARY, meaning_of
from moot.errors import did_you_mean
from moot.files.schema.base import Kind, Reading, Schema, name_of, short, what_is
from moot.files.text import clean
from moot.files.yaml.read import Map, Plain, Seq, Value, Where
from moot.files.yaml.traps import curly, of_a_page, swallows, trap

__all__ = ["ID_PATTERNS", "Flag", "Id", "Number", "Ratio", "Text", "Word", "Written"]


@dataclass(frozen=True)
class Text(Kind):
    """Words to show or speak, cleaned. ``lines`` keeps newlines; ``empty`` allows nothing at all."""

    limit: int = 2000
    lines: bool = False
    empty: bool = False
    says = "text"

    def read(self, raw: Value, reading: Reading) -> str:
        if not isinstance(raw, str):
            found = trap(raw)
            if found is None:
                self.refuse(raw, reading)
            else:
                reading.tell(*found)
            return ""
        if type(raw) is Plain:
            found = trap(raw) or curly(raw)
            if found is not None:
                reading.tell(*found)
        if ("<" in raw or "&" in raw) and (found := of_a_page(raw)) is not None:
            reading.tell(*found)
        cut = _comment(raw, reading)
        text = clean(raw, len(raw) + 1, lines=self.lines)
        if not text and not self.empty:
            help = "what follows `#` is a comment: put the text in quotes" if cut else ""
            reading.tell(
                "M107",
                f"{name_of(reading)} is empty",
                help or "write the words, or delete the key if it may be left out",
            )
        elif cut and swallows(cut[1]):
            message = f"{name_of(reading)} ends before `{clean(cut[1], 30)}`: a `#` after a space begins a comment"
            reading.tell("M024", message, "put the whole text in quotes", "warning", at=cut[0])
        elif len(text) > self.limit:
            reading.tell(
                "M108",
                f"{name_of(reading)} is longer than {self.limit} characters",
                f"shorten it; wanted here: {reading.wanted}" if reading.wanted else "shorten it",
            )
        return text

    vital = False

    def blank(self) -> str:
        return ""

    def schema(self) -> Schema:
        return {
            "type": "string",
            "minLength": 0 if self.empty else 1,
            "maxLength": self.limit,
        }


def _comment(raw: str, reading: Reading) -> tuple[Where, str] | None:
    """The comment on the same line after this text, if it has no quotes."""
    comments = reading.document.comments
    if not comments or type(raw) is not Plain:
        return None
    return comments.get(reading.document.value_at(tuple(reading.path)))


@dataclass(frozen=True)
class Written(Kind):
    """Text with a pattern, such as a date or a pin cite. ``says`` describes it."""

    pattern: str
    says: str
    code: str = "M114"
    nearest: Callable[[str], str] | None = None
    """What may be meant by a text of another form; empty where that cannot be told."""

    def read(self, raw: Value, reading: Reading) -> str:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
            return ""
        if not re.fullmatch(self.pattern, raw):
            near = self.nearest(raw) if self.nearest is not None else ""
            reading.tell(self.code, f"{name_of(reading)} must be {self.says}, not {short(raw)}", near)
            return ""
        return str(raw)

    vital = False

    def blank(self) -> str:
        return ""

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


_IN_LIFE = {
    "petitioner": "appellant applicant claimant",
    "respondent": "appellee",
    "neither": "none nobody both either no-one",
    "application": "fact facts factual mixed",
    "opinion of the court": "majority court lead",
    "dissenting": "dissent minority",
    "concurring": "concurrence concur",
    "helpful": "friendly kind",
    "hostile": "aggressive angry tough",
    "hypothetical": "hypo",
    "decline": "refuse",
    "concede": "admit grant agree",
    "evade": "dodge avoid",
    "deflect": "divert",
    "exam": "test",
    "training": "practice",
}
"""What people call a word of a list who do not know its name here."""


def _in_life(raw: str, words: Iterable[str]) -> str:
    said = re.sub("[ _]+", "-", raw.strip().lower())
    return next((word for word in words if said in _IN_LIFE.get(word, "").split()), "")


@dataclass(frozen=True)
class Word(Kind):
    """One word of a closed list. ``make`` turns it into its value, an enum as a rule.

    ``nearest`` says what comes nearest to a word that is used in life and cannot be expressed; empty for any other.
    """

    words: tuple[str, ...]
    make: Callable[[str], Any] = str
    defined: str = ""
    nearest: Callable[[str], str] | None = None
    says = "one of the known words"

    @classmethod
    def of(cls, enum: Iterable[Any], make: Callable[[str], Any], defined: str = "") -> Word:
        """The words of a string enum. ``defined`` names the list of the vocabulary that says what they mean."""
        return cls(tuple(str(word) for word in enum), make, defined)

    def read(self, raw: Value, reading: Reading) -> Any:
        if not isinstance(raw, str):
            reading.tell(
                "M103",
                f"{name_of(reading)} must be one of: {', '.join(self.words)}; but here is {what_is(raw)}",
                self.instead(raw, reading),
            )
            return self.stand_in(reading)
        if raw in self.words:
            return self.make(str(raw))
        near = _in_life(raw, self.words) or did_you_mean(raw, self.words)
        said = self.nearest(raw) if self.nearest is not None else ""
        help = said or (f"did you mean `{near}`?" if near else "write one of: " + ", ".join(self.words))
        help += " (`moot list words` says what each means)" * bool(self.defined)
        reading.tell("M104", f"{short(raw)} is not one of the words for {name_of(reading)}", help)
        return self.stand_in(reading)

    vital = False

    def blank(self) -> Any:
        return self.make(self.words[0])

    def schema(self) -> Schema:
        meanings = VOCABULARY.get(self.defined, {})
        described = {"enumDescriptions": [meaning_of(meanings.get(word)) for word in self.words]} if meanings else {}
        return {"enum": list(self.words), **described}


@dataclass(frozen=True)
class Number(Kind):
    """A whole number from ``low`` to ``high``."""

    low: int = 0
    high: int = 1_000_000

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"a whole number from {self.low} to {self.high}"

    def read(self, raw: Value, reading: Reading) -> int:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
        elif type(raw) is not Plain and re.fullmatch(r"-?\d{1,9}", raw):
            reading.tell(
                "M105",
                f"{name_of(reading)} is a number in quotes",
                "take the quotes away",
            )
        elif not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", raw):
            reading.tell(
                "M105",
                f"{name_of(reading)} must be {self.says}, not {short(raw)}",
                _in_digits(raw, self.low, self.high),
            )
        elif not self.low <= int(raw) <= self.high:
            reading.tell("M105", f"{name_of(reading)} must be {self.says}, not {raw}")
        else:
            return int(raw)
        return self.low

    vital = False

    def blank(self) -> int:
        return self.low

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen")  # fmt: skip
_ORDINALS = ("never", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TIMES = ("never", "once", "twice", "thrice")


def _in_digits(raw: str, low: float, high: float) -> str:
    """How a number in words, or with its unit behind it, is written; empty where it cannot be told, or is no number that may stand here."""
    said = raw.strip().lower()
    found = next((str(words.index(said)) for words in (_NUMBER_WORDS, _ORDINALS, _TIMES) if said in words), "")
    if not found and (half := re.fullmatch(r"(\d{1,3}\s+)?1/2", said)):
        found = f"{int(half[1] or 0)}.5"
    if not found and (plain := re.fullmatch(r"(\d{1,6})(?:\.0+|:00)|(\d{1,4}(?:\.\d{1,2})?)\s*[a-z./]{1,12}", said)):
        found = plain[1] or plain[2]
    if not found and len(years := re.findall(r"(?<!\d)\d{4}(?!\d)", said)) == 1:
        found = years[0]
    return f"write `{found}`" if found and low <= float(found) <= high else ""


@dataclass(frozen=True)
class Ratio(Kind):
    """A number with at most two places after the point, from ``low`` to ``high``."""

    low: Decimal
    high: Decimal

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"a number from {self.low} to {self.high}, such as 1.3"

    def read(self, raw: Value, reading: Reading) -> Decimal:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
        elif type(raw) is not Plain:
            reading.tell("M105", f"{name_of(reading)} is a number in quotes", "take the quotes away")
        elif not re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", raw) or not self.low <= Decimal(raw) <= self.high:
            reading.tell(
                "M105",
                f"{name_of(reading)} must be {self.says}, not {short(raw)}",
                _in_digits(raw, float(self.low), float(self.high)),
            )
        else:
            return Decimal(raw)
        return self.blank()

    vital = False

    def blank(self) -> Decimal:
        return Decimal(1)

    def schema(self) -> Schema:
        return {"type": "number", "minimum": float(self.low), "maximum": float(self.high)}


@dataclass(frozen=True)
class Flag(Kind):
    """``true`` or ``false``."""

    says = "`true` or `false`"

    def read(self, raw: Value, reading: Reading) -> bool:
        if raw in ("true", "false"):
            return raw == "true"
        if not isinstance(raw, str):
            self.refuse(raw, reading)
            return False
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(raw.lower(), raw.lower())
        wanted = f"wanted here: {reading.wanted}" if reading.wanted else ""
        help = f"write `{meant}`" if meant in ("true", "false") else wanted
        reading.tell(
            "M113",
            f"{name_of(reading)} must be `true` or `false`, not {short(raw)}",
            help,
        )
        return meant == "true"

    vital = False

    def blank(self) -> bool:
        return False

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Id(Kind):
    """Lower-case words joined by hyphens. ``dots`` is how many dots it may hold: references have one."""

    least_dots: int = 0
    most_dots: int = 0

    @property
    def says(self) -> str:  # type: ignore[override]
        if self.least_dots:
            return "two ids joined by a dot, such as `culpability.purpose`"
        return "an id (lower-case words joined by hyphens, such as `p-riot`)"

    @property
    def pattern(self) -> str:
        """The regular expression of an id."""
        word = "[a-z0-9]+(-[a-z0-9]+)*"
        return word + rf"(\.{word}){{{self.least_dots},{self.most_dots}}}" if self.most_dots else word

    def read(self, raw: Value, reading: Reading) -> str:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
            return ""
        if ID_PATTERNS[self.least_dots, self.most_dots].fullmatch(raw) and len(raw) <= 80:
            if type(raw) is Plain and raw in _LOOK_LIKE_WORDS:
                found = trap(raw)
                if found is not None:
                    reading.tell(*found)
            return str(raw)
        reading.broken = True
        if not raw:
            help = f"write the id after it; wanted here: {self.says}" if reading.path else ""
            reading.tell("M107", f"{name_of(reading)} is empty", help)
            return ""
        better = re.sub("[^a-z0-9.]+", "-", _TITLE.sub("", raw.lower())).strip("-.")
        help = f"perhaps `{clean(better, 60)}`" if better and better != raw else ""
        if self.least_dots and not help:
            help = _positions(raw, reading)
        reading.tell("M106", f"{name_of(reading)} must be {self.says}, not {short(raw)}", help)
        return ""

    def blank(self) -> str:
        return ""

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$", "maxLength": 80}


_TITLE = re.compile(r"^(?:(?:the\s+)?(?:chief\s+)?(?:justice|judge)|mr\.?|ms\.?|mrs\.?)\s+")
"""What stands before the name of a judge, and is no part of an id."""


def _positions(raw: str, reading: Reading) -> str:
    """The positions that may be meant where an issue or a position is named alone."""
    top = reading.document.value
    issues = top.get("issues") if isinstance(top, Map) else None
    found = [
        (issue.get("id"), position.get("id"))
        for issue in (issues if isinstance(issues, Seq) else ())
        if isinstance(issue, Map) and isinstance(positions := issue.get("positions"), Seq)
        for position in positions
        if isinstance(position, Map)
    ]
    meant = [f"`{clean(f'{issue}.{position}', 80)}`" for issue, position in found if raw in (issue, position)]
    return (
        f"name one of its positions: {' or '.join(meant[:8])}"
        if len(meant) > 1
        else f"perhaps {meant[0]}"
        if meant
        else ""
    )


ID_PATTERNS = {dots: re.compile(Id(*dots).pattern) for dots in ((0, 0), (0, 1), (1, 1))}
_LOOK_LIKE_WORDS = frozenset(("no", "yes", "on", "off", "true", "false", "null"))
