"""What moot leans on: packages that are few, bounded at both ends or at the lower, with their licenses; and no network."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib

import pytest

from tests.files.pages import HERE

ROOT = HERE.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGE = (ROOT / "docs" / "licenses.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+?) \|", PAGE, flags=re.MULTILINE))
KNOWN = {"License :: OSI Approved :: MIT License": "MIT"}


def name_of(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def needed() -> dict[str, str]:
    """Every package that is installed with moot, however far down, and its license."""
    found: dict[str, str] = {}
    waiting = [name_of(each) for each in PROJECT["dependencies"]]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        data = importlib.metadata.metadata(name)
        classified = [KNOWN[each] for each in data.get_all("Classifier") or [] if each in KNOWN]
        found[name] = data.get("License-Expression") or (classified or [data.get("License") or ""])[0]
        requires = importlib.metadata.requires(name) or []
        waiting += [name_of(each) for each in requires if "extra ==" not in each and "python_version <" not in each]
    return found


def test_every_package_that_comes_with_moot_is_listed_with_its_license() -> None:
    found = needed()
    assert {name: LISTED.get(name) for name in found} == found
    assert set(LISTED) - {"package"} == set(found)


def test_no_package_is_named_without_a_lower_bound() -> None:
    extras = [each for group in ("testing", "browser") for each in PROJECT["optional-dependencies"][group]]
    for each in (*PROJECT["dependencies"], *extras):
        assert re.search(r">=\d", each), each


NO_SOCKETS = """
import socket, sys

def refused(*args, **more):
    raise AssertionError("a socket was asked for")

socket.socket.__init__ = refused
socket.create_connection = socket.getaddrinfo = refused
from moot.cli import main
raise SystemExit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "words",
    [
        "demo first-argument", "check first-argument", "play first-argument --plain --seed 3", "why --demo first-argument", "list",
        "simulate first-argument -n 3", "cite first-argument", "graph first-argument --as svg", "opinion first-argument", "history",
    ],
)  # fmt: skip
def test_no_command_opens_a_socket(tmp_path, words: str) -> None:
    """Only `moot serve` may, on this machine alone."""
    done = subprocess.run(
        [sys.executable, "-c", NO_SOCKETS, *words.split()],
        env={**os.environ, "MOOT_SAVES": str(tmp_path), "PYTHONPATH": str(ROOT)},
        input="1\n" * 80, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "a socket was asked for" not in done.stderr
    assert done.returncode == 0, done.stderr
