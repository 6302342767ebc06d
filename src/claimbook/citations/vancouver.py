"""Citations of library entries for readers: Vancouver style for lists, author and year for running text.

The order and punctuation follow "Citing Medicine" (the NLM's style guide, known as Vancouver style), but for two
liberties that help readers: page ranges are not shortened, and journal names are printed as the library has them.
Nothing is escaped here; whoever prints a citation escapes it for its medium.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from claimbook.citations.names import named, split_name
from claimbook.model import Reference

AUTHORS_SHOWN = 6
"""More authors than this are cut to so many and "et al."."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in Vancouver style, in the pieces that a page sets apart."""

    authors: str
    title: str
    source: str
    """Container, year, volume, number and pages: "BMJ. 2022;376:e067194."."""
    doi: str
    pmid: str
    pmcid: str
    url: str

    @property
    def text(self) -> str:
        """The whole citation in one line, with identifiers written out."""
        ids = [f"{name}{value}." for name, value in (("doi:", self.doi), ("PMID: ", self.pmid)) if value]
        where = ids or ([f"Available from: {self.url}"] if self.url else [])
        return " ".join(part for part in (self.authors, self.title, self.source, *where) if part)


def cite(reference: Reference) -> Citation:
    """Put a reference into Vancouver style."""
    return Citation(
        authors=_sentence(_author_list(reference.authors)),
        title=_sentence(reference.title),
        source=_source(reference),
        doi=reference.doi,
        pmid=reference.pmid,
        pmcid=reference.pmcid,
        url=reference.url,
    )


def short_forms(references: Iterable[Reference]) -> Mapping[str, str]:
    """Name every reference by first author and year, with a letter where two would read the same."""
    alike: dict[str, list[str]] = defaultdict(list)
    for reference in references:
        alike[_short(reference)].append(reference.key)
    return {
        key: form if len(keys) == 1 else f"{form}{_letters(place)}"
        for form, keys in alike.items()
        for place, key in enumerate(sorted(keys))
    }


def _author_list(authors: tuple[str, ...]) -> str:
    shown = [_name(author) for author in named(authors)[:AUTHORS_SHOWN]]
    return ", ".join([*shown, "et al"] if len(shown) < len(authors) else shown)


def _name(author: str) -> str:
    """Turn "Family, Given" (or "Family, Jr, Given") into "Family GN Jr"; leave bodies as they are."""
    name = split_name(author)
    return " ".join(part for part in (name.family, _initials(name.given), name.suffix) if part)


def _initials(given: str) -> str:
    return "".join(part[0].upper() for part in re.split(r"[\s.\-\u2010\u2011]+", given) if part)


def _source(reference: Reference) -> str:
    volume = reference.volume + (f"({reference.number})" if reference.number else "")
    pages = re.sub(r"\s*-+\s*", "–", reference.pages)
    issue = ":".join(part for part in (volume, pages) if part)
    date = ";".join(part for part in (reference.year, issue) if part)
    return " ".join(_sentence(part) for part in (reference.container, date) if part)


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _short(reference: Reference) -> str:
    name = reference.authors[0].split(", ")[0] if reference.authors else reference.title
    return f"{name} {reference.year or 'no date'}"


def _letters(place: int) -> str:
    """Count a, b … z, aa, ab and so on."""
    more, last = divmod(place, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]
