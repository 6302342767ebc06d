"""One row a claim, for spreadsheets (UTF-8, commas, CRLF as RFC 4180 has it)."""

import csv
from io import StringIO

from claimbook.views import OVERSTATED, ClaimRow, Shelf

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""

COLUMNS = (
    *("id", "address", "category", "category_label", "title", "statement", "type", "importance", "state"),
    *("verdict", "certainty_or_basis", "articles", "passages", "worded_too_strongly", "studies", "due", "finding"),
)


def render(shelf: Shelf) -> str:
    """Write the file."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in shelf.rows.values():
        writer.writerow([_cell(value) for value in _row(row, shelf)])
    return out.getvalue()


def _row(row: ClaimRow, shelf: Shelf) -> tuple[object, ...]:
    badge, wordings = row.badge, shelf.wordings[row.id]
    category = shelf.catalogue.category_of[row.id]
    too_strong = sum(level in OVERSTATED for level in wordings)
    return (
        *(row.id, row.path, category, row.category.text, row.title, row.statement),
        *(row.type, row.importance, badge.state),
        *(badge.verdict, badge.second, row.articles, len(wordings), too_strong, row.studies, row.due, row.finding),
    )


def _cell(value: object) -> object:
    """Put a quotation mark before text that a spreadsheet would run as a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
