"""`moot web`: the game as a web page without a server, as a folder or as one file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.commands.output import keep_what_is_read
from moot.commands.printing import say
from moot.errors import MootError
from moot.files.folders import home_of
from moot.files.whole import write_whole
from moot.round.formats import Format

if TYPE_CHECKING:
    from moot.files.library import Library
    from moot.web.build.runtime import Runtime
    from moot.web.build.site import Site

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Build the page. Exit 2, in one line, where a case has errors, the interpreter is not to be had, or nothing can be written."""
    from moot.web.build.compiled import library_of, opinions_of
    from moot.web.build.runtime import from_folder, from_npm
    from moot.web.build.site import folder_files, make, one_file

    folder, file = (home_of(name) if name else None for name in (args.output, args.one_file))
    _may_write(folder, file)
    assignment = _assigned(args) if args.assignment is not None else None
    if not args.cases:
        raise MootError("name a case: moot web CASE, or an assignment: --assignment FILE")
    library = library_of(args.cases, args.bench, args.format)
    runtime = from_folder(home_of(args.pyodide)) if args.pyodide else from_npm()
    say(f"cases: {', '.join(library.cases)}", sys.stderr)
    fixed = _fixed(args, list(library.cases)) if assignment is None else _all_fixed(args, library)
    site = make(library, runtime, fixed, opinions_of(args.cases), assignment)
    site = _ready(site, runtime)
    if file is not None:
        _write(file, one_file(site))
        say(f"{file}: {_size(file.stat().st_size)}; it opens in any browser by a double click, without a network")
        return 0
    assert folder is not None
    found = folder_files(site)
    for name, data in found.items():
        _write(folder / name, data)
    size = _size(sum(map(len, found.values())))
    say(f"{folder}: {len(found)} files, {size}; for any static server, or here: moot serve {folder}")
    return 0


def _ready(site: Site, runtime: Runtime) -> Site:
    """The page compiled beforehand; where that cannot be done it starts more slowly, and that is said."""
    from moot.web.build.precompile import precompiled

    try:
        ready = precompiled(site, runtime)
    except MootError as problem:
        say(f"not compiled beforehand, so the page starts more slowly: {problem}", sys.stderr)
        return site
    if ready is site:
        say("node is not installed: the page is not compiled beforehand and starts more slowly", sys.stderr)
    return ready


def _assigned(args: argparse.Namespace) -> dict[str, Any]:
    """Put what an assignment file settles into the options; what the page tells of it."""
    from moot.commands.course.assigned import assign

    found = assign(args)
    return {"id": found.id, "title": found.title, "due": found.due, "sittings": found.sittings}


def _all_fixed(args: argparse.Namespace, library: Library) -> dict[str, Any]:
    """An assignment settles everything: None is the case's own, and is not chosen either."""
    names = ("side", "bench", "format", "heat", "opponent", "seed")
    settled = {name: getattr(args, name) for name in names}
    if isinstance(args.format, Format):
        settled["format"] = args.format.id
    return settled | {
        "mode": "exam" if args.exam else "training",
        "case": next(iter(library.cases)),
    }


def _fixed(args: argparse.Namespace, cases: list[str]) -> dict[str, Any]:
    """What the page does not let its reader choose."""
    found: dict[str, Any] = {}
    for name in ("side", "bench", "format", "heat", "opponent", "seed"):
        value = getattr(args, name)
        if value is not None:
            found[name] = value.id if isinstance(value, Format) else value
    if args.exam:
        found["mode"] = "exam"
    if found and len(cases) == 1:
        found["case"] = cases[0]
    return found


def _may_write(folder: Path | None, file: Path | None) -> None:
    """Refuse early what would be refused late, and never write among other files."""
    if folder is None:
        if file is not None and file.is_dir():
            raise MootError(f"{file} is a folder; --one-file names a file")
        if file is not None:
            try:
                keep_what_is_read(file, str(file))
            except OSError as error:
                raise MootError(f"{file} cannot be written: {error.strerror or error}") from None
        return
    if folder.exists() and not folder.is_dir():
        raise MootError(f"{folder} is a file; -o names a folder")
    if folder.is_dir() and any(folder.iterdir()) and not _ours(folder):
        raise MootError(f"{folder} holds other files than a page of moot's; name a new or an empty folder")


def _ours(folder: Path) -> bool:
    from moot.web.build.site import MARK

    try:
        return MARK.encode() in (folder / "index.html").read_bytes()[:8000]
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise MootError(f"{path} cannot be written: {error.strerror or error}") from None


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB"
