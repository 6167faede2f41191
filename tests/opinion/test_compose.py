"""Composed rulings: kinds of ruling, line-ups, the document, and each thing that was once said wrongly."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.bench.conference import Join, JudgmentBy, Opinion, Role, Ruling, Standing, confer
from moot.bench.persona import Voice
from moot.case import (
    NOTHING_HEARD,
    Argument,
    Attack,
    Attacking,
    Authority,
    Citation,
    DecisionTree,
    Disposition,
    Heard,
    Modality,
    Node,
    OpinionKind,
    RecordItem,
    Signal,
    Status,
    Step,
)
from moot.opinion.compose import line_up, ruling_document
from moot.opinion.document import (
    Document,
    Paragraph,
    Part,
    Section,
)
from moot.opinion.plan import preliminaries
from moot.opinion.prose.grammar import letter, mid, roman, sentence
from moot.opinion.prose.phrases import PhraseBank, ReasonContext, fits
from moot.opinion.told import sentences
from moot.opinion.writing.notes import notes
from tests import support as small
from tests.bench.test_conference import hold
from tests.opinion.sittings import sitting

LEWIS = moot.load_case("sacramento-v-lewis")
BENCHES = {name: moot.load_bench(name) for name in ("lewis-1998", "three", "fictional")}
calm = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))

# A small case with two claims, four ways to end and an argument of every fate.
RIGHT = small.issue(
    "right",
    small.position("kept", small.RESPONDENT, precedent=2),
    small.position("broken", small.PETITIONER, individual_rights=2),
    claim=True,
)
CLEAR = small.issue(
    "clear",
    small.position("dark", small.RESPONDENT, notice=2),
    small.position("bright", small.PETITIONER, accountability=2),
    claim=True,
)
REACH = small.issue("reach", small.position("go", law_declaration=1), small.position("stop", avoidance=1))
TREE = DecisionTree(
    "reach",
    (
        Node("reach", "reach", (("go", "right"), ("stop", "clear-only"))),
        Node("right", "right", (("kept", "aff"), ("broken", "clear"))),
        Node("clear", "clear", (("dark", "aff"), ("bright", "rev"))),
        Node("clear-only", "clear", (("dark", "aff"), ("bright", "vac"))),
        Node("rev", disposition=Disposition.REVERSED),
        Node("vac", disposition=Disposition.VACATED_AND_REMANDED),
        Node("aff", disposition=Disposition.AFFIRMED),
    ),
)
POINTS = (
    small.point(
        "p-broken",
        head="pa",
        urges="right.broken",
        modality=Modality.HISTORICAL,
        attacks=(Attack(Attacking.UNDERCUT, "r-kept"),),
    ),
    small.point("p-bright", head="pa", urges="clear.bright", attacks=(Attack(Attacking.REBUT, "r-dark"),)),
    small.point("p-go", head="pb", urges="reach.go", modality=Modality.STRUCTURAL, briefed=True),
    small.point("r-kept", small.RESPONDENT, "ra", "right.kept", modality=Modality.FACTUAL, strength=4),
    small.point("r-dark", small.RESPONDENT, "ra", "clear.dark", strength=4, briefed=True),
    small.point(
        "r-stop",
        small.RESPONDENT,
        "rb",
        "reach.stop",
        modality=Modality.PRUDENTIAL,
        attacks=(Attack(Attacking.UNDERMINE, "p-go"),),
    ),
)
SMALL = small.case(*POINTS, issues=(REACH, RIGHT, CLEAR), tree=TREE)
HOLDS = ("precedent", "individual-rights", "notice", "accountability", "law-declaration", "avoidance")

small_judges = st.lists(
    st.dictionaries(st.sampled_from(HOLDS), st.integers(1, 5), max_size=4), min_size=1, max_size=9
).map(
    lambda reasonings: small.bench(
        *(small.judge(f"j{n}", n, chief=n == 1, held=held, factual=n % 3) for n, held in enumerate(reasonings, 1))
    )
)


def heards(case, most: int = 15):
    points, answers = sorted(case.point), sorted(case.answers)
    return st.builds(
        lambda full, half, said, conceded: Heard(full, half - full, said, conceded),
        st.frozensets(st.sampled_from(points), max_size=20),
        st.frozensets(st.sampled_from(points), max_size=8),
        st.frozensets(st.sampled_from(answers), max_size=most) if answers else st.just(frozenset()),
        st.frozensets(st.sampled_from(points), max_size=2),
    )


def page_of(ruling: Ruling, number: int) -> str:
    """The text of one opinion."""
    return " ".join(paragraph.text for paragraph in ruling_document(ruling).section(number).paragraphs)


class Sitting:
    """A ruling that prints as what made it."""

    def __init__(self, ruling: Ruling) -> None:
        self.ruling = ruling
        self.heard = next(iter(ruling.reasonings.values())).heard

    def __repr__(self) -> str:
        reasonings = [(judge.id, judge.held) for judge in self.ruling.bench.judges]
        return f"<{self.ruling.case.id} {self.ruling.bench.id} {reasonings} {self.heard}>"


rulings = st.one_of(
    st.tuples(small_judges, heards(SMALL)).map(lambda drawn: Sitting(confer(SMALL, *drawn))),
    st.tuples(st.sampled_from(sorted(BENCHES)), heards(LEWIS)).map(
        lambda drawn: Sitting(confer(LEWIS, BENCHES[drawn[0]], drawn[1]))
    ),
)


# The line-up


def ruled(
    opinions: tuple[Opinion, ...],
    standings: tuple[Standing, ...],
    by: JudgmentBy,
    disposition: Disposition = Disposition.REVERSED,
    titles: dict[str, str] | None = None,
) -> Ruling:
    judges = [
        replace(
            small.judge(standing.judge, n, chief=n == 1),
            title=(titles or {}).get(
                standing.judge, ("Chief " if n == 1 else "") + f"Justice {standing.judge.title()}"
            ),
        )
        for n, standing in enumerate(standings, 1)
    ]
    ruling = confer(SMALL, small.bench(*judges), NOTHING_HEARD)
    return replace(
        ruling,
        disposition=disposition,
        judgment_by=by,
        opinions=opinions,
        standings={standing.judge: standing for standing in standings},
    )


def wrote(number: int, author: str, kind: OpinionKind, *joined: str) -> Opinion:
    walk = (Step("reach", "reach", "go"), Step("right", "right", "kept"), Step("clear", "clear", "dark"))
    return Opinion(number, author, kind, joined, "", Disposition.REVERSED, walk)


def stood(judge: str, role: Role = Role.JOINED, *joins: Join) -> Standing:
    return Standing(judge, Disposition.REVERSED, role, None, joins)


LINE_UPS = {
    "a court of one reasoning": (
        ruled(
            (wrote(0, "ash", OpinionKind.COURT, "oak", "elm"),),
            (stood("oak"), stood("elm"), stood("ash")),
            JudgmentBy.OPINION,
        ),
        "Ash, J., delivered the opinion of the Court, in which Oak, C. J., and Elm, J., joined.",
    ),
    "everything at once": (
        ruled(
            (
                wrote(0, "ash", OpinionKind.COURT, "oak", "elm", "fir"),
                wrote(1, "oak", OpinionKind.CONCURRING, "elm"),
                wrote(2, "yew", OpinionKind.IN_THE_JUDGMENT),
                wrote(3, "box", OpinionKind.IN_PART),
                wrote(4, "may", OpinionKind.DISSENTING, "bay"),
            ),
            (
                stood("oak"),
                stood("elm"),
                stood("ash", Role.AUTHOR),
                stood("fir"),
                stood("yew", Role.IN_THE_JUDGMENT),
                stood("box", Role.IN_PART, Join(0, ("right", "clear"))),
                stood("may", Role.DISSENTING),
                stood("bay", Role.DISSENTING),
            ),
            JudgmentBy.OPINION,
        ),
        "Ash, J., delivered the opinion of the Court, except as to Part II, in which Oak, C. J., and Elm and Fir, JJ., joined, and in Part III "
        "of which Box, J., joined. Oak, C. J., filed a concurring opinion, in which Elm, J., joined. Yew, J., filed "
        "an opinion concurring in the judgment. Box, J., filed an opinion concurring in part and dissenting in part. May, "
        "J., filed a dissenting opinion, in which Bay, J., joined.",
    ),
    "a lead opinion nobody joins whole": (
        ruled(
            (wrote(0, "oak", OpinionKind.PLURALITY), wrote(1, "elm", OpinionKind.IN_PART)),
            (stood("oak", Role.AUTHOR), stood("elm", Role.IN_PART, Join(0, ("right",)))),
            JudgmentBy.PLURALITY,
        ),
        "Oak, C. J., announced the judgment of the Court and delivered an opinion, in Part III of which Elm, J., joined. "
        "Elm, J., filed an opinion concurring in part and dissenting in part.",
    ),
    "no lead opinion": (
        ruled(
            (wrote(0, "oak", OpinionKind.PLURALITY, "box"), wrote(1, "elm", OpinionKind.IN_THE_JUDGMENT, "ash")),
            (stood("oak", Role.AUTHOR), stood("box", Role.JOINED, Join(0)), stood("elm"), stood("ash")),
            JudgmentBy.NO_LEAD,
        ),
        "Oak, C. J., announced the judgment of the Court and delivered an opinion, in which Box, J., joined. Elm, J., filed "
        "an opinion concurring in the judgment, in which Ash, J., joined.",
    ),
    "an even division": (
        ruled((), (stood("oak"), stood("elm")), JudgmentBy.DIVIDED, Disposition.AFFIRMED),
        "The judgment is affirmed by an equally divided Court.",
    ),
    "judges with other titles": (
        ruled(
            (wrote(0, "oak", OpinionKind.COURT, "elm", "ash"),),
            (stood("oak"), stood("elm"), stood("ash")),
            JudgmentBy.OPINION,
            titles={"oak": "Lord Oak", "elm": "Lady Elm", "ash": "Chief Judge Ash"},
        ),
        "Lord Oak delivered the opinion of the Court, in which Lady Elm and Chief Judge Ash joined.",
    ),
}


@pytest.mark.parametrize("name", LINE_UPS)
def test_the_line_up_is_that_of_a_syllabus(name) -> None:
    ruling, wanted = LINE_UPS[name]
    assert line_up(ruling) == wanted


# Kinds of ruling


def test_an_equally_divided_court_says_one_sentence() -> None:
    document = ruling_document(hold("rraa"))
    said = [paragraph.text for section in document.sections for paragraph in section.paragraphs]
    assert said == ["The judgment is affirmed by an equally divided Court."]
    assert "no precedent" in document.notes[0].text
    assert "two to two" in document.notes[0].text


def test_a_plurality_has_its_note_on_common_ground_and_others_have_none() -> None:
    split = hold("rrvva")
    here = replace(split, case=replace(split.case, court="Supreme Court of the United States"))
    assert "Marks v. United States, 430 U.S. 188 (1977)" in ruling_document(here).notes[0].text
    assert ruling_document(split).notes[0].text.startswith("Common ground. ")
    assert ruling_document(hold("rrraa")).notes == ()


def test_the_common_ground_of_a_plurality_states_no_preliminary_step() -> None:
    """What is preliminary shapes the walk and holds nothing; a note that stated it would make a holding of it."""
    split = hold("rrvva")
    order = replace(small.issue("order", small.position("merits-first")), preliminary=True)
    ruling = replace(
        split,
        case=replace(split.case, issues=(order, *split.case.issues)),
        common_ground=(Step("o", "order", "merits-first"), Step("m", "merits", "v")),
        common_ground_note="They agree on what follows.",
    )
    said = notes(ruling)[-1].text
    assert "position v" in said
    assert "merits-first" not in said


def test_one_who_would_go_further_says_so() -> None:
    ruling = hold("rrvva")  # disturbing votes split; to vacate and remand is the narrower
    walk = ruling.reasonings["j1"].walk
    further = Opinion(1, "j1", OpinionKind.IN_THE_JUDGMENT, ("j2",), "", Disposition.REVERSED, walk)
    assert "Left to myself I would reverse" in page_of(replace(ruling, opinions=(ruling.opinions[0], further)), 1)


def test_a_remand_is_ordered_in_full() -> None:
    page = page_of(hold("vvv"), 0)
    assert (
        "The judgment of the A court below is vacated, and the case is remanded for further proceedings consistent with "
        "this opinion. It is so ordered." in page
    )


def test_a_paradox_is_explained_with_the_walk_that_makes_it() -> None:
    # Each element has a majority for petitioner, and no majority finds both.
    held = (
        {"individual-rights": 5, "notice": 5},
        {"precedent": 5, "accountability": 5},
        {"individual-rights": 5, "accountability": 5},
    )
    judges = [small.judge(f"j{n}", n, held=reasoning | {"law-declaration": 5}) for n, reasoning in enumerate(held, 1)]
    ruling = confer(SMALL, small.bench(*judges), NOTHING_HEARD)
    assert ruling.paradox
    note = ruling_document(ruling).notes[-1].text
    assert re.search(r"Which right\? Answer: [Pp]osition broken\. Which clear\? Answer: [Pp]osition bright\.", note), (
        note
    )
    assert "Those answers lead to a judgment reversed. Counted by votes the judgment is affirmed." in note


def test_a_judge_who_dissents_in_part_says_what_is_shared() -> None:
    shared = {"individual-rights": 5, "law-declaration": 5}
    others = [small.judge(f"j{n}", n, held=shared | {"notice": 5}) for n in (1, 2, 3)]
    ruling = confer(
        SMALL, small.bench(*others, small.judge("box", 4, held=shared | {"accountability": 5})), NOTHING_HEARD
    )
    assert ruling.standings["box"].role is Role.IN_PART
    assert "in Part II of which Box, J., joined" in line_up(ruling)
    page = page_of(ruling, ruling.standings["box"].writes)
    assert "Part II of the Court's opinion" in page
    assert "Which clear?” my answer is: position bright." in page
    assert "dissent" in page


# What was once said wrongly


def written(*points, held=None, issues=None, **more) -> str:
    """The lead opinion of one judge who heard every point."""
    case = small.case(*points, **({"issues": issues} if issues else {}), **more)
    judge = small.judge("j1", held=held or {})
    return page_of(confer(case, small.bench(judge), Heard(full=frozenset(case.point))), 0)


MERITS = small.issue(
    "merits",
    replace(
        small.position("yes", small.PETITIONER),
        holds="that the gate was open",
        reasons="A gate left open invites. It did.",
    ),
    replace(small.position("no", small.RESPONDENT), holds="that the gate was shut"),
)


def test_a_title_is_never_a_sentence() -> None:
    page = written(small.point("p1", small.PETITIONER, "pa"), small.point("r1", small.RESPONDENT, "ra", "merits.no"))
    assert "oint p1" not in page
    assert "oint r1" not in page


def test_the_case_against_it_is_never_cited_as_support() -> None:
    """Siegert v. Gilley was cited with "See" for deciding immunity first."""
    contra = Authority(
        "gilley", "Able v. Gilley", "5 U.S. 22 (1901)", "A court", 1901, Status.BINDING, "The right comes first."
    )
    point = small.point("p1", small.PETITIONER, "pa", says="that immunity comes first")
    argument = replace(
        point.argument, cites=("gilley",), citations=(Citation("gilley", Signal.BUT_SEE, "24", "asking otherwise"),)
    )
    page = written(replace(point, argument=argument), issues=(MERITS,), authorities=(contra,))
    assert "But see Able v. Gilley, 5 U.S. 22, 24 (1901) (asking otherwise)." in page
    assert not re.search(r"\bSee Able", page)


def test_an_authority_both_sides_cite_plainly_supports_neither() -> None:
    roe = Authority("roe", "Able v. Baker Co.", "1 U.S. 2 (1901)", "A court", 1901, Status.BINDING, "A promise binds.")
    sides = (
        small.point("p1", small.PETITIONER, "pa", says="that the lamp was lit", strength=5),
        small.point("r1", small.RESPONDENT, "ra", "merits.no", says="that the lamp was out"),
    )
    both = [replace(one, argument=replace(one.argument, cites=("roe",))) for one in sides]
    assert "Able" not in written(*both, issues=(MERITS,), authorities=(roe,))
    assert "See Able v. Baker Co., 1 U.S. 2 (1901)." in written(both[0], sides[1], issues=(MERITS,), authorities=(roe,))


def test_a_dissent_is_not_cited_as_the_law() -> None:
    """Garrity's dissent stood as support beside Garrity."""
    said = Authority(
        "d", "Able v. Baker (Cole, J., dissenting)", "1 U.S. 2, 9 (1901)", "A court", 1901, Status.DISSENT, "No."
    )
    point = small.point("p1", small.PETITIONER, "pa", says="that the lamp was lit")
    plain = replace(point, argument=replace(point.argument, cites=("d",)))
    assert "Able" not in written(plain, issues=(MERITS,), authorities=(said,))
    signaled = replace(
        point, argument=replace(point.argument, cites=("d",), citations=(Citation("d", Signal.CF, "", "so"),))
    )
    page = written(signaled, issues=(MERITS,), authorities=(said,))
    assert "Cf. Able v. Baker, 1 U.S. 2, 9 (1901) (Cole, J., dissenting) (so)." in page


