"""The ballot: a hundred points, per opportunity, blind to who won; every point lost names its move."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench.conference import confer
from moot.case import NOTHING_HEARD, Disposition, Manner, Purpose, Side
from moot.case.formats import Segment
from moot.case.words import NO_PART
from moot.counsel import Novice
from moot.plain.closing import ballot_lines
from moot.report.as_json import sitting
from moot.report.build import report
from moot.round import moves
from moot.round.formats import WHITE_LIGHT, Format, one_speaker
from moot.score import ballot, marks, score
from moot.score.answering import ITEMS, answer_loss, loss_after
from moot.score.ballot import FEWEST, Ballot, Item, speaker_ballots
from moot.score.labels import ITEM_NAMES
from moot.score.result import Result, RoleBeside, result
from moot.score.tenths import shared_out, split_loss
from tests import support as small

LONG = one_speaker("long", "Long", 100, (0, 2))


def argued(case, *line: str, form: Format = LONG):
    round = moot.Round(case, small.bench(small.judge("j")), format=form)
    for move in line:
        round.push(move)
    return round


def item(round, name: str, side: Side = Side.PETITIONER):
    return next(one for one in ballot(round, side).items if one.name == name)


def asked(*answers, **more):
    return small.case(
        small.point("p1", head="pa", questions=(small.question("q", *answers, **more),)),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )


OPENING = ("roadmap pa,pb reserve 0", "plead p1", "ask q")


def test_the_items_make_a_hundred() -> None:
    assert sum(ITEMS.values()) == 100
    assert list(ITEMS) == ["answers", "authority", "structure", "candor", "time"]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(["quick", "scotus-1997"]))
def test_totals_add_up_and_every_loss_names_its_move(seed: int, form: str) -> None:
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("three"), seed=seed, format=form)
    round.play_out(Novice(seed), Novice(seed + 1))
    for side in Side:
        card = ballot(round, side)
        assert 0 <= card.total <= 100
        assert sum(one.out_of for one in card.items) == 100
        for one in card.items:
            assert one.earned + sum(loss.points for loss in one.losses) == one.out_of
            assert (one.out_of == 0) == (one.opportunities == 0)
            for loss in one.losses:
                assert loss.points > 0
                assert loss.why
                assert loss.move == str(round.line[loss.ply - 1])


@pytest.mark.parametrize("seed", range(12))
def test_the_items_of_a_ballot_add_up_as_they_are_printed(seed: int) -> None:
    """15 of 80 ballots did not: 39.1 + 15.0 + ... was shown as one tenth more or less."""
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998"), seed=seed, format="quick")
    round.play_out(Novice(seed), Novice(seed + 1))
    for side, card in score(round).ballots.items():
        printed = [Fraction(f"{float(one.earned):.1f}") for one in card.items]
        assert sum(printed) == Fraction(f"{float(card.total):.1f}")
        assert sum(Fraction(f"{float(one.out_of):.1f}") for one in card.items) == 100
        for one in card.items:
            lost = [Fraction(f"{float(loss.points):.1f}") for loss in one.losses]
            assert Fraction(f"{float(one.earned):.1f}") + sum(lost) == Fraction(f"{float(one.out_of):.1f}")
        told = sitting(round)["ballot"][side.value]
        assert Fraction(str(told["total"])) == sum(Fraction(str(one["earned"])) for one in told["items"].values())
        assert not card.enough or card.told == f"{float(card.total):.1f} of 100"
        assert card.told in "\n".join(para.text for para in ballot_lines(report(round).ballots))


@given(st.integers(0, 1000), st.lists(st.integers(0, 40), max_size=9))
def test_shares_add_up_and_are_off_by_less_than_one(whole: int, weights: list[int]) -> None:
    parts = shared_out(whole, tuple(weights))
    if sum(weights):
        assert sum(parts) == whole
        assert all(
            abs(part - Fraction(whole * weight, sum(weights))) < 1 for part, weight in zip(parts, weights, strict=True)
        )
    losses = split_loss(whole, weights)
    assert sum(losses) == sum(parts)
    assert 0 not in losses or max(losses, default=0) <= 1


def test_under_six_opportunities_there_is_too_little_to_score() -> None:
    round = argued(small.case(), "roadmap pa,pb reserve 0", "plead p1", "pass", "sit")
    card = ballot(round, Side.PETITIONER)
    assert card.opportunities == sum(one.opportunities for one in card.items) == 4
    assert not card.enough
    assert "too little to score" in card.told
    told = sitting(round)["ballot"]["petitioner"]
    assert (told["enough"], told["total"]) == (False, float(card.total))
    assert any("too little to score" in para.text for para in ballot_lines(report(round).ballots))


def test_exactly_so_many_opportunities_as_are_needed_are_enough() -> None:
    for number in (FEWEST - 1, FEWEST):
        one = Item("answers", Fraction(0), Fraction(40), number, ())
        assert Ballot(Side.PETITIONER, (one,)).enough is (number == FEWEST)


def test_the_main_head_waits_for_the_white_light_where_it_is_opened_as_the_light_comes_on() -> None:
    """The light is on with exactly five minutes left; a head opened then was not opened before it."""
    whole = LONG.segments[0].ticks
    for left in (WHITE_LIGHT, WHITE_LIGHT + 1):
        round = argued(asked(small.answer("q.a")), f"roadmap pa,pb reserve 0 @{whole - left}", "plead p1")
        waited = [loss for loss in item(round, "time").losses if "white light" in loss.why]
        assert bool(waited) is (left == WHITE_LIGHT), left


def test_the_labels_say_which_item_scores_rebuttal() -> None:
    """Structure was called "roadmap, resuming and rebuttal", and time scored the rebuttal."""
    assert list(ITEM_NAMES) == list(ITEMS)
    assert [name for name, label in ITEM_NAMES.items() if "reply" in label.lower()] == ["time"]


def test_an_item_without_opportunity_is_shared_out() -> None:
    round = argued(small.case(), "roadmap pa,pb reserve 0", "plead p1", "pass", "sit")
    assert item(round, "answers").out_of == 0
    assert item(round, "structure").out_of == Fraction(15 * 100, 25)
    assert item(round, "time").out_of == Fraction(10 * 100, 25)


def test_the_answer_that_fits_best_of_those_offered_earns_it_all() -> None:
    case = asked(small.answer("q.a"), small.answer("q.b", Manner.EVADE), purpose=Purpose.CLARIFY)
    good, bad = argued(case, *OPENING, "answer q.a"), argued(case, *OPENING, "answer q.b")
    assert item(good, "answers").earned == item(good, "answers").out_of
    assert item(bad, "answers").earned == 0
    assert item(bad, "answers").losses[0].move == "answer q.b"


def test_a_pick_is_scored_under_authority_and_says_what_was_asked_for() -> None:
    case = asked(
        small.answer("q.a", picks="whitley", right=True),
        small.answer("q.b", picks="rochin", right=False),
        pick="authority",
    )
    assert item(argued(case, *OPENING, "answer q.a"), "authority").losses == ()
    wrong = item(argued(case, *OPENING, "answer q.b"), "authority")
    assert wrong.earned == 0
    assert "whitley" in wrong.losses[0].why


def test_leaving_the_record_loses_authority_and_staying_in_it_earns_it() -> None:
    case = asked(
        small.answer("q.a", outside=("gossip",)), small.answer("q.b", Manner.DECLINE), purpose=Purpose.CRITICISM
    )
    assert item(argued(case, *OPENING, "answer q.a"), "authority").earned == 0
    assert item(argued(case, *OPENING, "answer q.b"), "authority").losses == ()


def test_an_announced_head_never_argued_is_lost_at_the_roadmap() -> None:
    round = argued(small.case(), "roadmap pa,pb reserve 0", "plead p1", "pass", "sit")
    lost = item(round, "structure").losses
    assert [(loss.ply, loss.why) for loss in lost] == [(1, "never argued “Head pb”")]


def test_heads_and_reserve_are_charged_only_when_the_turn_or_the_case_is_over() -> None:
    """A ballot can be read at any moment: what may yet be done is not lost."""
    round = argued(small.case(), "roadmap pa,pb reserve 2")
    for move in ("plead p1", "pass", "turn pb", "plead p2", "pass"):
        assert not [loss for loss in item(round, "structure").losses if "never argued" in loss.why]
        round.push(move)
    assert not [loss for loss in item(round, "time").losses if "reserve" in loss.why]
    for move in ("sit", "roadmap ra,rb reserve 0", "plead r1", "pass", "sit"):
        assert not [loss for loss in item(round, "time").losses if "reserve" in loss.why]
        round.push(move)
    if round.turn is not None:
        round.push("sit")
    assert [loss.why for loss in item(round, "time").losses if "reserve" in loss.why]


def test_a_result_agrees_only_if_every_judge_stands_where_they_really_stood() -> None:
    roles = (RoleBeside("a", "joined", "joined"), RoleBeside("b", "joined", "dissenting"))
    reversed_ = Disposition.REVERSED
    assert Result(reversed_, reversed_, roles[:1], ()).agrees
    assert not Result(reversed_, reversed_, roles, ()).agrees
    assert not Result(reversed_, Disposition.AFFIRMED, roles[:1], ()).agrees


def test_who_really_took_no_part_is_not_set_beside_a_judge_who_sits_here() -> None:
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    assert case.historical is not None
    absent, *others = case.historical.votes
    votes = (replace(absent, role=NO_PART), *others)
    without = replace(case, historical=replace(case.historical, votes=votes))
    ruling = confer(without, bench, NOTHING_HEARD)
    assert absent.judge in ruling.standings
    assert [role.judge for role in result(ruling).roles] == [vote.judge for vote in others]


def test_resuming_earns_and_leaving_half_said_loses() -> None:
    line = ("roadmap pa,pb reserve 0", "plead p1", "ask q1", "answer q1.a", "pass")
    resumed = argued(small.case(), *line, "resume", "turn pb", "plead p2", "pass", "sit")
    left = argued(small.case(), *line, "turn pb", "plead p2", "pass", "sit")
    assert item(resumed, "structure").losses == ()
    assert [loss.why for loss in item(left, "structure").losses] == ["left “Point p1” half said"]


def test_an_unused_reserve_loses_time() -> None:
    wasted = argued(REPLY, *TO_THE_REPLY, "sit")
    used = argued(REPLY, *TO_THE_REPLY, "plead b1", "pass", "sit")
    assert "the reserve was kept and not used" in [loss.why for loss in item(wasted, "time").losses]
    assert item(used, "time").losses == ()


REPLY = small.case(
    small.point("p1", head="pa"),
    small.point("p2", head="pb"),
    small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    small.point("r2", Side.RESPONDENT, "rb", "merits.no"),
    small.point("b1", replies_to=("ra",)),
)
"""Petitioner may reply to the respondent's head ``ra``."""

