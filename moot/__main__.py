"""Where the program starts, as ``moot`` and as ``python -m moot``."""

from __future__ import annotations

import signal

__all__ = ["main"]


def main() -> int:
    """Run the command line; returns its exit code. Ctrl-C ends it quietly from the first moment, before imports."""
    # Until there is somebody to say it, Ctrl-C ends the program as the system does.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from moot.cli import main as run

    signal.signal(signal.SIGINT, before)
    return run()


if __name__ == "__main__":
    raise SystemExit(main())
