"""Who asks, how often, and what of: each figure of the bench's pace by itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

import moot
from moot.case import Argument, Modality, PositionRef, Purpose, Side
from moot.case.formats import Format, Segment
from moot.case.hypotheticals.dials import Scene
from moot.errors import IllegalMove
from moot.round import moves
from moot.round.asking.askers import depths, matters, pressed_already, same_rule
from moot.round.asking.habits import Habits, _plenty, habits_of
from moot.round.asking.leaning import _doubt, pressing
from moot.round.asking.odds import odds
from moot.round.asking.readiness import Readiness
from tests import support as small
from tests.round.made import FORM, OPEN, started

# -- who asks --------------------------------------------------------------------------------------------------------------------------


def test_a_question_that_nobody_on_the_bench_may_ask_is_not_legal() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1", who=("notice",)), small.question("q2"))),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    round = started("roadmap pa,pb reserve 2", "plead p1", case=case)
    assert [str(move) for move in round.legal] == ["pass"]
    assert moves.Ask("q1") not in round.legal
    with pytest.raises(IllegalMove, match="no judge on this bench would ask it"):
        round.push("ask q1")


def test_a_judge_who_is_silent_puts_only_what_that_judge_really_asked() -> None:
    silent = [replace(small.judge(id, n), talk=0) for n, id in ((1, "j"), (2, "k"))]

    def asked(*by: str) -> list[str]:
        question = small.question("q1", purpose=Purpose.CLARIFY, asked_by=by)
        case = small.case(
            small.point("p1", head="pa", questions=(question,)),
            small.point("p2", head="pb"),
            small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        )
        round = moot.Round.from_line(case, small.bench(*silent), OPEN, format=FORM)
        return [str(move) for move, chance in odds(round) if chance]

    assert asked() == ["pass"]
    assert asked("k") == ["pass", "ask q1 by k"]
    assert asked("nobody") == ["pass"]


@pytest.mark.parametrize(
    ("used", "asks"), [(0, False), (3, False), (4, True), (5, True), (20, True), (29, True), (30, True)]
)
def test_nobody_asks_in_the_opening_minutes_that_a_format_protects_and_all_may_after(used: int, asks: bool) -> None:
    form = Format(
        "kept",
        "Kept",
        (Segment("petitioner", Side.PETITIONER, 30, protected=4), Segment("respondent", Side.RESPONDENT, 30)),
    )
    line = ("roadmap pa,pb reserve 0", "plead p1")
    round = moot.Round.from_line(small.case(), small.bench(small.judge("j")), line, format=form)
    round._stack[-1] = round.position._replace(clock=30 - used)
    assert (len(odds(round)) > 1) is asks


@pytest.mark.parametrize(
    ("own", "busy"), [(0, 90), (4, 90), (144, 90), (146, 91), (152, 95), (159, 99), (160, 100), (200, 100)]
)
def test_a_case_of_fewer_questions_is_asked_at_a_slower_pace(own: int, busy: int) -> None:
    questions = tuple(small.question(f"q{n}") for n in range(own))
    stock = tuple(small.question(f"s{n}", stock="rule") for n in range(50))
    case = small.case(
        small.point("p1", head="pa", questions=(*questions, *stock)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    assert _plenty(case) == busy


def test_a_rule_once_stated_is_asked_for_again_only_by_another_side_or_of_another_issue() -> None:
    def about(id: str, issue: str, stock: str = "rule"):
        return replace(small.question(id, stock=stock), text=f"Give me your rule. Which {issue}?")

    case = small.case(
        small.point(
            "p1", head="pa", questions=(about("a", "merits"), about("b", "merits", "then"), about("c", "other"))
        ),
        small.point("p2", head="pb", questions=(about("d", "merits"), about("e", "merits", "limit"))),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no", questions=(about("f", "merits"),)),
        issues=(small.MERITS, replace(small.MERITS, id="other", question="Which other?")),
    )
    stated = {f"{id}.{letter}" for id in "abd" for letter in "ab"}
    assert same_rule(case) == {
        "a": stated,
        "b": stated,
        "d": stated,
        "c": {"c.a", "c.b"},
        "f": {"f.a", "f.b"},
    }


def test_counsel_is_held_to_an_answer_once() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1"), small.question("q2"))),
        small.point(
            "p2",
            head="pb",
            questions=(
                small.question("stock-press.q1", stock="press"),
                small.question("stock-stands.q2", stock="stands"),
                small.question("back", returns_to=("q1.a", "q1.b"), stock="return"),
                small.question("again", returns_to=("q2.a",), stock="return"),
            ),
        ),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    held = pressed_already(case)
    assert held == {
        "back": {"stock-press.q1.a", "stock-press.q1.b", "back.a", "back.b"},
        "again": {"stock-stands.q2.a", "stock-stands.q2.b", "again.a", "again.b"},
    }


def test_what_a_question_is_about_and_how_long_a_thread_it_begins() -> None:
    urges = (PositionRef("merits", "yes"), PositionRef("other", "yes"))
    argued = Argument("q1.a", Side.PETITIONER, Modality.ETHICAL, urges, 2)
    last = small.question("q3", scene=Scene(("rule", "x"), ()))
    next = small.question("q2", small.answer("q2.a", follow_ups=(last,)), small.answer("q2.b"))
    first = small.question("q1", small.answer("q1.a", argument=argued, follow_ups=(next,)), small.answer("q1.b"))
    case = small.case(
        small.point("p1", head="pa", questions=(first, small.question("q4"))),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    assert depths(case) == {"q1": 3, "q2": 2, "q3": 1, "q4": 1}
    assert matters(case) == {"q1": {"merits"}, "q2": frozenset(), "q3": {"rule"}, "q4": frozenset()}


def chances_of(round: moot.Round) -> tuple[int, ...]:
    """The chances of what the bench may do here, in thousandths: pass, then each way of asking."""
    return tuple(int(1000 * chance) for _, chance in odds(round))


def thread() -> moot.Case:
    """Three questions, the first with a follow-up; the third is asked at the second place to break in."""
    first = small.question("q1", small.answer("q1.a", follow_ups=(small.question("f1"),)), small.answer("q1.b"))
    return small.case(
        small.point("p1", head="pa", questions=(first, small.question("q2"), small.question("q3"))),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )


@pytest.mark.parametrize(
    ("line", "behind", "ahead"),
    [
        (
            ("ask q1", "answer q1.a"),
            3,
            None,
        ),  # a follow-up, 500 to 970 in a thousand; or else another question
        (("ask q1", "answer q1.b"), 70, 800),  # it has broken in: 200 to 930
        ((), 70, 940),  # it has not: 60 to 930
        (("ask q1", "answer q1.b", "pass", "resume"), 70, 940),
    ],
)
def test_the_bench_goes_on_and_lets_counsel_speak_within_bounds(monkeypatch, line, behind, ahead) -> None:
    """Far behind its pace it passes so often in a thousand times, and far ahead of it so often."""
    opened = ("roadmap pa,pb reserve 0", "plead p1", *line)
    round = moot.Round.from_line(thread(), small.bench(small.judge("j")), opened, format=FORM)
    for due, passes in ((10**6, behind), (-(10**6), ahead)):
        monkeypatch.setattr(Habits, "due", lambda *_, due=due: due)
        found = chances_of(round)
        if passes is not None:
            assert found[0] == passes
        if line[-1:] == ("answer q1.a",):
            asked = {str(move): int(1000 * chance) for move, chance in odds(round)}
            assert asked["ask f1 by j"] == (970 if due > 0 else 500)
            assert asked["ask q2 by j"] == (30 * 930 // 1000 if due > 0 else 500 * 200 // 1000)


@pytest.mark.parametrize(
    ("due", "asked", "hundredths"),
    [
        (0, 0, 100),
        (100, 0, 160),
        (333, 0, 299),
        (334, 0, 300),
        (335, 0, 300),
        (336, 0, 300),
        (900, 0, 300),
        (0, 1, 40),
        (-115, 0, 31),
        (-117, 0, 30),
        (-120, 0, 30),
        (100, 3, 30),
        (300, 2, 160),
    ],
)
def test_who_is_behind_their_part_is_readier_within_bounds(due: int, asked: int, hundredths: int) -> None:
    """Sixty in a hundred for each question behind or ahead, from 30 to 300; nine tenths more for the greatest doubt."""
    readiness = Readiness.__new__(Readiness)
    readiness.due, readiness.asked = due, SimpleNamespace(by={"j": asked, "mute": 5})
    readiness.habits = SimpleNamespace(whole=7, seats=SimpleNamespace(names=("j", "mute")))
    position = SimpleNamespace(state=SimpleNamespace(point="p1"))
    readiness.round = SimpleNamespace(case=small.case(), position=position)
    readiness._stock = SimpleNamespace(pressed=(7, 0), leanings=SimpleNamespace(unsure=lambda _: (2, 3)))
    assert readiness._weigh() == [7 * hundredths * 10, 0]


@pytest.mark.parametrize(("margin", "doubt"), [(0, 3), (6, 3), (7, 2), (18, 2), (19, 1), (90, 1)])
def test_a_thin_margin_is_much_doubt(margin: int, doubt: int) -> None:
    assert _doubt(margin) == doubt


@pytest.mark.parametrize(
    ("lean", "opposed", "thousandths"),
    [
        ("1", True, 1000),
        ("1", False, 1000),
        ("1.5", True, 1200),
        ("1.5", False, 800),
        ("3", True, 1500),
        ("0.5", True, 666),
    ],
)
def test_a_judge_who_leans_asks_so_much_more_of_the_side_they_stand_against(lean, opposed, thousandths) -> None:
    assert pressing(replace(small.judge("j"), lean=Decimal(lean)), opposed) == thousandths


def test_a_menu_was_sorted_again_at_every_move() -> None:
    """What follows an answer and what begins a thread is kept by the menu; the last question of the menu comes first."""
    case = moot.load_case("sacramento-v-lewis")
    seats = habits_of(moot.Round(case, moot.load_bench(case.bench))).seats
    ids = tuple(list(seats.questions)[:60])
    menu = seats.menu(ids)
    assert seats.menu(ids) is menu
    assert menu.follow_ups
    assert menu.fresh
    assert [each for each in menu.fresh if not each.begins] == [each for each in menu.follow_ups if each.begins] == []
    for kept in menu:
        places = [ids.index(each.id) for each in kept]
        assert places == sorted(places, reverse=True)
    assert sorted(each.id for kept in menu for each in kept) == sorted(ids)
