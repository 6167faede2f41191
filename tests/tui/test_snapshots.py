"""Every screen as it was last looked at: three sizes in the default theme, and the other themes at one size.

Kept by syrupy, a file each, as text: the characters, then the inks. After a change that is meant, `python scripts/snapshots.py` writes them
again; look at the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.themes import DEFAULT, THEMES
from tests.tui.places import PLACES, drawn, places

pytest.importorskip("syrupy", reason="needs syrupy, of the dev extra")

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

SIZES = ((60, 20), (80, 24), (120, 40))
OTHERS = sorted(theme.name for theme in THEMES if theme.name != DEFAULT)


class Screens(SingleFileSnapshotExtension):
    """A text file for each screen."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("theme", "size"), [*((DEFAULT, size) for size in SIZES), *((theme, (80, 24)) for theme in OTHERS)], ids=str
)
async def test_the_screens_are_as_they_were_last_looked_at(theme, size, snapshot, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.chdir(tmp_path)
    saves = Path("saves")
    app = MootApp(Options(saves=saves))
    app.theme = theme
    found = {}
    async with app.run_test(size=size) as pilot:
        async for place in places(app, pilot, saves):
            found[place] = drawn(app)
    assert set(found) <= set(PLACES)
    assert set(PLACES) - set(found) <= {"prompt"}
    different = [
        place
        for place, text in found.items()
        if text != snapshot(name=f"{theme}-{size[0]}x{size[1]}-{place}", extension_class=Screens)
    ]
    assert not different, f"look at these, then run scripts/snapshots.py: {', '.join(different)}"
