"""Quotations: whole words, omissions and alterations in order, typography folded, pins of every usual form."""

from __future__ import annotations

import pytest

from moot.files.cites.fold import fold, folded
from moot.files.cites.opinion_text import OpinionText, read_opinion, read_pin
from moot.files.cites.verbatim import find

TEXT = (
    "[*4] The Court held that the officer's instinct was deliberate-indifference. We do not say so. Notice is more than a\n"
    "gesture. [*5] The judges acted at once, and a fine of $1,000 fell due. The non-lethal force was un-\nreasonable. "
    "Section 1983 harms him. He said “a sign” and left. Cafe\u0301s close. The wo\u00adman’s o\ufb03ce\u2078 is shut. "
    "The rule is “the standard . . . is purpose” here. See 523 U. S., at 848. The tow was unconstitutional."
)


def stands(quote: str, text: str = TEXT) -> bool:
    return bool(find(folded(text), quote))


@pytest.mark.parametrize(
    "quote",
    [
        "constitutional", "fficer's instinct", "The Court held that the off", "the officer", "000 fell due", "a fine of $1",
        "reasonable", "lethal force was", "Cafe", "3 harms him",
    ],
)  # fmt: skip
def test_a_quotation_that_begins_or_ends_inside_a_word_is_none(quote: str):
    assert not stands(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "unconstitutional", "the officer's instinct", "indifference. We do not", "$1,000 fell", "a sign", "1983 harms",
        "Cafés close", "un­reasonable", "at once, and",
    ],
)  # fmt: skip
def test_whole_words_are_a_quotation(quote: str):
    assert stands(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "The Court held . . . more than a gesture", "We . . . say so. . . . The judges acted", "Notice * * * gesture",
        "The Court held … instinct … gesture", "[...] more than a gesture [. . .]", "... more than a gesture ....",
        "“the standard ... is purpose” here", "the standard . . . is purpose",
    ],
)  # fmt: skip
def test_omissions_are_read_in_order(quote: str):
    assert stands(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "gesture ... The Court held", "more than ... a gestur", "Notice ... constitutional", "... ...", "We ... zebra",
        "The Court held ... lethal force",
    ],
)  # fmt: skip
def test_parts_out_of_order_or_inside_a_word_are_none(quote: str):
    assert not stands(quote)


def test_an_omission_does_not_join_what_lies_pages_apart():
    assert not stands("a sign ... was due", "A sign stood. " + "x " * 9000 + "It was due.")


@pytest.mark.parametrize(
    "quote",
    [
        "[t]he officer's instinct", "[O]fficer's instinct", "[N]otice is more", "held that [his] instinct was", "The judge[s] act[ed]",
        "the judge[] act[ed] at once", "harm[ed] him", "Section 1983 [sic] harms him", "more tha[n] a gesture", "[A] sign",
        "Notice is [nothing less] than a gesture", "The Court held [that the officer] was deliberate-indifference",
    ],
)  # fmt: skip
def test_alterations_in_brackets_are_read(quote: str):
    assert stands(quote)


@pytest.mark.parametrize(
    "quote", ["[C]onstitutional", "[x]otice is more", "Notice is [sic] than", "judge[s] act at once", "[A]"]
)
def test_a_bracket_does_not_stand_for_anything_at_all(quote: str):
    assert not stands(quote)


@pytest.mark.parametrize("quote", ["The woman's office is shut", "'the standard . . . is purpose'", "523 U.S., at 848"])
def test_ligatures_soft_hyphens_notes_and_marks_are_folded(quote: str):
    assert stands(quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a well-\nknown rule", "a well-known rule"),
        ("a long appre- [*854] hension", "a long apprehension"),
        ("a long appre-\n[*854]\nhension", "a long apprehension"),
        ("the fatal shot[,] even if it be", "the fatal shot[,] even ... it be"),
        ("a sign is the *853 least", "a sign is the least"),
        ("a sign is the [Page 853] least", "a sign is the least"),
        ("a long appre- *854 hension", "a long apprehension"),
        ("a sign is the least", "“a sign is the least”"),
        ("a sign is the least", "“[A] sign is the least”"),
        ("the fatal shot even if", "the fatal shot[,] even if"),
        ("It is \uff02due\uff02 now\u2020", 'It is "due" now'),
    ],
)
def test_breaks_of_lines_and_pages_inside_a_word_are_read(text: str, quote: str):
    assert stands(quote, text)


def test_places_are_those_of_the_text_as_written():
    for quote, said in (("more than a gesture", "more than a\ngesture"), ("unreasonable", "un-\nreasonable")):
        [(start, end)] = find(folded(TEXT), quote)
        assert TEXT[start : end + 1] == said


def test_text_without_spaces_has_no_edge_of_words():
    assert stands("最起码的公平", "立牌是最起码的公平。")


@pytest.mark.parametrize("text", [TEXT, "A.  B. Smith -- U. S. v. X", "  a  ", "", "ﬁ ﬂ ½ … “x” ‘y’"])
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("pin", "good"),
    [
        ("4", True), ("5", False), ("3-4", True), ("848 & n. 8", False), ("3, 4", True), ("4 & n. 2", True), ("*4", True),
        ("at *4", True), ("at 4", True), ("7, 9-10", False),
    ],
)  # fmt: skip
def test_every_usual_form_of_pin_is_looked_up(tmp_path, pin: str, good: bool):
    (tmp_path / "o.txt").write_text(TEXT)
    text = read_opinion(tmp_path / "o.txt")
    wanted = read_pin(pin)
    assert wanted is not None
    assert text.stands(text.find("The Court held")[0], wanted) is good


@pytest.mark.parametrize("pin", ["p. 4", "", "four", "4 n.", "¶", "x 4"])
def test_a_pin_of_no_known_form_is_told(pin: str):
    assert read_pin(pin) is None


def test_paragraph_pins_are_known(tmp_path):
    (tmp_path / "o.txt").write_text("¶ 11. A sign was due. [¶12] None stood there.\n  ¶ 13 It was towed.")
    text = read_opinion(tmp_path / "o.txt")
    hit = text.find("None stood there")[0]
    assert text.stands(hit, read_pin("¶ 12") or ())
    assert text.stands(hit, read_pin("¶¶ 11-13") or ())
    assert text.stands(hit, read_pin("[12]") or ())
    assert not text.stands(hit, read_pin("¶ 13") or ())
    assert str(text.where(hit[0])) == "¶ 12"


@pytest.mark.parametrize("mark", ["[*853]", "[**853]", "*853", "[Page 853]", "[p. 853]"])
def test_every_usual_mark_of_a_page_is_known(tmp_path, mark: str):
    (tmp_path / "o.txt").write_text(f"[*1] A sign was due. {mark} None stood there.")
    text = read_opinion(tmp_path / "o.txt")
    assert text.stands(text.find("None stood there")[0], read_pin("853") or ())
    assert not text.stands(text.find("A sign was due")[0], read_pin("853") or ())
    assert text.stands(text.find("due. None")[0], read_pin("slip op., at 853") or ())


def test_a_text_without_pages_fits_every_pin():
    text = OpinionText("A sign was due.")
    assert text.stands(text.find("A sign")[0], read_pin("4") or ())
