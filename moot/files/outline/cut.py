"""An opinion cut up: its pages, the opinions in it, sentences that hold something, what it quotes, what it cites, what it orders."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.case.words import Disposition, OpinionKind
from moot.files.outline.authorities import CitedCase, authorities, statutes
from moot.files.outline.pages import PagedText, paged
from moot.files.outline.sentences import PagedWords, Sentence, sentences, words_of

__all__ = ["Cut", "CutOpinion", "HeldSentence", "Quoted", "cut"]

_MOST_WORDS = 50
_MOST_HELD = {True: 14, False: 6}
_JUSTICE = r"(?:(?:MR\.\s|MADAM\s)?(?:CHIEF\s)?JUSTICE|(?:Mr\.\s)?(?:Chief\s)?Justice|(?:CHIEF\s)?JUDGE|(?:Chief\s)?Judge|PRESIDENT)"
_NAME = r"[A-Z][A-Za-z'’.-]{1,24}"
_HEAD = re.compile(
    rf"^(?:{_JUSTICE}\s(?P<name>{_NAME})(?P<rest>(?:,|\s(?:delivered|announced|dissent|concur))[^\n]{{0,300}}?)"
    rf"|(?P<circuit>[A-Z][A-Z'’.-]{{1,24}}),\s(?:(?:Chief|Senior|Circuit|District|Associate|Presiding)\s){{0,2}}(?:Judge|Justice|C\.\s?J\.|J\.)(?P<what>(?:,[^\n]{{0,120}})?)[:.])",
    re.MULTILINE,
)
_JOIN = re.compile(r"(?:with\swhom|in\swhich)\s(?P<names>[^\n]{3,240}?)\s?,?\sjoin(?:s|ed)?\b")
_ANY_NAME = re.compile(
    r"\b(?:JUSTICE|Justice|JUDGE|Judge)\s([A-Z][A-Za-z'’-]{1,24})|\b([A-Z][A-Z'’-]{2,24}),?(?=\s|,|$)"
)
_NOT_NAMES = frozenset({"JUSTICE", "CHIEF", "JJ", "AND", "MR", "JUDGE", "PRESIDENT", "COURT", "THE"})
_CUE = re.compile(
    r"\b(?:[Ww]e|the Court|I)\s(?:(?:also|therefore|thus|now|do not|cannot|can|would)\s)?"
    r"(?:hold|held|conclude|think|find|agree|disagree|reject|decline|reverse|affirm|vacate|answer|decide|need not|reach|adhere|believe|join)\b"
    r"|^(?:Accordingly|Thus|In sum|Therefore|It is clear|That is enough|This is not to say|In short|Nor do we|Nothing in)\b"
    r"|\brequires\b|\bis enough\b|\bis not enough\b|\bcontrolled by\b",
)
_QUOTE = re.compile(r"(?<![^\s(\[—-])[\"“](?=\S)([^\"“”\n]{15,400}?)(?<=\S)[\"”](?!\w)")
_LINE_UP = re.compile(r"\b[A-Z][A-Z'’]+,\s(?:C\.\s)?J\.,\s(?:delivered|announced)[^\n]*")
_IN_LINE_UP = re.compile(
    r"\b([A-Z][A-Z'’]+),\s(?:C\.\s)?J\.,\s(?:delivered|announced|filed)(.*?)(?=\b[A-Z][A-Z'’]+,\s(?:C\.\s)?J\.,\s(?:filed|took)|$)"
)
_ORDER = (
    (re.compile(r"\breverse[sd]?\b.{0,160}\bremand|\brevers(?:ed|al) and remand"), Disposition.REVERSED_AND_REMANDED),
    (re.compile(r"\bvacate[sd]?\b.{0,160}\bremand"), Disposition.VACATED_AND_REMANDED),
    (re.compile(r"\baffirm(?:ed)? in part\b.{0,60}\breverse"), Disposition.REVERSED_IN_PART),
    (re.compile(r"\b(?:we|is|are|must be|be)\s(?:therefore\s)?revers(?:e|ed)\b|\bReversed\."), Disposition.REVERSED),
    (re.compile(r"\b(?:we|is|are|must be|be)\s(?:therefore\s)?affirm(?:ed)?\b|\bAffirmed\."), Disposition.AFFIRMED),
)


@dataclass(frozen=True)
class HeldSentence:
    """A sentence that decides something, with its page."""

    id: str
    text: str
    pin: str


@dataclass(frozen=True)
class Quoted:
    """PagedWords that the opinion itself quotes, and its page."""

    text: str
    pin: str


@dataclass(frozen=True)
class CutOpinion:
    """One of the opinions in the text."""

    id: str
    author: str
    kind: OpinionKind
    joined: tuple[str, ...]
    held: tuple[HeldSentence, ...]


@dataclass(frozen=True)
class Cut:
    """Everything that can be read off an opinion's text without knowing the law."""

    paged: PagedText
    opinions: tuple[CutOpinion, ...]
    cited: tuple[CitedCase, ...]
    statutes: tuple[str, ...]
    quoted: tuple[Quoted, ...]
    long: tuple[HeldSentence, ...]
    """Sentences that decide something and are too long to quote whole."""
    disposition: Disposition | None


