"""Pages that show all claims at once: who says what, and what has been studied."""

from collections.abc import Iterator

from claimbook.files import OutFile
from claimbook.linked import LIST
from claimbook.pages.engine import SKIP, Engine, head, numbered
from claimbook.views import (
    KINDS,
    Link,
    MatrixView,
    Shelf,
    capital,
    view_article_lists,
    view_gaps,
    view_matrix,
    view_overview,
)

_WHOLE = ["navigation", "toc"]
"""What is left out beside a table that needs the width."""
_MATRIX = "Who says what"


def render_maps(engine: Engine, shelf: Shelf) -> Iterator[OutFile]:
    """Print both maps; what only repeats the words of claims stays out of the search."""
    fields = head(
        "What has been studied",
        f"{capital(shelf.catalogue.book.words.conditions)} by outcomes: studies, people, certainty, and gaps.",
        hide=_WHOLE,
        linked=LIST,
    )
    yield engine.page("gaps/", "gaps", fields, view=view_gaps(shelf), kinds=KINDS)
    fields = head(_MATRIX, "Claims by articles, with how strongly each article says them.", hide=_WHOLE, linked=LIST)
    yield engine.page("matrix/", "matrix", fields, view=view_overview(shelf))
    yield from (_table(engine, view) for view in view_matrix(shelf))
    trail = [Link(_MATRIX, "matrix/")]
    for view in view_article_lists(shelf):
        fields = head(f"{_MATRIX}: {view.title}", "", hide=_WHOLE, linked=LIST, search=SKIP, crumbs=trail)
        yield engine.page(view.path, "matrix_list", fields, view=view)


def _table(engine: Engine, view: MatrixView) -> OutFile:
    title = numbered(f"{_MATRIX}: {view.category}", view.leaf.number)
    fields = head(title, "", hide=_WHOLE, linked=LIST, search=SKIP, crumbs=[Link(_MATRIX, "matrix/")])
    return engine.page(view.leaf.path, "matrix_table", fields, view=view, title=title)
