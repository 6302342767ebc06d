"""What readers come for they find on a phone, within three taps from the home page; a link into a fold opens it."""

import re

import pytest
from playwright.sync_api import Page

from claimbook.model import Catalogue
from visitor import Visitor

pytestmark = pytest.mark.xdist_group("site")

PHONE = {"width": 360, "height": 640}
TASKS = {
    "Does it work for my social anxiety, and how sure is that?": (
        ("Does it help with what I have?", "Social anxiety disorder"),
        ("small trials", "very uncertain"),
    ),
    "How fast and how long?": (
        ("Does it work, how fast, for how long, how safe?",),
        ("within hours is very uncertain", "relief from anxiety lasts is very uncertain"),
    ),
    "What harm could it do that the clinic page does not mention?": (
        ("Which harms do the articles leave out?", r"Revolutionizing.*things"),
        ("bladder and urinary harm", "effects on the liver"),
    ),
    "Which of these five pages overstates most, and where?": (
        ("Which article overstates most, and where?", r"^\d+ of 243$"),
        ("Most under", r"\d+ passages worded far too strongly"),
    ),
    "On which studies does this rest, and is any retracted?": (
        ("On which studies does this rest, and is any retracted?",),
        ("each claim lists the studies that it rests on", "Retracted by the journal", "no rating rests on it"),
    ),
}
"""Questions of readers: what they tap, and words of the answer."""


@pytest.mark.parametrize("task", TASKS)
def test_a_question_is_answered_within_three_taps(visitor: Visitor, task: str) -> None:
    taps, answer = TASKS[task]
    assert len(taps) <= 3
    page = visitor.open("", PHONE["width"])
    page.set_viewport_size(PHONE)

    for words in taps:
        page.locator("article :is(a, summary):visible", has_text=re.compile(words)).first.click()
        page.wait_for_load_state()

    for words in answer:
        assert _within_two_screens(page, words), words


def _within_two_screens(page: Page, words: str) -> bool:
    """Whether words are read from where the last tap led, without scrolling further than by one screen."""
    found = page.locator("article").get_by_text(re.compile(words)).locator("visible=true").first
    found.wait_for()
    box = found.bounding_box()
    return box is not None and -PHONE["height"] < box["y"] < 2 * PHONE["height"]


@pytest.mark.parametrize("page", ["", "articles/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_first_screen_says_what_to_tap(visitor: Visitor, page: str, *, scripts: bool) -> None:
    """The questions of readers, and the comparison of articles, begin on the first screen of a phone."""
    seen = visitor.open(page, PHONE["width"], scripts=scripts)
    seen.set_viewport_size(PHONE)
    box = seen.locator(".cb-doors a, .cb-compare tbody a").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"]


def test_first_screen_of_an_article_says_how_much_of_it_is_overstated(visitor: Visitor, catalogue: Catalogue) -> None:
    for id_ in catalogue.articles:
        page = visitor.open(f"articles/{id_}/", PHONE["width"])
        box = page.locator(".cb-jump").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"], id_


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_a_passage_opens_the_heading_it_is_folded_under(
    visitor: Visitor, pages: dict[str, str], *, scripts: bool
) -> None:
    page = visitor.open(pages["article"], PHONE["width"], scripts=scripts)
    passage = page.locator(".cb-section:last-of-type li").last
    assert not passage.is_visible()

    page = visitor.open(f"{pages['article']}#{passage.get_attribute('id')}", PHONE["width"], scripts=scripts)

    page.locator(".cb-section:last-of-type li").last.wait_for(state="visible")
