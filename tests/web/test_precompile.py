"""What a page loads at its start, and its bytecode, without a browser."""

from __future__ import annotations

import ast
import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from moot.cli import main
from moot.errors import MootError
from moot.web.build import runtime as pyodide
from moot.web.build.bytecode import with_bytecode
from moot.web.build.compiled import compiled, library_of
from moot.web.build.modules import moot_modules
from moot.web.build.precompile import precompiled
from moot.web.build.site import make
from tests.web.test_build import NO_PYTHON

NOT_AT_START = (
    "moot.bench.conference",
    "moot.bench.explaining",
    "moot.bench.votes",
    "moot.commands",
    "moot.files.case",
    "moot.files.judge",
    "moot.files.schema",
    "moot.files.yaml",
    "moot.opinion.compose",
    "moot.opinion.writing",
    "moot.plain.closing",
    "moot.plain.practice",
    "moot.plain.recap",
    "moot.plain.review",
    "moot.proof",
    "moot.report",
    "moot.round.text.position",
    "moot.round.text.refusals",
    "moot.score",
    "moot.sitting.again",
    "moot.sitting.practice",
    "moot.study",
    "moot.tui",
    "moot.web.build",
    "moot.web.page.decided",
    "moot.web.page.written",
    "textual",
    "yaml",
)
"""Wanted only after the first choice, or never: an import of one of these at the start is felt by everybody who opens a page."""


def test_the_first_choice_loads_nothing_that_is_wanted_later(tmp_path):
    (tmp_path / "library").write_bytes(compiled(library_of(["first-argument"])))
    code = (
        "import sys; from moot.web.page import boot; boot.start(sys.argv[1]); from moot.web.page import calls;"
        "told = calls.call('new', '[{\"case\": \"first-argument\", \"seed\": 1}]'); assert 'options' in told, told;"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "library")],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"MOOT_SAVES": str(tmp_path)},
    )
    loaded = done.stdout.split()
    assert not [name for name in loaded if f"{name}.".startswith(tuple(f"{each}." for each in NOT_AT_START))]
    assert len([name for name in loaded if name.partition(".")[0] == "moot"]) <= 133


def test_loaded_modules_become_bytecode_that_python_imports_and_the_rest_stays_source(tmp_path, monkeypatch):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("compiled_part.py", "VALUE = 'compiled'\n")
        out.writestr("source_part.py", "VALUE = 'source'\n")
        out.writestr("data.txt", "data")
    place = tmp_path / "app.zip"
    made = with_bytecode(archive.getvalue(), str(place), {f"{place}/compiled_part.py"})
    assert made == with_bytecode(archive.getvalue(), str(place), {f"{place}/compiled_part.py"})
    place.write_bytes(made)
    assert zipfile.ZipFile(place).namelist() == ["compiled_part.pyc", "source_part.py", "data.txt"]
    monkeypatch.syspath_prepend(str(place))
    import compiled_part
    import source_part

    assert (compiled_part.VALUE, source_part.VALUE) == ("compiled", "source")


def test_without_node_the_page_is_built_of_source_and_a_line_says_so(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name, data in NO_PYTHON.files.items():
        (folder / name).write_bytes(data)
    (folder / "package.json").write_text(f'{{"version": "{pyodide.VERSION}"}}')
    monkeypatch.setenv("PATH", str(tmp_path))
    out = tmp_path / "page.html"
    assert main(["web", "first-argument", "--one-file", str(out), "--pyodide", str(folder)]) == 0
    assert "node is not installed" in capsys.readouterr().err
    assert out.is_file()


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_an_interpreter_that_does_not_start_is_one_line():
    with pytest.raises(MootError, match="could not be started by node") as caught:
        precompiled(make(library_of(["first-argument"]), NO_PYTHON, {}), NO_PYTHON)
    assert "\n" not in str(caught.value)


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("node") is None or not os.environ.get("MOOT_PYODIDE"), reason="set MOOT_PYODIDE, and install node"
)
def test_what_the_start_loads_is_bytecode():
    interpreter = pyodide.from_folder(Path(os.environ["MOOT_PYODIDE"]))
    page = precompiled(make(library_of(["first-argument"]), interpreter, {}), interpreter)
    with zipfile.ZipFile(io.BytesIO(page.parts["app.zip"])) as app:
        names = set(app.namelist())
    assert {"moot/web/page/face.pyc", "transitions/core.pyc", "moot/plain/closing.py"} <= names
    with zipfile.ZipFile(io.BytesIO(page.parts["python_stdlib.zip"])) as stdlib:
        assert {"dataclasses.pyc", "json/__init__.pyc"} <= set(stdlib.namelist())


def test_no_module_of_the_page_imports_what_is_left_out_of_the_standard_library():
    for name, path in moot_modules().items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            wanted = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            wanted += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {each.partition(".")[0] for each in wanted} & set(pyodide.UNUSED), (name, wanted)
