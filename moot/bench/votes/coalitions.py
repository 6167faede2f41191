"""Which judges stand together: by the grounds of their votes, not by the road to them.

Judges who vote alike on the same grounds (the steps of the walk that are not preliminary) are one group, whichever preliminary
steps they took. Others join an opinion in part where what they find otherwise decides nothing. A plurality is cut down to what a majority can join,
where that makes one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from moot.bench import weighing
from moot.bench.judging.reasoning import Reasoning
from moot.bench.persona import Judge
from moot.bench.ruling import Walk
from moot.case import Case, Disposition, Heard
from moot.case.per_case import recent_per_case

__all__ = ["Coalition", "asked_about", "coalitions_of", "grounds_of", "joinable"]


Joining = dict[Judge, tuple[str, ...] | None]
"""Judges who can join an opinion: whole (None), or as to these issues."""


class Coalition(NamedTuple):
    """Judges with the same disposition on the same grounds, senior first, and the walk that most of them took.

    ``partly`` are judges of the same disposition who join in part, each with the issues joined.
    """

    members: tuple[Judge, ...]
    disposition: Disposition
    walk: Walk
    partly: tuple[tuple[Judge, tuple[str, ...]], ...] = ()

    @property
    def behind(self) -> int:
        """How many join it, in whole or in part."""
        return len(self.members) + len(self.partly)


@recent_per_case(512)
def grounds_of(case: Case, walk: Walk) -> tuple[tuple[str, str], ...]:
    """The steps of a walk that are grounds: issue and position."""
    return tuple((step.issue, step.position) for step in walk if not case.issue[step.issue].preliminary)


def coalitions_of(case: Case, judges: Sequence[Judge], reasonings: Mapping[str, Reasoning]) -> list[Coalition]:
    """The coalitions, in the order of their senior members."""
    groups: dict[tuple[Disposition, object], list[Judge]] = {}
    by_ground = weighing.SHIPPED.decisive
    for judge in judges:
        reasoning = reasonings[judge.id]
        key = grounds_of(case, reasoning.walk) if by_ground else reasoning.walk
        groups.setdefault((reasoning.vote, key), []).append(judge)
    found = [
        Coalition(tuple(members), vote, _usual(reasonings[judge.id].walk for judge in members))
        for (vote, _), members in groups.items()
    ]
    if not by_ground or len(found) == 1:
        return found
    majority = len(judges) // 2 + 1
    return _made_up(case, _drawn_in(case, found, reasonings, majority), reasonings, majority)


def _usual(walks: Iterable[Walk]) -> Walk:
    """The walk that most took; of equals, that of the senior."""
    counted = Counter(walks)
    return max(counted, key=counted.__getitem__)


def _drawn_in(
    case: Case, groups: list[Coalition], reasonings: Mapping[str, Reasoning], majority: int
) -> list[Coalition]:
    """The groups, after judges have joined opinions of others from which they differ only where it does not matter.

    A group that is a majority by itself comes first; else the one whose opinion most can stand behind. Of equals, the larger, then that
    of the senior. Others give way to one opinion for each disposition, the first; who is left of that vote stands by grounds of their own.
    """
    left, done = list(groups), list[Coalition]()
    given_way = set[Disposition]()
    while left:
        drawn: list[Joining] = [
            {} if group.disposition in given_way else _would_join(case, group, left, reasonings) for group in left
        ]

        def rank(at: int, left: list[Coalition] = left, drawn: list[Joining] = drawn) -> tuple[int, ...]:
            own = len(left[at].members)
            behind = own + len(drawn[at])
            return own >= majority, behind, own, -at

        at = max(range(len(left)), key=rank)
        done.append(_with(left[at], drawn[at]))
        given_way.add(left[at].disposition)
        left = _without(left[:at] + left[at + 1 :], drawn[at], reasonings)
    return sorted(done, key=lambda each: each.members[0].rank)


def _made_up(
    case: Case, groups: list[Coalition], reasonings: Mapping[str, Reasoning], majority: int
) -> list[Coalition]:
    """The groups, after the largest for a judgment that a majority voted for has been made up to a majority, where it can be.

    An opinion one or two votes short is cut down to what others can join: the ground that it ends on, and what else they find alike.
    """
    votes: Counter[Disposition] = Counter()
    for group in groups:
        votes[group.disposition] += group.behind
    disposition, many = votes.most_common(1)[0]
    behind = sorted((each for each in groups if each.disposition is disposition), key=lambda each: -each.behind)
    lead = behind[0]
    if many < majority or lead.behind >= majority or (len(behind) > 1 and behind[1].behind == lead.behind):
        return groups
    needed = _would_join(case, lead, behind, reasonings, needed=True)
    if lead.behind + len(needed) < majority:
        return groups
    rest = _without([each for each in groups if each is not lead], needed, reasonings)
    return sorted([_with(lead, needed), *rest], key=lambda each: each.members[0].rank)


def _with(group: Coalition, joining: Joining) -> Coalition:
    """The group with these judges behind it."""
    whole = [judge for judge, issues in joining.items() if issues is None]
    partly = [(judge, issues) for judge, issues in joining.items() if issues is not None]
    members = sorted((*group.members, *whole), key=lambda judge: judge.rank)
    return group._replace(members=tuple(members), partly=(*group.partly, *partly))


def _without(groups: Iterable[Coalition], gone: Joining, reasonings: Mapping[str, Reasoning]) -> list[Coalition]:
    """The groups without these judges. Who joined one in part stands alone where nobody else is left of it."""
    found = []
    for group in groups:
        members = tuple(judge for judge in group.members if judge not in gone)
        partly = tuple(each for each in group.partly if each[0] not in gone)
        if members == group.members and partly == group.partly:
            found.append(group)
        elif members:
            walk = _usual(reasonings[judge.id].walk for judge in members)
            found.append(group._replace(members=members, walk=walk, partly=partly))
        else:
            found += [Coalition((judge,), group.disposition, reasonings[judge.id].walk) for judge, _ in partly]
    return found


def _would_join(
    case: Case,
    group: Coalition,
    groups: Sequence[Coalition],
    reasonings: Mapping[str, Reasoning],
    *,
    needed: bool = False,
) -> Joining:
    """The judges of other groups who can join this one's opinion: whole (None), or as to these issues."""
    found: Joining = {}
    many = len(grounds_of(case, group.walk))
    for other in groups:
        if other is group or other.disposition is not group.disposition:
            continue
        for judge in (*other.members, *(judge for judge, _ in other.partly)):
            if issues := joinable(case, group.walk, reasonings[judge.id], needed=needed):
                found[judge] = None if len(issues) == many else issues
    return found


