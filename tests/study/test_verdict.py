"""The verdict in words that ends `moot simulate`."""

from __future__ import annotations

import json

import pytest

import moot
from moot.cli import main
from moot.study.estimates import share
from moot.study.simulation import simulate
from moot.study.verdict import Closely, in_words, look_closely


@pytest.fixture(scope="module")
def found():
    case = moot.load_case("first-argument")
    return simulate(case, moot.load_bench(case.bench), 60)


def test_a_point_is_called_idle_only_if_it_was_said_often_and_told_on_no_vote(found) -> None:
    close = look_closely(found)
    assert close.sittings == 60
    assert set(close.idle) <= {id for id, times in close.said.items() if times >= 4} & set(found.plan.case.point)
    heavy = look_closely(found, most=1)
    assert not heavy.idle, "one sitting is too few to judge a point"
    assert not heavy.worse


def test_an_answer_never_worth_giving_is_named_with_its_words(found) -> None:
    close = look_closely(found)
    assert close.worse
    told = " ".join(in_words(found, close))
    assert "Answers never worth giving in the 60 sittings looked at closely" in told
    assert all(f"({id})" in told for id in close.worse)


def test_the_right_entry_of_a_quiz_is_never_called_not_worth_giving(found) -> None:
    """Only an answer that never does better than any other is named, and the right entry does better than a wrong one."""
    case = found.plan.case
    assert not [id for id in look_closely(found).worse if case.answers[id].right]


def test_a_seat_that_never_wins_and_a_judge_who_never_moves_are_named(found) -> None:
    from dataclasses import replace

    side, other = moot.Side.PETITIONER, moot.Side.RESPONDENT
    id = found.plan.bench.judges[0].id
    never = replace(found, wins={side: share(0, 20), other: share(20, 20)}, judges={**found.judges, id: share(0, 20)})
    told = in_words(never, Closely(20, dict.fromkeys(found.plan.case.point, 9), (), ()))
    assert told[0].startswith("The petitioner did not win once: at most 16.1% of such sittings")
    assert any(
        line.startswith(f"Never moved: {found.plan.bench.judges[0].name}") and "for the respondent in all 60" in line
        for line in told
    )
    assert not any("respondent did not win" in line for line in told)


def test_the_command_ends_with_it_and_the_document_has_it(capsys) -> None:
    words = ["simulate", "first-argument", "-n", "8"]
    assert main(words) == 0
    out = capsys.readouterr().out
    assert main([*words, "--json"]) == 0
    sentences = json.loads(capsys.readouterr().out)["in_words"]
    ending = " ".join(out.partition("\nIn words\n")[2].split())
    assert sentences
    assert ending == " ".join(" ".join(sentences).split())


def test_an_issue_that_nobody_came_to_and_an_answer_that_nobody_gave_were_not_named(found) -> None:
    """All points on the second issue of a case were called idle; the cause, that no judge came to it, was not told."""
    case = found.plan.case
    close = look_closely(found)
    issue = case.issues[0]
    taken = frozenset([(issue.id, issue.positions[0].id)])
    told = in_words(found, Closely(60, close.said, close.idle, close.worse, taken))
    assert any(line.startswith("Issues that no judge came to") and f"({case.issues[1].id})" in line for line in told)
    assert any(
        line.startswith("Answers to an issue that no judge gave") and f"({issue.id}.{issue.positions[1].id})" in line
        for line in told
    )
    assert close.taken >= taken
