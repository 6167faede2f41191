"""The package as a stranger has it: built, installed in a clean environment, and used outside the checkout.

Runs in CI, and elsewhere when it is asked for: ``pytest -m wheel``. It needs an index to install the dependencies from.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import moot

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.wheel]


@pytest.fixture(scope="module")
def built(request, tmp_path_factory) -> Path:
    """A folder with the wheel and the source archive."""
    if not os.environ.get("MOOT_CI"):
        if "wheel" not in request.config.getoption("markexpr"):
            pytest.skip("builds and installs the package only when asked: -m wheel")
        pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def shell(built, tmp_path_factory):
    """Runs a command of the clean environment in an empty folder, at a new user's home."""
    place = tmp_path_factory.mktemp("stranger")
    venv, home, work = place / "venv", place / "home", place / "work"
    home.mkdir()
    work.mkdir()
    (wheel,) = built.glob("*.whl")
    env = {key: value for key, value in os.environ.items() if not key.startswith(("MOOT_", "PYTHON", "XDG_"))}
    env |= {"HOME": str(home), "PATH": f"{venv / 'bin'}{os.pathsep}{env['PATH']}", "VIRTUAL_ENV": str(venv)}
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, env=env)
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, f"{wheel}[testing]"], check=True, env=env)

    def run(*words: str, input: str = "", code: int = 0) -> str:
        command = [str(venv / "bin" / words[0]), *words[1:]]
        done = subprocess.run(command, cwd=work, env=env, input=input, capture_output=True, text=True, check=False)
        assert done.returncode == code, (words, done.stdout[-3000:], done.stderr[-3000:])
        return done.stdout

    run.home, run.work = home, work
    return run


def test_the_source_archive_has_what_its_own_tests_need(built) -> None:
    """ARCHITECTURE and CONTRIBUTING were missing, and tests of the docs failed from it."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"} <= names
    assert {"docs/player.md", "tests/conftest.py", "scripts/check", "scenarios/first-argument.yaml"} <= names
    assert not any(name.startswith(("saves/", ".ci/")) for name in names)


def test_the_wheel_has_the_data_and_no_tests(built) -> None:
    (path,) = built.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        names = set(wheel.namelist())
    for name in ("py.typed", "_data/scenarios/first-argument.yaml", "_data/judges/souter.yaml", "_data/docs/player.md"):
        assert f"moot/{name}" in names
    assert any(name.endswith(".tcss") for name in names)
    assert not any(name.startswith("tests/") for name in names)


def test_the_commands_work_outside_the_checkout(shell) -> None:
    assert shell("moot", "--version").strip() == f"moot {moot.__version__}"
    assert "sacramento-v-lewis" in shell("moot", "list")
    assert "PROVED" in shell("moot", "check", "first-argument")
    assert "Scalia" in shell("moot", "demo", "sacramento-v-lewis")
    assert '"sittings": 4' in shell("moot", "simulate", "first-argument", "-n", "4", "--workers", "2", "--json")


def test_a_game_from_a_pipe_is_saved_in_the_users_data_folder(shell) -> None:
    said = shell("moot", "play", "first-argument", "--plain", input="1\n1\n")
    assert "go on with: moot play --plain --resume" in said
    assert list(shell.home.rglob("saves/*.jsonl"))
    assert not (shell.work / "saves").exists()
    assert shell("moot", "replay", "--json").startswith("{")


def test_a_new_case_checks_clean_and_its_file_is_a_test(shell) -> None:
    shell("moot", "new", "case", "my-case")
    assert "PROVED" in shell("moot", "check", "my-case.yaml")
    said = shell("pytest", "my-case.yaml", "-q", "-p", "no:cacheprovider")
    assert re.search(r"[1-9] passed", said)


def test_types_and_names_are_there_for_programs(shell) -> None:
    code = "import moot; print(moot.load_case('first-argument'), moot.simulate.__name__)"
    assert shell("python", "-c", code).strip() == "<Case first-argument> simulate"