def test_the_pages_of_the_opinion_being_written_are_not_cited() -> None:
    point = small.point("p1", small.PETITIONER, "pa", says="that it rained")
    record = replace(point, argument=replace(point.argument, record=("r1",)))
    page = written(record, issues=(MERITS,), record=(RecordItem("r1", "It rained.", "837"),))
    assert "837" not in page


def test_the_reasons_of_the_case_file_are_given_and_the_attack_that_met_the_other_side() -> None:
    page = written(
        small.point(
            "p1", small.PETITIONER, "pa", attacks=(Attack(Attacking.UNDERCUT, "r1"),), says="that a latch is not a lock"
        ),
        small.point("r1", small.RESPONDENT, "ra", "merits.no", says="that the latch was down"),
        issues=(MERITS,),
    )
    assert "A gate left open invites. It did." in page
    assert re.search(r"that the latch was down\..*that a latch is not a lock\.", page)
    assert "That will not" not in page


def test_an_opinion_begins_with_the_question_and_the_answer() -> None:
    case = small.case(small.point("p1", small.PETITIONER, "pa"), issues=(MERITS,))
    document = ruling_document(confer(case, small.bench(small.judge("j1")), Heard(full=frozenset({"p1"}))))
    first = document.section(0).paragraphs[0].text
    assert case.question_presented.rstrip("?") in first
    assert "that the gate was open" in first
    assert "reverse" in first


