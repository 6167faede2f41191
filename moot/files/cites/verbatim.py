"""Where a quotation stands in a text: whole words, omissions and alterations read as the Bluebook writes them (rule 5.2-5.3).

* A quotation begins and ends at the edge of a word, and the case of its first letter may differ.
* ``...``, ``. . .`` and ``* * *`` leave words out: the parts stand in order, at most ``OMITTED`` characters apart.
* ``[A]nd``, ``act[s]`` change letters of one word; ``[the officer]`` stands for up to ``CHANGED`` characters; ``[sic]``
  for nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from moot.files.cites.fold import Folded, fold

__all__ = ["find"]

OMITTED = 6000
"""About two printed pages: what lies further apart is two quotations."""

CHANGED = 120
"""What a bracket of whole words may stand for."""

_MOST = 2000
"""How many places a part is looked for, and how many are told."""

_PART = re.compile(
    r"(?P<omit>(?:\[\s?)?(?:\.\s?){3,4}(?:\])?|(?:\[\s?)?\*\s?\*\s?\*(?:\s?\])?)|\[(?P<changed>[^\[\]]{0,200})\]"
)
_HYPHEN = re.compile("(?<=[a-z])-(?=[a-z])")
_MOST_HYPHENS = 8
_INSERTED = re.compile(r"(?:sic|emphasis [a-z ]{1,40}|internal [a-z ]{1,40}|citations? omitted)", re.IGNORECASE)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
_PREFIX = re.compile(r"\b(?:non|un|anti|dis|in|im|de|quasi|semi|sub|pseudo)-$", re.IGNORECASE)


@dataclass(frozen=True)
class _Piece:
    """Words to be found as they are, and what stands between them and the words before."""

    said: str
    gap: str = ""
    """``omit``; ``word``: whole words changed; ``initial``: the first letter; ``letters``: others; ``point``: punctuation; ``nothing``; or empty."""
    changed: str = ""
    glued: bool = False
    """Whether these words go on in the word that was changed."""
    ends_inside: bool = False
    """Whether the bracket after these words goes on in their last word."""


def find(text: Folded, quote: str) -> list[tuple[int, int]]:
    """Every place (offsets in the text as written) where the quotation stands, in order."""
    wanted = fold(quote)
    hits = _hits(text, wanted)
    if not hits and len(wanted) > 2 and wanted[0] == wanted[-1] == "'":
        # Marks of quotation around the whole are those of the one who quotes.
        hits = _hits(text, wanted[1:-1].strip())
    return [(text.place(start), text.place(end - 1)) for start, end in hits]


def _hits(text: Folded, wanted: str) -> list[tuple[int, int]]:
    """The same, in the folded text and of folded words."""
    if not wanted:
        return []
    hits = _literal(text.text, wanted)
    if not hits and _PART.search(wanted):
        hits = _in_parts(text.text, _pieces(wanted))
    if not hits:
        # A hyphen at the end of a line of the text may be the writer's own.
        joins = [match.start() for match in _HYPHEN.finditer(wanted)][:_MOST_HYPHENS]
        hits = [hit for at in joins for hit in _literal(text.text, wanted[:at] + wanted[at + 1 :])]
    return hits


def _literal(text: str, wanted: str) -> list[tuple[int, int]]:
    return [(at, at + len(wanted)) for at in _places(text, wanted) if _edges(text, at, at + len(wanted))]


def _places(text: str, wanted: str, *, head: bool = True) -> list[int]:
    """Where these words stand. The first letter may be altered to fit our sentence, as quotations do."""
    heads = (wanted[0], wanted[0].upper(), wanted[0].lower()) if head else (wanted[0],)
    found: list[int] = []
    for first in dict.fromkeys(heads):
        look = first + wanted[1:]
        at = text.find(look)
        while at >= 0 and len(found) < _MOST * 50:
            found.append(at)
            at = text.find(look, at + 1)
    return sorted(found)


def _edges(text: str, start: int, end: int) -> bool:
    return _edge(text, start) and _edge(text, end)


def _edge(text: str, at: int) -> bool:
    """Whether a word may begin or end here."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after):
        return False
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return True
    if before in "'.," and at >= 2 and after.isalnum():
        # Inside `officer's` and `1,000`; but not after a mark of quotation or at the end of a sentence.
        inner = text[at - 2]
        return not (inner.isalpha() and after.isalpha() if before == "'" else inner.isdigit() and after.isdigit())
    if after in "'.," and before.isalnum():
        follows = text[at + 1 : at + 2]
        return not (before.isalpha() and follows.isalpha() if after == "'" else before.isdigit() and follows.isdigit())
    if before == "-" and after.isalpha():
        return not _PREFIX.search(text[max(0, at - 8) : at])
    return not (_in_word(before) and _in_word(after))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.combining(char) > 0


