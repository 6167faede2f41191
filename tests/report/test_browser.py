"""Reports in a real browser: axe finds nothing, nothing is wider than a phone, no script runs and no request leaves.

Needs Chromium, Playwright's driver and npm (for axe-core); in CI (MOOT_CI=browser) nothing is skipped.
"""

from __future__ import annotations

import http.server
import threading
from dataclasses import replace

import pytest

import moot
from moot.case import Side
from moot.report.gradebook.page import gradebook_html
from moot.report.gradebook.rows import GradedAnswer
from moot.report.page.sitting import gather
from moot.report.page.sitting_html import sitting_html
from tests.report.test_gradebook import row
from tests.report.test_page import CASE, HOSTILE, folder, hostile, played
from tests.web.browser import CHROMIUM, Reader, playwright_or_skip

sync_playwright = playwright_or_skip(page=False)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
}


BROKEN = """() => [...document.querySelectorAll('thead th')].flatMap(head => {
  const text = head.firstChild, found = [];
  for (const word of head.textContent.matchAll(/[^\\s-]+/g)) {
    const range = document.createRange();
    range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length);
    if (range.getClientRects().length > 1) found.push(word[0]);
  }
  return found;
})"""
"""The words of the headings of tables that are broken over two lines."""


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A report of a sitting and a gradebook, by name."""
    kept = tmp_path_factory.mktemp("pages")
    case = "sacramento-v-lewis"
    made = {
        "sitting": sitting_html(gather(played(moot.load_case(case)), folder(case), Side.PETITIONER)),
        "gradebook": gradebook_html(
            [row(), row(started="2026-11-02T10:00", total=61.0), row("ben")], ["x.jsonl: empty"]
        ),
    }
    for name, text in made.items():
        (kept / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: kept / f"{name}.html" for name in made}


@pytest.fixture
def opened(chromium):
    """A function that opens a file in a window of its own."""
    contexts = []

    def show(path, **settings):
        context = chromium.new_context(**settings)
        contexts.append(context)
        reader = Reader(context.new_page())
        reader.page.goto(path.as_uri())
        return reader

    yield show
    for context in contexts:
        context.close()


@pytest.fixture
def listening():
    """A server nobody should ask: its port, and what it was asked."""
    asked = []

    class Listens(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listens)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["sitting", "gradebook"])
def test_axe_finds_nothing_in_a_report(opened, pages, name, look) -> None:
    assert opened(pages[name], **LOOKS[look]).axe() == []


@pytest.mark.parametrize("name", ["sitting", "gradebook"])
def test_a_report_is_no_wider_than_a_phone_and_no_wider_than_paper(opened, pages, name) -> None:
    page = opened(pages[name], viewport={"width": 320, "height": 640}).page
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 700, "height": 900})  # A4 less its margins, at 96 to the inch
    page.emulate_media(media="print")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 700
    cut = page.evaluate(
        "() => [...document.querySelectorAll('.wide')].filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.innerText.slice(0, 60))"
    )
    assert cut == []
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("name", ["sitting", "gradebook"])
def test_hostile_words_run_no_script_and_ask_for_nothing(opened, tmp_path, listening, name) -> None:
    port, asked = listening
    bait = (
        f"<img src=http://127.0.0.1:{port}/img onerror=document.title='pwned'>",
        f"<style>@import url(http://127.0.0.1:{port}/css);</style><script>document.title='pwned';alert(1)</script>",
        f"</style></title></svg></table><iframe src=http://127.0.0.1:{port}/frame></iframe><svg onload=alert(2)>",
        f"<meta http-equiv=refresh content='0;url=http://127.0.0.1:{port}/meta'><base href=http://127.0.0.1:{port}/>",
    )
    if name == "sitting":
        case = replace(hostile(moot.load_case(CASE)), facts=" ".join(bait), aftermath=(*bait, *HOSTILE))
        text = sitting_html(gather(played(case, seed=3), folder(CASE), None))
    else:
        said = GradedAnswer(*bait[:3], 1.0)
        rows = [row(each, caption=each, called=each, opponent=each, best=said, mistakes=(said,)) for each in bait]
        text = gradebook_html(rows, bait)
    path = tmp_path / "hostile.html"
    path.write_text(text, encoding="utf-8")
    reader = opened(path)
    reader.page.wait_for_timeout(500)
    assert reader.page.url == path.as_uri()
    assert reader.page.title() != "pwned"
    assert reader.dialogs == []
    assert reader.errors == []
    assert reader.requests == [path.as_uri()]
    assert asked == []
    assert reader.page.evaluate("() => document.scripts.length + document.images.length + frames.length") == 0
    assert bait[0] in reader.page.inner_text("body")
