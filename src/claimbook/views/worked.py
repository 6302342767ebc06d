"""A claim that shows at work how the rule comes to its suggestion."""

from dataclasses import dataclass

from claimbook.model import Method
from claimbook.views.base import ClaimRow, reason
from claimbook.views.grading import LineView, differs
from claimbook.views.shelf import Shelf

_NAMES_ONLY = frozenset({"Background", "Left out"})
"""Lines that do nothing but list sources; the claim's own page has them."""


@dataclass(frozen=True, slots=True)
class WorkedView:
    """A claim, and the rule's way to its rating, step by step."""

    row: ClaimRow
    lines: tuple[LineView, ...]


def view_worked(shelf: Shelf) -> WorkedView | None:
    """Take the first claim, those of the home page before all others, of which every step was graded and confirmed."""
    row = next((row for row in (*shelf.featured, *shelf.live) if _shows_all(row, shelf)), None)
    if row is None:
        return None
    steps = (line for line in shelf.suggestions[row.id].steps if line.what not in _NAMES_ONLY)
    return WorkedView(row, tuple(LineView(one.what, one.result, reason(one.reason, shelf.sources)) for one in steps))


def _shows_all(row: ClaimRow, shelf: Shelf) -> bool:
    claim, suggestion = shelf.catalogue.claims[row.id], shelf.suggestions[row.id]
    graded = claim.method is Method.CLINICAL and suggestion.start is not None
    return graded and row.badge.verdict is not None and not differs(claim, suggestion)
