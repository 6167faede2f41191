"""Workers that die, or cannot be started, end a command in one line; nothing waits for them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from moot.commands import working
from moot.errors import MootError

_DYING = """
from moot.commands import working
from tests.cli import test_workers_die as here

if __name__ == "__main__":
    working._deaf = here.dies
    try:
        with working.workers(2) as pool:
            list(pool.map(len, [b"x" * 1_000_000] * 8))
    except here.MootError as error:
        print(error)
"""


def dies() -> None:
    os._exit(1)


def test_workers_that_die_with_much_left_to_send_them_do_not_hang_the_command(tmp_path) -> None:
    """It hung on Python 3.11.2; CPython mended it in a later 3.11, where this passes either way."""
    script = tmp_path / "dying.py"
    script.write_text(_DYING)
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout == "a worker ended before its work was done; try fewer with --workers\n"


def test_a_worker_that_cannot_be_started_is_told_as_that(monkeypatch) -> None:
    from concurrent.futures import ProcessPoolExecutor

    def refuse(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    with pytest.raises(MootError, match="a worker cannot be started: resource temporarily unavailable"):  # noqa: SIM117
        with working.workers(2) as pool:
            pool.submit(len, "")


def test_another_fault_of_a_file_under_the_work_is_not_told_as_a_worker_s() -> None:
    with pytest.raises(PermissionError), working.workers(1):
        raise PermissionError(13, "no")
