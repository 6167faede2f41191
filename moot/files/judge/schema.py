"""The shapes of a judge file and of a bench file (docs/judge-format.md), as data."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from moot.bench.persona import MOST_JUDGES
from moot.case import PRINCIPLES, Modality, Purpose, Reaction
from moot.case.stock import LEADS
from moot.files.case.scalars import ID, SHORT, optional
from moot.files.schema.shapes import (
    Field,
    Fields,
    Flag,
    Keyed,
    ListOf,
    Number,
    Ratio,
    Reading,
    Text,
    Word,
)
from moot.opinion.prose.styles import STYLES

__all__ = ["BENCH", "BENCH_FORMAT", "JUDGE", "JUDGE_FORMAT", "WRITES"]

JUDGE_FORMAT = "moot-judge/1"
BENCH_FORMAT = "moot-bench/1"

WRITES = ("opens", "adopts", "rejects", "answers", "closes")
"""The places in an opinion that have phrases."""

CREED = 3
"""A principle held this strongly needs a source."""

PLAIN = (1, 3)
"""A receptivity within these bounds needs no source: neither deaf to a modality nor strongly moved by it."""

PHRASES = ListOf(Text(400))
PRICES = (
    "candor", "directness", "evasion", "deflection", "contradiction", "outside", "overclaim", "repetition", "unrecognized",
)  # fmt: skip


def _held(values: dict[str, Any], reading: Reading) -> None:
    name, weight, most = values["principle"], values["weight"], max((values["weight"], *values["range"]))
    if most >= CREED and not values["source"]:
        message = f"`{name}` is held at {weight} without a source"
        if weight < CREED:
            message = f"the range of `{name}` goes to {most} without a source"
        reading.tell(
            "J102",
            message,
            "add `source:` with the opinion or article it is drawn from, or hold it at 1 or 2",
        )
    if values["range"]:
        _within(f"`{name}`", weight, values["range"], reading, ("range",))


def _within(what: str, value: int, bounds: tuple[int, ...], reading: Reading, at: tuple[Any, ...]) -> None:
    """Tell if a range is not two numbers in order, or the value lies outside it."""
    if len(bounds) != 2:
        return  # M109 has said so
    if bounds[0] > bounds[1]:
        message = f"the range of {what} is {bounds[0]} to {bounds[1]}, the highest first"
    elif not bounds[0] <= value <= bounds[1]:
        message = f"{what} is {value}, outside its range of {bounds[0]} to {bounds[1]}"
    else:
        return
    reading.path += at
    reading.tell("J112", message, "write `range: [lowest, highest]` with the value between the two")
    del reading.path[len(reading.path) - len(at) :]


def _receptivity_range(values: dict[str, Any], reading: Reading) -> None:
    bounds = values["range"]
    if bounds and (min(bounds) < PLAIN[0] or max(bounds) > PLAIN[1]) and not values["source"]:
        message = f"a receptivity of {min(bounds)} to {max(bounds)} has no source"
        help = f"add `source:` with the opinion it is drawn from, or keep the range within {PLAIN[0]} to {PLAIN[1]}"
        reading.tell("J102", message, help)


def _judge(values: dict[str, Any], reading: Reading) -> None:
    seen: set[str] = set()
    for index, item in enumerate(values["principles"]):
        if item is not None and item["principle"] in seen:
            reading.path += ["principles", index]
            reading.tell("J103", f"`{item['principle']}` is listed twice", "keep one of the two")
            del reading.path[-2:]
        elif item is not None:
            seen.add(item["principle"])
    for name, ranged in values["ranges"].items():
        if ranged is not None and name in values["receptivity"]:
            at = ("ranges", name, "range")
            _within(f"the receptivity for {name} arguments", values["receptivity"][name], ranged["range"], reading, at)
    if not any(values["purposes"].values()):
        reading.path.append("purposes")
        reading.tell(
            "J104",
            "this judge has no purpose to ask for",
            "give at least one purpose a weight above 0",
            on_key=True,
        )
        reading.path.pop()


_FILLED = {"counsel"}
"""What may stand in braces in a line that a judge speaks."""


def _voice(values: dict[str, Any], reading: Reading) -> None:
    from moot.opinion.prose.phrases import never_used

    for place, phrases in values["writes"].items():
        for number, phrase in enumerate(phrases):
            why = never_used(place, phrase)
            if why:
                reading.path += ["writes", place, number]
                reading.tell("J110", f"no opinion can use this phrase: {why}", "reword it, or delete it", "warning")
                del reading.path[-3:]
    spoken: list[tuple[tuple[str, ...], Any]] = [(("address",), values["address"])]
    spoken += [(("react", word), lines) for word, lines in values["react"].items()]
    spoken += [(("asks", kind), lines) for kind, lines in values["asks"].items()]
    for path, lines in spoken:
        for number, line in enumerate(lines):
            for name in re.findall(r"\{([^{}]*)\}", line):
                if name not in _FILLED:
                    reading.path += [*path, number]
                    message = f"nothing fills `{{{name}}}`: it would be said with its braces"
                    reading.tell("J111", message, "the one place that is filled is `{counsel}`", "warning")
                    del reading.path[-len(path) - 1 :]


HELD = Fields(
    "a principle held",
    {
        "principle": Field(Word(tuple(PRINCIPLES), defined="principles"), says="see docs/words.md"),
        "weight": Field(Number(1, 5), says="1 a leaning to 5 a creed"),
        "range": optional(ListOf(Number(1, 5), least=2, most=2), (), "[lowest, highest] that the source supports"),
        "source": optional(Text(400), "", "needed for a weight or a range that reaches 3"),
    },
    check=_held,
)
RANGE = Fields(
    "the range of a receptivity",
    {
        "range": Field(ListOf(Number(0, 5), least=2, most=2), says="[lowest, highest] that the source supports"),
        "source": optional(Text(400), "", "needed for a range that reaches 0, 4 or 5"),
    },
    check=_receptivity_range,
)
VOICE = Fields(
    "a voice",
    {
        "address": optional(PHRASES, (), "opens a question"),
        "asks": optional(Keyed(PHRASES, tuple(LEADS)), {}, "begins a stock question of this kind"),
        "react": optional(Keyed(PHRASES, tuple(str(word) for word in Reaction)), {}, "lines for what counsel does"),
        "writes": optional(Keyed(PHRASES, WRITES), {}, "phrases for an opinion"),
    },
    check=_voice,
    dropped={"marks": "no screen and no opinion says such a line"},
)
JUDGE = Fields(
    "the judge",
    {
        "format": Field(Word((JUDGE_FORMAT,)), says="the format of the file"),
        "id": Field(ID, says="the same as the file's name"),
        "name": Field(SHORT),
        "title": Field(SHORT),
        "note": Field(Text(1000), says="that this is a style, and not the person"),
        "seniority": Field(Number(1, 99), says="1 is the most senior"),
        "chief": optional(Flag(), False),
        "talk": Field(Number(0, 10), says="0 silent to 10"),
        "opens": optional(
            Number(0, 10), None, "how readily this judge asks the first question of a side; left out, as `talk`"
        ),
        "lean": optional(
            Ratio(Decimal("0.2"), Decimal(5)),
            Decimal(1),
            "questions to the side this judge stands against, for one to the other",
        ),
        "style": optional(
            Word(tuple(STYLES)), None, "how the judge's opinions are written; plain unless it says otherwise"
        ),
        "receptivity": Field(
            Keyed(Number(0, 5), tuple(str(word) for word in Modality), every=True, defined="modalities"),
            says="0 deaf to 5",
        ),
        "ranges": optional(
            Keyed(RANGE, tuple(str(word) for word in Modality), defined="modalities"),
            {},
            "how far each receptivity may be set, and what says so",
        ),
        "principles": optional(ListOf(HELD), ()),
        "purposes": Field(
            Keyed(Number(0, 10), tuple(str(word) for word in Purpose), defined="purposes"),
            says="weights 0 to 10",
        ),
        "prices": optional(
            Fields("prices", {name: optional(Number(0, 3)) for name in PRICES}),
            None,
            "0 to 3 each",
        ),
        "voice": optional(VOICE, None),
    },
    check=_judge,
)


def _bench(values: dict[str, Any], reading: Reading) -> None:
    judges = values["judges"]
    reading.path.append("judges")
    if not 1 <= len(judges) <= MOST_JUDGES:
        reading.tell("J106", f"a bench seats one to fifteen judges, not {len(judges)}", on_key=True)
    for index, id in enumerate(judges):
        if id and id in judges[:index]:
            reading.path.append(index)
            reading.tell("J107", f"`{id}` sits twice", "a judge sits once")
            reading.path.pop()
    reading.path.pop()
    presiding = (values["presiding"],) if values["presiding"] else ()
    for key, named in (("presiding", presiding), ("titles", tuple(values["titles"]))):
        for id in named:
            if id not in judges:
                reading.path.append(key)
                reading.tell("J109", f"`{id}` does not sit on this bench", "name one of its judges")
                reading.path.pop()
    for index, id in enumerate(values["took_no_part"]):
        if id in judges or id in values["took_no_part"][:index]:
            reading.path += ["took_no_part", index]
            reading.tell("J107", f"`{id}` sits, or is named twice", "a judge sits or takes no part")
            del reading.path[-2:]


BENCH = Fields(
    "the bench",
    {
        "format": Field(Word((BENCH_FORMAT,)), says="the format of the file"),
        "id": Field(ID, says="the same as the file's name"),
        "title": Field(SHORT),
        "judges": Field(ListOf(ID), says="ids of judges"),
        "presiding": optional(ID, None, "who presides; left out, the chief, or else the senior judge"),
        "titles": optional(
            Keyed(SHORT), {}, "what judges are called on this bench, such as Judge Ashe or Madam President"
        ),
        "salutation": optional(
            SHORT, "", "how counsel opens, such as: Madam President, distinguished members of the Court."
        ),
        "took_no_part": optional(ListOf(ID), (), "judges of the court who take no part in the case"),
    },
    check=_bench,
)
