"""What the Lewis case says of the law and the record is what the opinions say."""

from __future__ import annotations

import re

import pytest

import moot
from moot.files.cites.check import read_opinion
from moot.files.folders import list_cases
from tests.golden.test_historical import fold

FILE = list_cases()["sacramento-v-lewis"]
CASE = moot.load_case("sacramento-v-lewis")
TEXT = FILE.parent / "sacramento-v-lewis.opinion.txt"

TURNS = re.compile(
    r"\b(?:not|never|no|nor|neither|if|whether|possibility|disavowed|part company|hold, as|rather than|rejected|even assuming)\b"
)
# The quotation is a whole clause, and the turn before it belongs to another clause. Read one by one.
WHOLE = {
    "m-question", "m-order", "m-no-category", "m-negligence", "m-exact-analysis", "m-everyone",
    "m-lanier", "m-some-determination", "m-no-opinion", "m-due-care",
}  # fmt: skip


def test_no_quotation_leaves_out_the_words_that_turn_its_meaning() -> None:
    """Quoted without "is not a", "the possibility that" or "part company", the Court says what it denies."""
    court = fold(TEXT.read_text(encoding="utf-8"))
    cut = set()
    for holding in CASE.opinion["majority"].holdings:
        # Of a quotation with an omission, its beginning.
        at = court.index(fold(holding.quote).partition(" . . .")[0])
        start = max(court.rfind(mark, 0, at) for mark in (". ", "? ", ".' "))
        if TURNS.search(court[start + 1 : at]):
            cut.add(holding.id)
    assert cut == WHOLE


@pytest.mark.parametrize(
    ("opinion", "holding", "words"),
    [
        ("majority", "m-font", "is not a 'font of tort law"),
        ("majority", "m-part-company", "part company from the Court of Appeals, which found them sufficient"),
        ("majority", "m-middle-possible", "recognized the possibility that"),
        ("majority", "m-intended", "most likely to rise to the conscience-shocking level"),
        ("scalia", "sc-font", "would make ''the Fourteenth Amendment a font of tort law"),
        ("scalia", "sc-subjective", "the Cellophane of subjectivity"),
        ("scalia", "sc-rejected", "the less subjective 'arbitrary action' test"),
        ("scalia", "sc-conclusion", "to be free from 'deliberate or reckless indifference to life"),
        ("stevens", "st-avoid", "I believe it wiser to adhere to the policy of avoiding"),
    ],
)
def test_a_quotation_cut_before_its_object_is_whole(opinion: str, holding: str, words: str) -> None:
    assert words in fold(CASE.opinion[opinion].holding(holding).quote)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("date", "On May 22, 1990, at approximately 8:30 p.m."),
        ("fight-call", "Neither boy had anything to do with the fight"),
        ("riders", "It was operated by 18-year-old Brian Willard and carried Philip Lewis"),
        ("approach", "Stapp saw a motorcycle approaching at high speed"),
        ("stop-order", "yelled to the boys to stop"),
        ("emergency-lights", "Smith immediately switched on his own emergency"),
        ("forced-off", "forcing two cars and a bicycle to swerve"),
        ("impact", "Willard was out of the way, but Lewis was not"),
        ("no-dispatch", "defendants concede that Smith did not contact the dispatch center"),
        ("only-offense", "the only apparent 'offense' was the boys' refusal to stop"),
        ("pleaded-malice", "the malice allegation having been made in aid of a request for punitive damages"),
        ("state-claims", "without prejudice to refiling in state court"),
        ("monell-out", "no genuine factual dispute as to whether the County adequately trains"),
    ],
)
def test_a_fact_has_the_page_where_it_stands(fact: str, words: str) -> None:
    """Two facts stood at 839 and two at 836-837; the opinion has them at 838 and 836."""
    opinion = read_opinion(TEXT)
    (hit,) = opinion.find(words)
    assert CASE.record_item[fact].page.replace("n. ", "n.") == str(opinion.page(hit[0])).replace("n. ", "n.")


def test_the_ninth_circuits_reading_is_not_given_as_a_fact() -> None:
    assert CASE.record_item["only-offense"].text.startswith("As the Ninth Circuit read the record")
    assert "respondents could point to no" in CASE.record_item["district-court"].text


def test_a_judgment_below_that_held_the_law_clear_is_not_called_silent() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert "none below" not in text
    assert "this Court or of any lower court gave fair warning" in text


def test_no_answer_says_that_claims_went_to_state_court_or_that_deshaney_gave_an_order() -> None:
    assert "dismissed without prejudice to refiling in state court" in CASE.answers["q-yes-or-no.b"].text
    assert any(
        "said that the people of Wisconsin might change" in each.text
        for each in CASE.questions["q-public-input"].answers
    )


def test_no_case_is_cited_for_what_it_does_not_hold() -> None:
    """Salerno upheld a statute; Mays is cited for its policy where it is cited for policy."""
    assert "salerno" not in CASE.point["p-shocks"].argument.cites
    assert CASE.point["p-flight"].argument.cites == ("mays-policy",)


def test_a_fact_outside_the_record_is_marked() -> None:
    assert CASE.answers["q-killers-ahead.d"].outside == ("destination",)
    assert CASE.answers["q-felons-caught.a"].outside == ("statistics",)


