"""Driving the page in Debian's Chromium, through its DevTools protocol."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from functools import cache
from pathlib import Path

import pytest

from moot.web.build import runtime as pyodide

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
IN_CI = os.environ.get("MOOT_CI") == "browser"
AXE = "axe-core@4.14.1"

LONG = 120_000
"""Milliseconds that a start of the interpreter may take on a machine that does much else."""


def interpreter() -> pyodide.Runtime:
    """Pyodide from the folder in MOOT_PYODIDE, or by npm."""
    folder = os.environ.get("MOOT_PYODIDE")
    return pyodide.from_folder(Path(folder)) if folder else pyodide.from_npm()


def playwright_or_skip(*, page: bool = True):
    """Playwright's ``sync_playwright``. In CI it must be there; elsewhere a module of tests is skipped without it, Chromium, and npm.

    A ``page`` of the game needs Pyodide, which MOOT_PYODIDE may name instead of npm.
    """
    if IN_CI:
        from playwright.sync_api import sync_playwright

        return sync_playwright
    found = pytest.importorskip("playwright.sync_api").sync_playwright
    if CHROMIUM is None:
        pytest.skip("chromium is not installed", allow_module_level=True)
    if shutil.which("npm") is None and not (page and os.environ.get("MOOT_PYODIDE")):
        what = "Pyodide is not here: install npm or set MOOT_PYODIDE" if page else "axe-core is not here: install npm"
        pytest.skip(what, allow_module_level=True)
    return found


@cache
def axe() -> str:
    """The text of axe-core's script, by npm."""
    import tempfile

    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["npm", "pack", AXE, "--silent"], cwd=work, check=True, capture_output=True)
        with tarfile.open(next(Path(work).glob("*.tgz"))) as archive:
            return archive.extractfile("package/axe.min.js").read().decode()


KEPT = """() => new Promise((resolve, reject) => {
  const asked = indexedDB.open("moot", 1);
  asked.onerror = () => reject(asked.error);
  asked.onsuccess = () => {
    const found = {};
    const cursor = asked.result.transaction("files").objectStore("files").openCursor();
    cursor.onsuccess = () => {
      if (!cursor.result) { asked.result.close(); resolve(found); return; }
      found[cursor.result.key] = cursor.result.value;
      cursor.result.continue();
    };
  };
})"""
"""A script that reads all that the page keeps in the browser's database."""


class Reader:
    """Somebody at the page. Presses keys, and looks at what is there; runs no script of their own but to look."""

    def __init__(self, page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def open(self, url: str) -> Reader:
        """Open the page; its engine may still be starting."""
        self.page.goto(url, wait_until="commit", timeout=LONG)
        self.page.wait_for_selector("#begin", timeout=LONG)
        return self

    def ready(self) -> Reader:
        """Wait until the engine has started."""
        self.page.wait_for_selector("html[data-ready]", state="attached", timeout=LONG)
        return self

    def begin(self) -> Reader:
        """Take the lectern by the keyboard, and wait for the first choice."""
        self.page.focus("#begin")
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(".option, #problem", timeout=LONG)
        assert not self.page.query_selector("#problem"), self.page.inner_text("#problem")
        return self

    @property
    def options(self) -> list[str]:
        return [each.inner_text() for each in self.page.query_selector_all(".option")]

    @property
    def focused(self) -> dict:
        """What has the focus: its tag, id, classes and text."""
        return self.page.evaluate(
            "() => { const at = document.activeElement; return {tag: at.tagName, id: at.id, classes: [...at.classList], text: at.innerText}; }"
        )

    def choose(self, number: int) -> None:
        """Press the digit of a choice; sitting down is confirmed."""
        before = self.page.inner_html("#choices")
        self.page.keyboard.press(str(number))
        for _ in range(4000):
            if self.page.query_selector("dialog[open]"):
                self.page.keyboard.press("Enter")
            elif not self.page.query_selector("main.lectern") or (
                not self.page.query_selector("#choices[aria-busy]") and self.page.inner_html("#choices") != before
            ):
                return
            self.page.wait_for_timeout(15)
        raise AssertionError(f"nothing came of choice {number}: {before}")

    def judgment(self) -> None:
        """From the submitted case to the whole debrief."""
        if self.page.query_selector("#judgment"):
            self.page.keyboard.press("1")
        self.page.wait_for_selector("#skip-asked, #debrief[data-told]", state="attached", timeout=LONG)
        if self.page.query_selector("#skip-asked"):
            self.page.click("#skip-asked")
        self.page.wait_for_selector("#debrief[data-told]", state="attached", timeout=LONG)

    def saved(self, what: str) -> tuple[str, str]:
        """The name and the text of a file that the page gives: `Save the record` or `Save the transcript`."""
        self.page.click("#tools >> text=Save")
        with self.page.expect_download() as waiting:
            self.page.click(f"dialog >> text={what}")
        self.page.keyboard.press("Escape")
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_text(encoding="utf-8")

    def kept(self) -> dict[str, str]:
        """What the page keeps in the browser's database, by key."""
        return self.page.evaluate(KEPT)

    def axe(self) -> list[str]:
        """What axe-core finds wrong on the page as it stands."""
        self.page.evaluate(axe())
        found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{one['id']}: {one['help']}: {node['html'][:160]} {node['failureSummary'][:300]}"
            for one in found["violations"]
            for node in one["nodes"]
        ]
