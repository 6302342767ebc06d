"""Citations as files: of the library, of each source, of each claim's page and of its sources; each in every format."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimbook.citations import Remarks, bibtex, csl, ris
from claimbook.exports.head import write
from claimbook.files import OutFile
from claimbook.model import Reference
from claimbook.views import Shelf
from claimbook.views.cite import (
    BOOK_FILES,
    FORMATS,
    LIBRARY_FILES,
    SOURCE_FORMATS,
    Formats,
    cite_book,
    cite_claim,
    cite_source,
    page_files,
    reference_files,
    source_files,
    sources_of,
)


class Cited(NamedTuple):
    """One citation in every format."""

    bib: str
    ris: str
    csl: str


def render(shelf: Shelf) -> Iterator[OutFile]:
    """Write all files that cite something; every citation is worked out once."""
    sources = {key: _cited(*cite_source(key, shelf)) for key in sorted(shelf.catalogue.references)}
    yield from _files(LIBRARY_FILES, [*sources.values()])
    yield from _files(BOOK_FILES, [_cited(*cite_book(shelf))])
    for key, cited in sources.items():
        yield from _files(reference_files(key), [cited], SOURCE_FORMATS)
    for row in shelf.rows.values():
        page = cite_claim(row, shelf)
        if page:
            yield from _files(page_files(row.id), [_cited(*page)])
        yield from _sources(row.id, sources, shelf)


def _sources(claim: str, sources: Mapping[str, Cited], shelf: Shelf) -> Iterator[OutFile]:
    keys = sources_of(shelf.catalogue.claims[claim])
    return _files(source_files(claim), [sources[key] for key in keys]) if keys else iter(())


def _cited(reference: Reference, remarks: Remarks) -> Cited:
    return Cited(bibtex(reference, remarks), ris(reference, remarks), write(csl(reference, remarks)))


def _files(path: str, cited: Sequence[Cited], formats: Formats = FORMATS) -> Iterator[OutFile]:
    """Write the same citations in several formats."""
    for _, ending in formats:
        yield OutFile(f"{path}.{ending}", _WRITERS[ending](cited))


def _bibtex_file(cited: Sequence[Cited]) -> str:
    return "\n".join([one.bib for one in cited])


def _ris_file(cited: Sequence[Cited]) -> str:
    return "".join([one.ris for one in cited])


def _csl_file(cited: Sequence[Cited]) -> str:
    items = ",\n".join([one.csl for one in cited])
    return f"[\n{items}\n]\n"


_WRITERS = {"bib": _bibtex_file, "ris": _ris_file, "csl.json": _csl_file}
