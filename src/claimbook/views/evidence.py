"""The studies on a claim's page: what was found, in numbers where known, and what has become of the sources."""

from dataclasses import dataclass
from datetime import date

from claimbook.model import (
    AbsoluteNumbers,
    Bearing,
    Claim,
    Control,
    Design,
    Evidence,
    RiskOfBias,
    Standing,
    StandingKind,
    Study,
    StudyFinding,
    Term,
)
from claimbook.views.base import Prose, Source
from claimbook.views.grading import left_out
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class NumbersView:
    """A row of absolute numbers."""

    outcome: str
    treated: str
    untreated: str
    """Empty where nothing was compared."""
    difference: str
    people: int | None
    source: Source


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One finding of one study, as a claim's page shows it."""

    source: Source
    design: Design
    people: int | None
    studies: int | None
    """Studies in a review."""
    control: Control | None
    bearing: Bearing
    risk_of_bias: RiskOfBias
    bias_reason: str
    indirect_in: tuple[Term, ...]
    outcome: str
    timepoint: str
    result: str
    note: str
    not_counted: Prose
    """Why it carries no weight; empty where it does."""


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """Findings that point the same way."""

    id: str
    title: str
    items: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A listed source that was retracted, corrected or doubted by its journal."""

    source: Source
    kind: StandingKind
    date: date
    notice: str
    text: str


_GROUPS = (
    ("backs", "Backs it", (Bearing.SUPPORTS, Bearing.SUPPORTS_PART)),
    ("against", "Goes against it, or shows no such effect", (Bearing.CONTRADICTS, Bearing.NO_EFFECT)),
    ("background", "Background, not counted", (Bearing.CONTEXT,)),
)


def view_doubts(claim: Claim, shelf: Shelf) -> tuple[DoubtView, ...]:
    """Show what has become of the sources that a claim lists."""
    standing = shelf.catalogue.standing
    keys = dict.fromkeys(item.study for item in claim.evidence if item.study in standing)
    return tuple(view_doubt(standing[key], shelf) for key in keys)


def view_doubt(standing: Standing, shelf: Shelf) -> DoubtView:
    """Show what has become of a source."""
    return DoubtView(shelf.sources[standing.key], standing.kind, standing.date, standing.notice, standing.text)


def view_numbers(row: AbsoluteNumbers, shelf: Shelf) -> NumbersView:
    """Show a row of absolute numbers, with the difference."""
    of = f"of {row.per}"
    return NumbersView(
        outcome=row.outcome,
        treated=f"{row.treated:g} {of}",
        untreated="" if row.untreated is None else f"{row.untreated:g} {of}",
        difference="" if row.untreated is None else _difference(row.treated - row.untreated, of),
        people=_people(shelf.catalogue.studies[row.study], shelf.findings[row.study, row.finding]),
        source=shelf.sources[row.study],
    )


def _difference(more: float, of: str) -> str:
    if not more:
        return "none"
    return f"{abs(round(more, 6)):g} {'more' if more > 0 else 'fewer'} {of}"


def _people(study: Study, finding: StudyFinding) -> int | None:
    """Count the people behind a finding: those analysed, else all of a single study; of a review nobody knows."""
    return finding.people if finding.people is not None or study.design.pools else study.n


def view_evidence(claim: Claim, shelf: Shelf) -> tuple[EvidenceGroup, ...]:
    """Show the findings a claim lists, by the way they point."""
    weighed = shelf.suggestions[claim.id].items
    views = [_item(item, left_out(fate, shelf), shelf) for item, fate in zip(claim.evidence, weighed, strict=True)]
    groups = (
        EvidenceGroup(id_, title, tuple(view for view in views if view.bearing in bearings))
        for id_, title, bearings in _GROUPS
    )
    return tuple(group for group in groups if group.items)


def _item(item: Evidence, not_counted: Prose, shelf: Shelf) -> EvidenceView:
    study = shelf.catalogue.studies[item.study]
    finding = shelf.findings[item.study, item.finding]
    return EvidenceView(
        source=shelf.sources[item.study],
        design=study.design,
        people=_people(study, finding),
        studies=(finding.studies or study.n_studies) if study.design.pools else None,
        control=study.control,
        bearing=item.bearing,
        risk_of_bias=item.risk_of_bias,
        bias_reason=item.reason,
        indirect_in=item.indirect_in,
        outcome=finding.outcome,
        timepoint=finding.timepoint,
        result=finding.result,
        note=item.note,
        not_counted=not_counted,
    )
