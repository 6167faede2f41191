"""Nothing compared a sitting with the same sitting in which counsel said nothing."""

from __future__ import annotations

import pytest

import moot
from moot.bench.conference import confer
from moot.case import ConcessionKind, Heard, Side
from moot.case.heard import heard_of
from moot.counsel import Novice
from moot.report.as_json import sitting
from moot.report.build import report
from moot.report.sway import sway_lines
from moot.score.sway import silenced, sway
from tests import support as small
from tests.bench.test_turning import conceded_case

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT


def test_nothing_said_was_compared_with_silence() -> None:
    case = conceded_case()
    bench = small.bench(small.judge("a", 1), small.judge("b", 2, doctrinal=0))
    ruling = confer(case, bench, heard_of(case, (), ("p1", "r1"), ()))
    mine, theirs = sway(ruling).values()
    assert (mine.silent, mine.here, mine.votes) == ((), ("a",), 1), "b hears no doctrine at all"
    assert mine.findings == {"a": {"merits": ("no", "yes")}}
    assert (theirs.silent, theirs.here, theirs.votes, theirs.findings) == (("b",), ("b",), 0, {})


def test_silence_keeps_the_words_of_the_other_side_and_what_they_conceded() -> None:
    gives_up = small.Concession(ConcessionKind.LAW, "the point", ("p1",))
    asked = small.question("q1", small.answer("q1.a", concedes=gives_up), small.answer("q1.b"))
    case = small.case(
        small.point("p1", PETITIONER, "pa", questions=(asked,)),
        small.point("p2", PETITIONER, "pb"),
        small.point("r1", RESPONDENT, "ra", "merits.no"),
        small.point("r2", RESPONDENT, "rb", "merits.no"),
    )
    heard = heard_of(case, ("p2",), ("p1", "r1"), ("q1.a",))
    assert silenced(case, heard, RESPONDENT) == heard_of(case, ("p2",), ("p1",), ("q1.a",))
    assert silenced(case, heard, RESPONDENT).conceded == {"p1"}
    assert silenced(case, heard, PETITIONER) == Heard(full=frozenset({"r1"}))


def test_counsel_who_said_nothing_moved_nothing() -> None:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench))

    def silent(here):
        return next((move for move in here.legal if str(move) == "sit"), here.legal[0])

    round.play_out(silent, Novice(1))
    found = sway(round.outcome().ruling)[PETITIONER]
    assert (found.votes, found.findings) == (0, {})


@pytest.fixture(scope="module", params=["sacramento-v-lewis", "wilson-v-layne", "first-argument"])
def line(request):
    case = moot.load_case(request.param)
    return moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)


def test_the_data_say_what_the_interfaces_promise(line) -> None:
    data, ruling = sitting(line), line.outcome().ruling
    assert set(data["sway"]) == {"petitioner", "respondent"}
    for side, told in data["sway"].items():
        assert set(told) == {"votes", "findings"}
        quiet = confer(line.case, line.bench, silenced(line.case, line.position.heard, Side(side)))
        wanted = {
            judge: {
                issue: [quiet.reasonings[judge].findings[issue], position]
                for issue, position in reasoning.findings.items()
                if not line.case.issue[issue].preliminary and quiet.reasonings[judge].findings[issue] != position
            }
            for judge, reasoning in ruling.reasonings.items()
        }
        assert told["findings"] == {judge: findings for judge, findings in wanted.items() if findings}
        disturbing = side != line.case.below.won.value
        votes = [
            sum(reasoning.vote.disturbs is disturbing for reasoning in one.reasonings.values())
            for one in (quiet, ruling)
        ]
        assert told["votes"] == votes[1] - votes[0]
    unfinished = moot.Round.from_line(line.case, line.bench, line.line[:3])
    assert sitting(unfinished)["sway"] is None
    assert report(unfinished).sway == ()


def test_the_result_told_neither_silence_nor_life_beside_tonight() -> None:
    case = moot.load_case("sacramento-v-lewis")
    line = moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)
    mine, theirs = report(line).sway
    first, *questions, last = sway_lines(mine, PETITIONER)
    assert first == (
        f"With you silent, {mine.silent} of 9 would have voted for you; tonight {mine.here} did; in life 9 did."
    )
    (fault,) = (one for one in mine.issues if one.issue == "culpability")
    assert fault.really == 6, "Souter and the five who joined him; Scalia and Thomas came by another way"
    asked = case.issue["culpability"].question
    assert any(
        each.startswith(
            f"“{asked}” Your answer: {fault.silent} of 9 with you silent, {fault.here} tonight; in life 6 held it."
        )
        for each in questions
    )
    assert last == f"In all, {len(mine.findings)} of {mine.out_of} findings were moved."
    assert next(sway_lines(theirs, None)).startswith("With respondents silent, ")


def test_who_really_voted_in_part_is_counted_apart() -> None:
    case = moot.load_case("wilson-v-layne")
    line = moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)
    mine, theirs = report(line).sway
    assert (mine.really, mine.really_in_part, theirs.really) == (0, 1, 8)
    assert "in life 0 did, and 1 in part." in next(sway_lines(mine, None))
