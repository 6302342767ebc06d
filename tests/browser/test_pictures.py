"""Pictures as a browser draws them: readable on the smallest phone, nothing in the way, told apart without colour."""

import pytest

from claimbook.model import Catalogue, Certainty, Term, Verdict, Wording
from claimbook.pages.engine import Engine
from claimbook.verdicts import weigh_all
from claimbook.views import ClaimView, shelve, view_claim
from claimbook.views.base import tally
from visitor import Visitor

pytestmark = pytest.mark.xdist_group("site")

SMALLEST = 11
"""Height of letters in pictures, in CSS pixels, that can still be read."""
UNFOLD = "for (const part of document.querySelectorAll('details')) part.open = true"
TEXTS = """() => [...document.querySelectorAll('.cb-plot svg text')].map(text =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
COLLISIONS = """() => [...document.querySelectorAll('.cb-plot svg')].flatMap(svg => {
  const room = svg.getBoundingClientRect()
  const things = [...svg.querySelectorAll('text, g')].map(one => [one, one.getBoundingClientRect()])
  const out = things.filter(([one, box]) => box.left < room.left - 1 || box.right > room.right + 1)
  const hit = things.filter(([one, a], place) => things.slice(place + 1).some(([two, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3))
  return [...out, ...hit].map(([one]) => one.textContent || one.outerHTML)
})"""
"""What leaves its picture or covers something else in it; boxes of letters are a little higher than the letters."""


ON_WHOLE_PIXELS = """html => {
  document.body.innerHTML = html
  for (const [place, one] of document.querySelectorAll('.cb-swatch').entries())
    one.style = `position: fixed; left: 10px; top: ${place * 30}px; width: 24px; height: 16px`
}"""
"""Edges between pixels would make one pattern look different in two places."""


@pytest.fixture(scope="module")
def busiest(catalogue: Catalogue) -> ClaimView:
    """The claim with most results in forest plots."""
    shelf = shelve(catalogue, weigh_all(catalogue))
    views = (view_claim(claim, shelf) for claim in catalogue.claims.values())
    return max(views, key=lambda view: sum(len(one.rows) for one in view.forests.forests) if view.forests else 0)


@pytest.mark.parametrize("width", [320, 1280])
def test_words_in_pictures_can_be_read_and_stand_in_nothings_way(
    visitor: Visitor, busiest: ClaimView, width: int
) -> None:
    page = visitor.open(busiest.row.path, width)
    page.evaluate(UNFOLD)

    sizes = page.evaluate(TEXTS)
    assert len(sizes) > 20
    assert min(sizes) >= SMALLEST
    assert page.evaluate(COLLISIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("vocabulary", [Verdict, Wording, Certainty])
def test_patterns_can_be_told_apart_in_black_and_white(
    visitor: Visitor, catalogue: Catalogue, vocabulary: type[Term]
) -> None:
    """Each pattern is drawn twice, so that this also shows that what differs is the pattern and not its place."""
    bar = '{% from "parts.j2" import tallies %}{{ tallies(view) }}{{ tallies(view) }}'
    macro = Engine(catalogue.book)._env.from_string(bar)
    page = visitor.open("glossary/", scripts=False)
    page.emulate_media(media="print")
    page.evaluate(ON_WHOLE_PIXELS, macro.render(view=tally(vocabulary, list(vocabulary))))

    drawn = [swatch.screenshot() for swatch in page.locator(".cb-swatch").all()]

    assert len(drawn) == 2 * len(vocabulary)
    assert len(set(drawn)) == len(vocabulary)
