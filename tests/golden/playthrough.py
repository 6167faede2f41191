"""A golden playthrough: the historical line of a case, move by move, as text. A change of rules shows as a diff."""

from __future__ import annotations

import moot
from moot.case import BENCH, Case
from moot.round.clock import clock_face
from moot.round.round import Round


def playthrough(case: Case) -> str:
    """The historical line before the case's own bench: clock, phase, choices, move; then the ruling and the ballots."""
    round = Round(case, moot.load_bench(case.bench))
    lines = [f"{case.caption} before {case.bench}, {round.format.id}, version {case.version}", ""]
    assert case.historical is not None
    for move in case.historical.line:
        place = round.position
        mover = "bench" if round.turn == BENCH else str(round.turn)
        lines.append(
            f"{round.ply:3} {clock_face(place.clock):>5} {place.phase.value:22} {mover:10} {len(round.legal):3} choices  {move}"
        )
        round.push(move)
    ruling = round.outcome().ruling
    lines += ["", f"{ruling.disposition}, {ruling.votes_for} to {ruling.votes_against}, {ruling.judgment_by}"]
    for opinion in ruling.opinions:
        joined = ", ".join(opinion.joined) or "alone"
        walk = " > ".join(f"{step.issue}.{step.position}" for step in opinion.walk)
        lines.append(f"{opinion.number} {opinion.author} ({joined}), {opinion.kind}, on {opinion.ground}")
        lines.append(f"    {walk}")
    lines.append("")
    for judge in ruling.bench.judges:
        reasoning = ruling.reasonings[judge.id]
        margins = " ".join(f"{step.issue}:{reasoning.margin(step.issue)}" for step in reasoning.walk)
        lines.append(f"{judge.id:10} {ruling.standings[judge.id].role:28} {margins}")
    lines.append("")
    card = moot.score(round)
    for side, ballot in card.ballots.items():
        items = "  ".join(f"{item.name} {float(item.earned):.1f}/{float(item.out_of):.1f}" for item in ballot.items)
        lines.append(f"{side:10} {float(ballot.total):5.1f}  {items}")
    return "\n".join(lines) + "\n"
