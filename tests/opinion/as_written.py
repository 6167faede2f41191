"""Rulings written whole, with what every paragraph states: `tests/opinion/written`. `scripts/goldens.py` writes them again.

What each bench heard is drawn by the seed from everything that could be said, so that the rulings come out in every way there is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from moot.bench.conference import Ruling, confer
from moot.bench.persona import Bench
from moot.case import Case
from moot.case.heard import Heard, heard_of
from moot.opinion import ruling_document
from moot.opinion.compose import _LEAST, _MOST, _written
from moot.opinion.document import Document, Section
from tests.opinion.sittings import bench_of, case_of

HOME = Path(__file__).parent / "written"

RULINGS: tuple[tuple[str, str, int | None, int], ...] = (
    ("atwater-v-lago-vista", "three", None, 1),
    ("atwater-v-lago-vista", "three", None, 8),
    ("brower-v-inyo", "fictional", 2, 8),
    ("brower-v-inyo", "lewis-1998", 4, 5),
    ("brower-v-inyo", "lewis-1998", 6, 7),
    ("brower-v-inyo", "three", None, 5),
    ("first-argument", "fictional", 2, 10),
    ("first-argument", "lewis-1998", 4, 11),
    ("lark-river", "lewis-1998", 6, 5),
    ("lark-river", "lewis-1998", None, 1),
    ("lark-river", "lewis-1998", None, 2),
    ("lark-river", "three", None, 5),
    ("sacramento-v-lewis", "fictional", None, 5),
    ("sacramento-v-lewis", "lewis-1998", 1, 4),
    ("sacramento-v-lewis", "lewis-1998", 1, 9),
    ("sacramento-v-lewis", "lewis-1998", 6, 2),
    ("sacramento-v-lewis", "three", None, 7),
    ("washington-v-glucksberg", "lewis-1998", None, 0),
    ("washington-v-glucksberg", "lewis-1998", None, 6),
    ("wilson-v-layne", "fictional", None, 1),
    ("wilson-v-layne", "lewis-1998", 1, 2),
    ("wilson-v-layne", "lewis-1998", None, 6),
)
"""Case, bench, how many of its judges sit (the next two take no part; None for all), and the seed of what was heard."""


def name_of(case: str, bench: str, sitting: int | None, seed: int) -> str:
    """The name of the file of a ruling."""
    return f"{case}-{bench}{'' if sitting is None else f'-{sitting}'}-{seed}"


def texts() -> dict[str, Callable[[], str]]:
    """What is held, by the name of its file."""
    found: dict[str, Callable[[], str]] = {}
    for drawn in RULINGS:
        found[name_of(*drawn)] = lambda drawn=drawn: written(ruling_of(*drawn))
    for drawn in DETAILED:
        found[f"{name_of(*drawn)}-by-detail"] = lambda drawn=drawn: detailed(ruling_of(*drawn))
    return found


def ruling_of(case: str, bench: str, sitting: int | None, seed: int) -> Ruling:
    """A ruling after what this seed has the bench hear."""
    return confer(case_of(case), _bench(bench, sitting), _heard(case_of(case), seed))


def written(ruling: Ruling) -> str:
    """The whole ruling: a paragraph a line, and below it what it states."""
    document = ruling_document(ruling)
    return "\n".join(_lines(document)) + "\n"


DETAILED: tuple[tuple[str, str, int | None, int], ...] = (
    ("atwater-v-lago-vista", "three", None, 8),
    ("brower-v-inyo", "lewis-1998", 6, 7),
    ("sacramento-v-lewis", "lewis-1998", 6, 2),
    ("wilson-v-layne", "lewis-1998", None, 6),
    ("washington-v-glucksberg", "lewis-1998", None, 0),
)
"""Rulings of which it is written what each detail, from the least to the most, tells that the one before it does not."""


def detailed(ruling: Ruling) -> str:
    """What the opinions of a ruling tell at each detail and not at the one before."""
    out: list[str] = []
    before: set[str] = set()
    for detail in range(_LEAST, _MOST + 1):
        document = _written(ruling, dict.fromkeys((opinion.number for opinion in ruling.opinions), detail))
        lines = list(_lines(document))
        out += [f"#### {detail}", *(line for line in lines if line not in before)]
        before = set(lines)
    return "\n".join(out) + "\n"


def _bench(name: str, sitting: int | None) -> Bench:
    bench = bench_of(name)
    if sitting is None:
        return bench
    return replace(bench, judges=bench.judges[:sitting], absent=bench.judges[sitting : sitting + 2])


def _heard(case: Case, seed: int) -> Heard:
    """Up to 13 points, up to 3 halves of points and up to 15 answers."""
    chance = random.Random(f"{case.id} {seed}")
    points, answers = sorted(case.point), sorted(case.answers)
    full = set(chance.sample(points, min(len(points), chance.randrange(14))))
    half = set(chance.sample(points, min(len(points), chance.randrange(4)))) - full
    said = chance.sample(answers, min(len(answers), chance.randrange(16)))
    return heard_of(case, half, full, said)


def _lines(document: Document) -> Iterator[str]:
    yield from (document.title, document.under, document.notice, "")
    yield from _section(document.syllabus)
    yield document.line_up
    yield ""
    yield from (note.text for note in document.notes)
    for section in document.sections:
        yield from _section(section)
    yield f"{document.disposition}, {document.words} words"


def _section(section: Section) -> Iterator[str]:
    yield f"== {section.title}. {section.byline} {section.notice}".rstrip()
    for part in section.parts:
        if part.heading:
            yield f"-- {part.heading}"
        for paragraph in part.paragraphs:
            yield paragraph.text
            yield from (f"    {_told(stated)}" for stated in paragraph.states)
    yield ""


def _told(stated: object) -> str:
    """What a paragraph states, without the names of the fields."""
    return re.sub(r"\b\w+=|<|: '[^']*'>", "", repr(stated))
