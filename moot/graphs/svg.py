"""Graphs as SVG: ranks from the top for trees and machines, two facing columns for attacks. No script, no outside font."""

from __future__ import annotations

import html
import itertools
import textwrap
from collections.abc import Sequence

from moot.graphs.layout import Link, Size, Spot, lay_out
from moot.graphs.model import Arrow, Box, Graph

__all__ = ["columns", "ranked"]

_ROW = 17.0
_LETTERS = 26
"""How many letters stand on a line in a box; with their pixels, the width of one."""
_WIDE = 200.0
_MARGIN, _HEAD = 24.0, 64.0
_FILL = {"answer": "#f3f0e2", "end": "#e8e4d8", "petitioner": "#dfe9f2", "respondent": "#f2e3df", "plain": "#ffffff"}
_STROKE = {
    "rebut": 'stroke="#8a6d1f"',
    "undermine": 'stroke="#7a4a86" stroke-dasharray="6 4"',
    "undercut": 'stroke="#b03030" stroke-width="1.8"',
}
_GUARDED = 'stroke="#2f6f4f" stroke-dasharray="4 4"'
"""How an arrow with a guard is drawn: broken, and in a color of its own; the guard stands on it in brackets."""


def ranked(graph: Graph) -> str:
    """A graph in ranks. An arrow from a box to itself becomes a loop at its side."""
    loops = {arrow.source: arrow.label for arrow in graph.arrows if arrow.source == arrow.target}
    lines = {box.id: textwrap.wrap(box.text, _LETTERS) or [""] for box in graph.boxes}
    sizes = {}
    for box in graph.boxes:
        beside = _word(loops[box.id]).width + 26 if box.id in loops else 0
        sizes[box.id] = Size(_width(lines[box.id]) + 2 * beside, len(lines[box.id]) * _ROW + 14)
    arrows = [arrow for arrow in graph.arrows if arrow.source != arrow.target]
    links = [Link(arrow.source, arrow.target, _word(arrow.label) if arrow.label else None) for arrow in arrows]
    layout = lay_out(sizes, links)
    body = [
        _path(_curve(link.way), _GUARDED if arrow.guard else 'stroke="#777"', "guarded" if arrow.guard else "tip")
        for arrow, link in zip(arrows, links, strict=True)
    ]
    for arrow, link in zip(arrows, links, strict=True):
        if link.word_at is not None:
            body += _on_line(arrow.label, link.word_at)
    for box in graph.boxes:
        spot, rows = layout.spots[box.id], lines[box.id]
        body += _box(spot, Size(_width(rows), sizes[box.id].height), rows, box.kind)
        if box.id in loops:
            body += _loop(spot, Size(_width(rows), sizes[box.id].height), loops[box.id])
    return _page(graph.title, layout.width, layout.height, body)


def columns(graph: Graph) -> str:
    """Petitioner's arguments on the left, respondent's on the right, and an arrow for every attack."""
    wide, step, gap = 330.0, 25.0, 260.0
    sides = [[box for box in graph.boxes if box.kind == kind] for kind in ("petitioner", "respondent")]
    inner = 70.0
    spots: dict[str, Spot] = {}
    most = max(map(len, sides))
    for column, boxes in enumerate(sides):
        middle = inner + wide / 2 + column * (wide + gap)
        # The shorter column is spread over the height of the longer one, so that arrows run level.
        apart = step * most / max(len(boxes), 1)
        for row, box in enumerate(boxes):
            spots[box.id] = Spot(middle, 34 + (row + 0.5) * apart - step / 2)
    body = [_attack(arrow, spots, wide) for arrow in graph.arrows]
    for column, boxes in enumerate(sides):
        for box in boxes:
            body += _box(spots[box.id], Size(wide, step - 4), [_short(box)], box.kind)
        x = inner + wide / 2 + column * (wide + gap)
        body.append(_text(x, 8, ("petitioner", "respondent")[column], "title"))
    x = inner + wide + gap / 2
    for number, (kind, stroke) in enumerate(_STROKE.items()):
        y = -22.0 + number * 14
        body.append(_path(f"M{x - 78:.0f},{y - 4:.0f} H{x - 42:.0f}", stroke, kind))
        body.append(f'<text x="{x - 34:.0f}" y="{y:.0f}" class="word">{kind}</text>')
    return _page(graph.title, 2 * (inner + wide) + gap, 50 + step * most, body)


