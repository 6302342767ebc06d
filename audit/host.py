"""Serves a built site on this computer as a usual static host does.

GitHub Pages is the pattern: text goes out compressed by gzip, everything may be kept for ten minutes, connections stay
open, and an unknown address gets 404.html, which names files by their public path; so that path leads here, too. Pages
sends over HTTP/2 as well, which Python's server cannot; nothing that is measured here depends on it.
"""

import gzip
import mimetypes
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

TEXT = ("text/", "image/svg", "application/json", "application/javascript", "application/xml", "application/atom")
KEEP = "max-age=600"


@cache
def packed(file: Path) -> bytes:
    """Compress a file as hosts do; what is compressed already stays as it is."""
    content = file.read_bytes()
    return gzip.compress(content, 6, mtime=0) if is_text(file) else content


def is_text(file: Path) -> bool:
    """Tell whether hosts compress it."""
    return _type(file).startswith(TEXT)


def _type(file: Path) -> str:
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def public_path(site: Path) -> str:
    """Return the path of the site's public address, such as "/book/"."""
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    return urlsplit(canonical[1]).path if canonical else "/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def __init__(self, *arguments: Any, site: Path, below: str) -> None:
        self.site, self.below = site, below
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send a file, or the page that says that there is none."""
        path = unquote(urlsplit(self.path).path).removeprefix(self.below)
        file = (self.site / path.lstrip("/")).resolve()
        file = file / "index.html" if file.is_dir() else file
        if file.is_file() and file.is_relative_to(self.site):
            self._send(HTTPStatus.OK, file)
        else:
            self._send(HTTPStatus.NOT_FOUND, self.site / "404.html")

    def _send(self, status: HTTPStatus, file: Path) -> None:
        content = packed(file)
        charset = "; charset=utf-8" if is_text(file) else ""
        self.send_response(status)
        self.send_header("Content-Type", _type(file) + charset)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", KEEP)
        if is_text(file):
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hung up; tell anything else as ever."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site; gives its address, with a slash at the end."""
    handler = partial(_Handler, site=site.resolve(), below=public_path(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
