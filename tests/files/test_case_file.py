"""A case file becomes exactly the case it describes, or every reason why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moot.case import Attacking, Disposition, Guard, PositionRef, Side, Treatment
from moot.errors import CaseError, MootError, UnknownName
from moot.files.case.read import read_case, read_case_text
from moot.files.folders import list_benches, list_cases, list_judges, saves_dir
from moot.files.judge.read import read_judge_text
from moot.files.loading import load_bench, load_case, load_judge
from moot.files.schema.jsonschema import NAMES, schema, schema_text
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text()
ROOT = HERE.parent.parent


def found_in(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in read_case_text(text, "base-case.yaml")[1]]


def test_values():
    case = load_case(HERE / "base-case.yaml")
    assert (case.id, case.version, case.real, case.below.won) == ("base-case", 1, True, Side.RESPONDENT)
    assert [head.id for head in case.heads_of[Side.RESPONDENT]] == ["statute", "trifle"]
    point = case.point["p-sign"]
    assert point.argument.urges == (PositionRef("warning", "due"),)
    assert [(attack.kind, attack.target) for attack in point.argument.attacks] == [(Attacking.REBUT, "r-act")]
    assert (point.argument.briefed, point.replies, case.point["b-reply"].replies) == (True, False, True)
    answer = case.answers["q-everywhere.b"]
    assert (answer.letter, answer.argument.id, answer.argument.side) == ("b", "q-everywhere.b", Side.PETITIONER)
    assert answer.follow_ups[0].answers[1].id == "q-wait.b"
    assert case.answers["q-which.a"].text == "Mullane v. Central Hanover, 339 U.S. 306 (1950)."
    (mark,) = case.point["p-paid"].marks
    assert (mark.treatment, mark.holding, mark.reason) == (Treatment.NOT_REACHED, None, "The fee was not in dispute.")
    assert case.issues[0].positions[0].embodies == (("notice", 3),)
    assert case.tree.walk({"warning": "due", "harm": "loss"})[1] is Disposition.REVERSED
    assert case.petitioner.called == "petitioner"


def test_guards_and_concessions():
    text = BASE.replace(
        "    strength: 3\n    cites: [lane-act]",
        "    strength: 3\n    when: [{said: p-sign}, {unsaid: p-paid}]\n    cites: [lane-act]",
    )
    text = text.replace(
        "manner: direct}\n          - id: b\n            text: Only",
        "manner: concede, concedes: {kind: law, what: The whole., withdraws: [p-sign]}, marks: {majority: {not reached: No.}}}\n          - id: b\n            text: Only",
    )
    case, found = read_case_text(text, "base-case.yaml")
    assert found == []
    assert case.point["r-act"].when == (Guard("p-sign"), Guard("p-paid", wanted=False))
    assert case.answers["q-everywhere.a"].concedes.gives_up == ("p-sign",)


def test_every_problem_at_once():
    text = BASE.replace("strength: 4", "strength: 40").replace("modality: ethical", "modality: ethicle")
    text = text.replace("cites: [lane-act]", "cites: [lane-acts]").replace("version: 1\n", "")
    with pytest.raises(CaseError) as told:
        load_case_text(text)
    assert sorted(problem.code for problem in told.value.problems) == ["M102", "M104", "M105", "M202"]
    assert "(and 3 more; run `moot check`)" in str(told.value)


def load_case_text(text: str):
    case, found = read_case_text(text, "base-case.yaml")
    if case is None:
        raise CaseError(found)
    return case


@pytest.mark.parametrize(
    ("under", "guard", "told"),
    [
        ("q-wait", "{said: q-everywhere.b}", [("M418", "warning")]),
        ("q-wait", "{said: q-everywhere.a}", [("M416", "error")]),
        ("q-wait", "{unsaid: q-everywhere.b}", [("M416", "error")]),
        ("q-wait", "{unsaid: p-sign}", [("M416", "error")]),
        ("q-wait", "{said: q-which.a}", [("M416", "error")]),
        ("q-wait", "{unsaid: q-which.a}", [("M418", "warning")]),
        ("q-which", "{said: q-wait.a}", []),
        ("q-which", "{said: p-paid}", []),
        ("q-which", "{unsaid: p-paid}", []),
        ("q-which", "{said: r-back}", [("M416", "error")]),
        ("q-which", "{said: q-wait.a}, {said: q-everywhere.a}", [("M416", "error")]),
        ("q-which", "{said: q-wait.a}, {said: q-everywhere.b}", []),
        ("q-which", "{said: p-paid}, {unsaid: p-paid}", [("M416", "error")]),
        ("b-reply", "{said: r-back}", []),
        ("r-act", "{said: q-wait.b}", []),
        ("r-act", "{said: b-reply}", [("M416", "error")]),
        ("r-act", "{said: r-act}", [("M416", "error")]),
    ],
)
def test_guards_that_cannot_matter(under, guard, told):
    row = next(line for line in BASE.split("\n") if line.strip() == f"- id: {under}")
    indent = " " * (len(row) - len(row.lstrip()) + 2)
    assert found_in(BASE.replace(row, f"{row}\n{indent}when: [{guard}]", 1)) == told


def test_two_follow_ups_of_one_answer_never_meet():
    again = BASE.replace(
        "              - id: q-wait\n",
        "              - id: q-first\n                purpose: clarify\n                tone: neutral\n                text: Why?\n"
        "                answers: [{id: a, text: So., manner: direct}, {id: b, text: No., manner: decline}]\n"
        "              - id: q-wait\n                when: [{said: q-first.a}]\n",
    )
    assert found_in(again) == [("M416", "error")]


def test_names_and_paths(tmp_path, monkeypatch):
    with pytest.raises(UnknownName, match="sacramento"):
        load_case("sacramento-v-luis")
    with pytest.raises(MootError, match="there is no file"):
        load_case(tmp_path / "none.yaml")
    with pytest.raises(MootError, match="is a folder"):
        read_case(tmp_path)
    (tmp_path / "base-case.yaml").write_text(BASE)
    monkeypatch.setenv("MOOT_CASES", str(tmp_path))
    assert load_case("base-case").id == "base-case"
    assert {"base-case", "sacramento-v-lewis"} <= set(list_cases())
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "mine"))
    assert saves_dir() == tmp_path / "mine"


def test_shipped_files_have_no_problem():
    for path in list_cases().values():
        assert read_case(path)[1] == []
    assert set(list_judges()) >= {"souter", "scalia", "stevens"}
    for name in list_benches():
        assert load_bench(name).id == name


def test_benches_named_in_many_ways():
    ids = ["souter", "scalia", "stevens"]
    seated = {judge.id for judge in load_bench(ids).judges}
    assert seated == {judge.id for judge in load_bench("souter, scalia,stevens").judges} == set(ids)
    assert load_bench([load_judge("souter")]).id == "souter"
    assert len(load_bench("souter").judges) == 1
    with pytest.raises(UnknownName, match="scalia"):
        load_bench(["scala"])
    with pytest.raises(MootError, match="sits once"):
        load_bench(["souter", "souter"])
    with pytest.raises(UnknownName):
        load_bench("no-such-bench")


def test_a_judge_knows_no_case():
    text = (HERE / "base-judge.yaml").read_text()
    judge, found = read_judge_text(text, "base-judge.yaml")
    assert (found, judge.held, judge.prices.evasion, judge.prices.outside) == ([], {"notice": 2}, 3, 1)
    judge, found = read_judge_text(text + "positions: [warning.due]\n", "base-judge.yaml")
    assert (judge, [problem.code for problem in found]) == (None, ["M101"])


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_kept(name):
    assert (ROOT / "docs" / "schema" / f"{name}.json").read_text() == schema_text(name)
    assert schema(name)["$schema"].startswith("https://json-schema.org/")


def test_schema_knows_every_key_of_a_point():
    point = schema("case")["properties"]["points"]["anyOf"][0]["items"]
    assert point["required"] == ["speech"]  # the rest may be written short
    assert {"required": ["modality", "urges", "strength"]} in point["allOf"][0]["anyOf"]
    assert {"required": ["id", "title"]} in point["allOf"][1]["anyOf"]
    assert point["properties"]["questions"]["items"] == {"$ref": "#/$defs/question"}
    assert json.dumps(schema("case")["$defs"]["question"]).count('"$ref"') == 2  # follow_ups, long and short
    with pytest.raises(UnknownName):
        schema("cases")


def test_hostile_text_is_clean_in_the_case():
    case, _ = read_case_text(
        BASE.replace("A fee is a loss", r'"A \e[31mfee\u202e is [@click=x]a\u2028loss"'), "base-case.yaml"
    )
    assert case.point["p-paid"].title == "A [31mfee is [@click=x]a loss"


def test_problems_of_folders_above(tmp_path: Path):
    path = tmp_path / "base-case.yaml"
    path.write_text(BASE.replace("bench: three", "bench: tree"))
    case, (problem,) = read_case(path)
    assert (case is not None, problem.code, problem.file, problem.line) == (True, "M211", str(path), 12)
