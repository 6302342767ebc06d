"""What Crossref tells of a DOI (api.crossref.org/works/DOI)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from claimbook.model import StandingKind
from claimbook.watch.identifiers import doi_in
from claimbook.watch.web import Web
from claimbook.watch.works import (
    Notice,
    Work,
    body,
    first,
    group,
    groups,
    listed,
    person,
    plain,
    standing_kind,
    titled_away,
)

NAME = "Crossref"
BASE = "https://api.crossref.org"

_TYPES: Mapping[str, str] = {
    "journal-article": "article",
    "proceedings-article": "inproceedings",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "incollection",
    "report": "techreport",
}
"""Types of library entries by Crossref's types; everything else is misc."""


def ask(web: Web, base: str, doi: str) -> Work:
    """Ask for a work by its DOI.

    Raises:
        NotFoundError: Crossref does not know it.
        UnreachableError: Crossref gave no usable answer.

    """
    answer = web.fetch_json(f"{base}/works/{quote(doi, safe='')}")
    return _work(group(answer.get("message")), doi)


def _work(message: Mapping[str, Any], doi: str) -> Work:
    relation = group(message.get("relation"))
    return Work(
        title=_title(message),
        authors=tuple(_names(message.get("author"))) or tuple(_names(message.get("editor"))),
        year=_year(message),
        container=_container(message),
        entry_type=_TYPES.get(plain(message.get("type")), "misc"),
        volume=plain(message.get("volume")),
        number=plain(message.get("issue")),
        pages=plain(message.get("page")) or plain(message.get("article-number")),
        doi=doi_in(plain(message.get("DOI"))) or doi,
        funders=_unique(plain(one.get("name")) for one in groups(message.get("funder"))),
        registrations=_unique(
            plain(one.get("clinical-trial-number")) for one in groups(message.get("clinical-trial-number"))
        ),
        notices=tuple(_notices(message.get("updated-by"))) or tuple(_in_title(message, doi)),
        notice_on=_unique(doi_in(plain(one.get("DOI"))) for one in _notes_on(message)),
        preprint_of=_dois(relation.get("is-preprint-of")),
        preprints=_dois(relation.get("has-preprint")),
        told_by=(NAME,),
    )


def _title(message: Mapping[str, Any]) -> str:
    title, subtitle = first(message.get("title")), first(message.get("subtitle"))
    return f"{title}: {subtitle}" if subtitle and subtitle.casefold() not in title.casefold() else title


def _names(people: object) -> Iterator[str]:
    for one in groups(people):
        name = person(one.get("family"), one.get("given"), one.get("suffix")) or body(one.get("name"))
        if name:
            yield name


def _container(message: Mapping[str, Any]) -> str:
    """Name the journal or book; of a preprint the server, of anything else the publisher."""
    if message.get("type") == "posted-content":
        server = next((plain(one.get("name")) for one in groups(message.get("institution"))), "")
        return f"{server or plain(message.get('publisher'))} preprint".strip()
    return first(message.get("container-title")) or plain(message.get("publisher"))


def _year(message: Mapping[str, Any]) -> str:
    """Take the year in which it first came out."""
    for name in ("issued", "published", "published-online", "published-print"):
        day = _parts(message.get(name))
        if day:
            return f"{day[0]:04}"
    return ""


def _parts(value: object) -> tuple[int, ...]:
    """Take year, month and day as far as they are told."""
    dates = listed(group(value).get("date-parts"))
    parts = dates[0] if dates and isinstance(dates[0], list) else []
    whole = tuple(part for part in parts if isinstance(part, int) and not isinstance(part, bool))
    return whole if whole and 1000 <= whole[0] <= 9999 else ()


def _day(value: object) -> date | None:
    try:
        return date(*_parts(value))
    except (TypeError, ValueError):
        return None


def _in_title(message: Mapping[str, Any], doi: str) -> Iterator[Notice]:
    if titled_away(first(message.get("title"))):
        yield Notice("Retracted, by its title", StandingKind.RETRACTED, _page_of(doi))


def _page_of(doi: str) -> str:
    return f"https://doi.org/{quote(doi, safe='/:;()')}"


def _notices(updates: object) -> Iterator[Notice]:
    """Tell each notice once, though the publisher and Retraction Watch may both have sent it."""
    told = set()
    for one in groups(updates):
        doi = doi_in(plain(one.get("DOI")))
        label = plain(one.get("label")) or plain(one.get("type"))
        kind = standing_kind(f"{plain(one.get('type'))} {label}")
        if doi and (doi.casefold(), kind) not in told:
            told.add((doi.casefold(), kind))
            yield Notice(label, kind, _page_of(doi), _day(one.get("updated")))


def _notes_on(message: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for one in groups(message.get("update-to")):
        if standing_kind(f"{plain(one.get('type'))} {plain(one.get('label'))}"):
            yield one


def _dois(related: object) -> tuple[str, ...]:
    return _unique(doi_in(plain(one.get("id"))) for one in groups(related) if one.get("id-type") == "doi")


def _unique(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
