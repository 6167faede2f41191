"""How soon the page can be played, beside a page with nothing but Pyodide, and an inkjs page where one is given.

    python scripts/bench_web.py PYODIDE_DIR [--ink INKJS_DIR] [-n 5] [--case first-argument]

Needs Chromium and Playwright (`pip install "moot[browser]"`). Starts are taken in turn, so that what else the machine does falls on all alike.
Prints the median of each and the ratio to bare Pyodide.
"""

import argparse
import http.server
import statistics
import tempfile
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from moot.web.build.compiled import library_of
from moot.web.build.precompile import precompiled
from moot.web.build.runtime import FILES, from_folder
from moot.web.build.site import folder_files, make, one_file

BARE = """<!doctype html><meta charset="utf-8"><title>bare</title><body><script type="module">
import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide();
python.runPython("1 + 1");
performance.mark("ready");
document.body.append(Object.assign(document.createElement("p"), { id: "ready" }));
</script>"""

INK = """<!doctype html><meta charset="utf-8"><title>ink</title><body><script src="ink-full.js"></script><script>
const story = new inkjs.Compiler("Hello.\\n* One\\n* Two\\n- -> END").Compile();
story.ContinueMaximally();
performance.mark("ready");
document.body.append(Object.assign(document.createElement("p"), { id: "ready" }));
</script>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 (as the base class declares it)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pyodide")
    parser.add_argument("--ink")
    parser.add_argument("--case", default="first-argument")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("-n", type=int, default=5)
    args = parser.parse_args()
    runtime = from_folder(Path(args.pyodide))
    with tempfile.TemporaryDirectory() as work:
        place = Path(work)
        site = precompiled(make(library_of([args.case]), runtime, {}), runtime)
        (place / "one.html").write_bytes(one_file(site))
        for name, data in folder_files(site).items():
            (place / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (place / "site" / name).write_bytes(data)
        (place / "bare").mkdir()
        for name in FILES:
            (place / "bare" / name).write_bytes(runtime.files[name])
        (place / "bare" / "index.html").write_text(BARE)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=work))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_port}"
        play = "#seed=1&go"
        pages = {
            "bare Pyodide, served": (f"{home}/bare/index.html", "#ready", "ready", size(place / "bare")),
            "moot, one file, from the disk": (
                (place / "one.html").as_uri() + play,
                ".option",
                "moot-first-choice",
                size(place / "one.html"),
            ),
            "moot, a folder, served": (
                f"{home}/site/index.html{play}",
                ".option",
                "moot-first-choice",
                size(place / "site"),
            ),
        }
        if args.ink:
            (place / "ink").mkdir()
            script = next(Path(args.ink).rglob("ink-full.js"))
            (place / "ink" / "ink-full.js").write_bytes(script.read_bytes())
            (place / "ink" / "index.html").write_text(INK)
            pages["inkjs, a story of two choices, served"] = (
                f"{home}/ink/index.html",
                "#ready",
                "ready",
                size(place / "ink"),
            )
        found = {name: [] for name in pages}
        first = []
        with sync_playwright() as driver:
            for _ in range(args.n):
                for name, (url, wanted, mark, _size) in pages.items():
                    browser = driver.chromium.launch(executable_path=args.chromium, args=["--no-sandbox"])
                    page = browser.new_page()
                    page.goto(url, wait_until="commit", timeout=120_000)
                    page.wait_for_selector(wanted, state="attached", timeout=120_000)
                    found[name].append(page.evaluate(f"performance.getEntriesByName('{mark}')[0].startTime"))
                    if name.startswith("moot, one"):
                        first.append(page.evaluate("performance.getEntriesByName('moot-start-screen')[0].startTime"))
                    browser.close()
        bare = statistics.median(found["bare Pyodide, served"])
        print(f"{'page':42} {'size':>8} {'first choice':>13} {'ratio':>6}")
        for name, times in found.items():
            middle = statistics.median(times)
            print(f"{name:42} {pages[name][3]:5.1f} MB {middle / 1000:11.2f} s {middle / bare:6.2f}")
        print(f"moot, one file: the start screen can be used after {statistics.median(first) / 1000:.2f} s")


def size(path):
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files) / 1e6


if __name__ == "__main__":
    main()
