"""`moot serve`: a folder that `moot web` made, on this machine and for this machine alone."""

from __future__ import annotations

import argparse

from moot.commands.printing import say
from moot.files.folders import home_of

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Serve until it is stopped from the keyboard."""
    from moot.web.serve import server_for

    with server_for(home_of(args.folder), args.port) as server:
        say(f"http://127.0.0.1:{server.server_port}/ (stop with ctrl-c)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("\nstopped")
    return 0