def test_a_preliminary_question_is_not_a_holding() -> None:
    """ "Held: (a) It is difficult" stood in every syllabus."""
    first = replace(small.issue("order", small.position("go"), small.position("stop")), preliminary=True)
    tree = DecisionTree("o", (Node("o", "order", (("go", "m"), ("stop", "m"))), Node("m", "merits", (("yes", "rev"), ("no", "aff"))),
                              Node("rev", disposition=Disposition.REVERSED), Node("aff", disposition=Disposition.AFFIRMED)))  # fmt: skip
    case = small.case(small.point("p1", small.PETITIONER, "pa"), issues=(first, MERITS), tree=tree)
    document = ruling_document(confer(case, small.bench(small.judge("j1")), Heard(full=frozenset({"p1"}))))
    held = [paragraph.text for paragraph in document.syllabus.paragraphs if paragraph.text.startswith("Held")]
    assert held == ["Held: The gate was open (Part II)."]
    assert "Position go" not in " ".join(document.lines())


def test_judges_who_divide_on_a_preliminary_question_are_answered() -> None:
    for seed in range(6):
        found = sitting("sacramento-v-lewis", "lewis-1998", seed)
        lead = found.ruling.lead
        for step in lead.walk if lead else ():
            if LEWIS.issue[step.issue].preliminary and step in preliminaries(found.ruling, lead):
                clause = LEWIS.issue[step.issue].position(step.position).holds
                assert clause.removeprefix("that ") in found.page(lead)