def _pieces(wanted: str) -> list[_Piece]:
    """The parts of a quotation with omissions or alterations."""
    pieces: list[_Piece] = []
    at, gap, changed, glued = 0, "", "", False
    for match in [*_PART.finditer(wanted), None]:
        start, end = (match.start(), match.end()) if match else (len(wanted), len(wanted))
        raw = wanted[at:start]
        said = raw.strip()
        inside = match is not None and not match["omit"] and raw[-1:].isalnum()
        if said:
            pieces.append(_Piece(said, gap, changed, glued and not raw[:1].isspace(), inside))
            gap, changed, glued = "", "", False
        if match is None:
            break
        at = end
        if match["omit"]:
            gap, changed, glued = "omit", "", False
        elif gap != "omit":
            inserted = _INSERTED.fullmatch(match["changed"].strip())
            glued = wanted[end : end + 1].isalnum() and not inserted
            initial = glued and not inside and len(match["changed"]) == 1
            point = bool(match["changed"].strip()) and not any(char.isalnum() for char in match["changed"])
            kind = (
                "nothing"
                if inserted
                else "point"
                if point
                else "initial"
                if initial
                else "letters"
                if inside or glued
                else "word"
            )
            gap = gap if gap == "word" and not said else kind
            changed = "" if inserted else match["changed"].strip()
    if pieces and (gap or changed):
        pieces.append(_Piece("", gap, changed))
    return pieces


def _in_parts(text: str, pieces: list[_Piece]) -> list[tuple[int, int]]:
    """Where the parts stand in order: for each place of a part, the nearest place of the part before it."""
    if not any(sum(char.isalnum() for char in piece.said) > 1 for piece in pieces):
        return []
    reached: list[tuple[int, int]] = []
    for number, piece in enumerate(pieces):
        if not piece.said:
            reached = [hit for hit in reached if _closes(text, hit[1], piece)]
            continue
        places = _places(text, piece.said, head=not piece.glued)
        fitting = [
            (at, at + len(piece.said))
            for at in places
            if (piece.glued or _edge(text, at)) and (piece.ends_inside or _edge(text, at + len(piece.said)))
        ]
        if number == 0:
            reached = [hit for hit in fitting if not piece.gap or not piece.glued or _opens(text, hit[0], piece)]
        else:
            reached = _join(text, reached, fitting, piece)
        if not reached:
            return []
    return reached[:_MOST]


def _join(
    text: str, before: list[tuple[int, int]], places: list[tuple[int, int]], piece: _Piece
) -> list[tuple[int, int]]:
    ends = sorted((end, start) for start, end in before)
    found, near = [], -1
    for start, end in places:
        while near + 1 < len(ends) and ends[near + 1][0] <= start:
            near += 1
        if near >= 0 and _fits(text, ends[near][0], start, piece):
            found.append((ends[near][1], end))
    return found


def _fits(text: str, end: int, start: int, piece: _Piece) -> bool:
    """Whether what stands between two parts is what the mark between them may stand for."""
    between = text[end:start] if start - end <= OMITTED else None
    if between is None:
        return False
    if piece.gap == "omit":
        return True
    if piece.gap == "nothing":
        return not between.strip()
    if piece.gap == "initial":
        began = between.replace("[", "").replace("]", "")
        return began.strip().lower() == piece.changed.lower() and not (_in_word(began[0]) and _in_word(text[end - 1]))
    if piece.gap == "letters":
        return (
            len(between) <= 40
            and all(part.isalpha() or unicodedata.combining(part) or part in " '[]" for part in between)
            and between.count(" ") <= 1
        )
    return len(between) <= CHANGED and not re.search(r"[.?!]\s", between.strip())


def _opens(text: str, start: int, piece: _Piece) -> bool:
    """Whether the altered beginning of a word, such as `[A]nd`, fits what stands before the rest of it."""
    at = start
    while at > 0 and start - at < 20 and _in_word(text[at - 1]):
        at -= 1
    began = text[at:start].strip("[]")
    return began.lower() == piece.changed.lower() if piece.gap == "initial" else start - at < 20


def _closes(text: str, end: int, piece: _Piece) -> bool:
    """Whether a quotation may end in this alteration: after it the word is over."""
    if piece.gap != "letters":
        return True
    at = end
    while at < len(text) and at - end < 20 and _in_word(text[at]):
        at += 1
    return at - end < 20
