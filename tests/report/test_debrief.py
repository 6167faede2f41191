"""The debrief: its order, its figures, its words; and nothing in it that only the engine should see."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

import moot
from moot.case import Side, Treatment
from moot.counsel import Novice, Scripted
from moot.files.folders import list_cases
from moot.plain.closing import after, closing
from moot.plain.page import Page
from moot.plain.play import play
from moot.report.build import report
from moot.report.debrief import debrief
from moot.report.debrief.answers import ALSO_RIGHT, given_answers
from moot.report.page.markdown import sitting_markdown
from moot.report.page.sitting import gather
from moot.report.page.sitting_html import sitting_html
from moot.round import moves
from moot.score.answering import loss_after
from moot.sitting.events import Asked
from moot.sitting.retelling import retell
from moot.sitting.setup import new_session
from moot.sitting.words.spoken import asked_text
from moot.study.policies import Silent

CASES = tuple(list_cases())
DECIDED = tuple(id for id in CASES if moot.load_case(id).decision)
"""Those that a court decided; the others are for practice only."""
HEADINGS = (
    "DEBRIEF, for ",
    "ONE THING YOU DID WELL",
    "ONE ANSWER TO CHANGE",
    "ONE QUESTION TO EXPECT NEXT TIME",
    "WHAT THE COURT DECIDED",
    "YOUR THREE COSTLIEST MISTAKES",
    "WHOM YOU WON AND LOST, AND WHERE",
    "YOUR LINE BESIDE THE COURT'S",
    "MARKS",
    "BALLOT",
    "EVERY MOVE",
)


class _Answers:
    """Plays as a novice, and answers as well, or as badly, as the ballot allows."""

    def __init__(self, seed: int, *, well: bool) -> None:
        self.novice, self.well = Novice(seed), well

    def choose(self, round):
        offered = [move for move in round.legal if isinstance(move, moves.GiveAnswer)]
        if not offered:
            return self.novice.choose(round)
        pick = min if self.well else max
        return pick(offered, key=lambda move: loss_after(round.case, move.answer, round.position.heard))


def sitting(case: str, counsel=None, seed: int = 7, format: str | None = None):
    loaded = moot.load_case(case)
    round = moot.Round(loaded, moot.load_bench(loaded.bench), seed=seed, format=format)
    round.play_out(petitioner=counsel or Novice(1), respondent=counsel or Scripted())
    return round


@pytest.fixture(scope="module")
def bad():
    return sitting("sacramento-v-lewis", _Answers(3, well=False), format="quick")


def told(round, side=None) -> str:
    out = io.StringIO()
    Page(out).put(closing(round, round.outcome().ruling, side))
    return out.getvalue()


def test_the_debrief_comes_in_the_order_of_a_good_coach(bad) -> None:
    text = told(bad, Side.PETITIONER)
    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)


def test_with_two_people_or_none_both_sides_are_debriefed(bad) -> None:
    text = told(bad)
    assert text.count("\nDEBRIEF, for ") == 2


@pytest.mark.parametrize("case", CASES)
def test_no_inner_id_is_in_what_a_student_reads(case) -> None:
    round = sitting(case, format="quick")
    text = "\n".join(para.text for para in after(round, [debrief(round, side) for side in Side]))
    found = round.case
    ids = [*found.point, *found.questions, *found.answers, *found.opinion]
    ids += [holding.id for opinion in found.opinions for holding in opinion.holdings]
    words = set(re.findall(r"[a-z0-9]+(?:[-.][a-z0-9-]+)+", text))
    assert not words & {id for id in ids if "-" in id or "." in id}


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("seed", range(3))
def test_what_a_mistake_cost_is_what_the_ballot_took_and_the_better_answer_loses_less(seed, side) -> None:
    round = sitting("sacramento-v-lewis", _Answers(seed, well=False), seed)
    card = report(round).ballot(side)
    found = debrief(round, side).mistakes
    assert found
    for mistake in found:
        items = [item for item in card.items if item.id in ("answers", "authority", "candor")]
        lost = [loss.points for item in items for loss in item.losses if loss.ply == mistake.ply]
        assert mistake.points == sum(lost)
        assert mistake.said != mistake.better
        assert mistake.law
        assert mistake.better_law
    assert [each.points for each in found] == sorted((each.points for each in found), reverse=True)


def test_a_question_dodged_and_put_again_is_one_mistake_and_not_two() -> None:
    """Two of the three costliest mistakes gave the same better answer: the question, and the same pressed once more."""
    told_of = 0
    for case in ("wilson-v-layne", "washington-v-glucksberg", "sacramento-v-lewis"):
        for seed in range(2720, 2724):
            round = moot.Round(moot.load_case(case), moot.load_bench("lewis-1998"), seed=seed)
            round.play_out(Novice(seed), Novice(seed + 1))
            for side in Side:
                better = [each.better for each in debrief(round, side).mistakes]
                assert len(set(better)) == len(better)
                told_of += len(better)
    assert told_of > 10


def test_an_answer_that_is_the_best_is_never_called_a_mistake() -> None:
    for seed in range(3):
        round = sitting("sacramento-v-lewis", _Answers(seed, well=True), seed, "quick")
        for side in Side:
            assert debrief(round, side).mistakes == ()
        assert "none of your answers was a mistake both in law and on the ballot" in told(round, Side.PETITIONER)


def test_the_first_screen_says_so_where_there_is_no_answer_to_change() -> None:
    round = sitting("sacramento-v-lewis", _Answers(0, well=True), 0)
    found = debrief(round, Side.PETITIONER)
    assert found.change is None
    wanted = "No answer to change: none was a mistake both in law and on the ballot."
    first = told(round, Side.PETITIONER).partition("ONE QUESTION TO EXPECT")[0]
    assert wanted in " ".join(first.split())
    gathered = gather(round, None, Side.PETITIONER)
    assert wanted in sitting_html(gathered)
    assert wanted in sitting_markdown(gathered)


def test_counsel_who_said_nothing_did_not_say_time_and_reply_well() -> None:
    """`You said: Time and reply`, 20 points of 40, of counsel who gave a roadmap and sat down."""
    assert "ONE THING YOU DID WELL" not in told(sitting("brower-v-inyo", Silent()), Side.PETITIONER)
    seen = 0
    for id in CASES:
        for seed in range(4):
            round = sitting(id, _Answers(seed, well=False), seed, "quick" if id != "lark-river" else None)
            well = debrief(round, Side.PETITIONER).well
            if well is not None and not well.question:
                seen += well.ply == 0
                page = told(round, Side.PETITIONER)
                assert f"{'You argued' if well.ply else 'On the ballot'}: {well.said}" in page
                assert f"You said: {well.said}" not in page
    assert seen


def test_a_judge_did_not_ask_it_in_those_words() -> None:
    """`Chief Justice Rehnquist asked: Is that in your brief?`, who had said "Was that in the brief?"."""
    seen = 0
    for id in CASES:
        round = sitting(id, _Answers(3, well=False), 3)
        spoken = {
            (each.ply + 1, asked_text(round, replace(each, broke_in=False)))
            for each in retell(round)
            if isinstance(each, Asked) and round.case.questions[each.question].stock
        }
        found = {mistake.ply: mistake.question for mistake in debrief(round, Side.PETITIONER).mistakes}
        for ply, words in spoken:
            if ply in found:
                assert found[ply] == words
                seen += 1
    assert seen


def test_every_answer_within_the_tolerance_of_the_best_is_right(bad) -> None:
    for side in Side:
        for given in given_answers(bad, side):
            heard = bad.positions[given.ply - 1].heard
            offered = [
                move.answer
                for move in bad.rules.moves_at(bad.positions[given.ply - 1].state)
                if isinstance(move, moves.GiveAnswer)
            ]
            best = min(loss_after(bad.case, id, heard) for id in offered)
            assert given.mistaken is (given.loss > best + ALSO_RIGHT)
            assert all(loss_after(bad.case, id, heard) <= best + ALSO_RIGHT for id in given.right)


def test_what_the_court_refused_is_not_offered_as_the_better_answer_to_what_it_took() -> None:
    order = [
        Treatment.ADOPTED,
        Treatment.ACCEPTED_IN_PART,
        Treatment.RESERVED,
        Treatment.REJECTED,
        Treatment.FORECLOSED,
    ]
    for case in DECIDED:
        for seed in range(2):
            round = sitting(case, _Answers(seed, well=False), seed, "quick")
            lead = round.case.opinions[0].id if round.case.opinions else ""

            def law(answer, case=round.case, lead=lead):
                mark = next(
                    (each for each in case.answers[answer].marks if each.opinion == lead and each.holding), None
                )
                return order.index(mark.treatment) if mark else 2

            words = {moot.sitting.words.spoken.what_was_said(round.case, id): id for id in round.case.answers}
            for side in Side:
                for mistake in debrief(round, side).mistakes:
                    assert law(words[mistake.better]) <= law(words[mistake.said]), mistake.said


def test_opinions_that_did_not_reach_a_point_are_counted_and_not_listed(bad) -> None:
    text = told(bad, Side.PETITIONER)
    assert "not reached. " not in text.split("MARKS")[1].split("BALLOT")[0]
    assert re.search(r"Not reached by \d opinions?\.", text)


@pytest.mark.parametrize("case", DECIDED)
def test_every_shipped_case_says_what_the_court_decided_in_about_ten_lines_with_pages(case) -> None:
    round = sitting(case, format="quick")
    court = debrief(round, Side.PETITIONER).court
    if not round.case.opinions:
        # No court has written on it: nothing is told of one.
        assert court.lines == ()
        text = told(round, Side.PETITIONER)
        assert "The Court: " not in text
        assert "WHAT THE COURT DECIDED" not in text
        return
    assert 8 <= len(court.lines) <= 12
    assert all(line.pin for line in court.lines)


def test_the_question_before_the_reveal_has_one_right_answer_and_may_be_skipped(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path))
    texts = {}
    for reply in ("1\n", "2\n", "3\n", "4\n", "\n", ""):
        session, path = new_session("sacramento-v-lewis", seed=5, format="quick", opponent="novice")
        session.open()
        person = _Answers(3, well=False)
        while session.waiting:
            session.play(person.choose(session.round))
        out = io.StringIO()
        play(session, path, io.StringIO(reply), out)
        texts[reply] = out.getvalue()
    assert "Before the debrief, one question." in texts[""]
    assert sum("Yes. The debrief says why." in text for text in texts.values()) == 1
    assert sum("It was another: " in text for text in texts.values()) >= 1
    for reply in ("\n", ""):
        assert "It was another" not in texts[reply]
        assert "EVERY MOVE" in texts[reply]


def test_an_issue_taken_here_as_really_is_said_to_be_the_same() -> None:
    round = sitting("sacramento-v-lewis")
    for line in debrief(round, Side.PETITIONER).issues:
        assert (line.same is True) == (bool(line.here) and line.here == line.really)
        assert 0 <= line.count <= line.bench


def test_votes_won_and_lost_are_the_votes_of_the_ruling(bad) -> None:
    for side in Side:
        won, lost = debrief(bad, side).votes
        ruling = bad.outcome().ruling
        mine = sum(each.vote.disturbs is (side is not bad.case.below.won) for each in ruling.standings.values())
        assert (won, lost) == (mine, len(bad.bench.judges) - mine)


def test_what_would_have_moved_four_groups_of_judges_was_told_four_times() -> None:
    case = moot.load_case("wilson-v-layne")
    again = 0
    for seed in range(4):
        round = moot.Round(case, moot.load_bench(case.bench), seed=seed, format="quick")
        round.play_out(petitioner=_Answers(seed, well=False), respondent=Scripted())
        lines = debrief(round, Side.PETITIONER).bench
        told = [line.instead for line in lines if line.instead and " holds here too." not in line.instead]
        assert len(told) == len(set(told))
        for place, line in enumerate(lines):
            if " holds here too." in line.instead:
                again += 1
                assert any(
                    line.instead == f"What is said of {first.judges[0]} holds here too." for first in lines[:place]
                )
    assert again
