"""Labels are written once, and there is one for every word."""

from __future__ import annotations

import ast
from pathlib import Path

import moot
from moot.bench.conference import JudgmentBy
from moot.case import Manner, Purpose
from moot.report import labels
from moot.report.build import report
from moot.report.labels import ANSWERS, CARRIED, ITEM_NAMES, QUESTIONS, SUBJECTS
from moot.score.answering import ITEMS

HOUSE = Path(moot.__file__).parent


def test_every_word_has_its_label() -> None:
    assert list(ITEM_NAMES) == list(ITEMS)
    assert set(QUESTIONS) == set(SUBJECTS) == set(Purpose)
    assert set(ANSWERS) == set(Manner)
    assert set(CARRIED) == set(JudgmentBy)
    assert set(labels.__all__) >= {"ANSWERS", "CARRIED", "ITEM_NAMES", "QUESTIONS", "SUBJECTS"}


def test_no_other_file_writes_a_label_of_the_ballot_again() -> None:
    """Four renderers had three sets of labels: "structure" here was "Roadmap and resuming" there."""
    wanted = {*ITEM_NAMES.values(), *QUESTIONS.values(), *ANSWERS.values(), *CARRIED.values()} - {
        "an objection",
        "a concession",
    }  # words of other things too
    found: dict[str, set[str]] = {}
    for path in HOUSE.rglob("*.py"):
        if path.name == "labels.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in wanted:
                found.setdefault(node.value, set()).add(path.name)
    assert found == {}


def test_screen_and_plain_form_call_an_item_the_same() -> None:
    from moot.plain.closing import ballot_lines

    round = moot.Round(moot.load_case("first-argument"), moot.load_bench("three"))
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    told = report(round)
    text = "\n".join(para.text for para in ballot_lines(told.ballots))
    assert all(f"{item.label}: " in text for card in told.ballots for item in card.items)
