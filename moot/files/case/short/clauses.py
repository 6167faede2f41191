"""Clauses of the short form: ``doctrinal 3 for power.by-notice; cites ames, see also oxley at 92; rebuts r-each``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from moot.case.words import Modality, Signal
from moot.files.yaml.values import Map, Plain, Seq, Value, Where

__all__ = ["ATTACKS", "Clauses", "listed", "mapping", "read_clauses", "word"]

ATTACKS = {"rebuts": "rebut", "undermines": "undermine", "undercuts": "undercut"}
"""The words for attacks in the short form, and in the long."""
_MODALITIES = frozenset(str(each) for each in Modality)
_LISTS = frozenset({"contradicts", "outside", "retracts", "strikes", "withdraws"})
_OF_THIS_POINT = frozenset({"strikes", "withdraws"})
"""Lists that mean the point the question stands under where they name nothing."""
_FLAGS = frozenset({"briefed", "overclaims"})
_NUMBERS = frozenset({"ticks", "worth"})
_SIGNALS = sorted((str(each) for each in Signal), key=len, reverse=True)
_CITE = re.compile(
    rf"(?:(?P<signal>{'|'.join(re.escape(each) for each in _SIGNALS)})\s)?(?P<id>[a-z0-9][a-z0-9-]*)(?:\sat\s(?P<pin>[^,;]+))?"
)
Refuse = Callable[[str, str], None]
"""What is told of a clause that cannot be read: the clause, and what would do."""


@dataclass
class Clauses:
    """What a row of clauses says: keys of an argument, and keys of the thing that makes it."""

    argument: Map = field(default_factory=Map)
    own: Map = field(default_factory=Map)


def word(text: str) -> Plain:
    """A word or number as if it had been written in the file by itself."""
    return Plain(text)


def listed(items: Iterable[Value], at: Where) -> Seq:
    """A list whose items all stand at one place of the file."""
    made = Seq(flow=True)
    for item in items:
        made.append(item)
        made.marks.append(at)
    return made


def mapping(items: Iterable[tuple[str, Value]], at: Where) -> Map:
    """A mapping whose keys all stand at one place of the file."""
    made = Map(flow=True)
    for key, item in items:
        made[key] = item
        made.marks[key] = (at, at)
    return made


def read_clauses(text: str, at: Where, between: str, refuse: Refuse) -> Clauses:
    """Read a row of clauses; ``between`` separates them."""
    found = Clauses()
    for part in text.split(between):
        said = " ".join(part.split())
        if said:
            _clause(said, found, at, refuse)
    return found


def _clause(said: str, found: Clauses, at: Where, refuse: Refuse) -> None:
    first, _, rest = said.partition(" ")
    if first in _MODALITIES:
        _urges(first, rest, found.argument, at, refuse, said)
    elif first in ATTACKS and rest:
        attacks = found.argument.get("attacks")
        made = attacks if isinstance(attacks, Seq) else listed((), at)
        for target in _ids(rest):
            made.append(mapping([(ATTACKS[first], word(target))], at))
            made.marks.append(at)
        _put(found.argument, "attacks", made, at)
    elif first == "cites" and rest:
        _put(found.argument, "cites", _cites(rest, at, refuse), at)
    elif first == "record" and rest:
        _put(found.argument, "record", listed(map(word, _ids(rest)), at), at)
    elif first == "appeals" and rest.startswith("to "):
        _put(found.argument, "appeals", listed(map(word, _ids(rest[3:])), at), at)
    else:
        _own(first, rest, said, found.own, at, refuse)


def _own(first: str, rest: str, said: str, own: Map, at: Where, refuse: Refuse) -> None:
    if first in _FLAGS and not rest:
        _put(own, first, word("true"), at)
    elif first in _NUMBERS and re.fullmatch(r"[+-]?\d{1,3}", rest):
        _put(own, first, word(rest.removeprefix("+")), at)
    elif first in _LISTS and (rest or first in _OF_THIS_POINT):
        _put(own, first, listed(map(word, _ids(rest)), at), at)
    elif first in {"said", "unsaid"} and rest:
        before = own.get("when")
        guards = before if isinstance(before, Seq) else listed((), at)
        for id in _ids(rest):
            guards.append(mapping([(first, word(id))], at))
            guards.marks.append(at)
        _put(own, "when", guards, at)
    elif first == "accepts" and rest:
        _put(own, "reply", mapping([("accept", word(rest))], at), at)
    elif first == "distinguishes" and rest:
        _put(own, "reply", mapping([("distinguish", word(rest))], at), at)
    elif first == "for" and rest:
        _put(own, "who", listed(map(word, _ids(rest)), at), at)
    elif said.startswith("asked by "):
        _put(own, "asked_by", listed(map(word, _ids(said[9:])), at), at)
    elif first == "source" and rest:
        _put(own, "source", word(rest), at)
    elif said.startswith("pick the "):
        _put(own, "pick", word(said[9:]), at)
    elif said.startswith("replies to "):
        _put(own, "replies_to", listed(map(word, _ids(said[11:])), at), at)
    else:
        refuse(
            said,
            "clauses begin with a modality and a strength (`doctrinal 3`), or with cites, record, appeals to, rebuts, undermines, undercuts, worth, overclaims, ...",
        )


def _urges(modality: str, rest: str, argument: Map, at: Where, refuse: Refuse, said: str) -> None:
    strength, _, positions = rest.partition(" for ")
    if not re.fullmatch(r"\d", strength):
        refuse(
            said,
            f"write the strength after the modality, and what it urges after `for`: `{modality} 3 for issue.position`",
        )
        return
    _put(argument, "modality", word(modality), at)
    if positions:
        first, *others = [each for each in re.split(r"[,\s]+", positions) if each != "and"]
        _put(argument, "urges", word(first), at)
        if others:
            _put(argument, "also_urges", listed(map(word, others), at), at)
    _put(argument, "strength", word(strength), at)


def _cites(rest: str, at: Where, refuse: Refuse) -> Seq:
    made = listed((), at)
    place = 0
    while place < len(rest):
        cite = _CITE.match(rest, place)
        if cite is None:
            refuse(rest[place:], "write ids of authorities: `cites ames, see also oxley at 92`")
            break
        if cite["signal"] or cite["pin"]:
            parts = [("authority", cite["id"]), ("signal", cite["signal"]), ("pin", (cite["pin"] or "").strip())]
            made.append(mapping([(key, word(value)) for key, value in parts if value], at))
        else:
            made.append(word(cite["id"]))
        made.marks.append(at)
        place = cite.end()
        gap = re.compile(r"[,\s]+").match(rest, place)
        place = gap.end() if gap else max(place, cite.end())
        if gap is None and place < len(rest):
            refuse(rest[place:], "put a comma between two authorities")
            break
    return made


def _ids(text: str) -> list[str]:
    return [each for each in re.split(r"[,\s]+", text) if each and each != "and"]


def _put(into: Map, key: str, value: Value, at: Where) -> None:
    into[key] = value
    into.marks[key] = (at, at)
