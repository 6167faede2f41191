"""A page that starts sooner: what it loads at its start is compiled when it is built, by the interpreter that it carries.

Most of a start of Pyodide goes into compiling Python. Bytecode is good for one version of the interpreter alone, so the
interpreter of the page makes it, run by node.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from moot.errors import MootError
from moot.web.build.runtime import Runtime
from moot.web.build.site import Site

__all__ = ["precompiled"]

_TIMEOUT = 300
"""Seconds that node may take; a few are usual."""


def precompiled(site: Site, runtime: Runtime) -> Site:
    """The page with bytecode of the modules that its start loads; as it is where node is not installed.

    Raises ``MootError`` where the interpreter does not start under node.
    """
    node = shutil.which("node") or shutil.which("nodejs")
    if node is None:
        return site
    scripts = files("moot.web.build")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        for name, data in runtime.files.items():
            (folder / name).write_bytes(data)
        given = {"app.zip": "app.zip", "python_stdlib.zip": "std.zip", "library": "library"}
        for part, name in given.items():
            (folder / name).write_bytes(site.parts[part])
        for name in ("bytecode.py", "precompile.mjs"):
            (folder / name).write_bytes((scripts / name).read_bytes())
        try:
            done = subprocess.run(  # noqa: S603 (node as found on the path, with the interpreter that the page will carry)
                [node, str(folder / "precompile.mjs"), work],
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                cwd=work,
                timeout=_TIMEOUT,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise MootError(f"the interpreter of the page could not be started by node: {error}") from None
        made = {"app.zip": folder / "app.out", "python_stdlib.zip": folder / "std.out"}
        if done.returncode or not all(path.is_file() for path in made.values()):
            lines = done.stderr.strip().splitlines()
            why = next(
                (line for line in lines if "Error" in line), lines[-1] if lines else f"exit code {done.returncode}"
            )
            raise MootError(f"the interpreter of the page could not be started by node: {why.strip()[:200]}")
        return replace(site, parts=site.parts | {part: path.read_bytes() for part, path in made.items()})
