"""What a simple rule for choosing answers is worth on the ballot, beside choosing at random, over real sittings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from moot.bench.persona import Bench
from moot.case import Answer, Case, Manner, Side
from moot.counsel import Scripted
from moot.round import moves
from moot.round.draw import Dice
from moot.round.moves import Move
from moot.round.offered import answers_offered
from moot.round.round import Round
from moot.score.ballot import ballots
from moot.study.estimates import Spread, spread
from moot.study.policies import keep_talking
from moot.study.tells.features import longest, shortest, shown

__all__ = ["BALLOT_LIMIT", "RANDOM", "RULES", "RuleBallot", "Ruled", "rule_ballots"]

BALLOT_LIMIT = 6.0
"""Points of a hundred by which the mean ballot of a rule may differ from that of random answers, either way."""

RANDOM = "random"

_Rule = Callable[[Case, tuple[Answer, ...]], Sequence[Answer]]


def _by_length(chosen: Callable[[Mapping[str, str]], frozenset[str]]) -> _Rule:
    def rule(case: Case, offered: tuple[Answer, ...]) -> Sequence[Answer]:
        ids = chosen({answer.id: shown(case, answer) for answer in offered})
        return [answer for answer in offered if answer.id in ids]

    return rule


def _by_manner(manner: Manner) -> _Rule:
    return lambda _, offered: [answer for answer in offered if answer.manner is manner]


RULES: Mapping[str, _Rule] = {
    RANDOM: lambda _, offered: offered,
    "first": lambda _, offered: offered[:1],
    "last": lambda _, offered: offered[-1:],
    "longest": _by_length(longest),
    "shortest": _by_length(shortest),
    "direct": _by_manner(Manner.DIRECT),
    "concede": _by_manner(Manner.CONCEDE),
    "distinguish": _by_manner(Manner.DISTINGUISH),
}
"""The rules, by name: which of the answers offered (in the order in which a player sees them) it would give. Where it names several, one of them is
drawn; where it names none, one of all."""


class Ruled:
    """Scripted roadmap and points, the whole time spoken; every answer by one rule."""

    def __init__(self, rule: str, seed: int = 0) -> None:
        self.rule, self.seed = rule, seed

    def choose(self, round: Round) -> Move:
        """The scripted move, or the answer by the rule."""
        pending = round.position.state.pending
        if not pending:
            return keep_talking(round, Scripted().choose(round))
        case = round.case
        offered = tuple(case.answers[move.answer] for move in answers_offered(round))
        wanted = RULES[self.rule](case, offered) or offered
        return moves.GiveAnswer(wanted[Dice("tells", self.seed, pending).below(len(wanted))].id)


class RuleBallot(NamedTuple):
    """The ballot of one rule in one seat: its mean, and the difference from random, sitting by sitting."""

    side: Side
    rule: str
    mean: float
    difference: Spread

    @property
    def over(self) -> bool:
        """Whether the rule is further from random than :data:`BALLOT_LIMIT`."""
        return abs(self.difference.mean) > BALLOT_LIMIT

    @property
    def fails(self) -> bool:
        """Whether the whole interval of the difference is past the limit: over, and not by chance."""
        low, high = self.difference.low, self.difference.high
        return low is not None and high is not None and (low > BALLOT_LIMIT or high < -BALLOT_LIMIT)


def rule_ballots(case: Case, bench: Bench, seeds: Sequence[int]) -> tuple[RuleBallot, ...]:
    """Every rule in both seats over these seeds, at the format of the case and normal heat.

    In one sitting both sides follow the same rule: a ballot looks only at what its own side did. Sittings with one seed are compared.
    """
    totals: dict[tuple[Side, str], list[float]] = {(side, rule): [] for side in Side for rule in RULES}
    for rule in RULES:
        for seed in seeds:
            round = Round(case, bench, seed=seed)
            round.play_out(Ruled(rule, seed), Ruled(rule, seed))
            for side, ballot in ballots(round).items():
                totals[side, rule].append(float(ballot.total))
    return tuple(
        RuleBallot(
            side,
            rule,
            sum(mine) / len(mine),
            spread([one - other for one, other in zip(mine, totals[side, RANDOM], strict=True)]),
        )
        for (side, rule), mine in totals.items()
    )
