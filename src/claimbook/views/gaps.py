"""What has been studied: conditions by groups of outcomes, counted from the results that claims list.

Nothing here is typed. A field without a study says whether a search stands behind it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from claimbook.model import Certainty, Condition, OutcomeGroup
from claimbook.views.base import ClaimRow, Link, Source
from claimbook.views.kinds import StudyCount, found_in, kind_of
from claimbook.views.paths import condition_path, outcome_path
from claimbook.views.placing import Result, conditions_of, groups_of, is_general, results
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class GapField:
    """What has been studied of one group of outcomes in people with one condition."""

    id: str
    """Its place on the page."""
    condition: Condition
    group: OutcomeGroup
    found: tuple[StudyCount, ...]
    """Studies by their kind, the strongest first; empty where none was found."""
    searched: date | None
    """Last day of the searches behind it; none where nobody searched."""
    sure: str
    """How sure anyone can be, in words; empty where there is no study."""
    certainty: Certainty | None
    """The best that a claim has whose rating rests on one of these studies; none where no rating does."""
    sources: tuple[Source, ...]
    claims: tuple[ClaimRow, ...]
    """Claims that list these studies."""

    @property
    def state(self) -> str:
        """Code of whether anything was found: "studied", "none-found" after a search, else "not-searched"."""
        if self.found:
            return "studied"
        return "none-found" if self.searched else "not-searched"

    @property
    def head(self) -> str:
        """The strongest kind of study that there is, in words: "2 trials · 30 people"."""
        return " · ".join(self.found[0].words) if self.found else ""

    @property
    def also(self) -> tuple[str, ...]:
        """What else there is, in words: "1 case report (1 person)"."""
        return tuple(one.aside for one in self.found[1:])


@dataclass(frozen=True, slots=True)
class GapRow:
    """A condition, and what has been studied in it."""

    condition: Condition
    path: str
    """List of the claims on it; empty where no claim names it."""
    fields: tuple[GapField, ...]

    @property
    def id(self) -> str:
        """Its place on the page."""
        return f"at-{self.condition.id}"

    @property
    def label(self) -> str:
        """Name of the condition; what is none of its own is told apart from the sum of the others."""
        return f"{self.condition.label}: people not told apart" if self.condition.general else self.condition.label

    @property
    def studied(self) -> tuple[GapField, ...]:
        """Fields with a study."""
        return tuple(field for field in self.fields if field.found)

    @property
    def searched(self) -> tuple[tuple[date, tuple[GapField, ...]], ...]:
        """Fields without a study although somebody searched, by the day of the search."""
        empty = [(field.searched, field) for field in self.fields if field.searched and not field.found]
        days = sorted({day for day, _ in empty}, reverse=True)
        return tuple((day, tuple(field for when, field in empty if when == day)) for day in days)

    @property
    def unsearched(self) -> tuple[GapField, ...]:
        """Fields that nobody looked into."""
        return tuple(field for field in self.fields if not field.found and field.searched is None)


@dataclass(frozen=True, slots=True)
class GapsView:
    """Everything on the page."""

    sides: tuple[tuple[bool, int], ...]
    """Runs of columns: whether they are harms, and how many there are."""
    columns: tuple[tuple[OutcomeGroup, Link | None], ...]
    """Groups of outcomes, each with the list of its claims; none where it has no claim."""
    rows: tuple[GapRow, ...]


def view_gaps(shelf: Shelf) -> GapsView:
    """Count what has been studied."""
    book = shelf.catalogue.book
    placed, searched = _place(shelf), _searches(shelf)
    named = {code for row in shelf.rows.values() for code in shelf.catalogue.claims[row.id].conditions}
    return GapsView(
        sides=tuple((harm, len(tuple(run))) for harm, run in groupby(book.outcomes, key=lambda group: group.harm)),
        columns=tuple((group, _list_of(group, shelf)) for group in book.outcomes),
        rows=tuple(
            GapRow(
                condition,
                condition_path(condition.id) if condition.id in named else "",
                tuple(
                    _field(condition, group, placed[condition.id, group.id], searched, shelf) for group in book.outcomes
                ),
            )
            for condition in book.conditions
        ),
    )


def _list_of(group: OutcomeGroup, shelf: Shelf) -> Link | None:
    has_claims = any(group.id in claim.outcomes for claim in shelf.catalogue.claims.values())
    return Link(group.label, outcome_path(group.id)) if has_claims else None


_Placed = Mapping[tuple[str, str], list[tuple[ClaimRow, Result]]]
_Searched = Mapping[tuple[str, str], date]


def _place(shelf: Shelf) -> _Placed:
    """Sort the results of all claims that stand into the fields, leaving out kinds of sources that are no studies."""
    placed: dict[tuple[str, str], list[tuple[ClaimRow, Result]]] = defaultdict(list)
    for row in shelf.live:
        for result in results(shelf.catalogue.claims[row.id], shelf):
            if kind_of(result.study) is None:
                continue
            for condition in result.conditions:
                for group in result.groups:
                    placed[condition, group].append((row, result))
    return placed


def _searches(shelf: Shelf) -> _Searched:
    """Give the last search behind each field: that of a claim on the outcome that bears on the condition."""
    last: dict[tuple[str, str], date] = {}
    for row in shelf.live:
        claim = shelf.catalogue.claims[row.id]
        search = shelf.catalogue.searches.get(claim.search or "")
        if search is None:
            continue
        for condition in conditions_of(claim, shelf):
            for group in groups_of(claim, shelf):
                field = (condition, group.id)
                last[field] = max(last.get(field, search.date), search.date)
    return last


def _field(
    condition: Condition,
    group: OutcomeGroup,
    placed: Iterable[tuple[ClaimRow, Result]],
    searched: _Searched,
    shelf: Shelf,
) -> GapField:
    listed = list(placed)
    found = found_in(result for _, result in listed)
    keys = dict.fromkeys(result.study.key for _, result in listed)
    certainty, sure = _sure(condition, group, listed, shelf)
    return GapField(
        id=f"{condition.id}-{group.id}",
        condition=condition,
        group=group,
        found=found,
        searched=searched.get((condition.id, group.id)),
        sure=sure,
        certainty=certainty,
        sources=tuple(shelf.sources[key] for key in keys if key in shelf.sources),
        claims=tuple({row.id: row for row, _ in listed}.values()),
    )


def _sure(
    condition: Condition, group: OutcomeGroup, listed: list[tuple[ClaimRow, Result]], shelf: Shelf
) -> tuple[Certainty | None, str]:
    """Find the best certainty that rests on one of the studies, among claims on this very group of outcomes.

    Claims on the condition come before those that are tied to none, since the certainty of the latter may rest on other
    people altogether; the words say so.
    """
    if not listed:
        return None, ""
    rated = [
        (is_general(claim, shelf), row.certainty)
        for row, result in listed
        if row.certainty and result.rests and group.id in (claim := shelf.catalogue.claims[row.id]).outcomes
    ]
    own = [certainty for general, certainty in rated if condition.general or not general]
    best = max(own or [certainty for _, certainty in rated], key=_points, default=None)
    if best is None:
        return None, "no rating rests on this"
    if best is Certainty.NOT_RATED:
        return best, "checked as a plain fact"
    over = "" if own else f"rated over all {shelf.catalogue.book.words.conditions}: "
    return best, f"{over}{best.label.lower()}"


def _points(certainty: Certainty) -> int:
    return certainty.points
