"""Rules about people who would be counted twice."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Claim, Design, Directness, Evidence
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context
from claimbook.verdicts import SIDES, covered_by_themselves


@rule(Level.ERROR, "claims")
def counted_twice(context: Context, claim: Claim) -> Iterator[Problem]:
    """One study does not speak on both sides.

    People are counted once. Where two findings of one study, or of two papers on the same people, disagree, only the
    first would count, and nobody would see why. Write supports-part on the finding that comes nearest to the
    statement, and context on the others.

    Bad:

        evidence:
          - {study: zed2020, finding: worries-scale, bearing: supports}
          - {study: zed2020, finding: self-rated, bearing: contradicts}  # <-

    Good:

        evidence:
          - {study: zed2020, finding: worries-scale, bearing: supports-part}
          - {study: zed2020, finding: self-rated, bearing: context}
    """
    seen: dict[tuple[str, Design, Directness], Evidence] = {}
    for index, item in enumerate(claim.evidence):
        study = context.study(item.study)
        if study is None or not context.weighs(item):
            continue
        first = seen.setdefault((study.people_id, study.design, item.directness), item)
        here, there = SIDES[item.bearing], SIDES[first.bearing]
        if here is not there:
            sides = f'"{here.label.lower()}", and {first.study} on the same people as "{there.label.lower()}"'
            message = f"{item.study} counts as {sides}"
            hint = "write supports-part on the finding nearest to the statement, and context on the others"
            yield Problem(("evidence", index, "bearing"), message, hint)


@rule(Level.ERROR, "claims")
def covered_by_no_review(context: Context, claim: Claim) -> Iterator[Problem]:
    """`covered_by` names a review that this claim cites.

    A study that a review already contains must not weigh a second time. That only holds where the review itself is
    among the evidence. Write the key of such a review, or take `covered_by` out.

    Bad:

        evidence:
          - covered_by: abe2010  # <-

    Good:

        evidence:
          - covered_by:
    """
    cited = {item.study for item in claim.evidence}
    for index, item in enumerate(claim.evidence):
        if item.covered_by is None:
            continue
        review = context.study(item.covered_by)
        if review is None or item.covered_by not in cited or not (review.design.pools or review.covers):
            message = f'"{item.covered_by}" is not a review among the evidence of this claim'
            hint = "add the review to the evidence, or take covered_by out"
            yield Problem(("evidence", index, "covered_by"), message, hint)


@rule(Level.ERROR, "claims")
def covered_in_a_circle(context: Context, claim: Claim) -> Iterator[Problem]:
    """No review covers itself, directly or by way of others.

    Were two reviews covered by each other, neither would count. Decide which of them contains the other. Take the other
    direction out: `covered_by` in the claim, or `covers` in the record of the study.

    Bad:

        evidence:
          - {study: rev2021, finding: pooled, bearing: supports, covered_by: rev2021}  # <-

    Good:

        evidence:
          - {study: rev2021, finding: pooled, bearing: supports}
    """
    circular = covered_by_themselves(claim, context.catalogue)
    for index, item in enumerate(claim.evidence):
        if item.study in circular:
            field = "study" if item.covered_by is None else "covered_by"
            hint = "decide which contains the other; take out covered_by here, or covers in the record of the study"
            yield Problem(("evidence", index, field), f"{item.study} is covered by itself in the end", hint)
