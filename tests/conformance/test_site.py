"""The documents build as a site without a warning. In CI this runs and is not skipped."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.conformance


@pytest.mark.skipif(
    os.environ.get("MOOT_CI") != "conformance" and importlib.util.find_spec("mkdocs") is None,
    reason="mkdocs is not installed (the `docs` extra)",
)
def test_the_site_builds_without_a_warning_and_has_every_page(tmp_path: Path) -> None:
    # Not with --quiet: warnings that are not logged are not counted by --strict.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "scripts/mkdocs.yml", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    for page in (ROOT / "docs").rglob("*.md"):
        name = page.relative_to(ROOT / "docs").with_suffix("")
        built = tmp_path / (name.parent if name.name in ("index", "README") else name) / "index.html"
        assert built.is_file(), built