TO_THE_REPLY = (
    *("roadmap pa,pb reserve 2", "plead p1", "pass", "sit"),
    *("roadmap ra,rb reserve 0", "plead r1", "pass", "sit"),
)


def test_a_reserve_is_credited_only_when_the_case_is_decided() -> None:
    """Neither lost nor earned before: a reply that has begun could count at once."""
    round = argued(REPLY, *TO_THE_REPLY, "plead b1", "pass")
    assert item(round, "time").opportunities == 2, "the main head, and the first turn"
    round.push("sit")
    assert item(round, "time").opportunities == 4


def test_the_reserve_that_another_speaker_used_was_used() -> None:
    """Who kept time for a colleague's reply was told that it had not been used; the colleague had no item of time."""
    form = Format(
        "kept",
        "Kept for another",
        (
            Segment("petitioner", Side.PETITIONER, 40, reserves=(2,)),
            Segment("petitioner-2", Side.PETITIONER, 40, speaker=2),  # passed over: the first speaker has all the heads
            Segment("respondent", Side.RESPONDENT, 40),
            Segment("rebuttal", Side.PETITIONER, 0, speaker=2, replies=True),
        ),
    )
    case = replace(REPLY, heads=tuple(replace(head, speaker=1) for head in REPLY.heads))
    used, wasted = (argued(case, *TO_THE_REPLY, *more, form=form) for more in (("plead b1", "pass", "sit"), ("sit",)))
    for round, lost in ((used, []), (wasted, ["the reserve was kept and not used"])):
        alone = speaker_ballots(round, Side.PETITIONER)
        times = {number: next(each for each in one.items if each.name == "time") for number, one in alone.items()}
        assert [loss.why for loss in times[1].losses] == lost
        assert {number: time.opportunities for number, time in times.items()} == {1: 3, 2: 1}
        assert sum(each.opportunities for each in alone.values()) == ballot(round, Side.PETITIONER).opportunities