def test_sides_of_several_parties_are_plural() -> None:
    point = small.point("p1", small.PETITIONER, "pa", says="that it rained")
    several = replace(small.case(point, issues=(MERITS,)).petitioner, several=True)
    page = written(point, small.point("r1", small.RESPONDENT, "ra", "merits.no"), issues=(MERITS,), petitioner=several)
    assert re.search(r"[Pp]etitioners\b", page)
    assert not re.search(r"[Pp]etitioner\b", page)


def test_an_overclaim_is_not_adopted_as_law() -> None:
    """ "Exactly so, your cases do put immunity at the head" was quoted by the Court as its reason."""
    said = small.answer(
        "q.a", argument=Argument("q.a", small.PETITIONER, Modality.DOCTRINAL, (small.ref("merits.yes"),), 3), overclaims=True, says="that it always rains",
    )  # fmt: skip
    case = small.case(
        small.point("p1", small.PETITIONER, "pa", questions=(small.question("q", said),)), issues=(MERITS,)
    )
    ruling = confer(case, small.bench(small.judge("j1")), Heard(full=frozenset({"p1"}), answers=frozenset({"q.a"})))
    assert "always rains" not in page_of(ruling, 0)


def test_no_other_ground_is_offered_for_the_judgment() -> None:
    for seed in range(8):
        for bench in ("lewis-1998", "three"):
            text = " ".join(sitting("sacramento-v-lewis", bench, seed).document.lines())
            assert not re.search(r"another ground|Were all this wrong|the same judgment, on|second road", text)


