"""Browsers that go through many pages, two side by side, and keep what a page does wrong besides."""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from typing import Any, Self, TypeVar

from playwright.sync_api import Browser, Page, Request, sync_playwright

import provide

AT_ONCE = 2
"""Browsers side by side; more make each other slow on a small computer."""
STEP = 25
"""Pages after which progress is told."""
STILL = "*, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent }"
"""Colours that fade from one scheme to the other would be measured half-way."""

Item = TypeVar("Item")
Result = TypeVar("Result")


class Tab:
    """One window that goes from page to page."""

    def __init__(self, browser: Browser, address: str, **settings: Any) -> None:
        self.address = address
        self.elsewhere: list[str] = []
        """What pages asked of other hosts."""
        self.errors: list[str] = []
        """What scripts and the console complained of."""
        self.context = browser.new_context(reduced_motion="reduce", **settings)
        self.page = self.context.new_page()
        self.page.on("request", self._note)
        self.page.on("pageerror", lambda error: self.errors.append(f"{self.page.url}: {error}"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def go(self, path: str) -> Page:
        """Open a page of the site, without anything that moves."""
        self.page.goto(self.address + path, wait_until="load")
        self.page.add_style_tag(content=STILL)
        return self.page

    def resize(self, width: int, height: int = 800) -> None:
        """Make the window as wide, and wait until the page has followed."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked of the page has been painted."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def unfold(self) -> None:
        """Open every fold."""
        self.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(f"{self.page.url} asks for {request.url}")


@contextmanager
def browser(*more_flags: str) -> Iterator[Browser]:
    """Start the browser that is installed."""
    executable = provide.installed()
    if executable is None:
        sys.exit(provide.MISSING)
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=executable, args=[*provide.FLAGS, *more_flags])
        yield one
        one.close()


def side_by_side(
    what: str, items: Sequence[Item], work: Callable[[Browser, Iterator[Item]], list[Result]]
) -> list[Result]:
    """Share items between browsers; each does its work on its share, and progress is told."""
    done = iter(range(1, len(items) + 1))

    def counted(share: Sequence[Item]) -> Iterator[Item]:
        for item in share:
            yield item
            if (number := next(done)) % STEP == 0 or number == len(items):
                print(f"  {what}: {number} of {len(items)}", flush=True)

    def run(share: Sequence[Item]) -> list[Result]:
        with browser() as one:
            return work(one, counted(share))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        shares = [items[start::AT_ONCE] for start in range(AT_ONCE)]
        return list(chain.from_iterable(pool.map(run, shares)))
