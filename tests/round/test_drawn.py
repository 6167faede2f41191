"""What the bench draws, on a made case before a made bench, as it was: a change of the draw shows here as another line.

Statistics hold the habits of the bench over many sittings (test_draw.py); they cannot see a weight that is off by a little. The
numbers here follow from docs/dice.md and from the odds of `moot/round/asking`; none is a promise to anybody but us.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import moot
from moot.case import Manner, Purpose, Side, Tone
from moot.case.stock import with_stock
from moot.round import moves
from moot.round.asking.heats import HEATS
from moot.round.asking.odds import odds
from moot.round.formats import one_speaker
from tests import support as small

FORM = one_speaker("drawn", "Drawn", 100, (0, 2))
PURPOSES = (Purpose.CLARIFY, Purpose.CRITICISM, Purpose.SUPPORT, Purpose.IMPLICATIONS)


def thread(id: str, number: int) -> small.Question:
    """A question with a follow-up to its first answer, and one to that; every other one is for those who hold notice."""
    last = small.question(f"{id}.y", small.answer(f"{id}.y.a"), small.answer(f"{id}.y.b", Manner.EVADE))
    next = small.question(
        f"{id}.x", small.answer(f"{id}.x.a", follow_ups=(last,)), small.answer(f"{id}.x.b", Manner.DEFLECT)
    )
    who = ("notice",) if number % 2 else ()
    answers = (small.answer(f"{id}.a", follow_ups=(next,)), small.answer(f"{id}.b", Manner.CONCEDE))
    asked_by = ("chief",) if number == 3 else ()
    return small.question(id, *answers, purpose=PURPOSES[number % 4], tone=Tone.NEUTRAL, who=who, asked_by=asked_by)


@cache
def sat() -> tuple[moot.Case, moot.Bench]:
    points = [
        small.point(
            f"{head}{n}",
            side,
            head,
            urges,
            strength=2 + n,
            questions=tuple(thread(f"{head}{n}q{m}", n + m + at) for m in range(1, 4)),
        )
        for at, (side, urges) in enumerate(((Side.PETITIONER, "merits.yes"), (Side.RESPONDENT, "merits.no")))
        for head in (("pa", "pb") if side is Side.PETITIONER else ("ra", "rb"))
        for n in (1, 2)
    ]
    judges = (
        replace(small.judge("chief", 1, chief=True, held={"notice": 3}), talk=6, opens=2, lean=Decimal("1.5")),
        replace(small.judge("quick", 2), talk=9, opens=9, purposes={Purpose.CLARIFY: 6, Purpose.CRITICISM: 2}),
        replace(small.judge("keen", 3, held={"notice": 5}), talk=4, lean=Decimal("1.25")),
        replace(small.judge("mute", 4), talk=0),
    )
    return with_stock(small.case(*points)), small.bench(*judges)


def counsel(round: moot.Round) -> moves.Move:
    """Says everything in order, gives the first answer and every third time the last, and sits down when all is said."""
    legal = list(round.legal)
    answers = [move for move in legal if isinstance(move, moves.GiveAnswer)]
    if answers:
        return answers[-1] if round.ply % 3 == 0 else answers[0]
    return next((move for move in legal if isinstance(move, moves.Resume)), legal[0])


def sitting(seed: int, heat: str) -> moot.Round:
    case, bench = sat()
    round = moot.Round(case, bench, seed=seed, format=FORM, heat=heat)
    round.play_out(counsel, counsel)
    return round


def drawn(seed: int, heat: str) -> str:
    """Every move of the bench in one sitting, and a digest of the odds it was drawn by."""
    round = sitting(seed, heat)
    told, odds_there = [], hashlib.blake2b(digest_size=8)
    for ply, (move, before) in enumerate(zip(round.line, round.positions, strict=False)):
        if before.state.bench:
            told.append(f"{move.question}/{move.by}" if isinstance(move, moves.Ask) else "-")
            there = moot.Round.from_line(round.case, round.bench, round.line[:ply], seed=seed, format=FORM, heat=heat)
            odds_there.update(" ".join(f"{each} {chance}" for each, chance in odds(there)).encode())
    return f"{heat} {seed}: {' '.join(told)} | {odds_there.hexdigest()}"


GOLDEN = Path(__file__).with_name("drawn.txt")
SITTINGS = [(seed, heat) for heat in HEATS for seed in (1, 2)]


def write() -> None:
    """Write the golden text again."""
    GOLDEN.write_text("".join(f"{drawn(*each)}\n" for each in SITTINGS), encoding="utf-8")


@pytest.mark.parametrize(("seed", "heat"), SITTINGS)
def test_the_bench_draws_what_it_drew_with_the_odds_it_had(seed: int, heat: str) -> None:
    """If it differs and the change is meant: `python scripts/goldens.py`, and read the difference."""
    assert drawn(seed, heat) in GOLDEN.read_text(encoding="utf-8").splitlines()
