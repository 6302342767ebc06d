"""Second ratings: blank records without a rating, and what comes out when they are filled in and compared.

A second rater judges statement, scope and studies without sight of the first rating. So a blank record leaves out all
that tells of it: how studies were judged, every text, the rating itself; and it lists the studies by their keys.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from claimbook.files import OutFile
from claimbook.model import (
    Appearance,
    Bearing,
    Catalogue,
    Claim,
    Evidence,
    Judgement,
    Mismatch,
    Point,
    RiskOfBias,
    Scope,
)
from claimbook.verdicts import differences

_BEARINGS = " | ".join(Bearing)
_MISSES = ", ".join(Mismatch)
_RISKS = f"{' | '.join(RiskOfBias)}; a reason above some"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two raters made of one claim."""

    claim: str
    first: Judgement
    second: Judgement
    differed_on: tuple[Point, ...]

    @property
    def agreed(self) -> bool:
        """Whether both came to the same verdict and the same certainty."""
        return self.first == self.second

    def record(self, day: date) -> str:
        """Write it as it belongs under `review` of the claim; who rated and how it was resolved is left to people."""
        lines = (
            f"# {self.claim}: {'agreed' if self.agreed else 'differed'}",
            "  second:",
            f"    date: {day}",
            "    by: []",
            f"    first: {_judged(self.first)}",
            f"    second: {_judged(self.second)}",
            f"    differed_on: [{', '.join(self.differed_on)}]",
            "    resolved: ",
        )
        return "\n".join(lines)


def _judged(judgement: Judgement) -> str:
    return f"{{verdict: {judgement.verdict}, certainty: {judgement.certainty}}}"


def blanks(claims: Iterable[Claim], catalogue: Catalogue) -> Iterator[OutFile]:
    """Write a blank record for each claim; paths are below the top of a book."""
    for claim in claims:
        path = f"claims/{catalogue.category_of[claim.id]}/{claim.id}.yml"
        yield OutFile(path, "\n".join((*_blank(claim, catalogue), "")))


def _blank(claim: Claim, catalogue: Catalogue) -> Iterator[str]:
    yield "# Rate this claim from its statement, its scope and the studies alone, without looking at its page."
    fields = ("id", "title", "statement", "type", "force", "importance")
    yield from (f"{name}: {_flow(getattr(claim, name))}" for name in fields)
    yield f"conditions: {_flow(claim.conditions)}"
    yield "scope:"
    yield from _scope(claim.scope)
    yield "appearances:"
    for said in claim.appearances:
        yield from _appearance(said)
    yield "evidence:"
    for item in sorted(claim.evidence, key=lambda item: (item.study, item.finding)):
        yield from _item(item, catalogue)
    yield from ("grading:", "  scope_covered: false", "  down: {}", "rating:", f"search: {claim.search or ''}")
    yield "review: {status: draft}"


def _scope(scope: Scope) -> Iterator[str]:
    texts = ("population", "drug", "route", "dose", "comparator", "outcome", "timeframe")
    yield from (f"  {name}: {_flow(getattr(scope, name))}" for name in texts)


def _appearance(said: Appearance) -> Iterator[str]:
    names = ("article", "heading", "paragraph", "quote", "force")
    yield "  - {" + ", ".join(f"{name}: {_flow(getattr(said, name))}" for name in names) + "}"


def _item(item: Evidence, catalogue: Catalogue) -> Iterator[str]:
    study = catalogue.studies.get(item.study)
    finding = next((one for one in study.findings if one.id == item.finding), None) if study else None
    if study and finding:
        yield f"  # {study.design.label}: {_line(finding.outcome)}. {_line(finding.result)}"
    yield f"  - study: {item.study}"
    yield f"    finding: {item.finding}"
    yield f"    bearing: context  # {_BEARINGS}"
    yield f"    directness: direct  # or indirect, with indirect_in: [{_MISSES}]"
    yield f"    risk_of_bias: unclear  # {_RISKS}"
    yield '    reason: ""'
    if item.covered_by:
        yield f"    covered_by: {item.covered_by}"


def _flow(value: object) -> str:
    """Write a value as JSON, which is YAML too."""
    return json.dumps(value, ensure_ascii=False)


def _line(text: str) -> str:
    return " ".join(text.split())


def compare(first: Mapping[str, Claim], second: Mapping[str, Claim]) -> Iterator[Comparison]:
    """Hold second ratings against the first, claim by claim; claims that either has not rated are passed over."""
    for id_, judged in second.items():
        claim = first.get(id_)
        ours, theirs = (_confirmed(one) if one else None for one in (claim, judged))
        if claim and ours and theirs:
            yield Comparison(id_, ours, theirs, differences(claim, judged))


def _confirmed(claim: Claim) -> Judgement | None:
    rating = claim.rating
    return Judgement(verdict=rating.verdict, certainty=rating.certainty) if rating else None
