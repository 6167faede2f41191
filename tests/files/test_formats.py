"""Formats in files and in cases; what a case and its format do not fit in; and what users of other tools could not say."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import moot
from moot.case.formats import format_problems, heads_for
from moot.cli import main
from moot.errors import CaseError, UnknownName
from moot.files.case.read import read_case
from moot.files.formats.read import load_format, read_format_text
from moot.files.records import read_record
from moot.round.formats import FORMATS, format_of
from moot.round.text.format_names import FORMAT_TITLES
from moot.sitting.replaying import replay
from moot.sitting.setup import new_session, resume_session

BASE = Path(__file__).parent / "base-case.yaml"
OURS = """\
format: moot-format/1
id: ours
title: Ours
segments:
- {side: petitioner, minutes: 6}
- {side: respondent, minutes: 6}
- {side: petitioner, replies: true, minutes: 1}
- {side: respondent, replies: true, minutes: 1.5}
"""


def changed(folder: Path, *changes: tuple[str, str], name: str = "base-case") -> Path:
    text = BASE.read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path = folder / f"{name}.yaml"
    path.write_text(text)
    return path


def errors(path: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.help) for problem in read_case(path)[1] if problem.severity == "error"]


@pytest.mark.parametrize("id", FORMATS)
def test_every_shipped_format_can_be_played_and_says_where_its_times_come_from(id: str) -> None:
    form = FORMATS[id]
    assert list(format_problems(form)) == []
    assert form.title == FORMAT_TITLES[id] and list(FORMAT_TITLES) == list(FORMATS)
    assert form.source or id in ("scotus-1997", "quick")


def test_new_format_checks_clean_and_is_used_by_a_case_beside_it(tmp_path, capsys) -> None:
    assert main(["new", "format", "ours", "--dir", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path / "ours.yaml"), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert (found["kind"], found["id"], found["verdict"], found["problems"]) == ("format", "ours", "VALID", [])
    path = changed(tmp_path, ("argument: quick", "argument: ours"))
    case = moot.load_case(path)
    assert case.form == load_format(tmp_path / "ours.yaml")
    assert moot.Round(case, moot.load_bench("three")).format.id == "ours"
    assert moot.prove(case).verdict == "PROVED"


def test_a_format_may_stand_in_the_case_itself(tmp_path) -> None:
    inline = "{id: ours, title: Ours, segments: [{side: petitioner, minutes: 2.25, protected: 0.5}, {side: respondent, minutes: 3}]}"
    case = moot.load_case(
        changed(
            tmp_path,
            ("argument: quick", f"argument: {inline}"),
            ("rebuttal: true", "head: fee"),
            ("    replies_to: [statute]\n", ""),
        )
    )
    assert [(each.id, each.ticks, each.protected) for each in format_of(case).segments] == [
        ("petitioner", 9, 2),
        ("respondent", 12, 0),
    ]


def test_a_record_in_a_format_of_the_case_is_taken_up_again(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.yaml").write_text(OURS)
    path = changed(tmp_path, ("argument: quick", "argument: ours"))
    session, record = new_session(path, side="both", opponent="nobody", seed=4, saves=tmp_path)
    session.open()
    while session.waiting and session.round.ply < 12:
        session.play(session.round.legal[0])
    again, _ = resume_session(record)
    assert again.round.format.id == "ours"
    assert again.round.position == session.round.position
    assert replay(read_record(record)).position == session.round.position


def test_what_cannot_be_played_is_told_at_its_segment() -> None:
    form, found = read_format_text(OURS.replace("- {side: respondent, minutes: 6}\n", ""), "ours.yaml")
    assert form is None
    assert next((each.code, each.message) for each in found) == ("M150", "respondent never opens")
    _, found = read_format_text(OURS.replace("minutes: 6", "minutes: 6.1", 1), "ours.yaml")
    assert [(problem.code, problem.line) for problem in found] == [("M105", 5)]


def test_an_unknown_format_is_named_with_the_nearest(tmp_path) -> None:
    ((code, help),) = errors(changed(tmp_path, ("argument: quick", "argument: jesup")))
    assert code == "M104"
    assert "did you mean `jessup`" in help and "moot new format jesup" in help
    with pytest.raises(UnknownName):
        load_format("lunch")
    (tmp_path / "bad.yaml").write_text("format: moot-format/1\nid: bad\n")
    with pytest.raises(CaseError):
        load_format(tmp_path / "bad.yaml")


# -- what could not be said ----------------------------------------------------------------------------------------------


def test_two_counsel_of_a_side_were_refused_as_a_list(tmp_path) -> None:
    path = changed(
        tmp_path, ("counsel: Ms. Hale", "counsel: [Ms. Hale, Mr. Orr]"), ("argument: quick", "argument: amca")
    )
    case = moot.load_case(path)
    assert case.petitioner.speakers == ("Ms. Hale", "Mr. Orr")
    assert case.respondent.speaker(2) == "Co-counsel"
    first, second = (heads_for(case, FORMATS["amca"], each) for each in FORMATS["amca"].segments[:2])
    assert {head.id for head in (*first, *second)} == {"fairness", "fee"}
    assert moot.prove(case).verdict == "PROVED"


def test_the_heads_of_a_speaker_are_those_the_case_gives(tmp_path) -> None:
    form = FORMATS["amca"]
    case = moot.load_case(BASE)
    swapped = replace(case, heads=tuple(replace(head, speaker=2 - index % 2) for index, head in enumerate(case.heads)))
    assert [head.id for head in heads_for(swapped, form, form.segments[0])] == ["fee"]
    assert [head.id for head in heads_for(swapped, form, form.segments[1])] == ["fairness"]


def test_a_surrebuttal_needs_a_format_that_has_one(tmp_path) -> None:
    reply = ("    head: trifle\n", "    rebuttal: true\n    replies_to: [b-reply]\n")
    less = ("    - {id: trifle, title: Nothing was lost}\n", "")
    ((code, help),) = errors(changed(tmp_path, reply, less))
    assert code == "M404"
    assert "jessup" in help
    case = moot.load_case(changed(tmp_path, reply, less, ("argument: quick", "argument: jessup")))
    assert [point.id for point in case.replies_of[moot.Side.RESPONDENT]] == ["r-back"]
    assert moot.prove(case).verdict == "PROVED"


@pytest.mark.parametrize(
    ("said", "nearest"),
    [
        ("dismissed as improvidently granted", "`affirmed`"),
        ("vacated", "`vacated and remanded`"),
        ("affirmed in part and vacated in part", "`affirmed in part and reversed in part`"),
        ("appeal allowed", "`reversed`"),
    ],
)
def test_a_disposition_that_cannot_be_expressed_says_what_comes_nearest(tmp_path, said: str, nearest: str) -> None:
    ((code, help),) = errors(
        changed(tmp_path, ("id: reversed, disposition: reversed", f"id: reversed, disposition: {said}"))
    )
    assert code == "M104"
    assert help.startswith(f"this cannot be expressed; nearest to it is {nearest}: ")


def test_a_third_side_says_what_comes_nearest(tmp_path) -> None:
    path = changed(
        tmp_path,
        (
            "sides:\n",
            "sides:\n  amicus: {name: United States, counsel: The Solicitor General, asks: that it be affirmed}\n",
        ),
    )
    ((code, help),) = errors(path)
    assert code == "M101"
    assert "two sides are argued here; nearest to a third is counsel of its own" in help


def test_a_case_has_a_judgment_below_or_an_application(tmp_path) -> None:
    assert moot.load_case("lark-river").below.application
    text = BASE.read_text()
    start = text.index("below:")
    end = text.index("sides:")
    (tmp_path / "base-case.yaml").write_text(text[:start] + text[end:])
    assert errors(tmp_path / "base-case.yaml") == [("M102", "add one of: below, application")]
    other = "application: {presumption: nobody, summary: She asks for her money back.}\n"
    (tmp_path / "base-case.yaml").write_text(text[:start] + other + text[end:])
    (code, help), *_ = errors(tmp_path / "base-case.yaml")
    assert code == "M104"
    assert "the application fails unless it is made out" in help


# -- who argues ----------------------------------------------------------------------------------------------------------


def test_a_person_may_be_one_of_two_speakers_and_the_opponent_is_the_other(tmp_path) -> None:
    session, record = new_session("lark-river", side="petitioner-2", opponent="novice", seed=3, saves=tmp_path)
    session.open()
    chosen = set()
    while session.waiting:
        segment = session.round.rules.segment(session.round.position.state)
        chosen.add(segment.id)
        session.play(session.round.legal[0])
        if session.round.ply == 20:
            assert resume_session(record)[0].speaker == 2
    assert "petitioner-2" in chosen
    assert chosen <= {"petitioner-2", "rebuttal"}
    assert read_record(record).header.side == "petitioner-2"


def test_a_second_speaker_where_the_format_has_one_is_refused_in_one_line(capsys) -> None:
    assert main(["play", "first-argument", "--plain", "--side", "respondent-2"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_each_speaker_has_a_ballot_and_the_side_has_one() -> None:
    from moot.score.ballot import ballots, speaker_ballots

    round = moot.Round(moot.load_case("lark-river"), moot.load_bench("lark-court"), seed=3)
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    for side in moot.Side:
        alone = speaker_ballots(round, side)
        assert set(alone) == {1, 2}
        assert sum(each.opportunities for each in alone.values()) == ballots(round)[side].opportunities
    quick = moot.Round(moot.load_case("first-argument"), moot.load_bench("three"), seed=3)
    quick.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    assert speaker_ballots(quick, moot.Side.PETITIONER) == {}
