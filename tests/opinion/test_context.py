"""What is known of an opinion while it is written and how much it tells, each by itself: what a whole ruling rarely turns on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.bench.conference import Join, Opinion, Ruling, confer
from moot.bench.persona import Voice
from moot.case import (
    Argument,
    Attack,
    Attacking,
    Authority,
    DecisionTree,
    Disposition,
    Heard,
    Modality,
    Node,
    OpinionKind,
    PositionRef,
    Side,
    Status,
    Step,
)
from moot.opinion.compose import ruling_document
from moot.opinion.context import OpinionContext
from moot.opinion.document import Attributed, Held, Paragraph
from moot.opinion.material import Contest, history
from moot.opinion.prose.grammar import mid
from moot.opinion.prose.phrases import PhraseBank, VariantPicker
from moot.opinion.prose.styles import PLAIN
from moot.opinion.told import Told
from moot.opinion.writing.arguments import meeting, most_told
from moot.opinion.writing.concurrence import _exchange, concurrence
from moot.opinion.writing.holding import finding
from moot.opinion.writing.lead import joined_up, thats
from moot.opinion.writing.real import own_words
from moot.opinion.writing.replies import replies
from moot.opinion.writing.separate import _end, _rule_before_its_application
from moot.opinion.writing.step import _merged
from tests import support as small
from tests.bench.test_conference import hold
from tests.opinion.as_written import ruling_of

GATE = small.issue(
    "merits",
    replace(small.position("yes", small.PETITIONER, notice=2, precedent=1), holds="that the gate was open"),
    replace(
        small.position("no", small.RESPONDENT, notice=1, avoidance=3),
        holds="that the gate was shut",
        reasons="It creaks.",
    ),
)
OPEN, SHUT = Step("m", "merits", "yes"), Step("m", "merits", "no")
DIES, KING = (
    Authority("dies", "Able v. Dies", "2 U.S. 3 (1902)", "A court", 1902, Status.BINDING, "So it is."),
    Authority("king", "Able v. King", "2 U.S. 4 (1903)", "A court", 1903, Status.BINDING, "So it is."),
)
ACT = Authority("act", "Gate Act", "12 Pa. Cons. Stat. § 7", "statute", 1890, Status.BINDING, "Gates are shut.")


def context(
    ruling: Ruling, opinion: Opinion | None = None, detail: int = 3, voice: Voice | None = None
) -> OpinionContext:
    """The context of an opinion, the first if none is named, in a plain style."""
    opinion = opinion or ruling.opinions[0]
    judge = replace(ruling.bench.judge[opinion.author], voice=voice or Voice())
    phrase_bank = PhraseBank(judge, "seed", plural=True)
    return OpinionContext(ruling, opinion, PLAIN, VariantPicker("seed"), phrase_bank, Told(), detail)


def ruled(*points, authorities=(), heard: Heard | None = None, **held) -> Ruling:
    """What one judge rules who has heard every point."""
    case = small.case(*points, issues=(GATE,), authorities=authorities)
    judge = small.judge("j1", held={name.replace("_", "-"): much for name, much in held.items()})
    return confer(case, small.bench(judge), heard or Heard(full=frozenset(case.point)))


def cited(*ids: str, **more):
    point = small.point("p1", small.PETITIONER, "pa", says="that the lamp was lit", **more)
    return replace(point, argument=replace(point.argument, cites=ids))


# What it names


def test_two_who_differ_answer_and_one_answers() -> None:
    ruling = hold("rrr")
    first = ruling.opinions[0]
    others = [Opinion(n, f"j{n + 1}", OpinionKind.DISSENTING, (), "", Disposition.AFFIRMED, ()) for n in (1, 2)]
    both = context(ruling, first).others(others)
    assert both["names"] == "Justice J2 and Justice J3"
    assert (both["n_answer"], context(ruling, first).others(others[:1])["n_answer"]) == ("answer", "answers")
    assert {key for key in both if not key.startswith("n_")} == {"names", "Names"}


def test_the_footing_is_of_the_position_taken_and_against_what_only_the_others_embody() -> None:
    reason_context = context(ruled(cited(), notice=3)).reason_context(OPEN)
    assert reason_context.principles == {"notice", "precedent"}
    assert reason_context.against == {"avoidance"}
    assert reason_context.modalities == {Modality.DOCTRINAL}
    assert (reason_context.law, reason_context.short) == (True, True)


def test_an_opinion_with_a_longer_walk_than_another_is_not_short() -> None:
    ruling = ruled(cited())
    longer = ruling.opinions[0]._replace(walk=ruling.opinions[0].walk * 2)
    both = replace(ruling, opinions=(longer, ruling.opinions[0]._replace(number=1)))
    assert not context(both, longer).reason_context(OPEN).short
    assert context(both, both.opinions[1]).reason_context(OPEN).short


def test_nothing_stands_behind_a_finding_that_no_argument_supports() -> None:
    assert context(ruled(cited())).reason_context(SHUT).modalities == frozenset()


# What it cites


def test_where_there_is_room_for_one_a_case_is_cited_before_a_clause() -> None:
    one = context(ruled(cited("act", "dies", "king"), authorities=(ACT, DIES, KING)))
    assert one.cites("p1", OPEN, 1) == "See Able v. Dies, 2 U.S. 3 (1902)."
    two = context(ruled(cited("act", "dies", "king"), authorities=(ACT, DIES, KING)))
    assert two.cites("p1", OPEN, 2) == "See 12 Pa. Cons. Stat. § 7; Able v. Dies, 2 U.S. 3 (1902)."


def test_a_page_is_cited_once_and_a_later_case_never() -> None:
    later = replace(KING, status=Status.LATER)
    one = context(ruled(cited("dies", "king"), authorities=(DIES, later)))
    assert one.cites("p1", OPEN) == "See Able v. Dies, 2 U.S. 3 (1902)."
    assert one.cites("p1", OPEN) == ""


# How much it tells


def words(number: int, ends: str = "") -> Paragraph:
    return Paragraph(" ".join(["word"] * number) + ends, (Held("merits", f"of {number}"),))


@pytest.mark.parametrize(("lengths", "left"), [((35, 90), 1), ((90, 35), 1), ((36, 36), 2), ((36, 90), 2)])
def test_of_two_paragraphs_a_short_one_is_put_to_the_other(lengths: tuple[int, int], left: int) -> None:
    told = _merged([words(number) for number in lengths])
    assert len(told) == left
    assert [stated for one in told for stated in one.states] == [Held("merits", f"of {number}") for number in lengths]
    assert " ".join(one.text for one in told).split() == ["word"] * sum(lengths)


@pytest.mark.parametrize(
    ("detail", "full", "brief"), [(-2, 0, 0), (-1, 0, 0), (0, 0, 0), (1, 1, 0), (2, 2, 0), (3, 2, 1)]
)
def test_the_more_detail_the_more_arguments_are_told(detail: int, full: int, brief: int) -> None:
    one = context(ruled(cited()), detail=detail)
    assert (most_told(one, full=True), most_told(one, full=False)) == (full, brief)


def test_three_paragraphs_of_a_step_stay_three() -> None:
    assert len(_merged([words(3), words(4), words(5)])) == 3


def test_paragraphs_are_put_together_up_to_a_hundred_and_thirty_words() -> None:
    assert [len(one.text.split()) for one in joined_up([words(100), words(30), words(1), words(130)])] == [130, 1, 130]
    assert joined_up([words(100), words(30)])[0].states == (Held("merits", "of 100"), Held("merits", "of 30"))
    assert joined_up([]) == []


def test_every_word_a_case_says_in_small_letters_is_no_name() -> None:
    """The words of speeches, questions and answers were not counted where only they have them."""
    asked = replace(
        small.question("q", replace(small.answer("q.a"), text="The lantern burned.")),
        text="Was the Wick long, or the wick trimmed?",
    )
    said = replace(cited(), speech="The hinge held.", questions=(asked,))
    case = replace(small.case(said, issues=(GATE,)), caption="Lantern v. Hinge, ex rel. Wick")
    assert [mid(case, text) for text in ("Lantern light", "Hinge oil", "Wick and oil")] == [
        "lantern light",
        "hinge oil",
        "Wick and oil",
    ]


# Where the votes divide evenly


@pytest.mark.parametrize(
    ("application", "presumption", "stands"),
    [
        (False, None, "The judgment below stands because"),
        (True, None, "The application fails because"),
        (True, small.PETITIONER, "The application succeeds because"),
    ],
)
def test_an_even_division_says_what_stands(application: bool, presumption: Side | None, stands: str) -> None:
    ruling = hold("rraa")
    below = replace(ruling.case.below, won=small.RESPONDENT, application=application, presumption=presumption)
    case = replace(ruling.case, below=below)
    (note,) = ruling_document(replace(ruling, case=case)).notes
    assert f"two to two. {stands}" in note.text


# What the lead opinion answers


def divided() -> Ruling:
    """Two judges for an open gate; the third does not hear the point that undercuts the case for a shut one."""
    p1 = small.point(
        "p1",
        small.PETITIONER,
        "pa",
        says="that a latch is not a lock",
        attacks=(Attack(Attacking.UNDERCUT, "r1"),),
        strength=5,
    )
    r1 = small.point(
        "r1", small.RESPONDENT, "ra", "merits.no", says="that the latch was down", modality=Modality.TEXTUAL
    )
    case = small.case(p1, r1, issues=(GATE,))
    judges = (small.judge("j1"), small.judge("j2", 2), small.judge("j3", 3, doctrinal=0, held={"avoidance": 2}))
    return confer(case, small.bench(*judges), Heard(full=frozenset(case.point)))


@pytest.mark.parametrize(("detail", "own"), [(-1, False), (0, False), (1, False), (2, True), (3, True)])
def test_a_dissent_is_answered_in_the_judges_own_words_where_much_is_told(detail: int, own: bool) -> None:
    ruling = divided()
    assert [opinion.kind for opinion in ruling.opinions] == [OpinionKind.COURT, OpinionKind.DISSENTING]
    lead = context(ruling, detail=detail, voice=Voice(writes={"answers": ("Nothing in that persuades.",)}))
    (reply,) = replies(lead, ruling.opinions[1:])
    assert reply.states == (Attributed(1, "merits", "no"),)
    assert ("Nothing in that persuades." in reply.text) is own
    assert ("that the latch was down" in reply.text and "a latch is not a lock" in reply.text) is (detail >= 0), (
        reply.text
    )


def test_an_argument_on_two_questions_is_met_by_what_it_urges_on_this_one() -> None:
    zoning = replace(
        small.issue("zoning", small.position("void", small.RESPONDENT), small.position("valid")),
        positions=(
            replace(small.position("void", small.RESPONDENT), holds="that the zone was void"),
            small.position("valid"),
        ),
    )
    both = small.point("r1", small.RESPONDENT, "ra", "merits.no", says="that the latch was down")
    both = replace(both, argument=replace(both.argument, urges=(small.ref("zoning.void"), small.ref("merits.no"))))
    case = small.case(cited(strength=5), both, issues=(GATE, zoning))
    lead = context(confer(case, small.bench(small.judge("j1")), Heard(full=frozenset(case.point))))
    met = meeting(lead, OPEN, Contest("r1"))
    assert "the gate was shut" in met
    assert "void" not in met


@pytest.mark.parametrize(
    ("says", "told"), [("that the gate was open", False), ("that the hinge had rusted open", True)]
)
def test_what_meets_an_argument_was_the_holding_once_more(says: str, told: bool) -> None:
    """`The argument does not hold up. Petitioners reply that at common law ...`, which began the same part."""
    wide = replace(cited("dies"), says=says)
    shut = small.point("r1", small.RESPONDENT, "ra", "merits.no", says="that the latch was down")
    case = small.case(wide, shut, issues=(GATE,), authorities=(DIES,))
    lead = context(confer(case, small.bench(small.judge("j1")), Heard(full=frozenset(case.point))))
    met = meeting(lead, OPEN, Contest("r1", "p1", Attacking.REBUT))
    assert (says in met) is told
    assert "Able v. Dies" in met


# Where every way of saying a thing has been used


def exhaust(one: OpinionContext, place: str, **fields: str) -> None:
    """Say all there is to say at a place."""
    while one.say(place, **fields):
        pass


def concurring(joined: tuple[str, ...] | None) -> tuple[Ruling, Opinion]:
    """A second judge who joins the Court's opinion, or of its issues only these, and writes."""
    judges = (small.judge("j1", held={"notice": 3}), small.judge("j2", 2, held={"notice": 3}))
    ruling = confer(small.case(cited(), issues=(GATE,)), small.bench(*judges), Heard(full=frozenset({"p1"})))
    mine = Opinion(1, "j2", OpinionKind.CONCURRING, (), "avoidance", ruling.disposition, ruling.opinions[0].walk)
    standing = ruling.standings["j2"]._replace(joins=(Join(0, joined),) if joined != () else (), writes=1)
    return replace(ruling, opinions=(ruling.opinions[0], mine), standings={**ruling.standings, "j2": standing}), mine


