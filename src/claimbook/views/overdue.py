"""What should be looked at again, and since when: for those who look after a book."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from claimbook.model import Importance
from claimbook.rules.freshness import AGEING, FACT_LASTS, STANDING_LASTS
from claimbook.views.changes import due_rows
from claimbook.views.shelf import Shelf

SEARCH_LASTS = timedelta(days=365)
"""How long a search stands before it is repeated."""

_FIRST, _LAST = -1, len(Importance)


class Due(NamedTuple):
    """Something to look at again."""

    what: str
    """What is to be done: standing, claim, fact or search."""
    id: str
    """Id of the claim or search; empty for the standing of all sources."""
    title: str
    importance: Importance | None
    """How much it matters; none for what is no claim."""
    due: date
    days: int
    """Days since then; negative while there is time."""
    path: str
    """Its page, below the top of the site."""

    @property
    def overdue(self) -> bool:
        """Whether the day has passed."""
        return self.days > 0


def view_overdue(shelf: Shelf, today: date, within: int = 0) -> tuple[Due, ...]:
    """List what is due by a day or soon after: the standing of all sources, claims that matter most, then searches.

    Args:
        shelf: The book.
        today: The day against which days are held.
        within: How many days ahead to look.

    """
    last = today + timedelta(days=within)
    found = [one for one in _all(shelf, today) if one.due <= last]
    return tuple(sorted(found, key=lambda one: (_rank(one), one.due, one.id)))


def _rank(one: Due) -> int:
    if one.importance:
        return tuple(Importance).index(one.importance)
    return _FIRST if one.what == "standing" else _LAST


def _all(shelf: Shelf, today: date) -> Iterator[Due]:
    standing = shelf.catalogue.standing_list
    if standing:
        day = standing.checked + STANDING_LASTS
        title = "Look for retractions and corrections of all sources"
        yield Due("standing", "", title, None, day, (today - day).days, "references/")
    for day, row in due_rows(shelf):
        yield Due("claim", row.id, row.title, row.importance, day, (today - day).days, row.path)
    for row in shelf.live:
        if row.type in AGEING and row.rated:
            day = row.rated + FACT_LASTS
            yield Due("fact", row.id, row.title, row.importance, day, (today - day).days, row.path)
    for search in shelf.catalogue.searches.values():
        day = search.date + SEARCH_LASTS
        yield Due("search", search.id, search.question, None, day, (today - day).days, f"methods/#search-{search.id}")
