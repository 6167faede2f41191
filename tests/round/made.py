"""A small round before two judges, for tests of its parts."""

from __future__ import annotations

import moot
from moot.round.formats import one_speaker
from tests import support as small

FORM = one_speaker("ours", "Ours", 60, (0, 2))
OPEN = ("roadmap pa,pb reserve 2", "plead p1")


def started(*line: str, case: moot.Case | None = None, **more) -> moot.Round:
    """A round of this case, or of a small one, after these moves."""
    bench = small.bench(small.judge("j"), small.judge("k", 2))
    return moot.Round.from_line(case or small.case(), bench, line, format=FORM, **more)
