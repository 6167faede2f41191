"""A sitting as values: who said what, in words, without a look at the case."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

import moot
from moot.case import BENCH, Side
from moot.report import values
from moot.report.as_json import sitting
from moot.report.build import report
from moot.round import moves
from moot.round.turns.phases import Trigger


@pytest.fixture(scope="module")
def round() -> moot.Round:
    case = moot.load_case("first-argument")
    return moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)


def test_every_entry_of_the_line_has_a_speaker_a_kind_and_words(round) -> None:
    """The plain form is untyped text: a report in Markdown had to guess headings from capitals."""
    told = report(round)
    assert [entry.ply for entry in told.line] == list(range(1, round.ply + 1))
    for entry, move, before in zip(told.line, round.line, round.positions, strict=False):
        assert (entry.move, entry.kind, entry.clock) == (str(move), move.trigger, before.clock)
        if isinstance(move, moves.Ask):
            assert entry.speaker in round.bench.judge
            assert entry.name == round.bench.judge[entry.speaker].title
        elif isinstance(move, moves.Pass):
            assert entry.speaker == BENCH
        else:
            assert entry.name == round.case.party(Side(entry.speaker)).counsel
        assert entry.words
    assert {entry.kind for entry in told.line} >= {
        Trigger.ROADMAP,
        Trigger.PLEAD,
        Trigger.ASK,
        Trigger.ANSWER,
    }


def test_a_loss_is_told_in_words_and_not_by_ids(round) -> None:
    told = report(round)
    losses = [loss for card in told.ballots for item in card.items for loss in item.losses]
    assert losses
    for loss in losses:
        assert loss.move == str(round.line[loss.ply - 1])
        assert loss.words != loss.move


def test_an_unfinished_sitting_has_no_ruling_and_is_reported_all_the_same(round) -> None:
    half = moot.Round.from_line(round.case, round.bench, round.line[:5])
    told = report(half)
    assert (told.ruling, told.actual, len(told.line), len(told.ballots)) == (None, None, 5, 2)
    assert sitting(half)["ruling"] is None


def test_the_tree_is_frozen_all_through(round) -> None:
    told = report(round)
    with pytest.raises(FrozenInstanceError):
        told.seed = 3
    for name in values.__all__:
        kind = getattr(values, name)
        assert is_dataclass(kind)
        assert kind.__dataclass_params__.frozen
        assert not any("list" in str(field.type) for field in fields(kind))


def test_what_the_lead_opinion_did_not_reach_is_told_as_questions() -> None:
    """The plain closing printed the ids of the issues."""
    from moot.plain.closing import closing

    case = moot.load_case("sacramento-v-lewis")
    line = moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line)
    text = [para.text for para in closing(line, line.outcome().ruling)]
    told = [one for one in report(line).actual.holdings if one.really and not one.here]
    start = text.index("The lead opinion here did not reach:") if told else 0
    assert text[start + 1 : start + 1 + len(told)] == [one.question for one in told] or not told
