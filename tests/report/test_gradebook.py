"""The gradebook: the engine's figures, no formulas, nothing passed over in silence, and quick the second time."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.case import Side
from moot.cli import main
from moot.counsel import Novice
from moot.files.records import read_record
from moot.report.gradebook import GradebookRow, gradebook_csv, gradebook_html, rows_of, students
from moot.report.gradebook.csv import cell
from moot.report.gradebook.page import common_mistakes
from moot.report.gradebook.rows import ITEMS, GradedAnswer, grown
from moot.score.ballot import ballot
from moot.sitting.replaying import replay
from moot.sitting.setup import new_session
from moot.testing.hostile import hostile_text

CASE = "first-argument"


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    """A folder of three students, one with two sittings and one who argued both sides."""
    top = tmp_path_factory.mktemp("class")
    for number, (name, side) in enumerate(
        (("ana", "petitioner"), ("ana", "petitioner"), ("ben", "respondent"), ("cy", "both"))
    ):
        session, _ = new_session(CASE, side=side, seed=number, opponent="novice", saves=top / name)
        session.open()
        person = Novice(number)
        while session.waiting:
            session.play(person.choose(session.round))
        session.recorder.close()
    return top


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("MOOT_CACHE", str(tmp_path / "cache"))


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_every_figure_is_the_engine_s(classroom, tmp_path) -> None:
    assert main(["report", str(classroom), "--csv", str(tmp_path / "g.csv")]) == 0
    rows, labels = table((tmp_path / "g.csv").read_text(encoding="utf-8")), dict(ITEMS)
    assert [row["Student"] for row in rows] == ["ana", "ana", "ben", "cy", "cy"]
    for path in classroom.rglob("*.jsonl"):
        data = read_record(path)
        round = replay(data, CASE)
        for side in Side:
            mine = [row for row in rows if row["Record"] == path.name and row["Student"] == path.parent.name]
            mine = [row for row in mine if row["Side"] == round.case.party(side).called]
            for row in mine:
                card = ballot(round, side)
                assert row["Total of 100"] == (str(float(card.total)) if card.enough else "")
                assert {item.name for item in card.items} == set(labels)
                for item in card.items:
                    told = row[f"{labels[item.name]} (%)"]
                    if item.opportunities:
                        assert float(told) == pytest.approx(float(100 * item.earned / item.out_of), abs=0.501)
                    else:
                        assert told == ""
                here = sum(
                    each.vote.disturbs is (side is not round.case.below.won)
                    for each in round.outcome().ruling.standings.values()
                )
                assert row["Votes won"] == str(here)


def test_the_second_time_nothing_is_replayed_and_nothing_differs(classroom, tmp_path, monkeypatch) -> None:
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    assert main(["report", str(classroom), "--csv", str(first)]) == 0

    def never(*args):
        raise AssertionError("replayed")

    monkeypatch.setattr("moot.commands.course.gradebook.replay", never)
    assert main(["report", str(classroom), "--csv", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_cache_that_was_damaged_is_computed_again(classroom, tmp_path) -> None:
    out = tmp_path / "g.csv"
    assert main(["report", str(classroom), "--csv", str(out)]) == 0
    before = out.read_bytes()
    kept = tmp_path / "cache" / "gradebook.json"
    found = json.loads(kept.read_text(encoding="utf-8"))
    for row in found["rows"].values():
        del row[0]["items"]
    for damage in (json.dumps(found), "[]", "not JSON", '{"version": 1, "rows": []}'):
        kept.write_text(damage, encoding="utf-8")
        assert main(["report", str(classroom), "--csv", str(out)]) == 0
        assert out.read_bytes() == before


def test_to_look_changes_no_record(classroom, tmp_path) -> None:
    before = {path: path.read_bytes() for path in classroom.rglob("*") if path.is_file()}
    main(["report", str(classroom), "--html", str(tmp_path / "g.html")])
    assert {path: path.read_bytes() for path in classroom.rglob("*") if path.is_file()} == before


def test_a_record_that_cannot_be_read_is_named_and_the_rest_are_reported(classroom, tmp_path, capsys) -> None:
    bad = classroom / "ben" / "bad.jsonl"
    bad.write_text("{}\n", encoding="utf-8")
    try:
        assert main(["report", str(classroom), "--html", str(tmp_path / "g.html")]) == 1
    finally:
        bad.unlink()
    assert "bad.jsonl" in capsys.readouterr().err
    page = (tmp_path / "g.html").read_text(encoding="utf-8")
    assert "bad.jsonl" in page
    assert ">ana</a>" in page


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(hostile_text(), st.sampled_from(["=1+1", "+A1", "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "|cmd"]))
)
def test_no_cell_is_a_formula(text) -> None:
    made = cell(text)
    assert not made.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r")) or made.startswith("'")
    assert made[:1] not in set("=+-@\t\r|＝")
    assert "\n" not in made


def row(student="ana", started="2026-11-01T10:00", total=50.0, **more):
    said = GradedAnswer("Why?", "Because.", "So that.", 4.0)
    values = {
        "student": student, "record": f"{student}.jsonl", "started": started, "case": CASE, "caption": "A v. B", "side": "petitioner",
        "called": "petitioner", "bench": 3, "format": "quick", "opponent": "novice", "mode": "exam", "finished": True,
        "total": total, "items": {"answers": (10.0, 40.0), "time": None}, "votes": 1, "moved": 1, "findings": 2,
        "best": said, "mistakes": (said,),
    }  # fmt: skip
    return GradebookRow(**{**values, **more})


def test_growth_is_against_the_first_sitting_of_the_same_case() -> None:
    rows = [
        row(started="3", total=70.0),
        row(started="1", total=50.5),
        row("ben", total=90.0),
        row(case="other", total=10.0),
    ]
    assert grown(rows) == {0: 19.5}


def test_common_mistakes_count_students_and_not_sittings() -> None:
    found = common_mistakes([row(), row(), row("ben"), row("cy", mistakes=())])
    assert [(each[4], each[5]) for each in found] == [(2, 4.0)]


def test_hostile_words_stay_words_in_the_gradebook() -> None:
    bad = "<script>x</script>\"'>=1+1"
    said = GradedAnswer(bad, bad, bad, 1.0)
    rows = [row(bad, caption=bad, called=bad, opponent=f"={bad}", best=said, mistakes=(said,))]
    page = gradebook_html(rows, [bad])
    assert "<script" not in page
    assert page.count("&lt;script&gt;") > 3
    for line in csv.reader(io.StringIO(gradebook_csv(rows))):
        assert not any(re.match(r"[=+@]", each) for each in line)


def test_rows_come_back_from_plain_data_as_they_were(classroom) -> None:
    path = next(classroom.rglob("*.jsonl"))
    data = read_record(path)
    for each in rows_of(data, replay(data, CASE), "x"):
        assert GradebookRow.from_dict(json.loads(json.dumps(each.to_dict()))) == each


def test_a_student_is_the_folder_under_the_one_that_holds_them_all(tmp_path) -> None:
    paths = [tmp_path / "ana" / "week-1" / "a.jsonl", tmp_path / "ben" / "b.jsonl", tmp_path / "c.jsonl"]
    assert list(students(paths).values()) == ["ana", "ben", "c"]
    assert list(students(paths[:1]).values()) == ["a"]


def test_an_unfinished_sitting_has_no_votes(tmp_path) -> None:
    session, path = new_session(CASE, seed=1, opponent="novice", saves=tmp_path)
    session.open()
    session.play(session.round.legal[0])
    data = read_record(path)
    (found,) = rows_of(data, replay(data, CASE), "x")
    assert not found.finished
    assert found.votes is None
    assert "not finished" in gradebook_html([replace(found, student="x")])
