"""Whose opinion it is can be told with the names removed, by a reader who knows only common words and the length of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from tests.opinion.sittings import CASES, sitting

WRITERS = ("souter", "scalia", "stevens")
LEAST = 0.80
COMMON = 150
_NAMES = re.compile(
    r"\b(?:chief|justice|rehnquist|stevens|o'connor|scalia|kennedy|souter|thomas|ginsburg|breyer)('s)?\b", re.IGNORECASE
)


def _opinions(seeds: range) -> list[tuple[str, str]]:
    """Author and text, of every opinion by one of the three."""
    found = []
    for seed in seeds:
        for case in CASES:
            for bench in ("lewis-1998", "three", *WRITERS):
                one = sitting(case, bench, seed)
                found += [
                    (opinion.author, _NAMES.sub("", one.page(opinion)))
                    for opinion in one.ruling.opinions
                    if opinion.author in WRITERS and len(one.page(opinion).split()) > 40
                ]
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def _measured(text: str, common: Sequence[str]) -> list[float]:
    """How often each common word comes, how long the sentences are and how unlike, and how many are very short."""
    words, sentences = _words(text), [len(one.split()) for one in re.split(r"(?<=[.?!])\s+", text) if one]
    counted, mean = Counter(words), sum(sentences) / len(sentences)
    spread = (sum((one - mean) ** 2 for one in sentences) / len(sentences)) ** 0.5
    short = sum(one <= 6 for one in sentences) / len(sentences)
    return [*(counted[word] / len(words) for word in common), mean, spread, short]


def _reader(known: Sequence[tuple[str, str]]) -> Callable[[str], str]:
    """The nearest centroid over the common words of the opinions known, each measure in its own spread."""
    seen = Counter(word for _, text in known for word in set(_words(text)))
    common = [word for word, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:COMMON]]
    rows = {author: [_measured(text, common) for name, text in known if name == author] for author in WRITERS}
    columns = list(zip(*[row for each in rows.values() for row in each], strict=True))
    middle = [sum(column) / len(column) for column in columns]
    spread = [
        (sum((x - m) ** 2 for x in column) / len(column)) ** 0.5 or 1.0
        for column, m in zip(columns, middle, strict=True)
    ]

    def place(row: Sequence[float]) -> list[float]:
        return [(x - m) / s for x, m, s in zip(row, middle, spread, strict=True)]

    centers = {
        author: [sum(column) / len(column) for column in zip(*[place(row) for row in each], strict=True)]
        for author, each in rows.items()
    }

    def read(text: str) -> str:
        here = place(_measured(text, common))
        return min(centers, key=lambda author: sum((x - y) ** 2 for x, y in zip(here, centers[author], strict=True)))

    return read


@pytest.mark.slow
def test_with_names_removed_the_three_are_told_apart() -> None:
    read = _reader(_opinions(range(0, 12, 2)))
    asked = _opinions(range(1, 12, 2))
    right = Counter(author for author, text in asked if read(text) == author)
    total = Counter(author for author, _ in asked)
    assert min(total.values()) >= 15, total
    assert sum(right.values()) / sum(total.values()) >= LEAST, (right, total)


@pytest.mark.slow
def test_the_reader_tells_nothing_from_opinions_whose_authors_are_mixed_up() -> None:
    known = _opinions(range(0, 12, 2))
    mixed = [(WRITERS[index % 3], text) for index, (_, text) in enumerate(known)]
    read = _reader(mixed)
    asked = _opinions(range(1, 12, 2))
    assert sum(read(text) == author for author, text in asked) / len(asked) < 0.6
