"""Run the game in this terminal."""

from __future__ import annotations

import sys

from moot.files.text import harmless
from moot.tui.app import MootApp
from moot.tui.options import Options

__all__ = ["run"]


def run(options: Options) -> int:
    """Play; returns the exit code. Standard input must be a terminal (the command line sees to it)."""
    app = MootApp(options)
    code = app.run()
    sitting = app.sitting
    if sitting is not None and sitting.session.round.ply:
        done = sitting.session.round.turn is None
        more = "" if done else f"; go on with: moot play --resume {sitting.path}"
        sys.stderr.write(harmless(f"Saved in {sitting.path}{more}\n"))
    return (app.return_code or 0) if code is None else code
