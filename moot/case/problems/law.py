"""M3xx: issues, positions and authorities, as far as they stand alone."""

from __future__ import annotations

from moot.case.case import Case
from moot.case.opinion import Mark
from moot.case.problems.notes import Notes, argument_keys, asked, said
from moot.case.words import OpinionKind, Status, Treatment
from moot.errors import Key

__all__ = ["check"]


_LEAD = (OpinionKind.COURT, OpinionKind.PLURALITY)


def _adopts(mark: Mark) -> bool:
    return mark.treatment is Treatment.ADOPTED


def check(case: Case, notes: Notes) -> None:
    """Look at the law of the case."""
    positions = {words for saying in said(case) for _, words in argument_keys(saying)}
    known = {f"{issue.id}.{position.id}" for issue in case.issues for position in issue.positions}
    urged = {words.split(".", 1)[0] for words in positions}
    lead = {opinion.id for opinion in case.opinions if opinion.kind in _LEAD}
    for index, issue in enumerate(case.issues):
        key: Key
        if len(issue.positions) < 2:
            key = ("issues", index, "positions")
            notes.error(
                "M308",
                key,
                f"the issue `{issue.id}` has fewer than two positions",
                "an issue is a choice: write at least two",
            )
            continue
        sides = {position.favors for position in issue.positions}
        if len(sides) == 1 and None not in sides:
            key = ("issues", index, "positions")
            notes.warning(
                "M312",
                key,
                f"every position of `{issue.id}` favors the same side",
                "let one favor the other side, or neither",
            )
        for number, position in enumerate(issue.positions):
            if not position.embodies:
                key = ("issues", index, "positions", number)
                notes.warning(
                    "M311",
                    key,
                    f"the position `{issue.id}.{position.id}` embodies no principle",
                    "no judge begins with a leaning to it; add `embodies:`",
                )
            took = next((mark.opinion for mark in position.marks if mark.opinion in lead and _adopts(mark)), None)
            if (
                took
                and positions <= known
                and issue.id in urged
                and not issue.preliminary
                and f"{issue.id}.{position.id}" not in positions
            ):
                notes.warning(
                    "M337",
                    ("issues", index, "positions", number),
                    f"the opinion `{took}` takes the position `{issue.id}.{position.id}`, and nothing counsel may say urges it",
                    "let a point or an answer of the side it helps urge it; a bench seldom finds what nobody argues",
                )
        if issue.id not in urged:
            notes.warning(
                "M314",
                ("issues", index),
                f"nothing counsel may say urges a position on `{issue.id}`",
                "write a point that does, or delete the issue",
            )
    _authorities(case, notes)
    if case.real and not lead:
        notes.warning(
            "M310",
            ("real",),
            "a real case has no opinion of the court to measure against",
            "add it under `opinions:`, or write `real: false`",
        )


def _authorities(case: Case, notes: Notes) -> None:
    """Counsel cannot cite what was not yet decided."""
    for saying in said(case):
        if saying.argument is not None:
            for index, id in enumerate(saying.argument.cites):
                _later(case, notes, (*saying.argument_key, "cites", index), id)
    for key, question, _ in asked(case):
        if question.pick == "authority":
            for index, answer in enumerate(question.answers):
                if answer.picks is not None:
                    _later(case, notes, (*key, "answers", index, "picks"), answer.picks)


def _later(case: Case, notes: Notes, key: tuple[str | int, ...], id: str) -> None:
    authority = case.authority.get(id)
    if authority is not None and authority.status is Status.LATER:
        notes.error(
            "M320",
            key,
            f"`{id}` was decided after the argument; counsel cannot cite it",
            "keep later cases for `aftermath`",
        )
