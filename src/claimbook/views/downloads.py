"""What the page of downloads shows: the very files that were made, each with its size and checksum."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from claimbook.citations import cite
from claimbook.model import DataLicence
from claimbook.views.base import Link
from claimbook.views.cite import BOOK_FILES, cite_book, citing_files
from claimbook.views.feeds import view_feeds
from claimbook.views.shelf import Shelf


class Download(NamedTuple):
    """A file that was made."""

    group: str
    path: str
    form: str
    """Its format."""
    plain: str
    """What it holds."""
    records: int | None
    """How many records; none where it holds no records."""
    noun: str
    """What a record of it is."""
    media: str
    """Its media type."""
    size: int
    """In bytes."""
    sha256: str


class FieldNote(NamedTuple):
    """A field of a JSON file, and what stands in it."""

    name: str
    plain: str


class ShapeNote(NamedTuple):
    """An object of the JSON files."""

    plain: str
    fields: tuple[FieldNote, ...]


class Published(NamedTuple):
    """What was published, as the page of downloads needs to know it."""

    downloads: tuple[Download, ...]
    shapes: tuple[ShapeNote, ...]


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """Everything on the page of downloads."""

    groups: tuple[tuple[str, tuple[Download, ...]], ...]
    shapes: tuple[ShapeNote, ...]
    licence: DataLicence | None
    licence_text: str
    claim: str
    """Id of a claim, for examples; empty where there is none."""
    source: str
    """Key of a source, for examples; empty where there is none."""
    has_feeds: bool
    citation: str
    """How to cite the whole book."""
    version: str
    files: tuple[Link, ...]
    """Files that cite it."""
    history: str
    """Where changes of the files' form are told."""


def view_downloads(published: Published, shelf: Shelf) -> DownloadsView:
    """Cut the page of downloads from what was published."""
    book = shelf.catalogue.book
    reference, remarks = cite_book(shelf)
    return DownloadsView(
        groups=_groups(published.downloads),
        shapes=published.shapes,
        licence=book.data_licence,
        licence_text=book.notices.licence,
        claim=next(iter(shelf.rows), ""),
        source=min(shelf.catalogue.references, default=""),
        has_feeds=bool(view_feeds(shelf)),
        citation=cite(reference).text,
        version=remarks.version,
        files=citing_files(BOOK_FILES),
        history=f"{book.repository.rstrip('/')}/blob/{book.branch}/CHANGELOG-API.md",
    )


def _groups(downloads: Sequence[Download]) -> tuple[tuple[str, tuple[Download, ...]], ...]:
    return tuple((name, tuple(group)) for name, group in groupby(downloads, key=lambda one: one.group))
