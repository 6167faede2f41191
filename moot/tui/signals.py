"""Leave the game in order when the session is ended or the terminal goes away."""

from __future__ import annotations

import asyncio
import contextlib
import select
import signal
import sys

from textual.app import App

__all__ = ["watch"]

_LOOK_EVERY = 1.0
"""Seconds between looks at whether the terminal is still there."""


def watch(app: App[int]) -> None:
    """Exit, with the terminal restored, on SIGTERM and SIGHUP and when the terminal has been closed."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, app.exit, 128 + number)
    # Where SIGHUP is ignored nothing else tells: the thread that reads keys would find the end of input for ever.
    app.set_interval(_LOOK_EVERY, lambda: app.exit(128 + getattr(signal, "SIGHUP", 1)) if _hung_up() else None)


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
