"""All that changed between two states of a book, in the order in which a reviewer wants it."""

from collections.abc import Callable

from claimbook.model import Importance
from claimbook.revisions.addresses import lost_addresses
from claimbook.revisions.claims import claim_changes
from claimbook.revisions.said import article_changes
from claimbook.revisions.sources import record_changes, standing_changes, study_changes
from claimbook.revisions.state import State
from claimbook.revisions.terms import Change, Comparison, Kind

_KINDS = tuple(Kind)
_RANKS = tuple(Importance)
_FINDERS = (lost_addresses, claim_changes, standing_changes, study_changes, article_changes, record_changes)


def compare(old: State, new: State) -> Comparison:
    """Find everything that differs between two states of a book."""
    found = [change for find in _FINDERS for change in find(old, new)]
    return Comparison(
        base=old.name,
        head=new.name,
        changes=tuple(sorted(found, key=_order(old, new))),
        unread=(*old.unread, *new.unread),
    )


def _order(old: State, new: State) -> Callable[[Change], tuple[int, int, int, str]]:
    """Sort by kind; claims of one kind by how much they matter, then as lists have them; evidence by study."""
    rows = {**old.shelf.rows, **new.shelf.rows}
    places = {id_: (_RANKS.index(row.importance), place) for place, (id_, row) in enumerate(rows.items())}

    def order(change: Change) -> tuple[int, int, int, str]:
        within = change.what if change.kind is Kind.EVIDENCE else ""
        return (_KINDS.index(change.kind), *places.get(change.id, (len(_RANKS), 0)), within)

    return order
