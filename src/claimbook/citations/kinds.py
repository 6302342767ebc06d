"""What the exchange formats call the kinds of library entries, and what a citation may say beyond the library."""

from datetime import date
from typing import NamedTuple

from claimbook.model import Reference


class Kind(NamedTuple):
    """A kind of entry, in the words of each format, and the field in which each puts what contains or issues it."""

    csl: str
    csl_container: str
    ris: str
    ris_container: tuple[str, ...]
    bibtex_container: str


_CHAPTER = Kind("chapter", "container-title", "CHAP", ("T2",), "booktitle")
_KINDS = {
    # T2 is the journal in the RIS of 2011, JF in older readers; JO is read as an abbreviation by some.
    "article": Kind("article-journal", "container-title", "JOUR", ("T2", "JF"), "journal"),
    "book": Kind("book", "publisher", "BOOK", ("PB",), "publisher"),
    "inbook": _CHAPTER,
    "incollection": _CHAPTER,
    "inproceedings": Kind("paper-conference", "container-title", "CONF", ("T2",), "booktitle"),
    "techreport": Kind("report", "publisher", "RPRT", ("PB",), "institution"),
    "phdthesis": Kind("thesis", "publisher", "THES", ("PB",), "school"),
}
_WEB_PAGE = Kind("webpage", "container-title", "ELEC", ("T2",), "howpublished")
_DOCUMENT = Kind("document", "container-title", "GEN", ("T2",), "howpublished")


def kind_of(reference: Reference) -> Kind:
    """Find the kind of an entry; what has no type of its own is a web page, or a document without an address."""
    return _KINDS.get(reference.entry_type) or (_WEB_PAGE if reference.url else _DOCUMENT)


class Remarks(NamedTuple):
    """What a citation says beyond the library."""

    day: date | None = None
    """Day of publication, where more than the year is known."""
    version: str = ""
    """Which state of something that changes."""
    note: str = ""
    """What readers of the citation should know."""


NO_REMARKS = Remarks()
