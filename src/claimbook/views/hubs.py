"""What the home page and the lists of claims show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from claimbook.model import Book, Category, HistoryKind, Verdict
from claimbook.views.base import ClaimRow, Leaf, Tally, leaves, tally
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category, and how its claims fare."""

    category: Category
    path: str
    tallies: tuple[Tally, ...]
    """Verdicts of the claims that stand and are rated."""
    claims: int
    """Claims that stand, rated or not."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change of a rating."""

    date: date
    kind: HistoryKind
    text: str
    row: ClaimRow


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as lists show it."""

    path: str
    title: str
    publisher: str
    claims: int
    tallies: tuple[Tally, ...]
    """Verdicts of its claims that stand and are rated."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the home page."""

    book: Book
    featured: tuple[ClaimRow, ...]
    example: ClaimRow | None
    """The claim whose badge is explained; none where no claim is rated."""
    categories: tuple[CategoryView, ...]
    articles: tuple[ArticleRow, ...]
    changes: tuple[ChangeView, ...]
    claims: int
    sources: int


@dataclass(frozen=True, slots=True)
class HubView:
    """One page of a list of claims: a category's, or that of all claims."""

    leaf: Leaf[ClaimRow]
    others: tuple[Leaf[ClaimRow], ...]
    """All pages of the list."""
    category: CategoryView | None
    groups: tuple[tuple[str, tuple[ClaimRow, ...]], ...]
    """The rows under the name of their category."""
    total: int


_CHANGES_SHOWN = 3


def view_home(shelf: Shelf) -> HomeView:
    """Cut the home page from the book."""
    book = shelf.catalogue.book
    featured = tuple(shelf.rows[id_] for id_ in book.featured if id_ in shelf.rows)
    return HomeView(
        book=book,
        featured=featured,
        example=next((row for row in (*featured, *shelf.live) if row.badge.verdict), None),
        categories=tuple(view_category(category, shelf) for category in book.categories),
        articles=view_articles(shelf),
        changes=_latest(shelf),
        claims=len(shelf.live),
        sources=len(shelf.catalogue.references),
    )


def view_category(category: Category, shelf: Shelf) -> CategoryView:
    """Count how the claims of a category fare."""
    path = f"categories/{category.id}/"
    rows = [row for row in shelf.live if row.category.path == path]
    return CategoryView(category, path, verdicts(rows), len(rows))


def verdicts(rows: list[ClaimRow]) -> tuple[Tally, ...]:
    """Count verdicts of claims."""
    return tally(Verdict, [row.badge.verdict for row in rows])


def view_articles(shelf: Shelf) -> tuple[ArticleRow, ...]:
    """List the articles by title, each with how its claims fare."""
    live = {row.id: row for row in shelf.live}
    rows = []
    for article in sorted(shelf.catalogue.articles.values(), key=lambda article: article.title):
        claims = list({row.id: row for row, _, _ in shelf.said.get(article.id, ()) if row.id in live}.values())
        path = f"articles/{article.id}/"
        rows.append(ArticleRow(path, article.title, article.publisher, len(claims), verdicts(claims)))
    return tuple(rows)


def view_hubs(shelf: Shelf) -> Iterator[HubView]:
    """Cut all lists of claims: that of all, then one a category, each in pages."""
    yield from _hub("claims/", list(shelf.rows.values()), None)
    for category in shelf.catalogue.book.categories:
        view = view_category(category, shelf)
        yield from _hub(view.path, [row for row in shelf.rows.values() if row.category.path == view.path], view)


def _hub(path: str, rows: list[ClaimRow], category: CategoryView | None) -> Iterator[HubView]:
    pages = leaves(path, rows)
    for leaf in pages:
        groups = groupby(leaf.rows, key=lambda row: row.category.text)
        yield HubView(leaf, pages, category, tuple((name, tuple(group)) for name, group in groups), len(rows))


def _latest(shelf: Shelf) -> tuple[ChangeView, ...]:
    changes = (
        ChangeView(entry.date, entry.kind, entry.text, shelf.rows[claim.id])
        for claim in shelf.catalogue.claims.values()
        for entry in claim.history
    )
    return tuple(sorted(changes, key=lambda change: (change.date, change.row.id), reverse=True)[:_CHANGES_SHOWN])
