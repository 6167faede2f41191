"""One sitting as Markdown. Every string is text: what Markdown or HTML would read as markup is escaped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from moot.case import Treatment
from moot.files.text import harmless
from moot.report.debrief import CourtSentence, Debrief
from moot.report.debrief.told import issue_told, mistakes_told, points_told, unchanged_told
from moot.report.labels import really_label, written_label
from moot.report.page.sitting import SittingPage
from moot.report.quoting import quoted_once
from moot.round.clock import clock_face
from moot.sitting.words.spoken import plural

__all__ = ["sitting_markdown"]

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")


def text(raw: str) -> str:
    """Text that Markdown shows as it is."""
    flat = " ".join(harmless(raw).split())
    return _LEADING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", _MARKUP.sub(r"\\\1", flat))


def sitting_markdown(told: SittingPage) -> str:
    """The report as Markdown."""
    return "\n\n".join(block for block in _blocks(told) if block) + "\n"


def _blocks(told: SittingPage) -> Iterator[str]:
    sitting = told.sitting
    yield f"# {text(sitting.caption)}"
    yield f"**{text(told.result)}**"
    yield "A simulated argument. The judges are styles of judging, not the persons."
    yield _list(f"{text(name)}: {text(value)}" for name, value in told.facts)
    for each in told.debriefs:
        yield f"## In brief, for {text(each.counsel)}"
        yield from _first(each)
    if told.debriefs and told.debriefs[0].court.lines:
        court = told.debriefs[0].court
        yield f"## What the Court decided{f', {text(court.citation)}' if court.citation else ''}"
        yield "\n".join(f"{number}. {text(line.told)}" for number, line in enumerate(court.lines, 1))
    for each in told.debriefs:
        yield f"## What to learn from it, for {text(each.counsel)}"
        yield from _lessons(each)
    if told.debriefs:
        yield "## Your line beside the Court's"
        for line in told.debriefs[0].issues:
            yield f"**{text(line.question)}**"
            yield _list(text(part) for part in issue_told(line))
    yield from _leaning(told)
    yield from _rulings(told)
    yield from _marks(told)
    yield from _ballots(told)
    yield "## Who spoke when"
    yield _table(
        ("Speaker", "Times", "Minutes"),
        ((each.name, str(each.times), clock_face(each.ticks)) for each in told.speakers),
    )
    yield "## Transcript"
    for speech in told.transcript:
        if speech.heading:
            yield f"### {text(speech.text)}"
        else:
            yield f"**{text(speech.speaker)}:** {text(speech.text)}" if speech.speaker else f"({text(speech.text)})"
    yield "## Every move"
    rows = ((str(each.ply), clock_face(each.clock), each.name, each.words) for each in sitting.line)
    yield _table(("Move", "Clock", "Who", "What"), rows)
    if sitting.aftermath:
        yield "## What came after"
        yield _list(text(line) for line in sitting.aftermath)


def _first(told: Debrief) -> Iterator[str]:
    if (well := told.well) is not None:
        yield "### One thing you did well"
        yield _labelled((f"{well.judge} asked", well.question), (well.lead, well.said), ("Why it was good", well.why))
        yield _sentence(well.court)
    if (change := told.change) is not None:
        yield "### One answer to change"
        yield _labelled((f"{change.judge} asked", change.question), ("You said", change.said), ("Say", change.better))
    else:
        yield text(unchanged_told(told.answers))
    if told.next is not None:
        yield "### One question to expect next time"
        yield _labelled((told.next.judge, told.next.question), ("Why", told.next.reason))


def _lessons(told: Debrief) -> Iterator[str]:
    yield f"### {text(mistakes_told(len(told.mistakes), told.answers).capitalize())}"
    for number, mistake in enumerate(told.mistakes, 1):
        yield f"#### {number}. Move {mistake.ply}: {points_told(mistake.points)}, {text(mistake.ballot)}"
        yield _labelled(
            (f"{mistake.judge} asked", mistake.question),
            ("You said", mistake.said),
            ("Why it hurts", mistake.law),
            ("Better", mistake.better),
            ("Why it helps", mistake.better_law),
            *(("Also right", also) for also in mistake.also),
        )
        yield _sentence(mistake.court)
        yield text(mistake.votes)
    won, lost = told.votes
    yield f"### Whom you won and lost: {won} won, {lost} lost"
    yield _list(text(f"{line.told} {line.instead}".strip()) for line in told.bench)


def _sentence(found: CourtSentence | None) -> str:
    return "" if found is None else f"{text(found.lead)}:\n\n> {text(found.words)} ({text(found.pin)})"


def _leaning(told: SittingPage) -> Iterator[str]:
    yield "## How each judge leaned"
    names = {card.side: card.called for card in told.sitting.ballots}
    rows = []
    for each in told.leanings:
        at = [each.at(0), *(each.at(turn.last) for turn in told.turns)]
        rows.append((each.title, *(f"{names[lean.side]}, by {lean.margin}" for lean in at)))
    yield _table(("Judge", "At the call", *(f"After {turn.name}" for turn in told.turns)), rows)


def _rulings(told: SittingPage) -> Iterator[str]:
    ruling, actual = told.sitting.ruling, told.sitting.actual
    if ruling is None:
        return
    yield "## The rulings side by side"
    yield text(ruling.line_up)
    really = {role.judge: role.really for role in actual.roles} if actual else {}
    rows = (
        (judge.title, f"{judge.vote.value}: {judge.role.value}", really.get(judge.id, "–")) for judge in ruling.judges
    )
    yield _table(("Judge", "Here", really_label(real=told.sitting.real)), rows)
    for lines in told.sway:
        yield _list(text(line) for line in lines)


def _marks(told: SittingPage) -> Iterator[str]:
    yield f"## Marks: what was said, against {written_label(real=told.sitting.real)}"
    mine = quoted_once(mark for mark in told.sitting.marks if told.human in (None, mark.side))
    for _, group in itertools.groupby(mine, key=lambda mark: (mark.ply, mark.said)):
        marks = list(group)
        speaking = [mark for mark in marks if mark.treatment is not Treatment.NOT_REACHED]
        yield f"**{text(marks[0].words)}**"
        lines = [text(f"{mark.title}: {mark.treatment.value}. {mark.told} ({mark.pin})") for mark in speaking]
        if silent := len(marks) - len(speaking):
            lines.append(f"Not reached by {plural(silent, 'opinion')}.")
        yield _list(lines)


def _ballots(told: SittingPage) -> Iterator[str]:
    yield "## Ballot: the advocacy, blind to who won"
    for card in told.sitting.ballots:
        yield f"### {text(card.counsel)}, for {text(card.called)}: {text(card.told)}"
        rows = []
        for item in card.items:
            points = f"{float(item.earned):.1f} of {float(item.out_of):.1f}" if item.opportunities else "no occasion"
            rows.append((item.label, points, str(item.opportunities)))
        yield _table(("Item", "Points", "Occasions"), rows)
        yield _list(
            text(f"−{float(loss.points):.1f} at move {loss.ply}, {loss.words}: {loss.why}")
            for item in card.items
            for loss in item.losses
        )


def _labelled(*pairs: tuple[str, str]) -> str:
    return "  \n".join(f"**{text(label)}:** {text(words)}" for label, words in pairs if words)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = [text(each) for each in head]
    body = [f"| {' | '.join(text(cell) for cell in row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *body])
