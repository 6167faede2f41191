"""Sittings drawn by seed, and their rulings as documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import moot
from moot.bench.conference import Opinion, Ruling
from moot.case import Case
from moot.files.folders import list_cases
from moot.opinion import ruling_document
from moot.opinion.document import Document

CASES = tuple(sorted(list_cases()))
BENCHES = ("lewis-1998", "three", "fictional")


class Sitting(NamedTuple):
    """One sitting: what was heard, what was ruled, how it was written."""

    ruling: Ruling
    document: Document

    @property
    def heard(self):
        """What the bench heard."""
        return next(iter(self.ruling.reasonings.values())).heard

    def page(self, opinion: Opinion) -> str:
        """The text of an opinion."""
        return " ".join(paragraph.text for paragraph in self.document.section(opinion.number).paragraphs)

    def __repr__(self) -> str:
        return f"<{self.ruling.case.id} {self.ruling.bench.id}>"


@lru_cache(maxsize=16)
def case_of(id: str) -> Case:
    """A shipped case, loaded once."""
    return moot.load_case(id)


@lru_cache(maxsize=16)
def bench_of(name: str):
    """A bench, loaded once."""
    return moot.load_bench(name)


@lru_cache(maxsize=600)
def sitting(case: str, bench: str, seed: int) -> Sitting:
    """The sitting of this seed between two novices."""
    round = moot.Round(
        case_of(case), bench_of(bench), seed=seed, format="quick", heat=("normal", "hot", "cold")[seed % 3]
    )
    ruling = round.play_out(petitioner=moot.counsel.Novice(seed), respondent=moot.counsel.Novice(seed + 1000)).ruling
    return Sitting(ruling, ruling_document(ruling))


def sittings(case: str, seeds: range) -> Iterator[Sitting]:
    """The sittings of these seeds before every bench."""
    for seed in seeds:
        for bench in BENCHES:
            yield sitting(case, bench, seed)
