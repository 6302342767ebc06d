"""What a claim's page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claimbook.model import (
    AbsoluteNumbers,
    Appearance,
    Bearing,
    Certainty,
    Claim,
    Control,
    Design,
    Evidence,
    HistoryEntry,
    Method,
    RiskOfBias,
    Scope,
    Search,
    Standing,
    StandingKind,
    Stretch,
    Term,
    Wording,
)
from claimbook.views.base import Badge, ClaimRow, Link, Prose, Source, prose
from claimbook.views.grading import GradingView, left_out, view_grading
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class SaidView:
    """One place where an article says it."""

    heading: str
    paragraph: int
    quote: str
    force: Term
    note: str
    wording: Wording
    stretch: tuple[Stretch, ...]
    cites: Term
    check: Term | None
    cited: Source | None


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """What one article says."""

    article: Link
    items: tuple[SaidView, ...]


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


@dataclass(frozen=True, slots=True)
class SearchNote:
    """When and what was searched."""

    path: str
    question: str
    date: date


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything on a claim's page."""

    row: ClaimRow
    record: str
    """File of the record, from the top of the book."""
    method: Method
    stage: Term | None
    """For mechanism claims, how near to people the evidence comes."""
    badge: Badge
    force: Term
    conditions: tuple[str, ...]
    scope: tuple[tuple[str, str], ...]
    one_rater: bool
    raters: tuple[str, ...]
    search: SearchNote | None
    withdrawn: str
    doubts: tuple[DoubtView, ...]
    finding: str
    why_label: str
    why: Prose
    said: tuple[SaidGroup, ...]
    numbers: tuple[NumbersView, ...]
    holds_for: tuple[str, ...]
    not_shown_for: tuple[str, ...]
    detail: tuple[Prose, ...]
    """Paragraphs."""
    evidence: tuple[EvidenceGroup, ...]
    grading: GradingView
    what_would_change: Prose
    history: tuple[HistoryEntry, ...]
    """Newest first."""
    related: tuple[ClaimRow, ...]


_GROUPS = (
    ("backs", "Backs it", (Bearing.SUPPORTS, Bearing.SUPPORTS_PART)),
    ("against", "Goes against it, or shows no such effect", (Bearing.CONTRADICTS, Bearing.NO_EFFECT)),
    ("background", "Background, not counted", (Bearing.CONTEXT,)),
)

_SCOPE = ("population", "drug", "dose", "comparator", "outcome", "timeframe")


def view_claim(claim: Claim, shelf: Shelf) -> ClaimView:
    """Cut a claim's page from the book."""
    catalogue = shelf.catalogue
    row = shelf.rows[claim.id]
    rating = claim.rating
    grading = view_grading(claim, shelf)
    return ClaimView(
        row=row,
        record=f"claims/{catalogue.category_of[claim.id]}/{claim.id}.yml",
        method=claim.method,
        stage=grading.stage if claim.method is Method.MECHANISM else None,
        badge=row.badge,
        force=claim.force,
        conditions=tuple(shelf.conditions.get(code, code) for code in claim.conditions),
        scope=_scope(claim.scope, shelf.routes),
        one_rater=rating is not None and len(rating.by) == 1,
        raters=tuple(map(shelf.person, rating.by)) if rating else (),
        search=_search(catalogue.searches.get(claim.search or "")),
        withdrawn=claim.review.reason,
        doubts=_doubts(claim, shelf),
        finding=claim.finding,
        why_label=_why_label(claim),
        why=prose(claim.why, shelf.sources),
        said=_said(claim, shelf),
        numbers=tuple(_numbers(row, shelf) for row in claim.numbers),
        holds_for=claim.holds_for,
        not_shown_for=claim.not_shown_for,
        detail=tuple(prose(paragraph, shelf.sources) for paragraph in _paragraphs(claim.detail)),
        evidence=_evidence(claim, shelf),
        grading=grading,
        what_would_change=prose(claim.what_would_change, shelf.sources),
        history=claim.history[::-1],
        related=tuple(shelf.rows[id_] for id_ in claim.related if id_ in shelf.rows),
    )