def _attack(arrow: Arrow, spots: dict[str, Spot], wide: float) -> str:
    one, other = spots[arrow.source], spots[arrow.target]
    kind = arrow.text.split(" / ")[0]
    stroke = _STROKE.get(kind, 'stroke="#777"')
    tip = kind if kind in _STROKE else "tip"
    if one.x == other.x:
        side = -1 if one.x < other.x or one.x < wide else 1
        x = one.x + side * wide / 2
        out = x + side * min(60.0, 16 + abs(one.y - other.y) / 6)
        return _path(
            f"M{x:.0f},{one.y:.0f} C{out:.0f},{one.y:.0f} {out:.0f},{other.y:.0f} {x:.0f},{other.y:.0f}", stroke, tip
        )
    side = 1 if other.x > one.x else -1
    x1, x2 = one.x + side * wide / 2, other.x - side * wide / 2
    bend = (x1 + x2) / 2
    return _path(
        f"M{x1:.0f},{one.y:.0f} C{bend:.0f},{one.y:.0f} {bend:.0f},{other.y:.0f} {x2:.0f},{other.y:.0f}", stroke, tip
    )


def _short(box: Box) -> str:
    return textwrap.shorten(box.text, 44, placeholder=" …")


def _width(lines: Sequence[str]) -> float:
    return max(80.0, min(_WIDE, max(len(line) for line in lines) * 7.3 + 18))


def _word(text: str) -> Size:
    lines = textwrap.wrap(text, _LETTERS) or [""]
    return Size(max(len(line) for line in lines) * 5.9 + 8, len(lines) * 13.0 + 2)


def _box(spot: Spot, size: Size, lines: Sequence[str], kind: str) -> list[str]:
    left, top = spot.x - size.width / 2, spot.y - size.height / 2
    out = [
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{size.width:.0f}" height="{size.height:.0f}" '
        f'rx="{14 if kind == "end" else 3}" fill="{_FILL.get(kind, "#ffffff")}" stroke="#444"/>'
    ]
    first = spot.y - (len(lines) - 1) * _ROW / 2 + 4.5
    return out + [_text(spot.x, first + number * _ROW, line) for number, line in enumerate(lines)]


def _on_line(text: str, spot: Spot) -> list[str]:
    """Words on an arrow, on a patch of paper so that the line does not run through them."""
    size, lines = _word(text), textwrap.wrap(text, _LETTERS)
    out = [
        f'<rect x="{spot.x - size.width / 2:.0f}" y="{spot.y - size.height / 2:.0f}" width="{size.width:.0f}" '
        f'height="{size.height:.0f}" fill="#fbfaf6"/>'
    ]
    first = spot.y - (len(lines) - 1) * 6.5 + 3.5
    return out + [_text(spot.x, first + number * 13, line, "word") for number, line in enumerate(lines)]


def _loop(spot: Spot, size: Size, text: str) -> list[str]:
    x = spot.x + size.width / 2
    way = f"M{x:.0f},{spot.y - 7:.0f} C{x + 24:.0f},{spot.y - 14:.0f} {x + 24:.0f},{spot.y + 14:.0f} {x:.0f},{spot.y + 7:.0f}"
    word = _word(text)
    return [_path(way, 'stroke="#777"', "tip"), *_on_line(text, Spot(x + 24 + word.width / 2, spot.y))]


def _curve(way: Sequence[Spot]) -> str:
    """A smooth line through the spots, upright at each of them."""
    parts = [f"M{way[0].x:.0f},{way[0].y:.0f}"]
    for one, other in itertools.pairwise(way):
        bend = (one.y + other.y) / 2
        parts.append(f"C{one.x:.0f},{bend:.0f} {other.x:.0f},{bend:.0f} {other.x:.0f},{other.y:.0f}")
    return " ".join(parts)


def _path(way: str, stroke: str, tip: str) -> str:
    return f'<path d="{way}" fill="none" {stroke} marker-end="url(#{tip})"/>'


def _text(x: float, y: float, text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle"{named}>{html.escape(text)}</text>'


def _page(title: str, width: float, height: float, body: Sequence[str]) -> str:
    wide, tall = max(width, len(title) * 10) + 2 * _MARGIN, height + _HEAD + _MARGIN
    tips = {"tip": "#777", "guarded": "#2f6f4f", "rebut": "#8a6d1f", "undermine": "#7a4a86", "undercut": "#b03030"}
    markers = "".join(
        f'<marker id="{name}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{color}"/></marker>'
        for name, color in tips.items()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{tall:.0f}" '
        f'viewBox="0 0 {wide:.0f} {tall:.0f}" role="img" aria-label="{html.escape(title)}">\n'
        "<style>text{font:13px Georgia,serif;fill:#222}.word{font:11px Georgia,serif;fill:#555}"
        ".title{font:bold 16px Georgia,serif}</style>\n"
        f"<defs>{markers}</defs>\n"
        '<rect width="100%" height="100%" fill="#fbfaf6"/>\n'
        f'<text x="{_MARGIN:.0f}" y="34" class="title">{html.escape(title)}</text>\n'
        f'<g transform="translate({_MARGIN:.0f} {_HEAD:.0f})">\n' + "\n".join(body) + "\n</g>\n</svg>\n"
    )
