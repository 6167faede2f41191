"""What the values of a case say of themselves: who wins where nothing is displaced, how counsel is addressed, what must be proved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import Disposition, Manner, OpinionKind, Party, PositionRef, Side, Signal
from moot.case.case import Below
from moot.case.formats import speaker_of
from moot.case.hypotheticals.consequence import WORTH, Consequence, ReplyOutcome
from moot.case.language.markdown import literal, table
from moot.case.language.vocabulary import VOCABULARY, Term, meaning_of
from moot.case.must import CanWin, NeverCarries, Reaches
from moot.case.opinion import Holding, Mark, RealOpinion
from moot.case.presented import answers_it
from moot.case.words import Reaction, Treatment
from tests import support as small

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT


@pytest.mark.parametrize(
    ("application", "presumption", "rests", "tie", "matter"),
    [
        (False, None, Disposition.AFFIRMED, "the winner below", "judgment"),
        (True, None, Disposition.DENIED, "the side that resists the application", "application"),
        (True, PETITIONER, Disposition.GRANTED, "the side that applies", "application"),
    ],
)
def test_what_stands_where_nothing_displaces_it(application, presumption, rests, tie, matter) -> None:
    below = Below("A court", "", RESPONDENT, "It ruled.", application, presumption)
    assert (below.rests, below.tie_goes_to, below.matter) == (rests, tie, matter)
    assert below.presumed is (presumption or RESPONDENT)


def test_the_burden_on_an_application_names_the_side_that_need_not_prove() -> None:
    case = small.case()
    party = replace(case.petitioner, called="applicant")
    asked = replace(case, petitioner=party, respondent=replace(party, called="the city"))
    applied = replace(case.below, application=True)
    assert replace(asked, below=applied).burden == "Denied unless it is made out: the city need not prove the contrary."
    granted = replace(applied, presumption=PETITIONER)
    assert (
        replace(asked, below=granted).burden == "Granted unless it is answered: applicant need not prove the contrary."
    )


def test_a_speaker_is_addressed_by_the_name_given_for_that_speaker() -> None:
    one = Party("A party", "Mr. Ash", "judgment", "petitioner", addressed=("Mr. Ash",))
    two = replace(one, second="Ms. Birch", addressed=("Mr. Ash", "Ms. Birch"))
    assert (one.speakers, two.speakers) == (("Mr. Ash",), ("Mr. Ash", "Ms. Birch"))
    assert [two.speaker(number) for number in (1, 2, 3)] == ["Mr. Ash", "Ms. Birch", "Co-counsel"]
    assert one.speaker(2) == "Co-counsel"
    assert [two.address(number) for number in (0, 1, 2, 3)] == ["counsel", "Mr. Ash", "Ms. Birch", "counsel"]
    assert [one.address(number) for number in (1, 2)] == ["Mr. Ash", "counsel"]


def test_a_notebook_shows_each_position_beside_its_issue() -> None:
    case = small.case()
    shown = case._repr_markdown_()
    assert shown.startswith("**Small v. Small**\n\nWhich?\n\n| Issue | Position |\n| --- | --- |\n")
    assert shown.endswith("| Which merits? | Position yes. |\n| Which merits? | Position no. |")
    assert repr(case) == "<Case small>"
    assert literal("a *b* <c>\n& d|e") == r"a \*b\* &lt;c&gt; &amp; d\|e"
    assert table(("x", "y", "z"), [(1, "*", 3)]) == "| x | y | z |\n| --- | --- | --- |\n| 1 | \\* | 3 |"


def test_what_must_be_proved_is_told_in_a_sentence() -> None:
    assert str(CanWin(PETITIONER, 1)) == "petitioner can win 1 vote"
    assert str(CanWin(RESPONDENT, 5)) == "respondent can win 5 votes"
    assert str(NeverCarries("q.a", PositionRef("merits", "yes"))) == (
        "no line on which `q.a` is given still carries `merits.yes`"
    )
    assert NeverCarries("q.a", disposition=Disposition.REVERSED).carried == "reversed"
    assert str(Reaches(())) == "every question can be reached"
    assert str(Reaches((Manner.CONCEDE, Manner.EVADE), ("q", "z"))) == (
        "`q`, `z` can be reached by counsel who never concede or evade"
    )


def test_what_is_not_there_is_a_key_error_and_no_neighbor() -> None:
    with pytest.raises(KeyError):
        small.MERITS.position("maybe")
    assert small.MERITS.position("no").id == "no"
    opinion = RealOpinion(
        "m", "hale", OpinionKind.COURT, (), "", (Holding("h", "1", "", "x"), Holding("i", "2", "", "y"))
    )
    assert opinion.holding("i").gist == "y"
    with pytest.raises(KeyError):
        opinion.holding("j")


@pytest.mark.parametrize("text", ["", "merits", ".", "merits.", ".yes"])
def test_a_position_is_named_with_its_issue_or_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not of the form"):
        PositionRef.parse(text)
    assert PositionRef.parse("merits.yes.more") == PositionRef("merits", "yes.more")


def test_signals_against_do_not_support() -> None:
    assert {signal for signal in Signal if not signal.supports} == {Signal.BUT_SEE, Signal.BUT_CF, Signal.CONTRA}


def test_a_reaction_without_a_line_of_its_own_takes_the_nearest() -> None:
    assert Reaction.MISREAD.nearest is Reaction.WRONG
    assert Reaction.CAUGHT.nearest is Reaction.DOUBTFUL
    assert Reaction.PLEASED.nearest is Reaction.PLEASED


def test_dispositions_go_further_in_this_order() -> None:
    reach = {each: each.reach for each in Disposition}
    assert reach == {
        Disposition.AFFIRMED: 0,
        Disposition.DENIED: 0,
        Disposition.REVERSED_IN_PART: 1,
        Disposition.GRANTED_IN_PART: 1,
        Disposition.VACATED_AND_REMANDED: 2,
        Disposition.REVERSED_AND_REMANDED: 3,
        Disposition.REVERSED: 4,
        Disposition.GRANTED: 4,
    }
    assert {each for each in Disposition if not each.disturbs} == {Disposition.AFFIRMED, Disposition.DENIED}
    assert {each for each in Disposition if each.partial} == {
        Disposition.REVERSED_IN_PART,
        Disposition.GRANTED_IN_PART,
    }
    assert {each for each in Disposition if each.of_application} == {
        Disposition.GRANTED,
        Disposition.GRANTED_IN_PART,
        Disposition.DENIED,
    }


def test_a_vote_supports_its_own_judgment_and_any_that_disturbs_less() -> None:
    vacated = Disposition.VACATED_AND_REMANDED
    assert {each for each in Disposition if each.supports(vacated)} == {
        vacated,
        Disposition.REVERSED_AND_REMANDED,
        Disposition.REVERSED,
        Disposition.GRANTED,
    }
    assert {each for each in Disposition if each.supports(Disposition.AFFIRMED)} == {Disposition.AFFIRMED}


def test_a_word_is_explained_by_its_meaning_its_example_and_what_it_is_not() -> None:
    assert meaning_of(None) == ""
    assert meaning_of(Term("It is.")) == "It is."
    assert meaning_of(Term("It is.", "a case.", "Not that.")) == "It is. For example a case. Not that."
    assert all(term.meaning for words in VOCABULARY.values() for term in words.values())


def marked(question: str, *treatments: Treatment):
    """A case whose one court opinion treats the positions of an issue so."""
    marks = [(Mark("m", each),) for each in treatments]
    positions = tuple(
        replace(each, marks=some) for each, some in zip(small.MERITS.positions, [*marks, (), ()], strict=False)
    )
    about = replace(small.MERITS, question="Was the warning late?", positions=positions)
    court = RealOpinion("m", "hale", OpinionKind.COURT, (), "", ())
    return small.case(issues=(about,), opinions=(court,), question_presented=question)


@pytest.mark.parametrize(
    ("question", "treatments", "answers"),
    [
        ("May a car be towed?", (), True),  # the court says nothing of it
        ("May a car be towed?", (Treatment.NOT_REACHED, Treatment.RESERVED), False),
        ("May a car be towed?", (Treatment.NOT_REACHED, Treatment.REJECTED), True),
        ("Was a warning due?", (Treatment.NOT_REACHED, Treatment.RESERVED), True),  # it is what was asked
    ],
)
def test_what_the_court_passed_by_does_not_answer_the_question_presented(question, treatments, answers) -> None:
    assert answers_it(marked(question, *treatments), "merits") is answers


@pytest.mark.parametrize(
    ("given", "speaks"),
    [
        ([0, 0, 0], [1, 1, 2]),
        ([0, 0, 0, 0], [1, 1, 2, 2]),
        ([2, 0, 0], [2, 1, 2]),
        ([1, 0, 2, 0, 0], [1, 1, 2, 1, 2]),
        ([1, 2], [1, 2]),
        ([0], [1]),
        ([], []),
    ],
)
def test_heads_given_to_nobody_are_divided_the_first_half_to_the_first_speaker(given, speaks) -> None:
    assert speaker_of(given, 2) == speaks


def test_a_reply_to_a_scene_is_worth_what_the_rule_makes_of_it() -> None:
    assert {outcome: WORTH.get(outcome) for outcome in ReplyOutcome} == {
        ReplyOutcome.ACCEPTED: 2,
        ReplyOutcome.MISREAD: -1,
        ReplyOutcome.DISTINGUISHED: 2,
        ReplyOutcome.NO_DIFFERENCE: -1,
        ReplyOutcome.MODIFIED: 2,
        ReplyOutcome.NEEDLESS: 0,
        ReplyOutcome.STILL_CAUGHT: -1,
        ReplyOutcome.GIVEN_AWAY: 0,
        ReplyOutcome.LEFT_OPEN: 2,
        ReplyOutcome.PRESUMED: 1,
        ReplyOutcome.UNANSWERED: None,
    }
    offends = Consequence(ReplyOutcome.ACCEPTED, PositionRef("a", "b"), met=True, offense=(("notice", 2),))
    assert (offends.worth, replace(offends, offense=()).worth) == (1, 2)
    assert (offends.left_with, replace(offends, modified=False).left_with) == (True, False)
