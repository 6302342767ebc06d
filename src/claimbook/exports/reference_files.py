"""Everything on a source, as JSON: one file a source."""

from collections.abc import Iterator

from claimbook.exports.head import head, latest, write
from claimbook.exports.references_json import row_of
from claimbook.exports.shapes import Source, SourceFile, Standing, day
from claimbook.exports.studies import study_of
from claimbook.files import OutFile
from claimbook.model import Standing as StandingRecord
from claimbook.views import Shelf
from claimbook.views.cite import source_data_file


def render(shelf: Shelf) -> Iterator[OutFile]:
    """Write the file of every source."""
    common = head(shelf, latest(shelf))
    for key in shelf.catalogue.references:
        file: SourceFile = {**common, "source": _source(key, shelf)}
        yield OutFile(source_data_file(key), f"{write(file)}\n")


def _source(key: str, shelf: Shelf) -> Source:
    catalogue = shelf.catalogue
    study = catalogue.studies.get(key)
    return {
        **row_of(key, shelf),
        "authors": [*catalogue.references[key].authors],
        "notice": _notice(catalogue.standing.get(key)),
        "study": study_of(study) if study else None,
        "uses": [
            {"claim": row.id, "finding": item.finding, "bearing": item.bearing} for row, item in shelf.uses.get(key, ())
        ],
    }


def _notice(standing: StandingRecord | None) -> Standing | None:
    if standing is None:
        return None
    return {
        "kind": standing.kind,
        "date": day(standing.date),
        "notice": standing.notice,
        "text": standing.text,
    }
