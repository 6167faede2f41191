"""Ids are changed under a sitting that is kept, and `renamed_from` says so: it goes on with every move."""

from __future__ import annotations

import copy
import dataclasses
import json
import re
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.cli import main
from moot.files.case.read import read_case_text
from moot.files.loading import load_case
from moot.files.records import read_record
from moot.round.moves import Ask, GiveAnswer, Turn
from moot.sitting.renaming import as_named_now
from moot.sitting.setup import new_session, resume_session
from tests.sitting.test_edits_under_saves import TEXTS, TREES, _Loader, questions, renamed, with_answers


def ids(tree: dict) -> list[str]:
    """What may be renamed: heads, points, questions, and the case itself."""
    heads = [head["id"] for side in ("petitioner", "respondent") for head in tree["heads"][side]]
    return [tree["id"], *heads, *(each["id"] for each in (*tree["points"], *questions(tree)))]


def rename(tree: dict, old: str, new: str) -> dict:
    """The tree with an id, and all that names it, changed."""
    return yaml.load(renamed(yaml.dump(tree, allow_unicode=True, sort_keys=False), old, new), _Loader)


def letters(tree: dict, id: str) -> list[dict]:
    """Give the answers of a question other letters; what was renamed."""
    question = next(each for each in with_answers(tree) if each["id"] == id)
    text = json.dumps(tree)
    told = []
    for answer in question["answers"]:
        was, now = f"{id}.{answer['id']}", f"{id}.n{answer['id']}"
        if f'"{was}"' in text:
            continue  # a guard or an attack names it
        answer["id"] = f"n{answer['id']}"
        told.append({"id": now, "was": was})
    return told


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_a_sitting_stopped_at_the_first_id_that_had_been_changed(data) -> None:
    """A head that was renamed ended every record at its roadmap, a point renamed and reworded at the point, and a case renamed had none."""
    which = data.draw(st.integers(0, len(TREES) - 1))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOOT_CASES", folder)
        tree = copy.deepcopy(TREES[which])
        old = Path(folder) / f"{tree['id']}.yaml"
        old.write_text(TEXTS[which], encoding="utf-8")
        session, path = new_session(
            load_case(old), "three", side="both", heat="hot", seed=data.draw(st.integers(0, 999)), saves=folder
        )
        session.open()
        for choice in data.draw(st.lists(st.integers(0, 9), min_size=2, max_size=25)):
            if session.waiting:
                legal = list(session.round.legal)
                session.play(legal[choice % len(legal)])
        line = session.round.line
        session.recorder.close()
        told: list[dict] = []
        if data.draw(st.booleans()):
            told += letters(tree, data.draw(st.sampled_from([each["id"] for each in with_answers(tree)])))
        for id in data.draw(st.lists(st.sampled_from(ids(tree)), min_size=1, max_size=4, unique=True)):
            tree = rename(tree, id, f"{id}-anew")
            told.append({"id": f"{id}-anew", "was": id})
        now_of = {each["was"]: each["id"] for each in told}
        for each in told:  # an answer's id begins with its question's
            each["id"] = ".".join(now_of.get(part, part) for part in each["id"].split("."))
        tree["renamed_from"] = told
        if data.draw(st.booleans()):
            for each in tree["points"]:
                each["speech"] = f"May it please the Court: {each['speech']}"
        old.unlink()
        text = yaml.dump(tree, allow_unicode=True, sort_keys=False)
        (Path(folder) / f"{tree['id']}.yaml").write_text(text, encoding="utf-8")
        again, _ = resume_session(path)
        assert len(again.round.line) == len(line)
        assert tuple(as_named_now(again.round.case, move) for move in line) == again.round.line
        if again.waiting:
            again.play(next(iter(again.round.legal)))
            assert read_record(path).moves == tuple(map(str, again.round.line))
        again.recorder.close()
        assert moot.load_case(TREES[which]["id"]).id == tree["id"]


def test_a_question_that_the_engine_made_kept_the_old_id_in_its_name() -> None:
    case = dataclasses.replace(moot.load_case("first-argument"), renamed_from=(("q-now", "q-then"),))
    assert as_named_now(case, Ask("stock-press.q-then", by="stevens")) == Ask("stock-press.q-now", by="stevens")
    assert as_named_now(case, GiveAnswer("stock-press.q-then.b")) == GiveAnswer("stock-press.q-now.b")
    assert as_named_now(case, Ask("stock-press.q-other")) == Ask("stock-press.q-other")


def test_nothing_else_is_changed() -> None:
    case = moot.load_case("first-argument")
    assert as_named_now(case, Turn("no-such-head")) == Turn("no-such-head")


@pytest.mark.parametrize(
    ("entry", "code", "says"),
    [
        ("{id: nothing, was: p-old}", "M206", "no head, point, question or answer is called `nothing`"),
        ("{id: POINT, was: POINT}", "M201", "is an id of this case still"),
        ("{id: POINT, was: p-old}, {id: CASE, was: p-old}", "M201", "is said to be"),
    ],
)
def test_what_cannot_have_been_renamed_is_told(entry, code, says) -> None:
    point, id = TREES[0]["points"][0]["id"], TREES[0]["id"]
    entry = entry.replace("POINT", point).replace("CASE", id)
    case, found = read_case_text(f"{TEXTS[0]}\nrenamed_from: [{entry}]\n", f"{id}.yaml")
    assert case is None
    assert [problem.code for problem in found] == [code]
    assert says in found[0].message


def test_a_case_that_was_renamed_is_reported_on_from_its_old_records(saves, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("MOOT_CASES", str(tmp_path))
    old = tmp_path / f"{TREES[0]['id']}.yaml"
    old.write_text(TEXTS[0], encoding="utf-8")
    session, path = new_session(load_case(old), "three", seed=3, saves=tmp_path)
    session.open()
    session.recorder.close()
    old.unlink()
    text = re.sub(rf"(?m)^id: {TREES[0]['id']}$", "id: newer", TEXTS[0])
    (tmp_path / "newer.yaml").write_text(
        f"{text}\nrenamed_from: [{{id: newer, was: {TREES[0]['id']}}}]\n", encoding="utf-8"
    )
    for words in (["replay", str(path)], ["report", str(path)]):
        assert main(words) == 0, capsys.readouterr().err


def test_diff_said_that_records_of_the_old_id_do_not_open(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    old = tmp_path / f"{TREES[1]['id']}.yaml"
    old.write_text(TEXTS[1], encoding="utf-8")
    session, _ = new_session(load_case(old), "three", seed=3)
    session.open()
    session.play(next(iter(session.round.legal)))
    session.recorder.close()
    text = re.sub(rf"(?m)^id: {TREES[1]['id']}$", "id: newer", TEXTS[1])
    new = tmp_path / "newer.yaml"
    for more, says in (
        ("", f"unless the case says `renamed_from: [{{id: newer, was: {TREES[1]['id']}}}]`"),
        (f"renamed_from: [{{id: newer, was: {TREES[1]['id']}}}]\n", "1 record of newer is kept; 1 fits the new case"),
    ):
        new.write_text(f"{text}\n{more}", encoding="utf-8")
        main(["diff", str(old), str(new), "--no-proof"])
        assert says in " ".join(capsys.readouterr().out.split())
