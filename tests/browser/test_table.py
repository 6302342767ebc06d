"""The list of all claims can be narrowed, ordered, shared and walked by keyboard, and stands without any of it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from claimbook.model import Catalogue, Certainty, Claim, ReviewState, Verdict, Wording
from claimbook.verdicts import wording
from claimbook.views.base import ROWS_PER_PAGE
from visitor import Scheme, Visitor
from windows import WCAG

pytestmark = pytest.mark.xdist_group("site")

LOADED = "document.querySelector('.cb-hits').textContent"


def narrowed(visitor: Visitor, query: str, width: int = 1280, scheme: Scheme = "light") -> Page:
    """Open the list as a shared link shows it."""
    page = visitor.open(f"claims/?{query}", width, scheme)
    page.wait_for_function(LOADED)
    return page


def shown(page: Page) -> list[str]:
    """The questions in the list, in their order."""
    return page.locator("article tbody:visible a").all_inner_texts()


def titles(catalogue: Catalogue, *, having: set[str]) -> set[str]:
    return {catalogue.claims[id_].title for id_ in having}


def rated(catalogue: Catalogue, verdict: Verdict, certainty: Certainty | None = None) -> set[str]:
    """Ids of the claims that were rated so and still stand."""
    return {
        claim.id
        for claim in standing(catalogue)
        if claim.rating and claim.rating.verdict is verdict and certainty in {None, claim.rating.certainty}
    }


def standing(catalogue: Catalogue) -> list[Claim]:
    return [claim for claim in catalogue.claims.values() if claim.review.status is not ReviewState.WITHDRAWN]


def facet(page: Page, name: str) -> Locator:
    return page.locator(".cb-facet").filter(has=page.locator("summary", has_text=name))


def pick(page: Page, name: str, option: str) -> None:
    """Open a facet where it is closed, and tick an answer."""
    if not facet(page, name).locator("fieldset").is_visible():
        facet(page, name).locator("summary").click()
    facet(page, name).get_by_label(option).first.check()
    page.wait_for_function(LOADED)


def status(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def chips(page: Page) -> list[str]:
    return page.locator(".cb-chosen__label:visible").all_inner_texts()


def focus(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.innerText")
    return text


def test_what_is_shown_answers_to_every_filter_and_to_any_answer_of_one(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.open("claims/")

    pick(page, "Verdict", "Mixed")
    pick(page, "Verdict", "Contradicted")
    pick(page, "Certainty", "Moderate")

    having = {id_ for one in (Verdict.MIXED, Verdict.CONTRADICTED) for id_ in rated(catalogue, one, Certainty.MODERATE)}
    assert having
    assert {*shown(page)} == titles(catalogue, having=having)
    assert status(page) == f"{len(having)} of {len(catalogue.claims)} claims"
    assert chips(page) == ["Verdict: Mixed", "Verdict: Contradicted", "Certainty: Moderate certainty"]
    page.get_by_role("button", name="Clear all filters").first.click()
    assert status(page) == f"All {len(catalogue.claims)} claims"
    assert len(shown(page)) == ROWS_PER_PAGE


def test_article_and_wording_are_asked_of_the_same_passage(visitor: Visitor, catalogue: Catalogue) -> None:
    article = min(catalogue.articles)
    page = narrowed(visitor, f"article={article}&wording=strongly-overstated&certainty=very-low")

    levels = {
        claim.id: {wording(claim, said) for said in claim.appearances if said.article == article}
        for claim in standing(catalogue)
        if claim.rating and claim.rating.certainty is Certainty.VERY_LOW
    }
    having = {id_ for id_, found in levels.items() if Wording.STRONGLY_OVERSTATED in found}
    assert having
    assert {*shown(page)} == titles(catalogue, having=having)


def test_back_and_forward_walk_through_the_choices(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.open("claims/")
    pick(page, "Verdict", "Contradicted")
    first = shown(page)
    page.get_by_label("Find words").press_sequentially("last", delay=20)
    page.wait_for_function("location.search.includes('words=last')")
    assert len(shown(page)) < len(first)

    page.go_back()
    assert (chips(page), shown(page)) == (["Verdict: Contradicted"], first)
    page.go_back()
    assert (chips(page), page.url) == ([], f"{visitor.address}claims/")
    page.go_forward()
    assert {*shown(page)} == titles(catalogue, having=rated(catalogue, Verdict.CONTRADICTED))


def test_shared_link_shows_the_same_and_what_it_does_not_know_is_left_out(visitor: Visitor) -> None:
    query = "verdict=contradicted&verdict=no-such-thing&words=Depressions&sort=question&utm=x"
    page = narrowed(visitor, query)

    assert chips(page) == ["“Depressions”", "Verdict: Contradicted"]
    questions = shown(page)
    assert questions == sorted(questions, key=str.casefold)
    assert "Does ketamine have a long-lasting effect on depression?" in questions
    assert page.get_by_label("Order", exact=True).input_value() == "question"
    assert page.locator("link[rel=canonical][href*='?']").count() == 0
    assert not page.locator(".md-search__form:visible input:focus").count()


def test_a_choice_that_would_leave_nothing_cannot_be_made(visitor: Visitor) -> None:
    page = narrowed(visitor, "verdict=not-checkable")

    facet(page, "Certainty").locator("summary").click()
    assert facet(page, "Certainty").get_by_label("High certainty").is_disabled()
    facet(page, "Verdict").locator("summary").click()
    counts = facet(page, "Verdict").locator(".cb-option__claims").all_inner_texts()
    assert all(int(count) > 0 for count in counts)


def test_nothing_found_is_said_and_filters_can_be_taken_off(visitor: Visitor, catalogue: Catalogue) -> None:
    page = narrowed(visitor, "words=xylophone")

    assert status(page) == f"0 of {len(catalogue.claims)} claims"
    assert not page.get_by_role("columnheader").count()
    page.get_by_text("No claim fits all of this.").get_by_role("button").click()
    assert len(shown(page)) == ROWS_PER_PAGE
    assert focus(page) == status(page)


def test_all_that_was_found_can_be_reached(visitor: Visitor, catalogue: Catalogue) -> None:
    page = narrowed(visitor, "sort=question")
    while page.get_by_role("button", name="Show more").is_visible():
        before = len(shown(page))
        page.get_by_role("button", name="Show more").click()
        assert focus(page) == shown(page)[before]

    everything = shown(page)
    assert everything == sorted(everything, key=str.casefold)
    assert {*everything} == {claim.title for claim in catalogue.claims.values()}
    links = page.locator("article tbody:visible a").evaluate_all("links => links.map(link => link.pathname)")
    assert {*links} == {f"/claims/{id_}/" for id_ in catalogue.claims}


def test_category_narrows_its_own_claims_alone(visitor: Visitor, catalogue: Catalogue) -> None:
    category = catalogue.book.categories[-1]
    page = visitor.open(f"categories/{category.id}/?verdict=supported")
    page.wait_for_function(LOADED)

    having = {id_ for id_ in rated(catalogue, Verdict.SUPPORTED) if catalogue.category_of[id_] == category.id}
    assert {*shown(page)} == titles(catalogue, having=having)
    assert page.locator("article tbody:visible a").first.evaluate("link => link.pathname").startswith("/claims/")
    assert facet(page, "Subject").count() == 0
    page.emulate_media(media="print")
    assert not page.get_by_role("search", name="Find claims").count()
    assert chips(page) == ["Verdict: Supported"]


def test_keyboard_alone_narrows_and_takes_back(visitor: Visitor) -> None:
    page = visitor.open("claims/")
    page.get_by_label("Find words").focus()
    page.keyboard.type("anxiety")
    walk(page, "Verdict")
    page.keyboard.press("Enter")
    walk(page, "Partly supported", "input")
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelectorAll('.cb-chosen__one').length === 2")
    assert page.evaluate("document.activeElement.checked")
    several = status(page)

    walk(page, "anxiety", "button")
    page.keyboard.press("Enter")
    assert "Verdict: Partly supported" in focus(page)
    assert status(page) != several
    page.keyboard.press("Enter")
    assert focus(page) == status(page)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def walk(page: Page, words: str, kind: str = "summary") -> None:
    """Press Tab until a control with these words has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        text = focused.evaluate("part => (part.labels?.[0] ?? part).innerText")
        if focused.evaluate("part => part.localName") == kind and words in text:
            return
    pytest.fail(f"no {kind} “{words}” within reach of the Tab key")


