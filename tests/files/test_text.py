"""Text from outside is made safe once, at the boundary."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.files.text import clean

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x08\x0b\x0c\r\n\t\x1b\x85\u2028\u2029\u200b\u200d\u202e\u2066\ufeff\u00ad\u0301\u3164\ufe0f\ud800"),
    ),
    max_size=80,
)  # fmt: skip


@given(HOSTILE, st.integers(0, 60), st.booleans())
def test_nothing_unseen_is_left(text: str, limit: int, lines: bool):
    made = clean(text, limit, lines=lines)
    assert len(made) <= limit
    assert made.replace("\n", "").isprintable() if lines else made.isprintable()
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
