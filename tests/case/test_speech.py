"""Words, time and stretches of a speech by its script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.case.language.speech import count_words, opening, sentences, units
from moot.round.clock import spoken
from moot.sitting.words.speaking import broken_off, taken_up

CHINESE = "镇上有钱请拖车，就有钱立一块牌子。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("A sign is due.", 4),
        ("立牌比拖车便宜", 4),
        ("立牌 is 便宜", 3),
        ("ป้ายราคาถูก", 3),
        ("Café déjà vu", 3),
        ("표지판이 필요합니다", 2),
    ],
)
def test_speech_without_spaces_is_counted_by_characters(text: str, words: int):
    assert count_words(text) == words


def test_three_hundred_characters_are_not_one_word():
    assert spoken(CHINESE * 20) == 4
    assert spoken("word " * 150) == 4


HALVES, THIRDS = (1, 1), (1, 1, 2)


@given(st.text(st.sampled_from("ab 立牌。, ก\n"), min_size=1).filter(str.strip), st.sampled_from([HALVES, THIRDS]))
def test_no_stretch_of_a_point_is_empty(speech: str, ticks: tuple[int, ...]):
    for stretches in range(1, len(ticks)):
        first, rest = broken_off(speech, ticks, stretches), taken_up(speech, ticks, stretches)
        assert first.strip(" –") or not any(char.isalnum() for char in speech)
        assert rest.strip()
        assert speech.endswith(rest)


def test_a_bench_breaks_in_in_mid_sentence_and_counsel_takes_the_sentence_up_again():
    """The speech stopped at a full stop, so an interruption did not look like one."""
    speech = (
        "It was a chase. No one had time to think about what he did. The rest was an accident, as the record shows."
    )
    assert broken_off(speech, HALVES, 1) == "It was a chase. No one had time to think about –"
    assert taken_up(speech, HALVES, 1).startswith("No one had time to think about what he did.")
    assert broken_off(speech, THIRDS, 1) == "It was a chase. No one had –"
    assert broken_off("A short one, then: it ends here.", HALVES, 1) == "A short one –"


def test_stretches_lose_nothing():
    assert broken_off(CHINESE * 3, HALVES, 1).removesuffix(" –") in CHINESE * 3
    assert taken_up(CHINESE * 3, HALVES, 1) in (CHINESE * 2, CHINESE)


def test_a_single_word_is_begun_and_then_said_whole():
    assert (broken_off("No.", HALVES, 1), taken_up("No.", HALVES, 1)) == ("No –", "No.")


def test_the_opening_of_a_speech_is_cut_by_its_script():
    assert opening(CHINESE * 3, 4) == "镇上有钱请拖车，就 …"
    assert opening("one two three", 2) == "one two …"
    assert opening("one two", 2) == "one two"
    assert units("A 立牌。b") == ["A", "立", "牌。b"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Hodari D. shuts the other door. A chase is no seizure.",
            ["Hodari D. shuts the other door.", "A chase is no seizure."],
        ),
        (
            "Frye v. Town of Akron, 759 F. Supp. 1320 (N.D. Ind. 1991).",
            ["Frye v. Town of Akron, 759 F. Supp. 1320 (N.D. Ind. 1991)."],
        ),
        ("No. Note 2 closes that door.", ["No.", "Note 2 closes that door."]),
        (
            "The reasons are in Part V. Justice Thomas would hold.",
            ["The reasons are in Part V.", "Justice Thomas would hold."],
        ),
        (
            "I do not join Parts II and V. The Court believes otherwise.",
            ["I do not join Parts II and V.", "The Court believes otherwise."],
        ),
        ("It says “such as.” Nobody asked.", ["It says “such as.”", "Nobody asked."]),
        ("See No. 96-1337. It holds.", ["See No. 96-1337.", "It holds."]),
        ("标志必须在那里。它不在。", ["标志必须在那里。", "它不在。"]),
        ("", [""]),
    ],
)
def test_one_splitter_cuts_sentences_and_no_names_or_citations(text: str, cut: list[str]) -> None:
    """There were two, with different abbreviations: opinions quoted "Hodari D." as a sentence, and "No. I do not" as one."""
    assert sentences(text) == cut
