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
from claimbook.verdicts import Weighed
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
    counts: bool
    not_counted: Prose
    """Why it carries no weight; empty where it does, or is only background."""


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """Findings that point the same way."""

    id: str
    title: str
    counted: tuple[EvidenceView, ...]
    others: tuple[EvidenceView, ...]
    """Those that carry no weight."""


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A source that was retracted, corrected or doubted by its journal."""

    source: Source
    kind: StandingKind
    fate: str
    """What happened to it, up to the date: "was retracted on"."""
    date: date
    notice: str
    text: str


_GROUPS = (
    ("backs", "Backs it", (Bearing.SUPPORTS, Bearing.SUPPORTS_PART)),
    ("against", "Goes against it, or shows no such effect", (Bearing.CONTRADICTS, Bearing.NO_EFFECT)),
    ("background", "Background", (Bearing.CONTEXT,)),
)


_FATES = {
    StandingKind.CORRECTED: "was corrected on",
    StandingKind.CONCERN: "has been doubted by its journal since",
    StandingKind.RETRACTED: "was retracted on",
}


def view_doubts(claim: Claim, shelf: Shelf, *, weighing: bool) -> tuple[DoubtView, ...]:
    """Show what has become of the sources that a claim lists: of those that count, or of the others."""
    standing = shelf.catalogue.standing
    listed = dict.fromkeys(item.study for item in claim.evidence if item.study in standing)
    weighs = shelf.weighs[claim.id]
    return tuple(view_doubt(standing[key], shelf) for key in listed if (key in weighs) is weighing)


def view_doubt(standing: Standing, shelf: Shelf) -> DoubtView:
    """Show what has become of a source."""
    kind = standing.kind
    return DoubtView(shelf.sources[standing.key], kind, _FATES[kind], standing.date, standing.notice, standing.text)


def view_numbers(row: AbsoluteNumbers, shelf: Shelf) -> NumbersView:
    """Show a row of absolute numbers, with the difference."""
    of = f"of {row.per}"
    return NumbersView(
        outcome=row.outcome,
        treated=f"{row.treated:g} {of}",
        untreated="" if row.untreated is None else f"{row.untreated:g} {of}",
        difference="" if row.untreated is None else _difference(row.treated - row.untreated, of),
        people=people_in(shelf.catalogue.studies[row.study], shelf.findings[row.study, row.finding]),
        source=shelf.sources[row.study],
    )


def _difference(more: float, of: str) -> str:
    if not more:
        return "none"
    return f"{abs(round(more, 6)):g} {'more' if more > 0 else 'fewer'} {of}"


def people_in(study: Study, finding: StudyFinding) -> int | None:
    """Count the people behind a finding: those analysed, else all of a single study; of a review nobody knows."""
    return finding.people if finding.people is not None or study.design.pools else study.n


def view_evidence(claim: Claim, shelf: Shelf) -> tuple[EvidenceGroup, ...]:
    """Show the findings a claim lists, by the way they point."""
    weighed = shelf.suggestions[claim.id].items
    views = [view_item(item, fate, shelf) for item, fate in zip(claim.evidence, weighed, strict=True)]
    groups = (
        _group(id_, title, [view for view in views if view.bearing in bearings]) for id_, title, bearings in _GROUPS
    )
    return tuple(group for group in groups if group.counted or group.others)


def _group(id_: str, title: str, views: list[EvidenceView]) -> EvidenceGroup:
    counted, others = (tuple(view for view in views if view.counts is wanted) for wanted in (True, False))
    return EvidenceGroup(id_, title, counted, others)


def view_counting(claim: Claim, shelf: Shelf) -> tuple[Source, ...]:
    """Name the sources that count, each once."""
    weighs = shelf.weighs[claim.id]
    return tuple(shelf.sources[key] for key in dict.fromkeys(item.study for item in claim.evidence) if key in weighs)


def view_item(item: Evidence, fate: Weighed, shelf: Shelf) -> EvidenceView:
    """Show a finding of a study, and whether it counts for the claim that lists it."""
    study = shelf.catalogue.studies[item.study]
    finding = shelf.findings[item.study, item.finding]
    return EvidenceView(
        source=shelf.sources[item.study],
        design=study.design,
        people=people_in(study, finding),
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
        counts=fate.counts,
        not_counted=left_out(fate, shelf),
    )
