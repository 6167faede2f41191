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
from moot.case import Case, Disposition, Heard
from moot.case.per_case import recent_per_case

__all__ = ["Coalition", "asked_about", "coalitions_of", "grounds_of"]


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


def coalitions_of(case: Case, judges: Iterable[Judge], reasonings: Mapping[str, Reasoning]) -> list[Coalition]:
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
    return _drawn_in(case, found) if by_ground and len(found) > 1 else found


def _usual(walks: Iterable[Walk]) -> Walk:
    """The walk that most took; of equals, that of the senior."""
    counted = Counter(walks)
    return max(counted, key=counted.__getitem__)


def _drawn_in(case: Case, groups: Sequence[Coalition]) -> list[Coalition]:
    """Smaller groups drawn into larger ones from which they differ on one ground."""
    left = dict(enumerate(groups))
    for number, group in sorted(left.items(), key=lambda item: -len(item[1].members)):
        if number not in left:
            continue
        mine = grounds_of(case, group.walk)
        partly: list[tuple[Judge, tuple[str, ...]]] = []
        for other, smaller in list(left.items()):
            if other == number or smaller.disposition is not group.disposition or smaller.partly:
                continue
            if len(smaller.members) <= len(group.members) and _near(mine, grounds_of(case, smaller.walk)):
                theirs = dict(grounds_of(case, smaller.walk))
                joined = tuple(issue for issue, position in mine if theirs[issue] == position)
                partly += [(judge, joined) for judge in smaller.members]
                del left[other]
        if partly:
            left[number] = group._replace(partly=tuple(partly))
    return [left[number] for number in sorted(left)]


def _near(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> bool:
    """Whether two lists of grounds go over the same issues to the same end and differ on one."""
    if len(one) != len(other) or not one or one[-1] != other[-1]:
        return False
    if any(mine[0] != theirs[0] for mine, theirs in zip(one, other, strict=True)):
        return False
    return sum(mine != theirs for mine, theirs in zip(one, other, strict=True)) == 1


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