def test_who_joins_says_so_when_every_usual_way_has_been_used() -> None:
    for joined, place, told in (
        (None, "join", "I too join the Court's opinion, and add a word of my own."),
        ((), "join.part", "I too join the Court's opinion, except Part II, and add a word of my own."),
    ):
        ruling, mine = concurring(joined)
        one = context(ruling, mine, detail=0)
        exhaust(one, place, parts="Part II", **one.whom(ruling.opinions[0]))
        assert concurrence(one)[0].paragraphs[0].text.startswith(told)


@pytest.mark.parametrize(
    ("kind", "place", "told"),
    [
        (OpinionKind.IN_THE_JUDGMENT, "end.judgment", "I would reverse on the ground stated."),
        (OpinionKind.DISSENTING, "end.dissent", "I, too, would reverse."),
        (OpinionKind.IN_PART, "end.part", "I, too, would reverse."),
    ],
)
def test_an_opinion_apart_ends_when_every_usual_end_has_been_used(kind: OpinionKind, place: str, told: str) -> None:
    ruling = divided()
    mine = ruling.opinions[1]._replace(kind=kind, disposition=Disposition.REVERSED)
    one = context(replace(ruling, opinions=(ruling.opinions[0], mine)), mine, detail=0)
    exhaust(one, place, of_ground="")
    assert _end(one, closes=True) == told


