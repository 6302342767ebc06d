"""Addresses of pages that are made from records, and which of them lead nowhere any more."""

from collections.abc import Iterator

from claimbook.revisions.state import State
from claimbook.revisions.terms import Change, Kind
from claimbook.views import Shelf
from claimbook.views.paths import condition_path, outcome_path

_RECORDS = {"claims": "claims", "references": "library", "articles": "articles"}
"""Kinds of record by the first part of the address of their pages."""


def addresses(shelf: Shelf) -> Iterator[str]:
    """List the addresses of all pages that exist because of a record, redirects among them."""
    catalogue = shelf.catalogue
    for row in shelf.rows.values():
        yield row.path
        yield from (f"claims/{alias}/" for alias in catalogue.claims[row.id].aliases)
    yield from (source.path for source in shelf.sources.values())
    yield from (f"articles/{id_}/" for id_ in catalogue.articles)
    yield from (f"categories/{category.id}/" for category in catalogue.book.categories)
    for claim in catalogue.claims.values():
        yield from map(condition_path, (code for code in claim.conditions if code in shelf.conditions))
        known = {group.id for group in catalogue.book.outcomes}
        yield from map(outcome_path, (code for code in claim.outcomes if code in known))


def lost_addresses(old: State, new: State) -> Iterator[Change]:
    """Tell which addresses of the earlier state lead nowhere in the later one; removed claims are told elsewhere."""
    there = set(addresses(new.shelf))
    for path in dict.fromkeys(addresses(old.shelf)):
        if path not in there and not _is_told(path, old, new):
            note = "Keep the old id; where a claim must have another one, name the old one under aliases."
            yield Change(
                kind=Kind.ADDRESS, record="page", id=path, title="", what="leads nowhere", before=path, note=note
            )


def _is_told(path: str, old: State, new: State) -> bool:
    first, name, *_ = path.split("/")
    if first == "claims" and name in old.catalogue.claims:
        return True
    return first in _RECORDS and new.hides(_RECORDS[first], name)
