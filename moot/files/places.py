"""Where cases, judges, benches and saves are kept."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from moot.errors import MootError, UnknownName

__all__ = [
    "MAX_FILE",
    "cases_dirs",
    "find",
    "judges_dirs",
    "kind_of",
    "list_benches",
    "list_cases",
    "list_judges",
    "read_bytes",
    "saves_dir",
]

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent
_SUFFIXES = (".yaml", ".yml")


def _dirs(variable: str, folder: str) -> list[Path]:
    """The folder a person has set, and the one that came with moot. The first has the first word."""
    found = []
    own = os.environ.get(variable)
    if own:
        found += [Path(part).expanduser() for part in own.split(os.pathsep) if part]
    for shipped in (_PACKAGE / "_data" / folder, _CHECKOUT / folder):
        if shipped.is_dir():
            found.append(shipped)
            break
    return found


def cases_dirs() -> list[Path]:
    """Folders that hold cases: those of ``MOOT_CASES``, then the shipped one."""
    return _dirs("MOOT_CASES", "scenarios")


def judges_dirs() -> list[Path]:
    """Folders that hold judges, each with a folder ``benches``: those of ``MOOT_JUDGES``, then the shipped one."""
    return _dirs("MOOT_JUDGES", "judges")


def saves_dir() -> Path:
    """Where records go: ``MOOT_SAVES``, else ``saves/`` in a checkout, else the user's data folder."""
    own = os.environ.get("MOOT_SAVES")
    if own:
        return Path(own).expanduser()
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "scenarios").is_dir():
        return _CHECKOUT / "saves"
    import platformdirs

    return Path(platformdirs.user_data_dir("moot", appauthor=False)) / "saves"


def _files(folders: list[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if path.suffix in _SUFFIXES and path.is_file():
                    found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def list_cases() -> dict[str, Path]:
    """The cases that can be named, by id."""
    return _files(cases_dirs())


def list_judges() -> dict[str, Path]:
    """The judges that can be named, by id."""
    return _files(judges_dirs())


def list_benches() -> dict[str, Path]:
    """The benches that can be named, by id."""
    return _files([folder / "benches" for folder in judges_dirs()])


def find(kind: str, name: str | os.PathLike[str], known: dict[str, Path]) -> Path:
    """The file of a known id, or of a path. Raises :class:`~moot.errors.UnknownName` when it is neither."""
    text = os.fspath(name)
    if text in known:
        return known[text]
    path = Path(text).expanduser()
    if path.suffix in _SUFFIXES or os.sep in text or isinstance(name, os.PathLike):
        return path
    raise UnknownName(kind, text, known)


MAX_FILE = 8_000_000
"""Bytes that are read of any file where nothing else is said."""


def read_bytes(path: Path, most: int = MAX_FILE) -> bytes:
    """What a regular file of at most ``most`` bytes holds.

    Raises :class:`~moot.errors.MootError`, in one line, when it cannot be read. A device or a pipe is refused, never
    waited for.
    """
    try:
        # Without O_NONBLOCK, opening a pipe waits for a writer.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb") as file:
            mode = os.fstat(number).st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError
            if not stat.S_ISREG(mode):
                raise MootError(f"{path} is not a regular file (it is a device, a pipe or a socket)")
            data = file.read(most + 1)
    except FileNotFoundError:
        raise MootError(f"there is no file {path}") from None
    except IsADirectoryError:
        raise MootError(f"{path} is a folder, not a file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MootError(f"{path} cannot be read: {reason}") from None
    if len(data) > most:
        raise MootError(f"{path} is too large: more than {most // 1_000_000} MB")
    return data


def kind_of(data: bytes) -> str | None:
    """What the ``format:`` line among the first lines of a file says it is: case, judge, bench …; None without one."""
    for line in data[:8000].removeprefix(b"\xef\xbb\xbf").splitlines()[:60]:
        found = re.match(rb"format:\s{0,20}[\"']?moot-([a-z]{1,20})", line)
        if found:
            return found[1].decode()
    return None
