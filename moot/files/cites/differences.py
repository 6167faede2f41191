"""How a quotation that does not stand in an opinion differs from the passage it was taken from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from moot.files.cites.fold import fold
from moot.files.cites.opinion_text import OpinionText

__all__ = ["Altered", "altered"]

_OMITTED = re.compile(r"(?:\[\s?)?(?:\.\s?){3,4}(?:\])?|(?:\[\s?)?\*\s?\*\s?\*(?:\s?\])?")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_MOST_WORDS = 200
"""Words of a quotation that are compared."""

_FEWEST = 3
"""Words that must agree for a passage to be the one quoted from: as many, or half of a short quotation."""

_MOST_PLACES = 4000
"""Places of one pair of words that are looked at."""

_STRAY = 2
"""So few words at an end that agree, beyond more words than that which do not, agree by chance."""

_SIGNS = "'.,;:?!()[]-"
"""Signs that may stand beside the first and the last word of a quotation."""

_MOST_TOLD = 12
_LONGEST = 60


@dataclass(frozen=True)
class Altered:
    """A passage that a quotation was taken from, and every difference in words a person can act on."""

    offset: int
    """Where the passage begins in the text as written."""
    text: OpinionText
    differences: tuple[str, ...]

    def __str__(self) -> str:
        page = self.text.where(self.offset)
        told = self.differences[:_MOST_TOLD]
        more = len(self.differences) - len(told)
        where = f"altered{f', on page {page}' if page is not None and not page.paragraph else f', in {page}' if page is not None else ''}: "
        return where + "; ".join(told) + (f"; and {more} more" if more else "")


def altered(quote: str, texts: Iterable[OpinionText]) -> Altered | None:
    """The passage nearest to a quotation, and all that differs; None where no passage is near."""
    best: tuple[float, Altered] | None = None
    for text in texts:
        found = _compared(quote, text)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best is not None else None


@dataclass(frozen=True)
class _Words:
    said: list[str]
    at: list[int]


def _words(text: str) -> _Words:
    found = list(re.finditer(r"\S+", text))
    return _Words([each.group() for each in found], [each.start() for each in found])


def _compared(quote: str, text: OpinionText) -> tuple[float, Altered] | None:
    folded = text.folded
    opinion = _words(folded.text)
    wanted = fold(quote)
    if len(wanted) > 2 and wanted[0] == wanted[-1] == "'":
        wanted = wanted[1:-1].strip()
    parts = [part for part in (_words(each).said[:_MOST_WORDS] for each in _OMITTED.split(wanted)) if part]
    agree = many = 0
    told: list[str] = []
    begins: int | None = None
    last = -1
    for part in parts:
        many += len(part)
        window = _window(part, opinion.said)
        if window is None:
            told.append(f"`{_short(part)}` is not there")
            continue
        start, end = window
        same, found, first = _differences(part, opinion.said[start:end])
        agree += same
        told += found
        begins = start + first if begins is None else begins
        if start + first <= last:
            told.append(f"`{_short(part)}` stands before what it follows in the quotation")
        last = start + first
    if begins is None or agree < min(_FEWEST, (many + 1) // 2) or agree * 3 < many:
        return None
    if not told:
        told.append(
            "its parts stand too far apart, or begin or end inside a word"
            if len(parts) > 1
            else "it begins or ends inside a word"
        )
    return agree / many, Altered(folded.place(opinion.at[begins]), text, tuple(told))


def _window(part: Sequence[str], opinion: Sequence[str]) -> tuple[int, int] | None:
    """Where in the opinion most of these words stand beside each other."""
    pairs: dict[tuple[str, str], list[int]] = {}
    for index in range(len(part) - 1):
        pairs.setdefault(_pair(part[index], part[index + 1]), []).append(index)
    if not pairs:
        alone = _plain(part[0])
        found = next((index for index, word in enumerate(opinion) if _plain(word) == alone), None)
        return None if found is None else (found, found + 1)
    votes: Counter[int] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    size = max(4, len(part) // 3)
    for index in range(len(opinion) - 1):
        pair = _pair(opinion[index], opinion[index + 1])
        if pair in pairs and seen[pair] < _MOST_PLACES:
            seen[pair] += 1
            for mine in pairs[pair]:
                shelf = (index - mine) // size
                votes[shelf] += 2
                votes[shelf + 1] += 1
                votes[shelf - 1] += 1
    if not votes:
        return None
    shelf = max(votes, key=lambda each: (votes[each], -each))
    start = max(0, shelf * size - size - 2)
    return start, min(len(opinion), shelf * size + len(part) + 2 * size + 2)


def _pair(one: str, other: str) -> tuple[str, str]:
    return _plain(one), _plain(other)


def _plain(word: str) -> str:
    """A word without its signs, as words are looked for."""
    return re.sub(r"[^\w'-]+", "", word).strip("'-").lower() or word


def _differences(part: Sequence[str], passage: Sequence[str]) -> tuple[int, list[str], int]:
    """How many words agree, what differs, and where in the passage it begins."""
    mine = [_alike(word) for word in part]
    cut = 0
    while True:
        theirs = [_alike(word) for word in passage]
        steps = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
        start, stop = _strays([step for step in steps if step[0] == "equal"], len(part), len(passage))
        if (start, stop) == (0, len(passage)):
            break
        passage, cut = passage[start:stop], cut + start
    equal = [step for step in steps if step[0] == "equal"]
    if not equal:
        return 0, [f"`{_short(part)}` is not there"], 0
    first, last = equal[0], equal[-1]
    told: list[str] = []
    for kind, begin, end, there_begin, there_end in steps:
        if kind == "equal":
            continue
        # Outside of what agrees, only as many words of the passage count as the quotation has there.
        start = max(there_begin, there_end - (end - begin)) if end == first[1] else there_begin
        stop = min(there_end, there_begin + (end - begin)) if begin == last[2] else there_end
        said, there = list(part[begin:end]), list(passage[start:stop])
        _without_edges(said, there, at_start=begin == 0, at_end=end == len(part))
        found = _told(said, there, part[begin - 1] if begin else "")
        if found:
            told.append(found)
    agree = sum(step[2] - step[1] for step in equal)
    return agree, told, cut + max(0, first[3] - first[1])


def _strays(equal: Sequence[tuple[str, int, int, int, int]], many: int, size: int) -> tuple[int, int]:
    """The passage without the far ends in which only a word or two happen to agree."""
    if len(equal) > 1:
        (_, _, end, _, there_end), (_, begin, last, there, _) = equal[-2], equal[-1]
        stop = there_end + many - end
        if last - begin <= _STRAY < there - there_end - (begin - end) and stop < size:
            return 0, stop
        (_, begin, end, _, there_end), (_, after, _, there, _) = equal[0], equal[1]
        if end - begin <= _STRAY < there - there_end - (after - end):
            return max(0, there - after), size
    return 0, size


def _without_edges(said: list[str], there: list[str], *, at_start: bool, at_end: bool) -> None:
    """Take out a first and a last word that differ only in signs outside of the quotation."""
    if at_end and said and there and said[-1].rstrip(_SIGNS) == there[-1].rstrip(_SIGNS):
        del said[-1], there[-1]
    if at_start and said and there and _same(said[0].lstrip(_SIGNS), there[0].lstrip(_SIGNS)):
        del said[0], there[0]


def _alike(word: str) -> str:
    """A word as it is compared: the alterations that a quotation may make do not count."""
    return _BRACKETED.sub("", word) if "[" in word else word


def _told(said: Sequence[str], there: Sequence[str], before: str) -> str:
    if said and there:
        if _BRACKETED.sub("", " ".join(said)).strip() == "" or (
            len(said) == len(there) and all(map(_same, said, there))
        ):
            return ""
        return f"`{_short(said)}` where the opinion has `{_short(there)}`"
    if said:
        return f"`{_short(said)}` is not in the opinion"
    if there:
        return f"`{_short(there)}` is left out" + (f" after `{before}`" if before else "")
    return ""


def _same(word: str, other: str) -> bool:
    """Whether a word with altered letters in brackets may stand for another."""
    if "[" not in word:
        return word[1:] == other[1:] and word[:1].lower() == other[:1].lower()
    pattern = "".join(
        r"\w*" if piece.startswith("[") else re.escape(piece) for piece in re.split(r"(\[[^\[\]]*\])", word)
    )
    return re.fullmatch(pattern, other) is not None


def _short(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
