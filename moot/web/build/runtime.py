"""Where the Python interpreter of the page comes from: the npm package of Pyodide at one version, its integrity checked."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from moot.errors import MootError

__all__ = ["INTEGRITY", "VERSION", "Runtime", "from_folder", "from_npm", "small_stdlib"]

PACKAGE = "pyodide"
VERSION = "314.0.7"
INTEGRITY = "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
"""What npm says of this version, checked against what was fetched: a changed package is refused."""

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")

UNUSED = (
    "_pydatetime",
    "_pyio",
    "_pyrepl",
    "bdb",
    "cProfile",
    "cmd",
    "code",
    "colorsys",
    "compileall",
    "configparser",
    "ctypes",
    "curses",
    "dbm",
    "doctest",
    "ensurepip",
    "filecmp",
    "fileinput",
    "ftplib",
    "getpass",
    "idlelib",
    "imaplib",
    "lib2to3",
    "mailbox",
    "modulefinder",
    "multiprocessing",
    "netrc",
    "optparse",
    "pdb",
    "pickletools",
    "plistlib",
    "poplib",
    "profile",
    "pstats",
    "pty",
    "py_compile",
    "pyclbr",
    "pydoc",
    "pydoc_data",
    "rlcompleter",
    "sched",
    "shelve",
    "smtplib",
    "socketserver",
    "sqlite3",
    "symtable",
    "tabnanny",
    "tarfile",
    "timeit",
    "tkinter",
    "trace",
    "turtle",
    "unittest",
    "venv",
    "wave",
    "wsgiref",
    "xml",
    "xmlrpc",
    "zipapp",
)
"""Parts of the standard library that nothing in the page imports."""

_ENCODINGS = frozenset(
    {
        "__init__",
        "aliases",
        "ascii",
        "cp437",
        "idna",
        "latin_1",
        "punycode",
        "raw_unicode_escape",
        "unicode_escape",
        "utf_8",
        "utf_8_sig",
        "utf_16",
        "utf_32",
    }
)


@dataclass(frozen=True)
class Runtime:
    """The interpreter's files by name."""

    files: dict[str, bytes]

    @property
    def lock_info(self) -> bytes:
        """What the interpreter asks of its list of packages; the page has none of them."""
        return json.dumps(json.loads(self.files["pyodide-lock.json"])["info"]).encode()


def from_folder(folder: Path) -> Runtime:
    """The interpreter in an unpacked npm package (or in the folder ``package`` inside it). Raises ``MootError``."""
    for place in (folder, folder / "package"):
        if (place / FILES[0]).is_file():
            break
    else:
        raise MootError(
            f"{folder} is no Pyodide: it has no file {FILES[0]}; unpack the npm package {PACKAGE} {VERSION} there"
        )
    try:
        files = {name: (place / name).read_bytes() for name in FILES}
        version = json.loads((place / "package.json").read_bytes())["version"]
    except FileNotFoundError as error:
        raise MootError(f"{folder} is no whole Pyodide: there is no file {error.filename}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MootError(f"the Pyodide in {folder} cannot be read: {error}") from None
    if version != VERSION:
        raise MootError(f"the Pyodide in {folder} is version {version}; this moot is tested with {VERSION}")
    return Runtime(files)


def from_npm() -> Runtime:
    """The interpreter, fetched by the npm client by name and version, and checked. Raises ``MootError``."""
    npm = shutil.which("npm")
    if npm is None:
        raise MootError(
            f"the page needs Python for browsers: install npm, which fetches {PACKAGE} {VERSION}, or give its unpacked "
            "package with --pyodide DIR"
        )
    with tempfile.TemporaryDirectory() as work:
        done = subprocess.run(  # noqa: S603 (the client found on the path, by name and pinned version)
            [npm, "pack", f"{PACKAGE}@{VERSION}", "--silent", "--pack-destination", work],
            capture_output=True,
            text=True,
            check=False,
            cwd=work,
        )
        packed = sorted(Path(work).glob("*.tgz"))
        if done.returncode or not packed:
            why = " ".join(done.stderr.split())[:200] or f"exit code {done.returncode}"
            raise MootError(
                f"npm could not fetch {PACKAGE} {VERSION}: {why}; or give its unpacked package with --pyodide DIR"
            )
        data = packed[0].read_bytes()
    return from_archive(data)


def from_archive(data: bytes) -> Runtime:
    """The interpreter in the archive that npm fetched. Raises ``MootError`` where it is not the one that is known."""
    found = "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != INTEGRITY:
        raise MootError(f"what npm gave for {PACKAGE} {VERSION} is not that package: its integrity is {found[:20]}…")
    files = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for name in FILES:
            member = archive.extractfile(f"package/{name}")
            if member is None:
                raise MootError(f"{PACKAGE} {VERSION} has no file {name}")
            files[name] = member.read()
    return Runtime(files)


def small_stdlib(data: bytes) -> bytes:
    """The standard library without what the page never imports, and not compressed, for it is compressed as a whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as small:
        for entry in sorted(whole.infolist(), key=lambda entry: entry.filename):
            if not entry.is_dir() and _used(entry.filename):
                small.writestr(zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), whole.read(entry))
    return out.getvalue()


def _used(name: str) -> bool:
    top, _, rest = name.partition("/")
    if top == "encodings":
        return rest.partition(".")[0] in _ENCODINGS
    return top.partition(".")[0] not in UNUSED
