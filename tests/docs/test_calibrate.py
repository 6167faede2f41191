"""scripts/calibrate.py moves weights only inside their ranges, and counts as its page says."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import moot

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import calibrate_search as search

BENCH = moot.load_bench("lewis-1998")
WILSON = search.read("wilson-v-layne")


def test_a_fit_stays_inside_the_ranges_and_is_the_same_for_the_same_seed(monkeypatch) -> None:
    monkeypatch.setattr(search, "SWEEPS", 1)
    space = search.ranges(BENCH)
    found = []
    for _ in range(2):
        trial = search.Trial(BENCH, [WILSON])
        found.append(search.fit(trial, iter([search.middle(space)]), random.Random(3), restarts=1))
        assert all(low <= found[-1][weight] <= high for weight, (low, high) in space.items())
        assert trial.total(found[-1]) >= trial.total(search.middle(space))
    assert found[0] == found[1]


def test_the_judge_files_come_out_as_the_engine_says() -> None:
    setting = search.shipped(BENCH)
    assert all(low <= setting[weight] <= high for weight, (low, high) in search.ranges(BENCH).items())
    case = WILSON.case
    round = moot.Round(case, BENCH)
    for move in case.historical.line:
        round.push(move)
    standings = round.outcome().ruling.standings
    roles = sum(standings[vote.judge].role.value == vote.role for vote in case.historical.votes)
    assert search.Trial(BENCH, [WILSON]).scores(setting)[0].roles == roles


def test_a_line_up_dealt_out_by_chance_has_the_same_places() -> None:
    dealt = search.shuffled(WILSON, random.Random(1))
    assert sorted(target.role for target in dealt.targets.values()) == sorted(
        target.role for target in WILSON.targets.values()
    )


def test_a_ground_counts_only_with_the_right_vote() -> None:
    """In Atwater both sides held that this arrest served no need, so a wrong vote ended on a right ground."""
    judges = list(WILSON.targets)
    grounds = {judge: next(iter(target.grounds)) for judge, target in WILSON.targets.items()}
    wrong = {judge: not target.disturbs for judge, target in WILSON.targets.items()}
    assert WILSON.score(wrong, grounds, dict.fromkeys(judges, "")) == (0, 0, 0)
