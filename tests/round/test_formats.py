"""Rounds in formats with two speakers, replies of both sides and protected minutes."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

import moot
from moot.errors import IllegalMove
from moot.plain.render import transcript
from moot.round import moves
from moot.round.formats import FORMATS
from moot.round.position import PositionOfPlay
from moot.sitting.session import Session

CASE, BENCH = moot.load_case("lark-river"), moot.load_bench("lark-court")
JESSUP = FORMATS["jessup"]
OPENINGS = ("roadmap asked", "sit", "roadmap own-making,fields reserve 5", "sit")


def test_respondent_could_not_choose_a_reserve() -> None:
    round = moot.Round.from_line(CASE, BENCH, [*OPENINGS, "roadmap told", "sit"])
    kept = {move.reserve for move in round.legal if isinstance(move, moves.Roadmap)}
    assert kept == {0, 3, 5, 10}
    round.push("roadmap wall,sky reserve 3")
    assert (round.clock, round.rules.kept_for_reply(round.position.state)) == (25 * 4 - 3 * 4 - 2, 12)
    assert "reserve 20,12" in str(round.position)
    assert PositionOfPlay.parse(str(round.position)) == round.position
    assert pickle.loads(pickle.dumps(round)) == round


def test_each_speaker_argues_their_own_heads() -> None:
    round = moot.Round(CASE, BENCH)
    assert {head for move in round.legal for head in move.heads} == {"asked"}
    with pytest.raises(IllegalMove, match=r"announce heads of this speaker \(asked\)"):
        round.push("roadmap fields")
    round = moot.Round.from_line(CASE, BENCH, OPENINGS[:2])
    assert {head for move in round.legal for head in move.heads} == {"own-making", "fields"}


def test_a_reply_without_time_is_passed_over_and_the_other_still_comes() -> None:
    line = ["roadmap asked", "sit", "roadmap own-making,fields reserve 0", "plead p-made", "pass", "pass", "sit"]
    round = moot.Round.from_line(
        CASE, BENCH, [*line, "roadmap told", "sit", "roadmap wall,sky reserve 3", "plead r-flood"]
    )
    while round.rules.turn(round.position.state) == "respondent-2":
        round.push("sit" if "sit" in round.legal else "pass")
    assert round.rules.turn(round.position.state) == "surrebuttal"
    assert round.clock == 12
    with pytest.raises(IllegalMove, match="surrebuttal answers what petitioner said"):
        round.push("plead s-broken-wall")


def test_why_a_reply_may_not_be_made() -> None:
    round = moot.Round.from_line(CASE, BENCH, ["roadmap asked"])
    with pytest.raises(IllegalMove, match="it is kept for rebuttal"):
        round.push("plead b-two-weeks")
    quick = moot.Round.from_line(
        CASE, BENCH, ["roadmap asked,fields reserve 1", "sit", "roadmap told,wall"], format="quick"
    )
    with pytest.raises(IllegalMove, match="respondent has none in the format `quick`"):
        quick.push("plead s-broken-wall")


def test_nobody_asks_in_the_protected_minutes() -> None:
    protected = replace(
        JESSUP,
        id="protected",
        segments=tuple(replace(each, protected=8) for each in JESSUP.segments[:4]) + JESSUP.segments[4:],
    )
    asked_early = {form.id: 0 for form in (JESSUP, protected)}
    for form in (JESSUP, protected):
        for seed in range(6):
            round = moot.Round(CASE, BENCH, seed=seed, format=form)
            round.play_out(moot.counsel.Novice(seed), moot.counsel.Novice(seed + 1))
            for move, before in zip(round.line, round.positions, strict=False):
                segment = round.rules.segment(before.state)
                if isinstance(move, moves.Ask) and not segment.replies:
                    asked_early[form.id] += round.rules.allowed_ticks(before.state) - before.clock < 8
    assert asked_early["jessup"] > 0 == asked_early["protected"]


def test_the_words_are_those_of_whoever_speaks() -> None:
    """Whoever spoke for a side, the transcript gave every word to its first counsel."""
    session = Session(CASE, BENCH, human=None, seed=5)
    events = session.open()
    for move in (*OPENINGS, "roadmap told", "sit", "roadmap wall,sky reserve 3"):
        events += session.play(move)
    told = "\n".join(para.text for para in transcript(events, session.round))
    assert "CARROW: Madam President" in told and "WHITLOCK: Madam President" in told
    assert "I'd like to reserve five minutes for rebuttal." in told
    assert "I'd like to reserve three minutes for surrebuttal." in told
    assert "RESPONDENT AT THE LECTERN, SECOND SPEAKER\nPiers Whitlock, for respondent. 25:00 on the clock." in told


@pytest.mark.parametrize("id", ["amca", "nmcc", "jessup"])
@pytest.mark.parametrize("case", ["first-argument", "lark-river"])
def test_whole_rounds_in_every_competition(id: str, case: str) -> None:
    round = moot.Round(moot.load_case(case), moot.load_bench("three"), seed=2, format=id)
    round.play_out(moot.counsel.Greedy(), moot.counsel.Novice(3))
    assert round.problems() == []
    turns = [round.rules.turn(each.state) for each in round.positions]
    assert list(dict.fromkeys(turns))[:4] == ["petitioner", "petitioner-2", "respondent", "respondent-2"]


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.id)
def test_who_replies_is_who_set_time_aside_for_it_and_nobody_else_does(form) -> None:
    """A mutant lived in which the other of two speakers kept the time."""
    replies = {(each.side, each.speaker) for each in form.segments if each.replies}
    assert {(each.side, each.speaker) for each in form.segments if each.reserves} == replies != set()
