"""Who sits, as a bench file says it, and the bench that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from moot.bench.persona import Bench, Judge

__all__ = ["BenchList", "seat"]


@dataclass(frozen=True, slots=True)
class BenchList:
    """What a bench file says: the judges by id, and the titles and the chair that they have on this bench.

    ``presiding`` is the id of the judge in the chair; None leaves that to the judges' own files.
    """

    id: str
    title: str
    judges: tuple[str, ...]
    took_no_part: tuple[str, ...]
    titles: Mapping[str, str]
    presiding: str | None
    salutation: str


def seat(listed: BenchList, judge: Callable[[str], Judge]) -> Bench:
    """The bench, with the judge of each id. Raises what ``judge`` raises."""
    sitting, absent = (
        tuple(_as_seated(judge(id), listed) for id in ids) for ids in (listed.judges, listed.took_no_part)
    )
    return Bench(listed.id, listed.title, sitting, listed.salutation, absent)


def _as_seated(judge: Judge, listed: BenchList) -> Judge:
    """The judge with the title and the chair that this bench gives them."""
    presiding = judge.chief if listed.presiding is None else judge.id == listed.presiding
    return replace(judge, title=listed.titles.get(judge.id, judge.title), chief=presiding)
