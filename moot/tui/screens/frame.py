"""Composing a frame: where a part of the screen changed, only the widgets that stand there are asked for their rows."""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

__all__ = ["PartCompositor"]


class PartCompositor(Compositor):
    """Textual's compositor, which asks every widget whose container reaches into the part that changed: on a screen of rows, all of them."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not crop:
            yield from super()._get_renders(crop)
            return
        whole = self.visible_widgets
        part = {widget: place for widget, place in whole.items() if crop.overlaps(place[0])}
        self._visible_widgets = part
        try:
            yield from super()._get_renders(crop)
        finally:
            if self._visible_widgets is part:  # Else the layout has changed meanwhile.
                self._visible_widgets = whole
