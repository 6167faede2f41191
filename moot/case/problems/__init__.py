"""What is wrong with a case as law and as a round. Pure: keys say where in the file; ``moot.files`` knows the lines.

The codes are explained, each with an example, in docs/diagnostics/.
"""

from __future__ import annotations

from moot.case.case import Case
from moot.case.problems import (
    dates,
    guards,
    hypotheticals,
    law,
    lineup,
    marks,
    opinions,
    play,
    references,
    renamed,
    tree,
)
from moot.case.problems.notes import Notes
from moot.errors import Diagnostic

__all__ = ["history", "problems"]


def problems(case: Case) -> list[Diagnostic]:
    """Every problem of meaning in the case. Errors stand in the way of a round; warnings do not.

    Names that lead nowhere (M2xx) are looked for first; each later check passes over what they have already told.
    """
    notes = Notes()
    for check in (
        references.check,
        renamed.check,
        law.check,
        tree.check,
        marks.check,
        opinions.check,
        play.check,
        guards.check,
        hypotheticals.check,
    ):
        check(case, notes)
    if any(problem.code == "M201" and problem.key[:1] == ("issues",) for problem in notes.found):
        # Of two issues with one id only one is known by it: whatever names the other would be told as naming nothing.
        return [problem for problem in notes.found if problem.code not in _OF_ISSUES]
    return notes.found


_OF_ISSUES = frozenset({"M204", "M302", "M303", "M304", "M305", "M306", "M307", "M309", "M312", "M314", "M337", "M441"})
"""Diagnostics that name an issue, a position or what hangs on one."""


def history(case: Case) -> list[Diagnostic]:
    """What is wrong with dates, years and the real line-up, as far as the case alone tells; the case must have no errors.

    Apart from :func:`problems`, because a round can be played all the same: a wrong year is for `moot check` to refuse, not
    for `moot play`.
    """
    notes = Notes()
    for check in (dates.check, lineup.check):
        check(case, notes)
    return notes.found
