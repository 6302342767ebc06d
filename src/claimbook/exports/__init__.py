"""Data files for programs and for people with a spreadsheet: one module a format, all made from views."""

from collections.abc import Iterator

from claimbook.exports import claims_csv, claims_json, library, maps_csv
from claimbook.files import OutFile
from claimbook.views import Shelf

__all__ = ["render"]


def render(shelf: Shelf) -> Iterator[OutFile]:
    """Make every data file; paths are below docs/."""
    yield OutFile("data/claims.json", claims_json.render(shelf))
    yield OutFile("data/claims.csv", claims_csv.render(shelf))
    yield OutFile("data/matrix.csv", maps_csv.render_matrix(shelf))
    yield OutFile("data/gaps.csv", maps_csv.render_gaps(shelf))
    yield OutFile("data/library.bib", library.render(shelf))
