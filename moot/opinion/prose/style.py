"""How one way of writing an opinion differs from another: the order of its moves, its sentences, and what it answers with.

A style never says anything about the law of a case; that comes from the case file and from the sitting. The styles are in
:mod:`moot.opinion.prose.styles`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from moot.case import Modality

__all__ = ["Piece", "Run", "Style"]


class Piece(Enum):
    """What an opinion does about one question."""

    HISTORY = auto()
    HOLD = auto()
    REASONS = auto()
    SUPPORT = auto()
    OPPOSE = auto()
    CONCEDED = auto()


class Run(Enum):
    """How long the sentences run: as they are, joined in pairs, or cut at semicolons."""

    PLAIN = auto()
    LONG = auto()
    SHORT = auto()


@dataclass(frozen=True)
class Style:
    """One way of writing.

    ``paragraphs`` are the moves of a question that is discussed, paragraph by paragraph. ``first`` are the kinds of argument
    that are told before others. ``frames`` maps a place in an opinion to its templates, and ``against`` holds remarks on an answer that
    embodies one of some principles.
    """

    id: str
    meaning: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    first: tuple[Modality, ...] = ()
    run: Run = Run.PLAIN
    frames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    against: tuple[tuple[frozenset[str], str], ...] = ()

    def over(self, base: Style) -> Style:
        """This style, with the templates of another in the places where it has none."""
        return replace(self, frames={**base.frames, **self.frames})
