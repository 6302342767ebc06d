"""A check whose day has passed is told in words, by a script that knows the reader's day; without it the days stand."""

from datetime import date, timedelta

import pytest

from claimbook.model import Catalogue
from visitor import Visitor

pytestmark = pytest.mark.xdist_group("site")


def days_due(catalogue: Catalogue) -> list[date]:
    return sorted(claim.review.due for claim in catalogue.claims.values() if claim.review.due)


def test_checks_of_the_past_and_no_others_are_overdue(visitor: Visitor, catalogue: Catalogue) -> None:
    first = days_due(catalogue)[0]
    for today, late in ((first, 0), (first + timedelta(days=1), 1)):
        page = visitor.open("changes/due/", today=today)
        assert page.locator("h2").filter(has_text="overdue").count() == late
        assert page.locator("h2").first.inner_text().startswith(f"{first.day} ")


def test_a_claim_tells_it_as_well(visitor: Visitor, catalogue: Catalogue) -> None:
    claim = next(claim for claim in catalogue.claims.values() if claim.review.due)
    assert claim.review.due is not None
    page = visitor.open(f"claims/{claim.id}/", today=claim.review.due + timedelta(days=400))
    assert "overdue" in page.locator(".cb-due").inner_text()


def test_without_scripts_the_days_stand_alone(visitor: Visitor) -> None:
    page = visitor.open("changes/due/", scripts=False)
    assert page.locator(".cb-due time").count() > 0
    assert page.get_by_text("overdue").count() == 0


def test_files_that_cite_a_claim_can_be_fetched_from_its_page(visitor: Visitor, catalogue: Catalogue) -> None:
    claim = next(claim for claim in catalogue.claims.values() if claim.rating and claim.evidence)
    page = visitor.open(f"claims/{claim.id}/")
    links = page.locator(".cb-files a[download]")
    assert links.count() == 7
    for link in links.all():
        assert page.request.get(page.url.partition("claims/")[0] + _below(link.get_attribute("href"))).ok


def _below(link: str | None) -> str:
    assert link is not None
    return link.replace("../", "")
