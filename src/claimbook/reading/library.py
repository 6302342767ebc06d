"""references/library.bib in, references out; bibtexparser raises nothing, so everything it failed at is told here."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library as Bibliography
from bibtexparser.middlewares.latex_encoding import LatexDecodingMiddleware
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    Field,
    ImplicitComment,
    ParsingFailedBlock,
)

from claimbook.model import Reference
from claimbook.reading.faults import Fault
from claimbook.reading.scalars import share

_KEY = re.compile(r"[a-z][a-z0-9]{0,59}")
_CONTAINERS = ("journal", "booktitle", "howpublished", "institution", "publisher")
_LATEX = re.compile(r"[\\$~]")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
"""A per cent sign that LaTeX would take for the start of a comment."""
_BRACES = re.compile(r"[{}]")
_BLOCK_HINT = "check braces, quotes and commas of this entry: @article{key, field = {value}, …}"


class Library(NamedTuple):
    """The library and what is wrong with it; entries with a fault are left out."""

    references: Mapping[str, Reference]
    lines: Mapping[str, int]
    """Line of each entry, from 1, of those left out too."""
    faults: tuple[Fault, ...]


def parse_library(text: str) -> Library:
    """Read a BibTeX library. Raises nothing, whatever the text."""
    references: dict[str, Reference] = {}
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    for block in parse_string(text).blocks:
        found = list(_block_faults(block))
        faults += found
        if isinstance(block, Entry):
            lines[block.key] = _line(block)
            if not found:
                references[share(block.key)] = _reference(block)
    return Library(references, lines, tuple(faults))


def _line(part: Block | Field) -> int:
    return (part.start_line or 0) + 1


def _block_faults(block: Block) -> Iterator[Fault]:
    match block:
        case DuplicateBlockKeyBlock():
            yield _broken(block, f'the key "{block.key}" is already taken', "give each source one entry")
        case DuplicateFieldKeyBlock():
            fields = ", ".join(sorted(block.duplicate_keys))
            yield _broken(block, f"this entry has {fields} more than once", "keep one of them")
        case ParsingFailedBlock():
            yield _broken(block, "this entry cannot be read", _BLOCK_HINT)
        case ImplicitComment() if re.search(r"^\s*[^%\s]", block.comment, re.MULTILINE):
            yield _broken(block, "this text belongs to no entry", "begin entries with @ and comments with %")
        case Entry():
            yield from _entry_faults(block)


def _broken(part: Block | Field, message: str, hint: str) -> Fault:
    return Fault(_line(part), 1, "broken-bibtex", message, hint)


def _entry_faults(entry: Entry) -> Iterator[Fault]:
    if not _KEY.fullmatch(entry.key):
        yield Fault(_line(entry), 1, "bad-id", f'"{entry.key}" cannot be a key', "lower-case letters and digits only")
    for name in ("title", "author"):
        if not _plain(entry, name):
            told, hint = f'"{name}" of {entry.key} is missing', f"add {name} = {{…}}, with a comma at the end"
            yield Fault(_line(entry), 1, "missing-field", told, hint)
    for field in entry.fields:
        if field.enclosing == "no-enclosing" and field.key != "month":
            message = f'the value of "{field.key}" is not in braces'
            yield _broken(field, message, f"{field.key} = {{…}}, with a comma at the end")


def _reference(entry: Entry) -> Reference:
    return Reference(
        key=share(entry.key),
        entry_type=share(entry.entry_type),
        title=_plain(entry, "title"),
        authors=tuple(share(_author(name)) for name in split_multiple_persons_names(_raw(entry, "author"))),
        year=share(_raw(entry, "year")),
        container=share(next(filter(None, (_plain(entry, name) for name in _CONTAINERS)), "")),
        volume=_raw(entry, "volume"),
        number=_raw(entry, "number"),
        pages=_raw(entry, "pages"),
        doi=_raw(entry, "doi"),
        pmid=_raw(entry, "pmid"),
        pmcid=_raw(entry, "pmcid"),
        url=_raw(entry, "url"),
    )


def _raw(entry: Entry, name: str) -> str:
    """Give a field as it stands; addresses and numbers hold characters that would mean something to LaTeX."""
    field = entry.fields_dict.get(name)
    return "" if field is None else " ".join(str(field.value).split())


def _plain(entry: Entry, name: str) -> str:
    return _decoded(_raw(entry, name))


def _author(name: str) -> str:
    """Write a person as "Family, Given" and a body, which stands in braces, as it calls itself.

    A comma in the name of a body is followed by a no-break space, so that "Example Labs, Inc." is
    never taken for a person; "others" ends a list that the library cuts short, as in BibTeX.
    """
    if _is_body(name):
        return _decoded(name).replace(", ", ",\N{NO-BREAK SPACE}")
    return parse_single_name_into_parts(_decoded(name), strict=False).merge_last_name_first


def _is_body(name: str) -> bool:
    depths = list(accumulate((char == "{") - (char == "}") for char in name))
    return name.startswith("{") and 0 not in depths[:-1]


def _decoded(text: str) -> str:
    """Turn LaTeX into plain text; only where there is some, since that takes 90 % of the time of reading a library."""
    if _LATEX.search(text):
        field = Field("text", _BARE_PERCENT.sub(r"\%", text))
        _decoder().transform_entry(Entry("misc", "entry", [field]), Bibliography())
        text = str(field.value)
    return " ".join(_BRACES.sub("", text).split())


@cache
def _decoder() -> LatexDecodingMiddleware:
    return LatexDecodingMiddleware(keep_math_mode=False, allow_inplace_modification=True)


def field_column(line: str, name: str) -> int | None:
    """Return where in a line of BibTeX a field begins, from 1; None where it does not."""
    match = re.search(rf"\b{re.escape(name)}\s*=", line)
    return match.start() + 1 if match else None
