"""What is wrong with a case as law and as a round. Pure: keys say where in the file; ``moot.files`` knows the lines.

The codes are explained, each with an example, in docs/diagnostics/.
"""

from __future__ import annotations

from moot.case.case import Case
from moot.case.problems import dates, guards, hypotheticals, law, lineup, marks, play, references, tree
from moot.case.problems.notes import Notes
from moot.errors import Diagnostic

__all__ = ["problems"]


def problems(case: Case) -> list[Diagnostic]:
    """Every problem of meaning in the case. Errors stand in the way of a round; warnings do not.

    Names that lead nowhere (M2xx) are looked for first; each later check passes over what they have already told.
    """
    notes = Notes()
    for check in (
        references.check,
        law.check,
        tree.check,
        marks.check,
        play.check,
        guards.check,
        hypotheticals.check,
        dates.check,
        lineup.check,
    ):
        check(case, notes)
    return notes.found
