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
    by_people = {item.study.people_id: item for item in items}
    covers = {
        people: frozenset(
            name
            for name in _closure(people, containers) - {people}
            if name in by_people and by_people[name].no_weaker(item)
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


def covered_by_themselves(claim: Claim, catalogue: Catalogue) -> frozenset[str]:
    """Keys of studies here that contain themselves in the end: of two that contain each other neither would count."""
    containers = _containers(claim, catalogue)
    if not containers:
        return frozenset()
    studies = (catalogue.studies[item.study] for item in claim.evidence if item.study in catalogue.studies)
    return frozenset(study.key for study in studies if study.people_id in _closure(study.people_id, containers))


def _containers(claim: Claim, catalogue: Catalogue) -> dict[str, set[str]]:
    """For each study of this claim, the reviews cited here that are said to contain it; by the people they share."""
    studies = {item.study: catalogue.studies[item.study] for item in claim.evidence if item.study in catalogue.studies}
    said = [(key, review.key) for review in studies.values() for key in review.covers]
    said += [(item.study, item.covered_by) for item in claim.evidence if item.covered_by is not None]
    containers: dict[str, set[str]] = {study.people_id: set() for study in studies.values()} if said else {}
    for part_key, review_key in said:
        part, review = catalogue.studies.get(part_key), studies.get(review_key)
        if part is None or review is None or part.people_id not in containers:
            continue
        if part is review or part.people_id != review.people_id:
            containers[part.people_id].add(review.people_id)
    return containers


def _closure(people: str, containers: Mapping[str, Collection[str]]) -> set[str]:
    """All reviews that contain a study, directly or by way of another; in a circle, the study too."""
    found: set[str] = set()
    waiting = list(containers[people])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(containers[name])
    return found


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
