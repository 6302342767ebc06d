"""What the records say about places in articles; for this no text is needed."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from claimbook.coverage.blocks import Spot
from claimbook.model import Catalogue, ReviewState


class Places(NamedTuple):
    """What is recorded for the places of one article."""

    claims: Mapping[Spot, tuple[str, ...]]
    """Ids of the claims anchored in a place; withdrawn ones no longer count."""
    reasons: Mapping[Spot, str]
    """Why there is nothing to rate in a place."""


def places(catalogue: Catalogue) -> Mapping[str, Places]:
    """Gather what is recorded for the places of every article, by its id."""
    claims: dict[str, dict[Spot, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in catalogue.claims.values():
        if claim.review.status is not ReviewState.WITHDRAWN:
            for said in claim.appearances:
                claims[said.article][Spot(said.heading, said.paragraph)].append(claim.id)
    return {
        id_: Places(
            {spot: tuple(dict.fromkeys(ids)) for spot, ids in claims[id_].items()},
            {Spot(one.heading, number): one.reason for one in article.skipped for number in one.paragraphs},
        )
        for id_, article in catalogue.articles.items()
    }
