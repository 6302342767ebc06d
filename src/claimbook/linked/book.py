"""The whole book in linked data: the site with its search, and its ratings as a set of data."""

from collections.abc import Iterable
from typing import NamedTuple

from claimbook.linked.nodes import LANGUAGE, LinkedPage, Node, known, project, thing, website
from claimbook.model import Book
from claimbook.views import Download, Shelf
from claimbook.views.history import days_of


class Distribution(NamedTuple):
    """A file that holds the data."""

    path: str
    """Address, below the top of the site."""
    media_type: str
    name: str


CLAIMS_FILES = (
    Distribution("data/claims.json", "application/json", "All claims with their ratings, as JSON"),
    Distribution("data/claims.csv", "text/csv", "All claims with their ratings, as a table"),
)


def link_home(shelf: Shelf) -> LinkedPage:
    """Say that the home page stands for the site, which can be searched and holds data."""
    book = shelf.catalogue.book
    site = website(book) | thing(
        "WebSite",
        description=book.tagline,
        inLanguage=LANGUAGE,
        publisher=_project(book),
        potentialAction=_search(book),
    )
    return LinkedPage(fields={"mainEntity": {"@id": site["@id"]}}, others=(site, link_dataset(shelf)))


def link_dataset(shelf: Shelf, files: Iterable[Distribution] = CLAIMS_FILES) -> Node:
    """Describe the ratings as a set of data, with the files that hold it."""
    book = shelf.catalogue.book
    days = [day for claim in shelf.catalogue.claims.values() for day in days_of(claim)]
    return {"@id": f"{book.top}#data"} | thing(
        "Dataset",
        name=f"{book.title}: claims and ratings",
        description=f"{book.tagline} {book.notices.reviewed}",
        url=book.top,
        creator=project(book),
        license=book.data_licence and book.data_licence.url,
        isAccessibleForFree=True,
        inLanguage=LANGUAGE,
        datePublished=min(days).isoformat() if days else None,
        dateModified=max(days).isoformat() if days else None,
        distribution=[
            thing("DataDownload", name=file.name, contentUrl=book.top + file.path, encodingFormat=file.media_type)
            for file in files
        ],
    )


def link_downloads(shelf: Shelf, downloads: Iterable[Download]) -> LinkedPage:
    """Say that the page of downloads is about the set of data, with every file that holds records."""
    files = (Distribution(one.path, one.media, one.plain) for one in downloads if one.records is not None)
    data = link_dataset(shelf, files)
    return LinkedPage(fields={"mainEntity": {"@id": data["@id"]}}, others=(data,))


def _project(book: Book) -> Node:
    """Name who wrote the site, where its code is and by what rules it works."""
    methods = f"{book.top}methods/"
    return project(book) | known(
        sameAs=book.repository,
        description=book.about,
        publishingPrinciples=methods,
        correctionsPolicy=f"{methods}#corrections",
    )


def _search(book: Book) -> Node:
    """Tell the address of the search; the hyphen is schema.org's way to say what is to be filled in."""
    target = thing("EntryPoint", urlTemplate=f"{book.top}?q={{query}}")
    return thing("SearchAction", target=target) | {"query-input": "required name=query"}
