"""What an answer takes and misses: shares in twelfths, contradictions, marks and holdings, each worked out by hand.

Mutants that survived the other tests are killed here (docs/testing.md).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from moot.case import (
    NOTHING_HEARD,
    Disposition,
    Holding,
    Manner,
    Mark,
    OpinionKind,
    Purpose,
    RealOpinion,
    Side,
    Treatment,
)
from moot.case.formats import Format, Segment
from moot.files.case.read import read_case
from moot.round.formats import one_speaker
from moot.score import marks, score
from moot.score.answering import ITEMS, NONE, WHOLE, answer_chances, answer_loss, plain_chances
from moot.score.as_dict import ballot_dict, mark_dict, points, result_dict
from moot.score.ballot import Ballot, Item, ballot, speaker_ballots
from moot.score.result import Result, RoleBeside, _really
from moot.score.sway import Sway
from moot.score.tenths import rounded, shared_out, split_loss
from tests import support as small
from tests.score.test_ballot import LATE, OPENING, RED, argued, asked, item


def share(case, answer: str, of: str = "answers") -> int:
    return next(taken for name, taken, _ in plain_chances(case, answer) if name == of)


def test_an_answer_takes_the_share_of_the_best_one_offered() -> None:
    """For clarity: direct is worth 2, concede 1, distinguish 0, deflect -1, evade -2; shares count from -2."""
    manners = (Manner.DIRECT, Manner.CONCEDE, Manner.DISTINGUISH, Manner.DEFLECT, Manner.EVADE)
    answers = [small.answer(f"q.{manner.value}", manner) for manner in manners]
    whole = asked(*answers, purpose=Purpose.CLARIFY)
    assert [share(whole, each.id) for each in answers] == [12, 9, 6, 3, 0]
    lesser = asked(*answers[1:], purpose=Purpose.CLARIFY)
    assert [share(lesser, each.id) for each in answers[1:]] == [12, 8, 4, 0]
    least = asked(*answers[3:], purpose=Purpose.CLARIFY)
    assert [share(least, each.id) for each in answers[3:]] == [12, 0]


def test_what_an_answer_loses_is_what_it_misses_of_every_item_it_bears_on() -> None:
    outside = small.answer("q.b", Manner.EVADE, outside=("gossip",))
    case = asked(small.answer("q.a"), outside, small.answer("q.c", Manner.DISTINGUISH), purpose=Purpose.CLARIFY)
    assert answer_loss(case, "q.a") == 0
    assert answer_loss(case, "q.b") == ITEMS["answers"] + ITEMS["authority"] + ITEMS["candor"]
    assert answer_loss(case, "q.c") == Fraction(ITEMS["answers"], 2)


def test_a_question_that_asks_for_a_concession_is_scored_for_candor_as_well() -> None:
    conceding = asked(
        small.answer("q.a", Manner.CONCEDE), small.answer("q.b", Manner.EVADE), purpose=Purpose.CONCESSION
    )
    assert (share(conceding, "q.a", "candor"), share(conceding, "q.a")) == (WHOLE, WHOLE)
    assert (share(conceding, "q.b", "candor"), share(conceding, "q.b")) == (NONE, NONE)
    for purpose in set(Purpose) - {Purpose.CONCESSION}:
        plain = asked(small.answer("q.a", Manner.CONCEDE), small.answer("q.b"), purpose=purpose)
        assert {name for name, _, _ in plain_chances(plain, "q.a")} == {"answers"}, purpose


def test_only_a_question_that_tempts_outside_the_record_scores_staying_in_it() -> None:
    claims = asked(small.answer("q.a"), small.answer("q.b", overclaims=("graham",)), purpose=Purpose.CLARIFY)
    assert share(claims, "q.a", "authority") == WHOLE
    assert ("authority", NONE, "claimed more than the source gives") in plain_chances(claims, "q.b")
    outside = asked(small.answer("q.a", outside=("gossip",)), small.answer("q.b"), purpose=Purpose.CLARIFY)
    assert ("authority", NONE, "brought in what is outside the record") in plain_chances(outside, "q.a")
    tame = asked(small.answer("q.a"), small.answer("q.b"), purpose=Purpose.CLARIFY)
    assert "authority" not in {name for name, _, _ in plain_chances(tame, "q.a")}


def test_a_contradiction_costs_candor_on_the_ballot_and_resisting_it_or_taking_it_back_earns_it() -> None:
    against = small.answer("q.b", contradicts=("p2",))
    back = small.answer("q.c", contradicts=("p2",), retracts=("p2",))
    case = asked(small.answer("q.a"), against, back, purpose=Purpose.CLARIFY)
    for id in ("q.a", "q.b", "q.c"):
        assert answer_chances(case, id, NOTHING_HEARD) == plain_chances(case, id)
    for said in (NOTHING_HEARD.with_full("p2"), NOTHING_HEARD.with_half("p2")):
        assert answer_chances(case, "q.a", said)[-1][:2] == ("candor", WHOLE)
        assert answer_chances(case, "q.b", said)[-1] == ("candor", NONE, "contradicted “Point p2”")
        assert answer_chances(case, "q.c", said)[-1][:2] == ("candor", WHOLE)
        assert answer_chances(case, "q.b", said)[:-1] == plain_chances(case, "q.b")


def test_a_contradicted_answer_is_told_as_a_loss_of_the_ballot() -> None:
    case = asked(small.answer("q.a"), small.answer("q.b", contradicts=("p1",)), purpose=Purpose.CLARIFY)
    lost = item(argued(case, *OPENING, "answer q.b"), "candor").losses
    assert [(loss.move, loss.why) for loss in lost] == [("answer q.b", "contradicted “Point p1”")]
    assert item(argued(case, *OPENING, "answer q.a"), "candor").losses == ()


@pytest.mark.parametrize(
    ("share", "of", "nearest"),
    [(0, 7, 0), (1, 2, 1), (4, 10, 0), (5, 10, 1), (6, 10, 1), (3, 2, 2), (9, 4, 2), (10, 4, 3)],
)
def test_a_quotient_is_rounded_to_the_nearest_whole_number_halves_up(share: int, of: int, nearest: int) -> None:
    assert rounded(share, of) == nearest


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [
        (10, (0, 0, 0), (0, 0, 0)),
        (1, (1, 1), (1, 0)),
        (100, (1, 1, 1), (34, 33, 33)),
        (1000, (40, 25, 15, 10, 10), (400, 250, 150, 100, 100)),
        (1000, (40, 0, 15, 0, 10), (615, 0, 231, 0, 154)),  # 615.4, 230.8 and 153.8
        (7, (2, 3), (3, 4)),  # 2.8 and 4.2
    ],
)
def test_a_whole_is_shared_out_by_largest_remainders_and_ties_go_to_the_first(whole, weights, parts) -> None:
    assert shared_out(whole, weights) == parts


@pytest.mark.parametrize(
    ("lost", "weights", "parts"),
    [
        (3, (100, 1, 1), (1, 1, 1)),
        (4, (100, 1, 1), (2, 1, 1)),
        (5, (1, 100, 100), (1, 2, 2)),
        (2, (5, 1), (1, 1)),
        (1, (1, 1), (1, 0)),  # there are not so many
        (6, (1, 1), (3, 3)),
    ],
)
def test_every_loss_takes_at_least_a_tenth_while_there_are_so_many(lost, weights, parts) -> None:
    assert split_loss(lost, weights) == parts


def test_every_loss_shows_even_where_rounding_would_hide_it() -> None:
    """Of 30 tenths three chances in four hundred are missed by a twelfth: each of the three costs a tenth."""
    from moot.round import moves
    from moot.score.ballot import _item

    chances = [(ply, moves.Pass(), WHOLE - 1 if ply <= 3 else WHOLE, "why") for ply in range(1, 401)]
    found = _item("answers", chances, 30)
    assert [(loss.ply, loss.points) for loss in found.losses] == [(ply, Fraction(1, 10)) for ply in (1, 2, 3)]
    assert (found.earned, found.out_of, found.opportunities) == (Fraction(27, 10), 3, 400)
    none = _item("answers", [(1, moves.Pass(), NONE, "why")], 30)
    assert (none.earned, none.losses[0].points) == (0, 3)


def test_a_ballot_adds_its_items_up() -> None:
    one = Item("answers", Fraction(20), Fraction(60), 4, ())
    other = Item("time", Fraction(5, 2), Fraction(40), 2, ())
    card = Ballot(Side.PETITIONER, (one, other))
    assert (card.total, card.opportunities, card.told) == (Fraction(45, 2), 6, "22.5 of 100")
    few = Ballot(Side.PETITIONER, (one,))
    assert few.told == "too little to score (4 of the 6 opportunities needed)"
    assert points(Fraction(1, 3)) == 0.33


LEAD = RealOpinion(
    "lead",
    "Writer",
    OpinionKind.COURT,
    (),
    "merits.no",
    (
        Holding("h1", "12", "Quoted words.", "our gist", "merits", "no"),
        Holding("h2", "13", "Other words.", "a second holding on it", "merits", "yes"),
        Holding("h3", "14", "More words.", "an issue and no answer to it", "merits"),
    ),
)
APART = RealOpinion(
    "apart", "Other", OpinionKind.DISSENTING, (), "merits.yes", (Holding("d1", "20", "", "", "merits", "yes"),)
)


def marked_case():
    """A point and an answer with marks, and two real opinions."""
    given = small.answer("q.a", marks=(Mark("lead", Treatment.REJECTED, "h1"),))
    reached = (Mark("lead", Treatment.ADOPTED, "h2"), Mark("apart", Treatment.NOT_REACHED, reason="never came up"))
    return small.case(
        small.point("p1", head="pa", marks=reached, questions=(small.question("q", given, small.answer("q.b")),)),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        opinions=(LEAD, APART),
    )


def test_what_was_said_is_marked_at_its_ply_with_pin_and_quotation_or_the_reason_why_not() -> None:
    round = argued(marked_case(), *OPENING, "answer q.a", "pass", "resume", "turn pb", "plead p2")
    found = [
        (
            each.ply,
            each.said,
            each.opinion,
            each.author,
            each.treatment,
            each.pin,
            each.quote,
            each.reason,
            each.holding,
        )
        for each in marks(round)
    ]
    assert found == [
        (2, "p1", "lead", "Writer", Treatment.ADOPTED, "13", "Other words.", "a second holding on it", "h2"),
        (2, "p1", "apart", "Other", Treatment.NOT_REACHED, "", "", "never came up", ""),
        (4, "q.a", "lead", "Writer", Treatment.REJECTED, "12", "Quoted words.", "our gist", "h1"),
    ]
    assert {each.side for each in marks(round)} == {Side.PETITIONER}


def test_the_first_holding_of_the_lead_opinion_on_an_issue_is_what_it_really_held() -> None:
    case = marked_case()
    assert _really(case) == {"merits": "no"}
    assert _really(replace(case, opinions=(replace(LEAD, holdings=LEAD.holdings[2:]),))) == {}
    assert _really(replace(case, opinions=())) == {}


def test_a_holding_stands_beside_the_real_one_where_either_court_reached_the_issue() -> None:
    issues = (small.MERITS, small.issue("other", small.position("on"), small.position("off")))
    unreached = Holding("h4", "15", "", "", "other", "on")
    case = replace(marked_case(), issues=issues, opinions=(replace(LEAD, holdings=(*LEAD.holdings, unreached)),))
    line = ("roadmap pa,pb reserve 0", "sit", "roadmap ra,rb reserve 0", "sit")
    compared = score(argued(replace(case, heads=small.case().heads), *line)).result
    assert [tuple(each) for each in compared.holdings] == [("merits", "no", "no"), ("other", "", "on")]
    assert (compared.really, compared.roles) == (None, ())
    assert result_dict(compared) == {
        "here": "affirmed",
        "really": None,
        "agrees": False,
        "roles": {},
        "holdings": {"merits": {"here": "no", "really": "no"}, "other": {"here": None, "really": "on"}},
    }
    fictional = score(argued(small.case(), *line)).result
    assert result_dict(fictional)["holdings"] == {"merits": {"here": "no", "really": None}}


def test_a_mark_and_a_ballot_as_data_say_null_and_points_to_two_places() -> None:
    reached, not_reached, *_ = map(mark_dict, marks(argued(marked_case(), *OPENING[:2])))
    assert (reached["pin"], reached["quote"], reached["reason"]) == ("13", "Other words.", "a second holding on it")
    assert (not_reached["pin"], not_reached["quote"], not_reached["reason"]) == (None, None, "never came up")
    third = Item("answers", Fraction(100, 3), Fraction(100), 7, ())
    told = ballot_dict(Ballot(Side.PETITIONER, (third,)))
    assert (told["total"], told["enough"]) == (33.33, True)
    assert told["items"] == {"answers": {"earned": 33.33, "out_of": 100.0, "opportunities": 7, "losses": []}}


@pytest.mark.parametrize(("silence", "stopped"), [(None, False), (1, False), (96, False), (97, True), (120, True)])
def test_a_live_clock_that_ran_out_in_silence_stopped_counsel_and_sitting_down_before_did_not(silence, stopped) -> None:
    """The turn has 100 ticks; the roadmap took one and the point two."""
    measured = "" if silence is None else f" @{silence}"
    round = argued(small.case(), "roadmap pa,pb reserve 0", "plead p1", "pass", f"sit{measured}")
    assert round.positions[-2].clock == 97
    losses = [loss.why for loss in item(round, "time").losses]
    assert ("stopped by the red light" in losses) is stopped


@pytest.mark.parametrize("took", [96, 97, 98])
def test_a_measured_answer_that_ends_as_the_light_comes_on_is_not_stopped_by_it(took: int) -> None:
    case = asked(small.answer("q.a"), small.answer("q.b"))
    round = argued(case, *OPENING, f"answer q.a @{took}")
    assert round.positions[-2].clock == 97, "roadmap, half of the point and the question took one each"
    losses = [loss.why for loss in item(round, "time").losses]
    assert (round.speaker is Side.RESPONDENT, "stopped by the red light" in losses) == (took >= 97, took > 97)


@pytest.mark.parametrize(("silent", "here", "moved"), [(0, 0, 0), (0, 2, 2), (2, 5, 3), (5, 2, -3), (4, 4, 0)])
def test_the_votes_moved_are_those_here_less_those_with_the_side_silent(silent: int, here: int, moved: int) -> None:
    names = tuple(f"j{n}" for n in range(9))
    assert Sway(Side.PETITIONER, names[:silent], names[:here], {}, {}).votes == moved


def test_a_result_agrees_only_if_no_role_is_another_whichever_comes_first() -> None:
    for here, really in (("dissenting", "joined"), ("joined", "dissenting")):
        apart = (RoleBeside("a", here, really),)
        assert not Result(Disposition.REVERSED, Disposition.REVERSED, apart, ()).agrees


def test_a_side_with_two_speakers_has_a_ballot_for_each() -> None:
    segments = (
        Segment("petitioner", Side.PETITIONER, 40),
        Segment("petitioner-2", Side.PETITIONER, 40, speaker=2),
        Segment("respondent", Side.RESPONDENT, 40),
    )
    heads = (replace(small.case().head["pa"]), replace(small.case().head["pb"], speaker=2), *small.case().heads[2:])
    case = replace(small.case(), heads=heads)
    round = argued(case, form=Format("two", "Two", segments))
    while round.turn is not None:
        round.push(next((move for move in round.legal if not str(move).startswith("ask")), round.legal[0]))
    alone = speaker_ballots(round, Side.PETITIONER)
    assert set(alone) == {1, 2}
    assert sum(each.opportunities for each in alone.values()) == ballot(round, Side.PETITIONER).opportunities
    assert speaker_ballots(round, Side.RESPONDENT) == {}


def test_a_point_that_the_bench_lets_run_into_the_red_light_is_scored_for_the_side_that_spoke() -> None:
    """The bench's pass ends the turn: what counsel announced and overran is settled by it."""
    line = ("roadmap pa,pb reserve 0", "plead p1", "pass")
    stopped = argued(LATE, *line, form=one_speaker("short", "Short", 4, (0,)))
    assert stopped.speaker is Side.RESPONDENT
    assert [(loss.ply, loss.why) for loss in item(stopped, "time").losses][1:] == [(3, RED)]
    assert [(loss.ply, loss.why) for loss in item(stopped, "structure").losses] == [(1, "never argued “Head pb”")]
    done = argued(LATE, *line, form=one_speaker("short", "Short", 5, (0,)))
    assert (item(done, "time").opportunities, item(done, "structure").opportunities) == (2, 2)
    going_on = argued(LATE, *line, form=one_speaker("short", "Short", 6, (0,)))
    assert going_on.speaker is Side.PETITIONER
    assert (item(going_on, "time").opportunities, item(going_on, "structure").opportunities) == (1, 0)


def test_a_hypothetical_lost_is_told_by_what_the_reply_did_and_any_other_question_by_its_manner() -> None:
    case, found = read_case(Path(__file__).parents[1] / "files" / "base-case.yaml")
    assert case is not None, found
    told = {
        id: next(why for name, _, why in plain_chances(case, id) if name == "answers")
        for id in case.answers
        if "which" not in id
    }
    assert told == {
        "q-everywhere.a": "a hypothetical, met by a direct answer; a better answer was offered",
        "q-everywhere.b": "a hypothetical, met by a distinction",
        "q-wait.a": "a question asking what you meant, met by a direct answer",
        "q-wait.b": "a question asking what you meant, met by declining",
        "q-stranger.a": "a hypothetical: the reply accepts what the rule gives; a better answer was offered",
        "q-stranger.b": "a hypothetical: the reply distinguishes by what the rule turns on",
        "q-stranger.c": "a hypothetical: the reply modifies the rule and is caught all the same; a better answer was offered",
        "q-stranger.d": "a hypothetical, met by not answering",
    }