def test_of_five_who_give_one_answer_three_said_nothing_of_it() -> None:
    """Where the case file has no clause for it. “On the question “Which?”” was taken for a sentence that stood in the ruling already."""
    ruling = ruled(cited())
    bare = replace(GATE, positions=tuple(replace(position, holds="") for position in GATE.positions))
    case = replace(ruling.case, issues=(bare,))
    two = replace(ruling, case=case, opinions=(ruling.opinions[0], ruling.opinions[0]._replace(number=1)))
    one = context(two)
    assert finding(one, OPEN) == "Which merits? Position yes."
    assert finding(one, OPEN) == "On the question “Which merits?” our answer is: position yes."
    assert finding(one, OPEN) == "", "the opinion has said it itself"
    other = replace(context(two, two.opinions[1]), told=one.told)
    for way in ("I agree with", "I am with", "I give the same answer as", "I would say what is said by"):
        assert finding(other, OPEN) == f"{way} the Court on the question “Which merits?”"
    assert finding(other, OPEN) == ""


# What there is to say


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ((1902, 1910, 1917), {"old": "Dies", "was": "1902", "new": "Kent", "now": "1917"}),
        ((1902, 1910, 1916), {}),
        ((1902, 1990), {}),
        ((1902, 1902, 1902, 1950), {"old": "Dies", "was": "1902", "new": "More", "now": "1950"}),
    ],
)
def test_a_question_has_a_history_where_three_cases_lie_fifteen_years_apart(years: tuple[int, ...], told: dict) -> None:
    names = ("Dies", "Ford", "Kent", "More")
    cases = tuple(
        Authority(name.lower(), f"{name} v. Able", f"{n} U.S. 3 ({year})", "A court", year, Status.BINDING, "So it is.")
        for n, (name, year) in enumerate(zip(names, years, strict=False), 2)
    )
    cited_all = cited(*(one.id for one in cases))
    assert history(context(ruled(cited_all, authorities=cases)), OPEN) == told
    aside = replace(ACT, year=1700)
    with_an_act = cited(*(one.id for one in cases), "act")
    assert history(context(ruled(with_an_act, authorities=(*cases, aside))), OPEN) == told


