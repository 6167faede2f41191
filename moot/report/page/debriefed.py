"""The parts of a report that are the debrief, as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from moot.report.debrief import CourtInLines, CourtSentence, Debrief, Mistake
from moot.report.debrief.told import issue_told, mistakes_told, points_told, unchanged_told
from moot.report.page.html import Html, HtmlPart, el, table

__all__ = ["bench", "court", "court_sentence", "first", "issues", "mistakes"]

CiteMaker = Callable[[str, str, str], HtmlPart]
"""Makes a page cite: the opinion's id, the holding's id, the page; a link where the text of the opinion is in the report."""


def labeled(label: str, text: str, class_: str | None = None) -> Html:
    """A paragraph that begins with what it is."""
    return el("p", el("span", f"{label} ", class_=f"label {class_ or ''}".strip()), text)


def court_sentence(found: CourtSentence | None, cited: CiteMaker) -> Html | None:
    """A sentence of the real opinion."""
    if found is None:
        return None
    return el(
        "div",
        el("p", f"{found.lead}:", class_="quiet"),
        el("blockquote", f"{found.words} (", cited(found.opinion, found.holding, found.pin), ")"),
    )


def first(told: Debrief, cited: CiteMaker) -> Iterator[Html]:
    """What a coach would say in a minute."""
    if (well := told.well) is not None:
        asked = labeled(f"{well.judge} asked:", well.question) if well.question else None
        parts = (
            asked,
            labeled(f"{well.lead}:", well.said),
            el("p", well.why, class_="quiet"),
            court_sentence(well.court, cited),
        )
        yield el("div", el("h3", "✓ One thing you did well", class_="good"), *parts, class_="card good-card")
    if (change := told.change) is not None:
        yield el(
            "div",
            el("h3", "✗ One answer to change", class_="bad"),
            labeled(f"{change.judge} asked:", change.question),
            labeled("You said:", change.said),
            labeled("Say:", change.better),
            class_="card bad-card",
        )
    else:
        yield el("p", unchanged_told(told.answers))
    if told.next is not None:
        yield el(
            "div",
            el("h3", "▸ One question to expect next time"),
            labeled(f"{told.next.judge}:", told.next.question),
            el("p", told.next.reason, class_="quiet"),
            class_="card",
        )


def court(found: CourtInLines) -> Html:
    """What the court decided, in about ten lines."""
    if not found.lines:
        return el("p", "This case file has no decision of a court to tell of.", class_="quiet")
    return el("ol", *(el("li", line.told) for line in found.lines), class_="court")


def mistakes(told: Debrief, cited: CiteMaker) -> Iterator[Html]:
    """The costliest mistakes."""
    yield el("h3", mistakes_told(len(told.mistakes), told.answers).capitalize())
    for number, mistake in enumerate(told.mistakes, 1):
        yield _mistake(number, mistake, cited)


def _mistake(number: int, mistake: Mistake, cited: CiteMaker) -> Html:
    return el(
        "div",
        el("h4", f"{number}. Move {mistake.ply}: {points_told(mistake.points)}, {mistake.ballot}"),
        labeled(f"{mistake.judge} asked:", mistake.question),
        labeled("✗ You said:", mistake.said, "bad"),
        labeled("Why it hurts:", mistake.law),
        labeled("✓ Better:", mistake.better, "good"),
        labeled("Why it helps:", mistake.better_law),
        *(labeled("✓ Also right:", also, "good") for also in mistake.also),
        court_sentence(mistake.court, cited),
        el("p", mistake.votes),
        class_="card",
    )


def bench(told: Debrief) -> Iterator[Html]:
    """Whom the side won and lost."""
    won, lost = told.votes
    yield el("h3", f"Whom you won and lost: {won} won, {lost} lost")
    rows = []
    for line in told.bench:
        more = el("p", line.instead, class_="quiet") if line.instead else None
        rows.append(el("li", el("p", "✓ " if line.won else "✗ ", line.told), more))
    yield el("ul", *rows)


def issues(told: Debrief) -> Html:
    """The line beside the court's."""
    rows = []
    for line in told.issues:
        argued = next(issue_told(line))
        many = f" ({line.count} of {line.bench})" if line.bench > 1 else ""
        here = f"{line.here}{many}" if line.here else "not reached"
        really = f"{line.really} ({line.pin})" if line.really else ("not reached" if line.written else "–")
        same = {True: "✓ the same", False: "≠ another answer", None: "–"}[line.same]
        rows.append((line.question, argued, here, really, same))
    head = ("Question", "Argued", "Here", "The Court", "Compared")
    return table("Your line beside the Court's", head, rows)
