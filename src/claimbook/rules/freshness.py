"""Rules about age. They need to be told the day; a build never looks at the clock."""

from collections.abc import Iterator
from datetime import timedelta

from claimbook.findings import Level
from claimbook.model import Claim, ClaimType, ReviewState, StandingList
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context, Needs

AGEING = frozenset({ClaimType.REGULATORY, ClaimType.ACCESS_COST})
"""Approval, scheduling, prices: the published rule, section 6."""
FACT_LASTS = timedelta(days=183)
"""How long a fact that ages stands before it is checked again."""
STANDING_LASTS = timedelta(days=30)
"""How long it is relied on that no source has been retracted since."""


@rule(Level.WARNING, "claims", needs=Needs.TODAY)
def review_overdue(context: Context, claim: Claim) -> Iterator[Problem]:
    """A rating is looked at again when it is due.

    Research goes on. Search again, confirm or change the rating, and set `due` to the next day.

    Bad:

        review:
          due: 2026-01-01  # <-

    Good:

        review:
          due: 2099-01-01
    """
    due, offered = claim.review.due, claim.review.status in (ReviewState.PUBLISHED, ReviewState.IN_REVIEW)
    if context.today is not None and due is not None and due < context.today and offered:
        hint = "search again, confirm or change the rating, and set the next day"
        yield Problem(("review", "due"), f"due since {due}", hint)


@rule(Level.WARNING, "claims", needs=Needs.TODAY)
def stale_fact(context: Context, claim: Claim) -> Iterator[Problem]:
    """Facts that age are checked twice a year.

    Approvals, laws and prices change without any study. Check the source again and write the new day in the rating.

    Bad:

        type: regulatory
        rating:
          date: 2025-01-01  # <-

    Good:

        type: history
        rating:
          date: 2025-01-01
    """
    if claim.type not in AGEING or claim.rating is None or context.today is None:
        return
    if claim.rating.date + FACT_LASTS < context.today and claim.review.status is not ReviewState.WITHDRAWN:
        hint = "check the source again, and write the new day"
        yield Problem(("rating", "date"), f"a fact that ages, last checked on {claim.rating.date}", hint)


@rule(Level.WARNING, "standing", needs=Needs.TODAY)
def standing_unchecked(context: Context, standing: StandingList) -> Iterator[Problem]:
    """Retractions are looked for every month.

    A retracted study must not carry a rating for long. Look for notices on all sources and write the day.

    Bad:

        # references/standing.yml
        checked: 2026-01-01  # <-

    Good:

        # references/standing.yml
        checked: 2026-11-22
    """
    if context.today is not None and standing.checked + STANDING_LASTS < context.today:
        hint = "look for retractions and corrections of all sources, and write the new day"
        yield Problem(("checked",), f"retractions were last looked for on {standing.checked}", hint)
