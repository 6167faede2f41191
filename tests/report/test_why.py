"""`moot why`: people's words first, and nothing in them that only a program knows."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

import moot
from moot.bench.conference import confer
from moot.bench.explaining.changes import Change, ChangeKind
from moot.bench.explaining.turning import Effect, turning
from moot.case import Party, Side
from moot.case.heard import heard_of
from moot.cli import main
from moot.opinion.prose.grammar import would
from moot.plain.closing import why as plain_why
from moot.report.turning import Teller, askers
from moot.report.why import why, why_json
from tests import support as small
from tests.bench.test_turning import conceded_case

CASES = ("sacramento-v-lewis", "washington-v-glucksberg", "first-argument")


@pytest.fixture(scope="module", params=CASES)
def line(request):
    case = moot.load_case(request.param)
    return moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)


@pytest.fixture(scope="module")
def ruling(line):
    return line.outcome().ruling


def test_why_was_a_debug_dump(line, ruling) -> None:
    """It named answers, positions and dials by the ids of the case file: 52 of them in one sitting."""
    case = line.case
    ids = {*case.point, *case.questions, *case.answers, *case.dial}
    ids |= {f"{issue.id}.{position.id}" for issue in case.issues for position in issue.positions}
    ids = {name for name in ids if re.search(r"[-.]", name)}
    for human in (None, *Side):
        text = "\n".join(para.text for para in plain_why(why(line, ruling, human)))
        words = set(re.findall(r"[a-z0-9]+(?:[-.][a-z0-9]+)+", text))
        assert not words & ids


def test_the_first_thing_said_is_who_was_won_or_lost_on_what(line, ruling) -> None:
    told = why(line, ruling, Side.RESPONDENT)
    for judge in told.judges:
        turned = turning(ruling.reasonings[judge.judge])
        won = "won" if turned.side is Side.RESPONDENT else "lost"
        question = line.case.issue[turned.hinges[0].issue].question
        assert judge.summary.startswith(f"You {won} {judge.title} on “{question}”")
        assert "”, not “" in judge.summary
    text = [para.text for para in plain_why(told)]
    assert text[0] == told.summary
    assert [text.index(judge.summary) for judge in told.judges] == sorted(
        text.index(judge.summary) for judge in told.judges
    )
    assert text.index(told.judges[-1].summary) < text.index(told.judges[0].numbers[0]) < text.index("ALL OF IT")


def test_the_nearest_to_moving_comes_first(line, ruling) -> None:
    told = why(line, ruling)
    order = [turning(ruling.reasonings[judge.judge]).order for judge in told.judges]
    assert order == sorted(order)
    assert f"Nearest to moving: {told.judges[0].title}, on “" in told.summary


def test_a_sitting_without_a_human_side_speaks_of_the_parties(line, ruling) -> None:
    for judge in why(line, ruling).judges:
        assert re.match(r"(Petitioner|Respondent)s? won ", judge.summary)
        assert not re.search(r"\b[Yy]ou(rs?)?\b", re.sub(r"“[^”]*”", "", judge.summary))


def sitting(*moves: str):
    sides = {side.value: Party("A party", "Counsel", "judgment", side.value) for side in Side}
    case = replace(conceded_case(), **sides)
    return moot.Round.from_line(case, small.bench(small.judge("j")), moves)


LOST = (
    "roadmap pa,pb reserve 1",
    "plead p1",
    "ask q1 by j",
    "answer q1.a",
    "pass",
    "turn pb",
    "plead p2",
    "pass",
    "sit",
    "roadmap ra,rb",
    "plead r1",
    "pass",
    "sit",
    "sit",
)


def test_the_judge_lost_by_a_concession_is_told_so() -> None:
    round = sitting(*LOST)
    ruling = round.outcome().ruling
    (told,) = why(round, ruling, Side.PETITIONER).judges
    assert told.summary == (
        "You lost Justice J on “Which merits?” The answer found, narrowly: “Position no”, not “Position yes”. "
        "It came after your concession to Justice J (“Answer q1.a.”); restoring what it gave up would have brought Justice J back. "
        "The same is true of one other thing said. "
        "Another answer to Justice J would have won the vote: “Answer q1.b.”, in place of your “Answer q1.a.”"
    )
    (neutral,) = why(round, ruling, None).judges
    assert neutral.summary.startswith("Respondent won Justice J on “Which merits?”")
    assert "after petitioner's concession to Justice J (“Answer q1.a.”); " in neutral.summary
    assert "would have brought Justice J to petitioner. " in neutral.summary


def test_an_argument_that_goes_on_is_told_as_it_stands() -> None:
    round = sitting(*LOST[:-1])
    told = why(round, confer(round.case, round.bench, round.position.heard), Side.PETITIONER)
    assert told.summary == "As the bench leans now, the vote would be 1 to 0 for respondent."
    assert told.judges[0].summary.startswith("Justice J leans against you on “Which merits?”")
    assert "would bring Justice J back" in told.judges[0].summary
    assert "would have" not in told.judges[0].summary


def test_a_tie_looked_like_a_loss_by_nothing() -> None:
    """“(27), not (27)” says neither that it was a tie nor who takes one."""
    sides = {side.value: Party("A party", "Counsel", "judgment", side.value) for side in Side}
    case = replace(conceded_case(5), **sides)
    heard = heard_of(case, (), ("p1", "r1"), ())
    ruling = confer(case, small.bench(small.judge("j")), heard)
    teller = Teller(ruling, {}, Side.PETITIONER, True)
    text = teller.paragraph(turning(ruling.reasonings["j"]))
    assert "“Position no”, not “Position yes”, a tie, which goes to the winner below." in text


def test_the_vote_without_a_thing_is_the_vote_then(line, ruling) -> None:
    """Each "without it X would have voted to ..." is what that judge does when it is taken back."""
    teller = Teller(ruling, askers(line), None, True)
    for judge in ruling.bench.judges:
        told = turning(ruling.reasonings[judge.id])
        flips = [effect for effect in told.turned if effect.flips]
        text = teller.paragraph(told)
        assert ("No one thing that was said decided the vote" in text) is not flips
        if flips:
            assert teller.thing(flips[0].change) in text
            assert f"would have voted to {would(flips[0].vote)}" in text or "would have brought" in text


def test_the_data_begin_with_the_words_and_what_turned_the_vote(capsys) -> None:
    assert main(["why", "--demo", "first-argument", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    case = moot.load_case("first-argument")
    round = moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)
    assert data == json.loads(json.dumps(why_json(round, round.outcome().ruling, None, data)))
    for one in data.values():
        assert list(one)[:3] == ["summary", "turning", "judge"]
        assert {"findings", "credit", "ledger", "names"} <= set(one)
        for effect in (*one["turning"]["turned"], *one["turning"]["unsaid"]):
            assert effect["words"]
            assert (effect["to"] is None) is (effect["said"] in case.point)


def test_the_words_for_people_had_figures_that_nothing_there_explained(line, ruling) -> None:
    """“(49), not ... (44)”, “(by 22, ...)” and “28 of the 40 to make up” stood in the first part, before any number is explained."""
    told = why(line, ruling, Side.PETITIONER)
    for text in (told.summary, *(each.summary for each in told.judges)):
        outside = re.sub(r"“[^”]*”", "", text)
        assert not re.search(r"\(by \d|\(\d+\)|\d+ of the \d|to make up", outside), text


def test_the_numbers_were_not_explained(line, ruling) -> None:
    """“13 of 16 (doctrinal, 4x2x2)” and a credit of -6 stood there without a word of what they are."""
    text = "\n".join(para.text for para in plain_why(why(line, ruling)))
    for explained in ("Support adds up", "it counts 13", "“Not accepted”:"):
        assert text.count(explained) == 1


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ChangeKind.SAID, "The point “p1”, which you left unsaid, would have won the vote."),
        (ChangeKind.FINISHED, "Your point “p1”, which was cut short, would have won the vote if finished."),
    ],
)
def test_what_was_left_unsaid_did_not_win_by_being_left_unsaid(kind: ChangeKind, said: str) -> None:
    """“Your point “…”, left unsaid, would have won the vote” read as if silence would have won it."""
    case = conceded_case(5)
    ruling = confer(case, small.bench(small.judge("j")), heard_of(case, (), ("r1",), ()))
    told = turning(ruling.reasonings["j"])
    change = Change(kind, Side.PETITIONER, "p1", "", ruling.reasonings["j"].heard)
    moved = replace(told, unsaid=(Effect(change, told.vote, True, (), 0, 0),), closest=None)
    text = Teller(ruling, {}, Side.PETITIONER, True).instead(moved)
    assert text == said.replace("“p1”", f"“{case.point['p1'].title}”")


def test_one_sentence_was_told_of_every_judge_in_turn(line, ruling) -> None:
    """`No one thing that was said decided the vote`, nine times on a page: it is said once, of the judges it is true of."""
    told = why(line, ruling, None)
    for repeated in ("No one thing that was said decided", "Another answer to ", "The point “"):
        last = [repeated + each.summary.rpartition(repeated)[2] for each in told.judges if repeated in each.summary]
        assert len(set(last)) == len(last), last
    everything = [told.summary, *(each.summary for each in told.judges)]
    assert sum(text.count("No one thing that was said decided") for text in everything) <= 1
    (alone,) = why(line, ruling, None, [ruling.bench.judges[0].id]).judges
    assert alone.summary == Teller(ruling, askers(line), None, True).paragraph(turning(ruling.reasonings[alone.judge]))


def test_the_same_further_answers_were_told_of_eight_judges_in_turn(line, ruling) -> None:
    """`For the vote, two more answers would have had to change: “What does the record show ...?” ...`, and so for each of eight."""
    told = why(line, ruling, None)
    turnings = {each.judge: each for each in map(turning, ruling.reasonings.values())}
    asked: dict[tuple[str, ...], list[str]] = {}
    for each in told.judges:
        if issues := tuple(hinge.issue for hinge in turnings[each.judge].hinges[1:]):
            asked.setdefault(issues, []).append(each.summary)
    for issues, summaries in asked.items():
        alone = len(summaries) == 1
        assert sum("would have had to change" in text for text in summaries) == alone
        questions = [line.case.issue[issue].question for issue in issues]
        assert alone or all(question in told.summary for question in questions)
    assert told.summary.count("would have had to change") == sum(len(each) > 1 for each in asked.values())


@pytest.mark.parametrize("id", CASES[:2])
def test_a_vote_was_carried_by_an_answer_that_argues_nothing(id) -> None:
    """An answer that took a point back had "carried" Justice Scalia on an issue it does not argue."""
    case, carried, other = moot.load_case(id), 0, 0
    for seed in range(4):
        round = moot.Round(case, moot.load_bench(case.bench), seed=seed)
        outcome = round.play_out(moot.counsel.Novice(seed), moot.counsel.Novice(seed + 1))
        teller = Teller(outcome.ruling, askers(round), None, decided=True)
        for judge in outcome.ruling.reasonings:
            told = turning(outcome.ruling.reasonings[judge])
            text, hinges = teller.paragraph(told), {hinge.issue for hinge in told.hinges}
            for effect in told.turned:
                argument = case.arguments.get(effect.change.said)
                argues = argument is not None and any(ref.issue in hinges for ref in argument.urges)
                said = f"carried by {teller.thing(effect.change)}" in text
                assert argues or not said
                carried += said
                other += not argues
    assert carried
    assert other
