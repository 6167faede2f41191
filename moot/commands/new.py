"""`moot new`: a commented starting file that checks clean and plays."""

from __future__ import annotations

import argparse
import re
from importlib import resources
from pathlib import Path

from moot.commands.printing import say
from moot.errors import MootError
from moot.files.folders import is_there

__all__ = ["run"]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def run(args: argparse.Namespace) -> int:
    """Write the file; refuses to write over one."""
    if not _ID.fullmatch(args.id):
        raise MootError(f"{args.id!r} cannot be an id; use lower-case words joined by hyphens, such as my-case")
    folder = Path(args.folder)
    path = folder / f"{args.id}.yaml"
    if is_there(path):
        raise MootError(f"{path} exists already; choose another id, or --dir")
    text = resources.files("moot.templates").joinpath(f"{args.what}.yaml").read_text(encoding="utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(f"{args.what.upper()}-ID", args.id), encoding="utf-8")
    except OSError as error:
        raise MootError(f"cannot write {path}: {error.strerror}") from None
    say(str(path))
    return 0
