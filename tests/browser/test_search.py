"""The theme's search finds every claim, once."""

import pytest
from playwright.sync_api import Page

from claimbook.model import Catalogue, Claim
from visitor import Visitor

pytestmark = pytest.mark.xdist_group("site")


HITS = ".md-search-result__item > .md-search-result__link"
MET = "document.querySelector('.md-search-result__meta').innerText"


def look_up(page: Page, words: str) -> list[str]:
    """Type into the search, and return the paths of its hits in order; waits until there is one."""
    _type(page, "")
    page.wait_for_function(f"document.querySelectorAll('{HITS}').length === 0")
    _type(page, words)
    # The line above the hits is no sign: a late answer to the emptied field also says that nothing was found.
    page.wait_for_selector(HITS, state="attached")
    hits: list[str] = page.locator(HITS).evaluate_all("links => links.map(link => link.pathname)")
    return hits


def _type(page: Page, words: str) -> None:
    """Fill the field; the theme listens to keys, so one is pressed."""
    page.locator(".md-search__input").fill(words)
    page.locator(".md-search__input").press("End")


def words_of(claim: Claim) -> str:
    """The question as people would type it; to the search, quotation marks ask for words that stand side by side."""
    return claim.title.rstrip("?").replace('"', "")


def test_each_claim_is_among_the_first_hits_for_its_title_and_stands_there_once(
    visitor: Visitor, catalogue: Catalogue
) -> None:
    page = visitor.open("")
    page.locator(".md-search__input").click()
    hits = {claim.id: look_up(page, words_of(claim)) for claim in catalogue.claims.values()}

    assert {claim: found[:3] for claim, found in hits.items() if f"/claims/{claim}/" not in found[:3]} == {}
    assert {claim: found for claim, found in hits.items() if found.count(f"/claims/{claim}/") != 1} == {}


def test_a_word_that_stands_nowhere_has_no_hit(visitor: Visitor) -> None:
    page = visitor.open("")
    page.locator(".md-search__input").click()
    assert look_up(page, "ketamine")

    _type(page, "xylophone")

    page.wait_for_function(f"!document.querySelectorAll('{HITS}').length && /^No /.test({MET})")
