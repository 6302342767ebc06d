"""What has changed: from the histories of the claims, not from git, so that any copy of the book tells the same."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claimbook.model import Claim, HistoryKind
from claimbook.views.base import ClaimRow
from claimbook.views.shelf import Shelf

CHANGES = "changes/"
"""Address of the list of all changes."""

_GRAVEST = (
    HistoryKind.RETRACTION,
    HistoryKind.CORRECTION,
    HistoryKind.RATING,
    HistoryKind.EVIDENCE,
    HistoryKind.WORDING,
    HistoryKind.ADDED,
)
"""The order of changes of one day."""
_RANK = {kind: rank for rank, kind in enumerate(_GRAVEST)}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change of a claim."""

    id: str
    """Claim and place in its history; never given to another change, since histories only grow."""
    date: date
    kind: HistoryKind
    text: str
    row: ClaimRow


class KindOfChange(NamedTuple):
    """Changes that are listed together."""

    id: str
    title: str
    plain: str
    kinds: tuple[HistoryKind, ...]

    @property
    def path(self) -> str:
        """Address of their list."""
        return f"{CHANGES}{self.id}/"


def _alone(id_: str, kind: HistoryKind) -> KindOfChange:
    return KindOfChange(id_, kind.label, kind.plain, (kind,))


CORRECTIONS = KindOfChange(
    "corrections",
    "Corrections and retractions",
    "Mistakes of ours that were mended, and studies that we had used and that were retracted since.",
    (HistoryKind.CORRECTION, HistoryKind.RETRACTION),
)
RATINGS = _alone("ratings", HistoryKind.RATING)
KINDS = (
    CORRECTIONS,
    RATINGS,
    _alone("evidence", HistoryKind.EVIDENCE),
    _alone("wording", HistoryKind.WORDING),
    _alone("added", HistoryKind.ADDED),
)
"""Every change belongs to one of these."""


def view_changes_of(claim: Claim, shelf: Shelf) -> list[ChangeView]:
    """Show the changes of a claim, oldest first."""
    row = shelf.rows[claim.id]
    return [
        ChangeView(f"{claim.id}-{number}", entry.date, entry.kind, entry.text, row)
        for number, entry in enumerate(claim.history, start=1)
    ]


def view_all_changes(shelf: Shelf) -> tuple[ChangeView, ...]:
    """List the changes of all claims: newest first, on one day the gravest first, then in the order of lists."""
    claims = shelf.catalogue.claims
    found = [change for id_ in shelf.rows for change in reversed(view_changes_of(claims[id_], shelf))]
    return tuple(sorted(found, key=lambda change: (-change.date.toordinal(), _RANK[change.kind])))


def days_of(claim: Claim) -> list[date]:
    """Days on which something happened to a claim: those of its history, and that of its rating."""
    return [entry.date for entry in claim.history] + ([claim.rating.date] if claim.rating else [])


def last_change(claim: Claim) -> date | None:
    """Day on which a claim was last touched; none while nothing has happened to it."""
    return max(days_of(claim), default=None)


def latest_change(shelf: Shelf) -> date | None:
    """Day of the book's latest change; none where nothing is known to have changed."""
    return max((day for claim in shelf.catalogue.claims.values() for day in days_of(claim)), default=None)
