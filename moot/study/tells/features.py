"""What a player who does not know the law could choose an answer by: its place, its length, its words, its manner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from moot.case import Answer, Case, Question
from moot.case.language.speech import sentences

__all__ = ["Feature", "FeatureKind", "features", "longest", "reasoned", "shortest", "shown"]

FeatureKind = str
"""``place``, ``length``, ``word``, ``opening``, ``manner`` or ``quiz``."""


class Feature(NamedTuple):
    """A kind of feature and its name: ``place``, ``first``."""

    kind: FeatureKind
    name: str


_PLACES: dict[str, int] = {"first": 0, "second": 1, "third": 2, "last": -1}
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_ADDRESS = frozenset({"your honor", "your honors", "your honour"})
_OPENING = 2
"""An opening is the first word of an answer, or its first two."""
_REASON = re.compile(r"[,;:\u2013\u2014] |\b(?:because|since|so that|which|where)\b")
_STEM = 5
"""Words echo each other where they share this many first letters; shorter words do not count."""


def shown(case: Case, answer: Answer) -> str:
    """An answer as it is offered: its words, or what it names from the table of authorities or the record."""
    if answer.text or answer.picks is None:
        return answer.text
    authority = case.authority.get(answer.picks)
    return f"{authority.name}, {authority.cite}" if authority else case.record_item[answer.picks].text


def features(case: Case, question: Question) -> Iterator[tuple[Feature, frozenset[str]]]:
    """Every feature in this question with the answers that share it. What all of them share, or none, tells nothing and is left out."""
    for feature, having in _every(case, question):
        if 0 < len(having) < len(question.answers):
            yield feature, having


def _every(case: Case, question: Question) -> Iterator[tuple[Feature, frozenset[str]]]:
    offered = question.answers
    for name, place in _PLACES.items():
        if place < len(offered):
            yield Feature("place", name), frozenset({offered[place].id})
    texts = {answer.id: shown(case, answer) for answer in offered}
    yield Feature("length", "longest"), longest(texts)
    yield Feature("length", "shortest"), shortest(texts)
    for kind, found in (("word", _words), ("opening", _openings)):
        yield from _grouped(kind, {id: found(text) for id, text in texts.items()})
    if question.pick is None:
        yield from _grouped("manner", {answer.id: frozenset({answer.manner.value}) for answer in offered})
    else:
        yield Feature("quiz", "longest"), longest(texts)
        yield Feature("quiz", "with a reason"), frozenset(id for id, text in texts.items() if reasoned(text))
        echoes = {id: len(_stems(text) & _stems(question.text)) for id, text in texts.items()}
        yield Feature("quiz", "echoing the question"), _most(echoes)


def _grouped(kind: FeatureKind, found: dict[str, frozenset[str]]) -> Iterator[tuple[Feature, frozenset[str]]]:
    names = sorted(set().union(*found.values()))
    for name in names:
        yield Feature(kind, name), frozenset(id for id, its in found.items() if name in its)


def _most(counted: dict[str, int]) -> frozenset[str]:
    return frozenset(id for id, many in counted.items() if many == max(counted.values()))


def longest(texts: Mapping[str, str]) -> frozenset[str]:
    """The ids of the longest, in characters; more than one where they are equal."""
    return _most({id: len(text) for id, text in texts.items()})


def shortest(texts: Mapping[str, str]) -> frozenset[str]:
    """The ids of the shortest, in characters; more than one where they are equal."""
    return _most({id: -len(text) for id, text in texts.items()})


@lru_cache(maxsize=16384)
def _split(text: str) -> tuple[str, ...]:
    return tuple(word.casefold().replace("\u2019", "'") for word in _WORD.findall(text))


def _words(text: str) -> frozenset[str]:
    """The words of a text, and the forms of address in it that have two."""
    words = _split(text)
    return frozenset(words) | (_ADDRESS & {" ".join(pair) for pair in pairwise(words)})


def _openings(text: str) -> frozenset[str]:
    first = _split(text)[:_OPENING]
    return frozenset(" ".join(first[: many + 1]) for many in range(len(first)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _split(text) if len(word) >= _STEM)


def reasoned(text: str) -> bool:
    """Whether an entry of a quiz says more than a name: a second sentence, or a clause that goes on.

    >>> reasoned("Canton v. Harris")
    False
    >>> reasoned("Canton, on failure to train. It says nothing of the officer.")
    True
    """
    return len(sentences(text)) > 1 or bool(_REASON.search(text))
