"""Set up a sitting: load what was named, open its record, and hand over the session. Shared by every screen."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from moot.bench.persona import Bench
from moot.case import Case, Side
from moot.counsel.opponents import make
from moot.errors import MootError, UnknownName
from moot.files.folders import home_of, is_there, list_cases, opening_case, read_bytes, saves_dir
from moot.files.library import load_bench, load_case
from moot.files.records import SUFFIX, Record, new_header, newest, newest_first, read_record, words_hash
from moot.round.draw import heat_of
from moot.round.formats import Format, format_of
from moot.sitting.first import FIRST_CASE
from moot.sitting.modes import BOTH, MODES, SIDES, TRAINING, seat
from moot.sitting.replaying import Say, replay
from moot.sitting.session import Session

__all__ = [
    "BOTH",
    "HISTORY",
    "MODES",
    "SIDES",
    "TRAINING",
    "default_case",
    "learning_case",
    "mode_of",
    "new_session",
    "record_path",
    "replay",
    "resume_session",
]

NOBODY = "nobody"
"""The opponent's name in a record in which one person argues both sides."""

HISTORY = "history"
"""The opponent's name in the record of a demo: both sides say what was really said."""


def _silent(line: str) -> None:
    """Say nothing."""


def default_case() -> str:
    """The case argued when none is named: the one that a folder of cases names, or else the first decided one in order of name, or the first of all.

    Raises ``UnknownName`` where there is no case.
    """
    known = list_cases()
    if not known:
        raise UnknownName("case", "", known)
    return opening_case() or next((id for id, path in known.items() if _is_real(path)), next(iter(known)))


def learning_case() -> str:
    """The case to learn on; where it is not there, :func:`default_case`."""
    return FIRST_CASE if FIRST_CASE in list_cases() else default_case()


def _is_real(path: Path) -> bool:
    """Whether the file says ``real: true`` at its top; read as text, because a default is wanted at once."""
    return any(line.strip() == b"real: true" for line in read_bytes(path).splitlines()[:60])


def new_session(
    case: str | os.PathLike[str] | Case,
    bench: str | os.PathLike[str] | Sequence[str] | Bench | None = None,
    side: str = Side.PETITIONER.value,
    opponent: str = "scripted",
    format: str | Format | None = None,
    heat: str = "normal",
    seed: int | None = None,
    mode: str = TRAINING,
    saves: str | os.PathLike[str] | None = None,
    assignment: str = "",
    due: str = "",
) -> tuple[Session, Path]:
    """A new sitting and the file of its record, which carries the id and last day of the assignment it answers.

    What is left out comes from the case (bench, format) or from the clock (seed). Raises
    :class:`~moot.errors.UnknownName`, :class:`~moot.errors.CaseError` or :class:`~moot.errors.MootError`, before
    any file is written.
    """
    human, speaker = _seat(side)
    if mode not in MODES:
        raise UnknownName("mode", mode, MODES)
    heat_of(heat)
    number = seed if seed is not None else time.time_ns() // 1000 % 1_000_000
    player = make(opponent, number) if human is not None else None
    value = case if isinstance(case, Case) else load_case(case)
    form = format_of(value, format)
    if human is not None and speaker is not None and form.speakers(human) < speaker:
        raise MootError(f"{human} has one speaker in the format {form.id}; argue it with --side {human}")
    judges = bench if isinstance(bench, Bench) else load_bench(bench if bench is not None else value.bench)
    header = new_header(
        value,
        judges,
        format=form,
        seed=number,
        heat=heat,
        side=side,
        opponent=opponent if human is not None else NOBODY,
        opponent_seed=number,
        mode=mode,
        assignment=assignment,
        due=due,
    )
    record = _worded(Record.create(header, saves), value)
    session = Session(
        value,
        judges,
        human=human,
        speaker=speaker,
        opponent=player,
        seed=number,
        format=form,
        heat=heat,
        recorder=record,
        hints=mode == TRAINING,
    )
    return session, record.path


def resume_session(
    path: str | os.PathLike[str] | None = None,
    case: str | os.PathLike[str] | Case | None = None,
    say: Say = _silent,
) -> tuple[Session, Path]:
    """Go on with a record: the newest that is not a demo's, when ``path`` is None.

    ``case`` says where the case is, for a case that is not among the known ones. When the case or a judge has been
    edited since, the moves are played again as far as they still agree, and ``say`` gets a line on what changed. Nothing is
    written until a move is made; the rest are then taken back in the record. Raises :class:`~moot.errors.RecordError` and what loading a case raises.
    """
    path = record_path(path, say, to_resume=True)
    data = read_record(path, damaged=True)
    played = replay(data, case, say)
    header = data.header
    human, speaker = _seat(header.side)
    record = _worded(Record.open(path, look=True, damaged=True), played.case)
    # From where the line differs, the record is rewritten with the next move: where moves were filled in or renamed.
    line = [str(move) for move in played.line]
    same = next(
        (n for n, pair in enumerate(zip(data.moves, line, strict=False)) if pair[0] != pair[1]),
        min(len(data.moves), len(line)),
    )
    record.drop(len(data.moves) - same)
    return Session(
        played.case,
        played.bench,
        human=human,
        speaker=speaker,
        opponent=make(header.opponent, header.opponent_seed) if human is not None else None,
        seed=header.seed,
        format=header.argument,
        heat=header.heat,
        line=played.line,
        recorder=record,
        hints=header.mode == TRAINING,
        hold=True,
        unwritten=line[same:],
    ), path


def record_path(path: str | os.PathLike[str] | None = None, say: Say = _silent, *, to_resume: bool = False) -> Path:
    """The record that is named by path, or by name among the saves; the newest when nothing is named.

    With ``to_resume``, the newest of a sitting that somebody played: a demo that came after it is not in its way.
    ``say`` gets a line where a file among the saves is newer than that and cannot be read.
    """
    if path is None:
        fit, passed, bad = None, None, ""
        for each in newest_first():
            if each.data is None:
                bad = bad or each.problem
            elif not to_resume or each.data.header.opponent != HISTORY:
                fit = each.path
                break
            else:
                passed = passed or (each.path, bad)
        if fit is None and passed is not None:
            fit, bad = passed
        if fit is None:
            return newest()
        if bad:
            say(f"Passed over, because it cannot be read: {bad}.")
        return fit
    found = home_of(path)
    if not is_there(found) and found.name == os.fspath(path):
        for near in (saves_dir() / found.name, saves_dir() / f"{found.name}{SUFFIX}"):
            if is_there(near):
                return near
    return found


def _worded(record: Record, case: Case) -> Record:
    """The record, which keeps beside each move a hash of the words of this case that it says."""
    record.words_of = lambda move: words_hash(case, move)
    return record


def mode_of(session: Session) -> str:
    """Training or exam, as the session's record says; a session without a record is training."""
    record = session.recorder
    return record.header.mode if isinstance(record, Record) else TRAINING


def _seat(side: str) -> tuple[Side | None, int | None]:
    """The side a person argues (None for both) and the speaker (None for all)."""
    if side not in SIDES:
        raise UnknownName("side", side, SIDES)
    whose, speaker = seat(side)
    return None if whose == BOTH else Side(whose), speaker
