"""How the page starts its engine: the compiled library is put in use, and what the first choice needs is imported."""

from __future__ import annotations

import pickle
from pathlib import Path

from moot.files.library import Library, use

__all__ = ["start"]


def start(compiled: str) -> None:
    """Put the library in use that the build of this page compiled; it came in the page itself, as this code did."""
    library = pickle.loads(Path(compiled).read_bytes())  # noqa: S301 (part of the page, never a file of a person's)
    assert isinstance(library, Library)
    use(library)
    import moot.web.page.calls  # noqa: F401 (imported now, while progress is shown)
