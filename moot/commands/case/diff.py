"""`moot diff`: what has changed in meaning between two versions of a case."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moot.bench.conference import confer
from moot.bench.persona import Bench
from moot.bench.ruling import Ruling
from moot.case import Case
from moot.case.difference import Difference, differences
from moot.case.fingerprint import structure_hash
from moot.commands.printing import say, say_json
from moot.errors import MootError
from moot.files.loading import load_bench, load_case
from moot.files.records import read_record
from moot.files.records.index import summaries
from moot.proof import Certificate, prove
from moot.proof.historical.line import walk_line
from moot.sitting.renaming import once_called
from moot.sitting.replaying import Benches, replayed
from moot.sitting.words.spoken import plural

__all__ = ["run"]


@dataclass(frozen=True, slots=True)
class _Version:
    """One of the two: the case, the bench that sits by default if it can be seated, and the certificate if one is wanted."""

    case: Case
    bench: Bench | None
    certificate: Certificate | None


@dataclass(frozen=True, slots=True)
class _Fit:
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


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of the answer: its lines, and whether something that held before no longer holds."""

    title: str
    lines: tuple[str, ...]
    worse: bool = False


def run(args: argparse.Namespace) -> int:
    """Print what differs. Exit 1 when the new case is no longer proved, its historical line no longer stands, or a record no longer fits."""
    old, new = (_version(name, prove_it=not args.no_proof) for name in (args.old, args.new))
    found = differences(old.case, new.case)
    records = list(_records(old.case, new.case))
    parts = [_content(found, old.case, new.case), _certificate(old, new), _findings(old, new), _line(old, new)]
    parts.append(_kept(records, old.case, new.case))
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


def _version(name: str, *, prove_it: bool) -> _Version:
    case = load_case(name)
    try:
        bench = load_bench(case.bench)
    except MootError as error:
        bench = None
        say(f"{name}: the bench `{case.bench}` cannot be seated, so nothing is said of its judges: {error}", sys.stderr)
    return _Version(case, bench, prove(case, judges=bench) if prove_it else None)


def _as_json(version: _Version) -> dict[str, Any] | None:
    return version.certificate.to_dict() if version.certificate is not None else None


def _findings_json(version: _Version) -> dict[str, dict[str, list[str]]] | None:
    if version.certificate is None or version.certificate.findings is None:
        return None
    found = version.certificate.findings
    return {judge: {issue: list(names) for issue, names in each.items()} for judge, each in found.items()}


# -- what is in the file ---------------------------------------------------------------------------------------------------


def _content(found: tuple[Difference, ...], old: Case, new: Case) -> _Part:
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
    return _Part("What differs in the file", tuple(lines))


_MOST_LISTED = 12


def _name(change: Difference) -> str:
    return f"{change.what} `{change.id}`" if change.id else change.what


def _part_of(change: Difference) -> tuple[str, str] | None:
    """The thing that an answer, a position or a holding came or went with; None for what is not one of these."""
    if change.how not in ("added", "removed", "renamed") or change.what not in ("answer", "position", "holding"):
        return None
    return change.how, change.id.rpartition(":" if change.what == "holding" else ".")[0]


# -- what can happen -------------------------------------------------------------------------------------------------------


def _certificate(old: _Version, new: _Version) -> _Part:
    before, after = old.certificate, new.certificate
    if before is None or after is None:
        return _Part("Certificate", ("not looked at (--no-proof)",))
    lines = [
        f"{after.verdict}, as before" if before.verdict == after.verdict else f"{before.verdict}, now {after.verdict}"
    ]
    for name, one, other in (
        ("format", before.format, after.format),
        ("states", before.states, after.states),
        ("moves", before.moves, after.moves),
        ("complete lines", before.paths, after.paths),
        ("shortest line", before.shortest, after.shortest),
        ("longest line", before.longest, after.longest),
    ):
        if one != other:
            lines.append(f"{name}: {_figure(one)}, now {_figure(other)}")
    was, now = ({(dead.code, dead.id): dead.reason for dead in each.dead} for each in (before, after))
    lines += [f"now dead [{key[0]}]: {reason}" for key, reason in now.items() if key not in was]
    lines += [f"no longer dead [{key[0]}]: `{key[1]}`" for key in was if key not in now]
    lines += [problem.message for problem in after.problems if problem.severity == "error"]
    return _Part("Certificate", tuple(lines), worse=bool(before) and not after)


