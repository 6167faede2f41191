"""What can happen in both versions: the certificates, and what each judge can be brought to."""

from __future__ import annotations

from typing import Any

from moot.case import Case
from moot.commands.case.diffs.values import CaseVersion, DiffPart

__all__ = ["certificate_part", "findings_part"]


def certificate_part(old: CaseVersion, new: CaseVersion) -> DiffPart:
    """How the certificates differ; worse where the new case is no longer proved."""
    before, after = old.certificate, new.certificate
    if before is None or after is None:
        return DiffPart("Certificate", ("not looked at (--no-proof)",))
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
    return DiffPart("Certificate", tuple(lines), worse=bool(before) and not after)


def _figure(value: int | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,}" if value < 10**15 else f"about {value:.2e}"


def findings_part(old: CaseVersion, new: CaseVersion) -> DiffPart:
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
        return DiffPart(title, (why,))
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
    return DiffPart(title, tuple(lines) or ("as before",))


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
