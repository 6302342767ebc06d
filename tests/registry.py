"""A server that answers as Crossref, Europe PMC and publishers do; every work in it is invented."""

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit


class Answer(NamedTuple):
    """What the server says."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


Reply = Answer | Callable[[int], Answer]
"""An answer, or what makes one of the number of the request, from 1."""


def as_json(value: object, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), status)


def crossref(doi: str, **message: Any) -> Answer:
    """A work in the form of api.crossref.org/works/DOI."""
    usual = {
        "DOI": doi,
        "type": "journal-article",
        "title": ["Mint tea and the <i>third</i> pillow"],
        "author": [
            {"given": "Zoë", "family": "Østgård-Zed", "sequence": "first", "affiliation": []},
            {"name": "Tea, Cups and Sleep Group", "sequence": "additional"},
        ],
        "container-title": ["Journal of Invented Teas"],
        "volume": "7",
        "issue": "2",
        "page": "11-19",
        "publisher": "House of Nowhere",
        "issued": {"date-parts": [[2024, 5, 1]]},
    }
    return as_json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": usual | message})


def europepmc(**result: Any) -> Answer:
    """A search of Europe PMC that found one work."""
    usual = {
        "id": "99990077",
        "source": "MED",
        "pmid": "99990077",
        "title": "Mint tea by the glass.",
        "authorList": {"author": [{"fullName": "Glass GA", "lastName": "Glass", "initials": "GA"}]},
        "journalInfo": {"volume": "3", "issue": "1", "journal": {"title": "Invented Physiology"}},
        "pubYear": "2023",
        "pageInfo": "5",
        "pubTypeList": {"pubType": ["Randomized Controlled Trial", "Journal Article"]},
    }
    return as_json({"version": "6.9", "hitCount": 1, "resultList": {"result": [usual | result]}})


NOTHING = as_json({"version": "6.9", "hitCount": 0, "resultList": {"result": []}})


class Registry:
    """What is known at which address, and who asked."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.replies: dict[str, Reply] = {}
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()

    def knows(self, doi: str, **message: Any) -> None:
        self.replies[f"/works/{doi}"] = crossref(doi, **message)

    def found(self, query: str, **result: Any) -> None:
        self.replies[f"/search {query}"] = europepmc(**result)


@contextmanager
def serving() -> Iterator[Registry]:
    """Serve on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = parse_qs(parts.query).get("query", [""])[0]
            name = unquote(parts.path) + (f" {query}" if query else "")
            registry.asked[name] += 1
            registry.agents.add(self.headers["User-Agent"])
            reply = registry.replies.get(name, NOTHING if query else Answer(b"Resource not found.", 404))
            answer = reply if isinstance(reply, Answer) else reply(registry.asked[name])
            self.send_response(answer.status)
            for header, value in (*answer.headers, ("Content-Length", str(len(answer.body)))):
                self.send_header(header, value)
            self.end_headers()
            try:
                self.wfile.write(answer.body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    registry = Registry(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
    thread.start()
    try:
        yield registry
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def main() -> None:
    """Serve one work until Ctrl+C, for those who try `cite` by hand."""
    with serving() as registry:
        registry.knows("10.5555/mint.7")
        servers = f"CLAIMBOOK_CROSSREF={registry.url} CLAIMBOOK_EUROPEPMC={registry.url}"
        sys.stdout.write(
            f"In another terminal: {servers} python build_claims.py cite 10.5555/mint.7\nCtrl+C ends it.\n"
        )
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
