"""Tables for spreadsheets (UTF-8, commas, CRLF as RFC 4180 has it), with nothing in them that would be run."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, TextIOWrapper

_FORMULA = frozenset("=+-@\t\r")
"""What makes a spreadsheet take a cell for a formula, if the cell begins with it."""


def sheet(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table whose first row names the columns, as UTF-8 at once: as text it would need far more memory."""
    file = BytesIO()
    with TextIOWrapper(file, encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)
        out.flush()
        return file.getvalue()


def _cell(value: object) -> object:
    """Put a quotation mark before text that a spreadsheet would run as a formula."""
    if isinstance(value, str) and value[:1] in _FORMULA:
        return f"'{value}"
    return value
