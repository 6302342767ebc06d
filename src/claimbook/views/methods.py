"""What the methods page and the glossary show."""

import inspect
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from claimbook.model import (
    Bearing,
    Catalogue,
    Certainty,
    ClaimType,
    Control,
    Design,
    Directness,
    Down,
    FactBasis,
    Force,
    GlossaryTerm,
    Method,
    Mismatch,
    NotCheckable,
    Person,
    ReviewState,
    RiskOfBias,
    Search,
    SecondRating,
    Seen,
    Stage,
    StandingList,
    Stretch,
    Term,
    Up,
    Verdict,
    Wording,
)
from claimbook.verdicts import RULE_SET, Agreement, agreement
from claimbook.views.base import Badge, ClaimRow, Prose, Tally, prose, tally
from claimbook.views.grading import differs
from claimbook.views.shelf import Shelf
from claimbook.views.starts import START_COLUMNS, StartRow, view_starts
from claimbook.views.worked import WorkedView, view_worked


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of words, and the question it answers."""

    id: str
    title: str
    question: str
    terms: tuple[Term, ...]
    on_badges: bool
    """Whether its words answer one of the three questions; the others are for those who look closer."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A rating that differs from what the rule suggests."""

    row: ClaimRow
    suggested: Badge
    why: Prose


@dataclass(frozen=True, slots=True)
class SearchView:
    """A search, with the names of those who searched."""

    search: Search
    people: tuple[str, ...]
    claims: int
    """Claims that rest on it."""
    limits: tuple[str, ...]
    """What it could not see, beyond what none could."""


@dataclass(frozen=True, slots=True)
class MethodsView:
    """Everything on the methods page."""

    rule_set: str
    people: tuple[Person, ...]
    reviewed: str
    about: str
    """Who made the book, how it is paid for, and interests."""
    types: tuple[tuple[Method, tuple[ClaimType, ...]], ...]
    start_columns: tuple[str, ...]
    starts: tuple[StartRow, ...]
    worked: WorkedView | None
    """A claim rated step by step; none where no claim is graded and confirmed."""
    rated: int
    deviations: tuple[Deviation, ...]
    twice: tuple[tuple[str, Agreement], ...]
    """How far first and second ratings agree, question by question; empty where nothing was rated twice."""
    resolved: tuple[ClaimRow, ...]
    """Claims on which they differed."""
    seen: tuple[Tally, ...]
    """How much of each study was read."""
    searches: tuple[SearchView, ...]
    limits: tuple[str, ...]
    """What none of the searches could see, where there are several."""
    standing: StandingList | None


_ON_BADGES = ("certainty", "force", "wording", "stretch")

VOCABULARIES: tuple[Vocabulary, ...] = tuple(
    Vocabulary(id_, title, inspect.getdoc(vocabulary) or "", tuple(vocabulary), id_ in _ON_BADGES)
    for id_, title, vocabulary in (
        ("verdict", "Verdict", Verdict),
        ("certainty", "Certainty", Certainty),
        ("force", "Force of a sentence", Force),
        ("wording", "Wording", Wording),
        ("stretch", "Ways to stretch a finding", Stretch),
        ("stage", "Stage of a mechanism", Stage),
        ("fact-basis", "Basis of a plain fact", FactBasis),
        ("claim-type", "Kind of claim", ClaimType),
        ("not-checkable", "Why something cannot be checked", NotCheckable),
        ("design", "Kind of study", Design),
        ("control", "Comparison", Control),
        ("bearing", "What a finding says about a claim", Bearing),
        ("directness", "Directness", Directness),
        ("mismatch", "Ways to be indirect", Mismatch),
        ("risk-of-bias", "Risk of bias", RiskOfBias),
        ("down", "Reasons to be less sure", Down),
        ("up", "Reasons to be surer", Up),
        ("seen", "What was read", Seen),
        ("review-state", "State of a rating", ReviewState),
    )
)
"""The vocabularies that readers meet, in the order in which they meet them."""


def view_methods(shelf: Shelf) -> MethodsView:
    """Cut the methods page from the book."""
    catalogue = shelf.catalogue
    limits = _common_limits(catalogue)
    return MethodsView(
        rule_set=RULE_SET,
        people=tuple(catalogue.people.values()),
        reviewed=catalogue.book.notices.reviewed,
        about=catalogue.book.about,
        types=view_kinds(),
        start_columns=tuple(kind.label for kind in START_COLUMNS),
        starts=view_starts(),
        worked=view_worked(shelf),
        rated=sum(row.badge.verdict is not None for row in shelf.live),
        deviations=_deviations(shelf),
        twice=_twice(shelf),
        resolved=tuple(row for row, second in _seconds(shelf) if not second.agreed),
        seen=tally(Seen, [study.seen for study in catalogue.studies.values()]),
        searches=_searches(shelf, limits),
        limits=limits,
        standing=catalogue.standing_list,
    )


def view_kinds() -> tuple[tuple[Method, tuple[ClaimType, ...]], ...]:
    """Sort the kinds of claims by how they are judged."""
    return tuple((method, tuple(kind for kind in ClaimType if kind.method is method)) for method in Method)


def view_verdicts() -> tuple[Badge, ...]:
    """Make a badge of every verdict, for the list that explains them."""
    return tuple(Badge(verdict, None, ReviewState.PUBLISHED) for verdict in Verdict)


def view_glossary(shelf: Shelf) -> tuple[tuple[str, tuple[GlossaryTerm, ...]], ...]:
    """Sort the words that the book explains, under their first letter."""
    terms = sorted(shelf.catalogue.book.glossary, key=lambda one: one.term.casefold())
    letters = groupby(terms, key=lambda one: one.term[0].upper())
    return tuple((letter, tuple(group)) for letter, group in letters)


def _deviations(shelf: Shelf) -> tuple[Deviation, ...]:
    found = []
    for row in shelf.live:
        claim, suggestion = shelf.catalogue.claims[row.id], shelf.suggestions[row.id]
        if claim.rating and differs(claim, suggestion):
            suggested = Badge(suggestion.verdict, suggestion.certainty, row.badge.state)
            found.append(Deviation(row, suggested, prose(claim.rating.why_not_rule, shelf.sources)))
    return tuple(found)


def _seconds(shelf: Shelf) -> list[tuple[ClaimRow, SecondRating]]:
    """Second ratings of the claims that stand."""
    found = ((row, shelf.catalogue.claims[row.id].review.second) for row in shelf.live)
    return [(row, second) for row, second in found if second is not None]


def _twice(shelf: Shelf) -> tuple[tuple[str, Agreement], ...]:
    seconds = [second for _, second in _seconds(shelf)]
    return tuple(zip(("Verdict", "Certainty"), agreement(seconds), strict=True)) if seconds else ()


def _common_limits(catalogue: Catalogue) -> tuple[str, ...]:
    searches = list(catalogue.searches.values())
    if len(searches) < 2:
        return ()
    return tuple(one for one in searches[0].limits if all(one in search.limits for search in searches))


def _searches(shelf: Shelf, common: tuple[str, ...]) -> tuple[SearchView, ...]:
    catalogue = shelf.catalogue
    claims = Counter(claim.search for claim in catalogue.claims.values())
    return tuple(
        SearchView(
            search=search,
            people=shelf.people(search.by),
            claims=claims[search.id],
            limits=tuple(one for one in search.limits if one not in common),
        )
        for search in catalogue.searches.values()
    )
