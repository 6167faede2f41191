"""Every figure of an explanation can be worked out by hand from the files."""

from __future__ import annotations

import pytest

import moot
from moot.case import Attacking, Side
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
                for weighed in reason.accepted:
                    argument = case.arguments[weighed.id]
                    full = weighed.id in heard.full or weighed.id in heard.answers
                    assert weighed.weight == argument.strength * judge.receptivity[argument.modality] * (
                        2 if full else 1
                    )
                    assert reason.ref in argument.urges
                    best[argument.modality] = max(best.get(argument.modality, 0), weighed.weight)
                owed = explained.credit[position.favours] if position.favours else 0
                assert reason.support.total == prior + sum(best.values()) + owed
                totals.append(reason.support.total)
                for lost in reason.lost:
                    assert lost.by, "nothing is lost without something that defeats it"
                    for defeat in lost.by:
                        assert defeat.kind is Attacking.UNDERCUT or defeat.attacker_weight >= defeat.attacked_weight
            assert finding.positions[0].ref.position == finding.found
            assert totals[0] == max(totals)
            assert finding.margin == totals[0] - max(totals[1:])


def test_credit_is_the_ledger_over_four_towards_nought(ruling) -> None:
    for judge in ruling.bench.judges:
        explained = ruling.explain(judge.id)
        for side in Side:
            marks = sum(entry.marks for entry in explained.ledger[side])
            worth = abs(marks) // 4 * (1 if marks >= 0 else -1)
            assert explained.credit[side] == max(-6, min(6, worth))


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
