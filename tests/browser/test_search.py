"""The theme's search finds every claim, once."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from claimbook.model import Catalogue, Claim
from visitor import Visitor

pytestmark = pytest.mark.xdist_group("site")


HITS = ".md-search-result__item > .md-search-result__link"
QUERIES = Path(__file__).parent / "queries.yml"
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


def test_words_of_readers_bring_a_claim_that_answers_them_among_the_first_hits(
    visitor: Visitor, catalogue: Catalogue
) -> None:
    queries: dict[str, list[str]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    assert {claim for wanted in queries.values() for claim in wanted} <= catalogue.claims.keys()
    page = visitor.open("")
    page.locator(".md-search__input").click()
    hits = {query: look_up(page, query)[:3] for query in queries}

    missed = {query: found for query, found in hits.items() if not {*map(claim_at, found)} & {*queries[query]}}
    assert missed == {}


def claim_at(path: str) -> str:
    return path.removesuffix("/").rpartition("/claims/")[2]


def test_a_hit_tells_question_verdict_and_certainty_and_not_the_words_that_found_it(
    visitor: Visitor, catalogue: Catalogue
) -> None:
    claim = catalogue.claims["off-label-for-anxiety"]
    page = visitor.open("", width=360)
    page.locator("label[for=__search].md-header__button").click()
    assert look_up(page, "illegal")

    told = page.locator(f"{HITS}[href$='/claims/{claim.id}/']").inner_text()

    assert claim.rating is not None
    assert claim.grading.fact_basis is not None
    assert claim.title in told
    assert f"{claim.rating.verdict.label} · {claim.grading.fact_basis.label}" in told
    assert "illegal" not in told


def test_a_word_that_stands_nowhere_has_no_hit(visitor: Visitor) -> None:
    page = visitor.open("")
    page.locator(".md-search__input").click()
    assert look_up(page, "ketamine")

    _type(page, "xylophone")

    page.wait_for_function(f"!document.querySelectorAll('{HITS}').length && /^No /.test({MET})")
