"""Several judges weighed in one pass are each what they are alone, and nothing is weighed twice."""

from __future__ import annotations

import copy
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench.judging.reach import court_of
from moot.bench.judging.reasoning import reason, reasonings_of
from moot.bench.judging.weighed import Weigher
from moot.bench.judging.whole_bench import whole_bench
from moot.case import Heard
from moot.counsel import Novice
from moot.round import moves
from moot.round.asking import groups
from moot.testing import benches
from tests.properties.test_plainly import APPLICATION, NINE, hearings

LEWIS = moot.load_case("sacramento-v-lewis")


@settings(max_examples=40, deadline=None)
@given(hearings(APPLICATION), st.just(NINE) | benches(largest=5))
def test_a_judge_among_others_reasons_as_alone(hearing, bench) -> None:
    case, heard = hearing
    for together in reasonings_of(case, bench.judges, heard):
        alone = reason(together.judge, case, heard)
        assert together.credit == alone.credit
        assert together.found == alone.found
        assert together.parts == alone.parts
        assert (together.walk, together.vote, together.struck) == (alone.walk, alone.vote, alone.struck)


def test_an_issue_was_weighed_once_for_each_judge(monkeypatch) -> None:
    """The arguments before the court are the same for all judges, and were gone through nine times."""
    weighed = Counter()
    weigh = Weigher.weigh
    monkeypatch.setattr(
        Weigher, "weigh", lambda self, *part: weighed.update([(len(self.scales), *part)]) or weigh(self, *part)
    )
    case = copy.copy(moot.load_case("sacramento-v-lewis"))  # with nothing weighed yet
    moot.Round(case, NINE, seed=5).play_out(Novice(1), Novice(2))
    assert weighed
    assert set(weighed.values()) == {1}
    assert {judges for judges, *_ in weighed} == {len(NINE.judges)}


def test_margins_were_worked_out_where_only_votes_were_wanted(monkeypatch) -> None:
    case = moot.load_case("sacramento-v-lewis")
    bench = whole_bench(case, NINE.judges)
    asked = []
    margins = bench.margins
    monkeypatch.setattr(bench, "margins", lambda *about: asked.append(about) or margins(*about))
    heard = Heard(full=frozenset(list(case.point)[:4]))
    found = bench.findings(heard, court_of(case, heard))
    votes = [found.vote(at) for at in range(9)]
    assert votes == [each.vote for each in reasonings_of(case, NINE.judges, heard)]
    assert not asked


def test_the_draw_weighted_what_it_did_not_draw(monkeypatch) -> None:
    """Who would put which of the new questions was worked out also where the bench went on with a thread, or passed."""
    made = []
    weights = groups.Group._weights
    monkeypatch.setattr(groups.Group, "_weights", lambda self: made.append(self) or weights(self))
    round = moot.Round(LEWIS, NINE, seed=8)
    round.play_out(Novice(3), Novice(4))
    asked = sum(isinstance(move, moves.Ask) for move in round.line)
    turns = {round.rules.turn(position.state) for position in round.positions}
    # The share of the first question of a turn goes by who would ask it.
    assert asked
    assert len(made) <= asked + 4 * len(turns)


def test_an_issue_on_which_no_credit_counts_was_found_again_for_every_credit() -> None:
    """No position on the first issue of Lewis is for a side, so what counsel answer elsewhere cannot change what is found there."""
    bench = whole_bench(LEWIS, NINE.judges)
    aside = [id for id in LEWIS.answers if LEWIS.answers[id].argument is None and not LEWIS.answers[id].retracts][:40]
    first, *others = (
        bench.findings(heard, court_of(LEWIS, heard))
        for heard in (Heard(answers=frozenset(aside[:many])) for many in (0, 1, 20, 40))
    )
    assert len({found.credits for found in (first, *others)}) > 1
    for found in others:
        assert found.part(0) is first.part(0)
        assert found.places(0) is first.places(0)
        assert found.margins(0) is first.margins(0)


def test_where_a_position_is_for_a_side_its_credit_counts() -> None:
    bench = whole_bench(LEWIS, NINE.judges)
    heard = Heard(answers=frozenset(list(LEWIS.answers)[:30]))
    found = bench.findings(heard, court_of(LEWIS, heard))
    assert any(found.credits.petitioner)
    for number, issue in enumerate(LEWIS.issues):
        sided = any(position.favors for position in issue.positions)
        assert found.credit_on(number).petitioner == (found.credits.petitioner if sided else (0,) * len(NINE.judges))


@settings(max_examples=40, deadline=None)
@given(hearings(APPLICATION) | hearings(LEWIS), st.just(NINE) | benches(largest=5))
def test_a_margin_was_worked_out_twice_where_a_position_may_not_be_found(hearing, bench) -> None:
    """It is the lead over the best of what else may be found; where nothing else may be, over the best of the rest, and never below zero."""
    case, heard = hearing
    whole = whole_bench(case, bench.judges)
    found = whole.findings(heard, court_of(case, heard))
    for number in range(len(case.issues)):
        part, places, margins = found.part(number), found.places(number), found.margins(number)
        totals = whole.totals(number, part, found.credits)
        for judge, at in enumerate(places):
            rest = [each for each in range(len(totals)) if each != at]
            may = [totals[each][judge] for each in rest if part.open[each] >> judge & 1]
            most = max(may or [totals[each][judge] for each in rest])
            ahead = totals[at][judge] - most
            assert margins[judge] == (ahead if may else max(0, ahead))