def test_contractions_of_the_lectern_are_written_out() -> None:
    point = small.point("p1", small.PETITIONER, "pa", says="that it isn't so and won't be, and can't have been")
    assert "that it is not so and will not be, and cannot have been" in written(point, issues=(MERITS,))


# The judge's own words


def test_a_phrase_is_used_only_where_the_reasons_bear_it_out() -> None:
    assert not fits("The cases point one way.", ReasonContext())
    assert fits("The cases point one way.", ReasonContext(modalities=frozenset({Modality.DOCTRINAL})))
    assert not fits("The matter belongs to the people.", ReasonContext())
    assert fits("The matter belongs to the people.", ReasonContext(principles=frozenset({"self-government"})))
    assert not fits("The issue is a narrow one.", ReasonContext())
    assert fits("The issue is a narrow one.", ReasonContext(short=True))
    assert not fits("The conclusion does not follow from it.", ReasonContext(attack=Attacking.REBUT))
    assert fits("The conclusion does not follow from it.", ReasonContext(attack=Attacking.UNDERCUT))
    assert not fits("So {counsel} says.", ReasonContext())


def test_a_phrase_is_used_once_and_in_the_voice_of_the_opinion() -> None:
    judge = replace(small.judge("j"), voice=Voice(writes={"closes": ("I stop here.", "We stop here.", "Enough.")}))
    alone = PhraseBank(judge, "seed", plural=False)
    assert {alone.phrase("closes", ReasonContext()) for _ in range(2)} == {"I stop here.", "Enough."}
    assert alone.phrase("closes", ReasonContext()) == ""
    together = PhraseBank(judge, "seed", plural=True)
    assert {together.phrase("closes", ReasonContext()) for _ in range(2)} == {"We stop here.", "Enough."}


