"""Every command: what it prints, its exit code, and what it says to a wrong word."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import jsonschema
import pytest

from moot.cli import main


def run(capsys, *words: str) -> tuple[int, str, str]:
    try:
        code = main(list(words))
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("plya",), "did you mean 'play'"),
        (("play", "sacramento-v-lewsi", "--plain"), "did you mean 'sacramento-v-lewis'"),
        (("play", "--side", "petitoner"), "did you mean 'petitioner'"),
        (("play", "--plain", "--opponent", "novise"), "did you mean 'novice'"),
        (("play", "--plain", "--format", "quikc"), "did you mean 'quick'"),
        (("play", "--plain", "--heat", "hto"), "did you mean 'hot'"),
        (("play", "--plain", "--bench", "thre"), "did you mean 'three'"),
        (("play", "--plain", "--bench", "souter,scalai"), "did you mean 'scalia'"),
        (("play", "--plain", "--resume", "no-such-record"), "no-such-record"),
        (("why",), "no record"),
        (("why", "no-such-record"), "no-such-record"),
        (("replay", "no-such-record"), "no-such-record"),
        (("demo", "nothing"), "no case called 'nothing'"),
        (("check", "no-such.yaml"), "no-such.yaml"),
        (("new", "case", "Not An Id"), "cannot be an id"),
        (("schema", "cas"), "did you mean 'case'"),
        (("graph", "sacramento-v-lewis", "--what", "attack"), "did you mean 'attacks'"),
        (("play", "--sede", "3"), "--sede"),
        (("check", "--bound", "0"), "whole number"),
    ],
)
def test_a_wrong_word_gets_one_line_a_suggestion_and_exit_2(capsys, saves, words, says) -> None:
    code, out, err = run(capsys, *words)
    assert code == 2
    assert out == ""
    assert says in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err
    assert not saves.exists(), "a refused word must leave no record behind"


def test_without_a_terminal_the_game_says_how_to_play_plainly() -> None:
    done = subprocess.run([sys.executable, "-m", "moot"], input="", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "moot play --plain" in done.stderr


def test_help_and_version(capsys) -> None:
    assert run(capsys, "--help")[0] == 0
    code, out, _ = run(capsys, "--version")
    assert code == 0
    assert out.startswith("moot ")


def test_list_names_everything_shipped(capsys) -> None:
    code, out, _ = run(capsys, "list", "--json")
    found = json.loads(out)
    assert code == 0
    assert set(found) == {"cases", "judges", "benches", "formats", "records"}
    assert "sacramento-v-lewis" in {one["id"] for one in found["cases"]}
    assert {"lewis-1998", "three"} <= {one["id"] for one in found["benches"]}
    assert not any("problem" in one for kind in found.values() for one in kind)
    assert run(capsys, "list")[1].startswith("Cases\n")


RULING = {
    "type": "object",
    "required": ["disposition", "votes", "judgment_by", "judges", "opinions", "paradox"],
    "properties": {
        "votes": {"type": "object", "required": ["for", "against"]},
        "judgment_by": {"enum": ["opinion of the court", "plurality", "no lead opinion", "equally divided"]},
        "judges": {
            "additionalProperties": {
                "required": ["vote", "role", "writes", "joins", "findings", "walk"],
                "properties": {
                    "writes": {"type": ["integer", "null"]},
                    "joins": {"items": {"required": ["opinion", "issues"]}},
                    "findings": {"additionalProperties": {"type": "string"}},
                    "walk": {"type": "array", "items": {"type": "string"}},
                },
            }
        },
        "opinions": {
            "items": {
                "required": ["author", "kind", "joined", "ground", "holdings"],
                "properties": {"joined": {"type": "array"}, "holdings": {"type": "object"}},
            }
        },
        "paradox": {"type": "boolean"},
    },
}
SITTING = {
    "type": "object",
    "required": ["case", "bench", "seed", "phase", "line", "ruling", "marks", "ballot", "actual"],
    "properties": {
        "bench": {"type": "array", "items": {"type": "string"}},
        "line": {"type": "array", "items": {"type": "string"}},
        "ruling": {"oneOf": [RULING, {"type": "null"}]},
        "marks": {"type": "array"},
        "ballot": {"additionalProperties": {"required": ["total", "items"]}},
    },
}


@pytest.mark.parametrize("bench", [None, "three"])
def test_demo_gives_the_real_ruling_as_data(capsys, bench) -> None:
    code, out, _ = run(capsys, "demo", "sacramento-v-lewis", "--json", *(["--bench", bench] if bench else []))
    assert code == 0
    data = json.loads(out)
    jsonschema.validate(data, SITTING)
    assert data["phase"] == "decided"
    assert data["ruling"]["disposition"] == "reversed"
    if bench is None:
        assert data["ruling"]["votes"] == {"for": 9, "against": 0}
        assert data["ruling"]["opinions"][0]["author"] == "souter"
        assert data["ruling"]["judges"]["oconnor"]["role"] == "concurring"
        assert data["actual"]["agrees"] is True
    else:
        assert data["ruling"]["judgment_by"] == "no lead opinion"


def test_demo_reads_from_the_call_of_the_case_to_the_ballot(capsys) -> None:
    code, out, err = run(capsys, "demo", "sacramento-v-lewis")
    assert code == 0
    assert err.startswith("record: ")
    assert len(err.splitlines()) == 1
    heads = [
        "PETITIONER AT THE LECTERN",
        "RESPONDENT AT THE LECTERN",
        "REBUTTAL",
        "CONFERENCE",
        "RULING",
        "MARKS",
        "BALLOT",
    ]
    places = [out.index(head) for head in heads]
    assert places == sorted(places)
    assert "9 of 9 judges stand where they really stood." in out
    assert "simulated" in out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", out)
    assert "{" not in out


def _played(saves, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "moot", "play", "sacramento-v-lewis", "--plain", "--seed", "5", *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_why_and_replay_read_a_record(capsys, saves) -> None:
    done = _played(saves, "--format", "quick", "--opponent", "novice", typed="1\n" * 80)
    assert done.returncode == 0
    record = str(next(saves.glob("*.jsonl")))
    code, out, _ = run(capsys, "why", record, "scalia")
    assert code == 0
    assert out.startswith(("You won Justice Scalia on ", "You lost Justice Scalia on "))
    code, out, _ = run(capsys, "why", record, "--json")
    assert set(json.loads(out)) == {
        "rehnquist", "stevens", "oconnor", "scalia", "kennedy", "souter", "thomas", "ginsburg", "breyer",
    }  # fmt: skip
    code, _, err = run(capsys, "why", record, "scalai")
    assert code == 2
    assert "did you mean 'scalia'" in err
    code, out, _ = run(capsys, "replay", record, "--json")
    assert code == 0
    data = json.loads(out)
    jsonschema.validate(data, SITTING)
    assert data["phase"] == "decided"
    assert run(capsys, "replay", record)[1].startswith("County of Sacramento v. Lewis")


def test_the_newest_record_is_meant_when_none_is_named(capsys, saves) -> None:
    _played(saves, typed="1\n1\n4\n1\n")
    code, out, err = run(capsys, "why")
    assert code == 0
    assert "not finished" in err
    assert len(re.findall(r"Ju(?:stice|dge) [\w']+ votes: ", out)) == 9


def test_a_record_of_another_version_is_refused_in_one_line(capsys, saves) -> None:
    saves.mkdir()
    path = saves / "old.jsonl"
    path.write_text('{"moot": "record/99", "case": "sacramento-v-lewis"}\n', encoding="utf-8")
    for command in ("why", "replay"):
        code, out, err = run(capsys, command, str(path))
        assert (code, out) == (2, "")
        assert "record/99" in err
        assert len(err.strip().splitlines()) == 1


def test_cite_is_verbatim(capsys) -> None:
    code, out, _ = run(capsys, "cite", "sacramento-v-lewis")
    assert code == 0
    assert "0 wrong" in out


def test_cite_finds_a_word_changed(capsys, tmp_path) -> None:
    from moot.files.folders import list_cases

    source = list_cases()["sacramento-v-lewis"]
    for path in source.parent.glob("sacramento-v-lewis*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    copy = tmp_path / source.name
    copy.write_text(
        copy.read_text(encoding="utf-8").replace("The argument is unsound.", "The argument is sound."), encoding="utf-8"
    )
    code, out, _ = run(capsys, "cite", str(copy))
    assert code == 1
    assert "m-unsound" in out or "argument is sound" in out


@pytest.mark.parametrize("what", ["case", "judge", "record"])
def test_schemas_are_json_schemas(capsys, what) -> None:
    code, out, _ = run(capsys, "schema", what)
    assert code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(out))


@pytest.mark.parametrize("what", ["decision", "attacks", "round"])
@pytest.mark.parametrize("form", ["svg", "mermaid", "dot", "text"])
def test_graphs_name_every_node(capsys, what, form) -> None:
    code, out, _ = run(capsys, "graph", "sacramento-v-lewis", "--what", what, "--as", form)
    assert code == 0
    wanted = {"decision": "reversed", "attacks": "prison riot", "round": "rebuttal question"}[what]
    text = re.sub(r"<[^>]+>", " ", out)
    assert wanted.split()[0] in text
    if form == "svg":
        import xml.etree.ElementTree as ET

        ET.fromstring(out)


def test_new_files_check_clean_and_play(capsys, tmp_path, saves) -> None:
    assert run(capsys, "new", "case", "my-case", "--dir", str(tmp_path))[0] == 0
    assert run(capsys, "new", "judge", "ashe", "--dir", str(tmp_path))[0] == 0
    code, out, _ = run(capsys, "check", str(tmp_path), "--json")
    found = {one["id"]: one for one in json.loads(out)}
    assert code == 0
    assert found["my-case"]["verdict"] == "PROVED"
    assert found["ashe"]["verdict"] == "VALID"
    assert all(one["problems"] == [] for one in found.values())
    assert run(capsys, "new", "case", "my-case", "--dir", str(tmp_path))[0] == 2
    done = subprocess.run(
        [sys.executable, "-m", "moot", "play", str(tmp_path / "my-case.yaml"), "--plain"],
        input="1\n" * 60,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert "CONFERENCE" in done.stdout


def test_check_json_has_the_promised_shape(capsys) -> None:
    code, out, _ = run(capsys, "check", "sacramento-v-lewis", "scalia", "--json", "--no-proof")
    case, judge = json.loads(out)
    assert code == 0
    for one in (case, judge):
        assert set(one) == {"file", "kind", "id", "verdict", "problems", "certificate"}
        assert one["verdict"] == "VALID"
        assert one["certificate"] is None
    assert (case["kind"], judge["kind"]) == ("case", "judge")


def test_check_json_calls_a_bench_a_bench(capsys) -> None:
    """It was called a judge."""
    code, out, _ = run(capsys, "check", "judges/benches/lewis-1998.yaml", "--json")
    (bench,) = json.loads(out)
    assert (code, bench["kind"], bench["id"], bench["verdict"]) == (0, "bench", "lewis-1998", "VALID")


def test_check_finds_every_problem_at_once_and_exits_1(capsys, tmp_path) -> None:
    run(capsys, "new", "case", "my-case", "--dir", str(tmp_path))
    path = tmp_path / "my-case.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("urges: hearing.due", "urges: hearing.dew").replace("cites: [doyle]", "cites: [doily]")
    path.write_text(text, encoding="utf-8")
    code, out, _ = run(capsys, "check", str(path), "--json")
    assert code == 1
    (one,) = json.loads(out)
    assert one["verdict"] == "INVALID"
    lines = text.splitlines()
    for problem in one["problems"]:
        assert set(problem) == {"code", "severity", "message", "file", "line", "column", "help"}
    errors = [problem for problem in one["problems"] if problem["severity"] == "error"]
    assert all(any(word in problem["message"] for problem in errors) for word in ("dew", "doily"))
    for problem in errors:
        assert any(word in lines[problem["line"] - 1] for word in ("hearing.dew", "doily"))
    code, out, _ = run(capsys, "check", str(path))
    assert code == 1
    assert "error[M" in out
    assert "did you mean" in out
    code, out, _ = run(capsys, "check", str(path), "--sarif")
    sarif = json.loads(out)
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == len(one["problems"])


def test_bounded_and_sampled_never_say_proved(capsys) -> None:
    for words, verdict in ((("--bound", "500"), "BOUNDED"), (("--sample", "20"), "SAMPLED")):
        code, out, _ = run(capsys, "check", "sacramento-v-lewis", "--format", "quick", "--json", *words)
        assert json.loads(out)[0]["verdict"] == verdict
        assert code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("play", "--sed", "3"), "did you mean '--seed'"),
        (("list", "--jsn"), "did you mean '--json'"),
        (("--versoin",), "did you mean '--version'"),
        (("list", "extra"), "nothing is called 'extra'"),
        (("list", "cases", "extra"), "takes no further word 'extra'"),
        (("play", "--seed", "x"), "'x' is not a whole number"),
        (("play", "--seed", "1" * 30), "is not a whole number of at most 18 digits"),
        (("reviewer", "x"), "no command called 'reviewer'"),
        (("check", "--json", "--sarif"), "not allowed with"),
        (("pl\x1b[31may",), "no command called"),
        (("why", "no\nsuch"), "there is no record"),
    ],
)
def test_a_wrong_option_gets_one_clean_line(capsys, words, says) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
    assert err.strip().isprintable()


def test_a_stream_that_cannot_carry_a_character_stops_nothing() -> None:
    import os

    done = subprocess.run(
        [sys.executable, "-m", "moot", "demo"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"U.S.C. ? 1983" in done.stdout
    done = subprocess.run(
        [sys.executable, "-m", "moot", "play", "--plain"], input=b"\xff\xfe\nquit\n", capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_who_leaves_is_no_error() -> None:
    for words in (["demo"], ["graph", "sacramento-v-lewis", "--as", "svg"]):
        game = subprocess.Popen([sys.executable, "-m", "moot", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        game.stdout.readline()
        game.stdout.close()
        said = game.stderr.read()
        game.stderr.close()
        assert game.wait() == 0
        assert b"Traceback" not in said
        assert said.startswith(b"record: ") if words == ["demo"] else said == b""


def test_a_command_stopped_from_the_keyboard_leaves_no_traceback(capsys, monkeypatch) -> None:
    from moot.commands import listing

    def stopped(args):
        raise KeyboardInterrupt

    monkeypatch.setattr(listing, "run", stopped)
    code, out, err = run(capsys, "list")
    assert (code, out, err.strip()) == (130, "", "moot: stopped")


def test_why_takes_a_judge_alone_for_the_newest_record(capsys, saves) -> None:
    _played(saves, typed="1\n1\n4\n1\n")
    code, out, _ = run(capsys, "why", "scalia")
    assert code == 0
    assert out.startswith("Justice Scalia leans ")
    assert out.count(" votes: ") == 1
    assert run(capsys, "why", "scalai")[0] == 2


def test_a_bench_file_is_checked_as_one(capsys) -> None:
    from moot.files.folders import list_benches

    code, out, _ = run(capsys, "check", str(list_benches()["three"]), "--json")
    (one,) = json.loads(out)
    assert (code, one["verdict"], one["problems"]) == (0, "VALID", [])


def test_cite_says_where_the_wrong_quotation_stands(capsys, tmp_path) -> None:
    from moot.files.folders import list_cases

    source = list_cases()["sacramento-v-lewis"]
    for path in source.parent.glob("sacramento-v-lewis*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    copy = tmp_path / source.name
    text = copy.read_text(encoding="utf-8").replace("The argument is unsound.", "The argument is sound.")
    copy.write_text(text, encoding="utf-8")
    _, out, _ = run(capsys, "cite", str(copy))
    line = int(re.match(rf"{re.escape(str(copy))}:(\d+):", out).group(1))
    assert "The argument is sound." in text.splitlines()[line - 1]
