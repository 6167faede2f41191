"""Benches up to fifteen, with their own titles and presiding judge; who took no part; judgments in part and of applications."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.bench.conference import decide
from moot.bench.judging.reasoning import reason
from moot.bench.persona import Bench
from moot.bench.votes.judgment import Stance, stance_of
from moot.case import NOTHING_HEARD, Disposition
from moot.files.judge.read import read_bench_text
from moot.opinion import ruling_document
from moot.report.as_json import sitting
from moot.sitting.words.spoken import salutation
from tests import support

SOUTER = moot.load_judge("souter") if hasattr(moot, "load_judge") else moot.load_bench(["souter"]).judges[0]
LARK, COURT = moot.load_case("lark-river"), moot.load_bench("lark-court")


def fifteen() -> Bench:
    return Bench(
        "fifteen",
        "Fifteen",
        tuple(replace(SOUTER, id=f"judge-{n}", seniority=n, name=f"Ann {chr(64 + n)}ay") for n in range(1, 16)),
    )


def test_fifteen_sit_and_rule() -> None:
    round = moot.Round(LARK, fifteen(), seed=2)
    outcome = round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    assert len(outcome.ruling.standings) == 15
    assert outcome.ruling.votes_for + outcome.ruling.votes_against == 15
    assert ruling_document(outcome.ruling).words > 200
    with pytest.raises(ValueError, match="one to fifteen judges, not 16"):
        Bench("more", "More", (*fifteen().judges, SOUTER))


BENCH = """\
format: moot-bench/1
id: ours
title: Ours
judges: [souter, scalia, stevens]
presiding: scalia
titles: {scalia: Madam President, souter: Judge Souter}
salutation: Madam President, Members of the Court.
took_no_part: [breyer]
"""


def test_a_bench_names_who_presides_how_they_are_called_and_who_took_no_part() -> None:
    bench, found = read_bench_text(BENCH, "ours.yaml")
    assert found == [] and bench is not None
    assert [(judge.id, judge.title) for judge in bench.judges][:2] == [
        ("scalia", "Madam President"),
        ("stevens", "Justice Stevens"),
    ]
    assert (bench.majority, [judge.id for judge in bench.absent]) == (2, ["breyer"])
    round = moot.Round(LARK, bench, seed=1)
    assert salutation(round) == "Madam President, Members of the Court."
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    told = sitting(round)
    assert told["ruling"]["judges"]["breyer"] == {
        "vote": None,
        "role": "took no part",
        "writes": None,
        "joins": [],
        "findings": {},
        "walk": [],
    }
    assert told["ruling"]["line_up"].endswith("took no part in the consideration or decision of this case.")
    assert told["ruling"]["votes"]["for"] + told["ruling"]["votes"]["against"] == 3


@pytest.mark.parametrize(
    ("line", "code"),
    [("presiding: breyer", "J109"), ("titles: {breyer: X}", "J109"), ("took_no_part: [souter]", "J107")],
)
def test_the_chair_a_title_and_an_absence_are_for_the_right_judges(line: str, code: str) -> None:
    key = line.partition(":")[0]
    text = "".join(each for each in BENCH.splitlines(keepends=True) if not each.startswith(key)) + line + "\n"
    assert [problem.code for problem in read_bench_text(text, "ours.yaml")[1]] == [code]


D = Disposition


@pytest.mark.parametrize(
    ("vote", "judgment", "stance"),
    [
        (D.REVERSED, D.REVERSED_IN_PART, Stance.FOR),
        (D.REVERSED_IN_PART, D.REVERSED, Stance.IN_PART),
        (D.AFFIRMED, D.REVERSED_IN_PART, Stance.IN_PART),
        (D.AFFIRMED, D.REVERSED, Stance.AGAINST),
        (D.GRANTED, D.GRANTED_IN_PART, Stance.FOR),
        (D.DENIED, D.GRANTED_IN_PART, Stance.IN_PART),
        (D.GRANTED_IN_PART, D.DENIED, Stance.AGAINST),
    ],
)
def test_a_vote_for_the_whole_and_a_judgment_in_part(vote: D, judgment: D, stance: Stance) -> None:
    assert stance_of(vote, judgment) is stance


def test_an_application_fails_unless_it_is_carried() -> None:
    """Of an application there is no judgment below; silence, and an equal division, leave it denied."""
    silent = decide(LARK, COURT, {judge.id: reason(judge, LARK, NOTHING_HEARD) for judge in COURT.judges})
    assert silent.disposition is D.DENIED
    said = ruling_document(silent).markdown()
    assert "The application of the Republic of Tessaly is denied." in said
    assert "judgment of" not in said and "affirm" not in said


def test_an_equal_division_denies_an_application() -> None:
    heard = moot.Round.from_line(LARK, COURT, ["roadmap asked", "sit"]).position.heard
    for judges in (COURT.judges[:2],):
        bench = Bench("two", "Two", judges)
        reasonings = {judge.id: reason(judge, LARK, heard) for judge in judges}
        one, other = (reasonings[judge.id] for judge in judges)
        split = {judges[0].id: one, judges[1].id: with_vote(other, D.GRANTED)}
        ruling = decide(LARK, bench, split)
        assert (ruling.disposition, ruling.judgment_by.value) == (D.DENIED, "equally divided")
        assert "The application is denied by an equally divided Court." in ruling_document(ruling).markdown()


def with_vote(reasoning, vote):
    import copy

    other = copy.copy(reasoning)
    other.vote = vote
    return other


def test_the_small_case_of_the_tests_is_untouched() -> None:
    assert not support.case().below.application


def test_the_order_says_claim_by_claim_what_is_ordered() -> None:
    found = set()
    for seed in range(12):
        round = moot.Round(LARK, COURT, seed=seed)
        ruling = round.play_out(moot.counsel.Novice(seed), moot.counsel.Novice(seed + 1)).ruling
        text = ruling_document(ruling).markdown()
        if ruling.lead is not None and ruling.disposition is D.GRANTED_IN_PART:
            assert (
                "is granted in part: the breach is declared, and nothing is ordered to be paid. It is so ordered."
                in text
            )
        found.add(ruling.disposition)
    assert D.GRANTED_IN_PART in found
