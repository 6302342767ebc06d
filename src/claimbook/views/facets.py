"""How lists of claims can be narrowed: what readers may choose, and what every claim answers to."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from claimbook.model import Bearing, Certainty, Design, FactBasis, ReviewState, Term, Verdict, Wording, Words
from claimbook.views.base import ClaimRow, capital
from claimbook.views.orders import ORDERS, Order, in_order
from claimbook.views.shelf import Shelf


class Option(NamedTuple):
    """One answer to a facet."""

    code: str
    label: str
    claims: int
    """Claims of the list that have it."""


class Facet(NamedTuple):
    """A question by which a list can be narrowed."""

    name: str
    """As addresses name it."""
    label: str
    plain: str
    """What a match means, where the label does not say it all."""
    options: tuple[Option, ...]
    """Answers that occur in the list."""


class Found(NamedTuple):
    """A claim and what it answers to; a mark is a facet and an answer, written as addresses write it."""

    row: ClaimRow
    marks: frozenset[str]
    """What is so of the whole claim."""
    said: frozenset[tuple[str, ...]]
    """What is so of single passages: for each kind of passage its article and its wording.

    A withdrawn claim has one that says nothing: what it took from articles no longer stands.
    """

    @property
    def all_marks(self) -> frozenset[str]:
        """Everything the claim answers to."""
        return self.marks.union(*self.said)


@dataclass(frozen=True, slots=True)
class Table:
    """All claims with what they answer to."""

    found: Mapping[str, Found]
    """By id, in the order of lists."""
    labels: Mapping[str, str]
    """Names of the facets, in their order."""
    words: Mapping[str, Mapping[str, str]]
    """For each facet, its answers and their names, in their order."""

    @property
    def marks(self) -> tuple[str, ...]:
        """Every mark that a claim has, in alphabetical order."""
        return tuple(sorted({mark for one in self.found.values() for mark in one.all_marks}))

    @property
    def orders(self) -> Mapping[str, tuple[int, ...]]:
        """For each order, the places of the claims in it; the claims are numbered as they stand in `found`."""
        places = {id_: number for number, id_ in enumerate(self.found)}
        rows = [one.row for one in self.found.values()]
        return {code: tuple(places[row.id] for row in in_order(code, rows)) for code in ORDERS}


@dataclass(frozen=True, slots=True)
class FinderView:
    """The controls above a list."""

    within: str
    """The mark that every claim of the list has; empty for the list of all."""
    claims: int
    facets: tuple[Facet, ...]
    orders: tuple[Order, ...]
    """The order of the list comes first."""


_NOT_NAMED = "not_named"
"""Answer of a claim that names none; no code of a book is written like this."""
_PLAIN_FACT = "plain-fact"
_NOT_RATED = "not-rated"

_Codes = Callable[[ClaimRow, Shelf], Iterable[str]]


class _Asked(NamedTuple):
    """A facet before it is put to a list."""

    label: str
    """Empty where the book has a word of its own for it."""
    plain: str
    words: Callable[[Shelf], Mapping[str, str]]
    codes: _Codes | None
    """What a claim answers; none where its passages do."""


def _terms(vocabulary: type[Term], _shelf: Shelf) -> Mapping[str, str]:
    return {term: term.label for term in vocabulary}


def _verdicts(_shelf: Shelf) -> Mapping[str, str]:
    withdrawn = ReviewState.WITHDRAWN
    return {term: term.label for term in Verdict} | {_NOT_RATED: "Not rated yet", withdrawn: withdrawn.label}


def _verdict(row: ClaimRow, _shelf: Shelf) -> Iterable[str]:
    yield row.badge.verdict or (ReviewState.WITHDRAWN if row.withdrawn else _NOT_RATED)


def _certainties(_shelf: Shelf) -> Mapping[str, str]:
    graded = {term: term.label for term in Certainty if term is not Certainty.NOT_RATED}
    return graded | {_PLAIN_FACT: "Plain fact, checked and not graded", _NOT_RATED: "Nothing to grade"}


def _certainty(row: ClaimRow, _shelf: Shelf) -> Iterable[str]:
    if row.badge.second:
        yield _PLAIN_FACT if isinstance(row.badge.second, FactBasis) else row.certainty or _NOT_RATED


def _conditions(row: ClaimRow, shelf: Shelf) -> Iterable[str]:
    return shelf.catalogue.claims[row.id].conditions or (_NOT_NAMED,)


def _routes(row: ClaimRow, shelf: Shelf) -> Iterable[str]:
    return shelf.catalogue.claims[row.id].scope.route or (_NOT_NAMED,)


def _designs(row: ClaimRow, shelf: Shelf) -> Iterable[str]:
    for item in shelf.catalogue.claims[row.id].evidence:
        if item.bearing is not Bearing.CONTEXT and item.study in shelf.catalogue.studies:
            yield shelf.catalogue.studies[item.study].design


_ASKED = {
    "category": _Asked(
        "Subject",
        "",
        lambda shelf: {category.id: category.label for category in shelf.catalogue.book.categories},
        lambda row, shelf: (shelf.catalogue.category_of[row.id],),
    ),
    "verdict": _Asked("Verdict", "", _verdicts, _verdict),
    "certainty": _Asked("Certainty", "", _certainties, _certainty),
    "wording": _Asked(
        "Wording",
        "At least one passage is worded so; with an article chosen, a passage of that article.",
        partial(_terms, Wording),
        None,
    ),
    "article": _Asked(
        "Article",
        "At least one passage stands in this article.",
        lambda shelf: {id_: one.title for id_, one in sorted(shelf.catalogue.articles.items())},
        None,
    ),
    "condition": _Asked(
        "",
        "The claim names it.",
        lambda shelf: {**shelf.conditions, _NOT_NAMED: f"No {shelf.catalogue.book.words.condition} named"},
        _conditions,
    ),
    "route": _Asked(
        "",
        "The claim names it. Most name none; what was studied stands on their pages.",
        lambda shelf: {**shelf.routes, _NOT_NAMED: f"No {shelf.catalogue.book.words.route} named"},
        _routes,
    ),
    "design": _Asked(
        "Kind of study", "At least one study of this kind is held against the claim.", partial(_terms, Design), _designs
    ),
}
"""Every facet by its name, in the order in which they stand."""


def view_table(shelf: Shelf) -> Table:
    """Note what every claim answers to."""
    return Table(
        found={id_: _find(row, shelf) for id_, row in shelf.rows.items()},
        labels={name: _label(name, shelf.catalogue.book.words) for name in _ASKED},
        words={name: asked.words(shelf) for name, asked in _ASKED.items()},
    )


def _label(name: str, words: Words) -> str:
    own = {"condition": words.condition, "route": words.route}
    return capital(own[name]) if name in own else _ASKED[name].label


def _find(row: ClaimRow, shelf: Shelf) -> Found:
    answers = (_mark(name, code) for name, asked in _ASKED.items() if asked.codes for code in asked.codes(row, shelf))
    appearances = zip(shelf.catalogue.claims[row.id].appearances, shelf.wordings[row.id], strict=True)
    said = frozenset((_mark("article", one.article), _mark("wording", level)) for one, level in appearances)
    return Found(row, frozenset(answers), frozenset({()}) if row.withdrawn else said)


@cache
def _mark(name: str, code: str) -> str:
    """Write an answer as addresses do; there are few, and a long list holds each thousands of times."""
    return f"{name}={code}"


def view_finder(rows: list[ClaimRow], table: Table, *, within: str, order: str) -> FinderView:
    """Offer what narrows a list: answers that occur in it, of facets that do not bind it already.

    Args:
        rows: The claims of the list.
        table: All claims.
        within: The mark that binds the list.
        order: The order in which the list stands.

    """
    counts = Counter(mark for row in rows for mark in table.found[row.id].all_marks)
    bound = within.partition("=")[0]
    facets = (_facet(name, counts, table) for name in _ASKED if name != bound)
    by_subject = bound != "category"
    codes = sorted(ORDERS, key=lambda code: code != order)
    return FinderView(
        within=within,
        claims=len(rows),
        facets=tuple(facet for facet in facets if len(facet.options) > 1),
        orders=tuple(Order(code, ORDERS[code]) for code in codes if by_subject or code != "subject"),
    )


def _facet(name: str, counts: Mapping[str, int], table: Table) -> Facet:
    options = (Option(code, label, counts.get(_mark(name, code), 0)) for code, label in table.words[name].items())
    asked = _ASKED[name]
    return Facet(name, table.labels[name], asked.plain, tuple(option for option in options if option.claims))
