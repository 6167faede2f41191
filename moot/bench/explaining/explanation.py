"""An explanation as values, and as lines of text. :mod:`moot.bench.explaining.explain` makes it from a judge's reasoning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from moot.bench.judging.bench_credit import SHRINK, SPAN, credit_of
from moot.bench.judging.credit import LedgerEntry
from moot.bench.judging.reasoning import Defeat, Support
from moot.bench.supposing import VoteTurn
from moot.case import Attacking, Disposition, PositionRef, Side

__all__ = ["Explanation", "FindingReason", "Lost", "Offense", "PositionReason", "Weighed"]


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
        return self.told(self.title)

    def told(self, name: str) -> str:
        """What it counts, the argument called this."""
        of = f"{self.counts} of {self.weight}" if self.counts != self.weight else f"{self.weight}"
        return f"{name} {of} ({self.modality}, {self.strength}x{self.receptivity}x{self.heard})"


@dataclass(frozen=True, slots=True)
class Offense:
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
        return self.told(self.answer)

    def told(self, answer: str) -> str:
        """The offense in words, its answer called this."""
        held = " + ".join(f"{_plain(name)} {much}x{gravely}" for name, much, gravely in self.principles)
        many = f"({held})" if len(self.principles) > 1 else held
        return f"{answer} {self.outcome}: {self.result}, which offends {many}x{self.heard} = {self.weight}"


@dataclass(frozen=True, slots=True)
class Lost:
    """An argument that was not accepted, and what told against it, with the two weights.

    ``offenses`` are those of the attackers that came of a hypothetical.
    """

    argument: Weighed
    by: tuple[Defeat, ...]
    offenses: tuple[Offense, ...] = ()


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
    """Why one judge voted so. ``str`` gives it in plain English.

    ``names`` says what people call everything that the rest names by id: arguments, positions and dials.
    """

    judge: str
    title: str
    vote: Disposition
    findings: tuple[FindingReason, ...]
    alternatives: tuple[PositionRef, ...]
    credit: dict[Side, int]
    ledger: dict[Side, tuple[LedgerEntry, ...]]
    answers: dict[Side, int]
    turns_on: tuple[str, ...] = ()
    sways: tuple[tuple[VoteTurn, str], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready: every field, with the values in it likewise."""
        return asdict(self)

    def lines(self) -> list[str]:
        """The explanation line by line, unwrapped."""
        out = [f"{self.title} votes: {self.vote}."]
        for number, finding in enumerate(self.findings, start=1):
            out.extend(_finding_lines(number, finding, self.names))
        for side, worth in self.credit.items():
            if entries := self.ledger[side]:
                marks, answers = sum(entry.marks for entry in entries), self.answers[side]
                out.append(
                    f"Credit of {side}: {credit_of(marks, answers):+d} ({SPAN} x {marks:+d} marks over {answers} "
                    f"{'answer' if answers == 1 else 'answers'} and {SHRINK}, from {_entries(entries)}); positions for {side} {worth:+d}."
                )
        if self.alternatives:
            grounds = "; ".join(self.names[str(ref)] for ref in self.alternatives)
            out.append(f"Would also have come there by: {grounds}.")
        if self.turns_on:
            out.append(f"The rule found turns on: {', '.join(self.names[dial] for dial in self.turns_on)}.")
        if self.sways:
            told = "; ".join(f"{words}, {sway.vote}" for sway, words in self.sways)
            out.append(f"Had one fact been otherwise: {told}.")
        return out


def _entries(entries: tuple[LedgerEntry, ...]) -> str:
    """The faults by name, so that each can be found again; the good answers by number."""
    faults: dict[str, int] = {}
    for entry in entries:
        if entry.marks < 0:
            faults[entry.what] = faults.get(entry.what, 0) + entry.marks
    good = sum(entry.marks for entry in entries if entry.marks > 0)
    told = [f"{good:+d} for good answers"] if good else []
    return ", ".join([*told, *(f"{marks:+d} {what}" for what, marks in faults.items())])


_DONE = {Attacking.REBUT: "rebutted", Attacking.UNDERMINE: "undermined", Attacking.UNDERCUT: "undercut"}


def _plain(principle: str) -> str:
    """A principle as it is read."""
    return principle.replace("-", " ")


def _finding_lines(number: int, finding: FindingReason, names: Mapping[str, str]) -> list[str]:
    """One holding: the question and its answer, then a sum for each position that has anything, then what was not accepted."""
    winner, *others = finding.positions
    runner_up = max(others, key=lambda other: (other.support.open, other.support.total))
    tie = f", {finding.tie}" if finding.tie else ""
    score = f"({winner.support.total} to {runner_up.support.total}{tie})"
    out = [f"{number}. {finding.question} {winner.text} {score}"]
    for position in finding.positions:
        if position is winner or position.support.total or position.lost:
            out.append(f"   {names[str(position.ref)]}: {position.support.total} = {_sum(position, names)}")
            if not position.support.open:
                out.append(
                    "     not open: it is for the side that has to move the court, and counsel did not carry it at the lectern"
                )
        for lost in position.lost:
            by = "; ".join(
                f"{_DONE[defeat.kind]} by {names[defeat.attacker]}"
                + (f" ({defeat.attacker_weight} against {defeat.attacked_weight})" if defeat.attacked_weight else "")
                for defeat in lost.by
            )
            out.append(
                f"     not accepted: {names[lost.argument.id]}, {lost.argument.counts} of {lost.argument.weight}: {by}"
            )
            out.extend(f"       {offense.told(names[offense.answer])}" for offense in lost.offenses)
    return out


def _sum(position: PositionReason, names: Mapping[str, str]) -> str:
    parts = []
    if position.support.prior:
        held = " + ".join(f"{_plain(principle)} {weight}x{much}" for principle, weight, much in position.principles)
        parts.append(f"principles {position.support.prior} ({held})")
    counted = {id for _, id, _ in position.support.best}
    urging = [*position.accepted, *(lost.argument for lost in position.lost)]
    parts.extend(argument.told(names[argument.id]) for argument in urging if argument.id in counted)
    if position.support.credit:
        parts.append(f"credit {position.support.credit:+d}")
    return " + ".join(parts) or "nothing"
