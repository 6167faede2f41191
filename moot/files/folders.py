"""Where cases, judges, benches and saves are kept, and what was worked out before."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from moot.errors import MootError, UnknownName

__all__ = [
    "MAX_FILE",
    "cache_dir",
    "case_folder",
    "cases_dirs",
    "find",
    "home_of",
    "is_folder",
    "is_there",
    "judges_dirs",
    "kind_of",
    "list_benches",
    "list_cases",
    "list_judges",
    "open_regular",
    "opening_case",
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
        found += [_named_by(variable, part) for part in own.split(os.pathsep) if part]
    for shipped in (_PACKAGE / "_data" / folder, _CHECKOUT / folder):
        if shipped.is_dir():
            found.append(shipped)
            break
    return found


def _named_by(variable: str, name: str) -> Path:
    """A folder that a variable names. One that is not there holds nothing, and whoever set it would look for its files in vain."""
    folder = home_of(name)
    if not is_folder(folder):
        raise MootError(f"the variable {variable} names {name}, which is no folder; correct it, or unset it")
    return folder


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
        return home_of(own)
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "scenarios").is_dir():
        return _CHECKOUT / "saves"
    import platformdirs

    return Path(platformdirs.user_data_dir("moot", appauthor=False)) / "saves"


def cache_dir() -> Path | None:
    """Where what was worked out before is kept: ``MOOT_CACHE``, else the user's cache folder; None where ``MOOT_CACHE`` is `off`, or no folder's name."""
    own = os.environ.get("MOOT_CACHE")
    if own:
        try:
            return None if own == "off" else home_of(own)
        except MootError:
            return None
    import platformdirs

    return Path(platformdirs.user_cache_dir("moot", appauthor=False))


def _files(folders: list[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        if not is_folder(folder):
            continue
        try:
            for path in sorted(folder.iterdir()):
                if path.suffix in _SUFFIXES and path.is_file():
                    found.setdefault(path.stem, path)
        except OSError as error:
            raise MootError(f"the folder {folder} cannot be read: {error.strerror}") from None
    return dict(sorted(found.items()))


def list_cases() -> dict[str, Path]:
    """The cases that can be named, by id."""
    return _files(cases_dirs())


def opening_case() -> str | None:
    """The id of the case that a folder of cases names to be argued when nobody names one; None where none does.

    It stands in ``default.txt``: one line, besides comments. What cannot be read names nothing.
    """
    for folder in cases_dirs():
        try:
            lines = read_bytes(folder / "default.txt", 4096).decode("utf-8").splitlines()
        except (OSError, ValueError, MootError):
            continue
        named = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
        if len(named) == 1 and named[0] in list_cases():
            return named[0]
    return None


def case_folder(id: str) -> Path | None:
    """The folder of a known case; texts of its opinions lie there. None for a case that is not among the known ones."""
    path = list_cases().get(id)
    return path.parent if path is not None else None


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
    path = home_of(text)
    if path.suffix in _SUFFIXES or os.sep in text or isinstance(name, os.PathLike):
        return path
    raise UnknownName(kind, text, known)


MAX_FILE = 8_000_000
"""Bytes that are read of any file where nothing else is said."""


def home_of(name: str | os.PathLike[str]) -> Path:
    """The path, with ``~`` and ``~user`` read. Raises :class:`~moot.errors.MootError` for no name, and where there is no such user."""
    if not os.fspath(name):
        raise MootError("an empty name names no file or folder; for the folder you are in, write .")
    try:
        return Path(name).expanduser()
    except (RuntimeError, ValueError, KeyError):
        raise MootError(f"{os.fspath(name)} begins with ~ and the name of no user here; write the path out") from None


def is_folder(path: Path) -> bool:
    """Whether there is such a folder. Raises :class:`~moot.errors.MootError` where the system will not say."""
    found = _stat(path)
    return found is not None and stat.S_ISDIR(found.st_mode)


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder. Raises :class:`~moot.errors.MootError` where the system will not say."""
    return _stat(path) is not None


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise MootError(f"{path} cannot be looked at: {getattr(error, 'strerror', None) or error}") from None


def open_regular(path: Path, flags: int = os.O_RDONLY) -> int:
    """Open a file and return its handle; a folder, a pipe or a device is refused, and nothing waits for a writer.

    Raises ``OSError``, and ``ValueError`` for what is no file to be read.
    """
    _is_regular(path, path.stat())
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    try:
        _is_regular(path, os.fstat(handle))
    except BaseException:
        os.close(handle)
        raise
    return handle


def _is_regular(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(21, "this is a folder, not a file", str(path))
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("this is a device or a pipe, not a file")


def read_bytes(path: Path, most: int = MAX_FILE) -> bytes:
    """What a regular file of at most ``most`` bytes holds.

    Raises :class:`~moot.errors.MootError`, in one line, when it cannot be read. A device or a pipe is refused, never
    waited for.
    """
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            data = file.read(most + 1)
        if data is None:  # a file of the kernel's, such as /proc/kmsg, that has nothing to give yet
            raise BlockingIOError(11, "it waits for something to be written")
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


_FORMAT = re.compile(rb"[ \t]{0,8}\{?[ \t]{0,8}([\"']?)format\1[ \t]{0,8}:[ \t]{0,20}[\"']?moot-([a-z]{1,20})")


def kind_of(data: bytes) -> str | None:
    """What the ``format:`` line among the first lines of a file says it is: case, judge, bench …; None without one.

    The key may be quoted, indented or in braces, as YAML allows, and a file saved as UTF-16 is told apart too: its reader says what is wrong.
    """
    head = data[:8000].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    for line in head.splitlines()[:60]:
        found = _FORMAT.match(line)
        if found:
            return found[2].decode()
    return None
