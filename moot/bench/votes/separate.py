"""Who writes separately, and for what.

Separate opinions are rare, as in life. A judge who joins the lead opinion writes for a principle held strongly, on an issue that the
bench asked about; one who does not join it writes for what parts them; and past six opinions the others leave off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moot.bench.judging.reasoning import Reasoning
from moot.bench.persona import Judge
from moot.bench.ruling import Opinion, Walk
from moot.bench.votes.coalitions import Coalition
from moot.bench.votes.judgment import Stance, stance_of
from moot.case import Case, Disposition, OpinionKind, Position, Side
from moot.case.per_case import recent_per_case

__all__ = ["MOST", "SQUARELY", "THRESHOLD", "concurrences", "parting_ground", "separate_grounds", "who_write"]

MOST = 6
"""A bench writes this many opinions at most: members of the lead coalition leave off first."""

SQUARELY = 2
"""A position that embodies a principle this much or more is one a judge may write separately for."""

THRESHOLD = 3
"""A judge writes separately for a principle held at this weight or more."""


@recent_per_case(1024)
def separate_grounds(
    case: Case, judge: Judge, walk: Walk, asked: frozenset[str] | None = None, lost: Side | None = None
) -> tuple[str, ...]:
    """The principles for which a judge who joins an opinion that takes this walk might also write, the strongest first.

    Each is held at the threshold or above, embodied by a position, on an issue of the tree that the bench asked about, that the
    opinion rejected or did not reach, and by none that it adopted. A position that favors ``lost``, the side the judgment goes
    against, is no ground for joining it.
    """
    passed_over = _passed_over(case, walk, asked, lost)
    eligible = [name for name in passed_over if judge.held.get(name, 0) >= THRESHOLD]
    return tuple(sorted(eligible, key=lambda name: (-judge.held[name], -passed_over[name], name)))


def _passed_over(case: Case, walk: Walk, asked: frozenset[str] | None, lost: Side | None) -> dict[str, int]:
    """Principles embodied only by positions that an opinion with these holdings rejected or did not reach: how much."""
    held = {step.issue: step.position for step in walk}
    adopted = {name for id, position in held.items() for name, _ in case.issue[id].position(position).embodies}
    found: dict[str, int] = {}
    for position in _positions_passed_over(case, walk, asked, lost):
        for name, much in position.embodies:
            if asked is None or much >= SQUARELY:
                found[name] = max(found.get(name, 0), much)
    return {name: much for name, much in found.items() if name not in adopted}


@recent_per_case(1024)
def _positions_passed_over(
    case: Case, walk: Walk, asked: frozenset[str] | None, lost: Side | None
) -> tuple[Position, ...]:
    """The positions that an opinion with this walk rejected or did not reach, of which a judge who joins it might write."""
    held = {step.issue: step.position for step in walk}
    return tuple(
        position
        for id in case.tree.issues
        if asked is None or id in asked
        for position in case.issue[id].positions
        if held.get(id) != position.id and (lost is None or position.favors is not lost)
    )


def _lies_elsewhere(positions: Sequence[Position], ground: str, taken: str) -> bool:
    """Whether some position embodies ``ground`` squarely and ``taken`` not at all, so that who writes for it repeats nobody."""
    return any(
        (embodied := dict(position.embodies)).get(ground, 0) >= SQUARELY and taken not in embodied
        for position in positions
    )


def parting_ground(case: Case, judge: Judge, reasoning: Reasoning, lead: Walk, asked: frozenset[str] | None) -> str:
    """The principle for which a judge who joins an opinion in part writes on a step where they part, or the empty string.

    It is held at the threshold or above, and embodied squarely by the judge's own answer to a question that the bench asked about.
    """
    found: dict[str, int] = {}
    for step in lead:
        issue = case.issue[step.issue]
        own = reasoning.findings[step.issue]
        if issue.preliminary or own == step.position or not (asked is None or step.issue in asked):
            continue
        for name, much in issue.position(own).embodies:
            if much >= SQUARELY and judge.held.get(name, 0) >= THRESHOLD:
                found[name] = max(found.get(name, 0), much)
    return min(found, key=lambda name: (-judge.held[name], -found[name], name), default="")


def concurrences(
    case: Case, lead: Coalition, author: Judge, asked: frozenset[str] | None, reasonings: Mapping[str, Reasoning]
) -> list[Opinion]:
    """The concurrences of those who join the lead opinion, one a ground; judges on one ground join one.

    Who joins in part writes for what parts them from the opinion, or for what it passed over.
    """
    won = case.below.won
    lost = won if lead.disposition.disturbs else won.other
    might: dict[Judge, tuple[str, ...]] = {}
    for judge in lead.members:
        if judge is not author:
            might[judge] = separate_grounds(case, judge, lead.walk, asked, lost)
    for judge, _ in lead.partly:
        parting = parting_ground(case, judge, reasonings[judge.id], lead.walk, asked)
        rest = separate_grounds(case, judge, lead.walk, asked, lost)
        might[judge] = (parting, *(ground for ground in rest if ground != parting)) if parting else rest
    written: list[Opinion] = []
    open_to = _positions_passed_over(case, lead.walk, asked, lost)
    for ground, judges in _shared_out(lead, might, open_to).items():
        writer = _writer(lead, ground, judges)
        written.append(
            Opinion(
                len(written) + 1,
                writer.id,
                OpinionKind.CONCURRING,
                tuple(judge.id for judge in judges if judge is not writer),
                ground,
                lead.disposition,
                lead.walk,
            )
        )
    return written


def _shared_out(
    lead: Coalition, might: Mapping[Judge, tuple[str, ...]], open_to: Sequence[Position]
) -> dict[str, list[Judge]]:
    """Who writes or joins for which ground, each list senior first. ``open_to`` are the positions of which they might write.

    A judge is for the first ground. But a judge who would only join a colleague's concurrence, and holds another ground as strongly
    or one less, of which nobody speaks and which another position embodies, speaks for that one.
    """
    grounds: dict[str, list[Judge]] = {}
    for judge, eligible in might.items():
        if eligible:
            grounds.setdefault(eligible[0], []).append(judge)
    for ground, judges in list(grounds.items()):
        judges.sort(key=lambda judge: judge.rank)
        writer = _writer(lead, ground, judges)
        for judge in [each for each in judges if each is not writer]:
            others = [
                each
                for each in might[judge]
                if judge.held[each] >= judge.held[ground] - 1
                and each not in grounds
                and _lies_elsewhere(open_to, each, ground)
            ]
            if others:
                judges.remove(judge)
                grounds[others[0]] = [judge]
    return grounds


def _writer(lead: Coalition, ground: str, judges: Sequence[Judge]) -> Judge:
    """Who writes for a ground: of those who join the opinion whole, if any do, the one who holds it most strongly; of equals the senior."""
    return max(judges, key=lambda judge: (judge in lead.members, judge.held[ground]))


def who_write(
    case: Case,
    coalitions: Sequence[Coalition],
    lead: Coalition,
    judgment: Disposition,
    asked: frozenset[str] | None,
) -> list[tuple[Coalition, Stance]]:
    """The coalitions apart from the lead that write, in the order in which their opinions are printed.

    The first of each stance writes, a group behind the judgment that is as large as the lead, and who strongly holds what parts them
    from it. The others concur in the judgment, or dissent, and no more. Past :data:`MOST` opinions the smallest leave off.
    """
    first: list[tuple[Coalition, Stance]] = []
    more: list[tuple[Coalition, Stance]] = []
    for stance in Stance:
        leading = lead if stance is Stance.FOR else None
        apart = [each for each in coalitions if each is not lead and stance_of(each.disposition, judgment) is stance]
        if asked is not None:
            apart.sort(key=lambda each: -each.behind)
        for coalition in apart:
            if leading is None:
                leading = coalition
                first.append((coalition, stance))
            elif asked is None or _equal(coalition, lead, leading) or _has_to_write(case, leading, coalition):
                more.append((coalition, stance))
    room = MOST - 1 - len(first)
    if asked is not None and len(more) > room:
        more = sorted(more, key=lambda each: -each[0].behind)[:room]
    order = list(Stance)
    return sorted([*first, *more], key=lambda each: (order.index(each[1]), coalitions.index(each[0])))


def _equal(coalition: Coalition, lead: Coalition, leading: Coalition) -> bool:
    """Whether a group behind the judgment is as large as the one that announces it."""
    return leading is lead and coalition.behind == lead.behind


def _has_to_write(case: Case, lead: Coalition, coalition: Coalition) -> bool:
    """Whether some member of a coalition writes apart from the first opinion on its side of the judgment.

    It would do something else with the judgment below; or where its walk parts from that opinion's, a member holds strongly what
    their answer embodies. Else they concur in the judgment, or dissent, and no more.
    """
    if coalition.disposition is not lead.disposition:
        return True
    parting = next(
        (step for step, theirs in zip(coalition.walk, lead.walk, strict=False) if step != theirs), coalition.walk[-1]
    )
    embodied = case.issue[parting.issue].position(parting.position).embodies
    return any(
        judge.held.get(name, 0) >= THRESHOLD and much >= SQUARELY
        for judge in coalition.members
        for name, much in embodied
    )
