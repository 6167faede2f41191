"""The gradebook as one HTML file: the class, its common mistakes, and each student."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean, median

from moot.report.gradebook.rows import ITEMS, GradebookRow, grown
from moot.report.page.html import Html, HtmlPart, document, el, join, table
from moot.report.page.style import STYLE

__all__ = ["common_mistakes", "gradebook_html"]

_COMMON = 12
"""How many common mistakes are listed."""


def gradebook_html(rows: Sequence[GradebookRow], unread: Sequence[str] = ()) -> str:
    """The page. ``unread`` are records that could not be read, each with why."""
    growth = grown(rows)
    by: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        by[row.student].append(index)
    names = sorted(by)
    links = {name: f"student-{number}" for number, name in enumerate(names, 1)}
    many = f"{len(rows)} sitting{'s' * (len(rows) != 1)} of {len(names)} student{'s' * (len(names) != 1)}"
    parts = [
        el("section", el("h2", "The class"), _class(rows, by, names, links, growth), id="class"),
        el("section", el("h2", "Common mistakes"), *_common(rows), id="common"),
        *(_student(name, rows, by[name], growth, links[name]) for name in names),
    ]
    if unread:
        parts.append(el("section", el("h2", "Not read"), el("ul", *(el("li", each) for each in unread)), id="unread"))
    return document(
        "Gradebook",
        STYLE,
        el("header", el("h1", "Gradebook"), el("p", f"{many}.", class_="label"), el("p", _NOTE, class_="quiet")),
        el("main", *parts),
        el("footer", el("p", "Made by moot.", class_="quiet")),
    )


_NOTE = (
    "Totals are points of a hundred for advocacy, blind to who won; items are percentages of what each was out of. Growth is against the "
    "student's first sitting of the same case."
)


def _class(
    rows: Sequence[GradebookRow],
    by: dict[str, list[int]],
    names: Sequence[str],
    links: dict[str, str],
    growth: dict[int, float],
) -> Html:
    head = ("Student", "Sittings", "Median total", "Best", *(label for _, label in ITEMS), "Growth")
    lines: list[tuple[HtmlPart, ...]] = []
    for name in names:
        mine = [rows[place] for place in by[name]]
        totals = [row.total for row in mine if row.total is not None]
        last = [growth[place] for place in by[name] if place in growth]
        lines.append(
            (
                el("a", name, href=f"#{links[name]}"),
                str(len(mine)),
                _points(median(totals) if totals else None),
                _points(max(totals, default=None)),
                *(_percent(mine, item) for item, _ in ITEMS),
                f"{last[-1]:+.1f}" if last else "–",
            )
        )
    return table("The class", head, lines)


def _percent(rows: Sequence[GradebookRow], item: str) -> str:
    shares = [100 * pair[0] / pair[1] for row in rows if (pair := row.items.get(item)) is not None and pair[1]]
    return f"{fmean(shares):.0f}%" if shares else "–"


def _points(total: float | None) -> str:
    return "–" if total is None else f"{total:.1f}"


def common_mistakes(rows: Sequence[GradebookRow]) -> list[tuple[str, str, str, str, int, float]]:
    """The answers that most students got wrong: case, question, said, better, how many students, mean points lost."""
    found: dict[tuple[str, str, str, str], list[tuple[str, float]]] = defaultdict(list)
    for row in rows:
        for each in row.mistakes:
            found[row.caption, each.question, each.said, each.better].append((row.student, each.points))
    counted = [
        (*key, len({student for student, _ in lost}), fmean(points for _, points in lost))
        for key, lost in found.items()
    ]
    return sorted(counted, key=lambda each: (-each[4], -each[5], each[:3]))[:_COMMON]


def _common(rows: Sequence[GradebookRow]) -> Iterator[Html]:
    found = common_mistakes(rows)
    if not found:
        yield el("p", "Nobody gave an answer that had a better one beside it.", class_="quiet")
        return
    head = ("Question", "What was said", "Better", "Students", "Points each", "Case")
    lines = [
        (question, said, better, str(many), f"{points:.1f}", case)
        for case, question, said, better, many, points in found
    ]
    yield table("Common mistakes", head, lines)


def _student(name: str, rows: Sequence[GradebookRow], places: Sequence[int], growth: dict[int, float], id: str) -> Html:
    order = sorted(places, key=lambda place: (rows[place].caption, rows[place].started))
    head = ("Case", "Side", "Started", "Total", *(label for _, label in ITEMS), "Votes", "Moved", "Growth", "Mode")
    lines = []
    for place in order:
        row = rows[place]
        votes = "not finished" if row.votes is None else f"{row.votes} of {row.bench}"
        late = ", late" if row.late else ""
        lines.append(
            (
                row.caption,
                row.called,
                row.started.replace("T", " ")[:16],
                _points(row.total),
                *(_percent([row], item) for item, _ in ITEMS),
                votes,
                "–" if row.moved is None else f"{row.moved:+d}",
                f"{growth[place]:+.1f}" if place in growth else "–",
                f"{row.mode}{late}",
            )
        )
    return el("section", el("h2", name), table(f"Sittings of {name}", head, lines), join(_answers(rows, order)), id=id)


def _answers(rows: Sequence[GradebookRow], order: Sequence[int]) -> Iterator[Html]:
    """The best and the worst answer of all."""
    best = next((rows[place].best for place in order if rows[place].best is not None), None)
    if best is not None:
        yield el("p", el("span", "✓ Best answer: ", class_="label good"), f"{best.said} to: {best.question}")
    worst = max((each for place in order for each in rows[place].mistakes), key=lambda each: each.points, default=None)
    if worst is not None:
        yield el(
            "p",
            el("span", f"✗ Worst answer (−{worst.points:.1f}): ", class_="label bad"),
            f"{worst.said} to: {worst.question} ",
            el("span", "Better: ", class_="label"),
            worst.better,
        )
