"""The same argument again from one of its moves, as a sitting of its own."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from moot.counsel.opponents import make
from moot.files.records import Record, new_header, words_hash
from moot.sitting.modes import TRAINING
from moot.sitting.session import Session

__all__ = ["try_again"]


def try_again(session: Session, ply: int, saves: str | os.PathLike[str] | None = None) -> tuple[Session, Path]:
    """A new sitting that stands before the move with this number (from 1), with a record of its own, in training.

    The record of the sitting it comes from is not touched. Raises :class:`~moot.errors.RecordError` where none can be written, and
    ``ValueError`` where the sitting has no such move.
    """
    before, case = session.round, session.case
    if not 1 <= ply <= before.ply:
        raise ValueError(f"the sitting has no move {ply}")
    old = session.recorder.header if isinstance(session.recorder, Record) else None
    header = new_header(
        case,
        session.bench,
        format=before.format,
        seed=before.seed,
        heat=before.heat,
        side=old.side if old else (session.human.value if session.human else "both"),
        opponent=old.opponent if old else "scripted",
        opponent_seed=old.opponent_seed if old else before.seed,
        mode=TRAINING,
    )
    # The bench a record names is the one its judges were seated as.
    header = replace(header, bench_name=old.bench_name) if old else header
    record = Record.create(header, saves)
    record.words_of = lambda move: words_hash(case, move)
    line = before.line[: ply - 1]
    for move in line:
        record.append(str(move))
    return Session(
        case,
        session.bench,
        human=session.human,
        opponent=make(header.opponent, header.opponent_seed) if session.human is not None else None,
        seed=before.seed,
        format=before.format,
        heat=before.heat,
        line=line,
        recorder=record,
        hints=False,
    ), record.path
