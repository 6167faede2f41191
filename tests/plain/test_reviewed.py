"""The words of a review: who spoke, what the side is called, and the question as it was asked."""

from __future__ import annotations

from types import SimpleNamespace

import moot
from moot.case import Side
from moot.counsel import Novice
from moot.plain.review import _asked, review_lines
from moot.report.build import report
from moot.sitting.events import Asked
from moot.sitting.retelling import retell
from moot.sitting.words.spoken import asked_text
from moot.study.review import Effort, review

QUICK = Effort(futures=2, more=0)


def _reviewed(case: moot.Case, seed: int, side: Side = Side.PETITIONER) -> tuple[moot.Round, list[str]]:
    round = moot.Round(case, moot.load_bench(case.bench), seed=seed)
    round.play_out(petitioner=Novice(seed), respondent=Novice(seed + 1))
    return round, [para.text for para in review_lines(round, review(round, side, effort=QUICK))]


def test_the_turning_point_was_put_in_the_mouth_of_counsel_who_had_sat_down() -> None:
    """`Move 47, Ragna Thorold: ...`, said by her co-counsel; and an applicant was told of votes for the petitioner."""
    told = 0
    for seed in range(3):
        round, lines = _reviewed(moot.load_case("lark-river"), seed)
        names = {entry.ply: entry.name for entry in report(round).line}
        assert not any("petitioner" in line for line in lines)
        assert any(line.startswith("Votes for the applicant: ") for line in lines)
        for line in lines[lines.index("THE TURNING POINT") + 1 :][:1] if "THE TURNING POINT" in lines else ():
            ply, who = line.removeprefix("Move ").split(":")[0].split(", ")
            assert who == names[int(ply)]
            told += who != "Mira Solano"
    assert told


def test_a_review_told_a_question_in_words_that_no_judge_had_used() -> None:
    """`Chief Justice Rehnquist asked, “Is that in your brief?”`, who had said "Was that in the brief?"."""
    case, seen = moot.load_case("brower-v-inyo"), 0
    for seed in range(6):
        round = moot.Round(case, moot.load_bench(case.bench), seed=seed)
        round.play_out(petitioner=Novice(seed), respondent=Novice(seed + 1))
        for each in retell(round):
            if isinstance(each, Asked) and case.questions[each.question].stock:
                answered = SimpleNamespace(ply=each.ply + 1, move=str(round.line[each.ply]))
                assert _asked(round, answered).endswith(f" asked, “{asked_text(round, each)}” The answer: ")
                seen += asked_text(round, each) != case.questions[each.question].text
    assert seen
