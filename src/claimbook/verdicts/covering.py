"""Which studies a review that counts already contains, and what that makes it weigh.

Two readings of the published rule, section 3, each chosen so that no further study against a statement makes its
verdict kinder: what a contained review contains is contained too; and a review weighs never less than what would
count in its place on its own side, where one against the statement also takes in what shows no effect.
"""

from collections.abc import Collection, Mapping

from claimbook.model import Catalogue, Claim
from claimbook.verdicts.items import Item
from claimbook.verdicts.terms import Outcome, Side, Weighed

_TAKES_IN: Mapping[Side, frozenset[Side]] = {
    Side.FOR: frozenset({Side.FOR}),
    Side.NO_EFFECT: frozenset({Side.NO_EFFECT}),
    Side.AGAINST: frozenset({Side.AGAINST, Side.NO_EFFECT}),
}
"""Sides of the covered items that add to the weight of a review, by the review's own side."""


def uncovered(claim: Claim, catalogue: Catalogue, items: list[Item], fates: dict[int, Weighed]) -> list[Item]:
    """Leave out what a review that counts already contains, and weigh the reviews."""
    containers = _containers(claim, catalogue)
    if not containers:
        return items
    by_people = {item.people_id: item for item in items}
    covers = {
        people: frozenset(
            name for name in _closure(people, containers) if name in by_people and by_people[name].no_weaker(item)
        )
        for people, item in by_people.items()
    }
    kept = []
    for people, item in by_people.items():
        if covers[people]:
            outermost = min(covers[people], key=lambda name: (len(covers[name]), by_people[name].place))
            review = by_people[outermost].study.key
            fates[item.place] = Weighed(item.place, item.study.key, Outcome.COVERED, review)
        else:
            kept.append(item._replace(weight=_weight(people, by_people, covers)))
    return kept


def _containers(claim: Claim, catalogue: Catalogue) -> dict[str, set[str]]:
    """For each study of this claim, the reviews cited here that are said to contain it."""
    studies = [catalogue.studies[item.study] for item in claim.evidence if item.study in catalogue.studies]
    if not any(study.covers for study in studies) and not any(item.covered_by for item in claim.evidence):
        return {}
    people = {study.key: study.study_id or study.key for study in studies}
    containers: dict[str, set[str]] = {name: set() for name in people.values()}
    for study in studies:
        for key in study.covers:
            part = catalogue.studies.get(key)
            if part is not None:
                containers.get(part.study_id or key, set()).add(people[study.key])
    for item in claim.evidence:
        if item.covered_by in people and item.study in people:
            containers[people[item.study]].add(people[item.covered_by])
    return containers


def _closure(people: str, containers: Mapping[str, Collection[str]]) -> set[str]:
    """All reviews that contain a study, directly or by way of another."""
    found: set[str] = set()
    waiting = list(containers[people])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(containers[name])
    return found - {people}


def _weight(people: str, items: Mapping[str, Item], covers: Mapping[str, frozenset[str]]) -> int:
    """Weight of an item: its own, but never less than that of what would count in its place.

    Args:
        people: The item.
        items: All items that are strong enough to count, one a study.
        covers: For each item, those that cover it.

    """
    taken = _TAKES_IN[items[people].side]
    nearest = (name for name, by in covers.items() if people in by and not any(people in covers[one] for one in by))
    covered = sum(_weight(name, items, covers) for name in nearest if items[name].side in taken)
    return max(items[people].weight, covered)
