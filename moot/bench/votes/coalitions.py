"""Which judges stand together: by the grounds of their votes, not by the road to them.

Judges who vote alike on the same grounds (the steps of the walk that are not preliminary) are one group, whichever preliminary
steps they took. A smaller group that comes to the same last ground over the same issues, and differs on one of them, joins the larger except as to
that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from moot.bench import weighing
from moot.bench.judging.reasoning import Reasoning
from moot.bench.persona import Judge
from moot.bench.ruling import Walk
from moot.case import Case, Disposition, Heard, Step
from moot.case.per_case import recent_per_case

__all__ = ["Coalition", "asked_about", "coalitions_of", "grounds_of", "joinable"]


Joining = dict[Judge, tuple[str, ...] | None]
"""Judges who can join an opinion: whole (None), or as to these issues."""


class Coalition(NamedTuple):
    """Judges with the same disposition on the same grounds, senior first, and the walk that most of them took.

    ``partly`` are judges of the same disposition who join except as to one ground, each with the issues joined.
    """

    members: tuple[Judge, ...]
    disposition: Disposition
    walk: Walk
    partly: tuple[tuple[Judge, tuple[str, ...]], ...] = ()

    @property
    def behind(self) -> int:
        """How many join it, in whole or in part."""
        return len(self.members) + len(self.partly)


@recent_per_case(4096)
def grounds_of(case: Case, walk: Walk) -> tuple[tuple[str, str], ...]:
    """The steps of a walk that are grounds: issue and position."""
    return tuple((step.issue, step.position) for step in walk if not case.issue[step.issue].preliminary)


def coalitions_of(case: Case, judges: Sequence[Judge], reasonings: Mapping[str, Reasoning]) -> list[Coalition]:
    """The coalitions, in the order of their senior members."""
    groups: dict[tuple[Disposition, object], list[Judge]] = {}
    by_ground = weighing.SHIPPED.decisive
    for judge in judges:
        mind = reasonings[judge.id]
        key = grounds_of(case, mind.walk) if by_ground else mind.walk
        groups.setdefault((mind.vote, key), []).append(judge)
    found = [
        Coalition(tuple(members), vote, _usual(reasonings[judge.id].walk for judge in members))
        for (vote, _), members in groups.items()
    ]
    if not by_ground or len(found) == 1:
        return found
    majority = len(judges) // 2 + 1
    drawn = _drawn_in(case, found, reasonings, majority)
    votes = Counter(reasonings[judge.id].vote for judge in judges)
    wanted, many = votes.most_common(1)[0]
    if many >= majority and not any(each.behind >= majority for each in drawn):
        needed = _drawn_in(case, found, reasonings, majority, wanted)
        if any(each.behind >= majority for each in needed):
            return needed
    return drawn


def _usual(walks: Iterable[Walk]) -> Walk:
    """The walk that most took; of equals, that of the senior."""
    counted = Counter(walks)
    return max(counted, key=counted.__getitem__)


def _drawn_in(
    case: Case,
    groups: list[Coalition],
    reasonings: Mapping[str, Reasoning],
    majority: int,
    wanted: Disposition | None = None,
) -> list[Coalition]:
    """The groups, after judges have joined opinions of others from which they differ only where it does not matter.

    A group that is a majority by itself comes first; else the one whose opinion most can stand behind. Of equals, the larger, then that
    of the senior.
    """
    left, done = list(groups), list[Coalition]()
    while left:
        drawn = [_would_join(case, group, left, reasonings, needed=group.disposition is wanted) for group in left]

        def rank(at: int, left: list[Coalition] = left, drawn: list[Joining] = drawn) -> tuple[int, ...]:
            own = len(left[at].members)
            behind = own + len(drawn[at])
            return own >= majority, behind, own, -at

        at = max(range(len(left)), key=rank)
        group, joining = left[at], drawn[at]
        whole = [judge for judge, issues in joining.items() if issues is None]
        partly = tuple((judge, issues) for judge, issues in joining.items() if issues is not None)
        members = tuple(sorted((*group.members, *whole), key=lambda judge: judge.rank)) if whole else group.members
        done.append(group._replace(members=members, partly=partly))
        rest = [
            (each, tuple(judge for judge in each.members if judge not in joining)) for each in left if each is not group
        ]
        left = [each._replace(members=members) for each, members in rest if members]
        wanted = None
    return sorted(done, key=lambda each: each.members[0].rank)


def _would_join(
    case: Case, group: Coalition, groups: Sequence[Coalition], reasonings: Mapping[str, Reasoning], *, needed: bool
) -> Joining:
    """The judges of other groups who can join this one's opinion: whole (None), or as to these issues."""
    found: Joining = {}
    for other in groups:
        if other is group or other.disposition is not group.disposition:
            continue
        for judge in other.members:
            if issues := joinable(case, group.walk, reasonings[judge.id], needed=needed):
                found[judge] = None if len(issues) == len(grounds_of(case, group.walk)) else issues
    return found


def joinable(case: Case, walk: Walk, mind: Reasoning, *, needed: bool = False) -> tuple[str, ...]:
    """The grounds of an opinion with this walk that a judge who votes alike can join; empty where the judge cannot join it.

    The judge's own walk ends on a question that the opinion decides, or goes through the holding that the opinion ends on. On every
    ground the judge finds as the opinion does, or the difference does not matter; and on one at least that matters the two agree.
    One difference that matters is borne where the judge went over the same questions to the same end.
    """
    mine, theirs = grounds_of(case, mind.walk), grounds_of(case, walk)
    if not mine or not theirs or not (needed or mine[-1][0] in dict(theirs) or theirs[-1] in mine):
        return ()
    agreed, decisive, apart = [], False, 0
    for step in walk:
        if case.issue[step.issue].preliminary:
            continue
        answer = mind.findings[step.issue]
        if answer == step.position:
            agreed.append(step.issue)
            decisive = decisive or any(
                _matters(case, step, position, mind.vote) for position, _ in case.tree.node(step.node).then
            )
        elif _matters(case, step, answer, mind.vote):
            apart += 1
    if needed:
        return tuple(agreed) if mind.findings[theirs[-1][0]] == theirs[-1][1] and 2 * len(agreed) > len(theirs) else ()
    if apart and not (apart == 1 and mine[-1] == theirs[-1] and [one for one, _ in mine] == [one for one, _ in theirs]):
        return ()
    return tuple(agreed) if decisive else ()


@recent_per_case(4096)
def _matters(case: Case, step: Step, answer: str, vote: Disposition) -> bool:
    """Whether this answer in place of the step's may lead elsewhere than to the same next question or to this vote."""
    child = case.tree.child(step.node, answer)
    return child.id != case.tree.child(step.node, step.position).id and case.tree.ends[child.id] != {vote}


@recent_per_case(4096)
def asked_about(case: Case, heard: Heard) -> frozenset[str]:
    """The issues the bench asked about: those of the points under which a question was answered, and of the answers it offered."""
    found: set[str] = set()
    for id in heard.answers:
        question = case.question_of[id]
        found.update(ref.issue for ref in case.point_of[question.id].argument.urges)
        for answer in question.answers:
            if answer.argument is not None:
                found.update(ref.issue for ref in answer.argument.urges)
    return frozenset(found)
