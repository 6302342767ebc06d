"""Every kind of page can be read by everybody: WCAG 2.2 AA, phones, both colour schemes, no scripts."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from claimbook.model import Verdict
from greys import Sign, collect, riding_on_colour
from keys import walk
from paper import FOLDED
from visitor import Scheme, Visitor
from windows import HEAVIEST, look

pytestmark = pytest.mark.xdist_group("access")


def each(
    visitor: Visitor, pages: dict[str, str], width: int = 1280, scheme: Scheme = "light", *, scripts: bool = True
) -> Iterator[tuple[str, Page]]:
    """Open one page after the other, and shut it afterwards."""
    for kind, path in pages.items():
        page = visitor.open(path, width, scheme, scripts=scripts)
        yield kind, page
        page.context.close()


def but_empty(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {kind: problems for kind, problems in found.items() if problems}


def test_phones_and_desks_light_and_dark_show_a_page_that_everybody_can_read(
    browser: Browser, address: str, pages: dict[str, str]
) -> None:
    """No violation of WCAG 2.2 AA, no sideways scrolling, nothing from elsewhere.

    `make audit` looks at all claims, and in six windows.
    """
    seen = {kind: look(browser, address, path, ((320, "light"), (1280, "dark"))) for kind, path in pages.items()}

    wrong = {kind: [*one.violations, *one.sideways, *one.elsewhere, *one.errors] for kind, one in seen.items()}
    heavy = {kind: one.weight for kind, one in seen.items() if "claim" in kind and one.weight.packed > HEAVIEST}
    assert but_empty(wrong) == {}
    assert heavy == {}


@pytest.mark.parametrize("kind", ["clinical claim", "all claims", "404.html"])
def test_the_focus_is_seen_wherever_the_tab_key_takes_it(
    browser: Browser, address: str, pages: dict[str, str], kind: str
) -> None:
    """At 400 %, where the theme's menu waits beside the window and has to come in when the focus does."""
    stops, problems = walk(browser, address, pages[kind], "400 %")

    assert problems == []
    assert stops > 5


def test_everything_is_there_without_scripts(visitor: Visitor, pages: dict[str, str]) -> None:
    """The same words are shown as with scripts, and the page can be left by a link.

    Only what a script does is missing: the button that opens the search, and what narrows a list.
    """
    words = {}
    for kind, page in each(visitor, pages):
        page.evaluate("for (const part of document.querySelectorAll('.cb-find, .cb-scripted')) part.remove()")
        words[kind] = sorted(page.locator("article").inner_text().split())
    for kind, page in each(visitor, pages, scripts=False):
        assert page.locator("h1").first.is_visible(), kind
        assert sorted(page.locator("article").inner_text().split()) == words[kind], kind
        assert page.locator("a[href]:visible").count() > 0, kind


def test_pages_open_dark_where_devices_are_dark_and_follow_them(visitor: Visitor, pages: dict[str, str]) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    found = {}
    for kind, page in each(visitor, pages, scheme="dark"):
        dark = page.evaluate(colour)
        page.emulate_media(color_scheme="light")
        page.wait_for_function(f"{colour} !== '{dark}'")
        found[kind] = (_brightness(dark), _brightness(page.evaluate(colour)))

    assert {kind: shades for kind, shades in found.items() if shades[0] > 80 or shades[1] < 200} == {}


def test_print_shows_what_is_folded(visitor: Visitor, pages: dict[str, str]) -> None:
    """All but forms, which are of no use on paper, and tables that say the same as a list beside them."""
    found = {}
    for kind, page in each(visitor, pages):
        page.emulate_media(media="print")
        found[kind] = page.evaluate(FOLDED)

    assert but_empty(found) == {}


def test_tables_are_told_to_screen_readers_where_rows_are_laid_out_as_cards(visitor: Visitor) -> None:
    """Those that are printed, and the rows that a script puts in; HTML allows no author to write these roles."""
    page = visitor.open("claims/?verdict=contradicted", 320)
    page.wait_for_selector(".cb-found tbody tr[role]")
    roles = page.evaluate("""[...document.querySelectorAll(".cb-table, .cb-table :is(thead, tbody, tr, th, td)")]
      .map(part => `${part.localName} ${part.scope ?? ""}: ${part.role}`)""")

    assert {*roles} == {
        *("table : table", "thead : rowgroup", "tbody : rowgroup", "tr : row", "td : cell"),
        *("th col: columnheader", "th row: rowheader", "th rowgroup: rowheader"),
    }


def test_no_meaning_rides_on_colour(visitor: Visitor, pages: dict[str, str]) -> None:
    """Badges, chips and bars that differ in colour differ in words or symbol, or stand beside their words."""
    signs = collect(visitor.open("methods/"), [visitor.address + path for path in pages.values()])

    assert {sign.code for sign in signs if sign.family == "v"} >= {*Verdict}
    assert list(riding_on_colour(signs)) == []


def test_signs_that_only_colour_tells_apart_are_found() -> None:
    chip = Sign("span.chip", "w", "overstated", "", "Worded too strongly", "", "", "", "")
    bar = chip._replace(shape="span.bar", text="", beside="3 Worded too strongly")

    assert list(riding_on_colour([chip, bar])) == []
    assert len(list(riding_on_colour([chip, chip._replace(code="understated"), bar._replace(beside="3")]))) == 2


def _brightness(colour: str) -> float:
    red, green, blue = json.loads("[" + colour[colour.index("(") + 1 : -1] + "]")[:3]
    return float(red + green + blue) / 3
