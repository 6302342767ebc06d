"""The feeds, held against what RFC 4287 and JSON Feed 1.1 require."""

import json
import re
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from claimbook.exports import render
from claimbook.model import HistoryEntry, HistoryKind
from claimbook.pages import render as render_pages
from claimbook.verdicts import weigh_all
from claimbook.views import shelve, view_feeds

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:example\.org,\d{4}-\d\d-\d\d:mint/changes/[a-z0-9-]+-\d+")


@pytest.fixture(scope="module")
def files(shelf):
    return {file.path: file.text for file in render(shelf)}


def with_history(shelf, claim, *entries):
    """The same book with another history of one claim."""
    claims = dict(shelf.catalogue.claims)
    claims[claim] = replace(claims[claim], history=entries)
    catalogue = replace(shelf.catalogue, claims=claims)
    return shelve(catalogue, weigh_all(catalogue))


def is_absolute(address):
    parts = urlsplit(address)
    return parts.scheme == "https" and bool(parts.netloc)


def moment(text):
    """Read a time as RFC 3339 has it; a feed without the zone would be refused."""
    value = datetime.fromisoformat(text)
    assert value.tzinfo is not None
    return value


def test_there_is_a_feed_of_all_of_what_weighs_most_and_of_each_category(files):
    paths = {path for path in files if path.startswith("feed")}
    names = (
        "feed",
        "feeds/ratings",
        "feeds/corrections",
        *(f"feeds/categories/{one}" for one in ("sleep", "comfort", "background")),
    )
    assert paths == {f"{name}.{ending}" for name in names for ending in ("xml", "json")}


def test_atom_has_what_it_must_have(files):
    for path in (path for path in files if path.startswith("feed") and path.endswith(".xml")):
        feed = ET.fromstring(files[path])
        assert feed.tag == f"{ATOM}feed"
        for name in ("id", "title", "updated"):
            assert len(feed.findall(f"{ATOM}{name}")) == 1, (path, name)
        assert is_absolute(feed.findtext(f"{ATOM}id"))
        moment(feed.findtext(f"{ATOM}updated"))
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links.keys() == {"self", "alternate"}
        assert links["self"] == f"https://example.org/mint/{path}"
        ids = []
        for entry in feed.findall(f"{ATOM}entry"):
            ids.append(entry.findtext(f"{ATOM}id"))
            assert TAG.fullmatch(ids[-1])
            assert entry.findtext(f"{ATOM}title")
            assert moment(entry.findtext(f"{ATOM}updated")) == moment(entry.findtext(f"{ATOM}published"))
            assert is_absolute(entry.find(f"{ATOM}link").get("href"))
            assert entry.find(f"{ATOM}content").get("type") == "text"
        assert len(ids) == len({*ids})
        updated = [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]
        assert updated == sorted(updated, reverse=True)
        assert not updated or feed.findtext(f"{ATOM}updated") == updated[0]


def test_json_feed_has_what_it_must_have_and_the_same_entries(files):
    for path in (path for path in files if path.startswith("feed") and path.endswith(".json")):
        feed = json.loads(files[path])
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == f"https://example.org/mint/{path}"
        assert is_absolute(feed["home_page_url"])
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert is_absolute(item["url"])
            assert item["content_text"]
            assert "content_html" not in item
            moment(item["date_published"])
        atom = ET.fromstring(files[path.replace(".json", ".xml")])
        entries = [(one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}content")) for one in atom.findall(f"{ATOM}entry")]
        assert [(item["id"], item["content_text"]) for item in feed["items"]] == entries


def test_feed_of_ratings_holds_nothing_else_and_says_so_in_words(files):
    items = json.loads(files["feeds/ratings.json"])["items"]
    assert [item["title"].partition(":")[0] for item in items] == ["Verdict or certainty changed"]
    assert "From low to very low certainty." in items[0]["content_text"]
    assert "Rating now: Partly supported · Very low certainty." in items[0]["content_text"]


def test_texts_are_escaped_and_read_back_as_written(files):
    feed = ET.fromstring(files["feed.xml"])
    texts = [entry.findtext(f"{ATOM}content") for entry in feed.findall(f"{ATOM}entry")]
    assert any("The word <strong> was added & explained." in text for text in texts)
    assert "<strong>" not in files["feed.xml"]


def test_characters_that_xml_cannot_hold_are_dropped(shelf):
    entry = HistoryEntry(date=date(2026, 11, 5), kind=HistoryKind.ADDED, text="a\x07b \ufffe]]> c")
    files = {file.path: file.text for file in render(with_history(shelf, "green-lips", entry))}
    feed = ET.fromstring(files["feeds/categories/comfort.xml"])
    assert any("a b  ]]> c" in one.findtext(f"{ATOM}content") for one in feed.findall(f"{ATOM}entry"))


def test_ids_stay_when_a_history_grows(files, shelf):
    claim = shelf.catalogue.claims["asleep-within-an-hour"]
    more = HistoryEntry(date=date(2027, 1, 1), kind=HistoryKind.RATING, text="Moved again.")
    grown = {file.path: file.text for file in render(with_history(shelf, claim.id, *claim.history, more))}
    before, after = ([item["id"] for item in json.loads(one["feed.json"])["items"]] for one in (files, grown))
    assert after[1:] == before
    assert after[0].endswith("asleep-within-an-hour-6")


def test_feed_holds_the_latest_hundred_changes(shelf):
    days = [date(2026, 1, 1 + number % 28) for number in range(120)]
    entries = [HistoryEntry(date=day, kind=HistoryKind.EVIDENCE, text="More.") for day in sorted(days)]
    (feed, *_) = view_feeds(with_history(shelf, "green-lips", *entries))
    assert len(feed.changes) == 100
    assert feed.changes[0].date >= feed.changes[-1].date


@pytest.mark.parametrize(("address", "named"), [("https://example.org/mint/", True), (None, False)])
def test_every_page_names_the_feeds_where_there_are_any(shelf, address, named):
    catalogue = replace(shelf.catalogue, book=replace(shelf.catalogue.book, address=address))
    pages = {file.path: file.text for file in render_pages(shelve(catalogue, shelf.suggestions))}
    frame = pages[".theme/main.html"]
    assert ('type="application/atom+xml"' in frame and 'type="application/feed+json"' in frame) is named
    assert ("## Follow what changes" in pages["changes/index.md"]) is named


def test_feed_without_entries_is_dated_by_the_book(files):
    feed = ET.fromstring(files["feeds/categories/comfort.xml"])
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00Z"
