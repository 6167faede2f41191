"""The house: who imports whom, what start-up costs, and what may not be said where."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import moot

ROOT = Path(__file__).parents[2]
PACKAGE = Path(moot.__file__).parent


def modules_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_moot_loads_neither_textual_nor_yaml() -> None:
    loaded = modules_after("import moot")
    assert not {"textual", "rich", "yaml", "transitions", "numpy"} & loaded


def test_a_whole_round_loads_no_screen() -> None:
    loaded = modules_after(
        "import moot\n"
        "from moot.counsel import Novice\n"
        "r = moot.Round(moot.load_case('sacramento-v-lewis'), moot.load_bench('three'), format='quick')\n"
        "r.play_out(Novice(1), Novice(2)); moot.score(r)"
    )
    assert not {"textual", "rich", "asyncio"} & loaded


@pytest.mark.parametrize("command", ["--help", "check --no-proof", "list"])
def test_commands_that_show_no_game_load_no_textual(command: str) -> None:
    loaded = modules_after(
        "import contextlib, io\n"
        "from moot.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):\n"
        f"    try: main({command.split()!r})\n"
        "    except SystemExit: pass"
    )
    assert "moot.cli" in loaded
    assert not {"textual", "rich"} & loaded


def test_moot_list_starts_without_what_makes_data_classes() -> None:
    """A quarter of its start went to `dataclasses` (with `inspect`, `ast`, `dis`) and to the width of the terminal."""
    loaded = modules_after(
        "import contextlib, io\n"
        "from moot.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()): main(['list'])"
    )
    assert "moot.commands.listing" in loaded
    assert not {"dataclasses", "inspect", "json", "shutil"} & loaded


LEWIS = re.compile(
    r"\b(lewis|sacramento|deputy|motorcycle|willard|pursuit|hodari|rochin|glucksberg|wilson v)\b", re.IGNORECASE
)
ALLOWED = {"moot/__init__.py"}
"""The docstring of the package shows how to load a case by its id."""


def test_the_engine_holds_no_word_of_lewis() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE.parent).as_posix()
        if path.suffix not in {".py", ".yaml", ".tcss"} or name in ALLOWED or "_data" in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if LEWIS.search(line):
                found.append(f"{name}:{number}: {line.strip()}")
    assert not found, "\n".join(found)


CASE_WORDS = re.compile(
    r"\b(lewis|sacramento|deputy|motorcycle|chase|pursuit|willard|smith|hodari|conscience-shocking|physician|suicide|media|ride-along)\b",
    re.IGNORECASE,
)


def test_no_judge_file_holds_a_word_of_a_case() -> None:
    files = sorted((ROOT / "judges").glob("*.yaml"))
    assert len(files) >= 9
    for path in files:
        text = path.read_text(encoding="utf-8")
        # A source line cites what the Justice wrote; a case's name in it is a citation and not a mention of this case.
        prose = re.sub(r'source: (".*?"|\S.*?)\}?$', "", text, flags=re.MULTILINE)
        assert not CASE_WORDS.search(prose), (path.name, CASE_WORDS.search(prose))
        assert "523 U.S. 833" not in text
        case = moot.load_case("sacramento-v-lewis")
        for point in case.points:
            assert point.id not in text


def test_every_judge_says_it_is_a_style_and_sources_its_strong_weights() -> None:
    for judge in moot.load_bench("lewis-1998").judges:
        assert "style" in judge.note
        assert "not the person" in judge.note
        for held in judge.holds:
            assert held.weight < 3 or held.source, (judge.id, held.principle)


def test_one_version_number() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in pyproject
    assert f"## [{moot.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_exported_names_are_pinned() -> None:
    for name in moot.__all__:
        assert getattr(moot, name) is not None
    assert dir(moot) == sorted(moot.__all__)
    with pytest.raises(AttributeError):
        moot.nothing


def test_listing_what_is_shipped_reads_heads_only() -> None:
    loaded = modules_after(
        "import contextlib, io, os\n"
        "os.environ['MOOT_SAVES'] = 'no-such-folder'\n"
        "from moot.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()): main(['list'])"
    )
    assert not {"yaml", "moot.case", "moot.files.loading", "moot.files.case.read"} & loaded


def test_the_first_screen_waits_for_no_case() -> None:
    """The formats of argument came to be read from a module that loads all of `case`, and the first screen with them."""
    loaded = modules_after("import moot.tui.screens.home.choose")
    assert not {"yaml", "moot.case", "moot.files.loading", "moot.files.case.read", "moot.bench.persona"} & loaded


def test_every_shipped_format_has_its_title_and_every_title_its_format() -> None:
    from moot.round.formats import FORMATS
    from moot.round.text.format_names import FORMAT_TITLES

    assert {form.id: form.title for form in FORMATS.values()} == FORMAT_TITLES
    assert list(FORMATS) == list(FORMAT_TITLES)


def raised_by(function: ast.FunctionDef) -> set[str]:
    """The names of what it raises by a call, apart from what functions inside it raise."""
    found: set[str] = set()
    left: list[ast.AST] = list(function.body)
    while left:
        node = left.pop()
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            found.add(ast.unparse(node.exc.func).rpartition(".")[2])
        left += ast.iter_child_nodes(node)
    return found


def test_a_docstring_says_what_its_function_raises() -> None:
    """38 public functions raised and did not say so. Commands end in a line and an exit code instead, and the scanner's methods are PyYAML's."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name.startswith(("commands/", "_data/")) or name == "files/yaml/parser.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = [each for node in tree.body if isinstance(node, ast.ClassDef) for each in node.body]
        for node in [*tree.body, *inside]:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            said = ast.get_docstring(node) or ""
            told = "aise" in said or "efuse" in said or any(each in said for each in raised_by(node))
            if raised_by(node) and said and not told:
                found.append(f"{name}:{node.lineno} {node.name}: {', '.join(sorted(raised_by(node)))}")
    assert not found, "\n".join(found)


def test_no_cache_of_the_process_is_keyed_by_a_case() -> None:
    """Thirty caches at module level kept every case and judge alive; what is derived from a case is freed with it (`per_case`)."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(each) for each in node.decorator_list):
                kept = any(
                    ast.unparse(each).startswith(("lru_cache", "cache(", "functools.")) or ast.unparse(each) == "cache"
                    for each in node.decorator_list
                )
                types = {ast.unparse(each.annotation) for each in node.args.args if each.annotation}
                if kept and types & {"Case", "Judge", "Bench", "Heard", "Round"}:
                    found.append(f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}")
    assert not found
