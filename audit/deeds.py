"""What readers do on the site, done by keys alone; a deed that cannot be done says why."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, Page

from built import CLAIM, heaviest, pages_of
from tabs import Tab

PATIENCE = 300
"""Presses of Tab after which a thing counts as out of reach."""


class NotDoneError(Exception):
    """Why a deed could not be done."""


def fold(tab: Tab, site: Path) -> None:
    """Open a fold with Enter and shut it with Space."""
    page = tab.go(heaviest(site, pages_of(site))[CLAIM])
    _tab_to(page, "article details > summary")
    is_open = "document.activeElement.parentElement.open"
    page.keyboard.press("Enter")
    _expect(page.evaluate(is_open), "Enter opens no fold")
    page.keyboard.press("Space")
    _expect(not page.evaluate(is_open), "Space shuts no fold")


def search(tab: Tab, _site: Path) -> None:
    """Open the search by its key, type, go down to the first hit and open it; then leave the search with Escape."""
    page = tab.go("")
    _open_search(page)
    page.keyboard.type("anxiety")
    page.wait_for_selector(".md-search-result__item > a")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.matches('.md-search-result a')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*/**")
    page = tab.go("")
    _open_search(page)
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('[data-md-toggle=search]').checked")


def colours(tab: Tab, _site: Path) -> None:
    """Change the colours by the switch in the header."""
    page = tab.go("")
    before = page.evaluate("document.body.dataset.mdColorMedia")
    _tab_to(page, ".md-header__option input")
    page.keyboard.press("Enter")
    _expect(page.evaluate("document.body.dataset.mdColorMedia") != before, "Enter does not change the colours")


def narrow(tab: Tab, _site: Path) -> None:
    """Narrow the list of all claims by a filter, take it back by its chip, and get it again by "back"."""
    page = tab.go("claims/")
    _tab_to(page, ".cb-facet > summary")
    page.keyboard.press("Enter")
    _tab_to(page, ".cb-facet [type=checkbox]")
    page.keyboard.press("Space")
    page.wait_for_function("location.search && document.querySelector('[role=status]').textContent.includes(' of ')")
    _tab_to(page, ".cb-chosen button")
    page.keyboard.press("Enter")
    page.wait_for_function("!location.search")
    page.go_back()
    page.wait_for_function("location.search && document.querySelector('.cb-facet :checked')")


def matrix(tab: Tab, site: Path) -> None:
    """Scroll the table of who says what, which keeps its heads in view, and follow a cell to the passage."""
    page = tab.go(heaviest(site, pages_of(site))["matrix/*"])
    _tab_to(page, "[role=region][tabindex='0']")
    page.keyboard.press("End")
    page.wait_for_function("document.activeElement.scrollTop > 0")
    _tab_to(page, "td a[href]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*/#*")


def _open_search(page: Page) -> None:
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")


def _tab_to(page: Page, what: str) -> None:
    """Press Tab until the focus is on one of these."""
    for _ in range(PATIENCE):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise NotDoneError(f"{what} is not reached")


def _expect(is_so: object, problem: str) -> None:
    if not is_so:
        raise NotDoneError(problem)


DEEDS: dict[str, Callable[[Tab, Path], None]] = {
    "fold": fold,
    "search": search,
    "filter": narrow,
    "matrix": matrix,
    "colours": colours,
}


def done(name: str, tab: Tab, site: Path) -> list[str]:
    """Do one deed; what the browser waits for in vain is a problem, too."""
    try:
        DEEDS[name](tab, site)
    except (Error, NotDoneError) as problem:
        return [f"{name}: {str(problem).splitlines()[0]}"]
    return []
