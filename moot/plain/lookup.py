"""What a key opens on the screen, by a word: what is closed, what has been conceded, the decision tree, the transcript, marks of weak answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from moot.case.language.naming import called, known_as
from moot.errors import MootError
from moot.graphs.branches import branches
from moot.graphs.build import decision
from moot.opinion.prose.grammar import cap
from moot.plain.page import Page, Para
from moot.plain.render import transcript
from moot.sitting.events import Answered, Begun
from moot.sitting.retelling import retell
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of
from moot.sitting.showing.standing import closed, concessions
from moot.sitting.turns import CounselNotes

__all__ = ["KEYS", "LOOKUPS", "look_up", "mark"]

KEYS = {
    "b": "brief",
    "r": "record",
    "a": "authorities",
    "d": "tree",
    "c": "conceded",
    "x": "closed",
    "n": "notes",
    "m": "mark",
    "w": "why",
    "t": "transcript",
    "u": "undo",
    "s": "sit",
    "q": "quit",
}
"""The keys of the screen that do the same here, and the word for each."""


def look_up(session: Session, page: Page, word: str) -> None:
    """Print what this word opens."""
    page.put(LOOKUPS[word](session))


def _authorities(session: Session) -> Iterator[Para]:
    yield Para("AUTHORITIES")
    for each in session.case.authorities:
        yield Para(f"{each.name}, {each.cite} ({each.status}): {each.says}", indent=2, hang=2)


def _closed(session: Session) -> Iterator[Para]:
    found = list(closed(session.round))
    if session.round.position.state.pending:
        yield Para("A question is pending: until it is answered, nothing else can be said.")
    yield Para("What you cannot take up now, and why:" if found else "Nothing is closed to you.")
    for each in found:
        yield Para(f"{each.title} ({'head' if each.head else 'point'}): {each.why}.", indent=2, hang=2)


def _conceded(session: Session) -> Iterator[Para]:
    found = list(concessions(session.round))
    yield Para("What has been conceded:" if found else "Nothing has been conceded yet, by either side.")
    for each in found:
        out = f" Out of the case: {', '.join(each.takes_out)}." if each.takes_out else ""
        who = cap(called(session.case.party(each.side)))
        yield Para(f"{who}: {each.words} That is: {each.what}.{out}", indent=2, hang=2)


def _tree(session: Session) -> Iterator[Para]:
    """One line a question or judgment, as deep as it stands, with the answer that leads to it."""
    case = session.case
    issues = {node.id: case.issue[node.issue] for node in case.tree.nodes if node.issue}
    graph = decision(case)
    arrows = [replace(each, text=issues[each.source].position(each.text).text) for each in graph.arrows]
    yield Para("From the questions to the judgment. A question that several answers lead to has a number.")
    for row in branches(replace(graph, arrows=arrows)):
        depth = len(row.lines) // 3
        number = f"[{row.number}] " if row.number else ""
        text = f"{number}see above" if row.again else f"{number}{row.text}"
        answer = f"Level {depth}. If the answer is: {row.answer} " if row.answer else ""
        yield Para(f"{answer}Then: {text}" if answer else text, indent=min(2 * depth, 12), hang=2)


def _transcript(session: Session) -> Iterator[Para]:
    round = session.round
    if round.ply:
        yield from transcript(retell(round, training=mode_of(session) == TRAINING), round)
    else:
        yield Para("Nothing has been said yet.")


LOOKUPS = {
    "authorities": _authorities,
    "closed": _closed,
    "conceded": _conceded,
    "tree": _tree,
    "transcript": _transcript,
}
"""By word."""


def mark(session: Session, path: Path, page: Page, number: str) -> None:
    """List what the other side has said, or mark the one with this number as weak, or take the mark away."""
    side, case = session.human, session.case
    if side is None:
        page.say("With two at one keyboard nothing is marked: note writes a note that only you see.")
        return
    said: list[str] = []
    for event in retell(session.round) if session.round.ply else []:
        if isinstance(event, Begun | Answered) and event.side is not side:
            id = event.answer if isinstance(event, Answered) else event.point
            said += [id] if id not in said else []
    notes = CounselNotes(path)
    try:
        weak = notes.weak(side, case)
        place = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        if 1 <= place <= len(said):
            chosen = said[place - 1]
            weak = [each for each in weak if each != chosen] if chosen in weak else [*weak, chosen]
            notes.mark(side, weak)
            page.say(
                "Marked as weak: a point of yours that presses it says so."
                if chosen in weak
                else "The mark is taken away."
            )
            return
    except MootError as error:
        page.say(f"{cap(str(error))}.")
        return
    if number or not said:
        page.say(
            f"There is no {number}; type mark alone for the list." if said else "The other side has said nothing yet."
        )
        return
    page.say("What the other side has said; mark NUMBER marks one as weak:")
    page.put(
        Para(f"{place}. {known_as(case, id, 24)}{' (marked)' if id in weak else ''}", indent=2, hang=3)
        for place, id in enumerate(said, 1)
    )
