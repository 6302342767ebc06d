"""Did an article say it more strongly than research allows? (The published rule, section 7, "Wording".)"""

from claimbook.model import Appearance, Certainty, Claim, Force, Method, Verdict, Wording

_LEVELS = (Wording.IN_LINE, Wording.SLIGHTLY_OVERSTATED, Wording.OVERSTATED, Wording.STRONGLY_OVERSTATED)
_BY_POINTS = {force.points: force for force in Force}

_BY_VERDICT = {Verdict.SUPPORTED: 3, Verdict.PARTLY_SUPPORTED: 2, Verdict.MIXED: 1}
_BY_CERTAINTY = {Certainty.HIGH: 3, Certainty.MODERATE: 2, Certainty.LOW: 1}

_CONTRADICTED = {Force.NONE: 0, Force.TENTATIVE: 2}
"""Level where the research contradicts the sentence; any bolder one is worded far too strongly."""


def allowed_force(claim: Claim) -> Force | None:
    """How strongly the confirmed rating lets anyone say it; none where nothing is rated.

    A warning is allowed one step more, up to definite, where research backs it at least in part or is mixed.
    """
    rating = claim.rating
    if rating is None or rating.verdict is Verdict.NOT_CHECKABLE:
        return None
    allowed = _BY_VERDICT.get(rating.verdict, 0)
    warned = claim.type.warns and allowed > 0
    if claim.method is not Method.FACT:
        allowed = min(allowed, _BY_CERTAINTY.get(rating.certainty, 0))
    return _BY_POINTS[min(3, allowed + 1) if warned else allowed]


def wording(claim: Claim, appearance: Appearance) -> Wording:
    """Level of one appearance, from the confirmed rating; not-rated where there is none."""
    allowed = allowed_force(claim)
    if claim.rating is None or allowed is None:
        return Wording.NOT_RATED
    gap = appearance.force.points - allowed.points
    if claim.rating.verdict is Verdict.CONTRADICTED:
        gap = _CONTRADICTED.get(appearance.force, 3)
    elif gap <= -2 and not appearance.stretch and _too_weak(claim, appearance):
        return Wording.UNDERSTATED
    stretched = min(2, len(set(appearance.stretch)))
    return _LEVELS[min(3, max(0, gap) + stretched)]


def _too_weak(claim: Claim, appearance: Appearance) -> bool:
    """Whether a sentence says less than the statement that was rated; a warning, only where it says nobody knows.

    "You may feel sick", or "you may need it again", is how warnings are worded on any label: it speaks of the chances
    of one reader.
    """
    if claim.type.warns:
        return appearance.force is Force.NONE
    return appearance.force.points < claim.force.points
