"""What a prompt and a notebook show of a round, an outcome, a ruling, a card and a certificate."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import moot
from moot.case.language.markdown import literal, table
from tests import support as small


@pytest.fixture(scope="module")
def decided() -> moot.Round:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench("three"), seed=1, format="quick")
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(1))
    return round


def test_the_repr_of_a_ruling_is_one_short_line(decided) -> None:
    """It was 18,555 characters long."""
    ruling = decided.outcome().ruling
    assert repr(ruling) == (
        f"<Ruling {ruling.disposition}, {ruling.votes_for} to {ruling.votes_against}, {ruling.judgment_by}>"
    )
    for value in (decided, decided.outcome(), moot.score(decided), moot.prove(decided.case)):
        assert len(repr(value)) < 120
        assert "\n" not in repr(value)


def test_a_notebook_shows_how_each_judge_stands(decided) -> None:
    shown = decided.outcome()._repr_markdown_()
    ruling = decided.outcome().ruling
    assert shown.startswith("Decided for the ")
    assert "(simulated)" in shown
    for judge in ruling.bench.judges:
        standing = ruling.standings[judge.id]
        assert f"| {judge.name} | {standing.vote} | {standing.role} |" in shown
    assert shown in decided._repr_markdown_()


def test_a_notebook_shows_a_round_at_play() -> None:
    round = moot.Round(moot.load_case("first-argument"), moot.load_bench("three"), format="quick")
    shown = round._repr_markdown_()
    assert "8:00 left; the petitioner is to move" in shown
    assert f"- {round.legal[0]}\n" in shown
    round.push(round.legal[0])
    round.push(next(move for move in round.legal if str(move).startswith("plead")))
    round.push(next(move for move in round.legal if str(move).startswith("ask")))
    assert f"\n> {literal(round.pending.text)}\n" in round._repr_markdown_()


def test_a_notebook_shows_the_card_and_the_certificate(decided) -> None:
    card = moot.score(decided)
    shown = card._repr_markdown_()
    for side in moot.Side:
        assert card.ballots[side].told in shown
    assert f"| {card.result.here} | " in shown
    unfinished = moot.score(moot.Round(decided.case, decided.bench))
    assert "Judgment here" not in unfinished._repr_markdown_()
    certificate = moot.prove(decided.case)
    assert "**PROVED: every line was covered" in certificate._repr_markdown_()
    assert f"| complete lines | {certificate.paths:,} |" in certificate._repr_markdown_()


def test_what_a_case_file_says_stays_text_in_a_notebook() -> None:
    hostile = "A <script>x</script> | # [v.](javascript:y) $z$ *B*\n# C"
    case = replace(small.case(), caption=hostile)
    shown = moot.Round(case, small.bench(small.judge("j")))._repr_markdown_()
    first = shown.splitlines()[0]
    assert first == (
        "**A &lt;script&gt;x&lt;/script&gt; \\| \\# \\[v.\\](javascript:y) \\$z\\$ \\*B\\* \\# C**, before A test bench"
    )
    assert table(("a|b",), [("c\nd",)]) == "| a\\|b |\n| --- |\n| c d |"


def test_every_result_is_json_ready(decided) -> None:
    """`outcome.to_dict()`, `ruling.to_dict()` and `card.to_dict()` did not exist; docs promise one for every result."""
    outcome, card = decided.outcome(), moot.score(decided)
    told = json.loads(json.dumps(outcome.to_dict()))
    assert told["winner"] in {"petitioner", "respondent", None}
    assert told["ruling"]["votes"] == {
        "for": sum(each.vote.disturbs for each in outcome.ruling.standings.values()),
        "against": sum(not each.vote.disturbs for each in outcome.ruling.standings.values()),
    }
    assert set(told["ruling"]["judges"]) == set(outcome.ruling.standings)
    shown = json.loads(json.dumps(card.to_dict()))
    for side in moot.Side:
        items = shown["ballot"][side]["items"].values()
        assert shown["ballot"][side]["total"] == pytest.approx(sum(item["earned"] for item in items))
    assert len(shown["marks"]) == len(card.marks)
    assert shown["result"]["here"] == told["ruling"]["disposition"]
    judge = decided.bench.judges[0].id
    assert json.loads(json.dumps(outcome.ruling.explain(judge).to_dict()))["judge"] == judge


def test_a_notebook_shows_a_case_a_bench_and_a_judge(decided) -> None:
    """A notebook printed `<Case first-argument>` for a case."""
    shown = decided.case._repr_markdown_()
    for issue in decided.case.issues:
        for position in issue.positions:
            assert f"| {literal(issue.question)} | {literal(position.text)} |" in shown
    for judge in decided.bench.judges:
        assert f"| {judge.id} | {literal(judge.title)} |" in decided.bench._repr_markdown_()
        assert all(f"| holds | {literal(held)} |" in judge._repr_markdown_() for held in judge.held)
