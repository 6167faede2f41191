"""An application in which petitioner has the presumption: it succeeds unless respondent answers it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import moot
from moot.bench.conference import confer
from moot.bench.judging.scales import scales_of
from moot.case import Disposition, Heard, Side
from moot.case.fingerprint import structure_hash
from moot.opinion.compose import ruling_document
from moot.report.why import why
from moot.round import moves

LARK = moot.load_case("lark-river")
COURT = moot.load_bench("lark-court")
SILENCE = Heard()


class Silent:
    """Counsel who gives a roadmap and sits down."""

    def choose(self, round: moot.Round) -> moves.Move:
        return next((move for move in round.legal if isinstance(move, moves.Roadmap)), moves.Sit())


def presumed(tmp_path):
    text = (Path(__file__).parents[2] / "scenarios" / "lark-river.yaml").read_text(encoding="utf-8")
    path = tmp_path / "lark-river.yaml"
    path.write_text(text.replace("presumption: respondent", "presumption: petitioner"), encoding="utf-8")
    return moot.load_case(path)


def test_the_presumption_may_be_petitioners_and_silence_then_grants(tmp_path) -> None:
    case = presumed(tmp_path)
    assert (LARK.below.presumed, LARK.below.rests) == (Side.RESPONDENT, Disposition.DENIED)
    assert (case.below.presumed, case.below.rests) == (Side.PETITIONER, Disposition.GRANTED)
    assert confer(LARK, COURT, SILENCE).disposition is Disposition.DENIED
    assert confer(case, COURT, SILENCE).disposition is Disposition.GRANTED


def test_an_applicant_who_never_speaks_was_granted_part_of_it_on_a_brief_and_a_conviction() -> None:
    """Respondent argued badly, the applicant's brief stood whole, and two judges declared the breach. Nobody had made the application out."""
    for seed in range(40):
        round = moot.Round(LARK, COURT, seed=seed)
        assert round.play_out(Silent(), moot.counsel.Novice()).ruling.disposition is Disposition.DENIED


def test_a_respondent_with_the_burden_who_never_speaks_does_not_answer_the_application(tmp_path) -> None:
    case = presumed(tmp_path)
    for seed in range(20):
        round = moot.Round(case, COURT, seed=seed)
        assert round.play_out(moot.counsel.Novice(), Silent()).ruling.disposition is Disposition.GRANTED


def test_on_an_application_no_conviction_finds_what_counsel_did_not_argue() -> None:
    for judge in COURT.judges:
        scales = scales_of(judge, LARK)
        for issue, row in zip(LARK.issues, scales.bound, strict=True):
            assert row == tuple(position.favors is Side.PETITIONER for position in issue.positions)


def test_only_what_favors_the_side_with_the_burden_has_to_be_argued(tmp_path) -> None:
    for case, burdened in ((LARK, Side.PETITIONER), (presumed(tmp_path), Side.RESPONDENT)):
        for judge in COURT.judges:
            scales = scales_of(judge, case)
            bound = {
                position.favors
                for issue, row in zip(case.issues, scales.bound, strict=True)
                for position, each in zip(issue.positions, row, strict=True)
                if each
            }
            assert bound <= {burdened}


def test_an_even_division_grants_where_petitioner_has_the_presumption(tmp_path) -> None:
    case = presumed(tmp_path)
    two = moot.load_bench([COURT.judges[0].id, COURT.judges[1].id])
    found = set()
    for seed in range(60):
        round = moot.Round(case, two, seed=seed)
        ruling = round.play_out(moot.counsel.Novice(seed), moot.counsel.Novice(seed + 1)).ruling
        votes = {standing.vote for standing in ruling.standings.values()}
        if votes == {Disposition.GRANTED, Disposition.DENIED}:
            found.add(ruling.disposition)
            assert ruling_document(ruling).words > 50
    assert found <= {Disposition.GRANTED}


def test_a_whole_round_is_ruled_on_and_explained(tmp_path) -> None:
    round = moot.Round(presumed(tmp_path), COURT, seed=3)
    ruling = round.play_out(moot.counsel.Greedy(), moot.counsel.Novice(3)).ruling
    assert ruling.disposition.of_application
    assert why(round, ruling, Side.PETITIONER).summary
    assert "Granted unless it is answered: applicant need not prove the contrary." in round.case.burden


def test_a_case_that_says_nothing_of_it_keeps_its_fingerprint() -> None:
    assert structure_hash(LARK) == structure_hash(replace(LARK, below=replace(LARK.below, presumption=None)))