def test_phone_keeps_filters_in_a_fold_and_shows_cards(visitor: Visitor) -> None:
    page = narrowed(visitor, "verdict=contradicted", width=320)
    assert not page.locator(".cb-facet summary").first.is_visible()

    page.get_by_text("Filters", exact=True).click()
    pick(page, "Certainty", "Moderate")
    for part in page.locator("details").all():
        part.evaluate("part => { part.open = true }")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".cb-found tr").last.evaluate("row => getComputedStyle(row).display") == "block"
    page.get_by_role("button", name="Show the claims").click()
    assert not page.locator(".cb-facet summary").first.is_visible()
    assert focus(page) == status(page)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_no_violation_in_a_narrowed_list(visitor: Visitor, width: int, scheme: Scheme) -> None:
    page = narrowed(visitor, "verdict=contradicted&words=anxiety", width, scheme)
    page.evaluate("document.querySelector('.cb-finder__fold').open = true")
    facet(page, "Condition").locator("summary").click()

    found = Axe().run(page, options=WCAG).response["violations"]

    assert [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]] == []


def test_without_scripts_there_is_the_whole_list_and_no_dead_control(visitor: Visitor) -> None:
    page = visitor.open("claims/?verdict=contradicted", scripts=False)

    assert not page.locator("article").locator("input, select, button, summary").locator("visible=true").count()
    assert len(shown(page)) == ROWS_PER_PAGE


def test_list_stands_where_the_data_cannot_be_fetched(visitor: Visitor, published: Path) -> None:
    page = visitor.open("claims/")
    page.route("**/rows.json", lambda route: route.abort())
    page.get_by_label("Order", exact=True).select_option("question")
    page.get_by_text("The filters cannot be used here").wait_for()
    assert not page.locator(".cb-finder").count()
    assert len(shown(page)) == ROWS_PER_PAGE

    page.goto((published / "site" / "claims" / "index.html").as_uri())
    assert page.get_by_text("The filters cannot be used here").is_visible()
    assert not page.locator(".cb-finder").count()
    visitor.elsewhere.clear()
