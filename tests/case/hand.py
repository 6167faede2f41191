"""Small cases whose problems are known, for the tests of what is wrong with a case."""

from __future__ import annotations

from dataclasses import replace

from moot.case import (
    Authority,
    Case,
    OpinionKind,
    Side,
    Status,
)
from moot.case.opinion import Holding, Mark, RealOpinion
from moot.case.problems import problems
from moot.case.words import Treatment
from tests import support as small

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT
REASONED = replace(
    small.MERITS,
    positions=tuple(
        replace(each, reasons="It is the law.", embodies=(("notice", 1),)) for each in small.MERITS.positions
    ),
)


def sound(*points, issues=(REASONED,), **more) -> Case:
    """A case of which nothing is told."""
    case = small.case(*points, issues=issues, **more)
    return replace(case, points=tuple(replace(point, says="that it is so") for point in case.points))


def told(case: Case, *codes: str) -> list[tuple]:
    return [(each.code, *each.key) for each in problems(case) if not codes or each.code in codes]


def severities(case: Case) -> dict[str, str]:
    return {each.code: each.severity for each in problems(case)}


def points(*ids: str, side: Side = PETITIONER, head: str | None = "pa", urges: str = "merits.yes", **more):
    return tuple(small.point(id, side, head, urges, **more) for id in ids)


OTHERS = (*points("p2", head="pb"), *points("r1", side=RESPONDENT, head="ra", urges="merits.no"),
          *points("r2", side=RESPONDENT, head="rb", urges="merits.no"))  # fmt: skip


def asking(*questions, **more) -> Case:
    return sound(replace(points("p1")[0], questions=questions), *OTHERS, **more)


Q = ("points", 0, "questions", 0)

ACTS = tuple(Authority(id, id.title(), f"Act § {n}", "statute", 1970, Status.BINDING, "") for n, id in enumerate("xyz"))


def picked(letter: str, picks: str | None, right: bool | None = False, **more):
    return small.answer(f"q.{letter}", picks=picks, right=right, **more)


COURT = RealOpinion("m", "hale", OpinionKind.COURT, (), "A ground", (Holding("h", "4", "", "It is.", "merits", "yes"),))


def marked(*marks: Mark, opinions=(COURT,), **more) -> Case:
    case = sound(**more)
    every = (Mark("m", Treatment.ADOPTED, "h"),)
    return replace(
        case,
        opinions=opinions,
        points=tuple(replace(each, marks=marks if n == 1 else every) for n, each in enumerate(case.points)),
    )


TREE = small.MERITS_TREE.nodes
