"""Charts of a sitting as SVG. They read without color, and a table beside each says the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from moot.case import Side
from moot.report.leaning import Leaning, Speaker, Turn
from moot.report.page.html import Html, el

__all__ = ["leaning_chart", "speaking_chart"]

_WIDE, _LEFT, _RIGHT = 720, 150, 12
_ROW, _TOP = 54, 26
_LANE = 22


def leaning_chart(found: Sequence[Leaning], turns: Sequence[Turn], moves: int) -> Html:
    """A row a judge: above the line toward the petitioner, below it toward the respondent, the further the firmer."""
    high = _TOP + _ROW * len(found) + 8
    most = max((lean.margin for each in found for lean in each.leans), default=1) or 1
    parts: list[Html] = []
    for turn in turns:
        x = _at(turn.first - 1, moves)
        parts.append(el("line", x1=x, x2=x, y1=_TOP - 4, y2=high - 6, class_="turn"))
        late = float(x) > _WIDE - 90
        parts.append(
            el(
                "text",
                turn.name,
                x=f"{float(x) + (-3 if late else 3):.1f}",
                y=14,
                text_anchor="end" if late else None,
            )
        )
    for row, each in enumerate(found):
        middle = _TOP + _ROW * row + _ROW / 2
        parts.append(el("line", x1=_LEFT, x2=_WIDE - _RIGHT, y1=f"{middle:.1f}", y2=f"{middle:.1f}", class_="axis"))
        parts.append(el("text", each.title, x=0, y=f"{middle + 4:.1f}"))
        spots = [(_LEFT * 1.0, middle)]
        height = middle
        for lean in each.leans:
            here = float(_at(lean.ply, moves))
            spots.append((here, height))
            height = middle - (1 if lean.side is Side.PETITIONER else -1) * (4 + (_ROW / 2 - 8) * lean.margin / most)
            spots.append((here, height))
        spots += [(_WIDE - _RIGHT * 1.0, height)]
        line, around = _points(spots[1:]), _points([*spots, (_WIDE - _RIGHT, middle)])
        parts += [el("polygon", points=around, class_="area"), el("polyline", points=line, class_="lean")]
    return _svg("How each judge leaned over the argument. The table below says the same.", high, parts)


def speaking_chart(found: Sequence[Speaker]) -> Html:
    """A lane a speaker, a block a time they spoke, by the clock."""
    whole = max((start + ticks for each in found for start, ticks in each.spells), default=1)
    parts: list[Html] = []
    for row, each in enumerate(found):
        y = 6 + _LANE * row
        parts.append(el("text", each.name, x=0, y=y + 12))
        parts.append(el("line", x1=_LEFT, x2=_WIDE - _RIGHT, y1=y + 8, y2=y + 8, class_="axis"))
        for start, ticks in each.spells:
            x, end = float(_at(start, whole)), float(_at(start + ticks, whole))
            parts.append(
                el("rect", x=f"{x:.1f}", y=y + 2, width=f"{max(end - x - 0.6, 0.8):.1f}", height=12, class_="spell")
            )
    return _svg("Who spoke when, by the clock. The table below gives the times.", 12 + _LANE * len(found), parts)


def _points(spots: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def _at(value: float, whole: float) -> str:
    return f"{_LEFT + (_WIDE - _LEFT - _RIGHT) * value / max(whole, 1):.1f}"


def _svg(title: str, high: float, parts: Sequence[Html]) -> Html:
    return el("svg", el("title", title), *parts, viewBox=f"0 0 {_WIDE} {high:.0f}", role="img", aria_label=title)
