"""How many sittings an assignment allows."""

from __future__ import annotations

from moot.errors import MootError
from moot.files.records.index import summaries

__all__ = ["refuse_beyond"]


def refuse_beyond(assignment: str, sittings: int | None, again: str) -> None:
    """Raise ``MootError`` for a sitting beyond those that are allowed; None allows as many as one likes.

    One that was begun counts, or an exam could be begun until it goes well. ``again`` says how to go on with the last, whose
    file it may name as ``{record}``.
    """
    if sittings is None:
        return
    begun = [each for each in summaries() if not each.problem and each.assignment == assignment]
    if len(begun) < sittings:
        return
    allowed = "one sitting" if sittings == 1 else f"{sittings} sittings"
    raise MootError(
        f"this assignment allows {allowed}, and you have begun {len(begun)}; go on with the last, if it is not finished: "
        f"{again.format(record=begun[0].path)}"
    )
