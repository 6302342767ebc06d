"""Addresses of pages that are made from records, and which of them lead nowhere any more."""

from collections.abc import Collection, Iterator

from claimbook.revisions.state import State
from claimbook.revisions.terms import Change, Kind
from claimbook.views import Shelf
from claimbook.views.paths import condition_path, outcome_path


def addresses(shelf: Shelf, hidden: Collection[str] = ()) -> Iterator[str]:
    """List the addresses of all pages that exist because of a record, redirects among them.

    Args:
        shelf: The book.
        hidden: Ids of claims that are passed over.

    """
    catalogue, book = shelf.catalogue, shelf.catalogue.book
    outcomes = {group.id for group in book.outcomes}
    for claim in catalogue.claims.values():
        if claim.id in hidden:
            continue
        yield from (f"claims/{id_}/" for id_ in (claim.id, *claim.aliases))
        yield from (condition_path(code) for code in claim.conditions if code in shelf.conditions)
        yield from (outcome_path(code) for code in claim.outcomes if code in outcomes)
    yield from (source.path for source in shelf.sources.values())
    yield from (f"articles/{id_}/" for id_ in catalogue.articles)
    yield from (f"categories/{category.id}/" for category in book.categories)


def lost_addresses(old: State, new: State) -> Iterator[Change]:
    """Tell which addresses of the earlier state lead nowhere in the later one; removed claims are told elsewhere."""
    claims = old.catalogue.claims
    hidden = {id_ for id_ in claims if new.hides("claims", id_)}
    there = {*addresses(new.shelf), *(f"claims/{id_}/" for id_ in claims)}
    for path in dict.fromkeys(addresses(old.shelf, hidden)):
        if path not in there and not _is_hidden(path, new):
            note = "Keep the old id; where a claim must have another one, name the old one under aliases."
            yield Change(
                kind=Kind.ADDRESS, record="page", id=path, title="", what="leads nowhere", before=path, note=note
            )


_KINDS = {"references": "library", "articles": "articles"}
"""Kinds of record by the first part of the address of their pages."""


def _is_hidden(path: str, new: State) -> bool:
    first, name, *_ = path.split("/")
    return first in _KINDS and new.hides(_KINDS[first], name)
