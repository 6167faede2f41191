"""What a case file says of an authority is what the authority says, where the page was read and the file had it wrong."""

from __future__ import annotations

import pytest

import moot

READ = {
    ("atwater-v-lago-vista", "holyday"): ("false dice", "cards"),
    ("atwater-v-lago-vista", "hale"): ("breach of the peace and for some misdemeanors", "without naming"),
    ("atwater-v-lago-vista", "winchester"): ("§§ 5-6", "§ 3 "),
    ("atwater-v-lago-vista", "wiener"): ("251", "242, 247"),
}
"""Words that stand in the entry of an authority, and words that stood there and were wrong."""


@pytest.mark.parametrize(("case", "authority"), READ)
def test_an_authority_was_said_to_hold_what_its_page_does_not_say(case: str, authority: str) -> None:
    stands, stood = READ[case, authority]
    entry = next(one for one in moot.load_case(case).authorities if one.id == authority)
    told = f"{entry.cite} {entry.says}"
    assert stands in told
    assert stood not in told


def test_the_dissent_in_atwater_was_quoted_with_a_gap_where_two_words_stand() -> None:
    case = moot.load_case("atwater-v-lago-vista")
    quotes = [holding.quote for opinion in case.opinions for holding in opinion.holdings]
    assert [quote for quote in quotes if ". . ." in quote] == []


def test_the_bench_in_wilson_asks_of_a_sheriff_whom_the_record_did_not_name() -> None:
    """Page 624 says who the senior officer of page 619 is; the record stopped at 619."""
    case = moot.load_case("wilson-v-layne")
    entry = next(one for one in case.record if one.id == "senior-officer")
    assert "Sheriff" in entry.text
    assert entry.page == "624"


PINS = {
    ("wilson-v-layne", "m-press"): "612",
    ("washington-v-glucksberg", "m-near-death"): "714",
    ("washington-v-glucksberg", "m-depressed"): "731",
    ("atwater-v-lago-vista", "m-fifty"): "344",
}
"""A quotation stands on one page, and was given two."""


@pytest.mark.parametrize(("case", "holding"), PINS)
def test_a_quotation_that_stands_on_one_page_was_given_two(case: str, holding: str) -> None:
    opinions = moot.load_case(case).opinions
    found = next(one for opinion in opinions for one in opinion.holdings if one.id == holding)
    assert found.pin == PINS[case, holding]
