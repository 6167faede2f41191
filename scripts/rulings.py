"""Write docs/rulings: one complete ruling of each real case and of lark-river, an application in a format of two speakers, from a sitting whose seed the page states.

Run it after a change of the weighing, of a case or of how opinions are written, and read what it writes before you commit it.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import moot
from moot.counsel import Greedy, Novice
from moot.opinion import ruling_document
from moot.round.players import Player

SITTINGS: dict[str, tuple[int, Player, Player]] = {
    "atwater-v-lago-vista": (4, Novice(4), Greedy()),
    "brower-v-inyo": (4, Greedy(), Novice(4)),
    "lark-river": (9, Greedy(), Greedy()),
    "sacramento-v-lewis": (4, Greedy(), Greedy()),
    "washington-v-glucksberg": (5, Greedy(), Greedy()),
    "wilson-v-layne": (3, Greedy(), Greedy()),
}
"""The seed of each case's sitting, and who argues it, petitioner first."""

FOLDER = ROOT / "docs" / "rulings"


def page(id: str) -> str:
    """The page of one case: how to hold the sitting again, and its ruling."""
    seed, petitioner, respondent = SITTINGS[id]
    case = moot.load_case(id)
    form = "scotus-1997" if case.real else None
    round = moot.Round(case, moot.load_bench(case.bench), seed=seed, format=form)
    outcome = round.play_out(petitioner=petitioner, respondent=respondent)
    names = " and ".join(type(player).__name__.lower() for player in (petitioner, respondent))
    head = f"<!-- Written by scripts/rulings.py: {id}, bench {case.bench}, format {round.format.id}, seed {seed}; argued by {names}. -->\n\n"
    return head + ruling_document(outcome.ruling).markdown()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for id in SITTINGS:
        (FOLDER / f"{id}.md").write_text(page(id), encoding="utf-8")
        print(f"wrote docs/rulings/{id}.md")
