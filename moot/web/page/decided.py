"""What the page shows once the case is decided: the conference, and the debrief after one question.

:class:`~moot.web.page.face.Face` imports this when it is wanted, so that the first choice does not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from moot.bench.ruling import Ruling
from moot.errors import MootError
from moot.plain.closing import after, decided
from moot.plain.debrief import prompt_lines
from moot.plain.sides import side_lines
from moot.report.build import report
from moot.report.debrief import debrief
from moot.report.sides import side_by_side
from moot.report.values import MarkReport
from moot.web.page import written

if TYPE_CHECKING:
    from moot.web.page.face import Data, Face

__all__ = ["conference", "debriefed"]


def conference(face: Face) -> Data:
    """The votes and the ruling, and one question before the debrief, once the case is decided."""
    round, ruling, human = face.session.round, _ruling(face), face.session.human
    face.page.put(decided(round, ruling))
    face.debriefs = [debrief(round, side) for side in face.sides]
    face.asked = face.debriefs[0].prompt if human is not None else None
    if face.asked is not None:
        face.page.put(prompt_lines(face.asked))
        face.page.prompt()
    asked = {"question": face.asked.question, "options": list(face.asked.options)} if face.asked else None
    return written.decision(round) | {"ruling": written.ruling(ruling), "asked": asked}


def debriefed(face: Face, number: int = 0) -> Data:
    """The debrief and the rest, after the answer to the one question (from 1; 0 skips it). The transcript is then whole."""
    round, ruling = face.session.round, _ruling(face)
    reply = ""
    if face.asked is not None:
        face.page.echo(str(number) if number else "")
        if 1 <= number <= len(face.asked.options):
            reply = face.asked.reply(number - 1)
            face.page.say(reply)
    paras = list(after(round, face.debriefs, face.session.human))
    if face.session.human is None and (both := side_by_side(report(round))) is not None:
        paras = [*side_lines(both), *paras]
    face.page.put(paras)
    told = report(round)
    totals = {card.side.value: card.told for card in told.ballots if card.side in face.sides}
    return {
        "reply": reply,
        "sections": written.told(paras, "debrief", "Debrief"),
        "retries": [
            {"ply": mistake.ply, "judge": mistake.judge, "question": mistake.question}
            for each in face.debriefs
            for mistake in each.mistakes
        ],
        "ballots": totals,
        "cited": _cited(face, told.marks),
        "result": f"{ruling.disposition.value}, {ruling.votes_for} to {ruling.votes_against}",
    }


def _cited(face: Face, marks: Sequence[MarkReport]) -> list[Data]:
    """The passages of the opinions really written that the debrief cites, in its order, each once."""
    passages = [
        (mistake.court.opinion, mistake.court.holding, mistake.court.lead)
        for each in face.debriefs
        for mistake in each.mistakes
        if mistake.court is not None
    ]
    passages += [
        (mark.opinion, mark.holding, f"{mark.treatment.value}: {mark.words}")
        for mark in marks
        if mark.holding and mark.side in face.sides
    ]
    found: dict[tuple[str, str], Data] = {}
    for opinion, holding, told in passages:
        found.setdefault((opinion, holding), {"opinion": opinion, "holding": holding, "told": told})
    return list(found.values())


def _ruling(face: Face) -> Ruling:
    outcome = face.session.round.outcome()
    if outcome is None:
        raise MootError("The case is not decided yet.")
    return outcome.ruling
