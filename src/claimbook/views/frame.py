"""What stands around every page: notices, where to go when a page is missing, and who is behind the site."""

from dataclasses import dataclass

from claimbook.model import Book
from claimbook.verdicts import RULE_SET
from claimbook.views.base import Badge, Link
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class FrameView:
    """What stands around every page."""

    book: Book
    repository: str
    """Address of the repository, without a slash at the end."""
    rule_set: str
    ways: tuple[Link, ...]
    """Where a reader can go from an address that leads nowhere."""
    about: tuple[Link, ...]
    """Who is behind the site and how it works."""
    badges: tuple[Badge, ...]
    """Every badge that a claim bears, each wording once."""


_WAYS = (Link("The articles under review", "articles/"), Link("The studies and other references", "references/"))
_ABOUT = (
    Link("Who decides", "methods/#people"),
    Link("How we rate", "methods/"),
    Link("Limits", "methods/#limits"),
    Link("Corrections", "methods/#corrections"),
    Link("Changes", "changes/"),
    Link("Downloads", "downloads/"),
    Link("Glossary", "glossary/"),
)


def view_frame(shelf: Shelf) -> FrameView:
    """Cut from the book what stands around every page."""
    book = shelf.catalogue.book
    categories = (Link(category.label, f"categories/{category.id}/") for category in book.categories)
    return FrameView(
        book=book,
        repository=book.repository.rstrip("/"),
        rule_set=RULE_SET,
        ways=(Link(f"All {len(shelf.live)} claims", "claims/"), *categories, *_WAYS, _ABOUT[-1]),
        about=_ABOUT,
        badges=tuple({row.badge.text: row.badge for row in shelf.rows.values()}.values()),
    )
