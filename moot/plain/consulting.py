"""What may be looked at in the middle of an argument, by a word: the brief, the record, how the bench leans, one's own notes."""

from __future__ import annotations

from pathlib import Path

from moot.case import Side
from moot.case.language.naming import called
from moot.errors import MootError
from moot.opinion.prose.grammar import cap, sentence
from moot.plain.page import BLANK, Page, Para
from moot.report.needles import issue_at_hand, needle_told, needles
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of
from moot.sitting.turns import CounselNotes, holder_of
from moot.sitting.words.spoken import judge_called, judge_name, judge_title

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
    """Where the judges stand on the issue at hand, and why, as the key of the screen tells it: in training, and never the vote."""
    round = session.round
    if mode_of(session) != TRAINING:
        page.say("In an exam the bench keeps its counsel until the case is decided.")
        return
    asked = judge_called(round.bench, judge) if judge else ""
    if asked is None:
        sitting = ", ".join(judge_name(round.bench, id) for id in round.bench.judge)
        page.say(f"No judge called {judge} sits; sitting: {sitting}.")
        return
    issue = issue_at_hand(round)
    if issue is None:
        page.say("Nothing is at issue yet.")
        return
    page.say(issue.question)
    found = [each for each in needles(round, issue) if asked in ("", each.judge)]
    for each in sorted(found, key=lambda needle: not needle.moved):
        side = Side.PETITIONER if each.now < 0 else Side.RESPONDENT
        leans = f"for {called(round.case.party(side))}" if each.now else "for neither side"
        told = needle_told(round, issue, each, session.human)
        page.say(f"{judge_title(round.bench, each.judge)}, {leans}. {told}", 2, 2)
