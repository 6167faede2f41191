"""Kinds of fault a close reading of the cases found: a reason in quotation marks, an opinion spoken before it was written, and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import moot
from moot.case import Case, Question
from moot.files.folders import list_cases
from moot.round.heads.stretches import breaks
from tests.golden.test_said_before_asked import heard
from tests.golden.test_spoken_in_court import spoken

SCENARIOS = Path(__file__).parents[2] / "scenarios"

READ_THROUGH = ("atwater-v-lago-vista", "washington-v-glucksberg")
"""The cases read from the first line to the last when these tests were written."""

TOLD_THE_COURT = re.compile(
    r"\b(?:[Cc]ounsel for|[Rr]espondents?' counsel)\b[^.?!]*\b(?:has|have|hasn't|haven't|told)\b"
)

ASKER = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:asked|told counsel)\b|\b(?:[Hh]er|[Hh]is) (?:first )?(?:question|uncertainty|suspicion)\b|\boffering (?:her|him)\b"
)
"""A judge as a man or a woman: on another bench another judge asks."""

SHE = re.compile(r"\b(?:she|her)\b")
WOMAN = re.compile(r"\b(?:adult|Atwater|driver|mother|patient|person|plaintiff|woman)\b")

RUN = 8
"""So many words in a row are a quotation."""

QUOTED_BELOW = {("q-as-applied.a", "m-hold")}
"""The words of the court below, which counsel may use and the Court's opinion quotes."""

FALSE = {
    "atwater-v-lago-vista": (
        "gave the Fifth Circuit a rule",  # Judge Wiener dissented
        "There does, Your Honor",  # the question was "Is there"
        "given us five. Fine-only, breach of the peace, articulable reason, balancing",  # four are named
        "six centuries old at the founding",  # 1285 to 1791
        "lost their mother for the afternoon",  # no hour is in the record
        "Whren's reason for not balancing was",  # that a stop is a small intrusion is the dissent's reason
        "A gram decides it with marijuana",  # the opinion's own example
        "So would a word",  # what a word would do is not to get them out of the truck
        "a friend who happened to come by",  # the friend came for the children
        "constable can't arrest but when",  # a quotation of 1710
        "Our amici on the other side",
        "Robinson thirty years ago",  # 1973
        "borrowed powers told against petitioners (337)",  # 339
    ),
    "washington-v-glucksberg": (
        "the Ninth Circuit found it almost prescriptive",  # Casey, and not its sentence on the mystery of life
        "adult in nine States who asks",  # one State's statute is under review
        "legislatures were passing these bans when the Fourteenth Amendment",  # most had passed them by then
        "no law ever allowed what she asks",  # Oregon's voters had
        "alternative holding that four Justices in fact adopted",
        "an interest that every Justice accepted",  # Justice Souter did not weigh it
        "The woman in this record wasn't depressed",  # nothing in the record says so
        "Casey held that the State's interest in potential life is profound",
        "Missouri was let stand",
        "The Northern Territory has, just last year",  # passed in 1995, in effect in 1996
        "in a dozen words or so",  # sixteen
        "vacated after this argument",  # what had not happened yet
        "six psychiatrists",
        "as the Chief Justice was about to show",
    ),
}
"""What a case file said, and must not say again."""


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    said = words(text)
    return {tuple(said[start : start + RUN]) for start in range(len(said) - RUN + 1)}


def asked_first(case: Case) -> Iterator[tuple[str, Question]]:
    """Each quiz that may be asked without another before it, with what counsel has said by then."""
    for point in case.points:
        for stretch, questions in enumerate(breaks(point), 1):
            for question in questions:
                if not question.stock and question.pick is not None:
                    yield heard(case, point, stretch), question


@pytest.mark.parametrize("id", list_cases())
def test_no_reason_is_shown_in_quotation_marks_as_a_whole(id: str) -> None:
    """In a folded block the quotation marks of YAML are letters."""
    case = moot.load_case(id)
    texts = [(answer, case.answers[answer].why or "") for answer in case.answers]
    assert [answer for answer, why in texts if re.fullmatch(r'"[^"]*"', why)] == []


@pytest.mark.parametrize("id", READ_THROUGH)
def test_an_opinion_says_who_she_is(id: str) -> None:
    """`We hold that there was no reason for custody, since she was known`: who was?"""
    case = moot.load_case(id)
    clauses = [position.holds for issue in case.issues for position in issue.positions]
    clauses += [point.says for point in case.points] + [answer.says for answer in case.answers.values()]
    assert [
        clause for clause in clauses if (found := SHE.search(clause)) and not WOMAN.search(clause[: found.start()])
    ] == []


@pytest.mark.parametrize("id", READ_THROUGH)
def test_no_reason_says_whether_a_man_or_a_woman_asked(id: str) -> None:
    case = moot.load_case(id)
    assert [answer for answer in case.answers if ASKER.search(case.answers[answer].why or "")] == []


@pytest.mark.parametrize("id", list_cases())
def test_no_counsel_who_speaks_first_says_what_the_other_side_has_told_the_court(id: str) -> None:
    """Respondents' brief is there to be answered; respondents' counsel has not yet stood up."""
    case = moot.load_case(id)
    early = [
        point.id
        for point in case.points
        if point.side.value == "petitioner" and point.head and TOLD_THE_COURT.search(point.speech)
    ]
    assert early == []


@pytest.mark.parametrize("id", READ_THROUGH)
def test_nobody_in_court_speaks_the_words_of_the_opinion_to_come(id: str) -> None:
    case = moot.load_case(id)
    quoted = {
        run: holding.id for opinion in case.opinions for holding in opinion.holdings for run in runs(holding.quote)
    }
    found = {(said, quoted[run]) for said, text in spoken(case) for run in runs(text) if run in quoted}
    assert found - QUOTED_BELOW == set()


@pytest.mark.parametrize("id", READ_THROUGH)
def test_no_quiz_asks_for_the_year_or_the_name_that_counsel_has_just_given(id: str) -> None:
    """ "In 1991 Washington's voters were asked," says counsel; "Where is the vote of your own State?" asks the judge."""
    case = moot.load_case(id)
    given = [
        (question.id, name)
        for said, question in asked_first(case)
        for answer in question.answers
        if answer.right
        for name in re.findall(r"\b1[6-9]\d\d\b|\b[A-Z][a-z]+'s [A-Z][a-z]+ [A-Z][a-z]+", answer.text)
        if name in said
    ]
    assert given == []


@pytest.mark.parametrize("id", sorted(FALSE))
def test_a_case_does_not_say_again_what_a_close_reading_found_false(id: str) -> None:
    text = re.sub(r"\s+", " ", (SCENARIOS / f"{id}.yaml").read_text(encoding="utf-8"))
    assert [said for said in FALSE[id] if said in text] == []


def test_rebuttal_in_atwater_is_true_whether_or_not_the_city_gave_reasons() -> None:
    """The City's point that he had reasons may have been pleaded a few minutes before."""
    point = next(point for point in moot.load_case("atwater-v-lago-vista").points if point.id == "b-no-defense")
    assert "no one has told you why this arrest was reasonable" not in point.speech
    assert "They don't say what it was for" not in point.speech


def test_three_sentences_of_justice_souter_that_stand_in_the_reports_were_taken_out() -> None:
    """521 U.S., at 785-786: read there, page by page, on November 26, 2026."""
    case = moot.load_case("washington-v-glucksberg")
    pins = {holding.id: holding.pin for opinion in case.opinions for holding in opinion.holdings}
    assert [pins[id] for id in ("so-slope", "so-teeth", "so-day")] == ["785", "785", "786"]
