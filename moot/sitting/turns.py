"""Two people at one keyboard: whose turn it is, and the notes that each keeps from the other."""

from __future__ import annotations

from pathlib import Path

from moot.case import Case, Side
from moot.errors import MootError
from moot.files.notes import LONGEST, MOST, read_marks, read_notes, write_marks, write_notes
from moot.files.text import clean
from moot.opinion.prose.grammar import cap
from moot.round.round import Round
from moot.sitting.session import Session
from moot.sitting.words.spoken import segment_name, speaker_at

__all__ = ["CounselNotes", "hand_over_text", "holder_of"]


def holder_of(session: Session) -> Side | None:
    """The side whose counsel has the keyboard: the person's own, or with two at one keyboard whoever is at the lectern."""
    return session.human or session.round.speaker


def hand_over_text(round: Round) -> tuple[str, str]:
    """To whom the keyboard goes, and what for: two sentences."""
    segment = round.rules.segment(round.position.state)
    side = round.speaker
    if segment is None or side is None:
        return "", ""
    party = round.case.party(side)
    return (
        f"Hand the keyboard to {speaker_at(round, round.ply)}, for {party.called}.",
        f"Next: {cap(segment_name(round, segment))}.",
    )


class CounselNotes:
    """The notes of a sitting, on the disk before a call returns. A side reads and writes only its own."""

    def __init__(self, record: Path) -> None:
        self.record = record

    def of(self, side: Side) -> list[str]:
        """The notes of a side, in their order. Raises :class:`~moot.errors.MootError`."""
        return read_notes(self.record)[side]

    def add(self, side: Side, text: str) -> None:
        """Add a note. Raises :class:`~moot.errors.MootError` for one that says nothing, one too many, and a file that cannot be written."""
        note = clean(text, LONGEST).strip()
        if not note:
            raise MootError("a note has words")
        notes = read_notes(self.record)
        if len(notes[side]) >= MOST:
            raise MootError(f"there are {MOST} notes already; strike one out first")
        notes[side].append(note)
        write_notes(self.record, notes)

    def weak(self, side: Side, case: Case) -> list[str]:
        """What the side has marked as weak: points and answers of this case, in the order marked. Raises :class:`~moot.errors.MootError`."""
        return [each for each in read_marks(self.record)[side] if each in case.point or each in case.answers]

    def mark(self, side: Side, weak: list[str]) -> None:
        """Keep these as what the side has marked as weak. Raises :class:`~moot.errors.MootError`."""
        marks = read_marks(self.record)
        marks[side] = weak
        write_marks(self.record, marks)

    def strike(self, side: Side, number: int) -> None:
        """Strike out a note by its number from 1. Raises :class:`~moot.errors.MootError`."""
        notes = read_notes(self.record)
        if not 1 <= number <= len(notes[side]):
            raise MootError(f"there is no note {number}")
        del notes[side][number - 1]
        write_notes(self.record, notes)
