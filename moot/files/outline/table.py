"""A spreadsheet saved as CSV: a row for each point, question or answer; an empty cell means what stands above it."""

from __future__ import annotations

import csv
import io

from moot.case import Side
from moot.case.words import Manner
from moot.errors import MootError, did_you_mean
from moot.files.outline.draft import Draft, DraftIssue, DraftPoint, DraftQuestion, side_of

__all__ = ["COLUMNS", "read_table"]

COLUMNS = ("issue", "side", "position", "point", "question", "answer", "manner")
"""The columns that are read. Only `issue`, `side` and `point` must be there; others are passed over, and told."""

_NEEDED = ("issue", "side", "point")
_ALSO = {
    "argument": "point",
    "points": "point",
    "issues": "issue",
    "questions": "question",
    "answers": "answer",
    "party": "side",
    "reply": "answer",
}
_MOST_ROWS = 5000


def read_table(text: str, name: str) -> tuple[Draft, list[str]]:
    """Read a table, and the names of the columns that were passed over.

    Raises :class:`~moot.errors.MootError`, in one line with the place, for one that cannot be read.
    """
    rows = _rows(text, name)
    columns, passed = _columns(rows[0][1], name)
    draft = Draft()
    above = dict.fromkeys(COLUMNS, "")
    side: Side | None = None
    for number, row in rows[1:]:
        cells = dict.fromkeys(COLUMNS, "") | {
            column: row[place].strip() for column, place in columns.items() if place < len(row)
        }
        if not any(cells.values()):
            continue
        if cells["issue"] and cells["issue"] != above["issue"]:
            draft.issues.append(DraftIssue(cells["issue"]))
            above, side = dict.fromkeys(COLUMNS, ""), None
            above["issue"] = cells["issue"]
        if not draft.issues:
            raise MootError(f"{name}, row {number}: no issue stands in this row or above it")
        if cells["side"]:
            side = side_of(cells["side"])
            if side is None:
                raise MootError(
                    f"{name}, row {number}: `{cells['side']}` is not a side; write petitioner or respondent"
                )
            if cells["side"] != above["side"]:
                above = {**dict.fromkeys(COLUMNS, ""), "issue": above["issue"], "side": cells["side"]}
        if side is None and any(cells[each] for each in ("position", "point", "question", "answer")):
            raise MootError(
                f"{name}, row {number}: no side stands in this row or above it; write petitioner or respondent"
            )
        if side is not None:
            _put(draft.issues[-1], side, cells, above, f"{name}, row {number}")
    if not draft.issues:
        raise MootError(
            f"{name} has a first row and no others; write a row for each point, with its issue and its side"
        )
    return draft, passed


def _put(issue: DraftIssue, side: Side, cells: dict[str, str], above: dict[str, str], where: str) -> None:
    if cells["position"]:
        issue.positions[side] = cells["position"]
    points = issue.points[side]
    if cells["point"] and cells["point"] != above["point"]:
        points.append(DraftPoint(cells["point"]))
        above.update(point=cells["point"], question="")
    question, answer = cells["question"], cells["answer"]
    if question and question != above["question"]:
        if not points:
            raise MootError(f"{where}: no point stands in this row or above it, for the question to be asked of")
        points[-1].questions.append(DraftQuestion(question))
        above["question"] = question
    if answer:
        if not points or not points[-1].questions:
            raise MootError(f"{where}: no question stands in this row or above it, for the answer to answer")
        manner = cells["manner"].lower()
        if manner and manner not in {str(each) for each in Manner}:
            near = did_you_mean(manner, tuple(Manner))
            help = f"did you mean `{near}`?" if near else f"write one of: {', '.join(Manner)}"
            raise MootError(f"{where}: `{manner}` is not the manner of an answer; {help}")
        points[-1].questions[-1].answers.append((manner, answer))


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """Every row that holds something, with its number in the spreadsheet."""
    first = text.partition("\n")[0]
    sign = max(",;\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
        rows = [(index, row) for index, row in enumerate(reader, 1) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise MootError(f"{name} cannot be read as a table: {error}") from None
    if not rows:
        raise MootError(f"{name} is empty; its first row names the columns: {', '.join(COLUMNS)}")
    if len(rows) > _MOST_ROWS:
        raise MootError(f"{name} has more than {_MOST_ROWS} rows, too many for one case")
    return rows


def _columns(first: list[str], name: str) -> tuple[dict[str, int], list[str]]:
    found: dict[str, int] = {}
    passed = []
    for index, cell in enumerate(first):
        said = cell.strip().lower()
        column = _ALSO.get(said, said)
        if column in COLUMNS and column not in found:
            found[column] = index
        elif said:
            passed.append(cell.strip())
    missing = [each for each in _NEEDED if each not in found]
    if missing:
        known = f"columns: {', '.join(COLUMNS)}"
        raise MootError(f"{name}, row 1: no column is called {' or '.join(f'`{each}`' for each in missing)}; {known}")
    return found, passed
