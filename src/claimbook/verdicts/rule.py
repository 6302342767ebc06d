"""From what counts to a verdict: net, certainty, the rule table and its limits (the published rule, section 7)."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from claimbook.model import Bearing, Certainty, Claim, ClaimType, Force, Method, Stage, Verdict
from claimbook.verdicts.counting import EFFECTS, Count
from claimbook.verdicts.items import Item
from claimbook.verdicts.terms import Net, Side, Weights

_BY_POINTS = {level.points: level for level in Certainty}

_YES, _PART, _MIXED = Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.MIXED
_NOT, _NO = Verdict.UNSUPPORTED, Verdict.CONTRADICTED

_BY_FORCE = tuple[Verdict, Verdict, Verdict, Verdict, Verdict]
"""Verdicts by force, from none to absolute."""

_TABLE: Mapping[Net, Mapping[Certainty, _BY_FORCE]] = {
    Net.FOR_WHOLE: {
        Certainty.HIGH: (_YES, _YES, _YES, _YES, _PART),
        Certainty.MODERATE: (_YES, _YES, _YES, _YES, _PART),
        Certainty.LOW: (_YES, _YES, _PART, _PART, _NOT),
    },
    Net.FOR_PART: {
        Certainty.HIGH: (_PART,) * 5,
        Certainty.MODERATE: (_PART,) * 5,
        Certainty.LOW: (_PART, _PART, _PART, _PART, _NOT),
    },
    Net.NO_EFFECT: {
        Certainty.HIGH: (_NO,) * 5,
        Certainty.MODERATE: (_NO,) * 5,
        Certainty.LOW: (_NOT,) * 5,
        Certainty.VERY_LOW: (_NOT,) * 5,
    },
    Net.AGAINST: {
        Certainty.HIGH: (_NO,) * 5,
        Certainty.MODERATE: (_NO,) * 5,
        Certainty.LOW: (_NO,) * 5,
        Certainty.VERY_LOW: (_NOT,) * 5,
    },
}
"""The rule table. A split reads the row for-part and is capped after the limits."""

_FAINT_WARNING: _BY_FORCE = (_PART, _PART, _PART, _PART, _NOT)
_FAINT_COMPARED: _BY_FORCE = (_PART, _PART, _PART, _NOT, _NOT)
_FAINT_ALONE: _BY_FORCE = (_NOT,) * 5


class Case(NamedTuple):
    """All that the verdict of a graded claim rests on."""

    claim: Claim
    items: tuple[Item, ...]
    weights: Weights
    net: Net
    start: Certainty
    certainty: Certainty
    stage: Stage | None
    borrowed: bool


class Limit(NamedTuple):
    """A bound on the verdict of some claims."""

    name: str
    holds: Callable[[Case], bool]
    best: Verdict
    worst: Verdict
    words: str


def _kindness(verdict: Verdict) -> int:
    return verdict.review_rating or 0


def net_of(claim: Claim, count: Count) -> Net:
    """Which way most of what counts points; at least one item must count."""
    for_it, no_effect, against = count.weights
    if 4 * for_it < count.weights.total:
        return Net.AGAINST if against > no_effect else Net.NO_EFFECT
    if for_it <= no_effect or 4 * against >= for_it + against:
        return Net.SPLIT
    full = any(item.evidence.bearing is Bearing.SUPPORTS for item in count.items)
    return Net.FOR_WHOLE if full and claim.grading.scope_covered else Net.FOR_PART


def case_of(claim: Claim, count: Count) -> Case:
    """Work out net, start and certainty of what counts; at least one item must count."""
    net = net_of(claim, count)
    other = net in (Net.AGAINST, Net.NO_EFFECT)
    deciding = [item for item in count.items if (item.side is not Side.FOR) is other]
    start = max(item.start for item in deciding)
    certainty = certainty_of(claim, start.certainty)
    borrowed = not any(item.direct for item in deciding)
    return Case(claim, count.items, count.weights, net, start.certainty, certainty, start.stage, borrowed)


def may_go_up(claim: Claim, start: Certainty | None) -> bool:
    """Whether steps up apply: only for effects, harms and limits that start low, with nothing taken off."""
    effect_or_warning = claim.type in EFFECTS or claim.type.warns
    return effect_or_warning and start is Certainty.LOW and not _steps_down(claim)


def certainty_of(claim: Claim, start: Certainty) -> Certainty:
    """Certainty after the steps that people typed."""
    up = sum(step.by for step in claim.grading.up.values()) if may_go_up(claim, start) else 0
    points = start.points - _steps_down(claim) + up
    return _BY_POINTS[max(1, min(4, points))]


def _steps_down(claim: Claim) -> int:
    return sum(step.by for step in claim.grading.down.values())


def cell(case: Case) -> Verdict:
    """Look up the rule table."""
    row = _TABLE[Net.FOR_PART if case.net is Net.SPLIT else case.net]
    return (row.get(case.certainty) or _faint(case))[case.claim.force.points]


def _faint(case: Case) -> _BY_FORCE:
    """Say what very low certainty leaves of a statement that studies back."""
    if case.claim.type.warns:
        return _FAINT_WARNING
    controlled = case.stage is Stage.HUMAN_CONTROLLED
    compared = controlled if case.claim.method is Method.MECHANISM else case.start.points >= Certainty.LOW.points
    return _FAINT_COMPARED if compared or case.claim.type is ClaimType.EPIDEMIOLOGY else _FAINT_ALONE


def _assurance(case: Case) -> bool:
    return case.claim.type is ClaimType.SAFETY_ASSURANCE


def _not_in_people(case: Case) -> bool:
    return case.stage in (Stage.ANIMAL, Stage.LAB)


def documented_case(case: Case) -> bool:
    """Whether a direct case that counts goes against an absolute assurance."""
    absolute = _assurance(case) and case.claim.force is Force.ABSOLUTE
    return absolute and any(item.side is Side.AGAINST and item.direct for item in case.items)


LIMITS: tuple[Limit, ...] = (
    Limit("borrowed", lambda case: case.borrowed, _PART, _NOT, "Nothing direct counts on the side that decides."),
    Limit("no people", _not_in_people, _PART, _NOT, "Seen in animals or cells only."),
    Limit(
        "bold without people",
        lambda case: _not_in_people(case) and case.claim.force.points > Force.QUALIFIED.points,
        _NOT,
        _NOT,
        "What was seen in animals or cells only backs no more than a qualified statement.",
    ),
    Limit(
        "assurance at very low certainty",
        lambda case: _assurance(case) and case.certainty is Certainty.VERY_LOW,
        _NOT,
        _NO,
        "An assurance of safety has to be shown; not looking is not evidence of safety.",
    ),
    Limit(
        "assurance at low certainty",
        lambda case: _assurance(case) and case.certainty is Certainty.LOW,
        _PART,
        _NO,
        "An assurance of safety has to be shown, and this is not sure enough.",
    ),
    Limit(
        "no long-term data",
        lambda case: _assurance(case) and not case.claim.grading.long_term_covered,
        _PART,
        _NO,
        "Nobody was watched for six months or more.",
    ),
    Limit("split", lambda case: case.net is Net.SPLIT, _MIXED, _NO, "What counts points in different directions."),
    Limit(
        "documented case",
        documented_case,
        _NO,
        _NO,
        "One direct, documented case is enough against a statement that allows of none.",
    ),
)
"""Limits of sections 3 to 5, in the order in which they apply."""


def at_least_moderate(certainty: Certainty) -> Certainty:
    """Raise a certainty to moderate, as a documented case against an absolute assurance does."""
    return _BY_POINTS[max(certainty.points, Certainty.MODERATE.points)]


def bounded(verdict: Verdict, limit: Limit) -> Verdict:
    """Bring a verdict within a limit."""
    return max(min(verdict, limit.best, key=_kindness), limit.worst, key=_kindness)
