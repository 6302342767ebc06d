"""The feeds: Atom (RFC 4287) and JSON Feed 1.1, with the same entries.

Ids of entries are tag URIs (RFC 4151): they name where the book is published, the day of the change, its claim and
its place in the history of that claim. Times are those of the records, which know days only.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from claimbook.exports.head import write, write_list
from claimbook.files import OutFile
from claimbook.views import ChangeView, Feed, Shelf, view_feeds
from claimbook.views.history import CHANGES

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def render(shelf: Shelf) -> Iterator[OutFile]:
    """Write every feed in both formats; none where the book does not say where it is published."""
    entries: dict[str, str] = {}
    items: dict[str, str] = {}
    for feed in view_feeds(shelf):
        for change in feed.changes:
            if change.id not in entries:
                entries[change.id], items[change.id] = _entry(change, shelf), write(_item(change, shelf))
        yield OutFile(feed.atom, _atom(feed, [entries[change.id] for change in feed.changes], shelf))
        yield OutFile(feed.json, _json_feed(feed, [items[change.id] for change in feed.changes], shelf))


def _atom(feed: Feed, entries: list[str], shelf: Shelf) -> str:
    book = shelf.catalogue.book
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        _element("id", shelf.absolute(feed.atom)),
        _element("title", _title(feed, shelf)),
        _element("updated", _time(feed.updated)),
        _link("self", "application/atom+xml", shelf.absolute(feed.atom)),
        _link("alternate", "text/html", shelf.absolute(feed.page)),
        f"<author>{_element('name', book.title)}</author>",
        _element("rights", book.notices.licence),
        *entries,
        "</feed>\n",
    )
    return "\n".join(lines)


def _entry(change: ChangeView, shelf: Shelf) -> str:
    time = _time(change.date)
    return "\n".join(
        (
            "<entry>",
            _element("id", _tag(change, shelf)),
            _element("title", _headline(change)),
            _element("published", time),
            _element("updated", time),
            _link("alternate", "text/html", _place(change, shelf)),
            f"<category term={_attribute(change.kind)} label={_attribute(change.kind.label)}/>",
            f'<content type="text">{_text(_story(change))}</content>',
            "</entry>",
        )
    )


def _json_feed(feed: Feed, items: list[str], shelf: Shelf) -> str:
    book = shelf.catalogue.book
    about = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed, shelf),
        "home_page_url": shelf.absolute(feed.page),
        "feed_url": shelf.absolute(feed.json),
        "description": book.tagline,
        "language": "en",
        "authors": [{"name": book.title, "url": shelf.absolute("")}],
    }
    return write_list(about, "items", items)


def _item(change: ChangeView, shelf: Shelf) -> dict[str, object]:
    return {
        "id": _tag(change, shelf),
        "url": _place(change, shelf),
        "title": _headline(change),
        "content_text": _story(change),
        "date_published": _time(change.date),
        "tags": [change.kind.label, change.row.category.text],
    }


def _title(feed: Feed, shelf: Shelf) -> str:
    return f"{shelf.catalogue.book.title}: {feed.title}"


def _headline(change: ChangeView) -> str:
    return f"{change.kind.label}: {change.row.title}"


def _story(change: ChangeView) -> str:
    """Tell what changed, then how the claim stands now, whatever came after."""
    row = change.row
    return "\n\n".join(part for part in (change.text, f"Rating now: {row.badge.text}. {row.finding}".strip()) if part)


def _place(change: ChangeView, shelf: Shelf) -> str:
    return shelf.absolute(f"{change.row.path}#history")


def _time(value: date) -> str:
    """Write a day as feeds do, which know moments only."""
    return f"{value.isoformat()}T00:00:00Z"


def _tag(change: ChangeView, shelf: Shelf) -> str:
    """Name a change for ever."""
    place = urlsplit(shelf.absolute(CHANGES))
    return f"tag:{place.hostname},{change.date.isoformat()}:{place.path.lstrip('/')}{change.id}"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>"


def _link(relation: str, kind: str, address: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href={_attribute(address)}/>'


def _text(text: str) -> str:
    return escape(_NOT_XML.sub(" ", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub(" ", text))
