"""Run the game in this terminal."""

from __future__ import annotations

import contextlib
import sys

from moot.errors import MootError
from moot.files.text import harmless
from moot.tui.app import MootApp
from moot.tui.options import Options

__all__ = ["run"]


def run(options: Options) -> int:
    """Play; returns the exit code. Standard input must be a terminal (the command line sees to it)."""
    app = MootApp(options)
    code = app.run()
    sitting = app.sitting
    if sitting is not None and not sitting.drop() and sitting.session.round.ply:
        from moot.files.records import Record

        done = sitting.session.round.turn is None
        more = "" if done else f"; go on with: moot play --resume {sitting.path}"
        said = f"Saved in {sitting.path}{more}"
        try:
            if isinstance(sitting.session.recorder, Record):
                sitting.session.recorder.restore()
        except MootError as error:
            said = f"Not saved: {error}"
        # The terminal may be gone.
        with contextlib.suppress(OSError):
            sys.stderr.write(harmless(f"{said}\n"))
    return (app.return_code or 0) if code is None else code
