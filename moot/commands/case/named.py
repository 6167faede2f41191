"""The files that a word of `moot check` names, and what kind of file each is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from moot.commands.printing import say
from moot.errors import MootError
from moot.files.folders import find, home_of, is_folder, kind_of, list_cases, list_judges, read_bytes

__all__ = ["file_kind", "files_named"]


def files_named(name: str | Path) -> list[Path]:
    """The files that a name means: one, or those of a folder that are moot's."""
    if isinstance(name, Path):
        return [name]
    if name not in list_cases() and is_folder(home_of(name)):
        return _inside(home_of(name))
    if name in list_judges() and name not in list_cases():
        return [list_judges()[name]]
    return [find("case", name, list_cases())]


def _inside(folder: Path) -> list[Path]:
    """The files of moot in a folder. Each YAML file that is something else is passed over in a line."""
    try:
        inside = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.is_file())
    except OSError as error:
        raise MootError(f"the folder {folder} cannot be read: {error.strerror}") from None
    if not inside:
        raise MootError(f"{folder} is a folder without a .yaml file")
    ours = [path for path in inside if _is_ours(path)]
    for path in inside:
        if path not in ours:
            say(f"passed over {path}: it has no line `format: moot-…`, so it is taken for something else", sys.stderr)
    if not ours:
        raise MootError(f"no file in {folder} is one of moot's; they have a line such as `format: moot-case/1`")
    return ours


_OUR_KEY = re.compile(rb"^(?:question_presented|points|receptivity|seniority)[ ]*:", re.MULTILINE)
"""Keys at the left margin that hardly any file but a case or a judge has; then it is checked without its `format` too."""


def _is_ours(path: Path) -> bool:
    try:
        data = read_bytes(path)
    except MootError:
        return True  # what is wrong with it is told when it is checked
    return kind_of(data) is not None or _OUR_KEY.search(data) is not None


def file_kind(path: Path) -> str:
    """A file says what it is in its first keys; a bench or judge file has a format of its own."""
    kind = kind_of(read_bytes(path))
    return kind if kind in ("judge", "bench", "format", "assignment", "sheet") else "case"
