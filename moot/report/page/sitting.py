"""Everything a report of one sitting tells, gathered once; HTML and Markdown render it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from moot.case import Side
from moot.report.build import report
from moot.report.debrief import Debrief, debrief
from moot.report.leaning import Leaning, Speaker, Turn, leanings, speakers, turns
from moot.report.reader import ReadOpinion, library
from moot.report.sway import sway_lines
from moot.report.transcript import Speech, transcript
from moot.report.values import SittingReport
from moot.round.round import Round

__all__ = ["Told", "gather"]


@dataclass(frozen=True, slots=True)
class Told:
    """One sitting, told whole. ``human`` is the side a person argued, None for both; ``debriefs`` is empty until the case is decided.

    ``facts`` are pairs of a word and a value for the head of the report; ``sway`` has the lines on what each side moved.
    """

    sitting: SittingReport
    human: Side | None
    facts: tuple[tuple[str, str], ...]
    debriefs: tuple[Debrief, ...]
    sway: tuple[tuple[str, ...], ...]
    leanings: tuple[Leaning, ...]
    turns: tuple[Turn, ...]
    speakers: tuple[Speaker, ...]
    transcript: tuple[Speech, ...]
    opinions: tuple[ReadOpinion, ...]

    @property
    def result(self) -> str:
        """The result in a sentence."""
        if self.debriefs and self.human is not None:
            return self.debriefs[0].result
        ruling = self.sitting.ruling
        if ruling is None:
            return "The argument is not finished."
        return (
            f"{ruling.disposition.value.capitalize()}, {ruling.votes_for} to {ruling.votes_against}, {ruling.carried}."
        )


def gather(round: Round, folder: Path | None, human: Side | None = None, facts: Sequence[tuple[str, str]] = ()) -> Told:
    """Everything about a round. ``folder`` is where its case file lies, for the texts of the opinions; ``facts`` come first in the head."""
    told = report(round)
    sides = (human,) if human is not None else tuple(Side)
    decided = round.position.decided
    return Told(
        sitting=told,
        human=human,
        facts=(
            *facts,
            ("Bench", ", ".join(judge.title for judge in round.bench.judges)),
            ("Format", round.format.title),
            ("How hard the bench pressed", round.heat),
            ("Seed", str(round.seed)),
        ),
        debriefs=tuple(debrief(round, side) for side in sides) if decided else (),
        sway=tuple(tuple(sway_lines(each, human)) for each in told.sway if human in (None, each.side)),
        leanings=leanings(round),
        turns=turns(round),
        speakers=speakers(round),
        transcript=transcript(round),
        opinions=library(round.case, round.bench, folder) if folder is not None else (),
    )
