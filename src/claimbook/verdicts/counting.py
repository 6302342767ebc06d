"""What counts for a claim: each study once, direct items first, best design (the published rule, section 3)."""

from typing import NamedTuple

from claimbook.model import Catalogue, Claim, ClaimType, Method
from claimbook.verdicts.covering import uncovered
from claimbook.verdicts.items import Item, item_of
from claimbook.verdicts.terms import Outcome, Side, Weighed, Weights

EFFECTS = frozenset({ClaimType.EFFICACY, ClaimType.COMPARATIVE, ClaimType.DURABILITY, ClaimType.DOSING_EFFECT})
"""Kinds of claim of which only the best design counts, and indirect items only where nothing direct does."""


class Count(NamedTuple):
    """What counts for a claim, and what became of each item."""

    items: tuple[Item, ...]
    weights: Weights
    outcomes: tuple[Weighed, ...]


def count(claim: Claim, catalogue: Catalogue) -> Count:
    """Sort out what counts: each study once, direct items first, best design."""
    fates: dict[int, Weighed] = {}
    items = []
    for place, evidence in enumerate(claim.evidence):
        item = item_of(claim, catalogue, place)
        if isinstance(item, Item):
            items.append(item)
        else:
            fates[place] = Weighed(place, evidence.study, item)
    if len(items) > 1:
        items = uncovered(claim, catalogue, _strongest(claim, _once(items, fates), fates), fates)
    for item in items:
        fates[item.place] = Weighed(item.place, item.study.key, Outcome.COUNTS, "", item.side, item.weight)
    weights = Weights(*(sum(item.weight for item in items if item.side is side) for side in Side))
    return Count(tuple(items), weights, tuple(fates[place] for place in range(len(claim.evidence))))


def _once(items: list[Item], fates: dict[int, Weighed]) -> list[Item]:
    """Keep one item a study: the most direct, then the highest start, then the first listed."""
    best: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: (item.misses, -item.start.rank, item.place)):
        kept = best.setdefault(item.study.people_id, item)
        if kept is not item:
            fates[item.place] = Weighed(item.place, item.study.key, Outcome.SAME_PEOPLE, kept.study.key)
    return sorted(best.values())


def _strongest(claim: Claim, items: list[Item], fates: dict[int, Weighed]) -> list[Item]:
    """For effects and mechanisms: direct items where there are any, and of those the best design."""
    if claim.type in EFFECTS:
        fewest = min((item.misses for item in items), default=0)
        items = _keep(items, [item.misses == fewest for item in items], Outcome.NEARER_EXISTS, fates)
    if claim.type in EFFECTS or claim.method is Method.MECHANISM:
        top = max((item.start.rank for item in items), default=0)
        items = _keep(items, [item.start.rank == top for item in items], Outcome.WEAKER_DESIGN, fates)
    return items


def _keep(items: list[Item], wanted: list[bool], otherwise: Outcome, fates: dict[int, Weighed]) -> list[Item]:
    for item, keep in zip(items, wanted, strict=True):
        if not keep:
            fates[item.place] = Weighed(item.place, item.study.key, otherwise)
    return [item for item, keep in zip(items, wanted, strict=True) if keep]
