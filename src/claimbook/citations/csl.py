"""Library entries as CSL-JSON, which Zotero, Pandoc and citeproc read (csl-data.json of the CSL project, 1.0.2)."""

import re
from typing import Any

from claimbook.citations.kinds import NO_REMARKS, Remarks, kind_of
from claimbook.citations.names import OTHERS, is_person, named, split_name
from claimbook.model import Reference

CUT_SHORT = "The list of authors is cut short."
"""What citations say in a note where their format has no word for "and others"."""

_DASHES = re.compile(r"\s*[-–]+\s*")


def csl(reference: Reference, remarks: Remarks = NO_REMARKS) -> dict[str, Any]:
    """Write a reference as an item of CSL-JSON; empty fields are left out."""
    kind = kind_of(reference)
    fields = {
        "id": reference.key,
        "type": kind.csl,
        "title": reference.title,
        "author": [_name(author) for author in named(reference.authors)],
        kind.csl_container: reference.container,
        "issued": _issued(reference.year, remarks),
        "volume": reference.volume,
        "issue": reference.number,
        "page": _DASHES.sub("-", reference.pages),
        "version": remarks.version,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "URL": reference.url,
        "note": full_note(reference, remarks),
    }
    return {name: value for name, value in fields.items() if value}


def full_note(reference: Reference, remarks: Remarks) -> str:
    """Add to a note that authors are missing, where the library cuts their list short."""
    cut = CUT_SHORT if OTHERS in reference.authors else ""
    return " ".join(part for part in (remarks.note, cut) if part)


def _name(author: str) -> dict[str, str]:
    name = split_name(author)
    if not is_person(author):
        return {"literal": name.family}
    return {part: value for part, value in name._asdict().items() if value}


def _issued(year: str, remarks: Remarks) -> dict[str, Any]:
    if remarks.day:
        return {"date-parts": [[remarks.day.year, remarks.day.month, remarks.day.day]]}
    if year.isdecimal():
        return {"date-parts": [[int(year)]]}
    return {"literal": year} if year else {}
