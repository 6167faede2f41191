"""Writes a certificate of each shipped case (or of those named) and has the independent checker look at it: sizes, seconds, its answer.

    python scripts/certificates.py [CASE ...]

The large cases take up to half a minute of processor time each: the checker is plain Python.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from moot.cli import main
from moot.files.folders import list_cases

CHECKER = Path(__file__).parent.parent / "docs" / "check_certificate.py"


def certify(id: str, folder: Path) -> bool:
    """One case: whether its certificate is accepted."""
    source, path = list_cases()[id], folder / f"{id}.json"
    began = time.perf_counter()
    assert main(["export", id, "--certificate", str(path)]) == 0
    wrote = time.perf_counter() - began
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-I", str(CHECKER), str(path), str(source)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    took = time.perf_counter() - began
    said = (done.stdout or done.stderr).strip()
    print(
        f"{id}: {path.stat().st_size:,} bytes, written in {wrote:.1f} s, looked at in {took:.1f} s: {said}", flush=True
    )
    return done.returncode == 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        accepted = [certify(id, Path(folder)) for id in sys.argv[1:] or sorted(list_cases())]
    raise SystemExit(not all(accepted))
