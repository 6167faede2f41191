"""The pages of the debrief as rows of text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from moot.case import Side, Treatment, in_quotation_marks
from moot.case.language.speech import opening
from moot.report.debrief import CourtInLines, CourtSentence, Debrief, Mistake
from moot.report.debrief.told import issue_told, points_told, unchanged_told
from moot.report.labels import really_label, written_label
from moot.report.sway import sway_lines
from moot.report.values import BallotReport, ItemReport, LossReport, SittingReport
from moot.round.clock import clock_face
from moot.sitting.words.spoken import plural
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.banner import ink_of

__all__ = [
    "ballot_rows",
    "bench_rows",
    "brief_rows",
    "court_rows",
    "issue_rows",
    "mark_rows",
    "mistake_rows",
    "move_rows",
]

_GLYPH = {
    Treatment.ADOPTED: ("✓", Ink.GOOD),
    Treatment.ACCEPTED_IN_PART: ("◐", Ink.GOOD),
    Treatment.REJECTED: ("✗", Ink.BAD),
    Treatment.FORECLOSED: ("■", Ink.BAD),
    Treatment.RESERVED: ("…", Ink.WARN),
}


_WORDS = 18
"""Words of an answer on the first screen."""


def _said(lead: str, text: str, ink: Ink = Ink.PLAIN, lead_ink: Ink = Ink.QUIET) -> Shown:
    """A line that begins with what it is."""
    return Hanging(EMPTY, [words((f"{lead} ", lead_ink), (text, ink))], indent=0)


def _title(text: str, ink: Ink = Ink.TITLE) -> Shown:
    return words((text, ink))


def _text(text: str, ink: Ink = Ink.PLAIN, indent: int = 0) -> Shown:
    return Hanging(EMPTY, [words((text, ink))], indent=indent)


def brief_rows(told: Debrief, kept: str) -> Iterator[Shown]:
    """The first screen: one thing done well, one answer to change, one question to expect."""
    # Who was nearest to moving is told with the bench.
    yield _text(told.result.partition(" Nearest to moving")[0], Ink.STRONG)
    if told.well is not None:
        yield EMPTY
        yield _title("✓ One thing you did well", Ink.GOOD)
        if told.well.judge:
            yield _said(f"To {told.well.judge} you said:", _briefly(told.well.said))
        else:
            yield _text(told.well.said)
        yield _text(told.well.why, Ink.QUIET)
    if (change := told.change) is not None:
        yield EMPTY
        yield _title("✗ One answer to change", Ink.BAD)
        yield _said(f"To {change.judge} you said:", _briefly(change.said))
        yield _said("Say:", change.better, Ink.STRONG)
    else:
        yield EMPTY
        yield _text(unchanged_told(told.answers), Ink.GOOD if told.answers else Ink.QUIET)
    if told.next is not None:
        yield EMPTY
        yield _title("▸ One question to expect next time", Ink.KEY)
        yield _said(f"{told.next.judge}:", told.next.question)
        yield _text(told.next.reason, Ink.QUIET)
    yield EMPTY
    yield _text(f"Kept in {kept}", Ink.QUIET)


def _briefly(said: str) -> str:
    """Enough of an answer to know it again; the page of the mistake has all of it."""
    return f"“{opening(said.strip('“”'), _WORDS)}”" if said.startswith("“") else said


def court_rows(court: CourtInLines, aftermath: Iterable[str]) -> Iterator[Shown]:
    """What the court decided, and what came after."""
    yield words(("What the Court decided", Ink.TITLE), (f"   {court.citation}", Ink.QUIET))
    if not court.lines:
        yield _text("This case file has no decision of a court to tell of.", Ink.QUIET)
    for line in court.lines:
        whose = [(f"{line.whose}: ", Ink.STRONG)] if line.whose else []
        yield Hanging(words(("•", Ink.KEY)), [words(*whose, line.text, (f" ({line.pin})", Ink.QUIET))], indent=2)
    after = list(aftermath)
    if after:
        yield EMPTY
        yield _title("Afterward")
    for each in after:
        yield Hanging(words(("•", Ink.KEY)), [words(each)], indent=2)


def mistake_rows(mistake: Mistake, number: int, many: int) -> Iterator[Shown]:
    """One mistake: the question, the words, better ones, the law, and the court's own sentence."""
    yield words(
        (f"Mistake {number} of {many}", Ink.TITLE),
        (f"   move {mistake.ply}, {points_told(mistake.points)}: {mistake.ballot}", Ink.QUIET),
    )
    yield EMPTY
    yield _said(f"{mistake.judge} asked:", mistake.question)
    yield _said("✗ You said:", mistake.said, lead_ink=Ink.BAD)
    yield _text(mistake.law, Ink.QUIET, 2)
    yield _said("✓ Better:", mistake.better, Ink.STRONG, Ink.GOOD)
    yield _text(mistake.better_law, Ink.QUIET, 2)
    for also in mistake.also:
        yield _said("✓ Also right:", also, lead_ink=Ink.GOOD)
    if mistake.court is not None:
        yield EMPTY
        yield _sentence(mistake.court)
    yield EMPTY
    yield _text(mistake.votes)


def _sentence(court: CourtSentence) -> Shown:
    return Hanging(
        EMPTY,
        [words((f"{court.lead}: ", Ink.QUIET), (court.words, Ink.QUOTE), (f" ({court.pin})", Ink.QUIET))],
        indent=0,
    )


