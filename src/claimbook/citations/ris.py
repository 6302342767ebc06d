"""Library entries as RIS, which EndNote, Zotero, Mendeley and Papers read.

A line is two letters, two spaces, a hyphen, a space and the value, and ends with carriage return and line feed.
Journals stand in T2 and JF, as RIS of 2011 and its forerunner have it; PMID and PMCID in AN and C2, as EndNote has it.
"""

import re

from claimbook.citations.csl import full_note
from claimbook.citations.kinds import NO_REMARKS, Remarks, kind_of
from claimbook.citations.names import is_person, named, split_name
from claimbook.model import Reference

_DASHES = re.compile(r"\s*[-–]+\s*")


def ris(reference: Reference, remarks: Remarks = NO_REMARKS) -> str:
    """Write a reference as a record of RIS."""
    kind = kind_of(reference)
    first, _, last = _DASHES.sub("-", reference.pages).partition("-")
    lines = (
        ("TY", kind.ris),
        ("ID", reference.key),
        *(("AU", _name(author)) for author in named(reference.authors)),
        ("TI", reference.title),
        *((tag, reference.container) for tag in kind.ris_container),
        ("PY", reference.year),
        ("DA", f"{remarks.day:%Y/%m/%d}/" if remarks.day else ""),
        ("VL", reference.volume),
        ("IS", reference.number),
        ("SP", first),
        ("EP", last),
        ("ET", remarks.version),
        ("DO", reference.doi),
        ("AN", reference.pmid),
        ("C2", reference.pmcid),
        ("UR", reference.url),
        ("N1", full_note(reference, remarks)),
    )
    return "".join([f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value]) + "ER  - \r\n"


def _one_line(text: str) -> str:
    """Keep line breaks in a text from ending its line and beginning a tag."""
    return text if text.isprintable() else " ".join(text.split())


def _name(author: str) -> str:
    """Write a person as "Family, Given, Jr"; a body without any comma, which would part it."""
    name = split_name(author)
    return ", ".join(part for part in name if part) if is_person(author) else name.family.replace(",", "")
