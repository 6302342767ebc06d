"""What the lists of changes and of checks to come show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from claimbook.views.base import ClaimRow, Leaf, Link, leaves
from claimbook.views.feeds import Feed, view_feeds
from claimbook.views.history import CHANGES, CORRECTIONS, KINDS, ChangeView, view_all_changes
from claimbook.views.shelf import Shelf

DUE = f"{CHANGES}due/"
"""Address of the list of checks to come."""

_CORRECTIONS_SHOWN = 5


class Choice(NamedTuple):
    """A list that readers can turn to."""

    title: str
    path: str
    """Empty where there is nothing to list."""
    changes: int


class DueNote(NamedTuple):
    """When ratings are looked at again, in short."""

    path: str
    claims: int
    first: date


@dataclass(frozen=True, slots=True)
class Top:
    """What stands above the list of all changes."""

    corrections: tuple[ChangeView, ...]
    """The latest corrections and retractions."""
    more: Link | None
    """The list of all of them, where there are more."""
    due: DueNote | None
    feeds: tuple[Feed, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """One page of a list of changes."""

    title: str
    plain: str
    path: str
    """Address of the list."""
    leaf: Leaf[ChangeView]
    pages: tuple[Leaf[ChangeView], ...]
    """All pages of the list."""
    days: tuple[tuple[date, tuple[ChangeView, ...]], ...]
    """The changes under their day."""
    mixed: bool
    """Whether changes of several kinds stand in it."""
    choices: tuple[Choice, ...]
    """All lists of changes, this one among them."""
    top: Top | None
    """None but on the first page of all changes."""


@dataclass(frozen=True, slots=True)
class DueView:
    """One page of the list of checks to come."""

    leaf: Leaf[ClaimRow]
    pages: tuple[Leaf[ClaimRow], ...]
    days: tuple[tuple[date | None, tuple[ClaimRow, ...]], ...]
    """The claims under the day on which they are due, soonest first."""
    claims: int


class _List(NamedTuple):
    """A list of changes before it is cut into pages."""

    title: str
    plain: str
    path: str
    mixed: bool
    changes: list[ChangeView]


def view_changes(shelf: Shelf) -> Iterator[ChangesView]:
    """Cut the lists of changes: of all, then of each kind there is, each in pages."""
    lists = tuple(_lists(view_all_changes(shelf)))
    choices = tuple(Choice(one.title, one.path if one.changes else "", len(one.changes)) for one in lists)
    for one in lists:
        if one.changes or one.path == CHANGES:
            yield from _pages(one, choices, _top(lists, shelf) if one.path == CHANGES else None)


def _lists(changes: tuple[ChangeView, ...]) -> Iterator[_List]:
    plain = "Every change of a rating, of the studies behind it and of the words on its page, newest first."
    yield _List("All changes", plain, CHANGES, mixed=True, changes=list(changes))
    for kind in KINDS:
        found = [one for one in changes if one.kind in kind.kinds]
        yield _List(kind.title, kind.plain, kind.path, mixed=len(kind.kinds) > 1, changes=found)


def _pages(one: _List, choices: tuple[Choice, ...], top: Top | None) -> Iterator[ChangesView]:
    pages = leaves(one.path, one.changes)
    for leaf in pages:
        groups = groupby(leaf.rows, key=lambda change: change.date)
        days = tuple((day, tuple(group)) for day, group in groups)
        yield ChangesView(
            title=one.title,
            plain=one.plain,
            path=one.path,
            leaf=leaf,
            pages=pages,
            days=days,
            mixed=one.mixed,
            choices=choices,
            top=top if leaf.number == 1 else None,
        )


def _top(lists: tuple[_List, ...], shelf: Shelf) -> Top:
    corrections = next(one.changes for one in lists if one.path == CORRECTIONS.path)
    more = len(corrections) > _CORRECTIONS_SHOWN
    rows = due_rows(shelf)
    return Top(
        corrections=tuple(corrections[:_CORRECTIONS_SHOWN]),
        more=Link(f"All {len(corrections)} corrections and retractions", CORRECTIONS.path) if more else None,
        due=DueNote(DUE, len(rows), rows[0][0]) if rows else None,
        feeds=view_feeds(shelf),
    )


def view_due(shelf: Shelf) -> Iterator[DueView]:
    """Cut the list of claims that will be looked at again, in pages."""
    rows = [row for _, row in due_rows(shelf)]
    pages = leaves(DUE, rows)
    for leaf in pages:
        days = groupby(leaf.rows, key=lambda row: row.due)
        yield DueView(leaf, pages, tuple((day, tuple(group)) for day, group in days), len(rows))


def due_rows(shelf: Shelf) -> list[tuple[date, ClaimRow]]:
    """Sort the claims that stand by the day on which they are due, and else as lists have them."""
    return sorted(((row.due, row) for row in shelf.live if row.due), key=lambda one: one[0])
