"""What two raters of one claim judged differently."""

from collections.abc import Callable, Iterator, Mapping

from claimbook.model import Bearing, Claim, Down, Evidence, Point

_Key = tuple[str, str]

_STEPS: Mapping[Down, Point] = {
    Down.RISK_OF_BIAS: Point.RISK_OF_BIAS,
    Down.INCONSISTENCY: Point.INCONSISTENCY,
    Down.INDIRECTNESS: Point.INDIRECTNESS,
    Down.IMPRECISION: Point.IMPRECISION,
    Down.PUBLICATION_BIAS: Point.PUBLICATION_BIAS,
}
_OF_ITEMS: Mapping[Point, Callable[[Evidence], object]] = {
    Point.BEARING: lambda item: item.bearing,
    Point.DIRECTNESS: lambda item: (item.directness, frozenset(item.indirect_in)),
    Point.RISK_OF_BIAS: lambda item: item.risk_of_bias,
}


def differences(first: Claim, second: Claim) -> tuple[Point, ...]:
    """Name what the two judged differently, in the order of the vocabulary; background items are passed over."""
    found = {*_in_items(first, second), *_in_grading(first, second)}
    return tuple(point for point in Point if point in found)


def _in_items(first: Claim, second: Claim) -> Iterator[Point]:
    """Compare findings that one of the two weighs; one that the other does not even list is about the studies."""
    ours, theirs = _items(first), _items(second)
    for key in ours.keys() | theirs.keys():
        one, other = ours.get(key), theirs.get(key)
        if all(item is None or item.bearing is Bearing.CONTEXT for item in (one, other)):
            continue
        if one is None or other is None:
            yield Point.STUDIES
        else:
            yield from (point for point, judged in _OF_ITEMS.items() if judged(one) != judged(other))


def _items(claim: Claim) -> Mapping[_Key, Evidence]:
    return {(item.study, item.finding): item for item in claim.evidence}


def _in_grading(first: Claim, second: Claim) -> Iterator[Point]:
    ours, theirs = first.grading, second.grading
    if (ours.scope_covered, ours.long_term_covered) != (theirs.scope_covered, theirs.long_term_covered):
        yield Point.SCOPE
    if ours.fact_basis is not theirs.fact_basis:
        yield Point.BASIS
    for reason, point in _STEPS.items():
        if _steps(first, reason) != _steps(second, reason):
            yield point


def _steps(claim: Claim, reason: Down) -> int:
    step = claim.grading.down.get(reason)
    return step.by if step else 0
