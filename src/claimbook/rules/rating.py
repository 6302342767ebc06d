"""Rules about the rating: it agrees with the published rule, or says why not."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Claim
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context

_ENOUGH = 40
"""Characters of a reason for differing from the published rule."""


@rule(Level.ERROR, "claims")
def unexplained_rating(context: Context, claim: Claim) -> Iterator[Problem]:
    """A rating agrees with the published rule, or says why not.

    The rule suggests a verdict and a certainty from the evidence; a person confirms them. When new evidence moves the
    suggestion, the rating does not move by itself, and does not stay by neglect either. Confirm what is suggested, or
    write `why_not_rule`: 40 characters or more, printed on the page.

    Bad:

        rating:
          verdict: supported  # <-

    Good:

        rating:
          verdict: partly-supported
    """
    weighed = context.weighed(claim)
    if weighed is None or len(claim.rating.why_not_rule.strip() if claim.rating else "") >= _ENOUGH:
        return
    rating, suggestion = weighed
    for field, said, suggested in (
        ("verdict", rating.verdict, suggestion.verdict),
        ("certainty", rating.certainty, suggestion.certainty),
    ):
        if suggested is not None and said != suggested:
            hint = f"write {suggested}, or explain the difference in why_not_rule ({_ENOUGH} characters or more)"
            yield Problem(("rating", field), f"{field} is {said}, but the rule suggests {suggested}", hint)


@rule(Level.ERROR, "claims")
def needless_why_not_rule(context: Context, claim: Claim) -> Iterator[Problem]:
    """A rating that agrees with the published rule needs no excuse.

    Pages count and print every rating that differs from the rule. An explanation left over from an earlier rating
    would be counted as one. Take `why_not_rule` out.

    Bad:

        rating:
          why_not_rule: The trials are small and the rule does not know it.  # <-

    Good:

        rating:
          why_not_rule:
    """
    weighed = context.weighed(claim)
    if weighed is None or not weighed[0].why_not_rule:
        return
    rating, suggestion = weighed
    if (rating.verdict, rating.certainty) == (suggestion.verdict, suggestion.certainty):
        message = f"the rule suggests {suggestion.verdict}, {suggestion.certainty} too"
        yield Problem(("rating", "why_not_rule"), message, "take why_not_rule out")


@rule(Level.ERROR, "claims")
def verdict_without_grounds(context: Context, claim: Claim) -> Iterator[Problem]:
    """A verdict rests on something.

    Without evidence that bears on the statement, a search that found none, or a reason why it cannot be checked, the
    rule suggests nothing, and no person can know either. Add evidence, a search or `not_checkable`, or take the rating
    out.

    Bad:

        evidence: []
        search:
        rating:
          verdict: unsupported  # <-

    Good:

        rating:
          verdict: partly-supported
    """
    weighed = context.weighed(claim)
    if weighed is not None and weighed[1].verdict is None:
        hint = "add evidence, a search, or grading: not_checkable; or take the rating out"
        yield Problem(("rating", "verdict"), "nothing in this record leads to a verdict", hint)
