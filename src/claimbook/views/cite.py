"""How pages of ours are cited, and where the files lie that do so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.citations import Remarks
from claimbook.model import Claim, Reference
from claimbook.verdicts import RULE_SET
from claimbook.views.base import ClaimRow, Link
from claimbook.views.history import latest_change
from claimbook.views.shelf import Shelf

Formats = Sequence[tuple[str, str]]

FORMATS = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json"))
"""The formats of citations, and how their files end."""
SOURCE_FORMATS = FORMATS[1:]
"""Those in which a single source has a file; its BibTeX stands on its page."""

BOOK_FILES = "data/cite"
LIBRARY_FILES = "data/library"
"""Addresses without their ending."""

_NOT_KEY = re.compile(r"[^a-z0-9]+")
_PAGE = Reference("", "misc", "", (), "", "", "", "", "", "", "", "", "")
"""What all pages of ours have in common."""


@dataclass(frozen=True, slots=True)
class CiteView:
    """What a claim's page offers to those who cite it."""

    page: tuple[Link, ...]
    """Files that cite the page."""
    sources: tuple[Link, ...]
    """Files that cite its sources; none where it lists none."""
    count: int
    """How many sources that are."""
    data: Link
    """Everything on the claim, for programs."""


def view_cite(claim: Claim) -> CiteView:
    """Say where the files lie that cite a claim and its sources."""
    keys = sources_of(claim)
    return CiteView(
        page=citing_files(page_files(claim.id)),
        sources=citing_files(source_files(claim.id)) if keys else (),
        count=len(keys),
        data=Link("JSON", claim_data_file(claim.id)),
    )


def citing_files(path: str, formats: Formats = FORMATS) -> tuple[Link, ...]:
    """Name the files that cite the same in several formats, at an address without its ending."""
    return tuple(Link(name, f"{path}.{ending}") for name, ending in formats)


def claim_data_file(claim: str) -> str:
    """Address of the file with everything on a claim."""
    return f"data/claims/{claim}.json"


def source_data_file(key: str) -> str:
    """Address of the file with everything on a source."""
    return f"data/references/{key}.json"


def page_files(claim: str) -> str:
    """Address, without its ending, of the files that cite a claim's page."""
    return f"data/claims/{claim}"


def source_files(claim: str) -> str:
    """Address, without its ending, of the files that cite a claim's sources."""
    return f"data/claims/{claim}.sources"


def reference_files(key: str) -> str:
    """Address, without its ending, of the files that cite a source."""
    return f"data/references/{key}"


def sources_of(claim: Claim) -> tuple[str, ...]:
    """List the keys of a claim's sources, each once."""
    return tuple(dict.fromkeys(item.study for item in claim.evidence))


def cite_claim(row: ClaimRow, shelf: Shelf) -> tuple[Reference, Remarks] | None:
    """Describe a claim's page as others cite it; none while it is unrated, or once it is withdrawn."""
    rating = shelf.catalogue.claims[row.id].rating
    if rating is None or row.badge.verdict is None:
        return None
    page = _PAGE._replace(
        key=row.id,
        title=row.title,
        authors=shelf.people(rating.by),
        year=str(rating.date.year),
        container=shelf.catalogue.book.title,
        url=shelf.absolute(row.path),
    )
    version = f"rule set {RULE_SET}, rated {rating.date.isoformat()}"
    return page, Remarks(rating.date, version, f"{row.badge.text}. Claim: {row.statement}")


def cite_book(shelf: Shelf) -> tuple[Reference, Remarks]:
    """Describe the whole book as others cite it."""
    changed = latest_change(shelf)
    book = _PAGE._replace(
        key=_NOT_KEY.sub("-", shelf.catalogue.book.title.lower()).strip("-"),
        title=shelf.catalogue.book.title,
        authors=shelf.people(shelf.catalogue.people),
        year=str(changed.year) if changed else "",
        url=shelf.absolute(""),
    )
    version = f"rule set {RULE_SET}" + (f", last change {changed.isoformat()}" if changed else "")
    return book, Remarks(changed, version)


def cite_source(key: str, shelf: Shelf) -> tuple[Reference, Remarks]:
    """Describe a source as others cite it, with what has become of it since."""
    standing = shelf.catalogue.standing.get(key)
    note = f"{standing.kind.label} ({standing.date.isoformat()}): {standing.text} {standing.notice}" if standing else ""
    return shelf.catalogue.references[key], Remarks(note=note)
