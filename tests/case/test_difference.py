"""Two versions of a case compared thing by thing: what is said of each kind of change, word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import (
    Argument,
    Authority,
    Case,
    Concession,
    ConcessionKind,
    Costs,
    Guard,
    Manner,
    Modality,
    OpinionKind,
    PositionRef,
    Side,
    Status,
)
from moot.case.argument import Attack
from moot.case.difference import Difference, differences, renamed
from moot.case.hypotheticals.dials import Dial
from moot.case.law import RecordItem
from moot.case.must import CanWin
from moot.case.opinion import Holding, Mark, RealOpinion
from moot.case.words import Attacking, Treatment
from tests import support as small

OPINION = RealOpinion("m", "hale", OpinionKind.COURT, (), "A ground", (Holding("h", "4", "So it is.", "It is."),))
FIRST = small.question(
    "q1", small.answer("q1.a", follow_ups=(small.question("f1"),)), small.answer("q1.b", Manner.EVADE)
)
CASE = small.case(
    small.point("p1", head="pa", questions=(FIRST,)),
    small.point("p2", head="pb", questions=(small.question("q2"),)),
    small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    record=(RecordItem("towed", "The car was towed.", "3"),),
    outside_record=(RecordItem("tickets", "How many tickets."),),
    authorities=(Authority("act", "Lane Act", "Act § 7", "statute", 1970, Status.BINDING, "It may be towed."),),
    dials=(Dial("reader", "Who?", "resident", ("resident", "stranger"), ("one who lives there", "a stranger")),),
    opinions=(OPINION,),
)  # fmt: skip


def told(new: Case, old: Case = CASE) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(each.what, each.id, each.how, each.details) for each in differences(old, new)]


def changed(place: int, **more) -> Case:
    """The case with a point changed."""
    points = list(CASE.points)
    points[place] = replace(points[place], **more)
    return replace(CASE, points=tuple(points))


def argued(**more) -> Case:
    """The case with the argument of its first point changed."""
    return changed(0, argument=replace(CASE.points[0].argument, **more))


def answered(**more) -> Case:
    """The case with the first answer of its first question changed."""
    answers = (replace(FIRST.answers[0], **more), *FIRST.answers[1:])
    return changed(0, questions=(replace(FIRST, answers=answers),))


def test_a_case_does_not_differ_from_itself() -> None:
    assert differences(CASE, CASE) == ()
    assert differences(CASE, replace(CASE, version=7)) == ()


def test_a_difference_is_a_dictionary_for_json() -> None:
    assert Difference("point", "p1", "changed", ("a", "b")).to_dict() == {
        "what": "point",
        "id": "p1",
        "how": "changed",
        "details": ["a", "b"],
    }


@pytest.mark.parametrize(
    ("more", "details"),
    [
        ({"strength": 5}, "strength: 3, now 5"),
        ({"briefed": True}, "briefed: false, now true"),
        ({"modality": Modality.TEXTUAL}, "modality: doctrinal, now textual"),
        ({"attacks": (Attack(Attacking.REBUT, "r1"),)}, "attacks: now rebut `r1`"),
        ({"urges": (PositionRef("merits", "no"),)}, "urges: no longer `merits.yes`, now `merits.no`"),
        ({"cites": ("act", "case")}, "cites: now act, now case"),
        ({"offends": (("notice", 2),)}, "offends: now notice 2"),
        ({"cites": tuple("abcdefgh")}, "cites: now a, now b, now c, now d, now e, now f, now g, now h"),
        ({"cites": tuple("abcdefghi")}, "cites: 0 gone, 9 new"),
    ],
)
def test_what_an_argument_has_otherwise_is_named_without_the_word_argument(more, details) -> None:
    assert told(argued(**more)) == [("point", "p1", "changed", (details,))]


def test_values_that_are_gone_come_before_those_that_are_new() -> None:
    old = argued(cites=("a", "b", "c"))
    assert told(argued(cites=("b", "d")), old)[0][3] == ("cites: no longer a, no longer c, now d",)
    assert told(argued(cites=("c", "b", "a")), old)[0][3] == ("cites: in another order",)
    assert told(argued(cites=()), old)[0][3] == ("cites: no longer a, no longer b, no longer c",)
    assert told(argued(cites=tuple("xyzuv")), argued(cites=tuple("abc")))[0][3] == (
        "cites: no longer a, no longer b, no longer c, now x, now y, now z, now u, now v",
    )
    assert told(argued(cites=tuple("xyzuvw")), argued(cites=tuple("abc")))[0][3] == ("cites: 3 gone, 6 new",)


@pytest.mark.parametrize(
    ("more", "how", "detail"),
    [
        ({"manner": Manner.CONCEDE}, "changed", "manner: direct, now concede"),
        ({"worth": -1}, "changed", "worth: nothing, now -1"),
        ({"overclaims": True}, "changed", "overclaims: false, now true"),
        ({"when": (Guard("p2", wanted=False),)}, "changed", "when: now `p2` not said"),
        ({"when": (Guard("p2"),)}, "changed", "when: now `p2` said"),
        ({"text": "Another answer."}, "reworded", "text"),
        ({"why": "It is the law."}, "reworded", "why"),
        (
            {"concedes": Concession(ConcessionKind.LAW, "the point", ("p1",))},
            "changed",
            "concedes: nothing, now law the point p1",
        ),
        (
            {"argument": Argument("q1.a", Side.PETITIONER, Modality.ETHICAL, (PositionRef("merits", "yes"),), 2)},
            "changed",
            "argument: nothing, now q1.a petitioner ethical `merits.yes` 2 false false",
        ),
        (
            {"marks": (Mark("m", Treatment.ADOPTED, "h"), Mark("m", Treatment.REJECTED))},
            "changed",
            "marks: now adopted by m (h), now rejected by m",
        ),
    ],
)
def test_an_answer_is_told_by_its_own_keys(more, how, detail) -> None:
    assert told(answered(**more)) == [("answer", "q1.a", how, (detail,))]


def test_a_long_value_is_cut_at_eighty_characters() -> None:
    what = "the very long concession that goes on and on " * 3
    ((_, _, _, (detail,)),) = told(answered(concedes=Concession(ConcessionKind.FACT, what, ("p1",))))
    assert detail == f"concedes: nothing, now {f'fact {what.strip()}'[:80]}"
    exactly, longer = "x" * 80, "y" * 81
    assert told(replace(CASE, argument=longer), replace(CASE, argument=exactly)) == [
        ("case", "", "changed", (f"argument: {exactly}, now {'y' * 80}…",))
    ]


def test_words_that_change_the_time_to_speak_change_more_than_words() -> None:
    free = replace(CASE, costs=Costs(roadmap=1))
    points = (replace(free.points[0], speech="word " * 190), *free.points[1:])
    assert told(replace(free, points=points), free) == [
        ("point", "p1", "changed", ("takes 0:15, now 1:30",)),
        ("point", "p1", "reworded", ("speech",)),
    ]


def test_what_stands_under_another_thing_is_told() -> None:
    points = (
        replace(CASE.points[0], questions=()),
        replace(CASE.points[1], questions=(*CASE.points[1].questions, FIRST)),
    )
    assert told(replace(CASE, points=(*points, *CASE.points[2:]))) == [
        ("question", "q1", "changed", ("under `p1`, now under `p2`",)),
        ("question", "", "changed", ("they stand in another order",)),
        ("answer", "", "changed", ("they stand in another order",)),
    ]


def test_things_are_added_and_removed_by_kind() -> None:
    new = replace(
        CASE,
        record=(*CASE.record, RecordItem("sign", "No sign stood there.", "4")),
        outside_record=(),
        opinions=(replace(OPINION, holdings=()),),
    )
    assert told(new) == [
        ("record entry", "sign", "added", ()),
        ("record entry", "tickets", "removed", ()),
        ("holding", "m:h", "removed", ()),
    ]
    assert told(CASE, new) == [
        ("record entry", "tickets", "added", ()),
        ("holding", "m:h", "added", ()),
        ("record entry", "sign", "removed", ()),
    ]


def test_things_in_another_order_are_told_once_for_their_kind() -> None:
    assert told(replace(CASE, points=(CASE.points[1], CASE.points[0], CASE.points[2]))) == [
        ("point", "", "changed", ("they stand in another order",)),
        ("question", "", "changed", ("they stand in another order",)),
        ("answer", "", "changed", ("they stand in another order",)),
    ]
    # What is only left out leaves the others in their order.
    assert [each[2] for each in told(replace(CASE, points=CASE.points[1:]))] == ["removed"] * 7


def test_notes_that_no_rule_reads_are_changes_all_the_same_where_the_proof_reads_them() -> None:
    new = replace(CASE, bench="three", facts="Other facts.", must=(CanWin(Side.PETITIONER, 2),))
    assert told(new) == [
        ("case", "", "changed", ("bench: test, now three", "must: now petitioner can win 2 votes")),
        ("case", "", "reworded", ("facts",)),
    ]


def test_values_within_a_value_are_told_by_both_names() -> None:
    assert told(replace(CASE, costs=replace(CASE.costs, point=5))) == [
        ("case", "", "changed", ("costs.point: 2, now 5",))
    ]
    assert told(replace(CASE, tree=replace(CASE.tree, root="rev"))) == [
        ("decision tree", "", "changed", ("root: m, now rev",))
    ]


# -- another id --------------------------------------------------------------------------------------------------------------


def called(point: str, question: str = "q1") -> Case:
    """The case with its first point, and its question, under other ids."""
    answers = tuple(replace(each, id=f"{question}.{each.letter}") for each in FIRST.answers)
    return changed(
        0,
        id=point,
        argument=replace(CASE.points[0].argument, id=point),
        questions=(replace(FIRST, id=question, answers=answers),),
    )


def test_what_keeps_its_words_is_known_under_another_id() -> None:
    new = called("p9", "q9")
    assert renamed(CASE, new) == {"p1": "p9", "q1": "q9", "q1.a": "q9.a", "q1.b": "q9.b"}
    assert told(new) == [
        ("point", "p9", "renamed", ("it was `p1`",)),
        ("question", "q9", "renamed", ("it was `q1`",)),
        ("answer", "q9.a", "renamed", ("it was `q1.a`",)),
        ("answer", "q9.b", "renamed", ("it was `q1.b`",)),
    ]


def test_two_things_with_the_same_words_are_not_taken_for_each_other() -> None:
    twin = replace(CASE.points[1], id="p7", speech=CASE.points[0].speech, questions=())
    both = replace(CASE, points=(*CASE.points, twin))
    new = replace(called("p9"), points=(*called("p9").points, replace(twin, id="p8")))
    assert "p9" not in renamed(both, new).values()
    assert [each[2] for each in told(new, both) if each[0] == "point"] == ["added", "added", "removed", "removed"]


def test_answers_keep_their_letter_when_their_question_has_another_id() -> None:
    same = tuple(replace(each, text="I see.") for each in FIRST.answers)
    old = changed(0, questions=(replace(FIRST, answers=same),))
    moved = tuple(replace(each, id=f"q9.{each.letter}") for each in same)
    new = changed(0, questions=(replace(FIRST, id="q9", answers=moved),))
    assert renamed(old, new) == {"q1": "q9", "q1.a": "q9.a", "q1.b": "q9.b"}


def test_what_the_file_says_was_renamed_is_believed_only_where_both_are_there() -> None:
    new = called("p9")
    worded = replace(new, points=(replace(new.points[0], speech="Quite other words."), *new.points[1:]))
    assert "p9" not in renamed(CASE, worded).values()
    assert renamed(CASE, replace(worded, renamed_from=(("p9", "p1"),))) == {"p1": "p9"}
    assert renamed(CASE, replace(worded, renamed_from=(("p9", "p0"),))) == {}
    assert renamed(CASE, replace(worded, renamed_from=(("p0", "p1"),))) == {}


def test_what_names_a_thing_by_its_id_now_is_not_a_change() -> None:
    points = (CASE.points[0], CASE.points[1], replace(CASE.points[2], when=(Guard("p1"), Guard("p2"))))
    old = replace(CASE, points=points)
    points = (called("p9").points[0], CASE.points[1], replace(points[2], when=(Guard("p9"), Guard("p2"))))
    new = replace(CASE, points=points)
    assert [each[0] for each in told(new, old)] == ["point"]
    less = replace(new, points=(*points[:2], replace(points[2], when=(Guard("p9"),))))
    assert told(less, old)[-1] == ("point", "r1", "changed", ("when: no longer `p2` said",))