@calm
@given(heards(LEWIS), st.sampled_from(sorted(BENCHES)))
def test_a_phrase_of_a_judge_stands_in_that_judges_opinion_alone(heard, name) -> None:
    ruling = confer(LEWIS, BENCHES[name], heard)
    for number in range(len(ruling.opinions)):
        page = page_of(ruling, number)
        for judge in ruling.bench.judges:
            phrases = [text for place in judge.voice.writes.values() for text in place if len(text.split()) > 5]
            if judge.id != ruling.opinions[number].author:
                assert not [text for text in phrases if text in page]


# The document


def test_markdown_gives_hostile_text_nothing_to_act_on() -> None:
    nasty = "*[x](javascript:y)* <script> `a` _b_ | # c & d {e}"
    part = Part("I", nasty, (Paragraph("1. " + nasty), Paragraph("# " + nasty), Paragraph("- " + nasty)))
    section = Section(nasty, nasty, "Simulated.", (part,), 0)
    text = Document(
        nasty, nasty, nasty, section, nasty, (Paragraph(nasty),), (section,), Disposition.AFFIRMED
    ).markdown()
    assert "<" not in text
    assert not re.search(r"(?<!\\)[\[\]`_|]", text)
    assert not re.search(r"^(?:\d+\.|-) ", text, re.MULTILINE)
    assert "\n# \\*" not in text.replace(text.splitlines()[0], "", 1)


def test_an_unknown_opinion_has_no_section() -> None:
    with pytest.raises(KeyError):
        ruling_document(hold("rrr")).section(7)


# Words


def test_words_and_joints() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 39, 40)] == ["I", "IV", "IX", "XIV", "XXXIX", "XL"]
    assert [letter(n) for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert sentence("so it is") == "So it is."
    assert sentence("Baker Co.") == "Baker Co."
    assert sentence("") == ""
    assert sentences("See Able v. Baker. It holds.") == ["See Able v. Baker.", "It holds."]
    assert mid(LEWIS, "Brower described it") == "Brower described it"
    assert mid(LEWIS, "I know") == "I know"


def test_the_real_line_up_reads_like_its_syllabus() -> None:
    round = moot.Round(LEWIS, BENCHES["lewis-1998"])
    for move in LEWIS.historical.line:
        round.push(move)
    assert line_up(round.outcome().ruling) == (
        "Souter, J., delivered the opinion of the Court, in which Rehnquist, C. J., and O'Connor, Kennedy, Ginsburg, and "
        "Breyer, JJ., joined. Rehnquist, C. J., filed a concurring opinion. Kennedy, J., filed a concurring opinion, in which "
        "O'Connor, J., joined. Breyer, J., filed a concurring opinion. Stevens, J., filed an opinion concurring in the "
        "judgment. Scalia, J., filed an opinion concurring in the judgment, in which Thomas, J., joined."
    )
