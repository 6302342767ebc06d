"""What registries know of a publication, and how their texts are cleaned."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from claimbook.model import StandingKind

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_MOST = 1000
"""Characters of a text; whatever is longer is no title and no name."""


def plain(value: object) -> str:
    """Make one line of plain text of whatever a registry sent: no markup, no control or invisible characters."""
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    for _ in range(2):
        text = _TAG.sub("", unescape(text[: _MOST * 4]))
    text = "".join(_visible(char) for char in unicodedata.normalize("NFC", text))
    return " ".join(text.split())[:_MOST]


def _visible(char: str) -> str:
    """Drop what cannot be seen; the backslash too, which would begin a command in the library."""
    category = unicodedata.category(char)
    if category == "Cc":
        return " "
    return "" if category.startswith("C") or char == "\\" else char


def first(value: object) -> str:
    """Take the first text of a list that may not be one."""
    return next((text for text in map(plain, listed(value)) if text), "")


def listed(value: object) -> list[Any]:
    """Take a list, or a single thing as a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def groups(value: object) -> list[Mapping[str, Any]]:
    """Take the groups of keys among the items of a list."""
    return [item for item in listed(value) if isinstance(item, dict)]


def group(value: object) -> Mapping[str, Any]:
    """Take a group of keys; an empty one where there is none."""
    return value if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice on a work."""

    label: str
    """What it is called: Retraction, Erratum."""
    kind: StandingKind | None
    """What it makes of the work; None where nothing (a new version)."""
    url: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A publication. Empty texts stand for what nobody told; every text is clean."""

    title: str = ""
    authors: tuple[str, ...] = ()
    """Persons as "Family, Given", bodies as they call themselves."""
    year: str = ""
    container: str = ""
    """Journal, book, server or publisher."""
    entry_type: str = "article"
    """Type of its library entry."""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    kinds: tuple[str, ...] = ()
    """What a registry files it under: Randomized Controlled Trial, Review."""
    funders: tuple[str, ...] = ()
    registrations: tuple[str, ...] = ()
    """Numbers of trials."""
    notices: tuple[Notice, ...] = ()
    notice_on: tuple[str, ...] = ()
    """DOIs of works on which this very work is a notice."""
    preprint_of: tuple[str, ...] = ()
    """DOIs of what was published of this preprint."""
    preprints: tuple[str, ...] = ()
    """DOIs of preprints of this work."""
    told_by: tuple[str, ...] = ()
    """Names of those who told."""


_KINDS = (
    ("concern", StandingKind.CONCERN),
    ("partial", StandingKind.CORRECTED),
    ("retract", StandingKind.RETRACTED),
    ("withdraw", StandingKind.RETRACTED),
    ("remov", StandingKind.RETRACTED),
    ("corr", StandingKind.CORRECTED),
    ("errat", StandingKind.CORRECTED),
    ("addend", StandingKind.CORRECTED),
    ("clarif", StandingKind.CORRECTED),
)
"""Beginnings of the words that registries use, and what they mean; the first that fits counts."""


def standing_kind(word: str) -> StandingKind | None:
    """Tell what a notice makes of a work; None where it makes nothing of it."""
    return next((kind for part, kind in _KINDS if part in word.casefold()), None)


def titled_away(title: str) -> bool:
    """Whether a title itself says that the work was retracted, as publishers write it in front."""
    return title.casefold().startswith(("retracted", "withdrawn"))


def person(family: object, given: object, suffix: object = "") -> str:
    """Write a name as the library does; empty where there is none."""
    parts = [plain(part).replace(",", "").strip() for part in (family, suffix, given)]
    return ", ".join(part for part in parts if part)


def body(name: object) -> str:
    """Write the name of a body; a comma in it parts nothing."""
    return plain(name).replace(", ", ",\N{NO-BREAK SPACE}")
