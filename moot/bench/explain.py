"""The reasons for a vote, as a tree of figures that can be checked by hand.

Vote, then each holding of the walk, then for each its positions with their support, then the arguments accepted and
defeated with both weights. The text says it in plain English; the tree carries the same figures as data.
"""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.credit import SHRINK, SPAN, Entry, credit_of, ledger
from moot.bench.reasoning import Defeat, Reasoning, Support, before_the_court
from moot.bench.supposing import Sway, rules_on, sways
from moot.case import Case, Disposition, PositionRef, Side

__all__ = ["Explanation", "FindingReason", "Lost", "Offence", "PositionReason", "Weighed", "explain", "title_of"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An argument in this judge's scales: weight = strength x receptivity x heard (2 in full, 1 in half or briefed).

    ``counts`` is what it counts once attacked.
    """

    id: str
    title: str
    modality: str
    strength: int
    receptivity: int
    heard: int
    weight: int
    counts: int

    def __str__(self) -> str:
        of = f"{self.counts} of {self.weight}" if self.counts != self.weight else f"{self.weight}"
        return f"{self.title} {of} ({self.modality}, {self.strength}x{self.receptivity}x{self.heard})"


@dataclass(frozen=True, slots=True)
class Offence:
    """A result that a hypothetical left standing against a position, and what it weighs with this judge.

    ``principles`` gives each principle offended with how strongly it is held and how gravely it is offended; the weight is
    the sum of their products times ``heard``.
    """

    answer: str
    result: str
    outcome: str
    principles: tuple[tuple[str, int, int], ...]
    heard: int
    weight: int

    def __str__(self) -> str:
        held = " + ".join(f"{name} {much}x{gravely}" for name, much, gravely in self.principles)
        many = f"({held})" if len(self.principles) > 1 else held
        return f"{self.answer} {self.outcome}: {self.result}, which offends {many}x{self.heard} = {self.weight}"


@dataclass(frozen=True, slots=True)
class Lost:
    """An argument that was not accepted, and what told against it, with the two weights.

    ``offences`` are those of the attackers that came of a hypothetical.
    """

    argument: Weighed
    by: tuple[Defeat, ...]
    offences: tuple[Offence, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionReason:
    """One position of an issue: its support and the arguments behind it."""

    ref: PositionRef
    text: str
    support: Support
    principles: tuple[tuple[str, int, int], ...]
    accepted: tuple[Weighed, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class FindingReason:
    """Why a position was found on an issue: the positions, winner first, and the margin. ``tie`` says what broke one."""

    issue: str
    question: str
    found: str
    margin: int
    positions: tuple[PositionReason, ...]
    tie: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one judge voted so. ``str`` gives it in plain English."""

    judge: str
    title: str
    vote: Disposition
    findings: tuple[FindingReason, ...]
    alternatives: tuple[PositionRef, ...]
    credit: dict[Side, int]
    ledger: dict[Side, tuple[Entry, ...]]
    answers: dict[Side, int]
    turns_on: tuple[str, ...] = ()
    sways: tuple[tuple[Sway, str], ...] = ()

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """The explanation line by line, unwrapped."""
        out = [f"{self.title} votes: {self.vote}."]
        for number, finding in enumerate(self.findings, start=1):
            out.extend(_finding_lines(number, finding))
        for side, worth in self.credit.items():
            if entries := self.ledger[side]:
                marks, answers = sum(entry.marks for entry in entries), self.answers[side]
                out.append(
                    f"Credit of {side}: {credit_of(marks, answers):+d} ({SPAN} x {marks:+d} marks over {answers} "
                    f"answers and {SHRINK}, from {_entries(entries)}); positions for {side} {worth:+d}."
                )
        if self.alternatives:
            grounds = ", ".join(str(ref) for ref in self.alternatives)
            out.append(f"Would also have come there by: {grounds}.")
        if self.turns_on:
            out.append(f"The rule found turns on: {', '.join(self.turns_on)}.")
        if self.sways:
            told = "; ".join(f"{words}, {sway.vote}" for sway, words in self.sways)
            out.append(f"Had one fact been otherwise: {told}.")
        return out


def _entries(entries: tuple[Entry, ...]) -> str:
    """The faults by name, so that each can be found again; the good answers by number."""
    faults: dict[str, int] = {}
    for entry in entries:
        if entry.marks < 0:
            faults[entry.what] = faults.get(entry.what, 0) + entry.marks
    good = sum(entry.marks for entry in entries if entry.marks > 0)
    told = [f"{good:+d} for good answers"] if good else []
    return ", ".join([*told, *(f"{marks:+d} {what}" for what, marks in faults.items())])


def _finding_lines(number: int, finding: FindingReason) -> list[str]:
    """One holding: the question and its answer, then a sum for each position that has anything, then what was not accepted."""
    winner, *others = finding.positions
    runner_up = max(others, key=lambda other: (other.support.open, other.support.total))
    tie = f", {finding.tie}" if finding.tie else ""
    score = f"({winner.support.total} to {runner_up.support.total}{tie})"
    out = [f"{number}. {finding.question} {winner.text} {score}"]
    for position in finding.positions:
        if position is winner or position.support.total or position.lost:
            out.append(f"   {position.ref.position}: {position.support.total} = {_sum(position)}")
            if not position.support.open:
                out.append("     not open: it disturbs the judgment below, and counsel did not carry it at the lectern")
        for lost in position.lost:
            by = "; ".join(
                f"{defeat.kind} by {defeat.attacker}"
                + (f" ({defeat.attacker_weight} against {defeat.attacked_weight})" if defeat.attacked_weight else "")
                for defeat in lost.by
            )
            out.append(
                f"     not accepted: {lost.argument.title}, {lost.argument.counts} of {lost.argument.weight}: {by}"
            )
            out.extend(f"       {offence}" for offence in lost.offences)
    return out


def _sum(position: PositionReason) -> str:
    parts = []
    if position.support.prior:
        held = " + ".join(f"{principle} {weight}x{much}" for principle, weight, much in position.principles)
        parts.append(f"principles {position.support.prior} ({held})")
    counted = {id for _, id, _ in position.support.best}
    urging = [*position.accepted, *(lost.argument for lost in position.lost)]
    parts.extend(str(argument) for argument in urging if argument.id in counted)
    if position.support.credit:
        parts.append(f"credit {position.support.credit:+d}")
    return " + ".join(parts) or "nothing"


def title_of(case: Case, id: str) -> str:
    """A short name for a point or an answer."""
    point = case.point.get(id)
    return point.title if point else f"the answer {id}"


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
    )


