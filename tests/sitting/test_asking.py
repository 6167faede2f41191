"""What the bench has asked about, and what it has not."""

from __future__ import annotations

import moot
from moot.counsel import Scripted
from moot.round import moves
from moot.sitting.showing.asking import issues_told


def test_an_issue_is_told_as_argued_and_asked_about_when_it_has_been() -> None:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench), seed=3)
    assert {told.told for told in issues_told(round, 0).values()} == {"not argued; nothing asked"}
    round.play_out(Scripted(), Scripted())
    told = issues_told(round, round.ply)
    asks = sum(isinstance(move, moves.Ask) for move in round.line)
    assert asks
    assert 0 < max(each.asked for each in told.values()) <= asks
    argued = {
        ref.issue
        for move in round.line
        if isinstance(move, moves.Plead)
        for ref in case.point[move.point].argument.urges
    }
    assert {id for id, each in told.items() if each.sides} == argued
    assert any(each.told.startswith("argued by both sides; ") for each in told.values())


def test_what_has_not_been_told_yet_is_not_counted() -> None:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench), seed=3)
    round.play_out(Scripted(), Scripted())
    first = next(ply for ply, move in enumerate(round.line) if isinstance(move, moves.Ask))
    assert not any(each.asked for each in issues_told(round, first).values())
    assert any(each.asked for each in issues_told(round, first + 1).values())
