"""Clauses of the short form: ``doctrinal 3 for power.by-notice; cites ames, see also oxley at 92; rebuts r-each``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from moot.case.words import Modality, Signal
from moot.errors import did_you_mean
from moot.files.case.said import called
from moot.files.case.short.values import listed, mapping, put, word
from moot.files.yaml.values import Map, Seq, Where

__all__ = ["Clauses", "read_clauses"]

_ATTACKS: Final = {"rebuts": "rebut", "undermines": "undermine", "undercuts": "undercut"}
"""The words for attacks in the short form, and in the long."""
_MODALITIES = tuple(str(each) for each in Modality)
_LISTS = frozenset({"contradicts", "outside", "retracts", "strikes", "withdraws"})
_BY_THEMSELVES = frozenset({"contradicts", "retracts", "strikes", "withdraws"})
"""Lists that may name nothing: the point the question stands under is meant, or the answer that the question follows."""
_FLAGS = frozenset({"briefed", "overclaims"})
_NUMBERS = frozenset({"ticks", "worth"})
_REPLIES = {"accepts": "accept", "distinguishes": "distinguish"}
_LONGER = {
    "appeals to ": "appeals",
    "asked by ": "asked_by",
    "replies to ": "replies_to",
    "for ": "who",
}
"""Clauses that begin with more than one word or are called otherwise, and the key of the list they make."""
_PICKS = ("authority", "record")
_OF_IDS = frozenset(_ATTACKS) | {"record"} | _LISTS
_TITLES = re.compile(r"(?:\bthe\s)?\b(?:Chief Justice|Justice|Judge|Mr\.|Ms\.|Mrs\.)\s|,?\s\b(?:C\. ?J\.|J\.)")
"""The titles that people write before or after the name of a judge."""
_SIGNALS = sorted((str(each) for each in Signal), key=len, reverse=True)
_CITE = re.compile(
    rf"(?:(?P<signal>{'|'.join(re.escape(each) for each in _SIGNALS)})\s)?(?P<id>[a-z0-9][a-z0-9-]*)(?:\sat\s(?P<pin>[^,;]+))?"
)
_FIRST_WORDS = ("cites", "record", "appeals", *_ATTACKS, *sorted(_LISTS), *sorted(_FLAGS), *sorted(_NUMBERS), "said", "unsaid", "accepts", "distinguishes", "asked", "source", "pick", "replies")  # fmt: skip
_RUN_ON = re.compile(rf"(?:[,;]|(?<=[a-z] \d)|(?<=-\d))\s(?=(?:{'|'.join((*_FIRST_WORDS, *_MODALITIES))})\b)")
_HOW = "clauses begin with a modality and a strength (`doctrinal 3`), or with cites, record, appeals to, rebuts, undermines, undercuts, worth, overclaims, ..."
_HYPHENS = re.compile("[\u2010-\u2015\u2212\u00ad\ufe63\uff0d]")
"""What stands for a hyphen in texts that were typeset, or pasted from a page that was."""
_ODD_HYPHEN = re.compile(rf"[a-z0-9][a-z0-9.-]*(?:{_HYPHENS.pattern}[a-z0-9.-]+)+")
Refuse = Callable[[str, str], None]
"""What is told of a clause that cannot be read: the clause, and what would do."""


@dataclass
class Clauses:
    """What a row of clauses says: keys of an argument, and keys of the thing that makes it."""

    argument: Map = field(default_factory=Map)
    own: Map = field(default_factory=Map)
    refused: bool = False
    """Whether a clause could not be read, so that a key may be missing that was meant."""


def read_clauses(text: str, at: Where, between: str, refuse: Refuse) -> Clauses:
    """Read a row of clauses; ``between`` separates them."""
    reader = _ClauseReader(Clauses(), at, refuse)
    for odd in dict.fromkeys(_ODD_HYPHEN.findall(text)):
        reader.refuse(odd, f"write a plain hyphen: `{_HYPHENS.sub('-', odd)}`")
    text = _ODD_HYPHEN.sub(lambda found: _HYPHENS.sub("-", found[0]), text)
    sign = "semicolon" if between == ";" else "comma"
    for part in text.split(between):
        said = " ".join(part.split())
        begins = 0
        run_on = list(_RUN_ON.finditer(said))
        if run_on:
            words = " and ".join(f"`{said[mark.end() :].split(' ')[0].strip(',;')}`" for mark in run_on)
            reader.refuse(said, f"put a {sign} before {words}: clauses are set apart by {sign}s here")
        for mark in run_on:
            reader.clause(said[begins : mark.start()])
            begins = mark.end()
        if said[begins:]:
            reader.clause(said[begins:])
    return reader.found


@dataclass
class _ClauseReader:
    found: Clauses
    at: Where
    tell: Refuse

    def refuse(self, clause: str, cure: str) -> None:
        self.found.refused = True
        self.tell(clause, cure)

    def clause(self, said: str) -> None:
        first, _, rest = said.partition(" ")
        if first in _OF_IDS and (cure := _no_ids(first, rest)):
            self.refuse(said, cure)
            return
        if first in _MODALITIES:
            self.urges(first, rest, said)
        elif first in _ATTACKS and rest:
            self.add(
                self.found.argument, "attacks", *(mapping([(_ATTACKS[first], word(id))], self.at) for id in _ids(rest))
            )
        elif first == "cites" and rest:
            self.add(self.found.argument, "cites", *self.cites(rest))
        elif first == "record" and rest:
            self.add(self.found.argument, "record", *map(word, _ids(rest)))
        elif said.startswith("appeals to "):
            self.add(self.found.argument, "appeals", *map(word, _ids(said[11:])))
        else:
            self.own(first, rest, said)

    def own(self, first: str, rest: str, said: str) -> None:
        own, at = self.found.own, self.at
        if first == "asked" and (names := _TITLES.sub(" ", rest)) != rest:
            ids = [each.lower() for each in _ids(names.removeprefix("by "))]
            self.refuse(said, f"write the ids of the judges: `asked by {' '.join(ids)}`")
            said = f"asked by {' '.join(ids)}"
        longer = next((each for each in _LONGER if said.startswith(each)), "")
        if first in _FLAGS and not rest:
            put(own, first, word("true"), at)
        elif first in _NUMBERS and re.fullmatch(r"[+-]?\d{1,3}", rest):
            self.once(own, first, rest.removeprefix("+"), said)
        elif first in _LISTS and (rest or first in _BY_THEMSELVES):
            self.add(own, first, *map(word, _ids(rest)))
        elif first in {"said", "unsaid"} and rest:
            self.add(own, "when", *(mapping([(first, word(id))], at) for id in _ids(rest)))
        elif first in _REPLIES and rest:
            put(own, "reply", mapping([(_REPLIES[first], word(rest))], at), at)
        elif longer:
            self.add(own, _LONGER[longer], *map(word, _ids(said[len(longer) :])))
        elif first == "pick" and rest in _PICKS:
            self.refuse(said, f"write `pick the {rest}`")
            self.once(own, "pick", rest, said)
        elif first == "source" and rest:
            self.once(own, "source", rest, said)
        elif said.startswith("pick the "):
            self.once(own, "pick", said[9:], said)
        else:
            self.unknown(first, rest, said)

    def unknown(self, first: str, rest: str, said: str) -> None:
        """A clause that begins with no word that is known: go on as if the nearest word had been meant."""
        if re.match(r"\d\b", rest):
            near = called(first) or did_you_mean(first, _MODALITIES)
            self.refuse(
                said, f"did you mean `{near}`?" if near else f"the modality is one of: {', '.join(_MODALITIES)}"
            )
            self.urges(near or _MODALITIES[0], rest, said)
            return
        near = did_you_mean(first, _FIRST_WORDS)
        self.refuse(said, f"did you mean `{near}`?" if near else _HOW)
        if near and near != first:
            # What the nearest word lacks has been told with it.
            _ClauseReader(self.found, self.at, lambda _clause, _cure: None).clause(f"{near} {rest}".strip())

    def urges(self, modality: str, rest: str, said: str) -> None:
        strength, _, positions = rest.partition(" for ")
        argument, at = self.found.argument, self.at
        if "modality" in argument:
            self.refuse(
                said,
                f"an argument has one modality, and this one is {argument['modality']}: keep one, or make two points",
            )
            return
        if not re.fullmatch(r"\d", strength):
            self.refuse(
                said,
                f"write the strength, 1 to 5, after the modality, and what it urges after `for`: `{modality} 3 for issue.position`",
            )
            strength = "3"
        put(argument, "modality", word(modality), at)
        if positions:
            first, *others = [each for each in re.split(r"[,\s]+", positions) if each != "and"]
            put(argument, "urges", word(first), at)
            if others:
                put(argument, "also_urges", listed(map(word, others), at), at)
        put(argument, "strength", word(strength), at)

    def add(self, into: Map, key: str, *values: Map | str) -> None:
        """Put values at the end of a list, so that a clause that stands twice adds to itself."""
        before = into.get(key)
        made = before if isinstance(before, Seq) else listed((), self.at)
        for value in values:
            made.append(value)
            made.marks.append(self.at)
        put(into, key, made, self.at)

    def once(self, into: Map, key: str, value: str, said: str) -> None:
        if key in into:
            self.refuse(said, f"`{key}` is said twice; keep one")
        put(into, key, word(value), self.at)

    def cites(self, rest: str) -> list[Map | str]:
        made: list[Map | str] = []
        place = 0
        while place < len(rest):
            cite = _CITE.match(rest, place)
            if cite is None:
                self.refuse(rest[place:], "write ids of authorities: `cites ames, see also oxley at 92`")
                break
            if cite["signal"] or cite["pin"]:
                parts = [("authority", cite["id"]), ("signal", cite["signal"]), ("pin", (cite["pin"] or "").strip())]
                made.append(mapping([(key, word(value)) for key, value in parts if value], self.at))
            else:
                made.append(word(cite["id"]))
            place = cite.end()
            gap = re.compile(r"[,\s]+").match(rest, place)
            place = gap.end() if gap else max(place, cite.end())
            if gap is None and place < len(rest):
                self.refuse(rest[place:], "put a comma between two authorities")
                break
        return made


def _no_ids(first: str, rest: str) -> str:
    """How to mend a clause that should list ids and lists words of a title, or pages; empty where it lists ids."""
    if re.match(r"(?:pages?|pp?\.)\s*\d", rest):
        return f"write the ids of the entries, and not their pages: `{first} an-entry`"
    ids = _ids(rest)
    if len(ids) > 1 and any(re.search(r"[A-Z!?’']|\.(?![a-z0-9])", each) for each in ids):
        return f"write the id of what is meant, and not its title: `{first} an-id`"
    return ""


def _ids(text: str) -> list[str]:
    return [each for each in re.split(r"[,\s]+", text) if each and each != "and"]
