"""Enlarged: 400 % in a window of 1280 by 1024, text alone at 200 %, and text set wider as WCAG 1.4.12 says.

Nothing may be cut off, no page may scroll sideways, and what stays in place may not fill half of the window.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from built import heaviest, pages_of
from rows import Row
from tabs import Tab, side_by_side

TWICE = {"fontSizes": {"standard": 32, "fixed": 26}}
"""Twice the sizes that browsers start from, as people set who need larger letters."""
WIDER = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
  const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(one)
  const cut = (overflow, needs, has) => /hidden|clip/.test(overflow) && needs > has + 1
  return clipPath === "none" && textOverflow !== "ellipsis" && one.clientWidth > 1 && one.innerText?.trim()
    && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && one.getBoundingClientRect().right > 0
    && (cut(overflowX, one.scrollWidth, one.clientWidth) || cut(overflowY, one.scrollHeight, one.clientHeight))
}).map(one => `${one.tagName.toLowerCase()}.${one.className}`)"""
"""Text that does not fit into its box, on the page; on phones the menu waits to the left of it. What only screen
readers get is clipped on purpose; dots tell of a cut in the theme's header and menu, which repeat a heading."""
FIXED = """() => [...document.querySelectorAll("body *")].filter(one => {
  const { position, top } = getComputedStyle(one)
  const { width, height, right, y } = one.getBoundingClientRect()
  return (position === "fixed" || position === "sticky" && y <= parseFloat(top)) && one.checkVisibility()
    && width * height > 0 && right > 0 && y < innerHeight && y + height > 0
}).reduce((most, one) => Math.max(most, one.getBoundingClientRect().height / innerHeight), 0)"""


class Enlarged(NamedTuple):
    """What became of a page."""

    sideways: list[str]
    cut: list[str]
    covered: list[str]


def measure(site: Path, address: str) -> Iterator[Row]:
    """Enlarge the fullest page of every kind."""
    pages = list(heaviest(site, pages_of(site)).values())

    def work(browser: Browser, share: Iterator[str]) -> list[Enlarged]:
        return [enlarged for page in share for enlarged in _ways(browser, address, page)]

    found = side_by_side("pages enlarged", pages, work)
    kinds = f"on {len(pages)} kinds of pages"
    whats = {"scroll sideways": "sideways", "cut off text": "cut", "cover half of the window": "covered"}
    for what, column in whats.items():
        problems = tuple(problem for one in found for problem in getattr(one, column))
        yield Row(f"enlarged pages that {what}", "none", f"{len(problems)} {kinds}", problems)


def _ways(browser: Browser, address: str, path: str) -> Iterator[Enlarged]:
    with Tab(browser, address, viewport={"width": 320, "height": 256}, device_scale_factor=4) as tab:
        tab.go(path)
        yield _seen(tab, f"{path} at 400 %")
    with Tab(browser, address, viewport={"width": 1280, "height": 1024}) as tab:
        tab.context.new_cdp_session(tab.page).send("Page.setFontSizes", TWICE)
        tab.go(path)
        yield _seen(tab, f"{path} with text at 200 %")
    for width in (320, 1280):
        with Tab(browser, address, viewport={"width": width, "height": 800}) as tab:
            tab.go(path).add_style_tag(content=WIDER)
            yield _seen(tab, f"{path} with text set wider at {width} px")


def _seen(tab: Tab, how: str) -> Enlarged:
    tab.unfold()
    tab.settle()
    width, reached = tab.page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    cut = [f"{how}: {one}" for one in tab.page.evaluate(CUT)]
    tab.page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    tab.settle()
    covered = tab.page.evaluate(FIXED)
    return Enlarged(
        [f"{how}: reaches {reached} of {width} px"] if reached > width else [],
        cut,
        [f"{how}: {covered:.0%}"] if covered > 0.5 else [],
    )
