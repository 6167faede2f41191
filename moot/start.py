"""Where the program starts: Ctrl-C ends it quietly from the first moment, before the rest is imported."""

from __future__ import annotations

import signal

__all__ = ["main"]


def main() -> int:
    """Run the command line; returns its exit code."""
    # Until there is somebody to say it, Ctrl-C ends the program as the system does.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from moot.cli import main as run

    signal.signal(signal.SIGINT, before)
    return run()
