"""What frames the pages of the real book: addresses, what is told to those who share and search, the page for none."""

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

import schema_org
from claimbook.model import Catalogue, Certainty, FactBasis, Method, NotCheckable, ReviewState, Verdict
from claimbook.pages.cards import badge_card, book_card, render_cards
from claimbook.pages.outline import outlines
from claimbook.reading import read
from claimbook.views import Badge

pytestmark = pytest.mark.xdist_group("site")

KINDS = {
    "home": "",
    "claim": "claims/relief-within-hours/",
    "all claims": "claims/",
    "category": "categories/efficacy/",
    "condition": "conditions/gad/",
    "articles": "articles/",
    "article": "articles/science-behind-ketamine-infusion-therapy/",
    "references": "references/",
    "reference": "references/taylor2018ketamine/",
    "methods": "methods/",
    "glossary": "glossary/",
    "rules": "rules/",
    "rule": "rules/unknown-study/",
}


class Head(HTMLParser):
    """Reads what a page says of itself to machines, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.canonical: list[str] = []
        self.addresses: list[str] = []
        self.lang = self.title = self.tag = self.linked = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tag = tag if values.get("type") in (None, "application/ld+json") else ""
        if tag == "meta":
            self.meta[values.get("property") or values.get("name") or ""] = values.get("content", "")
        if values.get("rel") == "canonical":
            self.canonical.append(values["href"])
        self.lang = values.get("lang", "") if tag == "html" else self.lang
        self.addresses += [values[name] for name in ("href", "src") if name in values]

    def handle_data(self, data: str) -> None:
        if self.tag == "title":
            self.title += data
        if self.tag == "script" and '"@context"' in data:
            self.linked += data


@pytest.fixture(scope="module")
def site(published: Path) -> Path:
    return published / "site"


@pytest.fixture(scope="module")
def catalogue(published: Path) -> Catalogue:
    catalogue = read(published).catalogue
    assert catalogue is not None
    return catalogue


@pytest.fixture(scope="module")
def top(catalogue: Catalogue) -> str:
    assert catalogue.book.address is not None
    return catalogue.book.address


def head_of(site: Path, path: str) -> Head:
    return Head((site / path / "index.html").read_text(encoding="utf-8"))


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return KINDS[request.param]


def test_page_gives_its_public_address(site: Path, top: str, kind: str) -> None:
    head = head_of(site, kind)
    assert head.canonical == [top + kind]
    assert head.meta["og:url"] == top + kind


def test_page_says_what_it_is_to_those_who_share_it(site: Path, top: str, catalogue: Catalogue, kind: str) -> None:
    head = head_of(site, kind)
    assert head.lang == "en"
    assert head.meta["description"] == head.meta["og:description"]
    assert len(head.meta["description"]) > 20
    assert head.title.startswith(head.meta["og:title"])
    assert head.title.count(catalogue.book.title) == 1
    assert head.meta["theme-color"].startswith("#")
    assert "Not medical advice." in head.meta["og:image:alt"]
    with Image.open(site / head.meta["og:image"].removeprefix(top)) as card:
        assert card.format == "PNG"
        assert [str(side) for side in card.size] == [head.meta["og:image:width"], head.meta["og:image:height"]]


def test_claim_is_shared_with_both_halves_of_its_badge(site: Path) -> None:
    head = head_of(site, KINDS["claim"])
    badge = "Partly supported · Very low certainty."
    assert head.meta["og:description"].startswith(badge)
    assert head.meta["og:image:alt"].startswith(badge)
    assert head.meta["og:image"].endswith("/partly-supported-very-low-certainty.png")


def test_linked_data_speak_the_vocabulary_and_lead_to_pages(site: Path, top: str) -> None:
    faults = set()
    for page in site.rglob("index.html"):
        linked = json.loads(Head(page.read_text(encoding="utf-8")).linked)
        faults |= {*schema_org.faults(linked)}
        for node in schema_org.nodes(linked):
            for name in ("@id", "url", "contentUrl"):
                address = node.get(name, "").split("#")[0]
                if address.startswith(top):
                    file = site / address.removeprefix(top)
                    assert file.is_file() or (file / "index.html").is_file(), (page, address)
    assert faults == set()


def reviews(site: Path) -> Iterator[tuple[str, schema_org.Node | None]]:
    for page in (site / "claims").glob("*/index.html"):
        graph = json.loads(Head(page.read_text(encoding="utf-8")).linked)["@graph"]
        yield page.parent.name, next((node for node in graph if node["@type"] == "ClaimReview"), None)


def test_each_published_rating_is_told_with_its_certainty_and_no_other_is(site: Path, catalogue: Catalogue) -> None:
    for id_, review in reviews(site):
        claim = catalogue.claims[id_]
        if claim.rating is None or claim.review.status is not ReviewState.PUBLISHED:
            assert review is None
            continue
        assert review is not None, id_
        assert review["claimReviewed"] == claim.statement
        verdict, rating = claim.rating.verdict, review.get("reviewRating", {})
        assert rating.get("ratingValue") == verdict.review_rating
        if rating:
            assert rating["alternateName"].startswith(f"{verdict.label} · ")
            assert (rating["worstRating"], rating["bestRating"]) == (1, 5)
            assert claim.method is Method.FACT or claim.rating.certainty.label in rating["alternateName"]
        assert verdict.label in review["reviewBody"]


def test_nobody_is_named_as_a_reviewer_who_was_none(site: Path) -> None:
    assert "reviewedBy" not in (site / KINDS["claim"] / "index.html").read_text(encoding="utf-8")


def test_map_of_the_site_lists_every_page_once(site: Path, top: str, catalogue: Catalogue) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    entries = ET.parse(site / "sitemap.xml").getroot()
    listed = {entry.findtext(f"{space}loc"): entry.findtext(f"{space}lastmod") for entry in entries}
    assert len(listed) == len(entries)
    assert listed.keys() == {
        f"{top}{page.parent.relative_to(site).as_posix()}/".replace("/./", "/") for page in site.rglob("index.html")
    }
    claim = catalogue.claims["relief-within-hours"]
    assert listed[f"{top}claims/relief-within-hours/"] == str(claim.history[-1].date)
    assert listed[f"{top}methods/"] is None


def test_page_for_no_page_works_below_a_path(site: Path, top: str) -> None:
    """Its links begin at the top of the host, since nobody knows how deep the missing address lies."""
    text = (site / "404.html").read_text(encoding="utf-8")
    head = Head(text)
    inner = [address for address in head.addresses if not address.startswith(("#", "https://github.com/"))]
    path = "/" + top.split("/", 3)[3]
    assert all(address.startswith(path) for address in inner)
    for address in inner:
        file = site / address.removeprefix(path).split("#")[0]
        assert file.is_file() or (file / "index.html").is_file(), address
    for place in ("claims/", "categories/side-effects/", "articles/", "references/", "glossary/"):
        assert path + place in inner
    assert head.meta["robots"] == "noindex"
    assert "There is no page at this address" in text


def test_links_of_the_frame_lead_to_what_they_name(site: Path) -> None:
    text = (site / KINDS["claim"] / "index.html").read_text(encoding="utf-8")
    ids = {*re.findall(r'id="([^"]+)"', text)}
    frame = [*re.findall(r'href="#(notice-[^"]+)"', text)]
    assert {"notice-crisis", "notice-approval"} == {*frame}
    assert ids.issuperset(frame)
    methods = (site / "methods" / "index.html").read_text(encoding="utf-8")
    below = re.findall(r'href="../../methods/#([^"]+)"', text[text.index("cb-foot") :])
    assert {"people", "limits", "corrections"} == {*below}
    assert {*re.findall(r'id="([^"]+)"', methods)}.issuperset(below)


def test_approval_is_told_at_the_top_with_its_date(site: Path, catalogue: Catalogue) -> None:
    text = unescape((site / KINDS["claim"] / "index.html").read_text(encoding="utf-8"))
    short = catalogue.book.notices.approval_short
    assert re.search(r"\b20\d\d\b", short)
    assert text.index(short) < text.index("<article")


BADGES = [
    Badge(verdict, second, ReviewState.PUBLISHED)
    for verdict in Verdict
    for second in (*Certainty, *FactBasis, *NotCheckable)
]
UNRATED = [Badge(None, None, state) for state in (ReviewState.DRAFT, ReviewState.WITHDRAWN)]


@pytest.fixture(scope="module")
def cards(catalogue: Catalogue) -> dict[str, bytes]:
    return {file.path: file.content for file in render_cards(catalogue.book, [*BADGES, *UNRATED])}


def test_every_badge_that_can_occur_has_a_card_of_its_own(cards: dict[str, bytes], catalogue: Catalogue) -> None:
    paths = {badge_card(badge, catalogue.book).path for badge in (*BADGES, *UNRATED)}
    assert cards.keys() == {*paths, book_card(catalogue.book).path, "assets/claimbook.png"}
    assert len({*cards.values()}) == len(cards)
    assert len(paths) == len({badge.text for badge in (*BADGES, *UNRATED)})


def test_words_on_a_card_stay_clear_of_its_foot_and_its_edges(cards: dict[str, bytes], catalogue: Catalogue) -> None:
    for badge in (*BADGES, *UNRATED):
        card = Image.open(BytesIO(cards[badge_card(badge, catalogue.book).path])).convert("RGB")
        for blank in ((0, 552, 1200, 562), (1160, 120, 1200, 630), (0, 120, 88, 630)):
            assert card.crop(blank).getcolors() == [(card.crop(blank).size[0] * card.crop(blank).size[1], (255,) * 3)]


def test_cards_are_the_same_every_time(cards: dict[str, bytes], catalogue: Catalogue) -> None:
    again = {file.path: file.content for file in render_cards(catalogue.book, BADGES[:2])}
    assert again.items() <= cards.items()


def test_outline_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="'T'"):
        outlines('<svg><path d="M0 0T1 1"/></svg>')
