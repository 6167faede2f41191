"""What the page keeps survives a browser that is killed, a full or forbidden storage, other tabs, and what others put there.

Needs what test_browser.py needs; a long run of the kills is ``scripts/kill_page.py``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.web.browser import CHROMIUM, LONG, Reader, interpreter, playwright_or_skip

sync_playwright = playwright_or_skip()

from moot.web.build.compiled import library_of
from moot.web.build.precompile import precompiled
from moot.web.build.site import make, one_file
from moot.web.serve import server_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]

LEGACY = "() => Object.entries(localStorage).filter(([key]) => key.startsWith('moot/record/')).length"

PUT = """([key, text]) => new Promise((resolve, reject) => {
  const asked = indexedDB.open("moot", 1);
  asked.onsuccess = () => {
    const under = asked.result.transaction("files", "readwrite");
    under.objectStore("files").put(text, key);
    under.oncomplete = () => { asked.result.close(); resolve(); };
    under.onabort = () => reject(under.error);
  };
})"""

NO_DATABASE = "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError'); }});"
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "moot.html"
    python = interpreter()
    path.write_bytes(one_file(precompiled(make(library_of(["first-argument"]), python, {}), python)))
    return path


@pytest.fixture
def context():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        made = browser.new_context(offline=True)
        yield made
        made.close()
        browser.close()


@pytest.fixture
def reader(context, file):
    """A function that opens the page in one context, so that all its tabs share what is kept."""

    def opened(words="case=first-argument&seed=2"):
        return Reader(context.new_page()).open(f"{file.as_uri()}#{words}")

    return opened


def records(at):
    return {key.removeprefix("moot/record/"): text for key, text in at.kept().items() if key.startswith("moot/record/")}


def go_on(at):
    at.ready().page.click("#kept button:has-text('Go on')")
    at.page.wait_for_selector(".option", timeout=LONG)
    return at


def test_a_browser_that_is_killed_loses_nothing_that_was_shown(file, tmp_path):
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "kill_page.py"), str(file), "-n", "3", "--seed", "5"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "MOOT_SAVES": str(tmp_path)},
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all that was shown is there" in done.stdout


def test_a_sitting_that_an_older_page_kept_is_gone_on_with(reader):
    at = reader().begin()
    for _ in range(4):
        at.choose(1)
    options, (name, text) = at.options, next(iter(records(at).items()))
    at.page.evaluate(
        """async ([name, text]) => {
          const under = await new Promise((resolve) => {
            const asked = indexedDB.open("moot", 1);
            asked.onsuccess = () => resolve(asked.result.transaction("files", "readwrite"));
          });
          under.objectStore("files").clear();
          await new Promise((resolve) => { under.oncomplete = resolve; });
          localStorage.setItem(`moot/record/${name}`, text);
        }""",
        [name, text],
    )
    at.page.close()
    at = go_on(reader(""))
    assert at.options == options
    at.choose(1)
    assert records(at)[name].startswith(text)
    assert len(records(at)[name]) > len(text)


def test_full_storage_is_told_and_the_sitting_goes_on_and_is_kept_once_there_is_room(context, file, tmp_path):
    shutil.copy(file, tmp_path / "index.html")
    server = server_for(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    context.set_offline(False)
    at = Reader(context.new_page()).open(f"{origin}/#case=first-argument&seed=2")
    browser = context.new_cdp_session(at.page)

    def quota(**size):
        browser.send("Storage.overrideQuotaForOrigin", {"origin": origin, **size})

    # The browser asks again about room only after a while, so it is full from the first write on.
    quota(quotaSize=1)
    at.begin()
    at.page.wait_for_selector("#status >> text=storage is full", timeout=LONG)
    for _ in range(4):
        at.choose(1)
    assert not records(at)
    at.page.click("#home")
    go_on(at).choose(1)
    _, whole = at.saved("Save the record")
    assert not records(at)
    quota()
    at.choose(1)
    assert next(iter(records(at).values())).startswith(whole)
    assert len(records(at)) == 1
    assert not at.errors
    server.shutdown()
    server.server_close()


def test_a_move_is_kept_where_the_browser_has_no_database(context, reader):
    context.add_init_script(NO_DATABASE)
    at = reader().begin()
    at.choose(1)
    assert at.page.evaluate(LEGACY) == 1
    at.page.close()
    go_on(reader(""))


def test_where_nothing_is_kept_the_page_says_so_and_nothing_else(context, reader):
    context.add_init_script(NO_DATABASE + NO_STORAGE)
    at = reader().ready()
    assert "keeps nothing for this page" in at.page.inner_text("#kept")
    assert "Every move is kept" not in at.page.inner_text("main")
    at.begin()
    for _ in range(4):
        at.choose(1)
    at.page.wait_for_selector("#status >> text=save the record before you close it", timeout=LONG)
    at.page.click("#tools >> text=Save")
    assert "Every move is kept" not in at.page.inner_text("dialog")
    at.page.keyboard.press("Escape")
    assert at.saved("Save the record")[1].count("\n") > 2
    assert not at.errors


def test_two_tabs_that_begin_at_the_same_instant_keep_a_sitting_each(context, reader):
    context.add_init_script("Date.now = () => 1795730000000;")
    one, two = reader().ready(), reader("case=first-argument&seed=3").ready()
    for each in (one, two):
        each.page.bring_to_front()
        each.begin().choose(1)
    found = records(one)
    assert len(found) == 2
    assert {'"seed":2' in text.replace(" ", "") for text in found.values()} == {True, False}
    for each in (one, two):
        each.page.bring_to_front()
        each.choose(1)
        assert "another tab" not in each.page.inner_text("#status")


def test_a_sitting_deleted_in_another_tab_is_kept_again_at_the_next_move(reader):
    one = reader().begin()
    for _ in range(4):
        one.choose(1)
    two = reader("").ready()
    two.page.click("#kept button:has-text('Delete')")
    two.page.click("dialog button:has-text('Delete')")
    two.page.wait_for_selector("#kept >> text=None yet", timeout=LONG)
    assert not records(two)
    one.page.bring_to_front()
    one.choose(1)
    one.page.wait_for_selector("#status >> text=kept again", timeout=LONG)
    assert list(records(one).values()) == [one.saved("Save the record")[1]]


def test_practice_in_two_tabs_is_kept_from_both(reader):
    tabs = [reader().ready(), reader().ready()]
    for at in tabs:
        at.page.bring_to_front()
        at.page.click("#drill")
        at.page.wait_for_selector("main.drill .option", timeout=LONG)
    for at in tabs:
        at.page.bring_to_front()
        at.page.keyboard.press("1")
        at.page.wait_for_selector("#graded:has-text('You answer')", timeout=LONG)
    assert tabs[0].kept()["moot/practice"].count("\n") == 2


def test_names_and_texts_that_others_put_into_the_storage_stop_nothing(reader):
    at = reader().ready()
    hostile = "<img src=x onerror=alert(1)>"
    for key, text in (
        ("moot/record/../../etc/passwd", "x"),
        ("moot/record/a/b.jsonl", "x"),
        ("moot/record/..", "x"),
        ("moot/record/", "x"),
        ("moot/record/\u0000.jsonl", "x"),
        (f"moot/record/{'n' * 5000}.jsonl", "x"),
        (f"moot/record/{hostile}.jsonl", f'{{"case": "{hostile}"}}\n'),
        ("moot/record/null.jsonl", "null\n"),
        ("moot/record/number.jsonl", 7),
        ("moot/record/empty.jsonl", ""),
        ("moot/record/practice.log", "x"),
        ("moot/practice", "garbage\n" * 3),
        ("moot/record/cut.jsonl", '{"moot":"record/1","case":"first-argument"}\n{"n"'),
    ):
        at.page.evaluate(PUT, [key, text])
    at.page.close()
    at = reader().ready()
    assert not at.page.query_selector("img")
    at.page.click("#kept button[aria-label='Go on with cut.jsonl']")
    at.page.wait_for_selector("#problem", timeout=LONG)
    assert "cut.jsonl" in at.page.inner_text("#problem")
    at.begin().choose(1)
    assert not at.errors
    assert not at.dialogs


def test_a_record_loaded_under_the_name_of_the_log_of_practice_is_a_record(reader, tmp_path):
    at = reader().begin()
    at.choose(1)
    file = tmp_path / "practice.log"
    file.write_text(at.saved("Save the record")[1])
    at.page.click("#home")
    at.page.set_input_files("#load", str(file))
    at.page.wait_for_selector("#status >> text=is loaded", timeout=LONG)
    assert "practice.log.jsonl" in records(at)
    assert at.page.query_selector("#kept button[aria-label='Go on with practice.log.jsonl']")
