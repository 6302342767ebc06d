"""What all shapes of the JSON files share.

Published schemas and their descriptions are made from these classes, so that file, schema and manual cannot part.
Codes are those of the vocabularies, days are ISO, addresses are below the top of the site. Every field is always
there; what is not known is null, and what there is none of is an empty list or an empty text.
"""

from datetime import date
from typing import Annotated, NewType, TypedDict

Day = NewType("Day", str)
"""A day as ISO writes it, 2026-11-22."""

Number = int | float


def day(value: date) -> Day:
    """Write a day."""
    return Day(value.isoformat())


def day_if_known(value: date | None) -> Day | None:
    """Write a day, where it is known."""
    return None if value is None else day(value)


class Head(TypedDict):
    """What every JSON file says of itself."""

    schema_version: Annotated[int, "Version of the form; goes up when a field changes its meaning, its name or goes."]
    rule_set: Annotated[str, "Version of the published rule that the ratings follow."]
    title: Annotated[str, "Title of the book."]
    licence: Annotated[str, "Under which licence texts and data are offered."]
    licence_url: Annotated[str | None, "Where the licence stands."]
    notices: Annotated[list[str], "What readers must be told wherever this is shown."]
    last_modified: Annotated[Day | None, "Day of the last change, from the histories of the claims."]
