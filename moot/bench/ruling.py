"""The ruling as a value: judgment, opinions, how each judge stands, and the reasoning behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from moot.bench.judging.reasoning import Reasoning
from moot.bench.persona import Bench
from moot.case import Case, Disposition, OpinionKind, Step
from moot.case.words import NO_PART

if TYPE_CHECKING:
    from moot.bench.explaining.explain import Explanation

__all__ = ["Join", "JudgmentBy", "Opinion", "Role", "Ruling", "Standing", "Walk"]

Walk = tuple[Step, ...]
"""The steps a judge or an opinion takes down the decision tree."""


class JudgmentBy(StrEnum):
    """What carries the judgment."""

    OPINION = "opinion of the court"
    PLURALITY = "plurality"
    NO_LEAD = "no lead opinion"
    DIVIDED = "equally divided"


class Role(StrEnum):
    """How a judge stands to the ruling."""

    AUTHOR = "author"
    JOINED = "joined"
    CONCURRING = "concurring"
    IN_THE_JUDGMENT = "concurring in the judgment"
    IN_PART = "concurring in part and dissenting in part"
    DISSENTING = "dissenting"


class Join(NamedTuple):
    """A judge joins an opinion (its number, from 0): whole, when ``issues`` is None, or as to these issues."""

    opinion: int
    issues: tuple[str, ...] | None = None


class Opinion(NamedTuple):
    """One opinion of the ruling. ``ground`` is a principle for a concurrence, else the holding the walk ends on."""

    number: int
    author: str
    kind: OpinionKind
    joined: tuple[str, ...]
    ground: str
    disposition: Disposition
    walk: Walk

    @property
    def holdings(self) -> dict[str, str]:
        """Issue to position, in the order of the walk."""
        return {step.issue: step.position for step in self.walk}


class Standing(NamedTuple):
    """How one judge came out."""

    judge: str
    vote: Disposition
    role: Role
    writes: int | None
    joins: tuple[Join, ...]


@dataclass(frozen=True)
class Ruling:
    """The ruling: judgment, opinions, standings, and the reasoning of every judge behind them.

    ``votes_for`` counts the judges who would disturb the judgment below where the court does, and those who would affirm where it
    does not; ``votes_against`` the others. ``common_ground`` is for a judgment without an opinion of the court: the narrowest holdings that a majority shares (Marks v. United States,
    430 U.S. 188 (1977)), or None; ``common_ground_note`` says why or why not.
    """

    case: Case
    bench: Bench
    disposition: Disposition
    votes_for: int
    votes_against: int
    judgment_by: JudgmentBy
    opinions: tuple[Opinion, ...]
    standings: dict[str, Standing]
    reasonings: dict[str, Reasoning]
    paradox: bool
    common_ground: Walk | None = None
    common_ground_note: str = ""

    @property
    def lead(self) -> Opinion | None:
        """The opinion that leads: the court's, the plurality's, or that of the equal groups which announces the judgment. None where the court divides evenly."""
        if self.opinions and self.opinions[0].kind in (OpinionKind.COURT, OpinionKind.PLURALITY):
            return self.opinions[0]
        return None

    def in_part(self, opinion: Opinion) -> tuple[str, ...]:
        """The judges who join this opinion as to some issues only, in order of seniority."""
        return tuple(
            judge.id
            for judge in self.bench.judges
            if any(join.opinion == opinion.number and join.issues for join in self.standings[judge.id].joins)
        )

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready: judgment, votes for and against disturbing the judgment below, every judge, every opinion."""
        disturbing = sum(standing.vote.disturbs for standing in self.standings.values())
        absent: dict[str, Any] = {
            "vote": None,
            "role": NO_PART,
            "writes": None,
            "joins": [],
            "findings": {},
            "walk": [],
        }
        return {
            "disposition": self.disposition.value,
            "votes": {"for": disturbing, "against": len(self.standings) - disturbing},
            "judgment_by": self.judgment_by.value,
            "judges": {judge.id: self._judge_dict(judge.id) for judge in self.bench.judges}
            | {judge.id: absent for judge in self.bench.absent},
            "opinions": [
                {
                    "author": each.author,
                    "kind": each.kind.value,
                    "joined": list(each.joined),
                    "ground": each.ground,
                    "holdings": each.holdings,
                }
                for each in self.opinions
            ],
            "paradox": self.paradox,
            "common_ground": self.common_ground_note or None,
        }

    def _judge_dict(self, judge: str) -> dict[str, Any]:
        standing, reasoning = self.standings[judge], self.reasonings[judge]
        return {
            "vote": standing.vote.value,
            "role": standing.role.value,
            "writes": standing.writes,
            "joins": [
                {"opinion": join.opinion, "issues": "all" if join.issues is None else list(join.issues)}
                for join in standing.joins
            ],
            "findings": dict(reasoning.findings),
            "walk": [step.issue for step in reasoning.walk],
        }

    def explain(self, judge: str) -> Explanation:
        """Why this judge voted so: a tree from the vote down to the arguments. Raises ``KeyError``."""
        from moot.bench.explaining.explain import explain

        return explain(self.reasonings[judge])

    def __repr__(self) -> str:
        return f"<Ruling {self.disposition}, {self.votes_for} to {self.votes_against}, {self.judgment_by}>"

    def _repr_markdown_(self) -> str:
        """The ruling in a notebook: the judgment, and how each judge stands."""
        from moot.case.language.markdown import literal, table

        votes = f"{self.votes_for} to {self.votes_against}, {self.judgment_by}"
        rows = [
            (judge.name, standing.vote, standing.role)
            for judge in self.bench.judges
            if (standing := self.standings[judge.id])
        ]
        head = f"**{literal(self.case.caption)}**: {self.disposition}, {votes} (simulated)"
        return f"{head}\n\n{table(('Judge', 'Vote', 'Role'), rows)}"
