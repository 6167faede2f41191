"""A point that a concession has struck or withdrawn, or that counsel has taken back, is worth nothing and is not offered."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.case import Case, Concession, ConcessionKind, Manner
from moot.errors import IllegalMove
from moot.files.folders import list_cases
from moot.round import moves
from moot.round.draw import Dice
from moot.round.round import Round
from moot.testing import cases
from tests import support as small
from tests.proof.made import ANYONE

FACT, LAW = ConcessionKind.FACT, ConcessionKind.LAW


def conceding(kind: ConcessionKind, *gone: str, **more) -> Case:
    """Petitioner may plead p1, p2 under one head and b1 in rebuttal; the answer q1.a to the question on p1 concedes."""
    gives = small.answer("q1.a", Manner.CONCEDE, concedes=Concession(kind, "That.", gone), **more)
    back = small.answer("q2.a", retracts=("q1.a",))
    return small.case(
        small.point("p1", small.PETITIONER, "pa", questions=(small.question("q1", gives, small.answer("q1.b")),)),
        small.point("p2", small.PETITIONER, "pa", questions=(small.question("q2", back, small.answer("q2.b")),)),
        small.point("p3", small.PETITIONER, "pa"),
        small.point("r1", small.RESPONDENT, "ra", "merits.no"),
        small.point("r2", small.RESPONDENT, "ra", "merits.no"),
        small.point("b1", small.PETITIONER, replies_to=("r1",)),
    )


def played(case: Case, *line: str) -> Round:
    round = Round(case, ANYONE, format="quick")
    for move in ("roadmap pa reserve 1", *line):
        round.push(move)
    return round


@pytest.mark.parametrize("kind", [FACT, LAW])
def test_a_point_conceded_away_is_not_offered_again(kind) -> None:
    round = played(conceding(kind, "p2"), "plead p1", "ask q1", "answer q1.a", "pass")
    assert moves.Plead("p2") not in round.legal
    assert moves.Plead("p3") in round.legal
    with pytest.raises(IllegalMove, match="conceded away or taken back"):
        round.push("plead p2")


@pytest.mark.parametrize("kind", [FACT, LAW])
def test_a_point_conceded_away_while_it_is_argued_is_not_resumed(kind) -> None:
    round = played(conceding(kind, "p1"), "plead p1", "ask q1", "answer q1.a", "pass")
    assert moves.Resume() not in round.legal
    with pytest.raises(IllegalMove, match="conceded away or taken back"):
        round.push("resume")
    kept = played(conceding(kind, "p2"), "plead p1", "ask q1", "answer q1.a", "pass")
    assert moves.Resume() in kept.legal


def test_a_concession_of_fact_strikes_the_other_sides_point_and_a_rebuttal() -> None:
    said = ("plead p1", "ask q1", "answer q1.a", "pass", "sit", "roadmap ra reserve 0")
    round = played(conceding(FACT, "r2", "b1"), *said)
    assert moves.Plead("r2") not in round.legal
    for move in ("plead r1", "pass", "sit"):
        round.push(move)
    assert [str(move) for move in round.legal] == ["sit"]


def test_a_concession_of_law_taken_back_brings_the_point_back_and_one_of_fact_does_not() -> None:
    said = ("plead p1", "ask q1", "answer q1.a", "pass", "plead p2", "ask q2", "answer q2.a", "pass")
    law, fact = (played(conceding(kind, "p3"), *said) for kind in (LAW, FACT))
    assert moves.Plead("p3") in law.legal
    assert moves.Plead("p3") not in fact.legal
    # What the bench has heard says the same: a concession of fact, once made, binds everyone.
    assert (law.position.heard.conceded, fact.position.heard.conceded) == (set(), {"p3"})
    assert law.position.heard.retracted == fact.position.heard.retracted == {"q1.a"}


def test_a_point_that_is_taken_back_before_it_is_argued_is_not_offered() -> None:
    """The control state could forget what is taken back, and only what is conceded was tried."""
    back = small.answer("q1.a", retracts=("p2",))
    case = small.case(
        small.point("p1", small.PETITIONER, "pa", questions=(small.question("q1", back, small.answer("q1.b")),)),
        small.point("p2", small.PETITIONER, "pa"),
        small.point("r1", small.RESPONDENT, "ra", "merits.no"),
    )
    kept, gone = (played(case, "plead p1", "ask q1", f"answer {id}", "pass") for id in ("q1.b", "q1.a"))
    assert moves.Plead("p2") in kept.legal
    assert moves.Plead("p2") not in gone.legal
    with pytest.raises(IllegalMove, match="conceded away or taken back"):
        gone.push("plead p2")


def test_counsel_who_has_conceded_everything_may_still_sit() -> None:
    round = played(conceding(LAW, "p1", "p2", "p3"), "plead p1", "ask q1", "answer q1.a", "pass")
    assert [str(move) for move in round.legal] == ["sit"]


def agrees(case: Case, bench, seed: int, form: str) -> bool:
    """Along one random line, what is offered is what counts for something; whether a concession came up."""
    dice, seen = Dice("withdrawn", seed), False
    round = Round(case, bench, seed=seed, format=form)
    while legal := list(round.legal):
        gone = round.position.heard.withdrawn
        seen |= bool(gone)
        assert not [move for move in legal if isinstance(move, moves.Plead) and move.point in gone]
        if moves.Resume() in legal:
            assert round.position.state.point not in gone
        if not round.position.state.bench and not round.position.state.pending and round.position.state.head:
            for point in case.points_under[round.position.state.head]:
                open_ = point.id not in round.position.state.said and not point.when
                if open_ and point.id not in gone:
                    assert moves.Plead(point.id) in legal
            last = round.line[-1]
            if isinstance(last, moves.Pass) and not round.position.state.cut:
                half = [id for id in round.position.heard.half if id in round.position.state.said]
                before = round.positions[-2].state.point
                assert before not in half or before in gone
        round.push(legal[dice.below(len(legal))])
    assert round.problems() == []
    return seen


@pytest.mark.parametrize("id", list_cases())
def test_no_shipped_case_offers_what_is_worth_nothing(id: str) -> None:
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    seen = [agrees(case, bench, seed, "scotus-1997") for seed in range(30)]
    giving = [each.id for each in case.answers.values() if each.concedes is not None and each.concedes.gives_up]
    assert any(seen) or len(giving) <= 1, "a case with one concession of law, or none, seldom or never sees it made"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(), st.integers(0, 99))
def test_no_case_made_by_chance_offers_what_is_worth_nothing(case, seed) -> None:
    agrees(case, ANYONE, seed, "quick")
