"""What was played, in both versions: the historical line, and the records that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moot.bench.conference import confer
from moot.bench.ruling import Ruling
from moot.case import Case
from moot.commands.case.diffs.values import CaseVersion, DiffPart
from moot.errors import MootError
from moot.files.records import read_record
from moot.files.records.index import summaries
from moot.proof.historical.line import walk_line
from moot.sitting.renaming import once_called
from moot.sitting.replaying import Benches, replayed
from moot.sitting.words.spoken import plural

__all__ = ["RecordFit", "line_part", "record_fits", "records_part"]


@dataclass(frozen=True, slots=True)
class RecordFit:
    """A record of the case: why it no longer fits, empty where it does; and whether its ruling has changed."""

    name: str
    stopped: str
    fitted: bool
    ruling: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            "record": self.name,
            "fits": not self.stopped,
            "fitted": self.fitted,
            "why": self.stopped or self.ruling,
        }


def line_part(old: CaseVersion, new: CaseVersion) -> DiffPart:
    """The historical line, walked in both."""
    title = "The historical line"
    if new.bench is None or new.case.historical is None or not new.case.historical.line:
        gone = old.case.historical is not None and bool(old.case.historical.line)
        return DiffPart(title, ("there is none any more",) if gone and new.bench is not None else ())
    after = walk_line(new.case, new.bench)
    before = walk_line(old.case, old.bench) if old.bench is not None and old.case.historical is not None else None
    stood = before is not None and before.fault is None
    if after.fault is not None:
        was = "stood before, and now" if stood else "still"
        return DiffPart(title, (f"{was} does not stand [{after.fault.code}]: {after.fault.message}",), worse=stood)
    now = confer(new.case, new.bench, after.round.position.heard)
    if before is None or not stood:
        return DiffPart(title, (f"stands now, and gives: {_ruled(now)}",))
    was_ruled = confer(old.case, before.round.bench, before.round.position.heard)
    return DiffPart(title, (_ruling_changed(was_ruled, now) or f"stands, with the same ruling: {_ruled(now)}",))


def _ruled(ruling: Ruling) -> str:
    return f"{ruling.disposition}, {ruling.votes_for} to {ruling.votes_against}, {ruling.judgment_by}"


def _ruling_changed(before: Ruling, after: Ruling) -> str:
    """How the ruling differs, with every judge who votes or stands otherwise; empty if nothing does."""
    lines = [] if _ruled(before) == _ruled(after) else [f"{_ruled(before)}; now {_ruled(after)}"]
    for judge in after.bench.judges:
        one, other = before.standings.get(judge.id), after.standings[judge.id]
        if one is None:
            continue
        if one.vote is not other.vote:
            lines.append(f"{judge.name} votes {other.vote}, before {one.vote}")
        elif one.role is not other.role:
            lines.append(f"{judge.name}: {other.role}, before {one.role}")
    return "; ".join(lines)


def record_fits(old: Case, new: Case) -> Iterator[RecordFit]:
    """Every record of the new case that is kept, played with both."""
    benches: Benches = {}
    for each in summaries():
        if each.problem or not once_called(new, each.case):
            continue
        name = each.path.name
        try:
            data = read_record(each.path)
            after, stopped = replayed(data, new, benches=benches)
        except MootError as error:
            yield RecordFit(name, str(error), fitted=True)
            continue
        try:
            before, stopped_before = replayed(data, old, benches=benches)
        except MootError:
            yield RecordFit(name, stopped, fitted=False)
            continue
        ruling = ""
        if not stopped and not stopped_before:
            one, other = (confer(round.case, round.bench, round.position.heard) for round in (before, after))
            ruling = _ruling_changed(one, other)
        yield RecordFit(name, stopped, not stopped_before, ruling)


def records_part(records: list[RecordFit], old: Case, new: Case) -> DiffPart:
    """Which of the records that are kept still fit, and which give another ruling."""
    title = "Records"
    if not once_called(new, old.id):
        also = (
            f"the id of the case was {old.id} and is {new.id}: a record made under the old id does not open with it, "
            f"unless the case says `renamed_from: [{{id: {new.id}, was: {old.id}}}]`"
        )
        return DiffPart(title, (also,))
    if not records:
        return DiffPart(title, (f"none of {new.id} is kept",))
    fit = sum(not record.stopped for record in records)
    lines = [
        f"{plural(len(records), 'record')} of {new.id} {'is' if len(records) == 1 else 'are'} kept; {fit} {'fits' if fit == 1 else 'fit'} the new case"
    ]
    lines += [
        f"{record.name}{'' if record.fitted else ' (did not fit the old one either)'}: {record.stopped}"
        for record in records
        if record.stopped
    ]
    lines += [f"{record.name}: another ruling: {record.ruling}" for record in records if record.ruling]
    return DiffPart(title, tuple(lines), worse=any(record.stopped and record.fitted for record in records))
