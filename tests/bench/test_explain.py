"""Every figure of an explanation can be worked out by hand from the files."""

from __future__ import annotations

import pytest

import moot
from moot.bench.scales import light
from moot.case import Side
from moot.counsel import Novice


@pytest.fixture(scope="module", params=[1, 2, 3])
def ruling(request):
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    round = moot.Round(case, bench, seed=request.param)
    return round.play_out(Novice(request.param), Novice(request.param + 10)).ruling


def test_every_figure_is_recomputable_by_hand(ruling) -> None:
    case = ruling.case
    for judge in ruling.bench.judges:
        explained = ruling.explain(judge.id)
        heard = ruling.reasonings[judge.id].heard
        for finding in explained.findings:
            totals = []
            for reason in finding.positions:
                position = case.issue[finding.issue].position(reason.ref.position)
                prior = sum(judge.held.get(name, 0) * much for name, much in position.embodies)
                best: dict[str, int] = {}
                for weighed in (*reason.accepted, *(lost.argument for lost in reason.lost)):
                    argument = case.arguments[weighed.id]
                    full = weighed.id in heard.full or weighed.id in heard.answers
                    assert weighed.weight == argument.strength * judge.receptivity[argument.modality] * (
                        2 if full else 1
                    )
                    assert 0 <= weighed.counts <= weighed.weight
                    assert reason.ref in argument.urges
                    best[argument.modality] = max(best.get(argument.modality, 0), weighed.counts)
                counted = {modality: much for modality, _, much in reason.support.best}
                # What a friendly question drew out does not count alone.
                assert counted.items() <= {m: much for m, much in best.items() if much}.items() or any(
                    light(case, weighed.id) for weighed in reason.accepted
                )
                owed = explained.credit[position.favours] if position.favours else 0
                assert reason.support.total == prior + sum(counted.values()) + owed
                totals.append((reason.support.open, reason.support.total))
                for weighed in reason.accepted:
                    assert 2 * weighed.counts >= weighed.weight
                for lost in reason.lost:
                    assert 2 * lost.argument.counts < lost.argument.weight
                    assert lost.by, "nothing is lost without something that tells against it"
            assert finding.positions[0].ref.position == finding.found
            assert totals[0] == max(totals)
            open_to = [total for may, total in totals[1:] if may] or [total for _, total in totals[1:]]
            assert finding.margin == max(0, totals[0][1] - max(open_to))


def test_credit_is_half_the_difference_of_the_two_ledgers_each_a_rate(ruling) -> None:
    for judge in ruling.bench.judges:
        explained = ruling.explain(judge.id)
        worth = {}
        for side in Side:
            marks = sum(entry.marks for entry in explained.ledger[side])
            worth[side] = abs(12 * marks) // (explained.answers[side] + 8) * (1 if marks >= 0 else -1)
        apart = worth[Side.PETITIONER] - worth[Side.RESPONDENT]
        edge = abs(apart) // 2 * (1 if apart >= 0 else -1)
        assert explained.credit == {Side.PETITIONER: edge, Side.RESPONDENT: -edge}


def test_the_text_names_the_vote_and_every_finding_on_the_walk(ruling) -> None:
    for judge in ruling.bench.judges:
        explained = ruling.explain(judge.id)
        text = str(explained)
        assert text.startswith(f"{judge.title} votes: {explained.vote}.")
        for finding in explained.findings:
            assert finding.question in text
            assert ruling.case.issue[finding.issue].position(finding.found).text in text


def test_an_unknown_judge_is_a_key_error(ruling) -> None:
    with pytest.raises(KeyError):
        ruling.explain("nobody")
