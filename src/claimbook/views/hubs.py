"""What the home page and the lists of claims show."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from claimbook.model import Book, Category, Term
from claimbook.views.articles import ArticleRow, view_articles
from claimbook.views.base import ClaimRow, Leaf, Tally, first_sentence, leaves
from claimbook.views.facets import FinderView, Table, view_finder
from claimbook.views.history import ChangeView, view_all_changes
from claimbook.views.orders import in_order
from claimbook.views.paths import condition_path, outcome_path
from claimbook.views.shelf import Shelf
from claimbook.views.spread import tally_verdicts, tally_wordings


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


class Group(NamedTuple):
    """Rows of a list that belong together."""

    subject: str
    """Name of their category; empty where it stands above already."""
    rank: Term
    """Their importance, or that they were withdrawn."""
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class HubView:
    """One page of a list of claims: of all, of a category or of a condition."""

    title: str
    summary: str
    tallies: tuple[Tally, ...]
    """Verdicts of the claims that stand and are rated; empty where no one would compare them."""
    wordings: tuple[Tally, ...]
    """How articles word the claims that stand, passage by passage; empty likewise."""
    claims: int
    """Claims that stand, rated or not."""
    leaf: Leaf[ClaimRow]
    pages: tuple[Leaf[ClaimRow], ...]
    """All pages of the list."""
    groups: tuple[Group, ...]
    finder: FinderView | None
    """What narrows the whole list; only on the first page, and where the list is long enough to ask for it."""


_CHANGES_SHOWN = 3
_SHORT = 8
"""Claims that are taken in at a glance."""
_ALL = "Every claim by subject; within a subject those that matter most, and that most articles make, come first."
_OF_CONDITION = (
    "Claims that name this {condition}. Much of what is said on side effects, or on how something works, names none: "
    "it stands under all claims."
)


def view_home(shelf: Shelf) -> HomeView:
    """Cut the home page from the book."""
    book = shelf.catalogue.book
    featured = tuple(shelf.featured)
    return HomeView(
        book=book,
        reviewed=first_sentence(book.notices.reviewed),
        featured=featured,
        example=next((row for row in (*featured, *shelf.live) if row.badge.verdict), None),
        categories=tuple(view_category(category, shelf) for category in book.categories),
        conditions=tuple(view_conditions(shelf)),
        articles=view_articles(shelf),
        changes=view_all_changes(shelf)[:_CHANGES_SHOWN],
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


class _List(NamedTuple):
    """A list of claims before it is cut into pages."""

    path: str
    title: str
    summary: str
    rows: list[ClaimRow]
    tallies: tuple[Tally, ...] = ()
    wordings: tuple[Tally, ...] = ()
    within: str | None = ""
    """What all its claims have in common, as a mark of a facet; none where no facet tells, so that it stays whole."""
    order: str = "subject"


def view_hubs(shelf: Shelf, table: Table) -> Iterator[HubView]:
    """Cut all lists of claims: that of all, then one a category, a condition and a group of outcomes."""
    for one in _lists(shelf):
        yield from _hub(one, table)


def _lists(shelf: Shelf) -> Iterator[_List]:
    rows = list(shelf.rows.values())
    yield _List("claims/", "All claims", _ALL, rows)
    for category in shelf.catalogue.book.categories:
        view = view_category(category, shelf)
        found = in_order("importance", [row for row in rows if row.category.path == view.path])
        tallies, within = _tallies(found, shelf), f"category={category.id}"
        yield _List(view.path, category.label, category.summary, found, *tallies, within, "importance")
    for condition in shelf.catalogue.book.conditions:
        found = [row for row in rows if condition.id in shelf.catalogue.claims[row.id].conditions]
        if found:
            named = _OF_CONDITION.format(condition=shelf.catalogue.book.words.condition)
            summary = f"{condition.summary} {named}".strip()
            path, within = condition_path(condition.id), f"condition={condition.id}"
            yield _List(path, condition.label, summary, found, *_tallies(found, shelf), within)
    for group in shelf.catalogue.book.outcomes:
        found = [row for row in rows if group.id in shelf.catalogue.claims[row.id].outcomes]
        if found:
            yield _List(outcome_path(group.id), group.label, group.summary, found, *_tallies(found, shelf), None)


def _tallies(rows: list[ClaimRow], shelf: Shelf) -> tuple[tuple[Tally, ...], tuple[Tally, ...]]:
    """Count verdicts of claims, and how articles word them."""
    return tally_verdicts(rows), tally_wordings(rows, shelf)


def _hub(one: _List, table: Table) -> Iterator[HubView]:
    pages = leaves(one.path, one.rows)
    standing = sum(not row.withdrawn for row in one.rows)
    finder = None
    if len(one.rows) > _SHORT and one.within is not None:
        finder = view_finder(one.rows, table, within=one.within, order=one.order)
    for leaf in pages:
        yield HubView(
            title=one.title,
            summary=one.summary,
            tallies=one.tallies,
            wordings=one.wordings,
            claims=standing,
            leaf=leaf,
            pages=pages,
            groups=tuple(_groups(leaf.rows, by_subject=one.order == "subject")),
            finder=finder if leaf.number == 1 else None,
        )


def _groups(rows: tuple[ClaimRow, ...], *, by_subject: bool) -> Iterator[Group]:
    above = ""
    for (subject, rank), group in groupby(rows, key=lambda row: (row.category.text, _rank(row))):
        yield Group(subject if by_subject and subject != above else "", rank, tuple(group))
        above = subject


def _rank(row: ClaimRow) -> Term:
    return row.badge.state if row.withdrawn else row.importance