def _why_label(claim: Claim) -> str:
    """Ask for the reason of doubt where certainty was rated and is not high."""
    doubt = claim.rating is not None and 0 < claim.rating.certainty.points < Certainty.HIGH.points
    return "Why not more sure" if doubt else "Why"


def _scope(scope: Scope, routes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    rows = [(name, getattr(scope, name)) for name in _SCOPE]
    rows.insert(2, ("route", ", ".join(routes.get(code, code) for code in scope.route) or "unspecified"))
    return tuple((name.capitalize(), text) for name, text in rows)


def _search(search: Search | None) -> SearchNote | None:
    return SearchNote(f"methods/#search-{search.id}", search.question, search.date) if search else None


def _doubts(claim: Claim, shelf: Shelf) -> tuple[DoubtView, ...]:
    standing = shelf.catalogue.standing
    keys = dict.fromkeys(item.study for item in claim.evidence if item.study in standing)
    return tuple(view_doubt(standing[key], shelf) for key in keys)


def view_doubt(standing: Standing, shelf: Shelf) -> DoubtView:
    """Show what has become of a source."""
    return DoubtView(shelf.sources[standing.key], standing.kind, standing.date, standing.notice, standing.text)


def _said(claim: Claim, shelf: Shelf) -> tuple[SaidGroup, ...]:
    groups: dict[str, list[SaidView]] = {}
    for said, level in zip(claim.appearances, shelf.wordings[claim.id], strict=True):
        groups.setdefault(said.article, []).append(view_said(said, level, shelf))
    titles = shelf.catalogue.articles
    return tuple(SaidGroup(Link(titles[id_].title, f"articles/{id_}/"), tuple(items)) for id_, items in groups.items())


def view_said(said: Appearance, level: Wording, shelf: Shelf) -> SaidView:
    """Show what an article says, and how its wording compares."""
    return SaidView(
        heading=said.heading,
        paragraph=said.paragraph,
        quote=said.quote,
        force=said.force,
        note=said.force_note,
        wording=level,
        stretch=said.stretch,
        cites=said.cites,
        check=said.cites_check,
        cited=shelf.sources.get(said.cites_ref or ""),
    )


def _numbers(row: AbsoluteNumbers, shelf: Shelf) -> NumbersView:
    of = f"of {row.per}"
    return NumbersView(
        outcome=row.outcome,
        treated=f"{row.treated:g} {of}",
        untreated="" if row.untreated is None else f"{row.untreated:g} {of}",
        difference="" if row.untreated is None else _difference(row.treated - row.untreated, of),
        people=_people_of(row, shelf),
        source=shelf.sources[row.study],
    )


def _difference(more: float, of: str) -> str:
    if not more:
        return "none"
    return f"{abs(round(more, 6)):g} {'more' if more > 0 else 'fewer'} {of}"


def _people_of(row: AbsoluteNumbers, shelf: Shelf) -> int | None:
    study = shelf.catalogue.studies[row.study]
    finding = shelf.findings[row.study, row.finding]
    return finding.people if finding.people is not None or study.design.pools else study.n


def _paragraphs(text: str) -> list[str]:
    """Split at empty lines; YAML's folded style (>) has already made one line break of each."""
    parts = text.split("\n\n" if "\n\n" in text.strip() else "\n")
    return [part for part in parts if part.strip()]


def _evidence(claim: Claim, shelf: Shelf) -> tuple[EvidenceGroup, ...]:
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
    pools = study.design.pools
    return EvidenceView(
        source=shelf.sources[item.study],
        design=study.design,
        people=finding.people if finding.people is not None or pools else study.n,
        studies=(finding.studies or study.n_studies) if pools else None,
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
