"""What follows the argument, as paragraphs: conference, ruling, marks, ballots, the ruling beside the real one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from moot.bench.conference import Ruling
from moot.case import Side, Treatment
from moot.plain.debrief import debrief_lines, move_lines
from moot.plain.page import BLANK, Para
from moot.plain.speech import plural
from moot.report.build import report
from moot.report.debrief import Debrief, debrief
from moot.report.labels import really_label, written_label
from moot.report.quoting import quoted_once
from moot.report.sway import sway_lines
from moot.report.values import ActualReport, BallotReport, MarkReport, RulingReport, SittingReport, WhyReport
from moot.round.round import Round

__all__ = [
    "after",
    "ballot_lines",
    "beside",
    "closing",
    "conference",
    "decided",
    "mark_lines",
    "ruling_lines",
    "swayed",
    "why",
]


def closing(round: Round, ruling: Ruling, human: Side | None = None) -> Iterator[Para]:
    """All of it, in order. ``human`` is the side whose debrief it is; None, both are debriefed."""
    yield from decided(round, ruling)
    yield from after(round, [debrief(round, side) for side in ((human,) if human else Side)], human)


def decided(round: Round, ruling: Ruling) -> Iterator[Para]:
    """The conference and the ruling."""
    told = report(round)
    assert told.ruling is not None
    yield from conference(told.ruling)
    yield from ruling_lines(ruling)


def after(round: Round, debriefs: Sequence[Debrief], human: Side | None = None) -> Iterator[Para]:
    """What a student learns from it: the debrief, what the argument moved, marks, ballots, every move, and what came after."""
    told = report(round)
    for number, each in enumerate(debriefs):
        yield from debrief_lines(each, court=number == 0)
    yield from swayed(told, human)
    yield from beside(told)
    yield from mark_lines(told.marks, {card.side: card.called for card in told.ballots}, real=told.real)
    yield from ballot_lines(told.ballots)
    yield from move_lines(told.line)


def conference(ruling: RulingReport) -> Iterator[Para]:
    """The votes in order of seniority, each with the holding it rests on; then the judgment."""
    yield BLANK
    yield Para("CONFERENCE")
    yield BLANK
    for judge in ruling.judges:
        yield Para(f"{judge.title.upper()}: {judge.vote.value}. {judge.ground}", hang=2)
    yield BLANK
    tally = f"{ruling.votes_for} to {ruling.votes_against}"
    yield Para(f"Judgment: {ruling.disposition.value}, {tally}, {ruling.carried}.")
    yield Para(f"Line-up: {ruling.line_up}", hang=2)


def ruling_lines(ruling: Ruling) -> Iterator[Para]:
    """The ruling as a document."""
    from moot.opinion.compose import ruling_document

    yield BLANK
    yield Para("RULING")
    yield BLANK
    # The document wraps its own paragraphs; at this width none is broken, and the page wraps them.
    for line in ruling_document(ruling).lines(100_000):
        yield Para(line) if line else BLANK


def mark_lines(found: Sequence[MarkReport], called: Mapping[Side, str], *, real: bool) -> Iterator[Para]:
    """How the real opinions treat what was said: those that speak, each with the gist and the words; the others are counted.

    The words of an opinion are quoted once. ``called`` has what the sides are called.
    """
    if not found:
        return
    yield BLANK
    yield Para(f"MARKS: what was said, against {written_label(real=real)}")
    for _, group in itertools.groupby(quoted_once(found), key=lambda mark: (mark.ply, mark.said)):
        each = list(group)
        speaking = [mark for mark in each if mark.treatment is not Treatment.NOT_REACHED]
        yield BLANK
        yield Para(f"{called[each[0].side]}: {each[0].words}", hang=2)
        for mark in speaking:
            yield Para(f"{mark.title}: {mark.treatment.value}. {mark.told} ({mark.pin})", 2, 2)
        if silent := len(each) - len(speaking):
            yield Para(f"Not reached by {plural(silent, 'opinion')}.", indent=2)


def ballot_lines(ballots: Sequence[BallotReport]) -> Iterator[Para]:
    """Both sides' ballots, every loss with its move."""
    yield BLANK
    yield Para("BALLOT: the advocacy, blind to who won")
    for card in ballots:
        yield BLANK
        yield Para(f"{card.counsel}, for {card.called}: {card.told}")
        for each in card.speakers:
            ordinal = ("first", "second")[each.speaker - 1]
            yield Para(f"{each.counsel}, {ordinal} speaker, alone: {each.told}", indent=2, hang=2)
        for item in card.items:
            if not item.opportunities:
                yield Para(f"{item.label}: no occasion; shared out over the others", indent=2, hang=2)
                continue
            yield Para(
                f"{item.label}: {float(item.earned):.1f} of {float(item.out_of):.1f} "
                f"({plural(item.opportunities, 'occasion')})",
                indent=2,
                hang=2,
            )
            for loss in item.losses:
                yield Para(f"-{float(loss.points):.1f} at move {loss.ply}, {loss.words}: {loss.why}", indent=4, hang=2)


