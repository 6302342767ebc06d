"""Every kind of page with the Tab key alone, at a desk and at 400 %, and then what keys do there.

Each stop of the focus must be in the window, marked, and not hidden under what stays in place; every link, button, fold
and field of the page must be a stop; and the focus must come out again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from built import heaviest, pages_of
from deeds import DEEDS, done
from rows import Row
from tabs import Tab, browser, side_by_side

WINDOWS = {"a desk": (1280, 800), "400 %": (320, 256)}
MOST = 3000
"""Presses after which a page is called a trap."""
REACHABLE = """() => {
  const kinds = "a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex]:not([tabindex='-1'])"
  const parts = [...document.querySelectorAll("article, .cb-notices")]
  window.stops = new Set(parts.flatMap(part => [...part.querySelectorAll(kinds)])
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0))
  return window.stops.size
}"""
STOP = """() => {
  const one = document.activeElement
  if (one === document.body || one === document.documentElement) return null
  window.stops.delete(one)
  for (const two of window.stops) if (one.type === "radio" && two.name === one.name) window.stops.delete(two)
  const rings = [one, one.nextElementSibling, one.parentElement, ...(one.labels ?? [])].filter(Boolean)
  const marked = rings.map(ring => getComputedStyle(ring))
    .some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 1)
  const parts = [one, ...(one.labels ?? []), ...(one.matches(".md-option") ? [one.nextElementSibling] : [])]
    .filter(part => part.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  const points = parts.flatMap(part => [...part.getClientRects()]).flatMap(({ left, right, top, bottom }) => {
    const [x, y] = [Math.max(left, 0), Math.max(top, 0)]
    const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y]
    return [0.1, 0.5, 0.9].flatMap(across => [0.2, 0.5, 0.8].map(down => [x + across * width, y + down * height]))
  })
  const seen = points.some(point => {
    const top = document.elementFromPoint(...point)
    return top && parts.some(part => part.contains(top) || top.contains(part) && top.closest("body > *"))
  })
  const words = (one.innerText || one.ariaLabel || "").trim().slice(0, 40)
  const name = `${one.localName}.${one.className} “${words}”`
  return { name, marked, seen, search: one.closest(".md-search") !== null }
}"""
LEFT = "() => [...window.stops].map(one => one.outerHTML.slice(0, 90))"


def measure(site: Path, address: str) -> Iterator[Row]:
    """Walk through the fullest page of every kind, then do what can be done by keys."""
    walks = [(page, window) for page in heaviest(site, pages_of(site)).values() for window in WINDOWS]

    def work(browser: Browser, share: Iterator[tuple[str, str]]) -> list[tuple[int, list[str]]]:
        return [walk(browser, address, page, window) for page, window in share]

    found = side_by_side("walks by keyboard", walks, work)
    problems = tuple(problem for _, ones in found for problem in ones)
    stops = sum(number for number, _ in found)
    yield Row("keyboard, walk through kinds of pages", "every stop seen", f"{stops}, {len(problems)} bad", problems)
    with browser() as one, Tab(one, address, viewport={"width": 1280, "height": 800}) as tab:
        failed = tuple(problem for name in DEEDS for problem in done(name, tab, site))
    yield Row("keyboard, deeds", "all done", ", ".join(DEEDS), failed)


def walk(browser: Browser, address: str, path: str, window: str) -> tuple[int, list[str]]:
    """Press Tab until the focus leaves the page; return the number of stops, and what is wrong with them."""
    width, height = WINDOWS[window]
    with Tab(browser, address, viewport={"width": width, "height": height}) as tab:
        page = tab.go(path)
        page.evaluate(REACHABLE)
        stops = list(_stops(tab))
        problems = [
            f"{'unseen' if stop['marked'] else 'unmarked'} focus: {stop['name']}"
            for stop in stops
            if not (stop["marked"] and stop["seen"])
        ]
        problems += [f"never reached: {one}" for one in page.evaluate(LEFT)]
        if len(stops) == MOST:
            problems.append("the focus does not come out")
    return len(stops), [f"{path or 'home'} at {window}: {problem}" for problem in problems]


def _stops(tab: Tab) -> Iterator[dict[str, Any]]:
    """Tell of each stop of the focus, until it leaves the page."""
    for _ in range(MOST):
        tab.page.keyboard.press("Tab")
        if (stop := tab.page.evaluate(STOP)) is None:
            return
        if not stop["seen"]:
            tab.settle()  # The window follows the focus a moment later.
            stop = tab.page.evaluate(STOP)
        yield stop
        if stop["search"]:
            tab.page.keyboard.press("Escape")  # It opens over the page as soon as it has the focus.
