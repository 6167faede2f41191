"""The cases of a page, checked and compiled, with the judges and benches they need."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import date
from typing import Any

from moot.bench.persona import Bench, Judge
from moot.case import Case, Side
from moot.counsel.opponents import OPPONENTS
from moot.errors import MootError
from moot.files.folders import find, list_benches, list_cases
from moot.files.library import Library
from moot.files.loading import load_bench, load_case, load_judge
from moot.report.reader import ReadOpinion
from moot.report.reader import library as written_opinions
from moot.round.asking.heats import HEATS
from moot.round.formats import FORMATS, Format
from moot.sitting.showing.look import seated
from moot.sitting.words.spoken import last_name

__all__ = ["compiled", "library_of", "opinions_of", "setup_of"]


def library_of(names: Sequence[str], bench: str | None = None, form: str | Format | None = None) -> Library:
    """These cases, each with its bench and the authors of its opinions, and every bench put together from those judges; a format that a file defines.

    Raises what loading raises: a case with an error is refused.
    """
    cases: dict[str, Case] = {}
    judges: dict[str, Judge] = {}
    benches: dict[str, Bench] = {}
    for name in names:
        case = load_case(name)
        if case.id in cases:
            raise MootError(f"two of the cases have the id {case.id}")
        cases[case.id] = case
        _seat(load_bench(case.bench), benches, judges)
        for author in {opinion.author for opinion in case.opinions}:
            try:
                judges.setdefault(author, load_judge(author))
            except MootError:
                continue  # an author who is on no file has no voice of their own, here as elsewhere
    if bench is not None:
        _seat(load_bench(bench), benches, judges)
    for name in list_benches():
        found = load_bench(name)
        if all(judge.id in judges for judge in found.judges):
            benches.setdefault(found.id, found)
    own = {form.id: form} if isinstance(form, Format) else {}
    return Library(cases, judges, benches, own)


def _seat(bench: Bench, benches: dict[str, Bench], judges: dict[str, Judge]) -> None:
    benches[bench.id] = bench
    judges.update({judge.id: judge for judge in bench.judges})


def compiled(library: Library) -> bytes:
    """The library as the page reads it. Only the page that it is built into ever does."""
    return pickle.dumps(library, protocol=5)


def opinions_of(names: Sequence[str]) -> dict[str, Any]:
    """The opinions really written in these cases, by case id, for the page's reader: pages where the text ships, and the quotations."""
    out = {}
    for name in names:
        case = load_case(name)
        folder = find("case", name, list_cases()).parent
        opinions = written_opinions(case, load_bench(case.bench), folder)
        if opinions:
            out[case.id] = [_opinion(each) for each in opinions]
    return out


def _opinion(opinion: ReadOpinion) -> dict[str, Any]:
    pages = [
        {"label": page.label, "paragraphs": [[[span.text, span.passages] for span in each] for each in page.paragraphs]}
        for page in opinion.pages
    ]
    passages = [
        {"holding": each.holding, "pin": each.pin, "quote": each.quote, "gist": each.gist} for each in opinion.passages
    ]
    return {"id": opinion.id, "title": opinion.title, "pages": pages, "passages": passages}


def setup_of(library: Library, fixed: dict[str, Any]) -> dict[str, Any]:
    """What the start of the page shows before the engine runs. ``fixed`` is what the builder has settled."""
    return {
        "cases": [_card(case, library.benches[case.bench]) for case in library.cases.values()],
        "benches": [
            {"id": bench.id, "title": bench.title, "seats": _seats(bench)} for bench in library.benches.values()
        ],
        "formats": [{"id": form.id, "title": form.title} for form in (FORMATS | dict(library.formats)).values()],
        "heats": list(HEATS),
        "opponents": list(OPPONENTS),
        "fixed": fixed,
    }


def _seats(bench: Bench) -> list[str]:
    """Their names as they sit."""
    return seated([last_name(judge.name) for judge in bench.judges])


def _day(text: str) -> str:
    """An ISO date as it is printed: December 9, 1997. Anything else as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day:%B} {day.day}, {day.year}"


def _card(case: Case, bench: Bench) -> dict[str, Any]:
    sides = {
        side.value: {
            "called": case.party(side).called,
            "name": case.party(side).name,
            "counsel": case.party(side).counsel,
        }
        for side in Side
    }
    return {
        "id": case.id,
        "caption": case.caption,
        "court": case.court,
        "argued": _day(case.argued),
        "bench": bench.id,
        "judges": [{"id": judge.id, "title": judge.title} for judge in bench.judges],
        "question": case.question_presented,
        **sides,
    }
