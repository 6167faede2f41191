"""What each side moved from the silent baseline, beside what really happened; and the sentences that tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from moot.bench.ruling import Role, Ruling
from moot.case import Case, Issue, Side
from moot.case.language.naming import called
from moot.case.words import NO_PART
from moot.opinion.prose.grammar import cap, joined, possessive
from moot.report.values import FindingSway, IssueSway, SwayReport
from moot.score.sway import Sway, sway

__all__ = ["sway_lines", "sway_reports"]


def sway_reports(ruling: Ruling) -> tuple[SwayReport, ...]:
    """The sway of both sides."""
    return tuple(_report(ruling, each) for each in sway(ruling).values())


def _report(ruling: Ruling, moved: Sway) -> SwayReport:
    case, bench = ruling.case, ruling.bench
    really, in_part = _really_voting(ruling, moved.side)
    issues = [issue for issue in case.issues if not issue.preliminary]
    return SwayReport(
        side=moved.side,
        called=called(case.party(moved.side)),
        real=case.real,
        bench=len(bench.judges),
        silent=len(moved.silent),
        here=len(moved.here),
        really=really,
        really_in_part=in_part,
        votes=moved.votes,
        findings=tuple(
            FindingSway(
                judge=id,
                title=bench.judge[id].title,
                issue=issue,
                question=case.issue[issue].question,
                before=before,
                before_text=case.issue[issue].position(before).text,
                after=after,
                after_text=case.issue[issue].position(after).text,
            )
            for id, findings in moved.findings.items()
            for issue, (before, after) in findings.items()
        ),
        out_of=len(issues) * len(bench.judges),
        issues=tuple(found for issue in issues if (found := _issue(ruling, moved, issue)) is not None),
    )


def _issue(ruling: Ruling, moved: Sway, issue: Issue) -> IssueSway | None:
    """Who took the side's answer to one issue; None where no answer favors a side, or nobody moved to or from one that does."""
    favored = {position.favors for position in issue.positions}
    whose = moved.side if moved.side in favored else moved.side.other
    if whose not in favored:
        return None

    def took(found: Callable[[str], str]) -> list[str]:
        return [id for id in ruling.reasonings if issue.position(found(id)).favors is whose]

    before = took(lambda judge: moved.baseline[judge][issue.id])
    after = took(lambda judge: ruling.reasonings[judge].findings[issue.id])
    if before == after:
        return None
    held = _really_held(ruling.case, issue)
    sitting = [held[id] for id in ruling.reasonings if id in held]
    title = ruling.bench.judge
    return IssueSway(
        issue=issue.id,
        question=issue.question,
        answer_of=whose,
        called=called(ruling.case.party(whose)),
        silent=len(before),
        here=len(after),
        really=sum(issue.position(position).favors is whose for position in sitting) if sitting else None,
        gained=tuple(title[id].title for id in after if id not in before),
        lost=tuple(title[id].title for id in before if id not in after),
    )


def _really_voting(ruling: Ruling, side: Side) -> tuple[int | None, int]:
    """How many of those sitting really voted for this side, and how many for it in part; None where there is no real ruling."""
    case = ruling.case
    if case.historical is None:
        return None, 0
    roles = [vote.role for vote in case.historical.votes if vote.judge in ruling.standings and vote.role != NO_PART]
    in_part = sum(role == Role.IN_PART for role in roles)
    against = sum(role == Role.DISSENTING for role in roles)
    won = case.historical.disposition.disturbs is (side is not case.below.won)
    return (len(roles) - in_part - against if won else against) if roles else None, in_part


def _really_held(case: Case, issue: Issue) -> dict[str, str]:
    """What each judge really held on an issue, by their own opinion where it reached the issue, else by one they joined."""
    found: dict[str, str] = {}
    for opinion in case.opinions:
        position = next((each.position for each in opinion.holdings if each.issue == issue.id and each.position), None)
        if position is not None:
            found[opinion.author] = position
    for opinion in case.opinions:
        position = next((each.position for each in opinion.holdings if each.issue == issue.id and each.position), None)
        for judge in opinion.joined if position is not None else ():
            found.setdefault(judge, position or "")
    return found


def sway_lines(told: SwayReport, human: Side | None) -> Iterator[str]:
    """Votes first, then the questions on which somebody moved, then how many findings did in all."""
    you = "you" if told.side is human else told.called
    life = "in life" if told.real else "in the ruling as written"
    text = f"With {you} silent, {told.silent} of {told.bench} would have voted for {you}; tonight {told.here} did"
    if told.really is not None:
        text += f"; {life} {told.really} did" + (f", and {told.really_in_part} in part" if told.really_in_part else "")
    yield f"{text}."
    for issue in told.issues:
        whose = "your" if issue.answer_of is human else possessive(issue.called)
        line = f"“{issue.question}” {cap(whose)} answer: {issue.silent} of {told.bench} with {you} silent, {issue.here} tonight"
        if issue.really is not None:
            line += f"; {life} {issue.really} held it"
        yield f"{line}.{_names(issue, told.bench, human)}"
    many = len(told.findings)
    yield (
        f"In all, {many} of {told.out_of} findings {'was' if many == 1 else 'were'} moved."
        if many
        else "No finding was moved."
    )


def _names(issue: IssueSway, bench: int, human: Side | None) -> str:
    """Who moved."""
    them = "you" if issue.answer_of is human else issue.called
    gained = f" To {them}: {_all(issue.gained, bench)}." if issue.gained else ""
    return gained + (f" Away: {_all(issue.lost, bench)}." if issue.lost else "")


def _all(titles: Sequence[str], bench: int) -> str:
    return "the whole bench" if len(titles) == bench > 1 else joined(titles)
