"""Which items of evidence could count, whatever else there is (the published rule, section 3, "What counts")."""

from collections.abc import Mapping
from typing import NamedTuple

from claimbook.model import (
    Bearing,
    Catalogue,
    Claim,
    ClaimType,
    Directness,
    Evidence,
    Method,
    Mismatch,
    RiskOfBias,
    StandingKind,
    Study,
    StudyFinding,
)
from claimbook.verdicts.starts import Start, start_of
from claimbook.verdicts.terms import SIDES, Outcome, Side

_NEVER_BORROWED: Mapping[ClaimType, Mismatch] = {
    ClaimType.COMPARATIVE: Mismatch.COMPARATOR,
    ClaimType.DURABILITY: Mismatch.TIME,
    ClaimType.DOSING_EFFECT: Mismatch.INTERVENTION,
}
"""What a claim is about; other species are never borrowed for any."""


class Item(NamedTuple):
    """An item that could count."""

    place: int
    """Position in the claim's evidence, from 0."""
    evidence: Evidence
    study: Study
    finding: StudyFinding
    side: Side
    start: Start
    misses: int
    """In how many respects it is indirect: 0 or 1."""
    weight: int
    """How many studies it weighs; set once it is known what it covers here."""
    people_elsewhere: bool = False
    """Whether its people are among those of a review that counts beside it."""

    @property
    def direct(self) -> bool:
        """Whether it looked at what the statement is about."""
        return not self.misses

    def no_weaker(self, other: "Item") -> bool:
        """Whether it is no less direct than another, and from no lower a start."""
        return self.misses <= other.misses and self.start.rank >= other.start.rank


def item_of(claim: Claim, catalogue: Catalogue, place: int) -> Item | Outcome:
    """Make the item at this place of a claim's evidence, or say why it cannot count whatever else there is."""
    evidence = claim.evidence[place]
    study = catalogue.studies.get(evidence.study)
    finding = next((one for one in study.findings if one.id == evidence.finding), None) if study else None
    if study is None or finding is None:
        return Outcome.UNKNOWN
    why_not = barred(evidence, catalogue) or _without_side(claim, evidence)
    if why_not:
        return why_not
    side = SIDES[evidence.bearing]
    start = start_of(claim.type, study, finding, side)
    misses = _misses(claim.type, evidence)
    if start is None or misses is None:
        return Outcome.NO_START if start is None else Outcome.NOT_DIRECT
    return Item(place, evidence, study, finding, side, start, misses, _own_weight(claim, study, finding))


def barred(evidence: Evidence, catalogue: Catalogue) -> Outcome | None:
    """Say why an item can count for no claim whatever; none where it can."""
    if evidence.bearing is Bearing.CONTEXT:
        return Outcome.CONTEXT
    if evidence.risk_of_bias is RiskOfBias.CRITICAL:
        return Outcome.CRITICAL
    standing = catalogue.standing.get(evidence.study)
    if standing is not None and standing.kind is StandingKind.RETRACTED:
        return Outcome.RETRACTED
    return None


def _without_side(claim: Claim, evidence: Evidence) -> Outcome | None:
    no_effect = evidence.bearing is Bearing.NO_EFFECT
    if no_effect and (claim.method is Method.FACT or claim.type is ClaimType.SAFETY_ASSURANCE):
        return Outcome.NO_SIDE
    return None


def _misses(claim_type: ClaimType, evidence: Evidence) -> int | None:
    """In how many respects an item is indirect; none where it is too far off to be borrowed."""
    if evidence.directness is Directness.DIRECT:
        return 0
    missed = set(evidence.indirect_in)
    never = {Mismatch.MODEL, _NEVER_BORROWED.get(claim_type)}
    borrowable = claim_type.method is Method.CLINICAL and len(missed) == 1 and not missed & never
    return 1 if borrowable else None


def _own_weight(claim: Claim, study: Study, finding: StudyFinding) -> int:
    """Studies that an item stands for: of a review as many as its finding names, else one."""
    if claim.method is Method.FACT or not study.design.pools:
        return 1
    return max(1, finding.studies or 1)
