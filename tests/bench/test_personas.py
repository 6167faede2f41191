"""The nine judges, put right: each claim that was wrong about one of them, and what holds now."""

from __future__ import annotations

import pytest

import moot
from moot.case import Modality
from moot.counsel.opponents import make
from moot.study.policies import Silent

BENCH = moot.load_bench("lewis-1998")


def historical(id: str):
    case = moot.load_case(id)
    round = moot.Round(case, BENCH)
    for move in case.historical.line:
        round.push(move)
    return round.outcome().ruling.reasonings


@pytest.mark.parametrize("judge", BENCH.judges, ids=lambda judge: judge.id)
def test_every_weight_has_a_range_and_every_strong_one_a_source(judge) -> None:
    assert [held.principle for held in judge.holds if not held.range] == []
    assert set(judge.ranges) == set(Modality)
    strong = [ranged for ranged in judge.ranges.values() if ranged.range[0] < 1 or ranged.range[1] > 3]
    assert all(ranged.source for ranged in strong)


def test_scalia_did_not_reach_the_ground_he_pressed_hardest_in_lewis() -> None:
    assert historical("sacramento-v-lewis")["scalia"].findings["preservation"] == "reach"


def test_a_taste_for_bright_lines_made_the_law_of_lewis_clear_to_scalia_and_thomas() -> None:
    settled = moot.load_case("sacramento-v-lewis").issue["difficulty"].position("settled")
    assert "bright-lines" not in dict(settled.embodies)
    reasonings = historical("sacramento-v-lewis")
    assert {reasonings[judge].findings["difficulty"] for judge in ("scalia", "thomas")} == {"difficult"}


def test_scalia_was_nearly_deaf_to_doctrine_and_structure() -> None:
    receptivity = BENCH.judge["scalia"].receptivity
    assert min(receptivity[Modality.DOCTRINAL], receptivity[Modality.STRUCTURAL]) >= 3


def test_souter_barely_held_tradition_and_nobody_but_stevens_for_accountability() -> None:
    assert BENCH.judge["souter"].held["history-and-tradition"] >= 2
    assert all(BENCH.judge[id].held["accountability"] >= 2 for id in ("souter", "ginsburg", "breyer"))


def test_rehnquist_voted_to_strike_down_the_ban_when_petitioner_was_silent() -> None:
    case = moot.load_case("washington-v-glucksberg")
    kept = 0
    for seed in range(6):
        round = moot.Round(case, BENCH, seed=seed)
        round.play_out(petitioner=Silent(), respondent=make("novice", seed))
        kept += round.outcome().ruling.reasonings["rehnquist"].vote.disturbs
    assert kept >= 5


def test_kennedy_was_as_ready_for_indifference_as_for_purpose() -> None:
    found = historical("sacramento-v-lewis")["kennedy"].support
    prior = {ref.position: support.prior for ref, support in found.items() if ref.issue == "culpability"}
    assert prior["purpose"] >= 1.5 * prior["deliberate-indifference"]
