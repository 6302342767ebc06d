"""Everything on a claim, as JSON: one file a claim."""

from collections.abc import Iterator

from claimbook.exports.claims_json import row_of
from claimbook.exports.grading import grading_of, second_of
from claimbook.exports.head import head, write
from claimbook.exports.shapes import Absolute, Claim, ClaimFile, Evidence, Head, Passage, Scope, day, day_if_known
from claimbook.exports.studies import finding_of
from claimbook.files import OutFile
from claimbook.model import UNSPECIFIED, AbsoluteNumbers, Appearance, Wording
from claimbook.model import Evidence as EvidenceRecord
from claimbook.model import Scope as ScopeRecord
from claimbook.verdicts import Weighed
from claimbook.views import ClaimRow, Shelf
from claimbook.views.base import stood_by
from claimbook.views.cite import claim_data_file


def render(shelf: Shelf) -> Iterator[OutFile]:
    """Write the file of every claim."""
    common = head(shelf, None)
    for row in shelf.rows.values():
        yield OutFile(claim_data_file(row.id), render_one(row, shelf, common))


def render_one(row: ClaimRow, shelf: Shelf, common: Head) -> str:
    """Write the file of a claim.

    Args:
        row: The claim.
        shelf: The book.
        common: What every file says of itself.

    """
    claim = _claim(row, shelf)
    file: ClaimFile = {**common, "last_modified": claim["last_modified"], "claim": claim}
    return f"{write(file)}\n"


def _claim(row: ClaimRow, shelf: Shelf) -> Claim:
    claim = stood_by(shelf.catalogue.claims[row.id])
    suggestion = shelf.suggestions[row.id]
    search = shelf.catalogue.searches.get(claim.search or "")
    return {
        **row_of(row, shelf),
        "force": claim.force,
        "conditions": [*claim.conditions],
        "outcomes": [*claim.outcomes],
        "scope": _scope(claim.scope),
        "passages": [_passage(*one, shelf) for one in zip(claim.appearances, shelf.wordings[row.id], strict=True)],
        "evidence": [_evidence(item, fate, shelf) for item, fate in zip(claim.evidence, suggestion.items, strict=True)],
        "grading": grading_of(claim, suggestion),
        "raters": [*shelf.people(claim.rating.by if claim.rating else ())],
        "second": second_of(claim.review.second, shelf),
        "holds_for": [*claim.holds_for],
        "not_shown_for": [*claim.not_shown_for],
        "why": claim.why,
        "detail": claim.detail,
        "numbers": [_absolute(numbers) for numbers in claim.numbers],
        "what_would_change": claim.what_would_change,
        "searched": day_if_known(search.date if search else None),
        "withdrawn": claim.review.reason,
        "history": [{"date": day(one.date), "kind": one.kind, "text": one.text} for one in claim.history],
        "related": [*claim.related],
        "aliases": [*claim.aliases],
    }


def _scope(scope: ScopeRecord) -> Scope:
    return {
        "population": _known(scope.population),
        "drug": _known(scope.drug),
        "route": [*scope.route],
        "dose": _known(scope.dose),
        "comparator": _known(scope.comparator),
        "outcome": _known(scope.outcome),
        "timeframe": _known(scope.timeframe),
    }


def _known(text: str) -> str | None:
    return None if text == UNSPECIFIED else text


def _passage(said: Appearance, wording: Wording, shelf: Shelf) -> Passage:
    return {
        "article": said.article,
        "article_title": shelf.catalogue.articles[said.article].title,
        "article_address": f"articles/{said.article}/",
        "heading": said.heading,
        "paragraph": said.paragraph,
        "quote": said.quote,
        "force": said.force,
        "force_note": said.force_note,
        "wording": wording,
        "stretch": [*said.stretch],
        "cites": said.cites,
        "cites_check": said.cites_check,
        "cites_ref": said.cites_ref,
    }


def _evidence(item: EvidenceRecord, fate: Weighed, shelf: Shelf) -> Evidence:
    source, study = shelf.sources[item.study], shelf.catalogue.studies[item.study]
    return {
        "study": item.study,
        "short": source.short,
        "address": source.path,
        "design": study.design,
        "control": study.control,
        "standing": source.standing,
        "finding": finding_of(shelf.findings[item.study, item.finding]),
        "bearing": item.bearing,
        "directness": item.directness,
        "indirect_in": [*item.indirect_in],
        "risk_of_bias": item.risk_of_bias,
        "reason": item.reason,
        "outcomes": [*item.outcomes],
        "covered_by": item.covered_by,
        "note": item.note,
        "counts": fate.counts,
        "weighing": fate.outcome,
    }


def _absolute(numbers: AbsoluteNumbers) -> Absolute:
    return {
        "outcome": numbers.outcome,
        "per": numbers.per,
        "treated": numbers.treated,
        "untreated": numbers.untreated,
        "study": numbers.study,
        "finding": numbers.finding,
    }
