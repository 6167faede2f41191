"""A case played while it is being written: both counsel and the bench are played by hand, and the choices outlive a save."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from moot.bench.conference import confer
from moot.bench.persona import Bench
from moot.case import Case
from moot.case.difference import renamed
from moot.errors import MootError, did_you_mean
from moot.proof.historical.line import Fault, walk_line
from moot.proof.reference.compile import allowed_transitions
from moot.round.formats import Format
from moot.round.moves import Move, parse_move
from moot.round.rules import rules_for
from moot.sitting.renaming import with_ids
from moot.study.starting import starting_line

__all__ = ["Preview", "Replayed"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of the remembered choices: how many stand of how many, and why the next does not (None: all stand).

    ``followed`` are choices whose id has changed: the old notation and the new.
    """

    stand: int
    of: int
    fault: Fault | None
    followed: tuple[tuple[str, str], ...] = ()


class Preview:
    """A case, and the choices made in it so far. ``round`` is where they lead in the case as it is now.

    ``remembered`` may be longer than the line of the round: what no longer stands is kept until another choice is made, so that
    putting the case right brings it back.
    """

    def __init__(self, case: Case, bench: Bench, format: str | Format | None = None) -> None:
        self.case, self.bench, self.format = case, bench, format
        self.remembered: list[str] = []
        self.round = walk_line(case, bench, line=(), format=format).round

    @property
    def rest(self) -> tuple[str, ...]:
        """The remembered choices that do not stand now."""
        return tuple(self.remembered[self.round.ply :])

    def load(self, case: Case, bench: Bench) -> Replayed:
        """Take the case as it is now, and play the remembered choices again as far as they stand."""
        followed = _followed(self.remembered, self.case, case)
        line = [dict(followed).get(text, text) for text in self.remembered]
        self.case, self.bench = case, bench
        walk = walk_line(case, bench, line=line, format=self.format)
        self.round, self.remembered = walk.round, line
        return Replayed(walk.round.ply, len(line), walk.fault, followed)

    def choose(self, move: Move) -> None:
        """Make a choice, from here on. Raises :class:`~moot.errors.MoveError` where it is not legal."""
        self.round.push(move)
        self.remembered = [str(each) for each in self.round.line]

    def back(self, count: int = 1) -> None:
        """Take back the last choices; at the beginning, nothing."""
        for _ in range(min(count, self.round.ply)):
            self.round.pop()
        self.remembered = [str(each) for each in self.round.line]

    def go(self, at: str, said: Iterable[str] = ()) -> None:
        """Go to a point or a question, with this said before it. Raises :class:`~moot.errors.MootError` where there is no way."""
        said = tuple(said)
        _known(at, {**self.case.point, **self.case.questions}, "point or question")
        for id in said:
            _known(id, {**self.case.point, **self.case.answers}, "point or answer")
        rules = rules_for(self.case, self.format)
        line = starting_line(rules, allowed_transitions(rules, self.case, self.bench), at, said)
        if line is None:
            having = f" once {', '.join(f'`{id}`' for id in said)} is said" if said else ""
            raise MootError(f"no way was found to `{at}`{having}; `moot check` says what can never be reached")
        self.remembered = [str(move) for move in line]
        self.round = walk_line(self.case, self.bench, line=self.remembered, format=self.format).round

    @property
    def vote(self) -> str:
        """What the court would do if the argument ended here."""
        ruling = confer(self.case, self.bench, self.round.position.heard)
        return f"{ruling.disposition}, {max(ruling.votes_for, ruling.votes_against)} to {min(ruling.votes_for, ruling.votes_against)}"


def _known(id: str, names: dict[str, object], kind: str) -> None:
    if id not in names:
        near = did_you_mean(id, names)
        raise MootError(f"no {kind} of the case is called `{id}`" + (f"; did you mean `{near}`?" if near else ""))


def _followed(line: Iterable[str], old: Case, new: Case) -> tuple[tuple[str, str], ...]:
    """The moves of a line whose head, point, question or answer has another id now: as they were written, and as they are."""
    ids = renamed(old, new)
    now = {text: str(with_ids(parse_move(text), ids)) for text in line}
    return tuple((was, made) for was, made in now.items() if was != made)
