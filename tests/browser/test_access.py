"""Every kind of page can be read by everybody: WCAG 2.2 AA, phones, both colour schemes, no scripts."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from visitor import Scheme, Visitor

pytestmark = pytest.mark.xdist_group("site")

KINDS = (
    "home",
    "clinical claim",
    "mechanism claim",
    "fact claim",
    "none claim",
    "category",
    "all claims",
    "article",
    "reference",
    "methods",
    "glossary",
    "contribute",
    "rule",
)
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
IN_WINDOW = """() => {
  const { left, right, top, bottom } = document.activeElement.getBoundingClientRect()
  const seen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
  return seen || document.activeElement.closest(".md-search") !== null
}"""
"""Whether the focus can be seen; the search, which opens over the page when it gets it, takes a moment to do so."""
UNFOLD = "for (const part of document.querySelectorAll('details')) part.open = true"


def test_every_kind_of_page_is_looked_at(pages: dict[str, str]) -> None:
    assert tuple(pages) == KINDS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation(visitor: Visitor, pages: dict[str, str], kind: str, width: int, scheme: Scheme) -> None:
    page = visitor.open(pages[kind], width, scheme)
    page.evaluate(UNFOLD)

    found = Axe().run(page, options=WCAG).response["violations"]

    assert [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_never_scrolls_sideways(visitor: Visitor, pages: dict[str, str], kind: str) -> None:
    page = visitor.open(pages[kind], 320)
    page.evaluate(UNFOLD)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", ["clinical claim", "all claims"])
def test_the_keyboard_on_a_phone_never_leaves_the_window(visitor: Visitor, pages: dict[str, str], kind: str) -> None:
    """The theme's menu waits beside the window; it has to come in when the focus does."""
    page = visitor.open(pages[kind], 320)
    for _ in range(20):
        page.keyboard.press("Tab")
        page.wait_for_function(IN_WINDOW)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_there_without_scripts(visitor: Visitor, pages: dict[str, str], kind: str) -> None:
    """The same words are shown as with scripts, and the page can be left by a link.

    Only what a script does is missing: the button that opens the search, and what narrows a list.
    """
    scripted = visitor.open(pages[kind])
    scripted.evaluate("for (const part of document.querySelectorAll('.cb-find, .cb-scripted')) part.remove()")
    with_scripts = scripted.locator("article").inner_text()
    page = visitor.open(pages[kind], scripts=False)

    assert page.locator("h1").first.is_visible()
    assert sorted(page.locator("article").inner_text().split()) == sorted(with_scripts.split())
    assert page.locator("a[href]:visible").count() > 0


@pytest.mark.parametrize("kind", KINDS)
def test_the_dark_scheme_is_dark(visitor: Visitor, pages: dict[str, str], kind: str) -> None:
    light, dark = (
        visitor.open(pages[kind], scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    )
    assert _brightness(dark) < 80
    assert _brightness(light) > 200


@pytest.mark.parametrize("kind", KINDS)
def test_print_shows_what_is_folded(visitor: Visitor, pages: dict[str, str], kind: str) -> None:
    """All but forms, which are of no use on paper."""
    page = visitor.open(pages[kind])
    page.emulate_media(media="print")

    folded = "document.querySelectorAll('article details:not(form *) > :not(summary)')"
    hidden = f"[...{folded}].filter(part => !part.checkVisibility())"
    assert page.evaluate(f"{hidden}.map(part => part.outerHTML.slice(0, 80))") == []


def _brightness(colour: str) -> float:
    red, green, blue = json.loads("[" + colour[colour.index("(") + 1 : -1] + "]")[:3]
    return (red + green + blue) / 3
