"""Text from outside is made safe once, at the boundary."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.files.text import clean, harmless

SHAPED = "[\u0600-\u08ff\u0900-\u109f\u1780-\u18af\u1b00-\u1b7f\ua840-\ua9df\ufb50-\ufefc\U00011000-\U00011fff]"
EMOJI = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"


def _between_letters(text: str) -> str:
    """The text without the joiners that may stay."""
    text = re.sub(f"(?<={SHAPED})[\u200c\u200d](?={SHAPED})", "", text)
    return re.sub(f"(?:(?<={EMOJI})|(?<=\ufe0f))\u200d(?={EMOJI})", "", text)


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x08\x0b\x0c\r\n\t\x1b\x85\u2028\u2029\u200b\u200d\u202e\u2066\ufeff\u00ad\u0301\u3164\ufe0f\ud800\u200c\u0915\u094d\u0647\U0001f469\u2764"),
    ),
    max_size=80,
)  # fmt: skip


@given(HOSTILE, st.integers(0, 60), st.booleans())
def test_nothing_unseen_is_left(text: str, limit: int, lines: bool):
    made = clean(text, limit, lines=lines)
    assert len(made) <= limit
    seen = _between_letters(made).replace("\n", "") if lines else _between_letters(made)
    assert seen.isprintable()
    assert unicodedata.is_normalized("NFC", made)
    assert "  " not in made
    assert made == made.strip()
    assert clean(made, limit, lines=lines) == made


@given(st.text("abcdefg .,;'\"-", max_size=40))
def test_plain_words_are_left_alone(text: str):
    assert clean(text) == " ".join(text.split())


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("a\u202eb\u2066c", "a b c"),
        ("zero\u200bwidth", "zero width"),
        ("one\u2028two\u2029three\x85four", "one two three four"),
        ("Cafe\u0301", "Café"),
        ("a" + "\u0301" * 50, "á" + "\u0301" * 3),
        ("line\r\nline", "line line"),
        ("\u3164\u2800", ""),
        ("[@click=app.quit]x", "[@click=app.quit]x"),
    ],
)
def test_known_tricks(hostile: str, safe: str):
    assert clean(hostile) == safe


def test_lines_are_kept_when_asked_for():
    assert clean("one \r\n two\r\n\n\n\nthree\x1b", lines=True) == "one\ntwo\n\nthree"


def test_a_long_text_is_cut():
    assert clean("word " * 10, 12) == "word word w…"


@pytest.mark.parametrize(
    "text",
    [
        "\u0915\u094d\u200d\u0937", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
        "\u09b0\u200d\u09cd\u09af", "\U0001f469\u200d\u2696\ufe0f", "\U0001f469\U0001f3fd\u200d\U0001f4bb", "\u2764\ufe0f",
    ],
    ids=["devanagari", "persian", "sinhala", "bengali", "judge", "skin", "heart"],
)  # fmt: skip
def test_joiners_of_scripts_and_emoji_do_not_become_spaces(text: str):
    assert clean(f"a {text} b") == f"a {text} b"
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("un\u00adconsti\u00adtutional", "unconstitutional"),
        ("in\u200dvisible", "in visible"),
        ("\u0915\u200d\u200d\u0937", "\u0915 \u0937"),
        ("\u200d\u0915\u200d", "\u0915"),
        ("\u0e01\u200b\u0e02", "\u0e01\u0e02"),
        ("a\ufe0fb", "ab"),
    ],
)
def test_joiners_stay_only_where_a_script_needs_them(text: str, safe: str):
    assert clean(text) == safe


def test_marks_and_joiners_cannot_be_stacked_without_end():
    assert len(clean("\u0915" + ("\u094d" * 3 + "\u200d") * 50 + "\u0937")) < 110


def test_nothing_that_acts_on_a_terminal_is_printed():
    assert harmless("a\x1b]0;x\x07b\n  c\x9b2J\u202e") == "a ]0;x b\n  c 2J "
