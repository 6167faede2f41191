"""A round as a notebook shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.case.language.markdown import literal
from moot.round.clock import clock_face

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["round_markdown"]

_SHOWN = 12
"""So many legal moves are listed."""


def round_markdown(round: Round) -> str:
    """Where the round stands, whose turn it is, and the legal moves, as Markdown."""
    head = f"**{literal(round.case.caption)}**, before {literal(round.bench.title)}"
    state = f"{round.format.title}; the bench is {round.heat}; seed {round.seed}; {round.ply} moves made"
    if round.turn is None:
        outcome = round.outcome()
        assert outcome is not None
        return f"{head}\n\n{literal(state)}\n\n{outcome._repr_markdown_()}"
    where = f"{round.position.phase}; {clock_face(round.clock)} left; the {round.turn} is to move"
    asked = f"> {literal(round.pending.text)}\n\n" if round.pending else ""
    moves = [f"- {literal(move)}" for move in round.legal[:_SHOWN]]
    more = len(round.legal) - len(moves)
    listed = "\n".join([*moves, *([f"- and {more} more"] if more else [])])
    return f"{head}\n\n{literal(state)}\n\n{literal(where)}\n\n{asked}{listed}"
