"""The narrowest common ground of a judgment that no opinion of the court carries (Marks v. United States, 430 U.S. 188 (1977)).

A ground is the holding that a walk ends on. It is common where a majority of those sitting hold it on their way to the
judgment, even though they come to it by different steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.persona import Bench
from moot.bench.ruling import Walk

__all__ = ["common_ground"]


def common_ground(bench: Bench, behind: Sequence[tuple[int, Walk]]) -> tuple[Walk | None, str]:
    """The steps that the judges on the common ground share, the ground last, and a note that says why or why not.

    ``behind`` holds the groups of judges whose votes support the judgment: how many, and their walk. The shortest walk
    with a common ground is the narrowest.
    """
    for _, walk in sorted(behind, key=lambda group: len(group[1])):
        ground = walk[-1:]
        agreed = [(many, theirs) for many, theirs in behind if _held(ground) <= _held(theirs)]
        agree = sum(many for many, _ in agreed)
        if ground and agree >= bench.majority:
            shared = set.intersection(*(_held(theirs) for _, theirs in agreed))
            return tuple(step for step in walk if (step.issue, step.position) in shared), (
                f"{agree} of the {len(bench.judges)} judges agree on what follows, whatever else divides them, and it supports "
                "the judgment, so it is the narrowest common ground."
            )
    return None, (
        "No ground for the judgment has a majority, so there is no narrowest common ground; the judgment binds, the reasons "
        "do not."
    )


def _held(walk: Walk) -> set[tuple[str, str]]:
    return {(step.issue, step.position) for step in walk}
