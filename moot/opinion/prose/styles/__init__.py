"""The styles in which opinions are written, by the name that a judge's file gives under `style`."""

from __future__ import annotations

from moot.opinion.prose.style import Style
from moot.opinion.prose.styles.common_law import COMMON_LAW
from moot.opinion.prose.styles.measured import CONTEXTUAL, PRECISE, PRINCIPLED
from moot.opinion.prose.styles.others import BRISK, ORIGINAL, PRACTICAL
from moot.opinion.prose.styles.plain import PLAIN
from moot.opinion.prose.styles.restrained import RESTRAINED
from moot.opinion.prose.styles.textualist import TEXTUALIST

__all__ = ["PLAIN", "STYLES", "style_of"]

_ALL = (PLAIN, COMMON_LAW, TEXTUALIST, RESTRAINED, BRISK, CONTEXTUAL, PRINCIPLED, PRECISE, PRACTICAL, ORIGINAL)

STYLES: dict[str, Style] = {style.id: style.over(PLAIN) for style in _ALL}
"""The styles by name, each with a template for every place. `plain` is the default."""


def style_of(name: str) -> Style:
    """The style of this name; the plain one for a name that is empty or not known."""
    return STYLES.get(name) or STYLES["plain"]
