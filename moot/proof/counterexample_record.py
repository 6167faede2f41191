"""A line as a record, so that it opens in the game: a counterexample at the failing choice, or the line that answers a property."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from moot.bench.persona import Bench
from moot.case import Case
from moot.case.fingerprint import structure_hash
from moot.files.folders import saves_dir
from moot.files.records import Record, new_header, read_record, words_hash
from moot.files.records.folder import records
from moot.proof.certificate import Certificate
from moot.round.moves import Move

__all__ = ["keep_line", "write_counterexample"]


def write_counterexample(
    certificate: Certificate, case: Case, bench: Bench, saves: str | os.PathLike[str] | None = None
) -> Path:
    """Write the line of a failed certificate as a record, and return its path.

    `moot play --resume PATH` then stands where it goes wrong. Raises ``ValueError`` where there is no counterexample.
    """
    if not certificate.counterexample:
        raise ValueError(f"the certificate of {certificate.case} has no counterexample")
    return _write(case, bench, certificate.counterexample, certificate.format, saves)


def keep_line(
    case: Case, bench: Bench, line: Iterable[Move], format: str, saves: str | os.PathLike[str] | None = None
) -> Path:
    """Keep a line as a record in the folder `lines` of the saves, once: the same line is not written again.

    There it is not the newest record, so that a check never comes between a person and their last sitting.
    """
    folder = (Path(saves) if saves is not None else saves_dir()) / "lines"
    moves = tuple(str(move) for move in line)
    for path in records(folder):
        data = read_record(path)
        header = data.header
        same = (header.case, header.structure, header.bench, header.format) == (
            case.id,
            structure_hash(case),
            tuple(judge.id for judge in bench.judges),
            format,
        )
        if same and tuple(data.moves) == moves:
            return path
    return _write(case, bench, moves, format, folder)


def _write(
    case: Case, bench: Bench, line: Iterable[Move | str], format: str, saves: str | os.PathLike[str] | None
) -> Path:
    header = new_header(case, bench, format=format, seed=0, side="both", opponent="nobody", mode="training")
    with Record.create(header, saves) as record:
        record.words_of = lambda move: words_hash(case, move)
        for move in line:
            record.append(str(move))
        return record.path
