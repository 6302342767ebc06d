"""Rules about people who would be counted twice."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Claim, Design, Directness, Evidence
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context
from claimbook.verdicts import SIDES


@rule(Level.ERROR, "claims")
def counted_twice(context: Context, claim: Claim) -> Iterator[Problem]:
    """One study does not speak on both sides.

    People are counted once. Where two findings of one study, or of two papers on the same people, disagree, only the
    first would count, and nobody would see why. Write supports-part on the finding that comes nearest to the
    statement, and context on the others.

    Bad:

        evidence:
          - {study: zed2020, finding: anxiety-scale, bearing: supports}
          - {study: zed2020, finding: self-rated, bearing: contradicts}  # <-

    Good:

        evidence:
          - {study: zed2020, finding: anxiety-scale, bearing: supports-part}
          - {study: zed2020, finding: self-rated, bearing: context}
    """
    seen: dict[tuple[str, Design, Directness], Evidence] = {}
    for index, item in enumerate(claim.evidence):
        study = context.study(item.study)
        if study is None or not context.weighs(item):
            continue
        first = seen.setdefault((study.study_id or study.key, study.design, item.directness), item)
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
def covered_in_a_circle(_context: Context, claim: Claim) -> Iterator[Problem]:
    """No review covers itself, directly or by way of others.

    Were two reviews covered by each other, neither would count. Decide which of them contains the other, and write
    `covered_by` on that one only.

    Bad:

        evidence:
          - {study: rev2021, finding: pooled, bearing: supports, covered_by: rev2021}  # <-

    Good:

        evidence:
          - {study: rev2021, finding: pooled, bearing: supports}
    """
    covers = {item.study: item.covered_by for item in claim.evidence if item.covered_by is not None}
    for index, item in enumerate(claim.evidence):
        if item.covered_by is not None and _comes_back(item.study, covers):
            hint = "write covered_by only on the study that the other contains"
            yield Problem(("evidence", index, "covered_by"), f"{item.study} is covered by itself in the end", hint)


def _comes_back(start: str, covers: dict[str, str]) -> bool:
    seen: set[str] = set()
    key = covers.get(start)
    while key is not None and key != start and key not in seen:
        seen.add(key)
        key = covers.get(key)
    return key == start


@rule(Level.ERROR, "claims")
def unmarked_overlap(context: Context, claim: Claim) -> Iterator[Problem]:
    """A study that a cited review contains is marked as covered.

    The record of the review lists this study under `covers`. Both together would count the same people twice. Write
    `covered_by` with the key of the review.

    Bad:

        evidence:
          - {study: zed2020, finding: anxiety-scale, bearing: supports}  # <-
          - {study: rev2021, finding: pooled, bearing: supports}

    Good:

        evidence:
          - {study: zed2020, finding: anxiety-scale, bearing: supports, covered_by: rev2021}
          - {study: rev2021, finding: pooled, bearing: supports}
    """
    container = {
        key: item.study
        for item in claim.evidence
        if context.weighs(item) and (review := context.study(item.study)) is not None
        for key in review.covers
    }
    for index, item in enumerate(claim.evidence):
        if item.covered_by is None and item.study in container and context.weighs(item):
            review_key = container[item.study]
            message = f"{item.study} is contained in {review_key}, which this claim cites too"
            yield Problem(("evidence", index, "study"), message, f"add covered_by: {review_key}")
