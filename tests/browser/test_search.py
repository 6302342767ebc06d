"""The theme's search finds every claim, once."""

import pytest

from claimbook.model import Catalogue
from visitor import Visitor

pytestmark = pytest.mark.xdist_group("site")


def test_search_finds_each_claim_by_its_title(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.open("")
    page.locator(".md-search__input").click()
    missed = {}
    for claim, record in catalogue.claims.items():
        page.locator(".md-search__input").fill(record.title)
        page.wait_for_function(
            "words => document.querySelector('.md-search-result__meta').innerText.match(/result|document/)"
            " && document.querySelector('.md-search__input').value === words",
            arg=record.title,
        )
        hits = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.pathname)")
        if not any(hit.endswith(f"/claims/{claim}/") for hit in hits[:3]):
            missed[claim] = hits[:3]
    assert missed == {}
