"""What is in a book, in numbers: for those who look after it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Certainty, Claim, Design, ReviewState, Seen, StandingKind, Term, Verdict, Wording
from claimbook.views.base import ClaimRow
from claimbook.views.shelf import Shelf


class Counted(NamedTuple):
    """How many bear one code."""

    code: str
    label: str
    number: int


class Counts(NamedTuple):
    """How many bear each code of one vocabulary; codes that none bears are left out."""

    name: str
    """For programs."""
    title: str
    rows: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class StatsView:
    """What is in a book, in numbers."""

    claims: int
    """Claims that stand."""
    articles: int
    studies: int
    sources: int
    """Entries of the library."""
    counts: tuple[Counts, ...]
    unrated: int
    """Claims that stand and have no rating."""
    twice: int
    """Claims that stand and were rated twice."""
    wanting: int
    """Claims that should be rated a second time."""
    oldest: ClaimRow | None
    """The claim that stands on the oldest rating; none where nothing is rated."""


def view_stats(shelf: Shelf) -> StatsView:
    """Count what is in a book; of claims, those that stand."""
    catalogue = shelf.catalogue
    live = [catalogue.claims[row.id] for row in shelf.live]
    rated = [row for row in shelf.live if row.rated]
    return StatsView(
        claims=len(live),
        articles=len(catalogue.articles),
        studies=len(catalogue.studies),
        sources=len(catalogue.references),
        counts=tuple(_counts(live, shelf)),
        unrated=len(live) - len(rated),
        twice=sum(claim.review.second is not None for claim in live),
        wanting=sum(claim.wants_second for claim in live),
        oldest=min(rated, key=lambda row: str(row.rated), default=None),
    )


def _counts(live: list[Claim], shelf: Shelf) -> Iterator[Counts]:
    catalogue, rows = shelf.catalogue, shelf.live
    categories = Counter(catalogue.category_of[claim.id] for claim in live)
    named = catalogue.book.categories
    yield Counts(
        "category", "Claims by category", tuple(Counted(one.id, one.label, categories[one.id]) for one in named)
    )
    yield _of("verdict", "Claims by verdict", Verdict, (row.badge.verdict for row in rows))
    yield _of("certainty", "Claims by certainty", Certainty, (row.certainty for row in rows))
    yield _of("wording", "Passages by wording", Wording, (one for claim in live for one in shelf.wordings[claim.id]))
    states = (claim.review.status for claim in catalogue.claims.values())
    yield _of("state", "Claims by state, withdrawn ones too", ReviewState, states)
    yield _of("design", "Studies by design", Design, (study.design for study in catalogue.studies.values()))
    yield _of("seen", "Studies by how much was read", Seen, (study.seen for study in catalogue.studies.values()))
    yield _of("standing", "Sources that are not as published", StandingKind, _kinds(shelf))


def _kinds(shelf: Shelf) -> Iterator[StandingKind]:
    return (one.kind for one in shelf.catalogue.standing.values())


def _of(name: str, title: str, vocabulary: type[Term], words: Iterable[Term | None]) -> Counts:
    counts = Counter(words)
    return Counts(name, title, tuple(Counted(term, term.label, counts[term]) for term in vocabulary if counts[term]))
