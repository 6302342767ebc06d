"""What frames every page, as readers meet it: the tabs, and the page for an address that leads nowhere."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from claimbook.model import Catalogue
from visitor import Visitor

pytestmark = pytest.mark.xdist_group("site")


class _BelowAPath(SimpleHTTPRequestHandler):
    """Serves the site as a host of many sites does: below a path, with the site's own page for missing ones."""

    def __init__(self, *arguments: object, path: str, **more: object) -> None:
        self.below = path
        super().__init__(*arguments, **more)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.below) if path.startswith(self.below) else "/none")

    def send_error(self, code: int, *_words: str | None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def published_at(published: Path, catalogue: Catalogue) -> Iterator[str]:
    """Where the site is served below the path of its public address."""
    path = "/" + (catalogue.book.address or "").split("/", 3)[3]
    handler = partial(_BelowAPath, directory=str(published / "site"), path=path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()


def test_a_missing_page_helps_on(browser: Browser, published_at: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{published_at}claims/no/such/claim/")

    assert page.get_by_role("heading", level=1).inner_text() == "There is no page at this address"
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    page.get_by_role("button", name="Search this site").click()
    assert page.evaluate("document.activeElement.matches('.md-search__input')")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Side effects and safety").last.click()
    assert page.url == f"{published_at}categories/side-effects/"
    page.close()


def test_the_tabs_say_where_a_reader_is_and_do_not_fade(visitor: Visitor) -> None:
    page = visitor.open("claims/relief-within-hours/")
    tab = page.locator(".md-tabs [aria-current]")

    assert tab.inner_text().strip() == "Claims"
    assert tab.evaluate("tab => getComputedStyle(tab).boxShadow") != "none"
    page.evaluate("scrollTo(0, 30)")
    page.wait_for_timeout(400)
    assert tab.evaluate("tab => getComputedStyle(tab).opacity") == "1"
    assert visitor.open("").locator(".md-tabs [aria-current=page]").inner_text().strip() == "Home"


def test_the_address_of_a_search_opens_it(visitor: Visitor) -> None:
    """Linked data on the home page tell programs so."""
    page = visitor.open("?q=bladder")

    page.wait_for_selector(".md-search-result__item", timeout=20_000)
    assert page.input_value(".md-search__input") == "bladder"
