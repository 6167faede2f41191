"""One judge's scales for a case: what arguments weigh and principles are worth with this judge, whatever is heard."""

from __future__ import annotations

from moot.bench import weighing
from moot.bench.judging.attack_graph import attacks_of
from moot.bench.persona import Judge
from moot.bench.weighing import Weighing
from moot.case import Argument, Attacking, Case, Side
from moot.case.per_case import recent_per_case

__all__ = [
    "CONVICTION",
    "Scales",
    "base_weight",
    "scales_of",
]

CONVICTION = 5
"""A principle held this strongly is a conviction: a judge may find by it what nobody argued."""


class Scales:
    """One judge's scales for one case: what does not depend on what is heard.

    ``base`` is what every argument weighs heard in half; ``priors`` what principles are worth to each position of an issue;
    ``bound`` the positions that may be found only on an argument of the side that lost below.
    """

    def __init__(self, judge: Judge, case: Case, rules: Weighing) -> None:
        self.judge, self.case, self.weighing = judge, case, rules
        self.loser = case.below.presumed.other
        # An application has to be made out at the hearing: neither a brief nor a judge's conviction does it for counsel.
        self.on_briefs = not case.below.application
        self.base = {id: base_weight(judge, argument) for id, argument in case.arguments.items()}
        held = judge.held
        self.priors = tuple(
            tuple(sum(held.get(name, 0) * much for name, much in position.embodies) for position in issue.positions)
            for issue in case.issues
        )
        self.bound = tuple(
            tuple(
                rules.presumption
                and not issue.preliminary
                and position.favors is self.loser
                and not (self.on_briefs and any(held.get(name, 0) >= CONVICTION for name, _ in position.embodies))
                for position in issue.positions
            )
            for issue in case.issues
        )
        # The order that settles ties: positions for the winner below first, else as listed.
        self.ranked = tuple(
            tuple(
                sorted(
                    range(len(issue.positions)), key=lambda at: issue.positions[at].favors is not case.below.presumed
                )
            )
            for issue in case.issues
        )
        # Whose credit a position has: 1 the petitioner's, 2 the respondent's, 0 nobody's.
        self.favoring = tuple(
            tuple((None, Side.PETITIONER, Side.RESPONDENT).index(position.favors) for position in issue.positions)
            for issue in case.issues
        )
        self.issues = tuple(issue.id for issue in case.issues)
        self.positions = tuple(tuple(position.id for position in issue.positions) for issue in case.issues)
        self.number = {issue.id: number for number, issue in enumerate(case.issues)}
        self.place = {
            (issue.id, position.id): at for issue in case.issues for at, position in enumerate(issue.positions)
        }
        self.ids = tuple(case.arguments)
        self.base_of = tuple(self.base.values())
        self.against: dict[str, list[tuple[str, Attacking]]] = {id: [] for id in self.base}
        for attacker, attacked, kind in attacks_of(case):
            self.against[attacker].append((attacked, kind))


def base_weight(judge: Judge, argument: Argument) -> int:
    """What an argument weighs with this judge before it is heard: strength times receptivity.

    What a hypothetical leaves standing against a position weighs by the principles it offends: how gravely, times how
    strongly the judge holds each.
    """
    if argument.offends:
        return sum(gravely * judge.held.get(principle, 0) for principle, gravely in argument.offends)
    return argument.strength * judge.receptivity[argument.modality]


def scales_of(judge: Judge, case: Case) -> Scales:
    """The scales of this judge for this case."""
    return _scales(case, judge, weighing.SHIPPED)


@recent_per_case(256)
def _scales(case: Case, judge: Judge, rules: Weighing) -> Scales:
    return Scales(judge, case, rules)
