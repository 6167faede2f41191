"""A counterexample as a record, so that it opens in the game at the failing choice."""

from __future__ import annotations

import os
from pathlib import Path

from moot.bench.persona import Bench
from moot.case import Case
from moot.files.records import Record, new_header, words_hash
from moot.proof.certificate import Certificate

__all__ = ["write_counterexample"]


def write_counterexample(
    certificate: Certificate, case: Case, bench: Bench, saves: str | os.PathLike[str] | None = None
) -> Path:
    """Write the line of a failed certificate as a record, and return its path.

    `moot play --resume PATH` then stands where it goes wrong. Raises ``ValueError`` where there is no counterexample.
    """
    if not certificate.counterexample:
        raise ValueError(f"the certificate of {certificate.case} has no counterexample")
    header = new_header(case, bench, format=certificate.format, seed=0, side="both", opponent="nobody", mode="training")
    with Record.create(header, saves) as record:
        record.words_of = lambda move: words_hash(case, move)
        for move in certificate.counterexample:
            record.append(str(move))
        return record.path
