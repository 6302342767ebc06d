"""The library in short, as JSON."""

from claimbook.exports.head import head, latest, write, write_list
from claimbook.exports.shapes import SourceRow, day_if_known
from claimbook.views import Shelf
from claimbook.views.cite import source_data_file


def render(shelf: Shelf) -> str:
    """Write the file, one source a line."""
    listed = shelf.catalogue.standing_list
    rows = [write(row_of(key, shelf)) for key in sorted(shelf.catalogue.references)]
    checked = day_if_known(listed.checked if listed else None)
    about = {**head(shelf, latest(shelf)), "standing_checked": checked, "total": len(rows)}
    return write_list(about, "references", rows)


def row_of(key: str, shelf: Shelf) -> SourceRow:
    """Tell of a source in short."""
    catalogue = shelf.catalogue
    reference, source, study = catalogue.references[key], shelf.sources[key], catalogue.studies.get(key)
    return {
        "key": key,
        "address": source.path,
        "record": source_data_file(key),
        "short": source.short,
        "citation": shelf.citations[key].text,
        "title": reference.title,
        "year": reference.year,
        "doi": reference.doi,
        "pmid": reference.pmid,
        "pmcid": reference.pmcid,
        "url": reference.url,
        "design": study.design if study else None,
        "standing": source.standing,
        "claims": list(dict.fromkeys(row.id for row, _ in shelf.uses.get(key, ()))),
    }
