"""The pictures of the README, made from the game itself: docs/pictures/*.svg.

    python scripts/pictures.py [--check]

--check makes them again, compares, and exits with 1 where one is stale; a test does the same.
"""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

FOLDER = ROOT / "docs" / "pictures"
SIZE = (100, 32)
SHOWN = ("lectern-question", "conference", "debrief")


def plain(svg):
    """The picture without addresses (any monospaced font will do) and without a number made of its text."""
    svg = re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    return svg.replace("font-family: Fira Code, monospace", "font-family: monospace").replace("Fira Code", "monospace")


def shot(app):
    """The screen as SVG, with what differs from day to day left out."""
    from tests.tui.places import still

    return plain(still(app.export_screenshot(title="moot")))


async def taken():
    """Every picture by name."""
    from moot.tui.app import MootApp
    from moot.tui.options import Options
    from tests.tui.places import places

    found = {}
    saves = Path("saves")
    app = MootApp(Options(saves=saves))
    async with app.run_test(size=SIZE) as pilot:
        async for place in places(app, pilot, saves):
            if place in SHOWN:
                found[place] = shot(app)
            if len(found) == len(SHOWN):
                break
    return found


def pictures():
    """Every picture by name, made in an empty folder."""
    before, os.environ["TEXTUAL_ANIMATIONS"] = Path.cwd(), "none"
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return asyncio.run(taken())
        finally:
            os.chdir(before)


def stale():
    """The names of the pictures that are not what the game shows now."""
    found = pictures()
    kept = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    return sorted(name for name in set(found) | set(kept) if found.get(name) != kept.get(name))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if args.check:
        found = stale()
        for name in found:
            print(f"{FOLDER / name}.svg is stale: run scripts/pictures.py and look at it")
        sys.exit(1 if found else 0)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, svg in pictures().items():
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
        print(FOLDER / f"{name}.svg")


if __name__ == "__main__":
    main()
