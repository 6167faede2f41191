"""A server for one folder on 127.0.0.1: it reads files of a page, and does nothing else."""

from __future__ import annotations

import errno
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from moot.errors import MootError
from moot.web.build.site import MARK

__all__ = ["HOST", "server_for"]

HOST = "127.0.0.1"

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".bin": "application/octet-stream",
}
"""The kinds of file that a page has. Nothing else is served."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def server_for(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server that is ready to serve this folder. Raises ``MootError`` for a folder that is no page, or a port in use."""
    try:
        page = (folder / "index.html").read_bytes()
    except OSError:
        page = b""
    if MARK.encode() not in page[:8000]:
        raise MootError(f"{folder} is no page of moot's; make one with: moot web CASE -o {folder}")
    root = folder.resolve()

    class Handler(_Handler):
        folder = root

    try:
        return ThreadingHTTPServer((HOST, port), Handler)
    except OverflowError:
        raise MootError(f"port {port}: ports go from 0 to 65535") from None
    except OSError as error:
        why = (
            "it is in use; name another with --port"
            if error.errno == errno.EADDRINUSE
            else error.strerror or str(error)
        )
        raise MootError(f"port {port} cannot be opened: {why}") from None


class _Handler(BaseHTTPRequestHandler):
    folder: Path
    server_version = "moot"
    sys_version = ""
    timeout = 20

    def do_GET(self) -> None:
        """Send a file of the page."""
        self._send(body=True)

    def do_HEAD(self) -> None:
        """Say what would be sent."""
        self._send(body=False)

    def _send(self, *, body: bool) -> None:
        # A page elsewhere that gives its own name this address gets nothing.
        host = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host", "")
        if host not in {HOST, "localhost"}:
            self.send_error(421)
            return
        path = self._file()
        if path is None:
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", _KINDS[path.suffix])
        self.send_header("Content-Length", str(len(data)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def _file(self) -> Path | None:
        """The file asked for, if it is one of the page's."""
        name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
        if "\0" in name:
            return None
        path = (self.folder / name).resolve()
        inside = path.is_relative_to(self.folder) and not any(part.startswith(".") for part in Path(name).parts)
        return path if inside and path.suffix in _KINDS and path.is_file() else None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of what is asked for."""
