"""For whom a case was decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.bench.conference import confer
from moot.bench.ruling import JudgmentBy
from moot.case import NOTHING_HEARD, Disposition, Side
from moot.round.outcome import Outcome
from tests import support as small

RULING = confer(small.case(), small.bench(small.judge("j")), NOTHING_HEARD)


@pytest.mark.parametrize(
    ("won", "disposition", "by", "winner"),
    [
        (Side.RESPONDENT, Disposition.AFFIRMED, JudgmentBy.OPINION, Side.RESPONDENT),
        (Side.RESPONDENT, Disposition.REVERSED, JudgmentBy.PLURALITY, Side.PETITIONER),
        (Side.RESPONDENT, Disposition.REVERSED_IN_PART, JudgmentBy.NO_LEAD, Side.PETITIONER),
        (Side.PETITIONER, Disposition.AFFIRMED, JudgmentBy.OPINION, Side.PETITIONER),
        (Side.PETITIONER, Disposition.VACATED_AND_REMANDED, JudgmentBy.OPINION, Side.RESPONDENT),
        (Side.RESPONDENT, Disposition.AFFIRMED, JudgmentBy.DIVIDED, None),
    ],
)
def test_the_side_that_lost_below_wins_what_disturbs_the_judgment(won, disposition, by, winner) -> None:
    case = replace(RULING.case, below=replace(RULING.case.below, won=won))
    outcome = Outcome(replace(RULING, case=case, disposition=disposition, judgment_by=by))
    assert outcome.winner is winner
    assert outcome.reason is by
    told = outcome.to_dict()
    assert (told["winner"], told["reason"]) == (winner and winner.value, by.value)
    assert told["ruling"]["disposition"] == disposition.value
    assert repr(outcome) == f"<Outcome {disposition}, {by}>"
    whom = f"Decided for the {winner}." if winner else "The court is equally divided."
    assert outcome._repr_markdown_().startswith(f"{whom}\n\n**Small v. Small**")
