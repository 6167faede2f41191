"""A copy of what the tests need of the project, for scripts that run them elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

__all__ = ["BESIDE", "copy_project"]

ROOT = Path(__file__).parent.parent

BESIDE = ("tests", "scenarios", "judges", "docs", "scripts", "pyproject.toml", "README.md", "ARCHITECTURE.md")
"""What the tests read besides the package."""


def copy_project(into: Path, *, package: bool) -> None:
    """Copy it into a folder that is there; the package too, unless an installed one is to be tested."""
    for name in (*(("moot",) if package else ()), *BESIDE):
        here = ROOT / name
        (shutil.copytree if here.is_dir() else shutil.copy)(here, into / name)
