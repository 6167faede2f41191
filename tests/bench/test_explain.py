"""Every figure of an explanation can be worked out by hand from the files."""

from __future__ import annotations

import pytest

import moot
from moot.bench.explaining.explain import explain
from moot.bench.judging import reasoning
from moot.bench.judging.reach import light
from moot.case import NOTHING_HEARD, Attack, Attacking, Heard, Side
from moot.counsel import Novice
from tests import support as small


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
                urging = (*reason.accepted, *(lost.argument for lost in reason.lost))
                for weighed in urging:
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
                    light(case, weighed.id) for weighed in urging
                )
                owed = explained.credit[position.favors] if position.favors else 0
                assert reason.support.total == prior + sum(counted.values()) + owed
                totals.append((reason.support.open, reason.support.total))
                left = ruling.reasonings[judge.id].weighed
                for lost in reason.lost:
                    assert lost.by, "nothing is lost without something that tells against it"
                    assert not lost.argument.counts or any(
                        left[defeat.attacker].counts > lost.argument.counts for defeat in lost.by
                    )
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
            worth[side] = abs(8 * marks) // (explained.answers[side] + 4) * (1 if marks >= 0 else -1)
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


def explained(case, heard, **held):
    judge = small.judge("j", held=held.pop("held", None), **held)
    return explain(reasoning.reason(judge, case, heard))


def test_a_tie_says_the_rule_that_broke_it() -> None:
    """The winner below where a side won it for that; the position listed first where none of those tied favors the winner."""
    below = explained(small.case(), NOTHING_HEARD)
    assert (below.findings[0].found, below.findings[0].tie) == ("no", "a tie, which goes to the winner below")
    neither = small.issue("merits", small.position("yes"), small.position("no"))
    first = explained(small.case(issues=(neither,)), NOTHING_HEARD)
    assert (first.findings[0].found, first.findings[0].tie) == ("yes", "a tie, which goes to the position listed first")


def test_what_is_ahead_by_one_is_no_tie() -> None:
    merits = small.issue(
        "merits", small.position("yes", Side.PETITIONER), small.position("no", Side.RESPONDENT, notice=1)
    )
    case = small.case(issues=(merits,))
    (told,) = explained(case, NOTHING_HEARD, held={"notice": 1}).findings
    assert (told.margin, told.tie) == (1, "")


def test_what_defeated_an_argument_is_what_was_accepted_against_it() -> None:
    """An attacker that was itself defeated is not named, unless nothing else is left."""
    undercut = Attacking.UNDERCUT
    case = small.case(
        small.point("p1", head="pa"),
        small.point("p2", head="pa", attacks=(Attack(undercut, "r2"),)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no", attacks=(Attack(undercut, "p1"),)),
        small.point("r2", Side.RESPONDENT, "ra", "merits.no", attacks=(Attack(undercut, "p1"),)),
    )
    told = explained(case, Heard(full=frozenset({"p1", "p2", "r1", "r2"})))
    lost = {one.argument.id: one for position in told.findings[0].positions for one in position.lost}
    assert [defeat.attacker for defeat in lost["p1"].by] == ["r1"]
    assert [defeat.attacker for defeat in lost["r2"].by] == ["p2"]
