"""The reasons for a vote, as a tree of figures that can be checked by hand.

Vote, then each holding of the walk, then for each its positions with their support, then the arguments accepted and
defeated with both weights. The text says it in plain English; the tree carries the same figures as data.
"""

from __future__ import annotations

from moot.bench.explaining.explanation import Explanation, FindingReason, Lost, Offense, PositionReason, Weighed
from moot.bench.judging.credit import ledger
from moot.bench.judging.reasoning import Defeat, Reasoning, before_the_court
from moot.bench.supposing import VoteTurn, rules_on, sways
from moot.case import Case, PositionRef, Side
from moot.case.language.naming import known_as

__all__ = ["Explanation", "FindingReason", "Lost", "Offense", "PositionReason", "Weighed", "explain", "title_of"]


def title_of(case: Case, id: str) -> str:
    """A short name for a point or an answer: its title, or its opening words."""
    point = case.point.get(id)
    return point.title if point else f"the answer {known_as(case, id)}"


def explain(reasoning: Reasoning) -> Explanation:
    """The explanation of one judge's vote."""
    return Explanation(
        reasoning.judge.id,
        reasoning.judge.title,
        reasoning.vote,
        tuple(_finding(reasoning, step.issue) for step in reasoning.walk),
        reasoning.alternatives,
        dict(reasoning.credit),
        {side: ledger(reasoning.judge, reasoning.case, reasoning.heard, side, reasoning.refused) for side in Side},
        {side: sum(reasoning.case.speaker_of[id] is side for id in reasoning.heard.answers) for side in Side},
        _turns_on(reasoning),
        tuple((sway, _words(reasoning.case, sway)) for sway in sways(reasoning)),
        _names(reasoning),
    )


def _names(reasoning: Reasoning) -> dict[str, str]:
    """What everything is called that an explanation names by id."""
    case = reasoning.case
    found = {id: known_as(case, id) if id in case.point else title_of(case, id) for id in reasoning.weights}
    for issue in case.issues:
        for position in issue.positions:
            found[f"{issue.id}.{position.id}"] = f"“{position.text.rstrip('.')}”"
    found.update((dial.id, dial.asks.rstrip("?")) for dial in case.dials)
    return found


def _turns_on(reasoning: Reasoning) -> tuple[str, ...]:
    """The dials that the rules on the walk turn on, in the order of the file."""
    case = reasoning.case
    read = {dial for _, _, rule in rules_on(reasoning) for dial in rule.turns_on(case.dial)}
    return tuple(dial.id for dial in case.dials if dial.id in read)


def _words(case: Case, sway: VoteTurn) -> str:
    return f"{case.dial[sway.dial].text(sway.value)}"


def _offense(reasoning: Reasoning, id: str) -> Offense:
    case = reasoning.case
    argument, found = case.arguments[id], case.answers[id].consequence
    assert found is not None
    held = reasoning.judge.held
    return Offense(
        id,
        case.issue[found.tests.issue].result(found.left_with),
        str(found.outcome),
        tuple((name, held[name], gravely) for name, gravely in argument.offends if name in held),
        before_the_court(case, reasoning.heard)[id],
        reasoning.weights[id],
    )


def _weighed(reasoning: Reasoning, id: str) -> Weighed:
    argument = reasoning.case.arguments[id]
    return Weighed(
        id,
        title_of(reasoning.case, id),
        argument.modality.value,
        argument.strength,
        reasoning.judge.receptivity[argument.modality],
        before_the_court(reasoning.case, reasoning.heard)[id],
        reasoning.weights[id],
        reasoning.weighed[id].counts,
    )


def _finding(reasoning: Reasoning, issue_id: str) -> FindingReason:
    issue = reasoning.case.issue[issue_id]
    found = reasoning.findings[issue_id]
    positions = sorted(
        (_position(reasoning, PositionRef(issue_id, position.id)) for position in issue.positions),
        key=lambda position: (position.ref.position != found, not position.support.open, -position.support.total),
    )
    margin = reasoning.margin(issue_id)
    tie = ""
    if margin == 0:
        won = issue.position(found).favors is reasoning.case.below.presumed
        tie = _favored(reasoning.case) if won else "a tie, which goes to the position listed first"
    return FindingReason(issue_id, issue.question, found, margin, tuple(positions), tie)


def _favored(case: Case) -> str:
    return f"a tie, which goes to {case.below.tie_goes_to}"


def _position(reasoning: Reasoning, ref: PositionRef) -> PositionReason:
    position = reasoning.case.issue[ref.issue].position(ref.position)
    urging = [id for id in reasoning.weights if ref in reasoning.case.arguments[id].urges]
    accepted = sorted(
        (_weighed(reasoning, id) for id in urging if id in reasoning.accepted), key=lambda weighed: -weighed.counts
    )
    lost = tuple(_lost(reasoning, id) for id in urging if id not in reasoning.accepted)
    principles = tuple(
        (name, reasoning.judge.held[name], much) for name, much in position.embodies if name in reasoning.judge.held
    )
    return PositionReason(ref, position.text, reasoning.support[ref], principles, tuple(accepted), lost)


def _lost(reasoning: Reasoning, id: str) -> Lost:
    by = _what_defeated(reasoning, id)
    from_scenes = [defeat.attacker for defeat in by if reasoning.case.arguments[defeat.attacker].offends]
    return Lost(_weighed(reasoning, id), by, tuple(_offense(reasoning, attacker) for attacker in from_scenes))


def _what_defeated(reasoning: Reasoning, id: str) -> tuple[Defeat, ...]:
    """The defeats that kept it out: those by accepted arguments, or failing that by ones still in dispute."""
    against = [defeat for defeat in reasoning.defeats if defeat.attacked == id]
    settled = [defeat for defeat in against if defeat.attacker in reasoning.accepted]
    return tuple(settled or against)