def _figure(value: int | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,}" if value < 10**15 else f"about {value:.2e}"


def _findings(old: _Version, new: _Version) -> _Part:
    """What each judge can be brought to find and to vote, where that has changed. Positions ruled out are ruled out for certain."""
    title = "What judges can be brought to"
    was = old.certificate.findings if old.certificate is not None else None
    now = new.certificate.findings if new.certificate is not None else None
    if was is None or now is None or old.bench is None or new.bench is None:
        why = (
            "not looked at (--no-proof)"
            if new.certificate is None
            else "not known: not every line was covered, or no bench sits"
        )
        return _Part(title, (why,))
    lines = []
    if tuple(was) != tuple(now):
        lines.append(f"the bench is now {', '.join(now)}")
    closed: dict[tuple[str, str], list[str]] = {}
    for id in (id for id in now if id in was):
        name = new.bench.judge[id].name
        for issue, positions in now[id].items():
            for position in new.case.issue[issue].positions:
                if issue not in was[id] or position.id not in {each.id for each in old.case.issue[issue].positions}:
                    continue
                here, before = position.id in positions, position.id in was[id][issue]
                if here != before:
                    what = "can no longer be ruled out" if here else "is now out of reach"
                    closed.setdefault((f"`{issue}.{position.id}`", what), []).append(name)
        votes, voted = _votes(new.case, now[id]), _votes(old.case, was[id])
        for vote in sorted(votes ^ voted):
            what = "can no longer be ruled out" if vote in votes else "is now out of reach"
            closed.setdefault((f"a vote of *{vote}*", what), []).append(name)
    lines += [f"{what} {verb} for {', '.join(names)}" for (what, verb), names in closed.items()]
    return _Part(title, tuple(lines) or ("as before",))


def _votes(case: Case, findings: Any) -> set[str]:
    """The judgments a judge may vote for who can find only these positions."""
    found, waiting, seen = set(), [case.tree.root], {case.tree.root}
    while waiting:
        node = case.tree.node(waiting.pop())
        if node.disposition is not None:
            found.add(str(node.disposition))
        for name, child in node.then:
            if node.issue is not None and name in findings[node.issue] and child not in seen:
                seen.add(child)
                waiting.append(child)
    return found


# -- what was played -------------------------------------------------------------------------------------------------------


def _line(old: _Version, new: _Version) -> _Part:
    """The historical line, walked in both."""
    title = "The historical line"
    if new.bench is None or new.case.historical is None or not new.case.historical.line:
        gone = old.case.historical is not None and bool(old.case.historical.line)
        return _Part(title, ("there is none any more",) if gone and new.bench is not None else ())
    after = walk_line(new.case, new.bench)
    before = walk_line(old.case, old.bench) if old.bench is not None and old.case.historical is not None else None
    stood = before is not None and before.fault is None
    if after.fault is not None:
        was = "stood before, and now" if stood else "still"
        return _Part(title, (f"{was} does not stand [{after.fault.code}]: {after.fault.message}",), worse=stood)
    now = confer(new.case, new.bench, after.round.position.heard)
    if before is None or not stood:
        return _Part(title, (f"stands now, and gives: {_ruled(now)}",))
    was_ruled = confer(old.case, before.round.bench, before.round.position.heard)
    return _Part(title, (_ruling_changed(was_ruled, now) or f"stands, with the same ruling: {_ruled(now)}",))


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


def _records(old: Case, new: Case) -> Iterator[_Fit]:
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
            yield _Fit(name, str(error), fitted=True)
            continue
        try:
            before, stopped_before = replayed(data, old, benches=benches)
        except MootError:
            yield _Fit(name, stopped, fitted=False)
            continue
        ruling = ""
        if not stopped and not stopped_before:
            one, other = (confer(round.case, round.bench, round.position.heard) for round in (before, after))
            ruling = _ruling_changed(one, other)
        yield _Fit(name, stopped, not stopped_before, ruling)


def _kept(records: list[_Fit], old: Case, new: Case) -> _Part:
    title = "Records"
    if not once_called(new, old.id):
        also = (
            f"the id of the case was {old.id} and is {new.id}: a record made under the old id does not open with it, "
            f"unless the case says `renamed_from: [{{id: {new.id}, was: {old.id}}}]`"
        )
        return _Part(title, (also,))
    if not records:
        return _Part(title, (f"none of {new.id} is kept",))
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
    return _Part(title, tuple(lines), worse=any(record.stopped and record.fitted for record in records))