def test_a_roadmap_that_leaves_no_time_but_the_reserve_is_stopped_by_the_red_light() -> None:
    """What is kept for the reply is no time to speak in now."""
    form = one_speaker("kept", "Kept", 8, (2,))
    round = argued(LATE, "roadmap pa,pb reserve 2", form=form)
    assert round.speaker is Side.RESPONDENT
    assert RED in [loss.why for loss in item(round, "time").losses]


LATE = replace(small.case(), costs=replace(small.case().costs, point=4))
"""Halves of two ticks, and a roadmap of one."""

RED = "stopped by the red light"


def test_the_red_light_loses_time() -> None:
    short = one_speaker("short", "Short", 6, (0,))
    round = argued(LATE, "roadmap pa,pb reserve 0", "plead p1", "pass", "turn pb", "plead p2", form=short)
    assert round.speaker is Side.RESPONDENT
    assert RED in [loss.why for loss in item(round, "time").losses]


def test_who_is_done_as_the_light_comes_on_is_not_stopped_by_it() -> None:
    """In quick the one reserve is a minute, and so is a rebuttal point: petitioner lost time whether it was used or not."""
    short = one_speaker("short", "Short", 5, (0,))
    round = argued(LATE, "roadmap pa,pb reserve 0", "plead p1", "pass", form=short)
    assert round.speaker is Side.RESPONDENT
    assert RED not in [loss.why for loss in item(round, "time").losses]
    begun = argued(LATE, "roadmap pa,pb reserve 0", "plead p1", form=one_speaker("short", "Short", 3, (0,)))
    assert begun.speaker is Side.RESPONDENT
    assert RED in [loss.why for loss in item(begun, "time").losses]
    case = small.case(
        small.point("p1", head="pa"),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        small.point("r2", Side.RESPONDENT, "rb", "merits.no"),
        small.point("b1", replies_to=("ra",), ticks=8),
    )
    line = ("roadmap pa,pb reserve 1", "plead p1", "pass", "sit", "roadmap ra,rb reserve 0", "plead r1", "pass", "sit")
    quick = argued(case, *line, "plead b1", "pass", form="quick")
    assert quick.turn is None
    assert quick.positions[-2].clock == 2
    assert item(quick, "time").losses == ()


