"""One row a claim."""

from claimbook.exports.sheets import sheet
from claimbook.views import OVERSTATED, ClaimRow, Shelf
from claimbook.views.history import last_change

COLUMNS = (
    *("id", "address", "category", "category_label", "title", "statement", "type", "importance", "state"),
    *("verdict", "certainty_or_basis", "articles", "passages", "worded_too_strongly", "studies", "due", "finding"),
    *("certainty", "rated", "last_modified", "licence"),
)


def render(shelf: Shelf) -> bytes:
    """Write the file."""
    return sheet(COLUMNS, (_row(row, shelf) for row in shelf.rows.values()))


def _row(row: ClaimRow, shelf: Shelf) -> tuple[object, ...]:
    badge, wordings = row.badge, shelf.wordings[row.id]
    claim, licence = shelf.catalogue.claims[row.id], shelf.catalogue.book.data_licence
    category = shelf.catalogue.category_of[row.id]
    too_strong = sum(level in OVERSTATED for level in wordings)
    return (
        *(row.id, row.path, category, row.category.text, row.title, row.statement),
        *(row.type, row.importance, badge.state),
        *(badge.verdict, badge.second, row.articles, len(wordings), too_strong, row.studies, row.due, row.finding),
        *(row.certainty, row.rated, last_change(claim), licence.name if licence else ""),
    )
