"""Data files for programs, for people with a spreadsheet, for reference managers and for readers of feeds.

One module a format, all made from what views are cut from.
"""

from collections.abc import Generator, Iterator

from claimbook.exports import (
    citing,
    claim_files,
    claims_csv,
    claims_json,
    feeds,
    listing,
    llms,
    maps_csv,
    reference_files,
    references_json,
    schemas,
)
from claimbook.files import OutFile
from claimbook.model.schema import KINDS, schema_text
from claimbook.views import Published, Shelf

__all__ = ["render"]


def render(shelf: Shelf) -> Generator[OutFile, None, Published]:
    """Make every data file; paths are below docs/. Return the list of them, with checksums of what was made."""
    rows = listing.rows(shelf)
    sums = {}
    for file in _files(shelf):
        if file.path in rows:
            sums[file.path] = listing.sum_of(file)
        yield file
    return listing.publish(rows, sums)


def _files(shelf: Shelf) -> Iterator[OutFile]:
    yield OutFile("data/claims.json", claims_json.render(shelf))
    yield OutFile("data/claims.csv", claims_csv.render(shelf))
    yield OutFile("data/matrix.csv", maps_csv.render_matrix(shelf))
    yield OutFile("data/gaps.csv", maps_csv.render_gaps(shelf))
    yield OutFile("data/references.json", references_json.render(shelf))
    yield from claim_files.render(shelf)
    yield from reference_files.render(shelf)
    yield from citing.render(shelf)
    yield from (OutFile(listing.schema_path(name), schemas.render(name)) for name in (*schemas.FILES, *schemas.PRINTED))
    yield from (OutFile(listing.record_schema_path(kind), schema_text(kind)) for kind in KINDS)
    yield from feeds.render(shelf)
    yield OutFile(llms.PATH, llms.render(shelf))
