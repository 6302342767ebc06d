"""The shapes of what `stats` and `overdue` print as JSON."""

from typing import Annotated, TypedDict

from claimbook.exports.shapes.base import Day
from claimbook.model import Importance


class OldestRating(TypedDict):
    """The rating that was confirmed longest ago."""

    claim: Annotated[str, "Id of the claim."]
    rated: Annotated[Day | None, "Day of the rating."]


class StatsFile(TypedDict):
    """What is in a book, in numbers."""

    schema_version: Annotated[int, "Version of the form; goes up when a field changes its meaning, its name or goes."]
    claims: Annotated[int, "Claims that stand."]
    unrated: Annotated[int, "Claims that stand and have no rating."]
    rated_twice: Annotated[int, "Claims that stand and were rated a second time, independently."]
    wanting_second: Annotated[int, "Claims that should be rated a second time."]
    articles: Annotated[int, "Articles under review."]
    studies: Annotated[int, "Records of studies."]
    sources: Annotated[int, "Entries of the library."]
    oldest: Annotated[OldestRating | None, "The oldest rating that stands; null where nothing is rated."]
    counts: Annotated[
        dict[str, dict[str, int]],
        "How many bear each code: claims by category, verdict, certainty and state; passages by wording; studies by "
        "design and by how much was read (seen); sources by standing.",
    ]


class Check(TypedDict):
    """Something to look at again."""

    what: Annotated[str, "standing (of all sources), claim, fact (that ages) or search."]
    id: Annotated[str, "Id of the claim or search; empty for the standing of all sources."]
    title: Annotated[str, "What it is about."]
    importance: Annotated[Importance | None, "How much the claim matters; null for what is no claim."]
    due: Annotated[Day, "Day on which it is due."]
    days: Annotated[int, "Days since then; negative while there is time."]
    address: Annotated[str, "Its page, below the top of the site."]


class OverdueFile(TypedDict):
    """What should be looked at again, what matters most first."""

    schema_version: Annotated[int, "Version of the form; goes up when a field changes its meaning, its name or goes."]
    today: Annotated[Day, "The day against which days were held."]
    within: Annotated[int, "How many days ahead was looked."]
    overdue: Annotated[int, "How many are overdue."]
    checks: list[Check]
