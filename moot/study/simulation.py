"""Many sittings of one case by counsel who play themselves: who wins, by what votes, and how well each argues.

A sitting is a whole round, judged by the whole bench and scored. Sitting number *k*, from 0, has the seed of the simulation
plus *k*, for the bench and for both counsel, so any one of them can be had again. What comes of it is an estimate for
these players; what can happen on any line at all is the proof's to say.

:func:`simulate` is the whole of it in one call. Behind it: a :class:`~moot.study.simulation_plan.SimulationPlan` says what is played,
:func:`~moot.study.simulation_plan.held` plays it, here or on the workers of an executor, and a :class:`Tally` counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

from moot.bench.persona import Bench
from moot.bench.ruling import JudgmentBy
from moot.case import Case, Disposition, Side
from moot.case.language.markdown import literal, table
from moot.round.formats import Format, format_of
from moot.study.estimates import CONFIDENCE, Share, Spread, share, spread
from moot.study.simulation_plan import Counsel, HeldSitting, SimulationPlan, held

__all__ = ["Simulation", "Tally", "simulate"]


@dataclass(frozen=True, slots=True)
class Simulation:
    """What came of a number of sittings.

    ``wins`` is by side: the petitioner wins where the judgment below does not stand, and the respondent where it does (turned
    about where the petitioner won below). ``votes`` has how many judges voted for the petitioner, ``judges`` how often each did.
    ``ballots`` are points out of a hundred, ``moves`` the lengths of the lines. ``plan`` is what was played.
    """

    plan: SimulationPlan
    sittings: int
    wins: Mapping[Side, Share]
    dispositions: Mapping[Disposition, Share]
    judgments: Mapping[JudgmentBy, Share]
    votes: Mapping[int, Share]
    judges: Mapping[str, Share]
    ballots: Mapping[Side, Spread]
    moves: Spread

    @property
    def verdict(self) -> str:
        """Who wins, in one sentence, as far as so many sittings can tell."""
        won = self.wins[Side.PETITIONER]
        if won.low > 0.5:
            return "The petitioner wins more often than not."
        if won.high < 0.5:
            return "The respondent wins more often than not."
        return "Neither side is shown to win more often than the other."

    def to_dict(self) -> dict[str, Any]:
        """Plain values, as `moot simulate --json` prints them. Shares and means have their intervals beside them."""
        plan = self.plan
        return {
            "case": plan.case.id,
            "bench": [judge.id for judge in plan.bench.judges],
            "format": plan.format.id,
            "heat": plan.heat,
            "seed": plan.seed,
            "petitioner": plan.counsel_name(Side.PETITIONER),
            "respondent": plan.counsel_name(Side.RESPONDENT),
            "sittings": self.sittings,
            "confidence": CONFIDENCE / 100,
            "verdict": self.verdict,
            "wins": {str(side): _share(each) for side, each in self.wins.items()},
            "dispositions": {str(end): _share(each) for end, each in self.dispositions.items()},
            "judgment_by": {str(by): _share(each) for by, each in self.judgments.items()},
            "votes_for_petitioner": {str(votes): _share(each) for votes, each in self.votes.items()},
            "judges_for_petitioner": {id: _share(each) for id, each in self.judges.items()},
            "ballot": {str(side): _numbers(each) for side, each in self.ballots.items()},
            "moves": _numbers(self.moves),
        }

    def __repr__(self) -> str:
        won = ", ".join(f"{side} wins {each.count:,}" for side, each in self.wins.items())
        return f"<Simulation {self.plan.case.id}, {self.sittings:,} sittings: {won}>"

    def _repr_markdown_(self) -> str:
        """The simulation in a notebook: the verdict, who wins, and how each judge votes."""
        names = {judge.id: judge.name for judge in self.plan.bench.judges}
        shares = [(f"{side} wins", each) for side, each in self.wins.items()]
        shares += [(f"{names[id]} votes for the petitioner", each) for id, each in self.judges.items()]
        rows = [(what, each.count, f"{each.part:.1%}", f"{each.low:.1%} to {each.high:.1%}") for what, each in shares]
        head = (f"{self.sittings:,} sittings", "How many", "Share", f"Interval ({CONFIDENCE}%)")
        return f"**{literal(self.plan.case.caption)}**: {literal(self.verdict)}\n\n{table(head, rows)}"


class Tally:
    """Counts sittings as they are decided. It may be read at any time after the first."""

    def __init__(self, plan: SimulationPlan) -> None:
        self._plan = plan
        self._held: list[HeldSitting] = []

    def __len__(self) -> int:
        return len(self._held)

    def add(self, sitting: HeldSitting) -> None:
        """Count one sitting more."""
        self._held.append(sitting)

    def so_far(self) -> Simulation:
        """What has come of it. Raises ``ValueError`` before the first sitting is counted."""
        sittings, number, judges = self._held, len(self._held), self._plan.bench.judges
        if not number:
            raise ValueError("no sitting has been counted")
        ends = Counter(each.disposition for each in sittings)
        carried = Counter(each.judgment_by for each in sittings)
        votes = Counter(len(each.behind) for each in sittings)
        behind = Counter(judge for each in sittings for judge in each.behind)
        won = sum(each.petitioner_won for each in sittings)
        return Simulation(
            plan=self._plan,
            sittings=number,
            wins={Side.PETITIONER: share(won, number), Side.RESPONDENT: share(number - won, number)},
            dispositions={end: share(ends[end], number) for end in _ends(self._plan.case)},
            judgments={by: share(carried[by], number) for by in JudgmentBy},
            votes={seats: share(votes[seats], number) for seats in range(len(judges), -1, -1)},
            judges={judge.id: share(behind[judge.id], number) for judge in judges},
            ballots={side: spread([each.ballots[side] for each in sittings]) for side in Side},
            moves=spread([each.moves for each in sittings]),
        )


def _ends(case: Case) -> list[Disposition]:
    """The dispositions that a sitting of this case may end in, those of every case of its kind among them."""
    own = {node.disposition for node in case.tree.nodes}
    kind = case.below.application
    return [end for end in Disposition if end.of_application is kind and (not end.partial or end in own)]


def simulate(
    case: Case,
    bench: Bench,
    n: int = 200,
    *,
    petitioner: Counsel = "novice",
    respondent: Counsel = "novice",
    seed: int = 0,
    format: str | Format | None = None,
    heat: str = "normal",
    executor: Executor | None = None,
) -> Simulation:
    """Hold ``n`` sittings and count what comes of them.

    Counsel are named (``"greedy"``), or are players as :meth:`Round.play_out` takes them, or a class whose players take the seed
    of the sitting. With an ``executor`` of `concurrent.futures`, or anything like one (of processes, of threads, of a cluster), the
    sittings are held there; the same seeds give the same numbers on any of them. For processes the counsel must be such as can
    be pickled: a name, or a class or function of a module.

    Raises ``ValueError`` for no sittings, ``TypeError`` for what is no player or no executor, and
    :class:`~moot.errors.UnknownName` for an unknown name, all before the first sitting.
    """
    if n < 1:
        raise ValueError(f"at least one sitting must be held, not {n}")
    plan = SimulationPlan(case, bench, petitioner, respondent, format_of(case, format), heat, seed)
    tally = Tally(plan)
    for sitting in held(plan, n, executor):
        tally.add(sitting)
    return tally.so_far()


def _share(each: Share) -> dict[str, float]:
    return {"count": each.count, "share": each.part, "low": each.low, "high": each.high}


def _numbers(each: Spread) -> dict[str, Any]:
    return {
        "mean": each.mean,
        "low": each.low,
        "high": each.high,
        "least": each.least,
        "quartiles": list(each.quartiles),
        "most": each.most,
    }
