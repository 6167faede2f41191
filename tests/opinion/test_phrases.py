"""Phrases of a voice that no opinion can use are found before a coach looks for them in vain."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.bench.persona import Voice
from moot.case import PRINCIPLES, Attacking
from moot.counsel import Novice
from moot.files.folders import list_judges
from moot.files.judge.read import read_judge_text
from moot.files.judge.schema import WRITES
from moot.files.loading import load_judge
from moot.opinion.compose import ruling_document
from moot.opinion.prose.phrases import MOST, PhraseBank, ReasonContext, fits, never_used
from tests.files.pages import HERE

JUDGE = (HERE / "base-judge.yaml").read_text(encoding="utf-8")


def checked(lines: str) -> list[str]:
    judge, found = read_judge_text(JUDGE + lines, "base-judge.yaml")
    assert judge is not None
    return [f"{problem.code} {problem.severity} {problem.line}: {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("place", "phrase", "why"),
    [
        ("closes", "That is all, {counsel}.", "between braces"),
        ("closes", "I stop where we stop.", "both I and we"),
        ("rejects", "My colleagues say otherwise, and we disagree.", "both I and we"),
        ("answers", "The premise may be granted.", "`rejects` only"),
    ],
)
def test_a_phrase_that_can_never_be_used_is_a_warning_that_says_why(place: str, phrase: str, why: str) -> None:
    """`moot check` said nothing of a phrase with `{counsel}`, or of one that says both I and we."""
    assert why in never_used(place, phrase)
    (found,) = checked(f'  writes: {{{place}: ["{phrase}"]}}\n')
    assert found.startswith("J110 warning 17: no opinion can use this phrase: ")
    assert why in found


def test_the_same_phrase_in_its_own_place_is_no_problem() -> None:
    assert checked('  writes: {opens: ["It is so."], rejects: ["The premise may be granted."]}\n') == []


def test_braces_that_nothing_fills_are_a_warning_where_they_would_be_spoken() -> None:
    found = checked('  asks: {rule: ["Quite so, {advocate}."], limit: ["No, {counsel}."]}\n')
    assert found == ["J111 warning 17: nothing fills `{advocate}`: it would be said with its braces"]


@pytest.mark.parametrize("id", list_judges())
def test_no_shipped_judge_has_a_phrase_that_can_never_be_used(id: str) -> None:
    judge = load_judge(id)
    assert {
        phrase: never_used(place, phrase)
        for place, phrases in judge.voice.writes.items()
        for phrase in phrases
        if never_used(place, phrase)
    } == {}


@pytest.mark.parametrize(
    ("said", "plural"),
    [
        ("The argument does not persuade me.", False),
        ("My own view is otherwise.", False),
        ("That is no view of ours.", True),
        ("Our view is otherwise.", True),
    ],
)
def test_a_phrase_stands_only_where_the_opinion_speaks_so(said: str, plural: bool) -> None:
    """`does not persuade me` could stand in an opinion of the Court that says `we`."""
    judge = replace(load_judge("thomas"), voice=Voice(writes={"answers": (said,)}))
    found = {
        several: PhraseBank(judge, "seed", plural=several).phrase("answers", ReasonContext())
        for several in (True, False)
    }
    assert found == {plural: said, not plural: ""}


def test_no_opinion_asks_for_a_phrase_on_more_than_the_place_is_said_to_have(monkeypatch) -> None:
    """What `never_used` takes for granted of the places of an opinion is what opinions do."""
    asked = []

    def spy(self, place, reason_context, slot="", about="", phrase=PhraseBank.phrase):
        asked.append((place, reason_context))
        return phrase(self, place, reason_context, slot, about)

    monkeypatch.setattr(PhraseBank, "phrase", spy)
    case = moot.load_case("sacramento-v-lewis")
    for bench in ("lewis-1998", "three"):
        for seed in range(3):
            round = moot.Round(case, moot.load_bench(bench), seed=seed, format="quick")
            ruling_document(round.play_out(Novice(seed), Novice(seed + 1)).ruling)
    assert set(MOST) == set(WRITES) >= {place for place, _ in asked}
    assert len({place for place, _ in asked}) >= 4
    for place, reason_context in asked:
        most = MOST[place]
        assert reason_context.attack is not Attacking.UNDERCUT or most.attack is Attacking.UNDERCUT
        assert reason_context.principles <= set(PRINCIPLES)
    phrases = {
        (place, phrase)
        for id in list_judges()
        for place, each in load_judge(id).voice.writes.items()
        for phrase in each
    }
    for place, reason_context in asked:
        assert all(fits(phrase, MOST[place]) for at, phrase in phrases if at == place and fits(phrase, reason_context))
