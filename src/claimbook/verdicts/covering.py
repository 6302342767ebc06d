"""Which studies a review that counts already stands for, and what that makes it weigh.

A review stands for what it contains on its own side, and for what in it backs the statement. A study in it that points
further away from the statement keeps its own voice: a favourable average must not hide the trials that found nothing.
So no further study against a statement ever takes one of its like out of the count.
"""

from collections.abc import Collection, Mapping

from claimbook.model import Catalogue, Claim
from claimbook.verdicts.items import Item
from claimbook.verdicts.terms import Outcome, Side, Weighed


def uncovered(claim: Claim, catalogue: Catalogue, items: list[Item], fates: dict[int, Weighed]) -> list[Item]:
    """Leave out what a review that counts already stands for, and weigh the reviews."""
    containers = _containers(claim, catalogue)
    if not containers:
        return items
    by_people = {item.study.people_id: item for item in items}
    holds = {
        people: frozenset(
            name
            for name in _closure(people, containers) - {people}
            if name in by_people and by_people[name].no_weaker(item)
        )
        for people, item in by_people.items()
    }
    covers = {
        people: frozenset(name for name in holding if _stands_for(by_people[name], by_people[people]))
        for people, holding in holds.items()
    }
    kept = []
    for people, item in by_people.items():
        if covers[people]:
            outermost = min(covers[people], key=lambda name: (len(covers[name]), by_people[name].place))
            review = by_people[outermost].study.key
            fates[item.place] = Weighed(item.place, item.study.key, Outcome.COVERED, review)
        else:
            weight = _weight(people, by_people, covers)
            kept.append(item._replace(weight=weight, people_elsewhere=bool(holds[people])))
    return kept


def _stands_for(review: Item, part: Item) -> bool:
    """Whether a review speaks for a study in it: for one on its own side, and for one that backs the statement."""
    return part.side in (review.side, Side.FOR)


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
    """Weight of an item: its own, but never less than that of what would count in its place on its side.

    Args:
        people: The item.
        items: All items that are strong enough to count, one a study.
        covers: For each item, those that stand for it.

    """
    nearest = (name for name, by in covers.items() if people in by and not any(people in covers[one] for one in by))
    covered = sum(_weight(name, items, covers) for name in nearest if items[name].side is items[people].side)
    return max(items[people].weight, covered)
