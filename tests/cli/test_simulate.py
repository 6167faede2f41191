"""`moot simulate`: what it prints, and what it does when it is stopped or misled."""

from __future__ import annotations

import json
import re

import pytest

from moot.cli import main
from moot.commands.working import workers
from moot.study import simulation_plan as plan

CASE = "first-argument"


def run(capsys, *words: str) -> tuple[int, str, str]:
    try:
        code = main(["simulate", *words])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_the_document_has_every_share_with_its_interval(capsys) -> None:
    code, out, err = run(capsys, CASE, "-n", "12", "--seed", "5", "--respondent", "greedy", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert (found["case"], found["seed"], found["asked"], found["sittings"]) == (CASE, 5, 12, 12)
    assert (found["petitioner"], found["respondent"], found["confidence"]) == ("novice", "greedy", 0.95)
    assert set(found["wins"]) == {"petitioner", "respondent"}
    assert set(found["judges_for_petitioner"]) == set(found["bench"])
    for group in ("wins", "dispositions", "judgment_by", "votes_for_petitioner"):
        assert sum(each["count"] for each in found[group].values()) == 12
        for each in found[group].values():
            assert 0 <= each["low"] <= each["share"] == each["count"] / 12 <= each["high"] <= 1
    for side in ("petitioner", "respondent"):
        ballot = found["ballot"][side]
        assert 0 <= ballot["least"] <= ballot["quartiles"][1] <= ballot["most"] <= 100
        assert ballot["low"] <= ballot["mean"] <= ballot["high"]
    assert run(capsys, CASE, "-n", "12", "--seed", "5", "--respondent", "greedy", "--json")[1] == out


def test_what_is_read_says_the_same_and_that_it_is_an_estimate(capsys) -> None:
    code, out, err = run(capsys, CASE, "-n", "8", "--format", "quick", "--heat", "hot")
    told = json.loads(run(capsys, CASE, "-n", "8", "--format", "quick", "--heat", "hot", "--json")[1])
    assert (code, err) == (0, "")
    assert "novice for the petitioner, novice for the respondent\n8 sittings, seeds 0 to 7\n" in out
    assert all(len(line) < 80 for line in out.splitlines())
    wins = re.search(r"petitioner +(\d+) +([\d.]+)%", out)
    assert wins is not None
    assert int(wins[1]) == told["wins"]["petitioner"]["count"]
    assert "estimates" in out
    assert f"moot check {CASE}" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("sacramento-v-lewsi",), "did you mean 'sacramento-v-lewis'"),
        ((CASE, "--petitioner", "gredy"), "did you mean 'greedy'"),
        ((CASE, "--respondent", "novise"), "did you mean 'novice'"),
        ((CASE, "--bench", "thre"), "did you mean 'three'"),
        ((CASE, "--format", "quikc"), "did you mean 'quick'"),
        ((CASE, "--heat", "hto"), "did you mean 'hot'"),
        ((CASE, "-n", "0"), "whole number"),
        ((CASE, "-n", "many"), "whole number"),
        ((), "CASE"),
    ],
)
def test_a_wrong_word_is_refused_before_anything_is_played(capsys, monkeypatch, words, says) -> None:
    monkeypatch.setattr(plan, "Round", None)
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.strip().splitlines()) == 1


def test_stopped_from_the_keyboard_it_tells_what_it_has(capsys, monkeypatch) -> None:
    held = []

    def score(round):
        held.append(round)
        if len(held) == 4:
            raise KeyboardInterrupt
        return true_score(round)

    true_score = plan.score
    monkeypatch.setattr(plan, "score", score)
    code, out, err = run(capsys, CASE, "-n", "50", "--json")
    assert code == 130
    assert json.loads(out)["sittings"] == 3
    assert json.loads(out)["asked"] == 50
    assert "3 of 50 sittings were held" in err


def test_stopped_before_the_first_it_has_nothing_to_tell(capsys, monkeypatch) -> None:
    def score(round):
        raise KeyboardInterrupt

    monkeypatch.setattr(plan, "score", score)
    code, out, err = run(capsys, CASE)
    assert (code, out, err.strip()) == (130, "", "moot: stopped")


def test_several_workers_print_what_one_prints(capsys) -> None:
    words = (CASE, "-n", "12", "--seed", "5", "--format", "quick", "--json")
    alone = run(capsys, *words)
    assert run(capsys, *words, "--workers", "2") == alone
    assert alone[0] == 0


def test_a_worker_that_ends_early_is_one_clear_line(capsys, monkeypatch) -> None:
    from concurrent.futures.process import BrokenProcessPool

    from moot.commands import simulate

    def broken(plan, number, executor):
        raise BrokenProcessPool("gone")

    monkeypatch.setattr(simulate, "held", broken)
    code, out, err = run(capsys, CASE, "-n", "12", "--workers", "2")
    assert (code, out) == (2, "")
    assert err == "moot: a worker ended before its work was done; try fewer with --workers\n"


def test_a_thousand_workers_were_a_thousand_processes(monkeypatch) -> None:
    """Each takes some 60 MB; the results are the same with any number."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with workers(1000) as pool:
        assert pool._max_workers == 8
