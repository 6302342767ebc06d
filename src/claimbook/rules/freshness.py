"""Rules about days and age. Most need to be told the day; a build never looks at the clock."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

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

DAYS_APART = timedelta(days=1)
"""How far the day can be ahead where somebody else lives."""


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


@rule(Level.ERROR, "claims")
def history_order(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A history is told from the oldest entry to the newest.

    Pages, feeds and the day of the latest change follow the order of entries. Write a new entry at the end, with its
    own day.

    Bad:

        history:
          - {date: 2026-11-05, kind: added, text: First rating.}
          - {date: 2026-01-05, kind: evidence, text: A trial was added.}  # <-

    Good:

        history:
          - {date: 2026-11-05, kind: added, text: First rating.}
          - {date: 2026-12-05, kind: evidence, text: A trial was added.}
    """
    for index, (earlier, later) in enumerate(pairwise(claim.history), start=1):
        if later.date < earlier.date:
            hint = "put entries in order, the newest last, or correct the day"
            yield Problem(
                ("history", index, "date"), f"this entry is older than the one above, of {earlier.date}", hint
            )


@rule(Level.WARNING, "claims", needs=Needs.TODAY)
def day_to_come(context: Context, claim: Claim) -> Iterator[Problem]:
    """Nothing was rated or changed on a day that has not come.

    Readers see these days, and lists of the newest changes would begin with this one for as long. Correct the day;
    when somebody is to look again stands under `review.due`.

    Bad:

        rating:
          date: 2099-01-01  # <-

    Good:

        rating:
          date: 2026-11-22
    """
    rated = [(("rating", "date"), claim.rating.date)] if claim.rating else []
    told = [(("history", index, "date"), entry.date) for index, entry in enumerate(claim.history)]
    for path, day in (*rated, *told):
        if context.today is not None and day > context.today + DAYS_APART:
            yield Problem(path, f"{day} has not come yet", f"write a day up to {context.today}")


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
