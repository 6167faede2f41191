"""What may be looked at in the middle of an argument, by a word: the brief, the record, how the bench leans, one's own notes."""

from __future__ import annotations

from pathlib import Path

from moot.errors import MootError
from moot.opinion.prose.grammar import cap, sentence
from moot.plain.page import BLANK, Page, Para
from moot.round.clock import clock_face
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of
from moot.sitting.turns import CounselNotes, holder_of

__all__ = ["brief", "note", "record", "why"]


def note(session: Session, path: Path, page: Page, word: str, rest: str) -> None:
    """The notes of whoever has the keyboard; the other side's are never shown."""
    notes, side = CounselNotes(path), holder_of(session)
    if side is None:
        return
    try:
        if word == "note" and rest:
            notes.add(side, rest)
            page.say("Noted.")
            return
        if word == "strike":
            notes.strike(side, int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 4 else 0)
            page.say("Struck out.")
            return
        found = notes.of(side)
        page.say(f"Notes for {session.case.party(side).called}:" if found else "There is no note of yours.")
        for number, note in enumerate(found, 1):
            page.say(f"{number}. {note}", 2, 3)
    except MootError as error:
        page.say(f"{cap(str(error))}.")


def brief(session: Session, page: Page) -> None:
    """The case, and the heads and points of whoever is at the lectern."""
    round = session.round
    case, side = round.case, round.speaker
    page.put(
        [
            Para(case.facts),
            BLANK,
            Para(f"{'Application' if case.below.application else 'Below'}: {case.below.summary}"),
            BLANK,
        ]
    )
    assert side is not None
    for head in case.heads_of[side]:
        page.say(f"{head.id}: {sentence(head.title)}")
        for point in case.points_under[head.id]:
            briefed = "; briefed" if point.argument.briefed else ""
            page.say(f"{point.id}: {point.title} ({point.argument.modality}{briefed})", 2, 2)


def record(session: Session, page: Page) -> None:
    """The record, what is outside it, and the authorities."""
    case = session.case
    page.say("THE RECORD")
    for item in case.record:
        page.say(f"{item.page}: {item.text}", 2, 2)
    page.say("OUTSIDE IT")
    for item in case.outside_record:
        page.say(item.text, 2, 2)
    page.say("AUTHORITIES")
    for authority in case.authorities:
        page.say(f"{authority.name}, {authority.cite} ({authority.status}): {authority.says}", 2, 2)


def why(session: Session, page: Page, judge: str) -> None:
    """How the judges lean on what they have heard, in training; with a judge, all of why."""
    round = session.round
    if mode_of(session) != TRAINING:
        page.say("In an exam the bench keeps its counsel until the case is decided.")
        return
    from moot.bench.conference import confer

    ruling = confer(round.case, round.bench, round.position.heard)
    if judge and judge not in round.bench.judge:
        page.say(f"No judge called {judge} sits; sitting: {', '.join(round.bench.judge)}.")
        return
    page.say(f"As the bench leans now, with {clock_face(round.position.clock)} on the clock:")
    from moot.report import why as reasons

    told = reasons.why(round, ruling, session.human, [judge] if judge else None)
    if judge:
        from moot.plain.closing import why as plain_why

        page.put(plain_why(told))
        return
    page.say(told.summary, 2, 2)
    for one in told.judges:
        page.say(one.summary, 2, 2)
