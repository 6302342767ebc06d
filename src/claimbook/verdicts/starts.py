"""Where certainty starts: by design and kind of claim (the published rule, sections 3 and 4)."""

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from claimbook.model import Certainty, ClaimType, Design, Method, Stage, Study, StudyFinding
from claimbook.verdicts.terms import Side


class Column(IntEnum):
    """A column of the start table."""

    EFFECT = 0
    HARM = 1
    EPIDEMIOLOGY = 2
    ASSURANCE = 3
    AGAINST_ASSURANCE = 4


Row = tuple[Certainty | None, ...]
"""Starts in the order of `Column`; none where this design does not count."""

_HIGH, _LOW, _FAINT = Certainty.HIGH, Certainty.LOW, Certainty.VERY_LOW

_TRIAL: Row = (_HIGH, _HIGH, _HIGH, _HIGH, _HIGH)
_STORY: Row = (_FAINT, _FAINT, _FAINT, None, _FAINT)
_SIGNAL: Row = (None, _FAINT, None, None, _FAINT)
_ALONE: Row = (_FAINT, _FAINT, _HIGH, _LOW, _LOW)

_ROWS: Mapping[Design, Row] = {
    Design.RCT_PARALLEL: _TRIAL,
    Design.RCT_CROSSOVER: _TRIAL,
    Design.COHORT: _ALONE,
    Design.CASE_CONTROL: (_FAINT, _FAINT, None, _LOW, _LOW),
    Design.OPEN_LABEL_TRIAL: _ALONE,
    Design.CROSS_SECTIONAL: _ALONE,
    Design.REGISTRY: _ALONE,
    Design.CASE_SERIES: _STORY,
    Design.CASE_REPORT: _STORY,
    Design.QUALITATIVE: _STORY,
    Design.REPORT_DATABASE: _SIGNAL,
    Design.REGULATORY: _SIGNAL,
}
"""The start table; designs that are missing have no start."""

_COMPARED_ROWS: Mapping[Design, Row] = {
    Design.COHORT: (_LOW, _LOW, _HIGH, _LOW, _LOW),
    Design.CASE_CONTROL: (_LOW, _LOW, None, _LOW, _LOW),
}
"""Rows that differ where there was another group to compare with."""

_COLUMNS: Mapping[ClaimType, Column] = {
    ClaimType.HARM_ASSERTED: Column.HARM,
    ClaimType.EPIDEMIOLOGY: Column.EPIDEMIOLOGY,
    ClaimType.SAFETY_ASSURANCE: Column.ASSURANCE,
}

_CONTROLLED, _UNCONTROLLED = Stage.HUMAN_CONTROLLED, Stage.HUMAN_UNCONTROLLED

_STAGES: Mapping[Design, Stage] = {
    Design.RCT_PARALLEL: _CONTROLLED,
    Design.RCT_CROSSOVER: _CONTROLLED,
    Design.COHORT: _UNCONTROLLED,
    Design.CASE_CONTROL: _UNCONTROLLED,
    Design.OPEN_LABEL_TRIAL: _UNCONTROLLED,
    Design.CROSS_SECTIONAL: _UNCONTROLLED,
    Design.REGISTRY: _UNCONTROLLED,
    Design.CASE_SERIES: _UNCONTROLLED,
    Design.CASE_REPORT: _UNCONTROLLED,
    Design.QUALITATIVE: _UNCONTROLLED,
    Design.ANIMAL: Stage.ANIMAL,
    Design.IN_VITRO: Stage.LAB,
}
"""How near to people each design comes; designs that are missing measure no body change."""

_COMPARABLE = frozenset(
    {Design.COHORT, Design.CASE_CONTROL, Design.OPEN_LABEL_TRIAL, Design.CROSS_SECTIONAL, Design.REGISTRY}
)
"""Designs in people that are controlled where the record names a comparison group."""


class Start(NamedTuple):
    """Where an item starts. Compared by `rank` alone."""

    rank: int
    """Higher is stronger; comparable within one claim."""
    certainty: Certainty = Certainty.NOT_RATED
    """Certainty before any step; not-rated for plain facts."""
    stage: Stage | None = None
    """Mechanism claims only."""


_FACT = Start(rank=0)
_BY_CERTAINTY = {level: Start(level.points, level) for level in Certainty}
_BY_STAGE = {
    _CONTROLLED: Start(4, Certainty.HIGH, _CONTROLLED),
    _UNCONTROLLED: Start(3, Certainty.LOW, _UNCONTROLLED),
    Stage.ANIMAL: Start(2, Certainty.LOW, Stage.ANIMAL),
    Stage.LAB: Start(1, Certainty.VERY_LOW, Stage.LAB),
}


def start_of(claim_type: ClaimType, study: Study, finding: StudyFinding, side: Side) -> Start | None:
    """Start of one finding for this kind of claim; none where its design does not count for it.

    A review starts from the weakest design pooled in that finding; one whose designs are not
    named, or that pooled reviews, has no start. For plain facts the design does not matter.
    """
    if claim_type.method is Method.FACT:
        return _FACT
    compared = study.control is not None and study.control.compares
    if not study.design.pools:
        return _start(claim_type, study.design, side, compared=compared)
    pooled = finding.designs or study.included_designs
    starts = [_start(claim_type, design, side, compared=compared) for design in pooled]
    known = [start for start in starts if start is not None]
    return min(known) if known and len(known) == len(starts) else None


def start_of_design(claim_type: ClaimType, design: Design, side: Side, *, compared: bool) -> Certainty | None:
    """Certainty from which one kind of study starts on one side of a statement of this kind; none if it does not count.

    Args:
        claim_type: Kind of statement.
        design: Kind of study; of reviews, what they pooled decides.
        side: Where the study stands: some only count against an assurance.
        compared: Whether there was another group to compare with.

    """
    start = _start(claim_type, design, side, compared=compared)
    return None if start is None else start.certainty


def _start(claim_type: ClaimType, design: Design, side: Side, *, compared: bool) -> Start | None:
    if claim_type.method is Method.MECHANISM:
        stage = _CONTROLLED if compared and design in _COMPARABLE else _STAGES.get(design)
        return None if stage is None else _BY_STAGE[stage]
    column = _COLUMNS.get(claim_type, Column.EFFECT)
    if column is Column.ASSURANCE and side is Side.AGAINST:
        column = Column.AGAINST_ASSURANCE
    row = (_COMPARED_ROWS.get(design) if compared else None) or _ROWS.get(design)
    certainty = row[column] if row else None
    return None if certainty is None else _BY_CERTAINTY[certainty]
