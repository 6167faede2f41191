"""The historical line is walked on the real rules, and the first move that does not stand is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import moot
from moot.files.case.read import read_case
from moot.files.folders import list_cases
from moot.proof.historical.line import check_line, walk_line

BASE = Path(__file__).parents[1] / "files" / "base-case.yaml"
LINE = (
    "roadmap fairness,fee reserve 1",
    "plead p-sign",
    "ask q-everywhere by scalia",
    "answer q-everywhere.a",
    "pass",
    "sit",
    "roadmap statute,trifle reserve 0",
    "plead r-act",
    "pass",
    "sit",
    "sit",
)


def case_with(*line: str):
    case, _ = read_case(BASE)
    return replace(case, historical=replace(case.historical, line=line))


def problem(*line: str, bench: str = "three"):
    found = check_line(case_with(*line), moot.load_bench(bench))
    assert len(found) == 1
    assert found[0].severity == "error"
    return found[0]


def changed(number: int, text: str) -> tuple[str, ...]:
    return (*LINE[: number - 1], text, *LINE[number:])


@pytest.mark.parametrize("id", [id for id in sorted(list_cases()) if moot.load_case(id).historical])
def test_the_lines_of_the_shipped_cases_stand(id: str) -> None:
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    assert check_line(case, bench) == []
    assert walk_line(case, bench).round.outcome() is not None


def test_a_line_that_stands_has_no_problem_and_neither_has_a_case_without_one() -> None:
    assert check_line(case_with(*LINE), moot.load_bench("three")) == []
    assert check_line(case_with(), moot.load_bench("three")) == []


def test_a_line_of_nonsense_was_proved_in_silence() -> None:
    """The public file: an unknown head, an unknown point, a song. The first of them is reported."""
    found = problem("roadmap nosuch reserve 9", "plead p-nosuch", "sing a song")
    assert found.code == "M452"
    assert found.key == ("historical", "line", 0)
    assert "move 1, `roadmap nosuch reserve 9`: no head is called `nosuch`" in found.message


def test_a_move_of_no_known_form_was_proved() -> None:
    found = problem("this is not a move")
    assert found.code == "M450"
    assert "`this is not a move`" in found.message
    assert "Petitioner was to move and had 8:00 left" in found.help
    assert "allowed here: roadmap with 2 of fairness, fee, and reserve 1 minute" in found.help


def test_a_move_in_the_short_form_of_the_game_is_no_move_of_a_line() -> None:
    assert problem(LINE[0], "sign").code == "M450"


@pytest.mark.parametrize(
    ("number", "text", "code", "says"),
    [
        (2, "plead p-paid", "M451", "it belongs to the head 'fee'"),
        (2, "plead p-sigm", "M452", "no point is called `p-sigm`"),
        (3, "ask q-everywere by scalia", "M452", "no question is called `q-everywere`"),
        (4, "answer q-everywhere.z", "M452", "no answer to `q-everywhere` is called `q-everywhere.z`"),
        (4, "answer q-everywere.a", "M452", "no question is called `q-everywere`"),
        (1, "roadmap fairness,fees reserve 1", "M452", "no head is called `fees`"),
        (3, "ask q-everywhere by question", "M453", "nobody called `question` sits on the bench `three`"),
        (3, "ask q-everywhere by thomas", "M453", "nobody called `thomas` sits"),
        (1, "roadmap fairness,fee reserve 9", "M454", "petitioner cannot keep 9 minutes in the format `quick`"),
        (7, "roadmap statute,trifle reserve 1", "M454", "respondent cannot keep 1 minute"),
    ],
)
def test_the_first_move_that_does_not_stand_was_passed_over(number: int, text: str, code: str, says: str) -> None:
    found = problem(*changed(number, text))
    assert found.code == code
    assert found.key == ("historical", "line", number - 1)
    assert f"move {number}, `{text}`: " in found.message
    assert says in found.message
    assert " left; allowed here: " in found.help
    assert len(found.help) < 600


def test_a_wrong_name_gets_the_nearest_one() -> None:
    assert "did you mean `p-sign`?" in problem(*changed(2, "plead p-sigm")).help
    assert "did you mean `q-everywhere.a`?" not in problem(*changed(4, "answer q-everywere.a")).help
    assert "did you mean `q-everywhere`?" in problem(*changed(4, "answer q-everywere.a")).help
    assert "sitting: stevens, scalia, souter" in problem(*changed(3, "ask q-everywhere by question")).help


def test_a_reserve_is_refused_with_the_allowed_ones_and_their_unit() -> None:
    assert "allowed reserves: 1 minute." in problem(*changed(1, "roadmap fairness,fee reserve 4")).help
    case = replace(case_with("roadmap fairness,fee reserve 3"), argument="scotus-1997")
    (found,) = check_line(case, moot.load_bench("three"))
    assert "allowed reserves: 0, 2 or 4 minutes" in found.help


def test_a_missing_sit_was_told_as_a_roadmap_given_twice() -> None:
    found = problem(*LINE[:5], *LINE[6:])
    assert found.code == "M455"
    assert "a `sit` is missing before this move: petitioner still has the lectern" in found.message
    assert found.key == ("historical", "line", 5)
    assert "the roadmap has been given" not in found.message


def test_a_missing_pass_before_a_sit_that_is_missing_too_is_told() -> None:
    found = problem(*LINE[:4], *LINE[6:])
    assert found.code == "M455"
    assert "a `pass` and a `sit` is missing" in found.message


def test_a_missing_turn_is_told() -> None:
    found = problem(*LINE[:5], "plead p-paid")
    assert found.code == "M451"
    assert "perhaps a `turn fee` is missing before it" in found.help


def test_a_judge_who_may_not_ask_is_told_with_those_who_may() -> None:
    bench = moot.load_bench("three")
    scalia, stevens = bench.judge["scalia"], bench.judge["stevens"]
    only = next(name for name in scalia.held if name not in stevens.held)
    case = case_with(LINE[0], LINE[1], "ask q-everywhere by stevens")
    point = case.points[0]
    narrow = replace(point.questions[0], who=(only,))
    case = replace(case, points=(replace(point, questions=(narrow, *point.questions[1:])), *case.points[1:]))
    (found,) = check_line(case, bench)
    assert found.code == "M453"
    assert f"`stevens` may not ask it: the question is for `{only}`" in found.message
    assert "`scalia`" in found.help


def test_a_missing_answer_was_told_as_a_bench_that_has_had_its_turn() -> None:
    for text in ("ask q-everywhere", "pass", "sit"):
        found = problem(*LINE[:3], text)
        assert found.code == "M451"
        assert "the question `q-everywhere` has not been answered" in found.message
        assert "allowed here: answer q-everywhere.a or q-everywhere.b" in found.help


def test_a_line_that_stops_early_was_played_on_by_the_machine() -> None:
    found = problem(*LINE[:9])
    assert found.code == "M456"
    assert "the line stops after move 9, in the respondent turn, before the argument is over" in found.message
    assert found.key == ("historical", "line", 8)


def test_a_line_that_ends_by_the_clock_ends() -> None:
    assert check_line(case_with(LINE[0], "plead p-sign @40", *LINE[6:]), moot.load_bench("three")) == []


def test_a_sit_after_the_time_has_run_out_is_told_with_the_move_that_spent_it() -> None:
    found = problem(LINE[0], "plead p-sign @40", "sit")
    assert found.code == "M451"
    assert "the time of the petitioner turn ran out with move 2" in found.message
    assert "take this `sit` out" in found.help


def test_a_move_after_the_ruling_is_told() -> None:
    found = problem(*LINE, "sit")
    assert found.code == "M451"
    assert "the case is decided" in found.message


def test_a_line_before_a_bench_that_cannot_be_seated_says_that_it_was_not_walked() -> None:
    (found,) = check_line(case_with(*LINE), None)
    assert (found.code, found.severity) == ("M457", "warning")


def test_the_list_of_what_was_allowed_has_an_end() -> None:
    case = moot.load_case("sacramento-v-lewis")
    (found,) = check_line(
        replace(case, historical=replace(case.historical, line=("sit",))), moot.load_bench(case.bench)
    )
    assert len(found.help) < 300
