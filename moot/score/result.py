"""The result: the ruling beside the one the court really made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from moot.bench.conference import Ruling
from moot.case import Case, Disposition
from moot.case.per_case import per_case
from moot.case.words import NO_PART

__all__ = ["HoldingBeside", "Result", "RoleBeside", "result"]


class RoleBeside(NamedTuple):
    """How a judge came out here, and really."""

    judge: str
    here: str
    really: str


class HoldingBeside(NamedTuple):
    """What the lead opinion held on an issue here, and what the real lead opinion held (empty: did not reach)."""

    issue: str
    here: str
    really: str


@dataclass(frozen=True, slots=True)
class Result:
    """Disposition, line-up and holdings, each beside the real one. ``really`` is None where no ruling is written for the case."""

    here: Disposition
    really: Disposition | None
    roles: tuple[RoleBeside, ...]
    holdings: tuple[HoldingBeside, ...]
    real: bool = True
    """Whether the case is a real one."""

    @property
    def agrees(self) -> bool:
        """Whether the disposition is the real one and every judge stands where they really stood."""
        return self.here is self.really and all(role.here == role.really for role in self.roles)


def result(ruling: Ruling) -> Result:
    """Set the ruling beside the real one."""
    case = ruling.case
    real = case.historical
    standings = ruling.standings
    roles = tuple(
        [
            RoleBeside(vote.judge, standings[vote.judge].role.value, vote.role)
            for vote in (real.votes if real else ())
            if vote.judge in standings and vote.role != NO_PART
        ]
    )
    return Result(ruling.disposition, real.disposition if real else None, roles, _holdings(case, ruling), case.real)


def _holdings(case: Case, ruling: Ruling) -> tuple[HoldingBeside, ...]:
    here = ruling.lead.holdings if ruling.lead else {}
    really = _really(case)
    return tuple(
        [HoldingBeside(id, here.get(id, ""), really.get(id, "")) for id in case.issue if id in here or id in really]
    )


@per_case
def _really(case: Case) -> dict[str, str]:
    """What the real lead opinion held: issue to position."""
    found: dict[str, str] = {}
    if case.opinions:
        for holding in case.opinions[0].holdings:
            if holding.issue and holding.position:
                found.setdefault(holding.issue, holding.position)
    return found
