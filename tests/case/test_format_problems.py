"""What keeps a format from being played, fault by fault, at the segment that has it; and the last value that is still allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case.formats import MOST_TICKS, Format, Segment, format_problems, heads_for, replies_for, segment_number
from moot.case.words import Side
from tests import support as small

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT
ONE = Segment("one", PETITIONER, 40, 1, reserves=(0, 5), protected=4)
TWO = Segment("two", PETITIONER, 40, 2)
THREE = Segment("three", RESPONDENT, 60, 1)
BACK = Segment("back", PETITIONER, 0, 2, replies=True)
LAST = Segment("last", RESPONDENT, 8, 1, replies=True)


def faults(*segments: Segment) -> list[tuple[int | None, str]]:
    return [(number, fault) for number, fault, _ in format_problems(Format("ours", "Ours", segments))]


def test_a_format_of_two_speakers_and_two_replies_has_no_fault() -> None:
    assert faults(ONE, TWO, THREE, BACK, LAST) == []
    assert faults(THREE, ONE, TWO, LAST, BACK) == []


@pytest.mark.parametrize(
    ("segments", "found"),
    [
        ((ONE, TWO, replace(THREE, id="one"), BACK), [(2, "two segments are called `one`")]),
        ((replace(TWO, speaker=1, ticks=0), THREE), [(0, "`two` has no time, or more than an hour")]),
        ((replace(TWO, speaker=1, ticks=-1), THREE), [
            (0, "`two` has no time, or more than an hour"),
            (0, "`two` is protected for longer than it lasts"),
        ]),
        ((replace(TWO, speaker=1, ticks=1), THREE), []),
        ((replace(TWO, speaker=1, ticks=MOST_TICKS), THREE), []),
        ((replace(TWO, speaker=1, ticks=MOST_TICKS + 1), THREE), [(0, "`two` has no time, or more than an hour")]),
        ((ONE, TWO, THREE, BACK, replace(LAST, ticks=-1)), [
            (4, "`last` has no time, or more than an hour"),
            (4, "`last` is protected for longer than it lasts"),
        ]),
        ((ONE, replace(TWO, protected=40), THREE, BACK), []),
        ((ONE, replace(TWO, protected=41), THREE, BACK), [(1, "`two` is protected for longer than it lasts")]),
        ((ONE, TWO, THREE, BACK, replace(LAST, reserves=(1,))), [(4, "`last` replies, and sets time aside")]),
        ((replace(ONE, reserves=(3, 10, 0)), TWO, THREE, BACK), []),
        (
            (replace(ONE, reserves=(3, 11, 0)), TWO, THREE, BACK),
            [(0, "`one` may set aside more time than it has")],
        ),
        ((THREE,), [(None, "petitioner never opens")]),
        (
            (THREE, replace(TWO, reserves=(2,)), BACK),
            [
                (1, "the speakers of petitioner are not 1, 2 in that order"),
                (2, "`back` is given to a speaker who does not open"),
            ],
        ),
        ((TWO, ONE, THREE, BACK), [(0, "the speakers of petitioner are not 1, 2 in that order")]),
        ((THREE, ONE, replace(TWO, speaker=1), BACK), [
            (1, "the speakers of petitioner are not 1, 2 in that order"),
        ]),
        ((ONE, TWO, THREE, BACK, replace(BACK, id="again")), [(4, "petitioner replies twice")]),
        ((ONE, TWO, THREE, replace(BACK, speaker=0)), [(3, "`back` is given to a speaker who does not open")]),
        ((ONE, TWO, THREE, replace(BACK, speaker=3)), [(3, "`back` is given to a speaker who does not open")]),
        ((ONE, TWO, THREE, replace(BACK, speaker=1)), []),
        ((ONE, TWO, BACK, THREE), [(2, "`back` replies before everyone has opened")]),
        ((BACK, ONE, TWO, THREE), [(0, "`back` replies before everyone has opened")]),
        ((ONE, TWO, THREE, LAST, BACK), []),
        ((replace(ONE, reserves=()), TWO, THREE, BACK), [(3, "`back` has no time")]),
        ((replace(ONE, reserves=()), TWO, THREE, replace(BACK, ticks=1)), []),
        ((ONE, TWO, THREE, BACK, replace(LAST, ticks=0)), [(4, "`last` has no time")]),
        ((ONE, replace(TWO, reserves=(1,)), THREE, BACK), [(1, "two segments of petitioner set time aside")]),
        ((ONE, TWO, THREE), [(0, "petitioner sets time aside and has no reply")]),
        ((replace(ONE, reserves=(0,)), TWO, THREE), []),  # nothing is set aside
        ((THREE, TWO, replace(ONE, reserves=(0, 1))), [
            (1, "the speakers of petitioner are not 1, 2 in that order"),
            (2, "petitioner sets time aside and has no reply"),
        ]),
    ],
)  # fmt: skip
def test_a_fault_of_a_format_is_told_at_its_segment(segments, found) -> None:
    assert faults(*segments) == found


def test_every_fault_says_how_to_mend_it() -> None:
    broken = Format("ours", "Ours", (replace(ONE, ticks=-1, protected=5), replace(TWO, id="one"), BACK))
    told = list(format_problems(broken))
    assert len(told) >= 5
    assert all(fault and mend and fault != mend for _, fault, mend in told)


def test_a_format_knows_its_times_and_speakers() -> None:
    form = Format("ours", "Ours", (ONE, TWO, THREE, BACK, LAST))
    assert form.number == {"one": 0, "two": 1, "three": 2, "back": 3, "last": 4}
    assert form.longest == 60
    assert (form.speakers(PETITIONER), form.speakers(RESPONDENT)) == (2, 1)
    assert (form.reply_of(PETITIONER), form.reply_of(RESPONDENT)) == (3, 4)
    assert (form.ticks_of(PETITIONER), form.ticks_of(RESPONDENT)) == (80, 68)
    assert form.reserved_for == {3: 0}
    assert Format("ours", "Ours", (THREE,)).reply_of(RESPONDENT) is None
    assert Format("ours", "Ours", (THREE,)).speakers(PETITIONER) == 0
    assert Segment("petitioner-2", PETITIONER, 4).name == "petitioner 2"
    assert hash(form) == hash(Format("ours", "Ours", (ONE, TWO, THREE, BACK, LAST)))


def test_where_a_point_may_be_made_by_the_speaker_its_head_is_given_to() -> None:
    form = Format("ours", "Ours", (ONE, TWO, THREE, BACK))
    case = small.case(
        small.point("p1", head="pa"),
        small.point("p2", head="pb"),
        small.point("p3", head="pc"),
        small.point("r1", RESPONDENT, "ra", "merits.no"),
        small.point("b1", replies_to=("ra",)),
        small.point("b2", RESPONDENT, None, "merits.no", replies_to=("pa",)),
    )
    assert [[head.id for head in heads_for(case, form, each)] for each in form.segments] == [
        ["pa", "pb"],
        ["pc"],
        ["ra"],
        [],
    ]
    assert [[point.id for point in replies_for(case, each)] for each in form.segments] == [[], [], [], ["b1"]]
    numbers = {point.id: segment_number(case, form, point) for point in case.points}
    assert numbers == {"p1": 0, "p2": 0, "p3": 1, "r1": 2, "b1": 3, "b2": None}
    alone = Format("ours", "Ours", (ONE, THREE))
    assert [head.id for head in heads_for(case, alone, ONE)] == ["pa", "pb", "pc"]
    given = replace(case, heads=tuple(replace(head, speaker=2 * (head.id == "pa")) for head in case.heads))
    assert [head.id for head in heads_for(given, form, ONE)] == ["pb"]
    assert [head.id for head in heads_for(given, form, TWO)] == ["pa", "pc"]
