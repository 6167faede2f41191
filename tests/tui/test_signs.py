"""On a terminal that takes only ASCII no sign is a question mark."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from moot.sitting.showing.look import ASKS, LEANS, LOOKS
from moot.tui.signs import in_letters, signed
from moot.tui.widgets import banner

WRITTEN: list[str] = []


class Driver:
    def __init__(self, encoding: str) -> None:
        self._file = SimpleNamespace(encoding=encoding)

    def write(self, data: str) -> None:
        WRITTEN.append(data)


@pytest.mark.parametrize(
    ("encoding", "shown"), [("utf-8", "▸ ● first  ○"), ("ascii", "> * first  o"), ("ANSI_X3.4-1968", "> * first  o")]
)
def test_every_sign_was_a_question_mark_where_the_terminal_takes_no_utf_8(encoding, shown) -> None:
    WRITTEN.clear()
    in_letters(Driver)(encoding).write("▸ ● first  ○")
    assert [shown] == WRITTEN


def test_each_look_and_each_state_of_a_point_has_a_letter() -> None:
    looks = {look.glyph for look in (*LOOKS.values(), ASKS, LEANS)}
    states = {glyph for glyph, _ in banner._STATES.values()}
    for sign in looks | states | set("▸‹›●○■□▲▼✓✗×◐·–—…│├└─╭╮╰╯█░“”‘’§≠•→←↑↓▌━"):
        assert signed(sign).isascii(), sign
        assert len(signed(sign)) == len(sign)


def test_taken_and_not_taken_lit_and_unlit_stay_apart() -> None:
    for one, other in ("●○", "■□", "✓×", "▲▼", "█░"):
        assert signed(one) != signed(other)


def test_what_is_ascii_or_of_another_script_is_left_as_it_is() -> None:
    out = io.StringIO()
    out.write(signed("plain \x1b[1m text 界 é"))
    assert out.getvalue() == "plain \x1b[1m text 界 é"


def test_words_that_are_cut_looked_like_a_whole_sentence() -> None:
    """`The point now is that .`"""
    cut = signed("The point now is that …")
    assert cut == "The point now is that.."
    assert len(cut) == len("The point now is that …")