def cut(text: str) -> Cut:
    """Cut the text of an opinion up."""
    pages = paged(text)
    words = words_of(pages.text)
    opinions: list[CutOpinion] = []
    long: list[HeldSentence] = []
    heads = _heads(words.text)
    for index, (start, end, author, kind, joined) in enumerate(heads):
        lead = index == 0
        id = "court" if lead else author if author not in {each.id for each in opinions} else f"{author}-{index + 1}"
        held, more = _held(words, sentences(words, start, end), id, most=_MOST_HELD[lead])
        opinions.append(CutOpinion(id, author, kind, tuple(joined), tuple(held)))
        long += more
    lead_end = heads[0][1]
    quoted = tuple(
        Quoted(each[1], words.pages_of(each.span()))
        for each in _QUOTE.finditer(words.text)
        if 4 <= len(each[1].split()) <= _MOST_WORDS
    )
    return Cut(
        pages,
        tuple(opinions),
        tuple(authorities(words)),
        tuple(statutes(words)),
        quoted,
        tuple(long),
        _ordered(words.text[:lead_end]),
    )


_Head = tuple[int, int, str, OpinionKind, list[str]]


def _heads(text: str) -> list[_Head]:
    """Each opinion: where it begins and ends, its author, kind and who joined it. The first is the court's."""
    starts = []
    listed = _LINE_UP.search(text)
    joiners = {}
    for each in _IN_LINE_UP.finditer(listed.group() if listed else ""):
        joins = _JOIN.search(each[2])
        joiners[_plain(each[1])] = _names(joins["names"]) if joins else []
    for head in _HEAD.finditer(text):
        if listed and listed.start() <= head.start() < listed.end():
            continue
        said = head["rest"] or head["what"] or ""
        until = text.find("\n", head.end())
        line = text[head.start() : until if until >= 0 else len(text)]
        kind = _kind(said + line[head.end() - head.start() :][:200])
        joins = _JOIN.search(line)
        author = _plain(head["name"] or head["circuit"])
        joined = _names(joins["names"]) if joins else joiners.get(author, [])
        starts.append((head.start(), author, kind, [each for each in joined if each != author]))
    if not starts:
        return [(0, len(text), "the-court", OpinionKind.COURT, [])]
    ends = [start for start, *_ in starts[1:]] + [len(text)]
    return [(start, end, *rest) for (start, *rest), end in zip(starts, ends, strict=True)]  # type: ignore[misc]


def _kind(said: str) -> OpinionKind:
    for words, kind in (
        ("concurring in part and dissenting in part", OpinionKind.IN_PART),
        ("concurring in the judgment", OpinionKind.IN_THE_JUDGMENT),
        ("concurring in the result", OpinionKind.IN_THE_JUDGMENT),
        ("announced the judgment", OpinionKind.PLURALITY),
        ("dissent", OpinionKind.DISSENTING),
        ("concurring", OpinionKind.CONCURRING),
    ):
        if words in said:
            return kind
    return OpinionKind.COURT


def _names(said: str) -> list[str]:
    found = [each[1] or each[2] for each in _ANY_NAME.finditer(said)]
    return list(dict.fromkeys(_plain(each) for each in found if each.upper() not in _NOT_NAMES))


def _plain(name: str) -> str:
    return re.sub("[^a-z]+", "", name.lower())


def _held(
    words: PagedWords, said: list[Sentence], opinion: str, *, most: int
) -> tuple[list[HeldSentence], list[HeldSentence]]:
    """Sentences that decide something: those that can be quoted whole, and those that are too long."""
    held: list[HeldSentence] = []
    long: list[HeldSentence] = []
    numbers: dict[str, int] = {}
    for each in said:
        count = len(each.text.split())
        if not _CUE.search(each.text) or count < 6 or each.text.count('"') % 2:
            continue
        pin = words.pages_of((each.start, each.end)) or "TODO: the page"
        first = pin.split("-")[0] if pin[0].isdigit() else "1"
        numbers[first] = numbers.get(first, 0) + 1
        id = f"{opinion[0]}-{first}" + ("" if numbers[first] == 1 else f"-{numbers[first]}")
        (held if count <= _MOST_WORDS else long).append(HeldSentence(id, each.text, pin))
    if len(held) > most:  # keep those that say most plainly that they decide
        plain = [each for each in held if re.search(r"\b(?:hold|conclude|enough|requires|reverse|affirm)\b", each.text)]
        others = [each for each in held if each not in plain]
        kept = {each.id for each in [*plain, *others][:most]}
        held = [each for each in held if each.id in kept]
    if not held and said:
        opening = next((each for each in said if 6 <= len(each.text.split()) <= _MOST_WORDS), said[0])
        held = [
            HeldSentence(
                f"{opinion[0]}-1",
                " ".join(opening.text.split()[:_MOST_WORDS]),
                words.pages_of((opening.start, opening.end)) or "TODO: the page",
            )
        ]
    return held, long


def _ordered(text: str) -> Disposition | None:
    """What the lead opinion orders, by its last words."""
    end = text[-1500:].replace("\n", " ")
    return next((disposition for pattern, disposition in _ORDER if pattern.search(end)), None)
