"""The rows of a gradebook, and what is read off them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from moot.case.language.naming import called
from moot.files.records import RecordData
from moot.report.debrief.answers import Given, given_answers
from moot.round.round import Round
from moot.score.ballot import Ballot, ballot, speaker_ballots
from moot.score.labels import ITEM_NAMES
from moot.score.sway import sway
from moot.sitting.words.spoken import what_was_said

__all__ = ["GradebookRow", "GradedAnswer", "grown", "rows_of", "students"]


@dataclass(frozen=True, slots=True)
class GradedAnswer:
    """An answer: the question, what was said, a better answer where there was one, and the points it lost."""

    question: str
    said: str
    better: str
    points: float


@dataclass(frozen=True, slots=True)
class GradebookRow:
    """One side of one sitting. ``total`` and the points of ``items`` are out of what they say, None where there is too little to score.

    ``votes`` are those for the side and ``moved`` those it moved from the silent baseline; None until the case is decided.
    """

    student: str
    record: str
    started: str
    case: str
    caption: str
    side: str
    called: str
    bench: int
    format: str
    opponent: str
    mode: str
    finished: bool
    total: float | None
    items: dict[str, tuple[float, float] | None]
    votes: int | None
    moved: int | None
    findings: int | None
    best: GradedAnswer | None
    mistakes: tuple[GradedAnswer, ...]
    assignment: str = ""
    late: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The row as plain data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, found: dict[str, Any]) -> GradebookRow:
        """The row of plain data. Raises ``KeyError`` or ``TypeError`` for data that make none."""
        return cls(
            **{
                **found,
                "items": {name: None if pair is None else (pair[0], pair[1]) for name, pair in found["items"].items()},
                "best": GradedAnswer(**found["best"]) if found["best"] else None,
                "mistakes": tuple(GradedAnswer(**each) for each in found["mistakes"]),
            }
        )


def rows_of(data: RecordData, round: Round, student: str) -> Iterator[GradebookRow]:
    """A row for each side that a person argued."""
    header = data.header
    for side in header.argued:
        alone = speaker_ballots(round, side) if header.speaker else {}
        card = alone.get(header.speaker or 0) or ballot(round, side)
        outcome = round.outcome()
        moved = sway(outcome.ruling)[side] if outcome else None
        given = tuple(given_answers(round, side, header.speaker))
        yield GradebookRow(
            student=student,
            record=data.path.name,
            started=header.started,
            case=header.case,
            caption=round.case.caption,
            side=side.value,
            called=called(round.case.party(side)),
            bench=len(round.bench.judges),
            format=header.format,
            opponent=header.opponent,
            mode=header.mode,
            finished=outcome is not None,
            total=float(card.total) if card.enough else None,
            items={
                item.name: (float(item.earned), float(item.out_of)) if item.opportunities else None
                for item in card.items
            },
            votes=len(moved.here) if moved else None,
            moved=moved.votes if moved else None,
            findings=sum(len(each) for each in moved.findings.values()) if moved else None,
            best=_best(round, given),
            mistakes=tuple(_mistakes(round, card, given)),
            assignment=header.assignment,
            late=header.late,
        )


def _best(round: Round, given: Sequence[Given]) -> GradedAnswer | None:
    """The right answer that was easiest to miss."""
    right = [each for each in given if not each.mistaken and each.spread > 0]
    if not right:
        return None
    best = min(right, key=lambda each: (each.law > 1, -each.spread, each.ply))
    return GradedAnswer(best.question.text, what_was_said(round.case, best.answer), "", 0.0)


def _mistakes(round: Round, card: Ballot, given: Sequence[Given]) -> Iterator[GradedAnswer]:
    """The mistakes, the costliest first."""
    lost: dict[int, float] = {}
    for item in card.items:
        for loss in item.losses if item.name in ("answers", "authority", "candor") else ():
            lost[loss.ply] = lost.get(loss.ply, 0.0) + float(loss.points)
    wrong = [each for each in given if each.mistaken and each.right and each.law_agrees and each.ply in lost]
    for each in sorted(wrong, key=lambda each: (-lost[each.ply], each.ply)):
        yield GradedAnswer(
            each.question.text,
            what_was_said(round.case, each.answer),
            what_was_said(round.case, each.right[0]),
            round_to_tenth(lost[each.ply]),
        )


def round_to_tenth(points: float) -> float:
    """Points as they are printed."""
    return float(f"{points:.1f}")


def students(paths: Sequence[Path]) -> dict[Path, str]:
    """Whose each record is: the folder of that student's records, under the folder that holds them all.

    A record that lies in that folder itself is named by its file.
    """
    whole = [path.absolute() for path in paths]
    top = Path(os.path.commonpath([str(path.parent) for path in whole])) if whole else Path()
    found = {}
    for path, full in zip(paths, whole, strict=True):
        within = full.relative_to(top).parts
        found[path] = within[0] if len(within) > 1 else full.stem
    return found


def grown(rows: Sequence[GradebookRow]) -> dict[int, float]:
    """For each row, by its place, what its total is above that student's first of the same case; the first ones are left out."""
    order = sorted(range(len(rows)), key=lambda place: (rows[place].started, rows[place].record))
    first: dict[tuple[str, str], float] = {}
    found = {}
    for place in order:
        row = rows[place]
        if row.total is None:
            continue
        key = (row.student, row.case)
        if key in first:
            found[place] = round_to_tenth(row.total - first[key])
        else:
            first[key] = row.total
    return found


ITEMS = tuple(ITEM_NAMES.items())
"""Ids and labels of the items, in order."""
