"""`moot why` says the same whatever the hash seed of the interpreter."""

from __future__ import annotations

import os
import subprocess
import sys

import moot
from moot.sitting.setup import new_session


def test_why_is_the_same_under_two_hash_seeds(saves) -> None:
    session, path = new_session("first-argument", "three", side="both", seed=1)
    novices = {moot.Side.PETITIONER: moot.counsel.Novice(1), moot.Side.RESPONDENT: moot.counsel.Novice(2)}
    session.open()
    while session.waiting:
        session.play(novices[session.round.turn].choose(session.round))
    for shape in ((), ("--json",)):
        said = {
            subprocess.run(
                [sys.executable, "-m", "moot", "why", str(path), *shape],
                capture_output=True,
                text=True,
                check=True,
                env={**os.environ, "PYTHONHASHSEED": seed},
            ).stdout
            for seed in ("0", "1")
        }
        assert len(said) == 1
