"""The sitting a game is about: the session, the file of its record, and how it is played."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from moot.bench.persona import Bench, Judge
from moot.case import Case, Side
from moot.errors import MootError
from moot.files.records import Record
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of, new_session, resume_session
from moot.sitting.turns import CounselNotes
from moot.tui.options import Options

__all__ = ["Sitting", "open_sitting"]


@dataclass(frozen=True)
class Sitting:
    """One session with its record. ``notes`` are lines the player should see first."""

    session: Session
    path: Path
    training: bool
    notes: tuple[str, ...] = field(default=())
    weak: list[str] = field(default_factory=list)
    """What the other side said that the player has marked as weak: points and answers. They are kept with the notes."""
    new: bool = False
    """Whether it was begun now, and not taken up again."""

    @property
    def case(self) -> Case:
        """The case argued."""
        return self.session.case

    @property
    def bench(self) -> Bench:
        """The bench sitting."""
        return self.session.bench

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides a person argues."""
        return tuple(Side) if self.session.human is None else (self.session.human,)

    @property
    def spoken(self) -> bool:
        """Whether a person has made a move."""
        round, sides = self.session.round, self.sides
        return any(
            not position.state.bench and round.rules.side(position.state) in sides for position in round.positions[:-1]
        )

    def drop(self) -> bool:
        """Keep no record of a sitting in which nothing was said. One of an exam, or of an assignment, is kept."""
        record = self.session.recorder
        if (
            not self.new
            or not self.training
            or self.spoken
            or not isinstance(record, Record)
            or record.header.assignment
        ):
            return False
        record.discard()
        return True

    def judge(self, id: str) -> Judge | None:
        """A judge of the bench; failing that, one who is on file; failing that, None."""
        from moot.files.loading import load_judge

        try:
            return self.bench.judge.get(id) or load_judge(id)
        except MootError:
            return None


def open_sitting(options: Options) -> Sitting:
    """Begin or take up the sitting these options name. Raises :class:`~moot.errors.MootError` in one line."""
    notes: list[str] = []
    if options.resume is not None:
        session, path = resume_session(options.resume, options.case, notes.append)
        weak = _marked(session, path, notes)
        return Sitting(session, path, mode_of(session) == TRAINING, tuple(notes), weak)
    assert options.case is not None
    session, path = new_session(
        options.loaded_case or options.case,
        bench=options.loaded_bench or options.bench,
        side=options.side or Side.PETITIONER.value,
        opponent=options.opponent,
        format=options.format,
        heat=options.heat,
        seed=options.seed,
        mode=options.mode,
        saves=options.saves,
        assignment=options.assignment,
        due=options.due,
    )
    return Sitting(session, path, options.mode == TRAINING, new=True)


def _marked(session: Session, path: Path, notes: list[str]) -> list[str]:
    """What was marked as weak before the sitting was left; where that cannot be read, ``notes`` says so."""
    if session.human is None:
        return []
    try:
        return CounselNotes(path).weak(session.human, session.case)
    except MootError as error:
        notes.append(str(error))
        return []
