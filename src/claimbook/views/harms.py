"""Kinds of harm at a glance: what is known of each, and whether an article says anything of it."""

from dataclasses import dataclass

from claimbook.model import Claim, OutcomeGroup
from claimbook.views.base import ClaimRow
from claimbook.views.evidence import NumbersView, view_numbers
from claimbook.views.paths import outcome_path
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class HarmRow:
    """A kind of harm, and what is known of it."""

    group: OutcomeGroup
    path: str
    """List of its claims."""
    claims: int
    top: ClaimRow | None
    """The claim that matters most, of several the one with most studies; none where no claim is on it."""
    here: bool
    """Whether that is the claim whose page this is."""
    numbers: NumbersView | None
    """How many people it befell, where a claim on it says."""


def view_harms(claim: Claim, shelf: Shelf) -> tuple[HarmRow, ...]:
    """Show every kind of harm, for the page of a claim on one of them; nothing for other claims."""
    harms = _harms(shelf)
    if not any(group.id in claim.outcomes for group in harms):
        return ()
    return tuple(_known(group, shelf, claim.id) for group in harms)


def view_unsaid_harms(article: str, shelf: Shelf) -> tuple[HarmRow, ...]:
    """Show the kinds of harm on which an article makes no claim."""
    said = {row.id for row, _, _ in shelf.said.get(article, ())}
    on_outcome = shelf.on_outcome
    unsaid = (one for one in _harms(shelf) if all(row.id not in said for row in on_outcome.get(one.id, ())))
    return tuple(_known(group, shelf) for group in unsaid)


def _harms(shelf: Shelf) -> tuple[OutcomeGroup, ...]:
    return tuple(group for group in shelf.catalogue.book.outcomes if group.harm)


def _known(group: OutcomeGroup, shelf: Shelf, here: str = "") -> HarmRow:
    rows = shelf.on_outcome.get(group.id, ())
    top, numbers = rows[0] if rows else None, shelf.numbers_on.get(group.id)
    return HarmRow(
        group=group,
        path=outcome_path(group.id),
        claims=len(rows),
        top=top,
        here=top is not None and top.id == here,
        numbers=view_numbers(numbers, shelf) if numbers else None,
    )
