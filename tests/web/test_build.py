"""The build of the page and its server, without a browser."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import os
import re
import tarfile
import threading
from pathlib import Path

import pytest

from moot.cli import main
from moot.errors import MootError
from moot.web.build import runtime as pyodide
from moot.web.build.bundle import app_archive, licenses
from moot.web.build.compiled import library_of, opinions_of
from moot.web.build.modules import moot_modules
from moot.web.build.site import MARK, SCRIPTS, asset, folder_files, joined_script, make, one_file
from moot.web.serve import server_for

NO_PYTHON = pyodide.Runtime(
    {
        "pyodide.mjs": b"export {};\n//# sourceMappingURL=pyodide.mjs.map\n",
        "pyodide.asm.mjs": b"export {};\n",
        "pyodide.asm.wasm": b"\0asm",
        "python_stdlib.zip": b"PK\x05\x06" + bytes(18),
        "pyodide-lock.json": b'{"info": {"version": "0"}, "packages": {"x": {}}}',
    }
)
"""An interpreter that is none: enough to look at the files of a page."""


def site(fixed=None, cases=("first-argument",)):
    return make(library_of(cases), NO_PYTHON, fixed or {})


def test_one_file_asks_for_nothing_else_and_runs_only_its_own_script():
    page = one_file(site()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    assert "'unsafe-inline'" not in policy
    assert "'unsafe-eval'" not in policy
    for tag, name in (("script", "script-src"), ("style", "style-src")):
        text = re.findall(rf'<{tag}(?: type="module")?>(.*?)</{tag}>', page, re.DOTALL)
        assert len(text) == 1
        digest = base64.b64encode(hashlib.sha256(text[0].encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    for found in re.findall(r'(?:src|href)="([^"]*)"', page):
        assert found.startswith(("#", "data:")), found


def test_the_same_sources_give_the_same_page():
    assert one_file(site()) == one_file(site())
    assert folder_files(site()) == folder_files(site())


def test_no_script_of_the_page_reads_text_as_markup_or_code():
    bad = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setHTML|DOMParser|javascript:"
    )
    for name in (*SCRIPTS, "parts-inline.js"):
        assert not bad.search(asset(name)), name
    assert not re.search(r"\son\w+=", asset("index.html"))


def test_the_modules_of_the_page_become_one_script_in_which_each_name_stands_once():
    script = joined_script()
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)
    for name in SCRIPTS:
        for wanted in re.findall(r'from "\./([\w-]+\.js)"', asset(name)):
            assert SCRIPTS.index(wanted) < SCRIPTS.index(name), f"{name} comes before {wanted}"


def test_what_a_case_says_cannot_end_the_block_of_data(tmp_path):
    text = (Path(__file__).parents[2] / "scenarios" / "first-argument.yaml").read_text()
    caption = re.search(r"^caption: (.*)$", text, re.MULTILINE)[1]
    hostile = "</script><script>alert(1)</script><!-- v. Town"
    path = tmp_path / "first-argument.yaml"
    path.write_text(text.replace(f"caption: {caption}", f"caption: '{hostile}'"))
    page = one_file(site(cases=(str(path),))).decode()
    assert "<script>alert(1)" not in page
    setup = re.search(r'<script type="application/json" id="setup">(.*?)</script>', page, re.DOTALL)[1]
    assert json.loads(setup)["cases"][0]["caption"] == hostile


def test_only_what_is_needed_is_bundled():
    names = set(moot_modules())
    assert {"moot.web.page.face", "moot.plain.closing", "moot.report.why", "moot.counsel.scripted"} <= names
    rooms = {name.split(".")[1] for name in names if "." in name}
    assert not rooms & {"tui", "proof", "commands", "cli", "adapters", "testing", "graphs"}
    assert not [name for name in names if name.startswith(("moot.files.yaml", "moot.files.schema", "moot.web.build"))]
    assert len(app_archive()) < 1_500_000


def test_the_licenses_of_what_is_bundled_are_named_with_their_texts():
    found = {one["name"]: one for one in licenses()}
    assert set(found) >= {"moot", "Pyodide", "CPython", "transitions", "six"}
    for name in ("moot", "transitions", "six"):
        assert "Permission is hereby granted" in found[name]["text"], name


def test_the_standard_library_keeps_what_python_starts_with(tmp_path):
    import io
    import zipfile

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in (
            "json/__init__.pyc",
            "unittest/case.pyc",
            "encodings/utf_8.pyc",
            "encodings/big5.pyc",
            "pydoc.pyc",
            "os.pyc",
        ):
            archive.writestr(name, name)
    with zipfile.ZipFile(io.BytesIO(pyodide.small_stdlib(whole.getvalue()))) as small:
        assert small.namelist() == ["encodings/utf_8.pyc", "json/__init__.pyc", "os.pyc"]


# -- where the interpreter comes from -------------------------------------------------------------------------------


def refusal(capsys, *words):
    assert main(["web", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    lines = [line for line in err.splitlines() if line.startswith("moot: ")]
    assert len(lines) == 1
    return lines[0]


def test_without_npm_the_message_says_what_to_install_or_give(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "install npm" in (line := refusal(capsys, "first-argument", "-o", str(tmp_path / "out")))
    assert "--pyodide DIR" in line
    assert not (tmp_path / "out").exists()


def test_an_npm_that_fails_is_named_with_its_reason(tmp_path, capsys, monkeypatch):
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'no such registry' >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert "npm could not fetch pyodide" in (line := refusal(capsys, "first-argument", "-o", str(tmp_path / "out")))
    assert "no such registry" in line


def test_a_changed_package_is_refused(tmp_path):
    with tarfile.open(tmp_path / "p.tgz", "w:gz") as archive:
        archive.add(__file__, "package/pyodide.mjs")
    with pytest.raises(MootError, match="integrity"):
        pyodide.from_archive((tmp_path / "p.tgz").read_bytes())


def test_a_folder_that_is_no_pyodide_or_another_version_is_refused(tmp_path, capsys):
    out = str(tmp_path / "out")
    assert "is no Pyodide" in refusal(capsys, "first-argument", "-o", out, "--pyodide", str(tmp_path))
    for name, data in NO_PYTHON.files.items():
        (tmp_path / name).write_bytes(data)
    assert "no whole Pyodide" in refusal(capsys, "first-argument", "-o", out, "--pyodide", str(tmp_path))
    (tmp_path / "package.json").write_text('{"version": "1.2.3"}')
    assert "version 1.2.3" in refusal(capsys, "first-argument", "-o", out, "--pyodide", str(tmp_path))


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    monkeypatch.setattr("moot.web.build.precompile.shutil.which", lambda _: None)
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name, data in NO_PYTHON.files.items():
        (folder / name).write_bytes(data)
    (folder / "package.json").write_text(json.dumps({"version": pyodide.VERSION}))
    return folder


def test_a_folder_with_other_files_is_not_written_into(tmp_path, capsys, stand_in):
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    assert "other files" in refusal(capsys, "first-argument", "-o", str(out), "--pyodide", str(stand_in))
    (out / "mine.txt").unlink()
    for _ in range(2):  # an older page of ours is replaced
        assert main(["web", "first-argument", "-o", str(out), "--pyodide", str(stand_in)]) == 0
    assert MARK in (out / "index.html").read_text()


def test_a_case_with_an_error_is_not_built_in(tmp_path, capsys, stand_in):
    path = tmp_path / "bad.yaml"
    path.write_text("format: moot-case/1\nid: bad\n")
    assert "bad.yaml" in refusal(capsys, str(path), "-o", str(tmp_path / "out"), "--pyodide", str(stand_in))


def test_an_assignment_is_built_in(tmp_path, stand_in):
    file = tmp_path / "task.html"
    words = ["first-argument", "--one-file", str(file), "--pyodide", str(stand_in)]
    assert main(["web", *words, "--side", "respondent", "--seed", "7", "--exam"]) == 0
    setup = re.search(r'id="setup">(.*?)</script>', file.read_text(), re.DOTALL)[1]
    assert json.loads(setup)["fixed"] == {"case": "first-argument", "side": "respondent", "seed": 7, "mode": "exam"}


WEEK = """format: moot-assignment/1
id: week-3
title: Week 3, the other side
case: first-argument
side: respondent
heat: hot
mode: exam
sittings: 1
due: 2026-12-01
"""


def test_an_assignment_file_is_built_in_and_leaves_nothing_to_choose(tmp_path, stand_in):
    (tmp_path / "week-3.yaml").write_text(WEEK)
    file = tmp_path / "task.html"
    words = ["--assignment", str(tmp_path / "week-3.yaml"), "--one-file", str(file), "--pyodide", str(stand_in)]
    assert main(["web", *words]) == 0
    setup = json.loads(re.search(r'id="setup">(.*?)</script>', file.read_text(), re.DOTALL)[1])
    assert setup["assignment"] == {
        "id": "week-3",
        "title": "Week 3, the other side",
        "due": "2026-12-01",
        "sittings": 1,
    }
    assert setup["fixed"] == {
        "case": "first-argument",
        "side": "respondent",
        "bench": None,
        "format": None,
        "heat": "hot",
        "opponent": "scripted",
        "seed": None,
        "mode": "exam",
    }


def test_an_assignment_beside_what_it_settles_is_refused(tmp_path, capsys, stand_in):
    (tmp_path / "week-3.yaml").write_text(WEEK)
    words = ["--assignment", str(tmp_path / "week-3.yaml"), "-o", str(tmp_path / "out"), "--pyodide", str(stand_in)]
    assert "settles what case would" in refusal(capsys, "first-argument", *words)
    assert "settles what --side would" in refusal(capsys, "--side", "petitioner", *words)
    assert "name a case" in refusal(capsys, "-o", str(tmp_path / "out"), "--pyodide", str(stand_in))
    (tmp_path / "week-3.yaml").write_text("format: moot-assignment/1\nid: week-3\n")
    assert main(["web", *words]) == 2


def test_the_opinions_of_the_cases_go_into_the_page_with_what_is_quoted_marked():
    found = opinions_of(["first-argument", "wilson-v-layne"])
    assert set(found) == {"first-argument", "wilson-v-layne"}
    pages = [page for opinion in found["first-argument"] for page in opinion["pages"]]
    assert any(holdings for page in pages for paragraph in page["paragraphs"] for _, holdings in paragraph)
    assert all(opinion["passages"] for opinion in found["wilson-v-layne"])


# -- the server -----------------------------------------------------------------------------------------------------


@pytest.fixture
def served(tmp_path):
    folder = tmp_path / "site"
    for name, data in folder_files(site()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "secret.txt").write_text("secret")
    (folder / ".hidden.js").write_text("hidden")
    (tmp_path / "outside.js").write_text("outside")
    os.symlink(tmp_path / "outside.js", folder / "link.js")
    server = server_for(folder, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join(10)


def get(port, path, method="GET", host=None):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    link.putrequest(method, path, skip_host=host is not None)
    if host is not None:
        link.putheader("Host", host)
    link.endheaders()
    answer = link.getresponse()
    body = answer.read()
    link.close()
    return answer, body


def test_the_server_sends_the_pages_files_and_their_kinds(served):
    for path, kind in (
        ("/", "text/html"),
        ("/main.js", "text/javascript"),
        ("/parts/pyodide.mjs", "text/javascript"),
        ("/parts/app.zip.bin", "application/octet-stream"),
    ):
        answer, body = get(served, path)
        assert answer.status == 200
        assert answer.getheader("Content-Type").startswith(kind)
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert len(body) == int(answer.getheader("Content-Length"))
    answer, body = get(served, "/main.js", "HEAD")
    assert (answer.status, body) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/secret.txt",
        "/.hidden.js",
        "/link.js",
        "/../outside.js",
        "/%2e%2e/outside.js",
        "/parts/",
        "/parts",
        "/%00.js",
        "//etc/passwd",
        "/no.js",
    ],
)
def test_the_server_sends_nothing_else(served, path):
    assert get(served, path)[0].status == 404


def test_the_server_answers_to_this_machines_names_alone(served):
    assert get(served, "/", host=f"localhost:{served}")[0].status == 200
    assert get(served, "/", host="evil.example")[0].status == 421
    assert get(served, "/", "POST")[0].status == 501


def test_a_folder_that_is_no_page_is_not_served(tmp_path):
    with pytest.raises(MootError, match="no page of moot's"):
        server_for(tmp_path, 0)


def test_a_port_in_use_is_refused_in_one_line(served, tmp_path):
    with pytest.raises(MootError, match="in use"):
        server_for(tmp_path / "site", served)
    with pytest.raises(MootError, match="0 to 65535"):
        server_for(tmp_path / "site", 99999)
