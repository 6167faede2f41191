"""Rewrite the golden playthroughs, forms and rulings. Read the diff before you commit it: it is a change of the rules or of a case."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import moot
from moot.files.folders import list_cases
from tests.bench import test_as_they_judged
from tests.case import test_stock_as_made
from tests.golden.forms import FORMS, HOME, form
from tests.golden.playthrough import playthrough
from tests.opinion import as_written
from tests.proof import as_proved
from tests.round import test_drawn, test_rules_as_they_are
from tests.score import as_scored

for id in sorted(list_cases()):
    case = moot.load_case(id)
    if case.historical:
        (ROOT / "tests" / "golden" / f"{id}.txt").write_text(playthrough(case), encoding="utf-8")
        print(f"wrote tests/golden/{id}.txt")

HOME.mkdir(exist_ok=True)
for name in FORMS:
    (HOME / name).write_text(form(name), encoding="utf-8")
    print(f"wrote tests/golden/forms/{name}")

as_written.HOME.mkdir(exist_ok=True)
for name, text in as_written.texts().items():
    (as_written.HOME / f"{name}.txt").write_text(text(), encoding="utf-8")
    print(f"wrote tests/opinion/written/{name}.txt")

as_proved.GOLDEN.write_text("".join(map(as_proved.text_of, as_proved.PROVED)), encoding="utf-8")
print("wrote tests/proof/as_proved.txt")

as_scored.GOLDEN.write_text("".join(as_scored.text_of(*drawn) for drawn in as_scored.SCORED), encoding="utf-8")
print("wrote tests/score/as_scored.txt")

test_drawn.write()
print("wrote tests/round/drawn.txt")

test_stock_as_made.write()
print("wrote tests/case/stock.txt")

test_rules_as_they_are.write()
print("wrote tests/round/rules.txt")

test_as_they_judged.write()
print("wrote tests/bench/judged.txt")
