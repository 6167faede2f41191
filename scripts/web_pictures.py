"""Pictures of the page at the sizes of a phone and a desk, to be looked at.

    python scripts/web_pictures.py PAGE.html FOLDER [--case ID] [--seed N]

PAGE.html is what `moot web ... --one-file` made. Needs Chromium and Playwright (`pip install "moot[browser]"`).
"""

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZES = {"phone": (390, 844), "desk": (1280, 900)}
WAIT = 120_000


def press(page, key):
    before = page.inner_html("#choices")
    page.keyboard.press(key)
    for _ in range(2000):
        if page.query_selector("dialog[open]"):
            page.keyboard.press("Enter")
        elif not page.query_selector("main.lectern") or (
            not page.query_selector("#choices[aria-busy]") and page.inner_html("#choices") != before
        ):
            return
        page.wait_for_timeout(20)


def take(page, folder, name):
    def picture(what, **options):
        page.wait_for_timeout(450)
        page.screenshot(path=folder / f"{name}-{what}.png", **options)

    page.wait_for_selector("html[data-ready]", state="attached", timeout=WAIT)
    picture("1-start", full_page=True)
    page.click("#begin")
    page.wait_for_selector(".option", timeout=WAIT)
    picture("2-roadmap")
    asked = 0
    while page.query_selector("main.lectern") and page.query_selector(".option"):
        if page.query_selector(".pending.broke-in") and asked < 3:
            asked += 1
            picture(f"3-question-{asked}")
        if asked == 3 and page.query_selector(".look"):
            asked += 1
            picture("4-look")
            page.keyboard.press("b")
            picture("5-brief")
            page.keyboard.press("Escape")
            page.keyboard.press("w")
            picture("6-why")
            page.keyboard.press("Escape")
        press(page, "1")
    page.wait_for_selector("#judgment", timeout=WAIT)
    picture("7-submitted")
    page.keyboard.press("1")
    page.wait_for_selector("#skip-asked, #debrief[data-told]", state="attached", timeout=WAIT)
    page.wait_for_timeout(1500)
    picture("8-conference")
    if page.query_selector("#skip-asked"):
        page.evaluate("document.getElementById('asked').scrollIntoView()")
        picture("9-asked")
        page.click("#asked .option")
    page.wait_for_selector("#debrief[data-told]", state="attached", timeout=WAIT)
    picture("10-debrief")
    picture("11-all", full_page=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("page", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--case", default="sacramento-v-lewis")
    parser.add_argument("--seed", default="4")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=args.chromium, args=["--no-sandbox"])
        for name, (width, height) in SIZES.items():
            scheme = "dark" if name == "desk" else "light"
            context = browser.new_context(
                viewport={"width": width, "height": height}, offline=True, color_scheme=scheme
            )
            page = context.new_page()
            page.goto(
                f"{args.page.resolve().as_uri()}#case={args.case}&seed={args.seed}&heat=hot&format=quick",
                wait_until="commit",
            )
            take(page, args.folder, name)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
