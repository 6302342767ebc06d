"""What the list of references and a reference's page show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from claimbook.citations import Citation, bibtex
from claimbook.model import Bearing, Reference, Standing, StandingKind, Study
from claimbook.views.base import ClaimRow, Leaf, Link, Source, leaves
from claimbook.views.cite import SOURCE_FORMATS, cite_source, citing_files, reference_files, source_data_file
from claimbook.views.evidence import DoubtView, view_doubt
from claimbook.views.shelf import Shelf


class Use(NamedTuple):
    """A claim that lists a source, with the finding it uses."""

    row: ClaimRow
    finding: str
    """The outcome that was measured."""


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A source as the list shows it."""

    source: Source
    citation: Citation
    design: str
    claims: int
    """Claims that list it."""


class DoubtRow(NamedTuple):
    """A source that is no longer as it was published, as the list shows it."""

    doubt: DoubtView
    title: str
    claims: int
    """Claims that list it."""
    counts: int
    """Those of them whose rating rests on it all the same."""


@dataclass(frozen=True, slots=True)
class LibraryView:
    """One page of the list of sources."""

    leaf: Leaf[ReferenceRow]
    pages: tuple[Leaf[ReferenceRow], ...]
    """All pages of the list."""
    letters: tuple[tuple[str, tuple[ReferenceRow, ...]], ...]
    """The rows under the first letter of their first author."""
    total: int
    doubted: tuple[DoubtRow, ...]
    """Retracted, doubted and corrected sources, in this order; on the first page alone."""
    checked: date | None
    """When this was last looked up."""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """Everything on a source's page."""

    reference: Reference
    source: Source
    citation: Citation
    record: str
    study: Study | None
    conditions: tuple[str, ...]
    doubt: DoubtView | None
    standing_checked: date | None
    uses: tuple[tuple[Bearing, tuple[Use, ...]], ...]
    """Claims that list it, by what it says about them."""
    bibtex: str
    files: tuple[Link, ...]
    """Files that cite it."""
    data: Link
    """Everything on it, for programs."""
    seen_at: tuple[Link, ...]
    """Where its figures were seen; what has no address has an empty path."""


def view_library(shelf: Shelf) -> Iterator[LibraryView]:
    """Cut the list of sources, in pages."""
    rows = sorted((_row(key, shelf) for key in shelf.catalogue.references), key=_order)
    pages = leaves("references/", rows)
    standing = shelf.catalogue.standing_list
    for leaf in pages:
        letters = groupby(leaf.rows, key=lambda row: row.source.short[0].upper())
        yield LibraryView(
            leaf=leaf,
            pages=pages,
            letters=tuple((letter, tuple(group)) for letter, group in letters),
            total=len(rows),
            doubted=_doubted(shelf) if leaf.number == 1 else (),
            checked=standing.checked if standing else None,
        )


def _doubted(shelf: Shelf) -> tuple[DoubtRow, ...]:
    gravest_first = tuple(reversed(StandingKind))
    found = sorted(shelf.catalogue.standing.values(), key=lambda one: (gravest_first.index(one.kind), one.key))
    return tuple(_doubt(one, shelf) for one in found)


def _doubt(standing: Standing, shelf: Shelf) -> DoubtRow:
    key = standing.key
    claims = {row.id for row, _ in shelf.uses.get(key, ())}
    return DoubtRow(
        doubt=view_doubt(standing, shelf),
        title=shelf.citations[key].title,
        claims=len(claims),
        counts=sum(key in shelf.weighs[id_] for id_ in claims),
    )


def _order(row: ReferenceRow) -> tuple[str, str]:
    return (row.source.short.casefold(), row.source.path)


def _row(key: str, shelf: Shelf) -> ReferenceRow:
    study = shelf.catalogue.studies.get(key)
    claims = {row.id for row, _ in shelf.uses.get(key, ())}
    design = study.design.label if study else ""
    return ReferenceRow(shelf.sources[key], shelf.citations[key], design, len(claims))


def view_reference_pages(shelf: Shelf) -> Iterator[ReferenceView]:
    """Cut the pages of all sources from the book."""
    for reference in shelf.catalogue.references.values():
        yield _reference(reference, shelf)


def _reference(reference: Reference, shelf: Shelf) -> ReferenceView:
    catalogue = shelf.catalogue
    key = reference.key
    study = catalogue.studies.get(key)
    standing = catalogue.standing.get(key)
    return ReferenceView(
        reference=reference,
        source=shelf.sources[key],
        citation=shelf.citations[key],
        record=f"references/studies/{key}.yml" if study else "references/library.bib",
        study=study,
        conditions=tuple(shelf.conditions.get(code, code) for code in study.conditions) if study else (),
        doubt=view_doubt(standing, shelf) if standing else None,
        standing_checked=catalogue.standing_list.checked if catalogue.standing_list else None,
        uses=_uses(key, study, shelf),
        bibtex=bibtex(*cite_source(key, shelf)),
        files=citing_files(reference_files(key), SOURCE_FORMATS),
        data=Link("JSON", source_data_file(key)),
        seen_at=tuple(Link(place, place if _is_address(place) else "") for place in study.seen_at) if study else (),
    )


def _is_address(place: str) -> bool:
    return place.startswith(("https://", "http://")) and " " not in place


def _uses(key: str, study: Study | None, shelf: Shelf) -> tuple[tuple[Bearing, tuple[Use, ...]], ...]:
    outcomes = {finding.id: finding.outcome for finding in study.findings} if study else {}
    uses = shelf.uses.get(key, ())
    groups = (
        (bearing, tuple(Use(row, outcomes.get(item.finding, "")) for row, item in uses if item.bearing is bearing))
        for bearing in Bearing
    )
    return tuple(group for group in groups if group[1])
