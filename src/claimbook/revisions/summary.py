"""A comparison in one line."""

from collections.abc import Iterable, Iterator

from claimbook.revisions.terms import Change, Kind

NOTHING = "Nothing changed in meaning."

_NOUNS = {
    Kind.REMOVED: ("claim is gone", "claims are gone"),
    Kind.ADDRESS: ("address leads nowhere", "addresses lead nowhere"),
    Kind.RATING: ("rating changes", "ratings change"),
    Kind.SUGGESTION: ("suggestion of the rule changes", "suggestions of the rule change"),
    Kind.STANDING: ("source has another standing", "sources have another standing"),
    Kind.EVIDENCE: ("claim has other evidence", "claims have other evidence"),
    Kind.JUDGEMENT: ("claim is judged otherwise in part", "claims are judged otherwise in part"),
    Kind.FIGURES: ("study changes", "studies change"),
    Kind.WORDING: ("claim has other passages or wording", "claims have other passages or wording"),
    Kind.ARTICLE: ("article moves", "articles move"),
    Kind.TEXT: ("claim has other texts", "claims have other texts"),
    Kind.RECORD: ("other record changes", "other records change"),
}
_EVENTS = ("added", "withdrawn", "renamed")


def summarise(changes: Iterable[Change]) -> str:
    """Count changes by kind, each record once; say so where there are none."""
    changes = tuple(changes)
    return "; ".join(_parts(changes)) or NOTHING


def _parts(changes: tuple[Change, ...]) -> Iterator[str]:
    for kind in Kind:
        found = [change for change in changes if change.kind is kind]
        if kind is Kind.CLAIM:
            yield from _events(found)
        elif found:
            count = len({(change.record, change.id) for change in found})
            yield f"{count} {_NOUNS[kind][count > 1]}"


def _events(changes: list[Change]) -> Iterator[str]:
    for what in _EVENTS:
        count = sum(change.what == what for change in changes)
        if count:
            yield f"{count} {'claim' if count == 1 else 'claims'} {what}"
    others = len({change.id for change in changes if change.what not in _EVENTS})
    if others:
        yield f"{others} {'claim has' if others == 1 else 'claims have'} another place or state"
