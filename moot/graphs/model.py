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
    """From one box to another, with a word on it. Where it has a ``guard``, it is open only while that holds, and drawn as guarded."""

    source: str
    target: str
    text: str = ""
    guard: str = ""

    @property
    def label(self) -> str:
        """Its word, with the guard in brackets as state machines are written."""
        return f"{self.text} [{self.guard}]".lstrip() if self.guard else self.text


@dataclass
class Graph:
    """Boxes and arrows."""

    title: str
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