def bench_rows(told: Debrief, sitting: SittingReport) -> Iterator[Shown]:
    """Whom the side won and lost, what it moved, and how each judge came out really."""
    won, lost = told.votes
    yield _title(f"Whom you won and lost: {won} won, {lost} lost")
    yield _text(told.result, Ink.STRONG)
    for line in told.bench:
        glyph = ("✓", Ink.GOOD) if line.won else ("✗", Ink.BAD)
        parts = [words(line.told)] + ([words((line.instead, Ink.QUIET))] if line.instead else [])
        yield Hanging(words(glyph), parts, indent=2)
    yield EMPTY
    for moved in sitting.sway:
        if moved.side is told.side:
            yield from (_text(line) for line in sway_lines(moved, told.side))
    actual = sitting.actual
    if actual is None or actual.really is None:
        return
    yield EMPTY
    beside = really_label(real=sitting.real)
    yield words("Here: ", (actual.here.value, Ink.STRONG), f"   {beside}: ", (actual.really.value, Ink.STRONG))
    for role in actual.roles:
        text = role.here if role.same else f"{role.here}; {beside.lower()} {role.really}"
        yield Hanging(words(_same(same=role.same)), [words((f"{role.title}: ", Ink.STRONG), text)], indent=2)


def issue_rows(told: Debrief) -> Iterator[Shown]:
    """The line beside the court's, issue by issue."""
    yield _title("Your line beside the Court's")
    for line in told.issues:
        yield EMPTY
        glyph = " " if line.same is None else _same(same=line.same)
        parts = [words((line.question, Ink.STRONG)), *(words(part) for part in issue_told(line))]
        yield Hanging(words(glyph), parts, indent=2)


def mark_rows(told: SittingReport, sides: Iterable[Side]) -> Iterator[Shown]:
    """The opinions that speak to what was said, with the gist and the words; the others counted."""
    mine = tuple(sides)
    yield words((f"What you said, against {written_label(real=told.real)}.", Ink.ASIDE))
    found = (mark for mark in told.marks if mark.side in mine)
    for _, group in itertools.groupby(found, key=lambda mark: (mark.ply, mark.said)):
        marks = list(group)
        yield EMPTY
        yield _text(marks[0].words, Ink.STRONG)
        speaking = [mark for mark in marks if mark.treatment is not Treatment.NOT_REACHED]
        for mark in speaking:
            glyph, ink = _GLYPH[mark.treatment]
            head = words((f"{mark.title}: {mark.treatment.value}. ", ink), mark.reason)
            tail = words(
                (in_quotation_marks(mark.quote), Ink.QUOTE),
                (f" ({mark.pin})".lstrip("" if mark.quote else " "), Ink.QUIET),
            )
            yield Hanging(words((f" {glyph}", ink)), [head, tail], indent=4)
        if silent := len(marks) - len(speaking):
            yield _text(f"– not reached by {plural(silent, 'opinion')}", Ink.QUIET, 4)


def ballot_rows(told: SittingReport, sides: Iterable[Side]) -> Iterator[Shown]:
    """The ballots, one's own first and with every loss."""
    mine = tuple(sides)
    yield words(("The advocacy, out of a hundred, blind to who won.", Ink.ASIDE))
    for side in (*mine, *(side for side in Side if side not in mine)):
        yield from _ballot(told.ballot(side), losses=side in mine)


def _ballot(card: BallotReport, *, losses: bool) -> Iterator[Shown]:
    who = words((card.counsel, ink_of(card.side)), (f" for {card.called}", Ink.QUIET))
    yield EMPTY
    yield words(who, "   ", (card.told, Ink.STRONG))
    yield EMPTY
    for each in card.speakers:
        yield words((f"{each.counsel} alone: {each.told}", Ink.QUIET))
    for item in card.items:
        yield _item(item)
        if losses:
            yield from (_loss(loss) for loss in item.losses)


def _loss(loss: LossReport) -> Shown:
    """What was lost, at which move, and why."""
    return Hanging(
        words((f"  −{float(loss.points):.1f}", Ink.BAD)),
        [words((f"move {loss.ply}, ", Ink.QUIET), loss.words, (f": {loss.why}", Ink.QUIET))],
        indent=8,
    )


def _item(item: ItemReport) -> Shown:
    """One item of a ballot, with its bar."""
    name = f"{item.label:28}"
    if not item.opportunities:
        return words(name, (" no occasion: shared out over the others", Ink.QUIET))
    full = round(float(item.earned / item.out_of) * 20)
    figures = f"{float(item.earned):5.1f} of {float(item.out_of):4.1f}  "
    return words(name, figures, ("█" * full, Ink.KEY), ("░" * (20 - full), Ink.QUIET))


def move_rows(told: SittingReport) -> Iterator[Shown]:
    """Every move, with the clock when it was begun."""
    yield words(("Every move", Ink.TITLE), ("   its number, the clock, who", Ink.QUIET))
    for entry in told.line:
        lead = words((f"{entry.ply:>3} {clock_face(entry.clock):>5}", Ink.QUIET))
        yield Hanging(lead, [words((f"{entry.name}: ", Ink.STRONG), entry.words)], indent=11)


def _same(*, same: bool) -> tuple[str, Ink]:
    return ("✓", Ink.GOOD) if same else ("≠", Ink.WARN)
