"""A browser, and the site of the real book served to it."""

import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

import provide
from claimbook.model import Catalogue, Method
from claimbook.reading import read
from visitor import Visitor

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
"""What a browser needs inside a container, and what keeps it from talking to the world."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hung up; tell anything else as ever."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def address(published: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    handler = partial(_Quiet, directory=str(published / "site"))
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed browser; its absence is a failure, never a skip."""
    executable = provide.installed()
    if executable is None:
        pytest.fail(provide.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """A reader whose pages may ask nothing of other hosts, and may raise no error in a script."""
    visitor = Visitor(browser, address)
    yield visitor
    visitor.close()
    assert visitor.elsewhere == []
    assert visitor.errors == []


@pytest.fixture(scope="session")
def catalogue(published: Path) -> Catalogue:
    """The records of the real book."""
    catalogue = read(published).catalogue
    assert catalogue is not None
    return catalogue


@pytest.fixture(scope="session")
def pages(catalogue: Catalogue) -> dict[str, str]:
    """One page of every kind: what it is, and its path."""
    of_method = {claim.method: claim.id for claim in catalogue.claims.values()}
    assert of_method.keys() == set(Method)
    return {
        "home": "",
        **{f"{method.value} claim": f"claims/{of_method[method]}/" for method in Method},
        "category": f"categories/{catalogue.book.categories[0].id}/",
        "all claims": "claims/",
        "article": f"articles/{min(catalogue.articles)}/",
        "reference": f"references/{min(catalogue.standing)}/",
        "methods": "methods/",
        "glossary": "glossary/",
        "contribute": "contribute/",
        "rule": "rules/unknown-study/",
    }
