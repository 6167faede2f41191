"""For every shipped case and bench: what must hold on any line at all."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.case import BENCH
from moot.counsel import Novice
from moot.files.folders import list_benches, list_cases
from moot.round import moves

SHIPPED = [(case, bench) for case in sorted(list_cases()) for bench in sorted(list_benches())]
LONGEST = 400
"""No line can be longer: each point, question and answer comes at most once, with a pass for each."""

calm = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda pair: f"{pair[0]} before {pair[1]}")
def sitting(request):
    case, bench = request.param
    return moot.load_case(case), moot.load_bench(bench)


formats = st.sampled_from(["quick", "scotus-1997", "amca"])


@calm
@given(data=st.data(), form=formats)
def test_any_line_reaches_a_ruling_within_the_bound(sitting, data, form) -> None:
    round = moot.Round(*sitting, format=form)
    while round.turn is not None:
        legal = list(round.legal)
        assert legal
        assert round.position.clock >= 0
        round.push(data.draw(st.sampled_from(legal)))
        assert round.ply <= LONGEST
    ruling = round.outcome().ruling
    assert set(ruling.standings) == {judge.id for judge in round.bench.judges}
    assert round.problems() == []


@calm
@given(data=st.data(), form=formats)
def test_push_then_pop_is_identity(sitting, data, form) -> None:
    round = moot.Round(*sitting, format=form)
    for _ in range(data.draw(st.integers(0, 40))):
        if round.turn is None:
            break
        before, line = round.position, round.line
        for move in round.legal if round.ply else list(round.legal)[:5]:
            round.push(move)
            assert round.pop() == move
            assert round.position == before
            assert round.line == line
        round.push(data.draw(st.sampled_from(list(round.legal))))


@settings(calm, max_examples=4)  # every move of the case is tried at each of thirty positions
@given(seed=st.integers(0, 10**6), form=formats)
def test_legal_is_exactly_what_push_accepts(sitting, seed, form) -> None:
    case, bench = sitting
    round = moot.Round(case, bench, seed=seed, format=form)
    everything = (
        [moves.Plead(point.id) for point in case.points]
        + [moves.Ask(id) for id in case.questions]
        + [moves.GiveAnswer(id) for id in case.answers]
        + [moves.Turn(head.id) for head in case.heads]
        + [moves.Resume(), moves.Sit(), moves.Pass(), moves.Roadmap((case.heads[0].id, case.heads[1].id), 0)]
    )
    novice = Novice(seed)
    for _ in range(30):
        if round.turn is None:
            break
        legal = set(round.legal)
        for move in everything:
            try:
                round.push(move)
            except moot.IllegalMove:
                assert move not in legal
            else:
                assert move in legal
                round.pop()
        from moot.round.draw import draw

        round.push(draw(round) if round.turn == BENCH else novice.choose(round))


@calm
@given(seed=st.integers(0, 10**6), form=formats)
def test_a_replay_gives_the_same_ruling(sitting, seed, form) -> None:
    round = moot.Round(*sitting, seed=seed, format=form)
    ruling = round.play_out(Novice(seed), Novice(seed + 1)).ruling
    again = moot.Round(*sitting, seed=seed, format=form)
    for move in round.line:
        again.push(str(move))
    assert again.position == round.position
    twin = again.outcome().ruling
    assert (twin.disposition, twin.opinions, twin.standings) == (ruling.disposition, ruling.opinions, ruling.standings)
