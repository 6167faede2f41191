"""Streams that are closed or full, names no system takes, and signals: one line and an exit code, never a traceback."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from moot.files.records import read_record
from tests.cli.test_commands import run

MOOT = f"{sys.executable} -m moot"


def sh(command: str, input: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command],
        input=input,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **more},
    )


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.strip().splitlines()
    return line


@pytest.mark.parametrize("command", ["list", "schema case", "why", "check first-argument --no-proof"])
def test_a_full_disk_under_the_output_gets_one_line(command, saves) -> None:
    done = sh(f"{MOOT} {command} >/dev/full")
    assert done.returncode == 2
    assert one_line(done).startswith("moot: ")


@pytest.mark.parametrize("command", ["list", "schema case", "play first-argument --plain"])
def test_a_closed_output_gets_one_line(command, saves) -> None:
    done = sh(f"{MOOT} {command} >&-")
    assert done.returncode == 2
    assert "closed" in one_line(done)
    assert not saves.exists()


def test_play_without_input_is_saved_and_ends(saves) -> None:
    done = sh(f"{MOOT} play first-argument <&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Saved in " in done.stdout
    assert sh(f"{MOOT} <&-").returncode == 2


def test_play_on_a_full_disk_says_where_it_is_saved(saves) -> None:
    done = sh(f"{MOOT} play first-argument --plain >/dev/full", "1\n1\n")
    assert done.returncode == 2
    assert "saved in" in one_line(done)


@pytest.mark.parametrize("to", ["&-", "/dev/full"])
def test_an_error_stream_that_is_closed_or_full_stops_nothing(to, saves) -> None:
    """`moot demo` tells there where its record is; on a full disk it ended without having shown anything."""
    done = sh(f"{MOOT} demo first-argument 2>{to}")
    assert (done.returncode, done.stderr) == (0, "")
    assert "The judgment" in done.stdout
    assert sh(f"{MOOT} check nothing 2>{to}").returncode == 2


@pytest.mark.parametrize("words", ["--help", "--version", "check --help"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_help_that_cannot_be_written_was_a_success(words, unbuffered, saves) -> None:
    done = sh(f"{MOOT} {words} >/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 2
    assert "cannot be written" in one_line(done)


LONG = "x" * 300


@pytest.mark.parametrize(
    "name", [LONG, f"{LONG}.yaml", "~nosuchuser/x.yaml", "closed/x.yaml", "/dev/zero", "/dev/zero.yaml"]
)
@pytest.mark.parametrize(
    "command", ["check", "why", "replay", "graph", "cite", "play --plain", "play --plain --resume"]
)
def test_a_name_no_system_takes_gets_one_line(capsys, saves, monkeypatch, tmp_path, command, name) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "closed").mkdir(mode=0o000)
    code, out, err = run(capsys, *command.split(), name)
    (tmp_path / "closed").chmod(0o700)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("variable", ["MOOT_SAVES", "MOOT_CASES", "MOOT_JUDGES"])
@pytest.mark.parametrize("value", [LONG, "~nosuchuser/x"])
def test_a_folder_no_system_takes_gets_one_line(capsys, saves, monkeypatch, variable, value) -> None:
    monkeypatch.setenv(variable, value)
    code, _, err = run(capsys, "play", "first-argument", "--plain")
    assert code == 2
    assert len(err.strip().splitlines()) == 1


def test_saves_that_cannot_be_made_are_named(capsys, monkeypatch, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "file" / "saves"))
    code, _, err = run(capsys, "play", "first-argument", "--plain")
    assert code == 2
    assert "MOOT_SAVES" in err


def test_a_bad_record_is_listed_and_passed_over(capsys, saves) -> None:
    sh(f"{MOOT} play first-argument --plain", "1\n1\n")
    (good,) = saves.glob("*.jsonl")
    os.mkfifo(saves / "pipe.jsonl")
    text = good.read_text(encoding="utf-8").split("\n", 1)
    (saves / "zero.jsonl").write_text(text[0].replace('"first-argument"', '"/dev/zero"') + "\n" + text[1])
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert "device or a pipe" in out
    assert "not an id" in out
    code, out, err = run(capsys, "replay")
    assert code == 0
    assert "Passed over, because it cannot be read" in err


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_in_the_plain_form_saves_and_says_so(saves, name) -> None:
    game = subprocess.Popen(
        [sys.executable, "-m", "moot", "play", "first-argument", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    shown = b""
    while not shown.endswith(b"\n> "):
        shown += game.stdout.read(1)
    game.send_signal(getattr(signal, name))
    out, err = game.communicate(timeout=30)
    assert game.returncode == 128 + getattr(signal, name)
    assert b"Saved in" in out
    assert err == b""


def in_a_terminal(*words: str, **more: str) -> tuple[int, int]:
    pid, fd = pty.fork()
    if pid == 0:  # pragma: no cover - the other process
        os.environ.update({"TERM": "xterm-256color", **more})
        os.execv(sys.executable, [sys.executable, "-m", "moot", *words])
    return pid, fd


def read_until(fd: int, wanted: bytes | None, seconds: float = 30) -> bytes:
    seen, until = b"", time.monotonic() + seconds
    while time.monotonic() < until:
        if select.select([fd], [], [], 0.2)[0]:
            try:
                part = os.read(fd, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        if wanted is not None and wanted in seen:
            break
    return seen


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_restores_the_terminal(saves, name) -> None:
    pid, fd = in_a_terminal("play", "first-argument", "--side", "petitioner")
    read_until(fd, b"\x1b[?1000h")
    read_until(fd, None, 2)
    os.kill(pid, getattr(signal, name))
    seen = read_until(fd, None)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 128 + getattr(signal, name)
    os.close(fd)
    for code in (b"\x1b[?1000l", b"\x1b[?1049l", b"\x1b[?25h"):
        assert code in seen


@pytest.mark.parametrize(
    "sent",
    [b"\xe9\xe9", b"\xff\xfe", b"\x1b[97:65:98;5:3u", b"\x1b[48;0;0;0;0t"],
    ids=["latin-1", "no text", "key", "size"],
)
def test_bytes_that_are_no_keys_ended_the_game_with_a_traceback(saves, sent) -> None:
    """A Latin-1 terminal sends one byte for an accented letter; the exit code was 0."""
    pid, fd = in_a_terminal("play", "first-argument", "--side", "petitioner")
    read_until(fd, b"\x1b[?1000h")
    read_until(fd, None, 1)
    os.write(fd, sent)
    seen = read_until(fd, None, 0.5)
    os.write(fd, b"\x11")
    seen += read_until(fd, None)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(fd)
    assert b"Traceback" not in seen
    assert b"Error" not in seen


def test_a_terminal_that_is_closed_ends_the_game(saves) -> None:
    program = "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); sys.argv[1:] = ['play', 'first-argument', '--side', 'petitioner']; import moot.__main__; sys.exit(moot.__main__.main())"
    pid, fd = pty.fork()
    if pid == 0:  # pragma: no cover - the other process
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-c", program])
    read_until(fd, b"\x1b[?1000h")
    read_until(fd, None, 1)
    os.close(fd)
    until = time.monotonic() + 20
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        if time.monotonic() > until:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise AssertionError("the game went on without a terminal")
        time.sleep(0.1)


def test_a_dumb_terminal_gets_the_plain_form(saves) -> None:
    pid, fd = in_a_terminal("play", "first-argument", TERM="dumb")
    seen = read_until(fd, b"\n> ")
    os.write(fd, b"quit\n")
    seen += read_until(fd, None)
    os.waitpid(pid, 0)
    os.close(fd)
    assert b"\x1b" not in seen
    assert b"Saved in" in seen


def test_ctrl_c_at_once_shows_no_traceback(saves) -> None:
    for wait in (0, 0.005, 0.02, 0.05, 0.1, 0.2):
        game = subprocess.Popen(
            [sys.executable, "-X", "importtime", "-m", "moot", "check", "first-argument", "lark-river"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        # The first module that the command line imports; before that it is the interpreter that starts.
        for row in game.stderr:
            if "moot.errors" in row:
                break
        time.sleep(wait)
        game.send_signal(signal.SIGINT)
        _, err = game.communicate(timeout=60)
        assert "Traceback" not in err


def test_a_record_deleted_in_mid_play_is_kept_again(saves) -> None:
    game = subprocess.Popen(
        [sys.executable, "-m", "moot", "play", "first-argument", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    shown = b""
    while not shown.endswith(b"\n> "):
        shown += game.stdout.read(1)
    path = next(saves.glob("*.jsonl"))
    path.unlink()
    out, _ = game.communicate(b"1\n1\n", timeout=30)
    assert b"Saved in " in out
    assert Path(path).exists()
    assert read_record(path).header.case == "first-argument"
