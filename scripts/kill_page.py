"""Kills a browser in which the page is played, at random instants, and looks at what is left when the page is opened again.

    moot web first-argument --one-file page.html
    python scripts/kill_page.py page.html -n 50

SIGKILL goes to the browser and all its processes at once while a choice is being made, shown or thought about. Whatever stood on the
screen must be in the sitting that the page goes on with, word for word, and its record must be one that a terminal reads whole.
Exit 1 if it is not. Needs Chromium and Playwright's driver (the `browser` extra).
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, sync_playwright

from moot.errors import MootError
from moot.files.records.reading import parse_record

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LONG = 180_000
SPOKEN = (
    "() => [...document.querySelectorAll('.log .speech .words, .log .question .words')].map((each) => each.textContent)"
)
RECORDS = """() => new Promise((resolve) => {
  const asked = indexedDB.open("moot", 1);
  asked.onsuccess = () => {
    const all = asked.result.transaction("files").objectStore("files").getAll(IDBKeyRange.bound("moot/record/", "moot/record0"));
    all.onsuccess = () => { asked.result.close(); resolve(all.result); };
  };
})"""


def processes(folder: str) -> list[int]:
    """The browser that keeps its profile in this folder, and all processes below it."""
    children: dict[int, list[int]] = {}
    first = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            children.setdefault(int((place / "stat").read_text().rsplit(")", 1)[1].split()[1]), []).append(
                int(place.name)
            )
            words = (place / "cmdline").read_bytes().split(b"\0")
            if f"--user-data-dir={folder}".encode() in words and not any(each.startswith(b"--type=") for each in words):
                first.append(int(place.name))
    found: list[int] = []
    while first:
        found.append(first.pop())
        first += children.get(found[-1], [])
    return found


def kill_all(folder: str) -> None:
    """SIGKILL to all of them, the browser first."""
    for pid in processes(folder):
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)


@contextlib.contextmanager
def browser(driver: Any, folder: str) -> Iterator[Page]:
    """A page in a browser that keeps its profile in this folder."""
    context = driver.chromium.launch_persistent_context(
        folder, executable_path=CHROMIUM, args=["--no-sandbox"], offline=True
    )
    try:
        yield context.new_page()
    finally:
        with contextlib.suppress(Error):
            context.close()


def opened(page: Page, url: str, button: str) -> None:
    """Open the page, press a button when the engine is ready, and wait for the first choices."""
    page.goto(url, wait_until="commit")
    page.wait_for_selector("html[data-ready]", state="attached", timeout=LONG)
    page.click(button, timeout=LONG)
    page.wait_for_selector(".option, #judgment", timeout=LONG)


def played(page: Page, dice: random.Random, seen: list[list[str]]) -> None:
    """Choose until the browser is gone; ``seen`` gets what stands on the screen after each choice."""
    while not page.query_selector("#judgment"):
        before = page.inner_html("#choices")
        page.keyboard.press(str(dice.choice((1, 1, 2, 3))))
        for _ in range(40):
            if page.query_selector("dialog[open]"):
                page.keyboard.press("Escape")
                break
            seen.append(page.evaluate(SPOKEN))
            if page.inner_html("#choices") != before and not page.query_selector("#choices[aria-busy]"):
                break


def kill_once(driver: Any, url: str, dice: random.Random) -> tuple[str, int]:
    """Play, kill, open again: what was found, and how much had been said on the screen."""
    folder = tempfile.mkdtemp(prefix="moot-kill-page-")
    seen: list[list[str]] = []
    try:
        with browser(driver, folder) as page:
            opened(page, f"{url}#case=first-argument&seed={dice.randrange(1000)}", "#begin")
            seen.append(page.evaluate(SPOKEN))
            timer = threading.Timer(dice.uniform(0, 10), kill_all, (folder,))
            timer.start()
            with contextlib.suppress(Error):
                played(page, dice, seen)
            timer.join()
        with browser(driver, folder) as page:
            opened(page, url, "#kept button:has-text('Go on')")
            again, records = page.evaluate(SPOKEN), page.evaluate(RECORDS)
    except Error as error:
        return f"LOST: {str(error).splitlines()[0]}", len(seen[-1]) if seen else 0
    finally:
        kill_all(folder)
        shutil.rmtree(folder, ignore_errors=True)
    return looked_at(seen[-1], again, records), len(seen[-1])


def looked_at(before: list[str], again: list[str], records: list[str]) -> str:
    """What is left after a kill, in a few words."""
    if len(records) != 1:
        return f"LOST: {len(records)} records"
    try:
        read = parse_record(records[0].encode(), Path("page.jsonl"))
    except MootError as error:
        return f"LOST: {error}"
    if read.data.torn or read.data.damage:
        return "LOST: the record is damaged"
    if again[: len(before)] != before:
        return f"LOST: {len(before)} speeches stood on the screen, {len(again)} are there"
    return "all that was shown is there" + (", and what was under way" if len(again) > len(before) else "")


def main(words: list[str] | None = None) -> int:
    """Kill so often, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    dice, found, said = random.Random(asked.seed), collections.Counter[str](), []
    with sync_playwright() as driver:
        for _ in range(asked.n):
            what, many = kill_once(driver, asked.page.resolve().as_uri(), dice)
            found[what] += 1
            said.append(many)
    said.sort()
    print(f"speeches on the screen when killed: {said[0]} to {said[-1]}, {said[len(said) // 2]} in the middle")
    for what, many in found.most_common():
        print(f"  {many:5,}  {what}")
    return 1 if any(what.startswith("LOST") for what in found) else 0


if __name__ == "__main__":
    sys.exit(main())
