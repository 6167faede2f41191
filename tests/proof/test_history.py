"""Judges named by votes, opinions and questions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import moot
from moot.bench.ruling import Role
from moot.case import RealVote
from moot.case.words import VOTES
from moot.files.case.read import read_case, read_case_text
from moot.files.folders import list_cases
from moot.proof.historical.facts import check_history, one_letter_apart

BASE = Path(__file__).parents[1] / "files" / "base-case.yaml"
LEWIS = moot.load_case("sacramento-v-lewis")
NINE = moot.load_bench("lewis-1998")


def with_votes(**changes: str | None):
    votes = {vote.judge: vote.role for vote in LEWIS.historical.votes} | changes
    kept = tuple(RealVote(judge, role) for judge, role in votes.items() if role is not None)
    return replace(LEWIS, historical=replace(LEWIS.historical, votes=kept))


def joined_by(*judges: str):
    first, *rest = LEWIS.opinions
    return replace(LEWIS, opinions=(replace(first, joined=judges), *rest))


def told(case) -> list[tuple[str, str]]:
    return [(one.code, one.message + " " + one.help) for one in check_history(case, NINE)]


@pytest.mark.parametrize("id", sorted(list_cases()))
def test_the_shipped_cases_are_clean(id: str) -> None:
    case = moot.load_case(id)
    assert check_history(case, moot.load_bench(case.bench)) == []


def test_a_name_misspelt_under_joined_was_valid() -> None:
    case = joined_by("rehnquist", "oconnor", "kennedy", "ginsburg", "bryer")
    found = told(case)
    assert any(code == "M460" and "did you mean `breyer`?" in text for code, text in found)


def test_a_vote_left_out_was_valid() -> None:
    assert any(code == "M460" and "`stevens`" in text for code, text in told(with_votes(stevens=None)))
    assert any(code == "M462" and "`ginsburg`" in text for code, text in told(with_votes(ginsburg=None)))


def test_votes_of_judges_who_did_not_sit_were_valid() -> None:
    found = told(with_votes(roberts="joined", alito="dissenting"))
    assert {text.split("`")[1] for code, text in found if code == "M461"} == {"roberts", "alito"}


def test_a_vote_one_letter_from_a_judge_of_the_bench_is_a_slip_even_where_an_opinion_repeats_it() -> None:
    case = with_votes(breyer=None, bryer="concurring")
    opinions = tuple(
        replace(
            one,
            author=one.author.replace("breyer", "bryer"),
            joined=tuple(j.replace("breyer", "bryer") for j in one.joined),
        )
        for one in case.opinions
    )
    found = told(replace(case, opinions=opinions))
    assert [text for code, text in found if code == "M461" and "did you mean `breyer`?" in text]


def test_judges_without_a_judge_file_are_known_by_the_opinions_that_name_them() -> None:
    case, found = read_case(BASE)
    assert found == []
    assert check_history(case, moot.load_bench("three")) == []


def test_an_author_without_an_opinion_was_valid() -> None:
    found = told(with_votes(ginsburg="author"))
    assert any(code == "M463" and "no opinion here is by `ginsburg`" in text for code, text in found)
    assert any(
        code == "M463" and "but the vote is `joined`" in text for code, text in told(with_votes(scalia="joined"))
    )


def test_a_joined_vote_that_the_lead_opinion_does_not_list_was_valid() -> None:
    found = told(joined_by("rehnquist", "oconnor", "kennedy", "breyer"))
    assert any(code == "M463" and "does not list `ginsburg`" in text for code, text in found)


def test_a_dissenter_listed_as_joining_the_lead_was_valid() -> None:
    found = told(with_votes(ginsburg="dissenting"))
    assert any(code == "M463" and "is listed as joining the lead opinion" in text for code, text in found)


def test_a_judge_who_joins_twice_is_told() -> None:
    found = told(joined_by("rehnquist", "oconnor", "kennedy", "ginsburg", "breyer", "breyer"))
    assert any(code == "M463" and "listed twice" in text for code, text in found)


def test_the_word_wrote_for_a_vote_was_valid() -> None:
    _, found = read_case_text(BASE.read_text().replace("hale: author", "hale: wrote"), "base-case.yaml")
    assert [problem.code for problem in found if problem.severity == "error"] == ["M104"]


def test_every_role_of_a_ruling_is_a_word_for_a_vote() -> None:
    assert {role.value for role in Role} <= set(VOTES)


def test_an_asker_who_did_not_sit_was_valid() -> None:
    text = BASE.read_text().replace("who: [notice, hypothetical]", "asked_by: [haile]")
    case, _ = read_case_text(text, "base-case.yaml")
    found = check_history(case, moot.load_bench("three"))
    assert [problem.code for problem in found] == ["M466"]
    assert "did you mean `hale`?" in found[0].help
    fictional = text[: text.index("historical:")].replace("haile", "kenedy")
    case, found = read_case_text(fictional, "base-case.yaml")
    assert found == []
    assert [one.code for one in check_history(case, moot.load_bench("three"))] == ["M466"]


def test_who_took_no_part_is_not_set_beside_the_ruling() -> None:
    case = with_votes(thomas="took no part")
    round = moot.Round(case, NINE)
    for move in case.historical.line:
        round.push(move)
    assert "thomas" not in {role.judge for role in moot.score(round).result.roles}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("breyer", "bryer", True),
        ("bryer", "breyer", True),
        ("kennedy", "kenedy", True),
        ("souter", "suoter", True),
        ("souter", "sauter", True),
        ("souter", "souter", False),
        ("black", "blackmun", False),
        ("scalia", "alito", False),
        ("a", "", True),
    ],
)
def test_one_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) is apart


def test_who_joined_a_separate_opinion_was_told_to_be_put_into_the_lead_opinion() -> None:
    (found,) = [
        problem
        for problem in check_history(with_votes(thomas="joined"), None)
        if problem.message.startswith("`thomas`")
    ]
    assert found.code == "M463"
    assert "that of `scalia` does" in found.message
    assert "write `thomas: concurring in the judgment`" in found.help
