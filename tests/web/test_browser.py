"""The page in a real browser: whole rounds by keyboard, offline, from a file; accessibility; hostile text; records.

Needs Chromium, Playwright's driver, and Pyodide (npm, or MOOT_PYODIDE); in CI (MOOT_CI=browser) nothing is skipped.
"""

from __future__ import annotations

import io
import json
import os
import re
import threading
from pathlib import Path

import pytest

from moot.cli import main
from moot.plain.play import play
from moot.sitting.setup import new_session, resume_session
from moot.web.build.compiled import library_of, opinions_of
from moot.web.build.precompile import precompiled
from moot.web.build.site import folder_files, make, one_file
from moot.web.serve import server_for
from tests.web.browser import CHROMIUM, LONG, Reader, interpreter, playwright_or_skip

sync_playwright = playwright_or_skip()

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
SEEDS = int(os.environ.get("MOOT_WEB_SEEDS", "50"))


def built(cases, python, fixed=None, assignment=None):
    """A page as `moot web` builds it: compiled beforehand where node is installed."""
    return precompiled(make(library_of(cases), python, fixed or {}, opinions_of(cases), assignment), python)


@pytest.fixture(scope="module")
def python():
    return interpreter()


@pytest.fixture(scope="module")
def file(python, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "moot.html"
    path.write_bytes(one_file(built(["first-argument", "sacramento-v-lewis"], python)))
    return path


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium, file):
    """A function that opens the page, offline unless told otherwise; contexts are closed at the end."""
    contexts = []

    def opened(target=None, words="", *, offline=True, context=None, **settings):
        if context is None:
            context = chromium.new_context(offline=offline, **settings)
            contexts.append(context)
        url = target or file.as_uri()
        return Reader(context.new_page()).open(f"{url}#{words}" if words else url)

    yield opened
    for context in contexts:
        context.close()


def plain_text(typed, **options):
    """What the plain form prints for the same choices, without the last line, which names the file."""
    session, _ = new_session(**options)
    out = io.StringIO()
    play(session, _, io.StringIO("".join(f"{word}\n" for word in typed)), out)
    text = out.getvalue()
    return text[: text.rindex("The sitting is kept in")]


@pytest.mark.parametrize("side", ["petitioner", "respondent"])
def test_a_whole_round_by_keyboard_offline_from_a_file(reader, side):
    at = reader(words=f"case=first-argument&side={side}&seed=5").begin()
    typed = []
    while at.page.query_selector("main.lectern") and at.options:
        focused = at.focused
        # The focus is at the new question, at what may be said next, or at the beginning of much that is new.
        assert "pending" in focused["classes"] or "turn" in focused["classes"] or focused["id"] == "choice-title", (
            focused
        )
        pending = at.page.query_selector(".pending")
        if pending:
            assert pending.get_attribute("aria-live") == "off", "it would be read twice: focused, and in the log"
        number = 1 + len(typed) % len(at.options)
        typed.append(str(number))
        at.choose(number)
    at.judgment()
    assert at.page.get_attribute("h2#conference-title", "tabindex") == "-1"
    name, text = at.saved("Save the transcript")
    assert name.endswith(".txt")
    assert text == plain_text(typed, case="first-argument", side=side, seed=5)
    assert not at.errors
    assert not [url for url in at.requests if not url.startswith(("file:", "blob:", "data:"))]


