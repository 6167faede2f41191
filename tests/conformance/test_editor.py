"""What an editor with yaml-language-server offers and underlines (docs/editor.md). In CI this runs and is not skipped."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from moot.files.case.read import read_case
from moot.files.schema.jsonschema import schema_text
from tests.conformance.language_server import Server

ROOT = Path(__file__).parents[2]
_NAMED = os.environ.get("MOOT_YAML_SERVER") or shutil.which("yaml-language-server") or ""
pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(
        os.environ.get("MOOT_CI") != "conformance" and not _NAMED,
        reason="yaml-language-server is not installed (npm; MOOT_YAML_SERVER names it)",
    ),
]
BASE = ROOT / "tests" / "files" / "base-case.yaml"
MODELINE = "# yaml-language-server: $schema=moot-case.json\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editor")
    (folder / "moot-case.json").write_text(schema_text("case"), encoding="utf-8")
    made = Server([_NAMED, "--stdio"], folder)
    yield made
    made.close()


def written(server: Server, name: str, old: str = "", new: str = "") -> tuple[str, list[tuple[int, str]]]:
    """The small case with one change, opened: its text and what is underlined."""
    text = BASE.read_text(encoding="utf-8")
    assert old in text
    text = MODELINE + (text.replace(old, new, 1) if old else text)
    (server.folder / name).write_text(text, encoding="utf-8")
    return text, server.problems(name, text)


def place(text: str, words: str, inside: int = 0) -> tuple[int, int]:
    before = text[: text.index(words) + inside]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def test_a_clean_case_is_clean_in_the_editor(server: Server) -> None:
    assert written(server, "clean.yaml")[1] == []


@pytest.mark.parametrize("name", ["sacramento-v-lewis", "brower-v-inyo", "first-argument"])
def test_a_shipped_case_is_clean_in_the_editor(server: Server, name: str) -> None:
    text = (ROOT / "scenarios" / f"{name}.yaml").read_text(encoding="utf-8")
    text = text.replace("../docs/schema/case.json", "moot-case.json", 1)
    assert server.problems(f"{name}.yaml", text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("modality: doctrinal", "modality: doctrinall"),
        ("    strength: 4\n", "    strenght: 4\n"),
        ("    strength: 4\n", "    strength: 9\n"),
        ("real: true", "real: perhaps"),
        ("bench: three", "bench: Three Judges"),
        ("argued: 1990-11-05", "argued: Nov. 5"),
    ],
    ids=["word", "key", "number", "flag", "id", "date"],
)
def test_the_editor_underlines_the_line_that_check_names(server: Server, tmp_path, request, old: str, new: str) -> None:
    name = f"{request.node.callspec.id}.yaml"
    text, found = written(server, name, old, new)
    path = tmp_path / "base-case.yaml"
    path.write_text(text, encoding="utf-8")
    checked = {problem.line for problem in read_case(path)[1] if problem.severity == "error"}
    wanted = place(text, new)[0] + 1
    assert wanted in checked
    assert wanted in {line + 1 for line, _ in found}, found


def test_the_editor_offers_the_keys_of_a_point(server: Server) -> None:
    text, _ = written(server, "keys.yaml", "    briefed: true\n", "    b\n")
    line, column = place(text, "    b\n", 5)
    assert {"briefed", "speech", "appeals", "when"} - {"speech"} <= server.completion("keys.yaml", line, column)


def test_the_editor_offers_the_words_of_a_key(server: Server) -> None:
    text, _ = written(server, "words.yaml", "modality: doctrinal", "modality: ")
    line, column = place(text, "    modality: \n", len("    modality: "))
    offered = server.completion("words.yaml", line, column)
    assert {"textual", "historical", "structural", "doctrinal", "ethical", "prudential", "factual"} <= offered


def test_the_editor_explains_a_key_a_word_and_a_principle(server: Server) -> None:
    text, _ = written(server, "hover.yaml")
    assert "meets a conclusion" in server.hover("hover.yaml", *place(text, "rebut: r-act", 1))
    assert "the form of argument" in server.hover("hover.yaml", *place(text, "modality: doctrinal", 1))
    assert "fair warning" in server.hover("hover.yaml", *place(text, "notice: 3", 1))
