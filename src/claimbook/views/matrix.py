"""Who says what: claims by articles, with how strongly each article says it.

The tables are cut by category, since that of a whole book would be heavy. Each article has a list of its own as well,
with what it does not say.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimbook.model import Wording
from claimbook.views.base import OVERSTATED, ClaimRow, Leaf, Link, leaves
from claimbook.views.said import overstatement, passage_id, wording_label
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class SaidCell:
    """What one article says of one claim."""

    wording: Wording
    """That of the passage that goes furthest beyond research."""
    label: str
    passages: int
    path: str
    """That passage on the article's page."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim, and what each article says of it, in the order of the columns."""

    row: ClaimRow
    cells: tuple[SaidCell | None, ...]
    """None where the article does not say it."""

    @property
    def silent(self) -> int:
        """Articles that do not say it."""
        return self.cells.count(None)


@dataclass(frozen=True, slots=True)
class MatrixView:
    """One page of the table of a category."""

    category: str
    articles: tuple[Link, ...]
    """Columns; each leads to the list of the article."""
    leaf: Leaf[MatrixRow]
    pages: tuple[Leaf[MatrixRow], ...]
    others: tuple[Link, ...]
    """Tables of the other categories."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a category an article says."""

    said: int
    of: int
    """Claims of the category that stand."""
    overstated: int
    """Claims that the article words too strongly in one place at least, by however little."""


@dataclass(frozen=True, slots=True)
class OverviewView:
    """Where the tables and the lists are, and what is in them."""

    articles: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[Share, ...]], ...]
    """Categories, each with how much the articles say of it."""


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """What one article says and does not say of one category."""

    table: Link
    """Table of the category."""
    said: tuple[tuple[ClaimRow, SaidCell], ...]
    unsaid: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class ArticleListView:
    """What one article says and what it does not, by category."""

    title: str
    path: str
    article: str
    """Address of the article's page."""
    others: tuple[Link, ...]
    groups: tuple[ArticleGroup, ...]


def view_cells(shelf: Shelf) -> Mapping[str, Mapping[str, SaidCell]]:
    """Find what each article says of each claim, by article and claim; what is not there is not said."""
    cells: dict[str, dict[str, SaidCell]] = {}
    for article in shelf.catalogue.articles:
        found: dict[str, list[tuple[int, Wording]]] = defaultdict(list)
        for number, (row, _, level) in enumerate(shelf.said.get(article, ()), start=1):
            found[row.id].append((number, level))
        cells[article] = {claim: _cell(shelf.rows[claim], article, said) for claim, said in found.items()}
    return cells


def _cell(row: ClaimRow, article: str, said: list[tuple[int, Wording]]) -> SaidCell:
    number, level = max(said, key=lambda one: (overstatement(one[1]), -one[0]))
    return SaidCell(
        wording=level,
        label=wording_label(row.type, level),
        passages=len(said),
        path=f"articles/{article}/#{passage_id(number)}",
    )


def view_matrix(shelf: Shelf) -> Iterator[MatrixView]:
    """Cut the tables, one a category, each in pages."""
    articles, cells, claims = article_lists(shelf), view_cells(shelf), _by_category(shelf)
    for category, link in _categories(shelf).items():
        rows = [MatrixRow(row, tuple(cells[article].get(row.id) for article in articles)) for row in claims[category]]
        others = tuple(other for other in _categories(shelf).values() if other != link)
        pages = leaves(link.path, rows)
        for leaf in pages:
            yield MatrixView(link.text, tuple(articles.values()), leaf, pages, others)


def view_overview(shelf: Shelf) -> OverviewView:
    """Count how much each article says of each category."""
    articles, cells, claims = article_lists(shelf), view_cells(shelf), _by_category(shelf)
    rows = (
        (link, tuple(_share(claims[category], cells[article]) for article in articles))
        for category, link in _categories(shelf).items()
    )
    return OverviewView(tuple(articles.values()), tuple(rows))


def _share(rows: list[ClaimRow], cells: Mapping[str, SaidCell]) -> Share:
    said = [cells[row.id] for row in rows if row.id in cells]
    return Share(len(said), len(rows), sum(cell.wording in OVERSTATED for cell in said))


def view_article_lists(shelf: Shelf) -> Iterator[ArticleListView]:
    """Cut the lists of all articles."""
    articles, cells, claims = article_lists(shelf), view_cells(shelf), _by_category(shelf)
    for id_, link in articles.items():
        yield ArticleListView(
            title=link.text,
            path=link.path,
            article=f"articles/{id_}/",
            others=tuple(other for other in articles.values() if other != link),
            groups=tuple(_group(table, claims[code], cells[id_]) for code, table in _categories(shelf).items()),
        )


def _group(table: Link, rows: list[ClaimRow], cells: Mapping[str, SaidCell]) -> ArticleGroup:
    said = tuple((row, cells[row.id]) for row in rows if row.id in cells)
    return ArticleGroup(table, said, tuple(row for row in rows if row.id not in cells))


def article_lists(shelf: Shelf) -> dict[str, Link]:
    """Give the address of the list of each article, by title."""
    articles = sorted(shelf.catalogue.articles.values(), key=lambda article: article.title)
    return {article.id: Link(article.title, f"matrix/articles/{article.id}/") for article in articles}


def _categories(shelf: Shelf) -> dict[str, Link]:
    """List the categories in the book's order, each with the address of its table."""
    return {one.id: Link(one.label, f"matrix/{one.id}/") for one in shelf.catalogue.book.categories}


def _by_category(shelf: Shelf) -> Mapping[str, list[ClaimRow]]:
    claims: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in shelf.live:
        claims[shelf.catalogue.category_of[row.id]].append(row)
    return claims
