"""Set up a sitting: load what was named, open its record, and hand over the session. Shared by every screen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from moot.bench.persona import Bench
from moot.case import Case, Side
from moot.case.fingerprint import prose_hash, structure_hash
from moot.counsel.opponents import make
from moot.errors import MoveError, RecordError, UnknownName
from moot.files.case_file import load_case
from moot.files.judge_file import load_bench
from moot.files.places import list_cases, read_bytes
from moot.files.records import Header, Record, RecordData, new_header, newest, read_record, records
from moot.round.draw import heat_of
from moot.round.formats import get_format
from moot.round.round import Round
from moot.session import Session

__all__ = [
    "BOTH",
    "HISTORY",
    "MODES",
    "SIDES",
    "default_case",
    "mode_of",
    "new_session",
    "record_path",
    "replay",
    "resume_session",
]

BOTH = "both"
SIDES = (Side.PETITIONER.value, Side.RESPONDENT.value, BOTH)
"""What a person may argue: one side, or both in turn."""

TRAINING, EXAM = "training", "exam"
MODES = (TRAINING, EXAM)
"""In training a choice may be taken back; in an exam it stands."""

NOBODY = "nobody"
"""The opponent's name in a record in which one person argues both sides."""

HISTORY = "history"
"""The opponent's name in the record of a demo: both sides say what was really said."""

Say = Callable[[str], None]


def _silent(line: str) -> None:
    """Say nothing."""


def default_case() -> str:
    """The case argued when none is named: the first decided one in order of name, or else the first of all."""
    known = list_cases()
    if not known:
        raise UnknownName("case", "", known)
    return next((id for id, path in known.items() if _is_real(path)), next(iter(known)))


def _is_real(path: Path) -> bool:
    """Whether the file says ``real: true`` at its top; read as text, because a default is wanted at once."""
    return any(line.strip() == b"real: true" for line in read_bytes(path).splitlines()[:60])


def new_session(
    case: str | os.PathLike[str] | Case,
    bench: str | os.PathLike[str] | Sequence[str] | Bench | None = None,
    side: str = Side.PETITIONER.value,
    opponent: str = "scripted",
    format: str | None = None,
    heat: str = "normal",
    seed: int | None = None,
    mode: str = TRAINING,
    saves: str | os.PathLike[str] | None = None,
) -> tuple[Session, Path]:
    """A new sitting and the file of its record.

    What is left out comes from the case (bench, format) or from the clock (seed). Raises
    :class:`~moot.errors.UnknownName`, :class:`~moot.errors.CaseError` or :class:`~moot.errors.MootError`, before
    any file is written.
    """
    human = _human(side)
    if mode not in MODES:
        raise UnknownName("mode", mode, MODES)
    heat_of(heat)
    number = seed if seed is not None else time.time_ns() // 1000 % 1_000_000
    player = make(opponent, number) if human is not None else None
    value = case if isinstance(case, Case) else load_case(case)
    form = get_format(format or value.argument)
    judges = bench if isinstance(bench, Bench) else load_bench(bench if bench is not None else value.bench)
    header = new_header(
        value,
        judges,
        format=form.id,
        seed=number,
        heat=heat,
        side=side,
        opponent=opponent if human is not None else NOBODY,
        opponent_seed=number,
        mode=mode,
    )
    record = Record.create(header, saves)
    session = Session(
        value,
        judges,
        human=human,
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
    edited since, the moves are played again as far as they still agree; the rest are taken back in the record, and
    ``say`` gets a line on what changed. Raises :class:`~moot.errors.RecordError` and what loading a case raises.
    """
    path = record_path(path, to_resume=True)
    data = read_record(path)
    played = replay(data, case, say)
    header = data.header
    human = _human(header.side)
    session = Session(
        played.case,
        played.bench,
        human=human,
        opponent=make(header.opponent, header.opponent_seed) if human is not None else None,
        seed=header.seed,
        format=header.format,
        heat=header.heat,
        line=played.line,
        recorder=(record := Record.open(path)),
        hints=header.mode == TRAINING,
    )
    lost = len(data.moves) - len(played.line)
    if lost:
        record.undo(lost)
    return session, path


def record_path(path: str | os.PathLike[str] | None = None, *, to_resume: bool = False) -> Path:
    """The record that is named by path, or by name among the saves; the newest when nothing is named.

    With ``to_resume``, the newest of a sitting that somebody played: a demo that came after it is not in its way.
    """
    if path is None:
        played = (each for each in records() if read_record(each).header.opponent != HISTORY)
        return next(played, None) or newest() if to_resume else newest()
    found = Path(path).expanduser()
    if not found.exists() and found.name == os.fspath(path):
        from moot.files.places import saves_dir
        from moot.files.records import SUFFIX

        for near in (saves_dir() / found.name, saves_dir() / f"{found.name}{SUFFIX}"):
            if near.exists():
                return near
    return found


def replay(data: RecordData, case: str | os.PathLike[str] | Case | None = None, say: Say = _silent) -> Round:
    """The round of a record, played again as far as its moves agree with the case and the judges as they are now."""
    header = data.header
    value = _case_of(header, case)
    if value.id != header.case:
        raise RecordError(f"{data.path} is a record of {header.case}, not of {value.id}")
    heat_of(header.heat)
    round = Round(value, _bench_of(header), seed=header.seed, format=header.format, heat=header.heat)
    changed = structure_hash(value) != header.structure
    if not changed and prose_hash(value) != header.prose:
        say("The words of the case have been edited since this record was made; it goes on with the new ones.")
    for number, text in enumerate(data.moves, start=1):
        try:
            round.push(text)
        except MoveError as error:
            cause = "The case" if changed else "A judge"
            say(
                f"{cause} has been edited since this record was made: move {number} no longer stands ({error}). "
                f"{number - 1} of {len(data.moves)} moves agree; it goes on from there."
            )
            return round
    if changed:
        say("The structure of the case has been edited since this record was made; every move still stands.")
    return round


def mode_of(session: Session) -> str:
    """Training or exam, as the session's record says; a session without a record is training."""
    record = session.recorder
    return record.header.mode if isinstance(record, Record) else TRAINING


def _human(side: str) -> Side | None:
    if side not in SIDES:
        raise UnknownName("side", side, SIDES)
    return None if side == BOTH else Side(side)


def _case_of(header: Header, case: str | os.PathLike[str] | Case | None) -> Case:
    if isinstance(case, Case):
        return case
    if case is not None:
        return load_case(case)
    here = Path(f"{header.case}.yaml")
    if header.case not in list_cases() and here.is_file():
        return load_case(here)
    return load_case(header.case)


def _bench_of(header: Header) -> Bench:
    try:
        named = load_bench(header.bench_name)
    except UnknownName:
        named = None
    if named is not None and tuple(judge.id for judge in named.judges) == header.bench:
        return named
    return load_bench(list(header.bench))
