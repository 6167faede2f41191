"""The real opinions in the terminal: a list, a page, words looked for; where no text ships it says so."""

from __future__ import annotations

import pytest

from moot.cli import main


def run(capsys, *words: str) -> tuple[int, str, str]:
    code = main(["opinion", *words])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_list_says_which_texts_come_with_the_case(capsys) -> None:
    code, out, _ = run(capsys, "sacramento-v-lewis")
    assert code == 0
    assert "The Court: pages 836 to 854 n. 14" in out
    assert "Justice Scalia: no text comes with the case; 27 passages quoted" in out


def test_a_page_comes_with_its_notes_and_the_quotations_of_the_other_opinions(capsys) -> None:
    _, out, _ = run(capsys, "sacramento-v-lewis", "--page", "845")
    assert "THE COURT, page 845\n" in out
    assert "THE COURT, page 845 n. 7\n" in out
    assert "Attempted seizures of a person are beyond the scope of the Fourth Amendment." in out


@pytest.mark.parametrize("words", ["CALIBRATED  yard", "calibrated yard stick"])
def test_words_are_found_on_their_page(capsys, words) -> None:
    _, out, _ = run(capsys, "sacramento-v-lewis", "--find", words)
    assert "THE COURT, page 847\n" in out
    assert "calibrated yard stick" in out


def test_nothing_found_says_what_there_is(capsys) -> None:
    code, out, err = run(capsys, "sacramento-v-lewis", "--page", "12")
    assert (code, out) == (1, "")
    assert "pages 836 to" in err


def test_a_case_without_an_opinion_says_so(capsys) -> None:
    code, _, err = run(capsys, "lark-river")
    assert code == 2
    assert "no court has written on it" in err
