"""How a judge speaks to counsel: by the name the case file gives, once, and with a capital where the line begins with it."""

from __future__ import annotations

import re
from dataclasses import replace

import moot
from moot.case import Side
from moot.case.case import last_name
from moot.files.folders import list_cases
from moot.round import moves
from moot.sitting.events import Asked
from moot.sitting.words.spoken import asked_text, filled


def _round(**addressed: tuple[str, ...]) -> moot.Round:
    case = moot.load_case("sacramento-v-lewis")
    case = replace(
        case,
        **{side: replace(case.party(Side(side)), addressed=names) for side, names in addressed.items()},
    )
    round = moot.Round(case, moot.load_bench(case.bench), seed=9, format="quick")
    round.play_out(petitioner=moot.counsel.Novice(9), respondent=moot.counsel.Novice(9))
    return round


def test_a_line_began_with_counsel_in_small_letters() -> None:
    round = _round(petitioner=(), respondent=())
    assert filled("{counsel}, one question.", round, 3) == "Counsel, one question."
    assert filled("Hold on, {counsel}.", round, 3) == "Hold on, counsel."


def test_the_bench_called_everyone_counsel() -> None:
    round = _round()
    sides = {"Mr. Cassidy": Side.PETITIONER, "Mr. Hedlund": Side.RESPONDENT}
    found = []
    for ply, move in enumerate(round.line, 1):
        if isinstance(move, moves.Ask):
            judge = move.by or round.askers(move.question)[0]
            said = asked_text(round, Asked(ply, judge, move.question, broke_in=True))
            turn = round.rules.segment(round.positions[ply - 1].state)
            for name in re.findall(r"Mr\. (?:Cassidy|Hedlund)", said):
                assert turn is not None
                assert sides[name] is turn.side, said
                found.append(name)
            assert len(re.findall(r"Mr\. (?:Cassidy|Hedlund)", said)) < 2, said
    assert found


def test_the_bench_said_cordray_to_fletcher_hill() -> None:
    """Of two counsel in one string the lectern showed the last, and the judges spoke to the first."""
    for name in list_cases():
        case = moot.load_case(name)
        for side in Side:
            party = case.party(side)
            for speaker, called in zip(party.speakers, party.addressed, strict=False):
                assert last_name(called) == last_name(speaker), (name, side)