def joinable(case: Case, walk: Walk, reasoning: Reasoning, *, needed: bool = False) -> tuple[str, ...]:
    """The grounds of an opinion with this walk that a judge who votes alike can join; empty where the judge cannot join it.

    The judge's own walk ends on a question that the opinion decides, or goes through the holding that the opinion ends on. On every
    ground the judge finds as the opinion does, or the difference does not matter: either answer leads to the same next question or judgment.
    The judge joins the grounds that the judge's own walk comes to, and one at least is such that another answer leads elsewhere. One difference that matters is borne where the judge went over the same questions to the
    same end. Where the judge is ``needed`` for a majority, it is enough to find half of the grounds alike, the last among them.
    """
    mine, theirs = grounds_of(case, reasoning.walk), grounds_of(case, walk)
    if not mine or not theirs:
        return ()
    if needed:
        alike = tuple(issue for issue, position in theirs if reasoning.findings[issue] == position)
        return alike if theirs[-1][0] in alike and 2 * len(alike) >= len(theirs) else ()
    if not (theirs[-1] in mine or any(issue == mine[-1][0] for issue, _ in theirs)):
        return ()
    joined = tuple([issue for issue, position in theirs if (issue, position) in mine])
    tree = case.tree
    if not any(step.issue in joined and step.node in tree.forks for step in walk):
        return ()
    same = mine[-1] == theirs[-1] and [issue for issue, _ in mine] == [issue for issue, _ in theirs]
    borne = 1 if same else 0
    # Issues are weighed when their findings are asked for, so the walk is followed no further than it has to be.
    for step in walk:
        if step.issue not in joined and not case.issue[step.issue].preliminary:
            borne -= tree.child(step.node, reasoning.findings[step.issue]) is not tree.child(step.node, step.position)
            if borne < 0:
                return ()
    return joined


@recent_per_case(64)
def asked_about(case: Case, heard: Heard) -> frozenset[str]:
    """The issues the bench asked about: of the points under which a question was answered, of the answers it offered, and of the arguments these attack."""
    found: set[str] = set()
    for id in heard.answers:
        question = case.question_of[id]
        offered = (answer.argument for answer in question.answers)
        for argument in (case.point_of[question.id].argument, *offered):
            if argument is not None:
                met = (case.arguments[each.target] for each in argument.attacks if each.target in case.arguments)
                found.update(ref.issue for each in (argument, *met) for ref in each.urges)
    return frozenset(found)