def _turns_on(reasoning: Reasoning) -> tuple[str, ...]:
    """The dials that the rules on the walk turn on, in the order of the file."""
    case = reasoning.case
    read = {dial for _, _, rule in rules_on(reasoning) for dial in rule.turns_on(case.dial)}
    return tuple(dial.id for dial in case.dials if dial.id in read)


def _words(case: Case, sway: Sway) -> str:
    return f"{case.dial[sway.dial].text(sway.value)}"


def _offence(reasoning: Reasoning, id: str) -> Offence:
    case = reasoning.case
    argument, found = case.arguments[id], case.answers[id].consequence
    assert found is not None
    held = reasoning.judge.held
    return Offence(
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
        won = issue.position(found).favours is reasoning.case.below.won
        tie = "a tie, which goes to the winner below" if won else "a tie, which goes to the position listed first"
    return FindingReason(issue_id, issue.question, found, margin, tuple(positions), tie)


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
    return Lost(_weighed(reasoning, id), by, tuple(_offence(reasoning, attacker) for attacker in from_scenes))


def _what_defeated(reasoning: Reasoning, id: str) -> tuple[Defeat, ...]:
    """The defeats that kept it out: those by accepted arguments, or failing that by ones still in dispute."""
    against = [defeat for defeat in reasoning.defeats if defeat.attacked == id]
    settled = [defeat for defeat in against if defeat.attacker in reasoning.accepted]
    return tuple(settled or against)
