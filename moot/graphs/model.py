"""A graph as values: boxes and arrows, before any notation."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Arrow", "Box", "Graph"]


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its id, its text and a kind that decides its shape."""

    id: str
    text: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another, with a word on it."""

    source: str
    target: str
    text: str = ""


@dataclass
class Graph:
    """Boxes and arrows."""

    title: str
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
