"""A small client of yaml-language-server: opens a file, and asks for mistakes, completion and hover."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path

_SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False, "url": ""}}
_PATIENCE = 60.0


class Server:
    """One server and the folder it works in."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._heard: queue.Queue[dict] = queue.Queue()
        self._told: dict[str, list[dict]] = {}
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"completion": {"completionItem": {}}}}
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities})
        self._send({"method": "initialized", "params": {}})

    def problems(self, name: str, text: str) -> list[tuple[int, str]]:
        """The mistakes of a file that is opened now: each its line (from 0) and message."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while uri not in self._told:
            self._take(self._heard.get(timeout=_PATIENCE))
        return [(found["range"]["start"]["line"], found["message"]) for found in self._told[uri]]

    def completion(self, name: str, line: int, column: int) -> set[str]:
        """What is offered there."""
        found = self._ask("textDocument/completion", self._place(name, line, column))
        return {item["label"] for item in (found or {}).get("items", ())}

    def hover(self, name: str, line: int, column: int) -> str:
        """What is told of what stands there."""
        return json.dumps(self._ask("textDocument/hover", self._place(name, line, column)))

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()

    def _place(self, name: str, line: int, column: int) -> dict:
        return {
            "textDocument": {"uri": (self.folder / name).as_uri()},
            "position": {"line": line, "character": column},
        }

    def _send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._process.stdin.flush()

    def _ask(self, method: str, params: dict) -> dict | None:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._heard.get(timeout=_PATIENCE)
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _take(self, message: dict) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            items = message["params"]["items"]
            self._send(
                {"id": message["id"], "result": [_SETTINGS if i.get("section") == "yaml" else {} for i in items]}
            )
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _listen(self) -> None:
        stream = self._process.stdout
        while True:
            length = 0
            while (header := stream.readline()) not in (b"\r\n", b""):
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
            if not length:
                return
            self._heard.put(json.loads(stream.read(length)))
