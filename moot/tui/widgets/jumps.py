"""Places on a screen that a letter can go to: the parts that its widgets list, and every other widget that can be focused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, runtime_checkable

from textual.errors import NoWidget
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

__all__ = ["Jump", "Jumpable", "jumps_of", "shown_region"]


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a letter stands on the screen, and what happens when it is pressed."""

    at: Offset
    go: Callable[[], Any]


@runtime_checkable
class Jumpable(Protocol):
    """A widget that lists the parts of itself that a letter can go to. Any other widget is one part, if it can be focused and is not."""

    def jumps(self) -> Iterator[Jump]:
        """Its parts that are seen now."""
        ...


def shown_region(widget: Widget) -> Region:
    """The part of a widget that is seen, in cells of the screen; empty where none is."""
    try:
        return widget.screen.find_widget(widget).visible_region
    except NoWidget:  # It is hidden, or not laid out yet.
        return Region()


def jumps_of(screen: Screen[Any]) -> list[Jump]:
    """Every place on the screen that can be gone to, from the top left to the bottom right."""
    found: list[Jump] = []
    for widget in screen.walk_children(Widget):
        region = shown_region(widget)
        if not region:
            continue
        if isinstance(widget, Jumpable):
            found += [jump for jump in widget.jumps() if screen.region.contains_point(jump.at)]
        elif widget.focusable and widget is not screen.focused:
            found.append(Jump(region.offset, partial(screen.set_focus, widget)))
    return sorted(found, key=lambda jump: (jump.at.y, jump.at.x))