def test_no_hypothetical_takes_a_seizure_for_none() -> None:
    """Under Brower a man run down or herded into a wall on purpose is seized, and due process drops out."""
    assert "without aiming at him" in CASE.questions["q-teach-them"].text
    assert any("Brower would call that a seizure" in each.text for each in CASE.questions["q-teach-them"].answers)
    assert "gets away" in CASE.questions["q-into-the-wall"].text
    assert CASE.questions["q-vaccine"].scene is None, "a rule for chases was put to a health officer"


def test_american_spelling_and_dates() -> None:
    text = FILE.read_text(encoding="utf-8")
    text = re.sub(r"favors:|candor-about-doubt|purpose: humor", "", text)
    british = (
        r"\w*(?:avour|olour|abour|andour|umour|ehaviour|eighbour)\w*|\w*(?:analys|author|recogn|critic|organ|real|apolog|character"
        r"|particular|terror|summar|emphas)is(?:e|ed|es|ing)|analys(?:ed|ing)|\d{1,2} (?:May|December) \d{4}"
        r"|I should (?:like|have thought)|my friends|In my submission|half past"
    )
    assert re.findall(british, text) == []


@pytest.mark.parametrize(
    "later", ["Scott v. Harris, 550 U.S. 372", "Plumhoff v. Rickard, 572 U.S. 765", "Chavez v. Martinez, 538 U.S. 760",
              "Kingsley v. Hendrickson, 576 U.S. 389", "Onossian v. Block, 175 F.3d 1169", "Bingue v. Prunchak, 512 F.3d 1169"],
)  # fmt: skip
def test_later_history_is_not_missing(later: str) -> None:
    assert any(later in line for line in CASE.aftermath)


def test_terror_is_not_put_among_the_purposes_that_the_holding_names() -> None:
    """The holding (854) names harm and a worse legal plight. Terror counts where no arrest is in view (836)."""
    values = dict(zip(CASE.dial["intent"].values, CASE.dial["intent"].words, strict=True))
    assert values["plight"] == "he meant to make their legal plight worse"
    assert values["terror"] == "he meant to terrify them"


TABLE = FILE.parent.parent / "docs" / "law" / "sacramento-v-lewis.md"


def test_the_table_of_propositions_names_only_what_is_in_the_case_and_every_holding() -> None:
    """docs/law says which ids carry each proposition of the opinions; an id that is gone carries nothing."""
    holdings = {holding.id for opinion in CASE.opinions for holding in opinion.holdings}
    positions = {f"{issue.id}.{position.id}" for issue in CASE.issues for position in issue.positions}
    known = holdings | positions | set(CASE.point) | set(CASE.questions) | set(CASE.record_item) | set(CASE.authority)
    rows = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d+ \|", line)]
    named = {id for row in rows for id in re.findall(r"`([^`]+)`", row)}
    assert named - known == set()
    assert holdings - named == set(), "a holding that carries no proposition"
    assert sum("not carried" in row for row in rows) <= 6
    assert len(rows) >= 154


def test_every_holding_is_named_by_some_mark() -> None:
    """Fifteen were in the key and in no mark, the most quoted sentence of the opinion among them."""
    said = (*CASE.points, *CASE.answers.values())
    marked = {(mark.opinion, mark.holding) for each in said for mark in each.marks}
    assert [
        holding.id
        for opinion in CASE.opinions
        for holding in opinion.holdings
        if (opinion.id, holding.id) not in marked
    ] == []


def test_every_position_has_its_reasons_and_every_answer_of_petitioners_its_why() -> None:
    assert [position.id for issue in CASE.issues for position in issue.positions if len(position.reasons) < 100] == []
    mine = [answer for id, answer in CASE.answers.items() if CASE.speaker_of[id].value == "petitioner"]
    assert [answer.id for answer in mine if not answer.why] == []
    assert [
        point.id for point in CASE.points if point.side.value == "petitioner" and not point.says.startswith("that ")
    ] == []
    argued = [answer for answer in mine if answer.argument is not None and not answer.argument.offends]
    assert [answer.id for answer in argued if not answer.says.startswith("that ")] == []
    assert (
        sum(CASE.speaker_of[question.answers[0].id].value == "petitioner" for question in CASE.questions.values()) >= 75
    )


def test_officer_stapp_is_not_called_a_deputy_of_the_county() -> None:
    """The Court calls Smith a sheriff's deputy and Stapp another officer (836); he was of the city's police."""
    case = moot.load_case("sacramento-v-lewis")
    text = f"{case.facts} {' '.join(point.speech for point in case.points)}"
    text += " ".join(f" {each.text} {' '.join(a.text for a in each.answers)}" for each in case.questions.values())
    assert "another officer, Murray Stapp" in case.facts
    assert "Deputy Stapp" not in text
    assert not re.search(
        r"\b(?:both of the|two|the) deputies (?:tried|meant|who answered)|\bboth of the deputies\b", text
    )


def test_a_man_who_was_convicted_is_not_given_as_a_plaintiff_who_recovered() -> None:
    """Asked for one plaintiff who could win, counsel may not name Rochin: he was convicted, and the conviction was reversed."""
    answer = moot.load_case("sacramento-v-lewis").questions["q-who-could-win"].answers[0]
    assert "Rochin was no plaintiff" in answer.text


def test_a_doubt_of_two_justices_is_not_said_to_be_one_justices() -> None:
    """Justice Thomas joined what Justice Scalia wrote in Herrera."""
    assert not any(
        "single Justice" in answer.text
        for answer in moot.load_case("sacramento-v-lewis").questions["q-herrera"].answers
    )
