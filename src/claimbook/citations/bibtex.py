"""Library entries as BibTeX."""

import re

from claimbook.citations.kinds import NO_REMARKS, Remarks, kind_of
from claimbook.citations.names import OTHERS, is_person
from claimbook.model import Reference

_DASHES = re.compile(r"\s*[-–]+\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = re.compile(r"([&%$#_{}])")


def bibtex(reference: Reference, remarks: Remarks = NO_REMARKS) -> str:
    """Write a reference as a BibTeX entry that reads back as the same reference.

    A month is given by its macro, the only form that all styles print as a month; BibTeX knows no days.
    """
    fields = {
        "author": " and ".join(map(_name, reference.authors)),
        "title": f"{{{_tex(reference.title)}}}" if reference.title else "",
        kind_of(reference).bibtex_container: _tex(reference.container),
        "year": reference.year,
        "volume": reference.volume,
        "number": reference.number,
        "pages": _DASHES.sub("--", reference.pages),
        "version": _tex(remarks.version),
        "doi": reference.doi,
        "pmid": reference.pmid,
        "pmcid": reference.pmcid,
        "url": reference.url,
        "note": _tex(remarks.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if remarks.day:
        lines.append(f"  month = {_MONTHS[remarks.day.month - 1]},")
    return "\n".join((f"@{reference.entry_type}{{{reference.key},", *lines, "}", ""))


def _name(author: str) -> str:
    """Keep BibTeX from taking the name of a body apart."""
    return _tex(author) if is_person(author) or author == OTHERS else f"{{{_tex(author)}}}"


def _tex(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
