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
FETCHED = "performance.getEntriesByType('resource').filter(one => one.name.endsWith('search_index.json')).length"
MET = "document.querySelector('.md-search-result__meta').innerText"


TYPED = """async queries => {
  const field = document.querySelector(".md-search__input")
  const list = document.querySelector(".md-search-result__list")
  let patience = 20000
  const until = reached => new Promise(resolve => {
    const watch = new MutationObserver(look)
    const limit = setTimeout(() => {
      patience = 1000
      resolve()
    }, patience)
    function look() {
      if (!reached()) return
      clearTimeout(limit)
      watch.disconnect()
      resolve()
    }
    watch.observe(list, {childList: true})
    look()
  })
  const type = words => {
    field.value = words
    field.dispatchEvent(new KeyboardEvent("keyup"))
  }
  const found = {}
  for (const query of queries) {
    type("")
    await until(() => !list.children.length)
    type(query)
    await until(() => list.children.length)
    found[query] = Array.from(list.querySelectorAll(":scope > li > a"), hit => hit.pathname)
  }
  return found
}"""
"""Types one query after the other, each into an empty field, and waits for a hit; once in vain, then no longer so long.

What the line above the hits says is no sign: a late answer to the emptied field also says that nothing was found.
"""


def look_up(page: Page, *queries: str) -> dict[str, list[str]]:
    """Type into the search, and return the paths of its hits in order, query by query."""
    page.locator(".md-header label[for=__search]").first.dispatch_event("click")
    page.locator(".md-search__input").focus()
    found: dict[str, list[str]] = page.evaluate(TYPED, list(queries))
    return found


def words_of(claim: Claim) -> str:
    """The question as people would type it; to the search, quotation marks ask for words that stand side by side."""
    return claim.title.rstrip("?").replace('"', "")


def test_each_claim_is_among_the_first_hits_for_its_title_and_stands_there_once(
    visitor: Visitor, catalogue: Catalogue
) -> None:
    page = visitor.open("")
    found = look_up(page, *map(words_of, catalogue.claims.values()))
    hits = {claim.id: found[words_of(claim)] for claim in catalogue.claims.values()}

    assert {claim: found[:3] for claim, found in hits.items() if f"/claims/{claim}/" not in found[:3]} == {}
    assert {claim: found for claim, found in hits.items() if found.count(f"/claims/{claim}/") != 1} == {}


def test_words_of_readers_bring_a_claim_that_answers_them_among_the_first_hits(
    visitor: Visitor, catalogue: Catalogue
) -> None:
    queries: dict[str, list[str]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    assert {claim for wanted in queries.values() for claim in wanted} <= catalogue.claims.keys()
    page = visitor.open("")
    hits = {query: [claim_at(path) for path in found[:3]] for query, found in look_up(page, *queries).items()}

    assert {query: found for query, found in hits.items() if not {*found} & {*queries[query]}} == {}


def claim_at(path: str) -> str:
    return path.removesuffix("/").rpartition("/claims/")[2]


def test_a_hit_tells_question_verdict_and_certainty_and_not_the_words_that_found_it(
    visitor: Visitor, catalogue: Catalogue
) -> None:
    claim = catalogue.claims["off-label-for-anxiety"]
    page = visitor.open("", width=360)
    look_up(page, "illegal")

    told = page.locator(f"{HITS}[href$='/claims/{claim.id}/']").inner_text()

    assert claim.rating is not None
    assert claim.grading.fact_basis is not None
    assert claim.title in told
    assert f"{claim.rating.verdict.label} · {claim.grading.fact_basis.label}" in told
    assert "illegal" not in told


def test_index_is_fetched_once_somebody_goes_to_the_search(visitor: Visitor) -> None:
    page = visitor.open("")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(FETCHED) == 0

    look_up(page, "ketamine")
    assert page.evaluate(FETCHED) == 1


def test_a_word_that_stands_nowhere_has_no_hit(visitor: Visitor) -> None:
    page = visitor.open("")
    look_up(page, "ketamine")

    page.locator(".md-search__input").fill("xylophone")
    page.locator(".md-search__input").press("End")

    page.wait_for_function(f"!document.querySelectorAll('{HITS}').length && /^No /.test({MET})")
