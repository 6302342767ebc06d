"""The feeds that readers can follow."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claimbook.views.history import CHANGES, CORRECTIONS, RATINGS, ChangeView, view_all_changes
from claimbook.views.shelf import Shelf

ENTRIES = 100
"""The latest changes that a feed holds; the rest stand on the site."""


class Feed(NamedTuple):
    """A feed, in each of its formats at one address but for the ending."""

    path: str
    """Address without its ending."""
    title: str
    page: str
    """The page that lists the same changes, or those claims."""
    changes: tuple[ChangeView, ...]
    """Newest first."""
    updated: date
    """Day of the latest of them; where there is none yet, of the book's latest change."""

    @property
    def atom(self) -> str:
        """Address of the Atom feed."""
        return f"{self.path}.xml"

    @property
    def json(self) -> str:
        """Address of the JSON Feed."""
        return f"{self.path}.json"


def view_feeds(shelf: Shelf) -> tuple[Feed, ...]:
    """Cut the feeds from the book: all changes, the weightiest kinds, each category.

    There are none where the book does not say where it is published, since feeds need full addresses.
    """
    changes = view_all_changes(shelf)
    return tuple(_feeds(changes, shelf)) if changes and shelf.catalogue.book.top else ()


def _feeds(changes: tuple[ChangeView, ...], shelf: Shelf) -> Iterator[Feed]:
    yield _feed("feed", "All changes", CHANGES, changes, changes)
    for kind in (RATINGS, CORRECTIONS):
        found = [change for change in changes if change.kind in kind.kinds]
        yield _feed(f"feeds/{kind.id}", kind.title, kind.path if found else CHANGES, found, changes)
    for category in shelf.catalogue.book.categories:
        page = f"categories/{category.id}/"
        found = [change for change in changes if change.row.category.path == page]
        yield _feed(f"feeds/categories/{category.id}", category.label, page, found, changes)


def _feed(path: str, title: str, page: str, found: Sequence[ChangeView], changes: Sequence[ChangeView]) -> Feed:
    return Feed(path, title, page, tuple(found[:ENTRIES]), (found or changes)[0].date)
