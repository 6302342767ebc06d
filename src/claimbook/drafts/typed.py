"""What somebody types of a source, where registries tell nothing or cannot be asked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claimbook.watch import Identifier, Kind, Work
from claimbook.watch.works import body, plain


class ByHand(NamedTuple):
    """What somebody typed of a source."""

    title: str | None = None
    authors: Sequence[str] = ()
    """Persons as "Family, Given", bodies as they call themselves."""
    year: str | None = None
    container: str | None = None


def typed_work(identifier: Identifier, by_hand: ByHand) -> Work:
    """Take what somebody typed as all that is known of a source."""
    kind, value = identifier
    return Work(
        title=plain(by_hand.title),
        authors=tuple(_author(one) for one in by_hand.authors),
        year=plain(by_hand.year),
        container=plain(by_hand.container),
        entry_type="misc" if kind is Kind.URL else "article",
        doi=value if kind is Kind.DOI else "",
        pmid=value if kind is Kind.PMID else "",
        pmcid=value if kind is Kind.PMCID else "",
        url=value if kind is Kind.URL else "",
    )


def over(typed: Work, found: Work) -> Work:
    """Let what somebody typed stand before what was found."""
    return replace(
        found,
        title=typed.title or found.title,
        authors=typed.authors or found.authors,
        year=typed.year or found.year,
        container=typed.container or found.container,
    )


def _author(name: str) -> str:
    """Take "Family, Given" for a person, everything else for a body."""
    return plain(name) if ", " in name else body(name)
