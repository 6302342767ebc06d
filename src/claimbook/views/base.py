"""The small things all views are made of: links, prose with citations, badges, rows of claims, pages of long lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from claimbook.model import (
    Certainty,
    Claim,
    ClaimType,
    Importance,
    Method,
    ReviewState,
    StandingKind,
    Term,
    Verdict,
    Wording,
)
from claimbook.plots import WORDING_MARKS, Fill, Mark, Segment, fill_of, segments

ROWS_PER_PAGE = 100
"""Rows on one page of a long list; longer pages are slow to load and to search."""

OVERSTATED = frozenset({Wording.SLIGHTLY_OVERSTATED, Wording.OVERSTATED, Wording.STRONGLY_OVERSTATED})
"""Wording that is stronger than research allows, by however little."""

T = TypeVar("T")

_CITES = re.compile(r"\[(@[a-z][a-z0-9]*(?:\s*;\s*@[a-z][a-z0-9]*)*)\]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_WORDS = re.compile(r"\b[a-z][a-z0-9]{5,}\b")
"""Words long enough to be keys."""


class Link(NamedTuple):
    """Words that lead somewhere."""

    text: str
    path: str
    """Address below the top of the site ("claims/x/"), or a web address."""


class Source(NamedTuple):
    """How a library entry is named in running text."""

    key: str
    short: str
    """First author and year."""
    path: str
    standing: StandingKind | None
    """What has become of it since; none where nothing is known."""


class Piece(NamedTuple):
    """A stretch of prose: plain text, or a citation of a source."""

    text: str
    source: Source | None


Prose = tuple[Piece, ...]


def prose(text: str, sources: dict[str, Source]) -> Prose:
    """Cut text at its citations; keys that no source has stay text."""
    if "[@" not in text:
        return (Piece(text, None),) if text else ()
    pieces: list[Piece] = []
    for place, part in enumerate(_CITES.split(text)):
        if place % 2:
            pieces += _citations(part, sources)
        elif part:
            pieces.append(Piece(part, None))
    return tuple(pieces)


def reason(text: str, sources: dict[str, Source]) -> Prose:
    """Cut the reason of a step, where keys stand alone, and name those sources as readers know them."""
    pieces: list[Piece] = []
    for piece in prose(text, sources):
        pieces += (piece,) if piece.source else _mentions(piece.text, sources)
    return tuple(pieces)


def _mentions(text: str, sources: dict[str, Source]) -> Iterator[Piece]:
    end = 0
    for word in _WORDS.finditer(text):
        source = sources.get(word[0])
        if source:
            yield Piece(text[end : word.start()], None)
            yield Piece(source.short, source)
            end = word.end()
    yield Piece(text[end:], None)


def _citations(keys: str, sources: dict[str, Source]) -> Iterator[Piece]:
    yield Piece("(", None)
    for place, part in enumerate(keys.split(";")):
        if place:
            yield Piece("; ", None)
        key = part.strip().removeprefix("@")
        source = sources.get(key)
        yield Piece(source.short if source else f"@{key}", source)
    yield Piece(")", None)


def capital(text: str) -> str:
    """Begin with a capital letter and leave the other letters alone."""
    return text[:1].upper() + text[1:]


def first_sentence(text: str) -> str:
    """Cut a notice down to its first sentence, for places where one line has to do."""
    return _SENTENCE_END.split(text, maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Badge:
    """What a claim's badge says: verdict, then how sure, or on what a fact was checked."""

    verdict: Verdict | None
    """None while unrated, and once withdrawn."""
    second: Term | None
    """Certainty; for facts their basis; for what cannot be checked the reason."""
    state: ReviewState

    @property
    def first(self) -> str:
        """The word of the verdict; where there is none, that there is none."""
        if self.verdict:
            return self.verdict.label
        return self.state.label if self.state is ReviewState.WITHDRAWN else "Not rated yet"

    @property
    def text(self) -> str:
        """The badge in words."""
        return f"{self.first} · {self.second.label}" if self.second else self.first


def badge(claim: Claim) -> Badge:
    """Make the badge of a claim's confirmed rating; a withdrawn claim no longer shows one."""
    rating, state = claim.rating, claim.review.status
    if rating is None or not claim.answered:
        return Badge(None, None, state)
    second: Term = rating.certainty
    if rating.verdict is Verdict.NOT_CHECKABLE:
        second = claim.grading.not_checkable or second
    elif claim.method is Method.FACT:
        second = claim.grading.fact_basis or second
    return Badge(rating.verdict, second, state)


def stood_by(claim: Claim) -> Claim:
    """Leave out what nobody stands behind: without a rating there is no answer, and a withdrawn claim has none."""
    if claim.answered:
        return claim
    review = replace(claim.review, second=None)
    return replace(claim, rating=None, finding="", why="", holds_for=(), not_shown_for=(), review=review)


class Doubt(NamedTuple):
    """That a source was retracted or is under an expression of concern, as lists of claims say it."""

    text: str
    weighs: bool
    """Whether a rating rests on the source all the same."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as lists show it."""

    id: str
    path: str
    title: str
    statement: str
    finding: str
    type: ClaimType
    importance: Importance
    category: Link
    badge: Badge
    certainty: Certainty | None
    """As confirmed, also where the badge names a basis instead; none while unrated, and once withdrawn."""
    rated: date | None
    articles: int
    """Articles that say it."""
    studies: int
    """Studies held against it, background aside."""
    doubt: Doubt | None
    """What has become of sources that it lists; none where nothing is known against them."""
    due: date | None

    @property
    def withdrawn(self) -> bool:
        """Whether the claim no longer stands."""
        return self.badge.state is ReviewState.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things bear a word of a vocabulary, and the segment of a stacked bar that shows it."""

    term: Term
    count: int
    segment: Segment
    fill: Fill
    mark: Mark | None
    """Symbol of the word; none for words that have an icon."""


def tally(vocabulary: type[Term], words: Sequence[Term | None]) -> tuple[Tally, ...]:
    """Count words in the order of their vocabulary, leaving out those that do not occur."""
    counts = {term: words.count(term) for term in vocabulary if term in words}
    return tuple(
        Tally(term, count, segment, fill_of(term), WORDING_MARKS[term] if isinstance(term, Wording) else None)
        for (term, count), segment in zip(counts.items(), segments(list(counts.values())), strict=True)
    )


class Leaf(NamedTuple, Generic[T]):
    """One page of a long list."""

    number: int
    """From 1."""
    path: str
    rows: tuple[T, ...]


class Fold(NamedTuple, Generic[T]):
    """A list of which readers see the beginning, and the rest when they ask for it."""

    shown: tuple[T, ...]
    folded: tuple[T, ...]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self.shown) + len(self.folded)


def fold(rows: Sequence[T], shown: int) -> Fold[T]:
    """Cut a list after its beginning; a single row is never folded, since its fold would be as long as itself."""
    cut = len(rows) if len(rows) == shown + 1 else shown
    return Fold(tuple(rows[:cut]), tuple(rows[cut:]))


def leaves(path: str, rows: Sequence[T]) -> tuple[Leaf[T], ...]:
    """Cut a long list into pages; the first has the address of the list, an empty list has one page."""
    starts = range(0, max(len(rows), 1), ROWS_PER_PAGE)
    return tuple(
        Leaf(number, f"{path}page/{number}/" if number > 1 else path, tuple(rows[start : start + ROWS_PER_PAGE]))
        for number, start in enumerate(starts, start=1)
    )
