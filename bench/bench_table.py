"""What narrowing the list of all claims costs: from the press of a key or a button to the picture that shows it.

Real Chromium and real input, in lists of 200 and of 2,000 claims. Targets: no interaction takes over 100 ms of the
page's thread with 2,000 claims, and ten times the claims cost at most three times as much. That is processor time, so
other work on the machine does not count; the time from input to picture that the browser itself tells (Event Timing)
stands beside it, as it is and on a processor slowed down four times, as phones are. The best of several walks counts.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench_build import REPOSITORY
from claimbook import verdicts, views
from claimbook.output import write
from claimbook.pages import render
from claimbook.reading import read
from claimbook.site import build
from generate import generate

sys.path.append(str(REPOSITORY / "tests" / "browser"))
import provide

SIZES = (200, 2000)
SLOWEST = 100
"""Most milliseconds of an interaction, at the largest size."""
GROWTH = 3
"""Most by which the slowest interaction may grow with ten times the claims."""
WALKS = 4
SETTINGS = """
site_name: Synthetic
theme: {name: material, font: false, custom_dir: docs/.theme}
extra_css: [assets/claimbook.css]
extra_javascript: [assets/claimbook.js]
plugins: [search]
markdown_extensions: [attr_list]
"""
NEEDED = (".theme/", "assets/", "claims/index.md", "claims/rows.json")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
OBSERVE = """
window.slowest = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) slowest = Math.max(slowest, entry.duration)
}).observe({ type: "event", durationThreshold: 16, buffered: true })
"""


class Step(NamedTuple):
    """Something readers do: a click, or keys pressed in a field."""

    name: str
    selector: str
    keys: str = ""


STEPS = (
    Step("opening a facet", ".cb-facet >> nth=1 >> summary"),
    Step("first answer", "[name=verdict] >> nth=0"),
    Step("second answer", "[name=verdict] >> nth=1"),
    Step("taking it back", ".cb-chosen__one >> nth=-1"),
    Step("another order", "#find-sort", "qc"),
    Step("more rows", ".cb-found__more button"),
    Step("a letter of a word", "#find-words", "question"),
    Step("clearing all", ".cb-chosen__clear"),
)


class Took(NamedTuple):
    """Milliseconds of one interaction."""

    thread: float
    picture: float


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=provide.provide(), args=FLAGS)
        few, many = (measure(browser, size) for size in SIZES)
        browser.close()
    print(f"slowest with {SIZES[1]} claims: {many:.0f} ms (at most {SLOWEST})")
    print(f"against {SIZES[0]} claims: {many / few:.1f} times (at most {GROWTH})")
    sys.exit(0 if many <= SLOWEST and many / few <= GROWTH else 1)


def measure(browser: Browser, size: int) -> float:
    """Walk through a list of that size; return the slowest interaction, in milliseconds of the page's thread."""
    with site(size) as address:
        found, slowed = ([walk(browser, address, rate) for _ in range(WALKS)] for rate in (1, 4))
    best = {step.name: min(walk[step.name].thread for walk in found) for step in STEPS}
    for name, thread in best.items():
        picture, phone = (min(walk[name].picture for walk in walks) for walks in (found, slowed))
        print(f"{size:6} claims: {name:20} {thread:4.0f} ms   to picture {picture:4.0f} ms, on a phone {phone:4.0f} ms")
    return max(best.values())


@contextmanager
def site(size: int) -> Iterator[str]:
    """Serve the list of a synthetic book, and nothing else of it."""
    with TemporaryDirectory() as name:
        book = generate(Path(name, "book"), size)
        catalogue = read(book).catalogue
        assert catalogue is not None
        shelf = views.shelve(catalogue, verdicts.weigh_all(catalogue))
        docs = book / "docs"
        write(docs, (file for file in render(shelf) if file.path.startswith(NEEDED)))
        (docs / "index.md").write_text("# Home\n")
        (book / "mkdocs.yml").write_text(SETTINGS)
        folder = build(book)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/claims/"
            server.shutdown()


def walk(browser: Browser, address: str, slowdown: int) -> dict[str, Took]:
    """Do what readers do, step by step."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    session.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
    session.send("Performance.enable")
    page.goto(address)
    page.locator("#find-words").click()
    page.wait_for_timeout(1000 * slowdown)
    page.evaluate(OBSERVE)
    took = {step.name: take(page, session, step, 400 * slowdown) for step in STEPS}
    page.close()
    return took


def take(page: Page, session: CDPSession, step: Step, wait: int) -> Took:
    """Take one step, and note what the page's thread worked for each key or click, and its slowest event."""
    place = page.locator(step.selector)
    place.scroll_into_view_if_needed()
    if step.keys:
        place.focus()
    box = place.bounding_box()
    assert box is not None
    page.evaluate("slowest = 0")
    page.wait_for_timeout(wait)
    before = worked(session)
    for key in step.keys:
        page.keyboard.press(key)
        page.wait_for_timeout(wait / 4)
    if not step.keys:
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(wait)
    thread = (worked(session) - before) / max(len(step.keys), 1)
    return Took(thread, float(page.evaluate("slowest")))


def worked(session: CDPSession) -> float:
    """Return how many milliseconds the page's thread has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


if __name__ == "__main__":
    main()
