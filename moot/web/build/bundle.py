"""The Python of the page as one archive, and the licenses of everything bundled."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import moot
from moot.errors import MootError
from moot.web.build.modules import moot_modules
from moot.web.build.runtime import VERSION

__all__ = ["app_archive", "licenses"]

_LIBRARIES = {
    "transitions": ("transitions/__init__.py", "transitions/core.py", "transitions/version.py"),
    "six": ("six.py",),
}
"""The libraries that the engine imports, and the files of each that it needs."""


def app_archive() -> bytes:
    """The modules of the engine and of the libraries it imports. The same sources give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, path in moot_modules().items():
            place = name.replace(".", "/") + ("/__init__.py" if path.name == "__init__.py" else ".py")
            _add(archive, place, path.read_bytes())
        for name, files in _LIBRARIES.items():
            found = _installed(name)
            for file in files:
                _add(archive, file, Path(str(found.locate_file(file))).read_bytes())
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise MootError(f"the page needs the package {name}, which is not installed") from None


def licenses() -> list[dict[str, Any]]:
    """What is bundled in the page: name, version, license, where it comes from, and the text where it must go with copies."""
    out = [
        {
            "name": "moot",
            "version": moot.__version__,
            "license": "MIT license.",
            "source": "The game, its cases and judges.",
            "text": _own(),
        },
        {
            "name": "Pyodide",
            "version": VERSION,
            "license": "Mozilla Public License 2.0.",
            "source": f"npm package pyodide {VERSION}, unchanged; its sources are public under the same name.",
            "text": "",
        },
        {
            "name": "CPython",
            "version": "as in Pyodide",
            "license": "Python Software Foundation License 2.",
            "source": "The interpreter and its standard library.",
            "text": "",
        },
        {
            "name": "Emscripten",
            "version": "as in Pyodide",
            "license": "MIT license.",
            "source": "What the interpreter runs on.",
            "text": "",
        },
    ]
    for name in _LIBRARIES:
        found = _installed(name)
        text = "\n\n".join(
            Path(str(found.locate_file(file))).read_text(encoding="utf-8", errors="replace")
            for file in found.files or ()
            if Path(str(file)).name.upper().startswith(("LICENSE", "COPYING"))
        )
        out.append(
            {
                "name": name,
                "version": found.version,
                "license": "MIT license.",
                "source": f"PyPI package {name}.",
                "text": text,
            }
        )
    return out


def _own() -> str:
    """The license of moot: beside the package in a checkout, in its metadata where it is installed."""
    here = Path(moot.__file__).resolve().parent.parent / "LICENSE"
    if here.is_file():
        return here.read_text(encoding="utf-8")
    try:
        files = distribution("moot").files or ()
        return next(Path(str(file.locate())).read_text(encoding="utf-8") for file in files if file.name == "LICENSE")
    except (PackageNotFoundError, StopIteration, OSError):
        return ""
