"""Cards of sittings drawn by seed, as text: `tests/score/as_scored.txt`. `scripts/goldens.py` writes it again."""

from __future__ import annotations

import json
from pathlib import Path

import moot
from moot.case import Side
from moot.score.as_dict import ballot_dict
from moot.score.ballot import ballot, speaker_ballots
from moot.score.marks import marks
from moot.score.sway import sway

GOLDEN = Path(__file__).parent / "as_scored.txt"

SCORED: tuple[tuple[str, str, str, int, int], ...] = (
    ("first-argument", "three", "quick", 1, 400),
    ("first-argument", "three", "quick", 2, 9),
    ("first-argument", "fictional", "jessup", 3, 400),
    ("lark-river", "three", "jessup", 4, 400),
    ("lark-river", "fictional", "amca", 5, 31),
    ("brower-v-inyo", "lewis-1998", "quick", 6, 400),
    ("sacramento-v-lewis", "lewis-1998", "quick", 7, 400),
    ("wilson-v-layne", "three", "scotus-1997", 8, 55),
)
"""Case, bench, format, seed, and after how many moves it is scored at the latest."""


def name_of(case: str, bench: str, format: str, seed: int, most: int) -> str:
    """The name of an entry."""
    return f"{case}, {bench}, {format}, seed {seed}, {most} moves at most"


def text_of(case: str, bench: str, format: str, seed: int, most: int) -> str:
    """An entry: its name, and the card below it."""
    round = moot.Round(moot.load_case(case), moot.load_bench(bench), seed=seed, format=format)
    whole = round.copy()
    whole.play_out(petitioner=moot.counsel.Novice(seed), respondent=moot.counsel.Novice(seed + 1))
    for move in whole.line[:most]:
        round.push(move)
    card = moot.score(round)
    lines = [f"== {name_of(case, bench, format, seed, most)}", f"{len(round.line)} moves", repr(card)]
    told = card.to_dict()
    lines += [
        json.dumps({key: mark[key] for key in ("ply", "said", "opinion", "treatment", "pin")}) for mark in told["marks"]
    ]
    lines += [mark.holding for mark in marks(round)[:5]]
    for side in Side:
        assert ballot(round, side) == card.ballots[side]
        lines.append(
            f"{side}: {card.ballots[side].told}, {card.ballots[side].opportunities} opportunities, {told['ballot'][side]['enough']}"
        )
        for name, one in told["ballot"][side]["items"].items():
            lines.append(f"  {name}: {one['earned']} of {one['out_of']}, {one['opportunities']}")
            lines += [f"    {loss['ply']} {loss['move']} {loss['points']} {loss['why']}" for loss in one["losses"]]
        lines += [
            f"  speaker {number}: {json.dumps(ballot_dict(one))}"
            for number, one in speaker_ballots(round, side).items()
        ]
    lines.append(json.dumps(told["result"]))
    lines += card._repr_markdown_().splitlines()
    outcome = round.outcome()
    if outcome is not None:
        lines += [f"{side} moved {moved.votes} votes: {moved}" for side, moved in sway(outcome.ruling).items()]
    return "\n".join(lines) + "\n"


def golden() -> dict[str, str]:
    """The entries as they were written."""
    blocks = GOLDEN.read_text(encoding="utf-8").split("== ")[1:]
    return {block.partition("\n")[0]: f"== {block}" for block in blocks}