def swayed(told: SittingReport, human: Side | None) -> Iterator[Para]:
    """What counsel moved: the human's side, or both where there is none."""
    yield BLANK
    yield Para("WHAT THE ARGUMENT MOVED, beside the same sitting with one side silent")
    for each in told.sway:
        if human in (None, each.side):
            yield BLANK
            for number, line in enumerate(sway_lines(each, human)):
                yield Para(line, indent=2 * bool(number), hang=2)


def beside(told: SittingReport) -> Iterator[Para]:
    """The ruling beside the real one, and what came after."""
    actual = told.actual
    if actual is None or actual.really is None:
        return
    yield BLANK
    which = "REAL RULING" if told.real else "RULING AS WRITTEN"
    yield Para(
        f"BESIDE THE {which}: here {actual.here.value}, {really_label(real=told.real).lower()} {actual.really.value}"
    )
    yield BLANK
    yield from _compared(actual, real=told.real)
    if told.aftermath:
        yield BLANK
        yield Para("WHAT CAME AFTER")
        yield BLANK
    for line in told.aftermath:
        yield Para(line, indent=2, hang=2)


def _compared(actual: ActualReport, *, real: bool) -> Iterator[Para]:
    beside = really_label(real=real)
    if actual.roles:
        same = sum(role.same for role in actual.roles)
        where = "where they really stood" if real else "as in the ruling as written"
        yield Para(f"{same} of {len(actual.roles)} judges stand {where}.")
    for role in actual.roles:
        if not role.same:
            yield Para(f"{role.title}: here {role.here}, {beside.lower()} {role.really}.", indent=2, hang=2)
    for one in actual.holdings:
        if one.here and one.really and not one.same:
            yield Para(f"On “{one.question}” here: {one.here_text} {beside}: {one.really_text}", indent=2, hang=2)
    unreached = [one.question for one in actual.holdings if one.really and not one.here]
    if unreached and any(one.here for one in actual.holdings):
        yield Para("The lead opinion here did not reach:", indent=2)
        for question in unreached:
            yield Para(question, indent=4, hang=2)


_SUPPORT = (
    "Support adds up what an answer has from the judge's principles, from the best argument of each kind, and from credit: what good or "
    "bad answering did for that side with this judge, below 0 where it answered worse than the other side."
)

_COUNTS = (
    "“13 of 16 (doctrinal, 4x2x2)”: the argument weighs 16, its strength of 4, times 2 for how much this judge listens to doctrinal "
    "arguments, times 2 because it was said in full (1 if it was cut short or stood only in the brief); after the attacks on it, it counts "
    "13. “(precedent 3x1)”: how strongly the judge holds the principle, times how much of it is in the answer. “Not accepted”: "
    "an argument against it counts for more."
)


def why(told: WhyReport) -> Iterator[Para]:
    """The reasons for the votes: in words, the numbers, then all of it."""
    if len(told.judges) != 1:
        yield Para(told.summary)
        yield BLANK
    for judge in told.judges:
        yield Para(judge.summary)
        yield BLANK
    yield Para("THE NUMBERS: support for the answer found, and for the next")
    yield Para(_SUPPORT)
    yield BLANK
    for judge in told.judges:
        yield from _indented(judge.numbers)
        yield BLANK
    yield Para("ALL OF IT")
    yield Para(_COUNTS)
    yield BLANK
    for judge in told.judges:
        yield from _indented(judge.details)
        yield BLANK


def _indented(lines: Sequence[str]) -> Iterator[Para]:
    for line in lines:
        text = line.lstrip()
        yield Para(text, indent=len(line) - len(text), hang=2)
