"""Every difference of an altered quotation is told, with the page: only the first one was."""

from __future__ import annotations

import random

import pytest

from moot.files.cites.differences import altered
from moot.files.cites.opinion_text import OpinionPage, OpinionText

SAID = (
    "[*852] The Court has met this before. [*853] A police officer deciding whether to give chase must balance on one hand the need to stop a suspect "
    "and show that flight from the law is no way to freedom, and, on the other, the high-speed threat to all those within stopping range. "
    "[*854] We hold that high-speed chases do not give rise to liability under the Fourteenth Amendment."
)
TEXT = OpinionText(SAID, tuple(OpinionPage(SAID.index(f"[*{page}]"), page, page) for page in (852, 853, 854)))


def told(quote: str) -> str:
    return str(altered(quote, [TEXT]))


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        (
            "A police officer who decides whether to give chase must weigh on one hand the need to stop the suspect",
            "altered, on page 853: `who decides` where the opinion has `deciding`; `weigh` where the opinion has `balance`; `the` where the opinion has `a`",
        ),
        ("high-speed chases do give rise to liability", "altered, on page 854: `not` is left out after `do`"),
        ("flight from the law is never no way to freedom", "altered, on page 853: `never` is not in the opinion"),
        ("balance on one hand the need . . . and, on the other, the high-speed danger to all", "altered, on page 853: `danger` where the opinion has `threat`"),
        ("high-speed [pursuits] do not give rise to any liability", "altered, on page 854: `any` is not in the opinion"),
        ("igh-speed chases do not give rise to liability", "altered, on page 854: `igh-speed` where the opinion has `high-speed`"),
    ],
)  # fmt: skip
def test_every_difference_is_told(quote: str, says: str) -> None:
    assert told(quote).startswith(says)


def test_signs_at_the_edges_and_the_first_letter_do_not_count() -> None:
    assert "range" not in told("the high-speed danger to all those within stopping range,")
    assert "On" not in told("On one hand the want to stop a suspect")


def test_words_that_are_not_there_have_no_passage() -> None:
    assert altered("Cats are never towed anywhere in the town.", [TEXT]) is None


def test_the_nearest_of_several_opinions_is_compared() -> None:
    other = OpinionText("[*900] A police officer may give chase.", (OpinionPage(0, 900, 900),))
    assert "page 853" in str(altered("must balance on one hand the want to stop a suspect", [other, TEXT]))


def test_a_long_opinion_is_compared_at_once() -> None:
    long = OpinionText("the law of the land is the law and " * 20_000 + SAID)
    assert "threat" in str(altered("the high-speed danger to all those within stopping range", [long]))


def test_no_mixture_of_words_is_compared_forever() -> None:
    dice = random.Random(3)
    words = [*SAID.split(), "[A]nd", ". . .", "[sic]", "the", "of", "a"]
    for _ in range(300):
        altered(" ".join(dice.choices(words, k=dice.randint(1, 12))), [TEXT])


def test_parts_in_another_order_are_told() -> None:
    assert "stands before what it follows" in told(
        "We hold that high-speed chases do not give rise . . . the need to stop a suspect"
    )
