"""A certificate that a small program checks without moot, and that it refuses once anything in it is changed."""

from __future__ import annotations

import ast
import copy
import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import moot
from moot.cli import main
from moot.files.folders import list_cases
from moot.proof import prove
from moot.proof.portable import certificate_document
from moot.testing import cases, formats

CHECKER = Path(__file__).parent.parent.parent / "docs" / "check_certificate.py"
SMALL_ENOUGH = ("first-argument", "lark-river")
"""The rest take up to half a minute of processor time: scripts/certificates.py checks them all."""


def run(*words):
    """The checker in a Python that has no moot: isolated, in another folder."""
    return subprocess.run(
        [sys.executable, "-I", str(CHECKER), *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        timeout=300,
    )


def check(document, tmp_path):
    """What the checker says of a document: empty when it is accepted."""
    path = tmp_path / "certificate.json"
    path.write_text(json.dumps(document))
    try:
        runpy.run_path(str(CHECKER))["check"](path)
    except SystemExit as why:
        return str(why)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as why:
        return f"refused: {why!r}"
    return ""


@pytest.fixture(scope="module")
def whole():
    case = moot.load_case("first-argument")
    return certificate_document(case, list_cases()[case.id].read_bytes())


def test_the_checker_is_small_and_imports_nothing_but_the_standard_library():
    source = CHECKER.read_text()
    assert source.count("\n") < 200
    imported = {
        name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([each.name for each in node.names] if isinstance(node, ast.Import) else [node.module])
    }
    assert imported <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("id", SMALL_ENOUGH)
def test_a_shipped_case_is_accepted_without_moot(id, tmp_path, capsys):
    path = tmp_path / "certificate.json"
    assert main(["export", id, "--certificate", str(path)]) == 0
    done = run(path, list_cases()[id])
    assert (done.returncode, done.stderr) == (0, "")
    certificate = prove(moot.load_case(id), dead=False)
    assert f"{certificate.states:,} states, {certificate.paths:,} lines" in done.stdout


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(heads=2, points=2, questions=2, replies=2), formats(longest=12))
def test_the_checker_agrees_with_the_proof_on_random_cases(tmp_path_factory, case, form):
    """Two accounts of the rules: concessions, guards, replies, reserves, two speakers, the red light."""
    certificate = prove(case, format=form, dead=False)
    document = certificate_document(case, b"", form)
    assert document["claims"]["paths"] == str(certificate.paths)
    assert document["claims"]["states"] == certificate.states
    assert document["claims"]["longest"] == certificate.longest
    assert check(document, tmp_path_factory.mktemp("certificate")) == ""


def _first(document, with_key):
    """The first question or answer that has something under this key."""
    waiting = [question for point in document["points"] for place in point["breaks"] for question in place]
    while waiting:
        thing = waiting.pop(0)
        if thing.get(with_key):
            return thing
        waiting += thing.get("answers", []) + thing.get("follow_ups", [])
    raise AssertionError(with_key)


TAMPERED = {
    "a state more": lambda d: d["claims"].update(states=d["claims"]["states"] + 1),
    "a control state fewer": lambda d: d["claims"].update(control_states=d["claims"]["control_states"] - 1),
    "a move more": lambda d: d["claims"].update(moves=d["claims"]["moves"] + 1),
    "another number of lines": lambda d: d["claims"].update(paths="7"),
    "a shorter line": lambda d: d["claims"].update(shortest=4),
    "a longer line": lambda d: d["claims"].update(longest=87),
    "another mean": lambda d: d["claims"].update(total_length=d["claims"]["total_length"] + "0"),
    "another digest": lambda d: d["claims"].update(digest="0" * 64),
    "a claim left out": lambda d: d["claims"].pop("paths"),
    "a claim of which nothing is known": lambda d: d["claims"].update(fair=True),
    "an answer taken out": lambda d: _first(d, "answers")["answers"].pop(),
    "a question taken out": lambda d: d["points"][0]["breaks"][0].pop(0),
    "a follow-up taken out": lambda d: _first(d, "follow_ups")["follow_ups"].pop(),
    "a guard taken out": lambda d: next(p for p in d["points"] if p["opened_by"]).update(opened_by=["nothing"]),
    "a point without a cost": lambda d: d["points"][0].update(stretches=[0] * len(d["points"][0]["stretches"])),
    "a dearer answer": lambda d: _first(d, "answers")["answers"][0].update(ticks=9),
    "more time": lambda d: d["segments"][0].update(ticks=d["segments"][0]["ticks"] + 1),
    "no reserve": lambda d: d["segments"][0].update(reserves=[0]),
    "a head taken out": lambda d: d["segments"][0]["heads"].pop(),
    "a concession without effect": lambda d: [point.update(lost=[]) for point in d["points"]],
    "an id renamed": lambda d: d["points"][0].update(id="p-other"),
    "a follow-up that is its own question": lambda d: _first(d, "answers")["answers"][0].update(
        follow_ups=[{"id": _first(d, "answers")["id"], "ticks": 1, "when": [], "answers": []}]
    ),
    "a question without an answer": lambda d: _first(d, "answers").update(answers=[]),
    "another kind of document": lambda d: d.update(format="moot-certificate/2"),
    "no turns": lambda d: d.update(segments=[]),
    "a key of the wrong kind": lambda d: d.update(points={}),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_a_certificate_with_a_change_is_refused(how, whole, tmp_path):
    changed = copy.deepcopy(whole)
    TAMPERED[how](changed)
    assert changed != whole
    assert check(changed, tmp_path).startswith("refused")


def test_a_certificate_of_another_file_is_refused(whole, tmp_path):
    path, other = tmp_path / "certificate.json", tmp_path / "first-argument.yaml"
    path.write_text(json.dumps(whole))
    other.write_bytes(list_cases()["first-argument"].read_bytes() + b"# a comment\n")
    assert run(path, list_cases()["first-argument"]).returncode == 0
    done = run(path, other)
    assert done.returncode == 1
    assert done.stderr.startswith("refused: it is not of this file")


def test_what_is_no_certificate_gets_one_line_and_no_traceback(tmp_path):
    path = tmp_path / "certificate.json"
    for text, code in (("not json", 1), ("[]", 1), ("{}", 1), ('{"format": "moot-certificate/1"}', 1)):
        path.write_text(text)
        done = run(path)
        assert done.returncode == code
        assert done.stderr.startswith("refused: ")
        assert done.stderr.count("\n") == 1
    done = run(tmp_path / "nowhere.json")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
