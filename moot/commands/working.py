"""Long work: a pool of processes, and a bar that shows how far it has come."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from moot.errors import MootError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

__all__ = ["MOST_A_CORE", "progress", "workers"]

MOST_A_CORE = 4
"""More processes than this a core only take memory: each holds a whole interpreter with the case."""

_NO_PROCESS = (errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENFILE)
"""What the system says when a process cannot be started."""


@contextmanager
def workers(number: int) -> Iterator[Executor | None]:
    """A pool of so many processes, four a core at most; None, for this process alone, where one is enough."""
    number = min(number, MOST_A_CORE * (os.cpu_count() or 1))
    if number == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Started afresh, because a process with threads (the bar has one) is not safely copied.
    pool = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_deaf)
    try:
        yield pool
    except BrokenProcessPool:
        _unblock(pool)
        raise MootError("a worker ended before its work was done; try fewer with --workers") from None
    except OSError as error:
        if error.errno not in _NO_PROCESS:
            raise
        _unblock(pool)
        why = error.strerror or str(error)
        raise MootError(f"a worker cannot be started: {why.lower()}; try fewer with --workers") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _unblock(pool: ProcessPoolExecutor) -> None:
    """Let a pool whose workers are dead be closed.

    In early releases of Python 3.11 (3.11.2 is one) the thread that feeds the workers waits forever where a dead one left the pipe full
    (CPython's gh-94777), and the pool waits for that thread.
    """
    reader = getattr(getattr(pool, "_call_queue", None), "_reader", None)
    if reader is not None:
        with suppress(OSError):
            reader.close()


def _deaf() -> None:
    """Ctrl-C is for the process that holds the workers; it stops them."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def progress(number: int, what: str) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; nothing where nobody watches. ``what`` is counted."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=number)
        yield lambda: bar.advance(task)