def test_what_counsel_answered_is_told_of_the_view_it_urges_first() -> None:
    """An answer may urge a second position as well."""
    both = Argument("q.a", small.PETITIONER, Modality.DOCTRINAL, (small.ref("merits.yes"), small.ref("merits.no")), 3)
    asked = small.question("q", small.answer("q.a", argument=both, says="that a gate left ajar is not shut"))
    case = small.case(cited(questions=(asked,)), issues=(GATE,))
    heard = Heard(full=frozenset({"p1"}), answers=frozenset({"q.a"}))
    one = context(confer(case, small.bench(small.judge("j1")), heard))
    assert "a gate left ajar is not shut" in _exchange(one, PositionRef("merits", "yes"))
    other = context(confer(case, small.bench(small.judge("j1")), heard))
    assert _exchange(other, PositionRef("merits", "no")) == ""


@pytest.mark.parametrize(
    ("clause", "other", "told"),
    [
        ("that the gate was open", "that the lock held", "that the gate was open, and that the lock held"),
        ("", "that the lock held", "that the lock held"),
        ("that the gate was open", "", ""),
        (
            "that it fell, and that it broke",
            "that the lock held",
            "that it fell, and that it broke; and that the lock held",
        ),
    ],
)
def test_the_last_holdings_are_run_together_where_the_case_has_clauses_for_them(
    clause: str, other: str, told: str
) -> None:
    def issue(id: str, holds: str):
        found = small.issue(
            id, small.position("yes", small.PETITIONER, notice=2), small.position("no", small.RESPONDENT)
        )
        return replace(found, positions=(replace(found.positions[0], holds=holds), found.positions[1]))

    tree = DecisionTree("m", (
        Node("m", "merits", (("yes", "l"), ("no", "aff"))), Node("l", "lock", (("yes", "rev"), ("no", "aff"))),
        Node("rev", disposition=Disposition.REVERSED), Node("aff", disposition=Disposition.AFFIRMED),
    ))  # fmt: skip
    points = (cited(), small.point("p2", small.PETITIONER, "pb", "lock.yes"))
    case = small.case(*points, issues=(issue("merits", clause), issue("lock", other)), tree=tree)
    ruling = confer(case, small.bench(small.judge("j1", held={"notice": 4})), Heard(full=frozenset(case.point)))
    assert [step.position for step in ruling.opinions[0].walk] == ["yes", "yes"]
    assert thats(context(ruling)) == told


