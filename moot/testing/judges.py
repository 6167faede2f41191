"""Strategies for judges and benches."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import strategies as st

from moot.bench.persona import Bench, HeldPrinciple, Judge, Prices, Voice
from moot.case import Modality, Purpose
from moot.testing.words import SOME

__all__ = ["benches", "judges"]


@st.composite
def judges(draw: st.DrawFn, id: str = "judge", seniority: int = 1, chief: bool = False) -> Judge:
    """A judge of any temper."""
    held = draw(st.dictionaries(st.sampled_from(SOME), st.integers(1, 5), max_size=4))
    price = st.integers(0, 3)
    return Judge(
        id=id,
        name=id.title(),
        title=f"Justice {id.title()}",
        note="Made by chance.",
        seniority=seniority,
        chief=chief,
        receptivity={modality: draw(st.integers(0, 5)) for modality in Modality},
        holds=tuple(HeldPrinciple(name, weight) for name, weight in held.items()),
        purposes={purpose: draw(st.integers(0, 3)) for purpose in Purpose},
        talk=draw(st.integers(0, 10)),
        prices=Prices(*(draw(price) for _ in fields(Prices))),
        voice=Voice(),
    )


@st.composite
def benches(draw: st.DrawFn, largest: int = 4) -> Bench:
    """A bench of one to ``largest`` judges (nine at most), the first of them the chief."""
    count = draw(st.integers(1, largest))
    return Bench("made", "Made by chance", tuple(draw(judges(f"j{n}", n + 1, n == 0)) for n in range(count)))
