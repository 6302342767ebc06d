"""Plain facts are checked against sources, not graded (the published rule, section 6)."""

from claimbook.model import Bearing, FactBasis, Verdict
from claimbook.verdicts.counting import Count


def fact_verdict(basis: FactBasis, count: Count) -> Verdict:
    """Give the verdict on a plain fact for which at least one source counts.

    A source that contains others of this claim stands for as many as it contains on its side: two sources that
    agree stay two when a third brings them together.
    """
    for_it, _, against = count.weights
    if for_it and against:
        return Verdict.MIXED
    if against:
        return Verdict.CONTRADICTED if against >= basis.need else Verdict.UNSUPPORTED
    full = sum(item.weight for item in count.items if item.evidence.bearing is Bearing.SUPPORTS)
    enough = full >= basis.need and basis is not FactBasis.SINGLE_SECONDARY
    return Verdict.SUPPORTED if enough else Verdict.PARTLY_SUPPORTED