def test_the_log_and_the_choices_are_what_a_screen_reader_needs(reader):
    at = reader(words="case=sacramento-v-lewis&side=petitioner&seed=4&heat=hot").begin()
    page = at.page
    assert page.get_attribute("#log", "role") == "log"
    assert page.get_attribute("html", "lang") == "en"
    for _ in range(8):
        at.choose(1)
    for number, option in enumerate(page.query_selector_all("#choices button.option"), 1):
        text = option.inner_text()
        assert text.startswith(str(number))
        assert option.get_attribute("aria-label") is None, "the whole choice is the name of its button"
    assert page.query_selector("main") and page.query_selector("nav[aria-label]") and page.query_selector("aside")
    levels = [int(each.evaluate("node => node.tagName[1]")) for each in page.query_selector_all("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), levels
    assert not at.errors


@pytest.mark.parametrize("look", ["dark", "light", "contrast"])
def test_axe_finds_nothing(reader, look):
    at = reader(
        words="case=sacramento-v-lewis&side=petitioner&seed=4&heat=hot", viewport={"width": 390, "height": 844}
    ).ready()
    at.page.evaluate(f"document.documentElement.dataset.look = '{look}'")
    at.page.emulate_media(reduced_motion="reduce")
    assert not at.axe()
    at.begin()
    for _ in range(7):
        at.choose(1)
    assert at.page.query_selector(".question")
    assert not at.axe()
    for key in "brw":
        at.page.keyboard.press(key)
        at.page.wait_for_selector("dialog[open]")
        assert not at.axe(), key
        at.page.keyboard.press("Escape")
    at.page.keyboard.press(str(len(at.options)))
    while not at.page.query_selector("#debrief[data-told]"):
        if at.page.query_selector("dialog[open]"):
            at.page.keyboard.press("Enter")
            at.page.wait_for_timeout(100)
        elif at.page.query_selector("#judgment, #skip-asked"):
            at.judgment()
        elif at.options and not at.page.query_selector("#choices[aria-busy]"):
            at.page.keyboard.press(str(len(at.options)))
        at.page.wait_for_timeout(30)
    assert not at.axe()
    at.page.click("#about")
    assert not at.axe()


def test_nothing_scrolls_sideways_at_320_pixels(reader):
    at = reader(words="case=sacramento-v-lewis&side=petitioner&seed=4&heat=hot", viewport={"width": 320, "height": 640})
    wide = "() => document.documentElement.scrollWidth"
    assert at.page.evaluate(wide) <= 320
    at.begin()
    for _ in range(6):
        assert at.page.evaluate(wide) <= 320
        at.choose(1)
    for key in "br":
        at.page.keyboard.press(key)
        at.page.wait_for_selector("dialog[open]")
        assert at.page.evaluate(
            "() => document.querySelector('.sheet-body').scrollWidth <= document.querySelector('.sheet-body').clientWidth"
        )
        at.page.keyboard.press("Escape")


HOSTILE = (
    '<img src=x onerror="window.run=1">',
    "<script>window.run=1</script>",
    "[click](javascript:window.run=1)",
    "'\"><svg onload=window.run=1>",
    "{{7*7}} ${window.run=1} </textarea></title>",
    "<a href=//evil.example ping=//evil.example>x</a><link rel=prefetch href=//evil.example/y>",
)


def test_a_hostile_case_runs_no_script_and_asks_for_nothing(python, reader, tmp_path):
    lines = (ROOT / "scenarios" / "first-argument.yaml").read_text(encoding="utf-8").splitlines()
    turn = 0
    for number, line in enumerate(lines):
        # Every text of a person's in the file that stands on a line of its own begins with hostile markup.
        found = re.fullmatch(
            r"(\s*(?:- )?(?:title|speech|text|says|caption|question_presented|counsel|called|name|gist|why|called): )([A-Z“].*)",
            line,
        )
        if found and ": " not in found[2] and not found[2].startswith(("|", ">")):
            text = HOSTILE[turn % len(HOSTILE)] + " " + found[2].strip("\"'")
            if found[1].strip(" -:") not in {"speech", "text", "says", "why"}:
                text = ("<img src=x onerror=run()> " + found[2].strip("\"'"))[:58]
            quoted = text.replace("'", "''")
            lines[number] = f"{found[1]}'{quoted}'"
            turn += 1
    path = tmp_path / "first-argument.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert turn > 30
    page = tmp_path / "hostile.html"
    page.write_bytes(one_file(built([str(path)], python)))
    at = reader(page.as_uri(), "seed=3", offline=False).begin()
    while at.page.query_selector("main.lectern") and at.options:
        at.choose(1)
    at.judgment()
    for name in ("Brief", "Record", "Why"):
        at.page.click(f"#tools >> text={name}")
        at.page.wait_for_selector("dialog[open]")
        at.page.keyboard.press("Escape")
    assert at.page.evaluate("() => window.run") is None
    assert "<img src=x onerror=" in at.page.inner_text("body")
    assert not at.page.query_selector("main img, main script, main a[href], main iframe, main link")
    assert not at.dialogs
    assert not [url for url in at.requests if not url.startswith(("file:", "blob:", "data:"))]
    assert not at.errors


def test_a_record_goes_from_terminal_to_page_to_terminal(reader, tmp_path):
    session, path = new_session(case="first-argument", side="petitioner", seed=9)
    session.open()
    for _ in range(2):
        session.play(session.round.legal[0])
    before = path.read_text(encoding="utf-8")
    at = reader().ready()
    at.page.set_input_files("#load", str(path))
    at.page.wait_for_selector(f"text={'Go on'}", timeout=LONG)
    at.page.click("text=Go on")
    at.page.wait_for_selector(".option", timeout=LONG)
    name, text = at.saved("Save the record")
    assert (name, text) == (path.name, before), "to look at a sitting changes nothing"
    at.choose(1)
    name, text = at.saved("Save the record")
    assert text.startswith(before)
    assert len(text) > len(before)
    back = tmp_path / "back.jsonl"
    back.write_text(text, encoding="utf-8")
    said = []
    again, _ = resume_session(back, None, said.append)
    assert not said
    assert [str(move) for move in again.round.line] == [json.loads(line)["move"] for line in text.splitlines()[1:]]
    again.open()
    again.play(again.round.legal[0])
    assert back.read_text(encoding="utf-8").startswith(text)


def test_a_sitting_is_still_there_when_the_page_is_opened_again(reader, chromium):
    context = chromium.new_context(offline=True)
    at = reader(words="case=first-argument&seed=2", context=context).begin()
    for _ in range(5):
        at.choose(1)
    options = at.options
    _, record = at.saved("Save the record")
    at.page.close()
    at = reader(context=context).ready()
    assert "8 moves" in at.page.inner_text("#kept") or "moves" in at.page.inner_text("#kept")
    at.page.click("text=Go on")
    at.page.wait_for_selector(".option", timeout=LONG)
    assert at.options == options
    assert at.saved("Save the record")[1] == record
    context.close()


def test_a_move_is_kept_before_the_next_choice_is_seen(reader):
    at = reader(words="case=first-argument&seed=2").begin()
    for _ in range(4):
        at.choose(1)
        kept = [text for key, text in at.kept().items() if key.startswith("moot/record/")]
        assert len(kept) == 1
        assert kept[0] == at.saved("Save the record")[1]


def test_two_tabs_do_not_write_over_each_other(reader, chromium):
    context = chromium.new_context(offline=True)
    one = reader(words="case=first-argument&seed=2", context=context).begin()
    for _ in range(4):
        one.choose(1)
    two = reader(context=context).ready()
    two.page.click("text=Go on")
    two.page.wait_for_selector(".option", timeout=LONG)
    two.choose(1)
    _, text = two.saved("Save the record")
    one.page.bring_to_front()
    one.choose(len(one.options))
    one.page.wait_for_selector("#status >> text=changed in another tab", timeout=LONG)
    assert text in one.kept().values()
    context.close()


def test_what_is_no_record_is_refused_in_one_line(reader, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"moot": "record/1", "case": "<img src=x onerror=alert(1)>"}\n')
    at = reader().ready()
    at.page.set_input_files("#load", str(bad))
    at.page.wait_for_selector("#problem", timeout=LONG)
    assert "bad.jsonl" in at.page.inner_text("#problem")
    assert "None yet" in at.page.inner_text("#kept")


def test_a_choice_is_taken_back(reader):
    at = reader(words="case=first-argument&seed=2").begin()
    for _ in range(3):
        at.choose(1)
    before, log = at.options, at.page.inner_text("#log")
    at.choose(1)
    assert at.options != before
    at.page.keyboard.press("u")
    at.page.wait_for_selector("#status >> text=Taken back")
    assert at.options == before
    assert at.page.inner_text("#log") == log


@pytest.fixture
def served(python, tmp_path):
    folder = tmp_path / "site"
    for name, data in folder_files(built(["first-argument", "sacramento-v-lewis"], python)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    server = server_for(folder, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join(10)


ONE_SITTING = """async ([options, pick]) => {
  const { ask } = await import(new URL('engine.js', location.href));
  const typed = [];
  let state = ask('new', options);
  while (state.menu) {
    const number = 1 + (pick * 7 + typed.length * 3) % state.menu.options.length;
    typed.push(String(number));
    state = ask('choose', number);
  }
  ask('conference');
  ask('debrief');
  return [typed, ask('transcript').text, state.saved];
}"""


def test_ruling_and_ballot_are_cpythons_to_the_byte(served, reader):
    """The whole transcript with ruling, marks and ballots, for many seeds on both sides (MOOT_WEB_SEEDS: how many)."""
    at = reader(served, offline=False).ready()
    for seed in range(SEEDS):
        options = {
            "case": "first-argument" if seed % 5 else "sacramento-v-lewis",
            "side": "petitioner" if seed % 2 else "respondent",
            "seed": seed,
            "format": "quick",
        }
        typed, text, record = at.page.evaluate(ONE_SITTING, [options, seed])
        session, path = new_session(**options)
        out = io.StringIO()
        play(session, path, io.StringIO("".join(f"{word}\n" for word in typed)), out)
        assert text == out.getvalue()[: len(text)], seed
        assert out.getvalue()[len(text) :].startswith("The sitting is kept in"), seed
        assert record.partition("\n")[2] == path.read_text().partition("\n")[2], seed
    assert not at.errors
    assert all(url.startswith((served, "blob:", "data:")) for url in at.requests)


def test_the_page_prints_without_its_controls(reader):
    at = reader(words="case=first-argument&seed=2").begin()
    for _ in range(4):
        at.choose(1)
    at.page.emulate_media(media="print")
    assert at.page.is_visible("#log")
    for hidden in ("#choices", "#tools", ".bench"):
        assert not at.page.is_visible(hidden), hidden


def test_a_page_in_a_folder_starts(served, reader):
    at = reader(served, "case=first-argument&seed=1", offline=False).begin()
    at.choose(1)
    assert not at.errors


def test_a_costly_answer_is_tried_again_as_a_sitting_of_its_own(reader):
    at = reader(words="case=first-argument&seed=5").begin()
    while at.page.query_selector("main.lectern") and at.options:
        at.choose(len(at.options) if "Sit down" not in at.options[-1] else 1)
    at.page.keyboard.press("1")
    at.page.wait_for_selector("#asked .option", timeout=LONG)
    at.page.click("#asked .option")
    at.page.wait_for_selector("#debrief[data-told] .reply", timeout=LONG)
    _, before = at.saved("Save the record")
    at.page.click(".retry")
    at.page.wait_for_selector("main.lectern .pending", timeout=LONG)
    question = at.page.inner_text(".pending")
    assert at.options
    _, again = at.saved("Save the record")
    moves = before.splitlines()[1:]
    assert again.splitlines()[1:] == moves[: len(again.splitlines()) - 1]
    assert len(again) < len(before)
    assert question
    assert len([key for key in at.kept() if key.startswith("moot/record/")]) == 2
    assert not at.errors


# -- practice, the opinions, an assignment ---------------------------------------------------------------------------


def test_a_drill_goes_from_question_to_question_by_keyboard_and_is_kept(reader):
    page = reader().ready()
    page.page.click("#drill")
    page.page.wait_for_selector("main.drill .option", timeout=LONG)
    assert page.focused["id"] == "asked-now"
    assert page.axe() == []
    page.page.click("#hint")
    page.page.wait_for_selector("#graded:has-text('Hint')", timeout=LONG)
    page.page.keyboard.press("1")
    page.page.wait_for_selector("#graded:has-text('You answer')", timeout=LONG)
    assert page.kept()["moot/practice"].count("\n") == 1
    for _ in range(20):
        if page.page.query_selector("#drill-over"):
            break
        page.page.click("#view")
        page.page.wait_for_timeout(300)
    assert page.focused["id"] == "drill-over"
    assert page.axe() == []
    page.page.click("#drill-back")
    page.page.wait_for_selector("#begin")
    assert page.errors == []


def test_an_assignment_is_done_in_the_page_and_the_report_reads_its_record(reader, python, tmp_path, capsys):
    fixed = {"case": "first-argument", "side": "respondent", "format": None, "bench": None, "heat": "normal"}
    fixed |= {"opponent": "scripted", "seed": None, "mode": "exam"}
    task = {"id": "week-3", "title": "Week 3 </script><b>", "due": "2999-01-01", "sittings": 1}
    path = tmp_path / "week-3.html"
    path.write_bytes(one_file(built(["first-argument"], python, fixed, task)))
    page = reader(path.as_uri(), reduced_motion="reduce")
    assert "Week 3 </script><b>" in page.page.inner_text("#assigned")
    assert page.page.query_selector("select[name=format], input[name=seed], #drill") is None
    assert page.axe() == []
    page.begin()
    while page.options:
        page.choose(1)
    page.judgment()
    assert page.axe() == []
    page.page.click("#opinions")
    page.page.wait_for_selector("#reader-text .reported", timeout=LONG)
    assert page.axe() == []
    page.page.fill("#reader-find", "the")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".reported :focus, .reported:focus", timeout=LONG)
    page.page.keyboard.press("Escape")
    with page.page.expect_download() as waiting:
        page.page.click("#hand-in button")
    record = tmp_path / waiting.value.suggested_filename
    record.write_bytes(Path(waiting.value.path()).read_bytes())
    assert main(["report", str(record), "--csv", str(tmp_path / "book.csv")]) == 0
    capsys.readouterr()
    assert "week-3" in (tmp_path / "book.csv").read_text()
    page.page.click("#home")
    page.page.click("#begin")
    page.page.wait_for_selector("#problem", timeout=LONG)
    assert "allows one sitting" in page.page.inner_text("#problem")
    assert page.errors == []
