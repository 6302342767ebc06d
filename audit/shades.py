"""Coloured signs in shades of grey: their pictures must differ as well as their words and symbols."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import combinations
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser

from built import pages_of
from claimbook.model.vocabulary.term import Term
from greys import FAMILIES, Sign, collect, riding_on_colour, rows_of, vocabulary
from rows import Row
from tabs import Tab, browser
from visitor import Scheme

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SHEET = """groups => {
  document.querySelector("article").innerHTML = groups.map(signs => "<div class=grey-row>" +
    signs.map(({ around, html }) => `<div class="grey-sign">${around}${html}</div>`).join("") + "</div>").join("")
}"""
STYLE = """html { filter: grayscale(1) } .grey-row { display: flex; flex-wrap: wrap; margin-bottom: 6px }
  .grey-sign { min-width: 40px; min-height: 20px; padding: 3px 6px } .grey-sign > * { margin: 0 !important }"""
POINTS = 24
"""Points by which the pictures of two signs must differ; fewer are the edge of a letter."""
CLEARLY = 60
"""Difference of grey, of 255, from which on a point counts."""


def measure(site: Path, address: str) -> Iterator[Row]:
    """Compare the signs of all pages, by words and symbols, then by their pictures without colours."""
    with browser() as one:
        with Tab(one, address) as tab:
            signs = collect(tab.go("methods/"), [address + path for path in pages_of(site)])
        alike = tuple(riding_on_colour(signs))
        yield Row("signs that only colour tells apart", "none", f"{len(alike)} of {len(signs)}", alike)
        for scheme in SCHEMES:
            same = tuple(_alike_in_grey(one, address, signs, scheme))
            yield Row(f"signs that look alike in grey, {scheme}", "none", str(len(same)), same)


def lay_out(tab: Tab, signs: Iterable[Sign]) -> list[list[Sign]]:
    """Show nothing but the signs, in grey, a row for each vocabulary and shape; bars stay with their words and keys."""
    rows = [complete(row) for row in rows_of(signs) if not row[0].shape.startswith("cb-stack.")]
    rows = [[sign for sign in row if sign.text or sign.symbol] for row in rows]
    page = tab.go("methods/")
    page.evaluate(SHEET, [[sign._asdict() for sign in row] for row in rows])
    page.add_style_tag(content=STYLE)
    tab.settle()
    return [row for row in rows if row]


def complete(row: list[Sign]) -> list[Sign]:
    """Add the codes that no page happens to show, in the shape of one that is shown; those with symbols are drawn."""
    one = row[0]
    shown = {sign.code for sign in row}
    if one.family not in FAMILIES or one.shape.endswith("cb-sure") or one.symbol or not one.text:
        return row
    missing = [term for term in vocabulary(one) if term not in shown]
    return [*row, *(_as(one, term) for term in missing)]


def _as(one: Sign, term: Term) -> Sign:
    html = one.html.replace(f"cb-{one.family}-{one.code}", f"cb-{one.family}-{term}")
    return one._replace(code=term, text=term.label, html=html.replace(one.text, term.label))


def _alike_in_grey(one: Browser, address: str, signs: list[Sign], scheme: Scheme) -> Iterator[str]:
    with Tab(one, address, color_scheme=scheme, device_scale_factor=2) as tab:
        rows = lay_out(tab, signs)
        shots = iter(tab.page.locator(".grey-sign").all())
        for row in rows:
            pictures = [(sign, Image.open(BytesIO(next(shots).screenshot())).convert("L")) for sign in row]
            for (sign, picture), (other, second) in combinations(pictures, 2):
                if _differing(picture, second) < POINTS:
                    yield f"{sign.shape}: {sign.code} and {other.code}"


def _differing(one: Image.Image, two: Image.Image) -> int:
    """Count the points that differ clearly, from the upper left corner of both."""
    size = max(one.width, two.width), max(one.height, two.height)
    difference = ImageChops.difference(*(picture.crop((0, 0, *size)) for picture in (one, two)))
    return sum(difference.histogram()[CLEARLY:])
