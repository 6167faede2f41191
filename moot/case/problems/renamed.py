"""What a case says of the ids that its parts had before."""

from __future__ import annotations

from moot.case.case import Case
from moot.case.problems.notes import Notes

__all__ = ["check"]


def check(case: Case, notes: Notes) -> None:
    """``renamed_from`` names what is in the case, by an id that nothing has now and that is given once."""
    if not case.renamed_from:
        return
    known = {case.id, *(head.id for head in case.heads), *case.point, *case.questions, *case.answers}
    given: dict[str, str] = {}
    for index, (now, was) in enumerate(case.renamed_from):
        key = ("renamed_from", index)
        notes.known("M206", (*key, "id"), "head, point, question or answer", now, known)
        if was in known:
            message = f"`{was}` is an id of this case still, so nothing else can have had it before"
            notes.error("M201", (*key, "was"), message, "name the old id, which nothing in the case has any more")
        elif was in given:
            message = f"`{was}` is said to be `{given[was]}` now, and `{now}`"
            notes.error("M201", (*key, "was"), message, "keep one of the two")
        given.setdefault(was, now)
