"""What the home page and the lists of claims show."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from claimbook.model import Book, Category, HistoryKind, ReviewState
from claimbook.views.articles import ArticleRow, view_articles
from claimbook.views.base import ClaimRow, Leaf, Tally, first_sentence, leaves
from claimbook.views.shelf import Shelf
from claimbook.views.spread import tally_verdicts


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
class ConditionView:
    """A condition that claims name."""

    label: str
    path: str
    claims: int
    """Claims that stand."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change of a rating."""

    date: date
    kind: HistoryKind
    text: str
    row: ClaimRow


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the home page."""

    book: Book
    reviewed: str
    """Who has reviewed the ratings, in one sentence."""
    featured: tuple[ClaimRow, ...]
    example: ClaimRow | None
    """The claim whose badge is explained; none where no claim is rated."""
    categories: tuple[CategoryView, ...]
    conditions: tuple[ConditionView, ...]
    articles: tuple[ArticleRow, ...]
    changes: tuple[ChangeView, ...]
    claims: int
    sources: int


@dataclass(frozen=True, slots=True)
class HubView:
    """One page of a list of claims: of all, of a category or of a condition."""

    title: str
    summary: str
    tallies: tuple[Tally, ...]
    """Verdicts of the claims that stand and are rated; empty where no one would compare them."""
    claims: int
    """Claims that stand, rated or not."""
    leaf: Leaf[ClaimRow]
    pages: tuple[Leaf[ClaimRow], ...]
    """All pages of the list."""
    groups: tuple[tuple[str, tuple[ClaimRow, ...]], ...]
    """The rows under the name of their category."""


_CHANGES_SHOWN = 3
_ALL = "Every claim by subject; within a subject those that matter most, and that most articles make, come first."
_OF_CONDITION = (
    "Claims that name this condition. Much of what is said on side effects, or on how a treatment works, names none: "
    "it stands under all claims."
)


def view_home(shelf: Shelf) -> HomeView:
    """Cut the home page from the book."""
    book = shelf.catalogue.book
    featured = tuple(shelf.rows[id_] for id_ in book.featured if id_ in shelf.rows)
    return HomeView(
        book=book,
        reviewed=first_sentence(book.notices.reviewed),
        featured=featured,
        example=next((row for row in (*featured, *shelf.live) if row.badge.verdict), None),
        categories=tuple(view_category(category, shelf) for category in book.categories),
        conditions=tuple(view_conditions(shelf)),
        articles=view_articles(shelf),
        changes=_latest(shelf),
        claims=len(shelf.live),
        sources=len(shelf.catalogue.references),
    )


def view_category(category: Category, shelf: Shelf) -> CategoryView:
    """Count how the claims of a category fare."""
    path = f"categories/{category.id}/"
    rows = [row for row in shelf.live if row.category.path == path]
    return CategoryView(category, path, tally_verdicts(rows), len(rows))


def view_conditions(shelf: Shelf) -> Iterator[ConditionView]:
    """List the conditions that claims name, in the book's order."""
    counts = Counter(code for row in shelf.live for code in shelf.catalogue.claims[row.id].conditions)
    for code, label in shelf.conditions.items():
        if counts[code]:
            yield ConditionView(label, condition_path(code), counts[code])


def condition_path(code: str) -> str:
    """Address of the list of claims on a condition."""
    return f"conditions/{code}/"


def view_hubs(shelf: Shelf) -> Iterator[HubView]:
    """Cut all lists of claims: that of all, then one a category and one a condition, each in pages."""
    rows = list(shelf.rows.values())
    yield from _hub("claims/", "All claims", _ALL, rows)
    for category in shelf.catalogue.book.categories:
        view = view_category(category, shelf)
        found = [row for row in rows if row.category.path == view.path]
        yield from _hub(view.path, category.label, category.summary, found, view.tallies)
    for condition in shelf.catalogue.book.conditions:
        found = [row for row in rows if condition.id in shelf.catalogue.claims[row.id].conditions]
        if found:
            summary = f"{condition.summary} {_OF_CONDITION}".strip()
            yield from _hub(condition_path(condition.id), condition.label, summary, found, tally_verdicts(found))


def _hub(
    path: str, title: str, summary: str, rows: list[ClaimRow], tallies: tuple[Tally, ...] = ()
) -> Iterator[HubView]:
    pages = leaves(path, rows)
    standing = sum(row.badge.state is not ReviewState.WITHDRAWN for row in rows)
    for leaf in pages:
        groups = groupby(leaf.rows, key=lambda row: row.category.text)
        yield HubView(
            title=title,
            summary=summary,
            tallies=tallies,
            claims=standing,
            leaf=leaf,
            pages=pages,
            groups=tuple((name, tuple(group)) for name, group in groups),
        )


def _latest(shelf: Shelf) -> tuple[ChangeView, ...]:
    changes = (
        ChangeView(entry.date, entry.kind, entry.text, shelf.rows[claim.id])
        for claim in shelf.catalogue.claims.values()
        for entry in claim.history
    )
    return tuple(sorted(changes, key=lambda change: (change.date, change.row.id), reverse=True)[:_CHANGES_SHOWN])
