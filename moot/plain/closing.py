"""What follows the argument, as paragraphs: conference, ruling, marks, ballots, the ruling beside the real one."""

from __future__ import annotations

from collections.abc import Iterator

from moot.bench.conference import Ruling
from moot.case import Side, Treatment
from moot.opinion import line_up
from moot.opinion.prose.grammar import joined
from moot.plain.page import BLANK, Para
from moot.plain.speech import judge_label, plural
from moot.round.round import Round
from moot.score import ballot, marks, result
from moot.sitting.spoken import HOW, judge_title, mark_voice, what_was_said

__all__ = ["ballot_lines", "beside", "closing", "conference", "mark_lines", "ruling_lines", "why"]


def closing(round: Round, ruling: Ruling) -> Iterator[Para]:
    """All of it, in order."""
    yield from conference(ruling)
    yield from ruling_lines(ruling)
    yield from mark_lines(round)
    yield from ballot_lines(round)
    yield from beside(ruling)


def conference(ruling: Ruling) -> Iterator[Para]:
    """The votes in order of seniority, each with the holding it rests on; then the judgment."""
    yield BLANK
    yield Para("CONFERENCE")
    yield BLANK
    for judge in ruling.bench.judges:
        mind = ruling.reasonings[judge.id]
        last = mind.walk[-1]
        text = ruling.case.issue[last.issue].position(last.position).text
        yield Para(f"{judge_label(ruling.bench, judge.id)}: {mind.vote.value}. {text}", hang=2)
    yield BLANK
    tally = f"{ruling.votes_for} to {ruling.votes_against}"
    how = HOW[ruling.judgment_by]
    yield Para(f"Judgment: {ruling.disposition.value}, {tally}, {how}.")
    yield Para(f"Line-up: {line_up(ruling)}", hang=2)


def ruling_lines(ruling: Ruling) -> Iterator[Para]:
    """The ruling as a document."""
    from moot.opinion.compose import ruling_document

    yield BLANK
    yield Para("RULING")
    yield BLANK
    # The document wraps its own paragraphs; at this width none is broken, and the page wraps them.
    for line in ruling_document(ruling).lines(100_000):
        yield Para(line) if line else BLANK


def mark_lines(round: Round) -> Iterator[Para]:
    """How each real opinion treats what was said, in its author's voice."""
    found = marks(round)
    if not found:
        return
    yield BLANK
    yield Para("MARKS: what was said, against the opinions really written")
    said = ""
    for mark in found:
        if mark.said != said:
            said = mark.said
            yield BLANK
            yield Para(f"{mark.side.value}: {what_was_said(round.case, mark.said)}", hang=2)
        who = judge_title(round.bench, mark.author)
        line = mark_voice(round, mark)
        if mark.treatment is Treatment.NOT_REACHED:
            yield Para(f"{who}: not reached. {line} {mark.reason}".replace("  ", " "), indent=2, hang=2)
        else:
            yield Para(
                f"{who}: {mark.treatment.value}. {line} “{mark.quote}” ({mark.pin})".replace("  ", " "),
                indent=2,
                hang=2,
            )


def ballot_lines(round: Round) -> Iterator[Para]:
    """Both sides' ballots, every loss with its move."""
    yield BLANK
    yield Para("BALLOT: the advocacy, blind to who won")
    for side in Side:
        card = ballot(round, side)
        yield BLANK
        yield Para(f"{round.case.party(side).counsel}, for {side.value}: {card.told}")
        for item in card.items:
            if not item.opportunities:
                yield Para(f"{item.name}: no occasion; shared out over the others", indent=2, hang=2)
                continue
            yield Para(
                f"{item.name}: {float(item.earned):.1f} of {float(item.out_of):.1f} "
                f"({plural(item.opportunities, 'occasion')})",
                indent=2,
                hang=2,
            )
            for loss in item.losses:
                yield Para(f"-{float(loss.points):.1f} at move {loss.ply}, {loss.move}: {loss.why}", indent=4, hang=2)


def beside(ruling: Ruling) -> Iterator[Para]:
    """The ruling beside the real one."""
    compared = result(ruling)
    if compared.really is None:
        return
    yield BLANK
    yield Para(f"BESIDE THE REAL RULING: here {compared.here.value}, really {compared.really.value}")
    yield BLANK
    same = [role for role in compared.roles if role.here == role.really]
    if compared.roles:
        yield Para(f"{len(same)} of {len(compared.roles)} judges stand where they really stood.")
    for role in compared.roles:
        if role.here != role.really:
            name = judge_title(ruling.bench, role.judge)
            yield Para(f"{name}: here {role.here}, really {role.really}.", indent=2, hang=2)
    differing = [one for one in compared.holdings if one.here != one.really and one.here and one.really]
    for one in differing:
        issue = ruling.case.issue[one.issue]
        yield Para(
            f"On “{issue.question}” here: {issue.position(one.here).text} Really: {issue.position(one.really).text}",
            indent=2,
            hang=2,
        )
    unreached = [one.issue for one in compared.holdings if one.really and not one.here]
    if ruling.lead and unreached:
        yield Para(f"The lead opinion here did not reach: {joined(unreached)}.", indent=2, hang=2)
    if ruling.case.aftermath:
        yield BLANK
        yield Para("WHAT CAME AFTER")
        yield BLANK
    for line in ruling.case.aftermath:
        yield Para(line, indent=2, hang=2)


def why(ruling: Ruling, judge: str) -> Iterator[Para]:
    """The reasons for one judge's vote."""
    for line in ruling.explain(judge).lines():
        text = line.lstrip()
        yield Para(text, indent=len(line) - len(text), hang=2)
    yield BLANK