@pytest.mark.parametrize(("most", "told"), [(0, 0), (1, 1), (2, 2), (3, 3)])
def test_of_what_a_judge_really_wrote_so_many_quotations_are_told_and_no_more(most: int, told: int) -> None:
    ruling = ruling_of("brower-v-inyo", "lewis-1998", 4, 9)
    mine = next(opinion for opinion in ruling.opinions if opinion.author == "stevens")
    assert own_words(context(ruling, mine), PositionRef("standard", "garner-alone"), most).count("“") == told


def test_a_dissent_that_ends_by_applying_a_rule_holds_the_last_of_its_rules_first() -> None:
    ruling = ruling_of("sacramento-v-lewis", "three", None, 7)
    method, culpability, application = (
        Step("", issue, ruling.case.issue[issue].positions[0].id) for issue in ("method", "culpability", "application")
    )
    mine = ruling.opinions[1]
    dissent, concurs = (
        context(ruling, mine._replace(kind=kind)) for kind in (OpinionKind.DISSENTING, OpinionKind.IN_THE_JUDGMENT)
    )
    own = [method, culpability, application]
    assert _rule_before_its_application(dissent, application, own) == culpability
    assert _rule_before_its_application(dissent, application, [application]) == application
    assert _rule_before_its_application(dissent, culpability, own) == culpability
    assert _rule_before_its_application(concurs, application, own) == application
