"""The certificate: what was proved of a case, in numbers, and how far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from moot.case.language.markdown import literal, table
from moot.errors import Diagnostic
from moot.round.moves import Move

__all__ = ["Certificate", "Dead", "Verdict"]

Verdict = Literal["PROVED", "BOUNDED", "SAMPLED", "FAILED"]


@dataclass(frozen=True, slots=True)
class Dead:
    """Something in a case that no line of play can reach or use.

    ``what`` is the kind of thing (point, question, answer, position, branch, attack, choices) and ``id`` its name. ``exact``
    is true where every line was covered, and false for an estimate from sampled lines.
    """

    code: str
    what: str
    id: str
    reason: str
    exact: bool = True

    def to_dict(self) -> dict[str, Any]:
        """As `moot check --json` prints it."""
        return {"code": self.code, "what": self.what, "id": self.id, "reason": self.reason, "exact": self.exact}


@dataclass(frozen=True)
class Certificate:
    """What was found by going through the lines of a case.

    ``verdict`` is PROVED when every line was covered and every one reaches a ruling, BOUNDED when the cover ends at
    ``depth`` moves, SAMPLED when only that many seeded lines (``paths``) were played, and FAILED when something is wrong:
    then ``problems`` says what and ``counterexample`` is a shortest line that shows it.

    ``control_states`` leave out the clock, ``states`` have it; ``moves`` are the legal moves of all states, ``paths`` the
    number of complete lines, exact, who asks not counted. ``shortest``, ``longest`` and ``mean`` are lengths in moves.

    ``findings`` are, for every judge and issue, the positions that cannot be ruled out (:mod:`moot.proof.bounds`); None where
    no judges were given or not every line was covered.
    """

    verdict: Verdict
    case: str
    format: str
    bench: str | None
    control_states: int
    states: int
    moves: int
    paths: int
    shortest: int
    longest: int
    mean: Fraction
    every_path_reaches_a_ruling: bool
    clock_never_negative: bool
    dead: tuple[Dead, ...]
    seconds: float
    problems: tuple[Diagnostic, ...] = ()
    counterexample: tuple[Move, ...] = ()
    depth: int | None = None
    findings: Mapping[str, Mapping[str, tuple[str, ...]]] | None = field(default=None, repr=False)

    def __bool__(self) -> bool:
        """Whether every line was covered and found good."""
        return self.verdict == "PROVED"

    def to_dict(self) -> dict[str, Any]:
        """As `moot check --json` prints it; ``paths`` is text because it passes what other programs hold exactly."""
        return {
            "verdict": self.verdict,
            "format": self.format,
            "bench": self.bench,
            "control_states": self.control_states,
            "states": self.states,
            "moves": self.moves,
            "paths": str(self.paths),
            "shortest": self.shortest,
            "longest": self.longest,
            "mean": round(float(self.mean), 6),
            "every_path_reaches_a_ruling": self.every_path_reaches_a_ruling,
            "clock_never_negative": self.clock_never_negative,
            "depth": self.depth,
            "dead": [dead.to_dict() for dead in self.dead],
            "counterexample": [str(move) for move in self.counterexample],
            "seconds": round(self.seconds, 3),
        }

    def __repr__(self) -> str:
        return f"<Certificate {self.verdict} {self.case} ({self.format}), {self.states:,} states>"

    def _repr_markdown_(self) -> str:
        """The certificate in a notebook: the verdict in words, and the figures."""
        verdict, *_ = str(self).splitlines()
        figures = [
            ("control states", f"{self.states:,}"),
            ("moves", f"{self.moves:,}"),
            ("complete lines", f"{self.paths:,}"),
            ("shortest, mean and longest line", f"{self.shortest}, {float(self.mean):.2f} and {self.longest} moves"),
            ("dead content", len(self.dead)),
        ]
        return f"**{literal(verdict)}**\n\n{table((f'{self.case}, {self.format}', ''), figures)}"

    def __str__(self) -> str:
        lines = {
            "PROVED": "PROVED: every line was covered, and every one reaches a ruling.",
            "BOUNDED": f"BOUNDED: every line was covered for its first {self.depth} moves, and no further.",
            "SAMPLED": f"SAMPLED: {self.paths:,} seeded lines were played; nothing is proved.",
            "FAILED": "FAILED: " + "; ".join(problem.message for problem in self.problems[:1]) + ".",
        }
        rows = [
            lines[self.verdict],
            f"  {self.states:,} states, {self.moves:,} moves, {self.paths:,} complete lines",
            f"  shortest {self.shortest}, longest {self.longest}, mean {float(self.mean):.2f} moves ({self.format})",
        ]
        if self.counterexample:
            rows.append("  " + "; ".join(str(move) for move in self.counterexample))
        return "\n".join(rows)
