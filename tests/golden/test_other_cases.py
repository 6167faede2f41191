"""What the shipped cases beside Lewis say is true: their quotations, their citations, their facts and their idiom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import moot
from moot.case import Signal
from moot.files.folders import list_cases

OTHERS = ("first-argument", "washington-v-glucksberg", "wilson-v-layne")
SCENARIOS = Path(__file__).parents[2] / "scenarios"

# A quotation that starts or ends on one of these was cut out of the middle of its clause.
CUT_BEFORE = (
    "of|upon|related|place|reverse|direct|would|could|does not|do not|did not|did|was not|is not|not|must|might|even to the point|"
    "expected|misleadingly|nonetheless|too|contravened|emphasized|promotes|has a|has no|offers|demanding|opens|sufficiently|"
    "carefully|tends|fundamentally|reasonably|either|when the presence|protection against|common-law decisions|cogent"
)
CUT_AFTER = "for|of|to|the|a|that|which|and|or|with|in|by|before|claimed|lawfully present|request for|motive|intent"
# Clauses that may start so: the subject is in them, or the quotation is of the condition that limits a holding.
WHOLE = {"m-in-aid", "m-question", "oc-hastening", "so-undisputed", "so-foot-dragging", "so-exceptions", "br-obstacles"}

# A quotation may not lose the words that decide what it says.
KEEPS = [
    ("wilson-v-layne", "m-even-bills", "cannot say"),
    ("wilson-v-layne", "m-predict", "cannot have been"),
    ("wilson-v-layne", "m-watered", "Were such"),
    ("wilson-v-layne", "m-hold", "not in aid of"),
    ("wilson-v-layne", "st-agree", "unless the homeowner has consented"),
    ("wilson-v-layne", "st-respect", "precludes my assent"),
    ("wilson-v-layne", "st-prahl", "allegations"),
    ("washington-v-glucksberg", "m-hold", "does not violate"),
    ("washington-v-glucksberg", "m-centuries", "To hold for respondents"),
    ("washington-v-glucksberg", "m-describe", "the question before us"),
    ("washington-v-glucksberg", "m-life", "Washington"),
    ("washington-v-glucksberg", "oc-narrower", "respondents urge"),
    ("washington-v-glucksberg", "so-confine", "the State's argument"),
    ("washington-v-glucksberg", "so-repudiated", "Respondents"),
    ("washington-v-glucksberg", "st-absolute", "Although"),
    ("washington-v-glucksberg", "st-particular", "I do not, however, foreclose"),
]

# Authorities that hold against what is urged, or that the speech sets aside. A ruling would print "See" before them.
NOT_IN_SUPPORT = [
    ("first-argument", "p-night", "garrity-dissent"),
    ("first-argument", "r-oxley", "holloway"),
    ("first-argument", "r-plate", "garrity"),
    ("first-argument", "b-power", "oxley"),
    ("first-argument", "q-burst-pipe.a", "ames"),
    ("wilson-v-layne", "p-right-first", "fourth-circuit"),
    ("wilson-v-layne", "r-avoid", "lewis"),
    ("wilson-v-layne", "p-hicks", "summers"),
    ("wilson-v-layne", "q-discretion.c", "summers"),
    ("wilson-v-layne", "p-photos", "ayeni"),
    ("wilson-v-layne", "q-serial-numbers.c", "hicks"),
    ("wilson-v-layne", "q-name-a-case.a", "prahl"),
    ("wilson-v-layne", "q-six-judges.c", "fourth-circuit"),
    ("wilson-v-layne", "r-same-sight", "hicks"),
    ("wilson-v-layne", "r-split", "ayeni"),
    ("wilson-v-layne", "r-split", "berger"),
    ("washington-v-glucksberg", "p-refusal", "harper"),
    ("washington-v-glucksberg", "p-casey", "casey"),
    ("washington-v-glucksberg", "q-mystery.a", "casey"),
    ("washington-v-glucksberg", "q-too-strict.a", "loving"),
    ("washington-v-glucksberg", "r-poe", "griswold"),
]

BRITISH = re.compile(
    r"\b\d{1,2} (?:January|March|April|May|June)\b|\b[A-Z]\w+ against [A-Z]|\b[Mm]y friends?\b|\b[Yy]our friend\b"
    r"|\bI should (?:like|think|say|have)\b|\b[Ii]n my submission\b|\b[Hh]ouseholders?\b|\bafterwards\b|\blaw reports\b|\bpost a letter\b"
)


def holdings(case_id: str) -> dict[str, moot.case.Holding]:
    return {holding.id: holding for opinion in moot.load_case(case_id).opinions for holding in opinion.holdings}


@pytest.mark.parametrize("case_id", OTHERS)
def test_no_quotation_is_cut_before_its_subject_or_its_object(case_id: str) -> None:
    cut = [
        holding.id
        for holding in holdings(case_id).values()
        if holding.id not in WHOLE
        and (
            re.match(rf"(?:{CUT_BEFORE})\b", holding.quote)
            or re.search(rf"\b(?:{CUT_AFTER})$", holding.quote.rstrip(',"'))
        )
    ]
    assert not cut


@pytest.mark.parametrize(("case_id", "holding", "words"), KEEPS)
def test_a_quotation_keeps_the_words_that_decide_what_it_says(case_id: str, holding: str, words: str) -> None:
    assert words in holdings(case_id)[holding].quote


@pytest.mark.parametrize(("case_id", "said", "authority"), NOT_IN_SUPPORT)
def test_nothing_is_cited_for_what_it_does_not_hold(case_id: str, said: str, authority: str) -> None:
    case = moot.load_case(case_id)
    points = {point.id: point.argument for point in case.points}
    argument = points.get(said) or case.answers[said].argument
    assert authority in case.authority
    assert argument is not None
    if authority in argument.cites:
        cite = argument.citation(authority)
        assert not cite.signal.supports or (cite.signal is Signal.CF and cite.says)


@pytest.mark.parametrize("case_id", OTHERS)
def test_dates_and_idiom_are_american(case_id: str) -> None:
    for path in sorted(SCENARIOS.glob(f"{case_id}.*")):
        text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
        assert [found.group() for found in BRITISH.finditer(text)] == []


NOT_SAID = re.compile(
    r"\b(?:needn't|mayn't|shan't|whilst|amongst|motorcar|passer-by)\b|\bmakes no odds\b|\bI'd sooner\b|\bin hospital\b|\bhave (?:they|you|we) to do with\b"
)


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_nobody_says_what_is_not_said_in_an_american_courtroom(path) -> None:
    """`The Court needn't decide it`; `a month in hospital`; `What have they to do with a man in a motorcar?`"""
    text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
    assert [text[found.start() - 30 : found.end() + 10] for found in NOT_SAID.finditer(text)] == []


def test_glucksberg_does_not_bar_every_later_claim() -> None:
    """Note 24: "Our opinion does not absolutely foreclose such a claim"."""
    case = moot.load_case("washington-v-glucksberg")
    treatments = {
        said: next(mark for mark in case.answers[said].marks if mark.opinion == "majority")
        for said in ("q-one-patient.a", "q-one-patient.b", "q-no-patient.b")
    }
    assert {mark.holding for mark in treatments.values()} == {"m-later-claim"}
    assert [mark.treatment.value for mark in treatments.values()] == ["adopted", "rejected", "accepted in part"]


def test_souter_takes_the_slope_of_fact_and_not_the_slope_of_doctrine() -> None:
    case = moot.load_case("washington-v-glucksberg")
    slope = next(point for point in case.points if point.id == "p-slope")
    said = [
        next(mark for mark in marks if mark.opinion == "souter")
        for marks in (slope.marks, case.answers["q-how-weigh.a"].marks)
    ]
    assert [(mark.treatment.value, mark.holding) for mark in said] == [
        ("adopted", "so-slope"),
        ("rejected", "so-slope"),
    ]


def test_nobody_in_griswold_was_a_couple() -> None:
    """The appellants were a physician and the director of a clinic."""
    case = moot.load_case("washington-v-glucksberg")
    assert "couples in Griswold" not in next(point for point in case.points if point.id == "r-courts").speech


def test_no_speech_in_wilson_states_what_the_record_does_not_show() -> None:
    text = re.sub(r"\s+", " ", (SCENARIOS / "wilson-v-layne.yaml").read_text(encoding="utf-8"))
    for false in (
        "nobody had complained",
        "his parents had taken him in",
        "Nobody in that room thought",
        "breaking into this one house",
    ):
        assert false not in text


@pytest.mark.parametrize("id", sorted(list_cases()))
def test_no_answer_calls_the_judge_by_the_name_of_one_who_may_not_be_asking(id: str) -> None:
    """ "It isn't in the Constitution, Justice Breyer", said to whoever asked it on a bench where he does not sit."""
    named = re.compile(r", (?:Mr\. |Chief )?Justice(?: [A-Z][\w']+)?[,.?]")
    said = {id: answer.text for id, answer in moot.load_case(id).answers.items()}
    assert [each for each, text in said.items() if named.search(text)] == []