def test_the_ballot_is_blind_to_who_won() -> None:
    """The same line before benches that rule opposite ways earns the same ballot."""
    merits = small.issue(
        "merits", small.position("yes", Side.PETITIONER, notice=3), small.position("no", Side.RESPONDENT, avoidance=3)
    )
    case = replace(small.case(), issues=(merits,))
    line = (
        "roadmap pa,pb reserve 0",
        "plead p1",
        "ask q1",
        "answer q1.a",
        "pass",
        "sit",
        "roadmap ra,rb reserve 0",
        "sit",
    )
    cards = []
    rulings = []
    for held in ({"notice": 5}, {"avoidance": 5}):
        round = moot.Round(case, small.bench(small.judge("j", held=held)), format=LONG)
        for move in line:
            round.push(move)
        cards.append({side: ballot(round, side) for side in Side})
        rulings.append(round.outcome().ruling.disposition)
    assert rulings[0] is not rulings[1]
    assert cards[0] == cards[1]


def test_marks_follow_the_line_and_carry_pin_and_quotation() -> None:
    case = moot.load_case("sacramento-v-lewis")
    round = moot.Round(case, moot.load_bench("three"))
    for move in ("roadmap fourth,standard reserve 0", "plead p-graham", "pass"):
        round.push(move)
    court = [mark for mark in marks(round) if mark.opinion == "majority"]
    assert [(mark.said, mark.treatment.value, mark.pin) for mark in court] == [("p-graham", "rejected", "843")]
    assert court[0].quote.endswith("The argument is unsound.")
    card = score(round)
    assert card.result is None
    assert len(card.marks) == 3


