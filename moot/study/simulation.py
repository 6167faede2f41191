"""Many sittings of one case by counsel who play themselves: who wins, by what votes, and how well each argues.

A sitting is a whole round, judged by the whole bench and scored. Sitting number *k*, from nought, has the seed of the simulation
plus *k*, for the bench and for both counsel, so any one of them can be had again. What comes of it is an estimate for
these players; what can happen on any line at all is the proof's to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from moot.bench.persona import Bench
from moot.bench.ruling import JudgmentBy
from moot.case import Case, Disposition, Side
from moot.round.formats import Format
from moot.round.round import Player, Round
from moot.score import score
from moot.study.estimates import Share, Spread, share, spread

__all__ = ["Players", "Simulation", "Tally", "sittings"]

Players = Mapping[Side, Callable[[int], Player]]
"""Makes the counsel of each side, from the seed of the sitting."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """What came of a number of sittings.

    ``wins`` is by side: the petitioner wins where the judgment below does not stand, and the respondent where it does (turned
    about where the petitioner won below). ``votes`` has how many judges voted for the petitioner, ``judges`` how often each did.
    """

    sittings: int
    wins: Mapping[Side, Share]
    dispositions: Mapping[Disposition, Share]
    judgments: Mapping[JudgmentBy, Share]
    votes: Mapping[int, Share]
    judges: Mapping[str, Share]
    ballots: Mapping[Side, Spread]
    moves: Spread


class _Sitting(NamedTuple):
    """What is counted of one sitting; ``behind`` are the judges who voted for the petitioner."""

    disposition: Disposition
    judgment_by: JudgmentBy
    behind: tuple[str, ...]
    ballots: Mapping[Side, float]
    moves: int


class Tally:
    """Counts sittings as they are decided. It may be read at any time after the first."""

    def __init__(self, case: Case, bench: Bench) -> None:
        self._case, self._bench = case, bench
        self._held: list[_Sitting] = []

    def __len__(self) -> int:
        return len(self._held)

    def add(self, round: Round) -> None:
        """Count a round. Raises ``ValueError`` if it is not decided."""
        outcome = round.outcome()
        if outcome is None:
            raise ValueError("a sitting counts when it is decided")
        ruling, card = outcome.ruling, score(round)
        behind = [judge for judge, standing in ruling.standings.items() if self._for_petitioner(standing.vote)]
        ballots = {side: float(ballot.total) for side, ballot in card.ballots.items()}
        # All at once, so that a tally stopped from the keyboard has no sitting by half.
        self._held.append(_Sitting(ruling.disposition, ruling.judgment_by, tuple(behind), ballots, round.ply))

    def _for_petitioner(self, vote: Disposition) -> bool:
        return vote.disturbs is (self._case.below.won is not Side.PETITIONER)

    def so_far(self) -> Simulation:
        """What has come of it. Raises ``ValueError`` before the first sitting is counted."""
        held, number = self._held, len(self._held)
        if not number:
            raise ValueError("no sitting has been counted")
        ends = Counter(each.disposition for each in held)
        carried = Counter(each.judgment_by for each in held)
        votes = Counter(len(each.behind) for each in held)
        judges = Counter(judge for each in held for judge in each.behind)
        won = sum(times for end, times in ends.items() if self._for_petitioner(end))
        return Simulation(
            sittings=number,
            wins={Side.PETITIONER: share(won, number), Side.RESPONDENT: share(number - won, number)},
            dispositions={end: share(ends[end], number) for end in Disposition},
            judgments={by: share(carried[by], number) for by in JudgmentBy},
            votes={seats: share(votes[seats], number) for seats in range(len(self._bench.judges), -1, -1)},
            judges={judge.id: share(judges[judge.id], number) for judge in self._bench.judges},
            ballots={side: spread([each.ballots[side] for each in held]) for side in Side},
            moves=spread([each.moves for each in held]),
        )


def sittings(
    case: Case,
    bench: Bench,
    players: Players,
    *,
    number: int,
    seed: int = 0,
    format: str | Format | None = None,
    heat: str = "normal",
) -> Iterator[Round]:
    """The rounds, each argued to its end, one after another."""
    for each in range(seed, seed + number):
        round = Round(case, bench, seed=each, format=format, heat=heat)
        round.play_out(players[Side.PETITIONER](each), players[Side.RESPONDENT](each))
        yield round
