"""A new entry for the library: its text, its place, and whether the library holds the paper already."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from claimbook.citations import bibtex
from claimbook.drafts.names import ascii_words
from claimbook.model import Reference
from claimbook.reading.library import parse_library

ALIKE = 0.92
"""From which likeness on two titles are taken for one; 1 is equal."""

_HEAD = re.compile(r"^@\w+\{([^,\s]+),", re.MULTILINE)


class UnwritableError(Exception):
    """An entry would not read back as it was meant; the message says what to do."""


def entry_text(reference: Reference) -> str:
    """Write an entry, and make sure that it reads back as the same.

    Raises:
        UnwritableError: It does not.

    """
    text = bibtex(reference)
    library = parse_library(text)
    undated = reference._replace(year="")
    if library.faults or [one._replace(year="") for one in library.references.values()] != [undated]:
        raise UnwritableError(
            "what was found holds signs that the library cannot keep; write the entry of references/library.bib by hand"
        )
    return text


def insert(library: str, entry: str, key: str) -> str:
    """Put an entry at its place in the alphabet of keys, and touch nothing else."""
    newline = "\r\n" if "\r\n" in library else "\n"
    entry = entry.replace("\n", newline)
    after = next((match for match in _HEAD.finditer(library) if match[1] > key), None)
    if after is None:
        rest = library.rstrip()
        return f"{rest}{newline * 2 if rest else ''}{entry}"
    start = after.start()
    while (line := _line_before(library, start)).lstrip().startswith("%"):
        start -= len(line)
    return f"{library[:start]}{entry}{newline}{library[start:]}"


def _line_before(text: str, start: int) -> str:
    """Return the line that ends where another begins; remarks right above an entry belong to it."""
    return text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]


def same_paper(reference: Reference, library: Iterable[Reference]) -> tuple[Reference, str] | None:
    """Find an entry for the same paper by its identifiers, and say which of them it is."""
    for other in library:
        for name in ("doi", "pmid", "pmcid"):
            mine, theirs = getattr(reference, name).casefold(), getattr(other, name).casefold()
            if mine and mine == theirs:
                return other, name.upper()
        if _address(reference.url) and _address(reference.url) == _address(other.url):
            return other, "address"
    return None


def like_title(title: str, library: Iterable[Reference]) -> Reference | None:
    """Find the entry whose title is nearly the same, if there is one."""
    mine = " ".join(ascii_words(title))
    matcher = SequenceMatcher(b=mine, autojunk=False)
    best, found = ALIKE, None
    for other in library:
        matcher.set_seq1(" ".join(ascii_words(other.title)))
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and matcher.ratio() >= best:
            best, found = matcher.ratio(), other
    return found


def _address(url: str) -> str:
    """Take an address without what does not tell pages apart."""
    return re.sub(r"^https?://(?:www\.)?", "", url.casefold()).partition("#")[0].rstrip("/")
