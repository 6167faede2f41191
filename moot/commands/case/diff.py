"""`moot diff`: what has changed in meaning between two versions of a case."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from moot.case import Case
from moot.case.difference import Difference, differences
from moot.case.fingerprint import structure_hash
from moot.commands.case.diffs.played import line_part, record_fits, records_part
from moot.commands.case.diffs.proved import certificate_part, findings_part
from moot.commands.case.diffs.values import CaseVersion, DiffPart
from moot.commands.printing import say, say_json
from moot.errors import MootError
from moot.files.loading import load_bench, load_case
from moot.proof import prove

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Print what differs. Exit 1 when the new case is no longer proved, its historical line no longer stands, or a record no longer fits."""
    old, new = (_version(name, prove_it=not args.no_proof) for name in (args.old, args.new))
    found = differences(old.case, new.case)
    records = list(record_fits(old.case, new.case))
    parts = [
        _content(found, old.case, new.case),
        certificate_part(old, new),
        findings_part(old, new),
        line_part(old, new),
    ]
    parts.append(records_part(records, old.case, new.case))
    if args.json:
        told = {
            "old": args.old,
            "new": args.new,
            "changes": [change.to_dict() for change in found],
            "certificate": {"old": _as_json(old), "new": _as_json(new)},
            "findings": {"old": _findings_json(old), "new": _findings_json(new)},
            "records": [record.to_dict() for record in records],
            "told": {part.title: list(part.lines) for part in parts},
            "worse": [part.title for part in parts if part.worse],
        }
        say_json(told)
    else:
        say("\n\n".join("\n".join((part.title, *(f"  {line}" for line in part.lines))) for part in parts if part.lines))
    return 1 if any(part.worse for part in parts) else 0


def _version(name: str, *, prove_it: bool) -> CaseVersion:
    case = load_case(name)
    try:
        bench = load_bench(case.bench)
    except MootError as error:
        bench = None
        say(f"{name}: the bench `{case.bench}` cannot be seated, so nothing is said of its judges: {error}", sys.stderr)
    return CaseVersion(case, bench, prove(case, judges=bench) if prove_it else None)


def _as_json(version: CaseVersion) -> dict[str, Any] | None:
    return version.certificate.to_dict() if version.certificate is not None else None


def _findings_json(version: CaseVersion) -> dict[str, dict[str, list[str]]] | None:
    if version.certificate is None or version.certificate.findings is None:
        return None
    found = version.certificate.findings
    return {judge: {issue: list(names) for issue, names in each.items()} for judge, each in found.items()}


# -- what is in the file ---------------------------------------------------------------------------------------------------


def _content(found: tuple[Difference, ...], old: Case, new: Case) -> DiffPart:
    whole = {(change.how, change.id) for change in found if change.what in ("issue", "question", "opinion")}
    lines = [
        f"{change.how} {_name(change)}" + (f": {'; '.join(change.details)}" if change.details else "")
        for change in found
        if change.how != "reworded" and _part_of(change) not in whole
    ]
    reworded = [change for change in found if change.how == "reworded"]
    if reworded:
        names = ", ".join(f"{_name(change)} ({', '.join(change.details)})" for change in reworded[:_MOST_LISTED])
        more = f", and {len(reworded) - _MOST_LISTED} more" if len(reworded) > _MOST_LISTED else ""
        lines.append(f"only reworded, or notes that no rule reads: {names}{more}")
    if not lines:
        same = structure_hash(old) == structure_hash(new)
        lines.append("nothing" if same else "something that the rules read, without a name of its own")
    return DiffPart("What differs in the file", tuple(lines))


_MOST_LISTED = 12


def _name(change: Difference) -> str:
    return f"{change.what} `{change.id}`" if change.id else change.what


def _part_of(change: Difference) -> tuple[str, str] | None:
    """The thing that an answer, a position or a holding came or went with; None for what is not one of these."""
    if change.how not in ("added", "removed", "renamed") or change.what not in ("answer", "position", "holding"):
        return None
    return change.how, change.id.rpartition(":" if change.what == "holding" else ".")[0]
