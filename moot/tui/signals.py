"""Leave the game in order when the session is ended or the terminal goes away."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading

from textual.app import App

__all__ = ["watch"]

_LOOK_EVERY = 1.0
"""Seconds between looks at whether the terminal is still there."""


_PATIENCE = 5.0
"""Seconds that leaving in order may take."""

_HANGUP = 128 + getattr(signal, "SIGHUP", 1)


def watch(app: App[int]) -> None:
    """Exit, with the terminal restored, on SIGTERM and SIGHUP; exit at once when the terminal has been closed."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, _leave, app, 128 + number)
    # Where SIGHUP is ignored nothing else tells: the thread that reads keys would find the end of input forever.
    app.set_interval(_LOOK_EVERY, _look)


def _leave(app: App[int], code: int) -> None:
    _look()
    # The threads of the screen may wait for a terminal that takes nothing any more.
    last = threading.Timer(_PATIENCE, os._exit, (code,))
    last.daemon = True
    last.start()
    app.exit(code)


def _look() -> None:
    """End the program if the terminal is gone: there is nothing to restore, and every move is on the disk."""
    if _hung_up():
        os._exit(_HANGUP)


def _hung_up() -> bool:
    """Whether nobody is at the other end of standard input."""
    if sys.stdin is None or not hasattr(select, "poll"):
        return False
    try:
        poll = select.poll()
        poll.register(sys.stdin.fileno(), select.POLLPRI)
        found = poll.poll(0)
    except (OSError, ValueError):
        return True
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in found)
