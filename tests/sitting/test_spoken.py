"""Words around what the case file says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import moot
from moot.case.heard import heard_of
from moot.case.language.speech import sentences
from moot.counsel import Novice
from moot.files.folders import list_cases
from moot.files.loading import load_case
from moot.plain import render
from moot.round import moves
from moot.sitting.events import Asked, GaveUp, TurnedTo, WorkedOut
from moot.sitting.retelling import retell
from moot.sitting.setup import new_session
from moot.sitting.words import spoken
from moot.sitting.words.scenes import given_up, lost_by
from moot.sitting.words.speaking import broken_off
from moot.tui.screens import help as help_screen

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("ticks", "words"), [(20, "five minutes"), (4, "one minute"), (8, "two minutes"), (10, "2:30")]
)
def test_the_white_light_says_the_time_it_shows(monkeypatch, ticks: int, words: str) -> None:
    """ "Five minutes" stood in three renderers beside the constant."""
    monkeypatch.setattr(spoken, "WHITE_LIGHT", ticks)
    assert spoken.white_light_time() == words


def test_docs_help_and_transcripts_name_the_time_of_the_white_light() -> None:
    words = spoken.white_light_time()
    assert f"White shows when {words} are left" in (DOCS / "player.md").read_text(encoding="utf-8")
    assert any(words in rule for rule in help_screen._RULES)
    for module in (render, help_screen):
        assert words not in Path(module.__file__).read_text(encoding="utf-8")


def _opening(case: str, bench, heads: int, reserve: int) -> str:
    round = moot.Round(moot.load_case(case), moot.load_bench(bench))
    ids = [head.id for head in round.case.heads_of[moot.Side.PETITIONER]][:heads]
    return spoken.roadmap_text(round, ids, reserve)


def test_counsel_makes_points_and_not_submissions() -> None:
    """An American advocate does not have "three submissions", and reserves time, not keeps it."""
    said = _opening("sacramento-v-lewis", "lewis-1998", 3, 4)
    assert said.startswith("Mr. Chief Justice, and may it please the Court. I'd like to make three points. First: ")
    assert said.endswith("I'd like to reserve four minutes for rebuttal.")
    assert "I'd like to make one point. " in _opening("sacramento-v-lewis", "lewis-1998", 1, 1)
    assert "I'd like to reserve one minute for" in _opening("sacramento-v-lewis", "lewis-1998", 1, 1)


def _turns(line: str) -> list[str]:
    """What is said on each turn, up to the colon. The three heads announced are 1, 2, 3; "say 1" argues a point of the first in full."""
    case = moot.load_case("sacramento-v-lewis")
    heads = [head.id for head in case.heads_of[moot.Side.PETITIONER]][:3]
    round = moot.Round(case, moot.load_bench("three"))
    round.push(moves.Roadmap(heads=tuple(heads)))
    for words in line.split(", "):
        word, number = words.split()
        if word == "turn":
            round.push(moves.Turn(head=heads[int(number) - 1]))
            continue
        round.push(next(move for move in round.legal if isinstance(move, moves.Plead)))
        while moves.Pass() in round.legal:
            round.push(moves.Pass())
    told = [spoken.turn_text(round, each) for each in retell(round) if isinstance(each, TurnedTo)]
    return [text.partition(": ")[0] for text in told]


def test_a_head_out_of_the_order_of_the_roadmap_is_not_called_the_next_point() -> None:
    """Counsel who had announced three points and argued none said "Turning to my next point" on the way to the third."""
    assert _turns("turn 3, say 3, turn 2") == ["I will begin with my third point", "Let me turn to my second point"]
    assert _turns("say 1, turn 3, say 3, turn 2") == ["Let me turn to my third point", "Let me turn to my second point"]
    assert _turns("say 1, turn 2, say 2, turn 3") == ["Turning to my next point", "Turning to my next point"]


def test_counsel_did_not_begin_twice() -> None:
    """Counsel who turned twice and argued nothing in between said "I will begin with my third point", and then of the second the same."""
    assert _turns("turn 3, turn 2, say 2") == ["I will begin with my third point", "Let me turn to my second point"]


def test_a_judge_who_breaks_in_calls_counsel_only_once() -> None:
    """A judge said "Counsel, hold on. The boy in Garner could've stopped at the fence, counsel"."""
    case = moot.load_case("brower-v-inyo")
    called = set()
    for seed in range(40):
        round = moot.Round(case, moot.load_bench("lewis-1998"), seed=seed, heat="hot")
        round.play_out(Novice(seed), Novice(seed))
        for each in retell(round):
            if isinstance(each, Asked) and each.broke_in and ", counsel" in case.questions[each.question].text:
                said = spoken.asked_text(round, each)
                called.add(len(re.findall(r"\bcounsel\b|Mr\. \w+", said, re.IGNORECASE)))
    assert called == {1}


_CREDITED = re.compile(
    r"\b(?:You (?:said|spoke|speak|say|cite|quote|quoted|cited|told|tell|use|lean|call)|, you say)\b"
)
_MEANT = frozenset(
    {"right", "rather", "really", "their", "there", "these", "those", "would", "where", "which", "years"}
)


@pytest.mark.parametrize("id", sorted(list_cases()))
def test_no_question_that_breaks_in_credits_counsel_with_words_not_said_yet(id: str) -> None:
    """A judge who broke in before the sentence said "You cite Jamieson"; what is not said yet is told by the brief."""
    case = moot.load_case(id)
    round, found = moot.Round(case, moot.load_bench(case.bench)), []
    for point in case.points:
        ticks = round.rules.stretches(point.id)
        said = broken_off(point.speech, ticks, 1) if len(ticks) > 1 else point.speech
        rest = _words(point.speech[len(said) - 2 :]) - _words(said)
        for question in point.questions:
            credited = [each for each in sentences(question.text) if _CREDITED.search(each)]
            if not question.stock and any(_words(each) & rest for each in credited):
                found.append((question.id, sorted(rest & _words(" ".join(credited)))))
    assert not found


def _words(text: str) -> set[str]:
    """Words that carry meaning, by their first five letters."""
    return {each[:5] for each in re.findall(r"[a-z]{5,}", text.lower()) if each not in _MEANT}


@pytest.mark.parametrize(
    ("case", "bench", "words"),
    [
        ("sacramento-v-lewis", ["souter", "scalia", "stevens"], "May it please the Court."),
        ("first-argument", "fictional", "Chief Judge Sorrel, and may it please the Court."),
        ("first-argument", "lewis-1998", "Chief Justice Rehnquist, and may it please the Court."),
    ],
)
def test_the_opening_names_the_judge_who_presides(case: str, bench, words: str) -> None:
    assert _opening(case, bench, 2, 0).startswith(words)


def test_no_face_has_words_of_its_own_for_a_turn_or_a_roadmap() -> None:
    root = Path(spoken.__file__).parents[1]
    for path in root.rglob("*.py"):
        assert "next submission" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("training", [True, False])
def test_a_sitting_taken_up_again_had_lost_what_its_hypotheticals_came_to(training, tmp_path) -> None:
    mode = "training" if training else "exam"
    for seed in range(9):
        session, _ = new_session(
            "first-argument", format="quick", heat="hot", opponent="novice", seed=seed, mode=mode, saves=tmp_path
        )
        told, person = session.open(), Novice(seed)
        while session.waiting:
            told += session.play(person.choose(session.round))
        found = [event for event in told if isinstance(event, WorkedOut)]
        again = [event for event in retell(session.round, training=training) if isinstance(event, WorkedOut)]
        assert again == found
        if found or not training:
            return
    raise AssertionError("no hypothetical was asked")


def test_a_concession_took_a_point_out_of_the_case_without_a_word() -> None:
    """Counsel granted that the power has no limit, and the half-said point it rests on was gone from the choices."""
    case = load_case("first-argument")
    answer = next(
        each for each in case.answers.values() if each.concedes is not None and each.concedes.gives_up == ("p-remit",)
    )
    lost = lost_by(answer, heard_of(case, ["p-remit"], [], []), heard_of(case, ["p-remit"], [], [answer.id]))
    assert lost == ("p-remit",)
    assert (
        given_up(case, answer.id, lost)
        == "That gives up “The Code lets the Librarian forgive”, which no longer counts."
    )
    again = heard_of(case, [], [], [answer.id])
    assert not lost_by(answer, again, again), "told once"


@pytest.mark.parametrize("training", [True, False])
def test_what_a_concession_gives_up_is_told_in_training_only(training, tmp_path) -> None:
    for seed in range(12):
        session, _ = new_session(
            "first-argument",
            format="quick",
            heat="hot",
            opponent="novice",
            seed=seed,
            mode="training" if training else "exam",
            saves=tmp_path,
        )
        told, person = session.open(), Novice(seed)
        while session.waiting:
            told += session.play(person.choose(session.round))
        found = [event for event in told if isinstance(event, GaveUp)]
        assert found == [event for event in retell(session.round, training=training) if isinstance(event, GaveUp)]
        if found:
            assert training
            return
    assert not training
