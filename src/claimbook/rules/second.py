"""Rules about second ratings and about claims that say the opposite."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Claim
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context


@rule(Level.WARNING, "claims")
def rated_once(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim that matters to a decision is rated twice.

    One person overlooks things. Somebody who has not seen the rating judges statement, scope and studies again: write
    blank records with `claimbook blind`, fill them in, hold them against the first with `claimbook compare`, and keep
    the outcome under `review`. Claims of minor importance, and those that cannot be checked, need no second rating.

    Bad:

        importance: critical
        review:
          status: published  # <-

    Good:

        importance: critical
        review:
          status: published
          second:
            date: 2026-11-22
            by: [project-editors]
            first: {verdict: partly-supported, certainty: very-low}
            second: {verdict: partly-supported, certainty: very-low}
    """
    if claim.wants_second:
        hint = "rate it again without sight of the first: claimbook blind, then claimbook compare"
        yield Problem(("review", "status"), "published after a single rating", hint)


@rule(Level.ERROR, "claims")
def unresolved_difference(_context: Context, claim: Claim) -> Iterator[Problem]:
    """Where two ratings differ, the record says on what, and how that was resolved.

    A second rating that is overruled in silence is worth nothing. Write `differed_on` (what the two judged differently)
    and `resolved` (which judgement stands now, and why).

    Bad:

        review:
          second:
            date: 2026-11-22
            by: [project-editors]
            first: {verdict: partly-supported, certainty: very-low}
            second: {verdict: unsupported, certainty: very-low}  # <-

    Good:

        review:
          second:
            date: 2026-11-22
            by: [project-editors]
            first: {verdict: partly-supported, certainty: very-low}
            second: {verdict: unsupported, certainty: very-low}
            differed_on: [bearing]
            resolved: The trial shows a benefit on one of two scales, which is support in part.
    """
    second = claim.review.second
    if second is None or second.agreed:
        return
    left = [name for name, value in (("differed_on", second.differed_on), ("resolved", second.resolved)) if not value]
    if left:
        hint = "name what was judged differently, and say which judgement stands now and why"
        yield Problem(("review", "second", "second"), f"the ratings differ, and {' and '.join(left)} is empty", hint)


@rule(Level.ERROR, "claims")
def opposite_of_itself(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim is not its own opposite.

    Pages show both claims beside each other. Write the id of the other one.

    Bad:

        opposite: [easing-within-hours]  # <-

    Good:

        opposite: [few-side-effects]
    """
    for index, name in enumerate(claim.opposite):
        if name == claim.id:
            yield Problem(("opposite", index), "it is named as its own opposite", "write the id of the other claim")
