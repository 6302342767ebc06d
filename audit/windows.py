"""Every kind of page and every claim in six windows: axe, sideways scrolling, weight, other hosts, script errors."""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from built import CLAIM, claims_of, heaviest, kind_of, pages_of
from rows import Row
from tabs import Tab, side_by_side
from visitor import Scheme

WIDTHS = (320, 768, 1280)
"""A phone, or 1280 px at 400 %; a tablet; a desk. In CSS pixels."""
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
WINDOWS = tuple(product(WIDTHS, SCHEMES))
AXE = """rules => axe.run(document, rules).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, failureSummary: why }) => `${id} at ${target.join(" ")}: ${why.replace(/\\s+/g, " ")}`)))"""
WIDTH = "document.documentElement.scrollWidth"
LOADED = """() => ["navigation", "resource"].flatMap(type => performance.getEntriesByType(type))
  .map(({ name, encodedBodySize, decodedBodySize }) => [name, encodedBodySize, decodedBodySize])"""
KILOBYTE = 1000
HEAVIEST = 200
"""Kilobytes that a claim may weigh: page, styles, scripts and pictures as they go over the line."""
APART = (".json", ".woff", ".woff2")
"""What is not counted: fonts, and the index that the theme's search keeps, which is told beside the weight."""


class Weight(NamedTuple):
    """What a page and all that it loads weigh, in kilobytes."""

    packed: float
    whole: float
    search: float


class Seen(NamedTuple):
    """What one page showed."""

    page: str
    violations: list[str]
    sideways: list[str]
    weight: Weight
    elsewhere: list[str]
    errors: list[str]


def measure(site: Path, address: str) -> Iterator[Row]:
    """Look at every claim and at the fullest page of every other kind."""
    claims = claims_of(site)
    looked_at = [*claims, *(page for page in heaviest(site, pages_of(site)).values() if page not in claims)]

    def work(browser: Browser, share: Iterator[str]) -> list[Seen]:
        return [look(browser, address, page) for page in share]

    seen = side_by_side("pages in six windows", looked_at, work)
    return _rows(seen, len(claims))


def look(browser: Browser, address: str, path: str, windows: Iterable[tuple[int, Scheme]] = WINDOWS) -> Seen:
    """Look at one page in windows of some widths and colours, with every fold open."""
    violations: list[str] = []
    sideways: list[str] = []
    with Tab(browser, address) as tab:
        tab.context.add_init_script(AXE_SCRIPT)
        page = tab.go(path)
        tab.unfold()
        for width, scheme in windows:
            tab.resize(width)
            if (reached := page.evaluate(WIDTH)) > width:
                sideways.append(f"{path} at {width} px, {scheme}, reaches {reached} px")
            page.emulate_media(color_scheme=scheme)
            tab.settle()
            violations += [f"{path} at {width} px, {scheme}: {one}" for one in page.evaluate(AXE, WCAG)]
        weight = _weight(page.evaluate(LOADED))
        return Seen(path, violations, sideways, weight, tab.elsewhere, tab.errors)


def _weight(loaded: list[tuple[str, int, int]]) -> Weight:
    counted = [one for one in loaded if not one[0].endswith(APART)]
    packed, whole = (sum(sizes) / KILOBYTE for sizes in zip(*((one[1], one[2]) for one in counted), strict=True))
    return Weight(packed, whole, sum(one[1] for one in loaded if one[0].endswith(".json")) / KILOBYTE)


def _rows(seen: list[Seen], claims: int) -> Iterator[Row]:
    violations = tuple(one for page in seen for one in page.violations)
    sideways = tuple(one for page in seen for one in page.sideways)
    elsewhere = tuple(one for page in seen for one in page.elsewhere)
    errors = tuple(one for page in seen for one in page.errors)
    pages = f"{claims} claims, {len(seen) - claims} other kinds"
    yield Row("axe, WCAG 2.2 A and AA, six windows", "no violation", f"{len(violations)} on {pages}", violations)
    yield Row("sideways scrolling at 320, 768, 1280 px", "none", f"{len(sideways)} on {pages}", sideways)
    yield Row("requests to other hosts", "none", str(len(elsewhere)), elsewhere)
    yield Row("errors of scripts", "none", str(len(errors)), errors)
    yield _weight_row([page for page in seen if kind_of(page.page) == CLAIM])


def _weight_row(seen: list[Seen]) -> Row:
    by_weight = sorted(seen, key=lambda page: -page.weight.packed)
    most, whole, search = by_weight[0].weight
    heavy = [f"{one.page} weighs {one.weight.packed:.0f} kB" for one in by_weight if one.weight.packed > HEAVIEST]
    found = f"at most {most:.0f} kB ({whole:.0f} kB unpacked), and {search:.0f} kB for the search"
    return Row("weight of a claim as transferred", f"at most {HEAVIEST} kB", found, tuple(heavy))
