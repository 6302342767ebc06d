"""Speaks the Language Server Protocol with the YAML language server that editors run."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SERVER = Path(__file__).parent / "tools/node_modules/yaml-language-server/bin/yaml-language-server"


def why_not() -> str:
    """Why it cannot be asked; empty where it can."""
    if shutil.which("node") is None:
        return "node is not installed, on which the YAML language server runs"
    return "" if SERVER.is_file() else "the YAML language server is not installed: make test does so where npm is"


class LanguageServer:
    """A server that runs in a folder, with settings such as editors hand to it."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._last = 0
        self._run = subprocess.Popen(["node", SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        root = folder.as_uri()
        about = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}}}
        where = {"rootUri": root, "workspaceFolders": [{"uri": root, "name": "book"}]}
        self.ask("initialize", {"processId": None, "capabilities": about, **where})
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with some text, and wait for what is wrong with it."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while True:
            heard = self._hear()
            if heard.get("method") == "textDocument/publishDiagnostics" and heard["params"]["uri"] == document["uri"]:
                return heard["params"]["diagnostics"]

    def at(self, what: str, file: Path, line: int, character: int) -> Any:
        """Ask for completion or hover at a place, from 0."""
        place = {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": character}}
        return self.ask(f"textDocument/{what}", place)

    def ask(self, method: str, params: object) -> Any:
        """Ask something and wait for the answer."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            heard = self._hear()
            if heard.get("id") == self._last and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def stop(self) -> None:
        """End it."""
        self._run.kill()
        self._run.communicate()

    def _hear(self) -> dict[str, Any]:
        """Take the next message; what the server asks of the editor is answered."""
        assert self._run.stdout
        header = b""
        while not header.endswith(b"\r\n\r\n"):
            byte = self._run.stdout.read(1)
            assert byte, "the language server has ended"
            header += byte
        heard: dict[str, Any] = json.loads(self._run.stdout.read(int(header.split(b":")[1].split(b"\r")[0])))
        if "id" in heard and "method" in heard:
            asked = heard["params"].get("items", []) if heard["method"] == "workspace/configuration" else None
            answer = None if asked is None else [self._settings.get(item.get("section")) for item in asked]
            self._send({"id": heard["id"], "result": answer})
        return heard

    def _send(self, message: Mapping[str, object]) -> None:
        assert self._run.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._run.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._run.stdin.flush()
