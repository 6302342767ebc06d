"""Every claim as it is printed: pages of A4, open folds, the words of badges."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from built import claims_of
from rows import Row
from tabs import Tab, side_by_side

MOST = 2
"""Pages of A4 that a claim may fill."""
PAGE = re.compile(rb"/Type\s*/Page\b")
FOLDED = """() => [...document.querySelectorAll("article details:not(form *, .cb-twin) > :not(summary)")]
  .filter(part => !part.checkVisibility()).map(part => part.parentElement.querySelector("summary").innerText)"""
"""Folds that print shut, but for forms, which are of no use on paper, and the table of a picture, which the list of
studies below it holds too."""
WORDLESS = """() => [...document.querySelectorAll("article :is(.cb-badge, .cb-chip)")]
  .filter(badge => badge.checkVisibility() ? !badge.innerText.trim() : badge.closest(".cb-head"))
  .map(badge => badge.outerHTML.slice(0, 100))"""
"""Signs that print nothing but a symbol, and a rating that is not printed; lists that stay off paper are no loss."""
SMALLEST = """() => {
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  const sizes = []
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement
    const seen = texts.currentNode.data.trim() && one.checkVisibility() && one.clientWidth !== 1
    if (seen && !one.closest("svg")) sizes.push(parseFloat(getComputedStyle(one).fontSize))
  }
  return Math.min(...sizes)
}"""
POINT = 0.75
"""Points of print in a pixel of CSS."""
LETTERS = 6
"""Points below which letters on paper are too small to read."""


class Printed(NamedTuple):
    """What a claim looks like on paper."""

    page: str
    sheets: int
    folded: list[str]
    wordless: list[str]
    smallest: float
    """Size of the smallest letters, in points."""


def measure(site: Path, address: str) -> Iterator[Row]:
    """Print every claim."""
    claims = claims_of(site)

    def work(browser: Browser, share: Iterator[str]) -> list[Printed]:
        with Tab(browser, address) as tab:
            return [_print(tab, page) for page in share]

    printed = sorted(side_by_side("claims printed", claims, work), key=lambda one: (-one.sheets, one.page))
    return _rows(printed)


def _print(tab: Tab, path: str) -> Printed:
    page = tab.go(path)
    page.emulate_media(media="print")
    folded, wordless, smallest = (page.evaluate(script) for script in (FOLDED, WORDLESS, SMALLEST))
    sheets = len(PAGE.findall(page.pdf(format="A4")))
    page.emulate_media(media="screen")
    return Printed(path, sheets, folded, wordless, smallest * POINT)


def _rows(printed: list[Printed]) -> Iterator[Row]:
    long = tuple(f"{one.page} fills {one.sheets}" for one in printed if one.sheets > MOST)
    middle = printed[len(printed) // 2].sheets
    found = f"{len(printed) - len(long)} of {len(printed)} claims; middle {middle}, most {printed[0].sheets}"
    yield Row("pages of A4 a claim fills", f"at most {MOST}", found, long)
    folded = tuple(f"{one.page}: “{name}” is shut" for one in printed for name in one.folded)
    yield Row("folds that print shut", "none", str(len(folded)), folded)
    wordless = tuple(f"{one.page}: {badge}" for one in printed for badge in one.wordless)
    yield Row("badges and chips that print no word", "none", str(len(wordless)), wordless)
    small = tuple(f"{one.page}: {one.smallest:.1f} points" for one in printed if one.smallest < LETTERS)
    smallest = min(one.smallest for one in printed)
    yield Row("smallest letters on paper", f"at least {LETTERS} points", f"{smallest:.1f} points", small)
