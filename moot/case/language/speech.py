"""How long a text is to say, by its script: words where words are written apart, characters where they are not."""

from __future__ import annotations

import re

__all__ = ["count_words", "opening", "sentence_breaks", "sentences", "units"]

_HAN = (
    "\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SOUTHEAST = "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e45\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3"
# The patterns are compiled by `re` when a text first needs them: they are large, and the first prompt needs none.
_UNSPACED = f"[{_HAN}{_SOUTHEAST}]"
_HAN_ONE = f"[{_HAN}]"
_UNIT = f"[^\\s{_HAN}{_SOUTHEAST}]*[{_HAN}{_SOUTHEAST}][^\\s{_HAN}{_SOUTHEAST}]*|[^\\s{_HAN}{_SOUTHEAST}]+"

_BREAK = r"(?<=[.?!])[\"')\u201d\u2019]{0,4}\s+(?=[\"'(\u201c\u2018]?[A-Z])|(?<=[。！？｡])[」』）”’]{0,4}\s*(?=\S)"
_ABBREVIATION = (
    r"(?:\b(?:v|vs|Mr|Mrs|Ms|Dr|St|Co|Inc|Ltd|Corp|cf|Cf|JJ|[Aa]rt|[Aa]md?t|[Aa]mend|Cal|Fed|Supp|Veh|Const|Sec|App"
    r"|Wash|Tex|Tenn|Pa|Mass|Mich|Ala|Fla|Wis|Westm|Estm|Rev|Transp|Ann|Cons|Stat|Rep|Rptr|Comm|Dept|Assn|Ins|Eng|How|Media)"
    r"|\b[A-Z])\.$"
)

_PARTS = r"\bParts? (?:[IVX]+(?:,? and |, | through |-))*[IVX]+\.$"
"""Parts of an opinion, last thing in a sentence: the numeral is no initial."""

HAN_A_WORD = 2
"""Characters of Chinese or Japanese that take as long to say as an English word: 300 a minute against 150 words."""

SOUTHEAST_A_WORD = 4
"""Letters of Thai, Lao, Burmese or Khmer (vowel signs and tones not counted) that take as long as an English word."""


def count_words(text: str) -> int:
    """How many words the text has. In scripts without spaces, characters are counted and turned into words.

    >>> count_words("A sign is due.")
    4
    """
    if text.isascii() or not re.search(_UNSPACED, text):
        return len(text.split())
    han = southeast = words = 0
    for unit in text.split():
        characters = re.findall(_UNSPACED, unit)
        if not characters:
            words += 1
            continue
        many = sum(1 for _ in re.finditer(_HAN_ONE, unit))
        han += many
        southeast += len(characters) - many
        words += len(re.findall(r"[A-Za-z0-9]+", unit))
    return words + -(-han // HAN_A_WORD) + -(-southeast // SOUTHEAST_A_WORD)


def units(text: str) -> list[str]:
    """The smallest parts at which a speech may be cut, without the spaces between: words, or single characters.

    Marks of punctuation stay with the character before them.
    """
    if text.isascii() or not re.search(_UNSPACED, text):
        return text.split()
    return [match.group() for match in re.finditer(_UNIT, text)]


def opening(text: str, words: int) -> str:
    """The first words of a text, with an ellipsis where more follow."""
    if count_words(text) <= words:
        return text
    kept = ""
    for match in re.finditer(_UNIT, text):
        if kept and count_words(text[: match.end()]) > words:
            break
        kept = text[: match.end()]
    return f"{kept} …"


def sentence_breaks(text: str) -> list[tuple[int, int]]:
    """Where one sentence ends and where the next begins. A stop after an abbreviation or an initial ends none."""
    return [
        (match.start(), match.end())
        for match in re.finditer(_BREAK, text)
        if not re.search(_ABBREVIATION, before := text[: match.start()]) or re.search(_PARTS, before)
    ]


def sentences(text: str) -> list[str]:
    """The text cut into sentences.

    >>> sentences("See Smith v. Jones. It was 1990.")
    ['See Smith v. Jones.', 'It was 1990.']
    >>> sentences("I do not join Parts II and V. The Court goes too far.")
    ['I do not join Parts II and V.', 'The Court goes too far.']
    """
    text = text.strip()
    starts = [0, *(start for _, start in sentence_breaks(text))]
    return [text[one:other].strip() for one, other in zip(starts, [*starts[1:], len(text)], strict=True)]
