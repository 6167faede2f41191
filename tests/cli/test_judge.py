"""A ballot filled in blind: nothing of moot's is seen before all marks are in, and sheets rename and weigh."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest

import moot
from moot.cli import main
from moot.files.records import read_record, records
from moot.files.sheet import load_sheet, read_sheet, shipped_sheets
from moot.files.sheet.schema import SHEET_ITEMS
from moot.report.build import report
from moot.report.judging import beside, moot_points, own_sheet, totals
from moot.score.answering import ITEMS
from moot.sitting.replaying import replay


@pytest.fixture(autouse=True)
def own_saves(monkeypatch, tmp_path):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))


@pytest.fixture
def record(capsys):
    assert main(["demo", "first-argument"]) == 0
    capsys.readouterr()
    return str(records()[0])


def judged(monkeypatch, capsys, *words: str, typed: str = "") -> tuple[int, str]:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    code = main(["judge", *words])
    return code, capsys.readouterr().out


def cards(record):
    data = read_record(record)
    return report(replay(data)).ballots


def test_the_ballot_is_filled_in_before_anything_of_moot_s_is_seen(monkeypatch, capsys, record) -> None:
    code, out = judged(monkeypatch, capsys, record, typed="30\n20\n10\n5\n5\n" * 2)
    assert code == 0
    first = out.index("YOUR BALLOT BESIDE MOOT'S")
    before = out[:first]
    assert "CONFERENCE" not in out
    assert "Judgment" not in before
    for card in cards(record):
        assert card.told not in out
    assert before.count("> ") == 5
    assert "you 30, moot" in out


def test_moot_s_own_sheet_gives_moot_s_own_points(record) -> None:
    for card in cards(record):
        found = beside(own_sheet(), card, [None] * 5)
        for each, item in zip(found, card.items, strict=True):
            if item.opportunities:
                share = item.earned / item.out_of
                assert abs(each.moots - share * each.heading.points) <= Fraction(1, 20)
            else:
                assert each.moots is None


def test_a_mark_out_of_range_is_asked_again_and_nothing_leaves_a_heading_out(monkeypatch, capsys, record) -> None:
    _, out = judged(monkeypatch, capsys, record, typed="99\nx\n40\n\n12.5\n")
    assert out.count("Type a number from 0 to 40") == 2
    assert "you 40, moot" in out
    assert "you left out, moot" in out
    assert "you 12.5, moot" in out


@pytest.mark.parametrize("name", ["amca", "jessup"])
def test_the_sheets_that_ship_check_clean_and_are_scored(monkeypatch, capsys, record, name) -> None:
    assert main(["check", str(shipped_sheets()[name])]) == 0
    capsys.readouterr()
    sheet = load_sheet(name)
    code, out = judged(monkeypatch, capsys, record, "--sheet", name, typed="15\n" * 10)
    assert code == 0
    for heading in sheet.headings:
        assert heading.label in out
    assert "moot does not score it" in out
    for card in cards(record):
        for heading in sheet.headings:
            points = moot_points(heading, card)
            assert points is None or heading.least <= points <= heading.points


@pytest.mark.parametrize("name", ["amca", "jessup"])
def test_a_heading_explained_by_a_question_ends_in_its_question_mark(monkeypatch, capsys, record, name) -> None:
    _, out = judged(monkeypatch, capsys, record, "--sheet", name)
    assert "?." not in out
    assert ".." not in out.partition("\n> ")[2]
    assert any(heading.says.endswith("?") for heading in load_sheet(name).headings)


def test_the_totals_are_those_of_the_headings_that_both_scored(record) -> None:
    sheet, card = load_sheet("amca"), cards(record)[0]
    found = beside(sheet, card, [Fraction(80), None, Fraction(70), Fraction(60)])
    yours, moots, out_of = totals(found)
    assert (yours, out_of) == (140, 200)
    assert moots == sum(each.moots for each in found if each.apart is not None)


def test_a_sheet_that_is_wrong_is_refused_in_words(monkeypatch, capsys, record, tmp_path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: moot-sheet/1\nid: mine\ntitle: Mine\nheadings:\n  - {label: All, points: 10, items: {manner: 1}}\n"
    )
    assert read_sheet(path)[0] is None
    assert main(["judge", record, "--sheet", str(path)]) == 2
    assert "manner" in capsys.readouterr().err
    assert main(["judge", record, "--sheet", "jesup"]) == 2
    assert "jessup" in capsys.readouterr().err


def test_the_items_a_sheet_may_name_are_those_of_the_ballot() -> None:
    assert tuple(ITEMS) == SHEET_ITEMS


@pytest.mark.parametrize("name", ["amca", "jessup", None])
def test_the_losses_under_a_heading_add_up_to_what_it_lost(name) -> None:
    """Under a Jessup heading of 20 points moot gave 15 and listed losses of 13.9, which were those of its own ballot."""
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench("fictional"), seed=5)
    round.play_out(moot.counsel.Novice(5), moot.counsel.Novice(6))
    sheet = load_sheet(name) if name else own_sheet()
    for card in report(round).ballots:
        for each in beside(sheet, card, [None] * len(sheet.headings)):
            if each.moots is not None:
                assert sum(loss.points for loss in each.losses) == each.heading.points - each.moots