@pytest.mark.parametrize("side", list(Side))
def test_a_ballot_can_be_read_at_any_moment(side: Side) -> None:
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("three"), seed=4)
    novice = Novice(1)
    from moot.round.draw import draw

    while round.turn is not None:
        assert 0 <= ballot(round, side).total <= 100
        round.push(draw(round) if round.turn == "bench" else novice.choose(round))


def test_a_question_that_offers_only_evasions_is_scored_and_not_divided_by_zero() -> None:
    case = asked(small.answer("q.a", Manner.EVADE), small.answer("q.b", Manner.EVADE))
    round = argued(case, *OPENING, "answer q.a")
    answers = item(round, "answers")
    assert answers.opportunities == 1
    assert answers.earned == answers.out_of


def test_an_evasion_costs_candor_except_where_the_question_asks_for_a_concession_and_costs_it_already() -> None:
    """A mutant that charged candor the other way round lived."""
    answers = (small.answer("q.a"), small.answer("q.b", Manner.EVADE), small.answer("q.c", Manner.DEFLECT))
    case = asked(*answers, purpose=Purpose.CLARIFY)
    for evasion in ("answer q.b", "answer q.c"):
        lost = item(argued(case, *OPENING, evasion), "candor").losses
        assert [(loss.move, loss.why) for loss in lost] == [(evasion, "the question was not faced")]
    assert item(argued(case, *OPENING, "answer q.a"), "candor").losses == ()
    conceding = asked(*answers, purpose=Purpose.CONCESSION)
    lost = item(argued(conceding, *OPENING, "answer q.b"), "candor").losses
    assert [loss.move for loss in lost] == ["answer q.b"]
    assert "the question was not faced" not in {loss.why for loss in lost}


def test_what_an_answer_loses_counts_what_it_contradicts_only_once_that_was_said() -> None:
    """A mutant that charged the contradiction where there was none, and not where there was, lived."""
    plain, against = small.answer("q.a"), small.answer("q.b", contradicts=("p2",))
    taken_back = small.answer("q.c", contradicts=("p2",), retracts=("p2",))
    case = asked(plain, against, taken_back, purpose=Purpose.CLARIFY)
    nothing = argued(case, *OPENING).position.heard
    said = nothing.with_full("p2")
    for id in ("q.a", "q.b", "q.c"):
        assert loss_after(case, id, nothing) == answer_loss(case, id)
    assert loss_after(case, "q.a", said) == answer_loss(case, "q.a")
    assert loss_after(case, "q.b", said) == answer_loss(case, "q.b") + ITEMS["candor"]
    assert loss_after(case, "q.c", said) == answer_loss(case, "q.c")


def test_holdings_stand_beside_those_of_the_real_lead_opinion_and_of_no_other() -> None:
    """A mutant that read the last opinion for the first lived."""
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("three"), seed=1)
    round.play_out(Novice(1), Novice(2))
    beside = {each.issue: each.really for each in score(round).result.holdings}
    assert beside["culpability"] == "purpose"  # Souter, for the Court, at 836 and 854
    assert beside.get("method", "") != "history"  # Scalia, concurring in the judgment


def test_a_main_head_that_was_never_argued_did_not_wait_for_the_white_light() -> None:
    """Counsel who sat down with most of the time left was told that the main head had to wait for the white light."""
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("three"))
    for move in ("roadmap fourth,standard reserve 0", "turn standard", "plead p-shocks", "pass"):
        round.push(move)
    while not round.position.decided:
        round.push(next(move for move in round.legal if isinstance(move, (moves.Sit, moves.Pass, moves.Roadmap))))
    time = next(item for item in report(round).ballot(Side.PETITIONER).items if item.id == "time")
    assert "the main head was never argued" in [loss.why for loss in time.losses]
