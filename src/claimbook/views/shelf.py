"""What many pages need, worked out once: names of sources, rows of claims, who cites what, wording levels."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.citations import Citation, cite, short_forms
from claimbook.model import (
    AbsoluteNumbers,
    Appearance,
    Bearing,
    Catalogue,
    Claim,
    Evidence,
    Importance,
    ReviewState,
    StandingKind,
    StudyFinding,
    Wording,
)
from claimbook.verdicts import Suggestion, wording
from claimbook.views.base import ClaimRow, Doubt, Link, Source, badge

_DOUBTS = {
    StandingKind.RETRACTED: "Lists a retracted study",
    StandingKind.CONCERN: "Lists a study that its journal doubts",
}
"""What lists of claims say of doubted sources, the gravest first."""
_HUNDRED = 100
_RANK = {importance: rank for rank, importance in enumerate(Importance)}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A catalogue with its suggestions, and what is looked up again and again."""

    catalogue: Catalogue
    suggestions: Mapping[str, Suggestion]
    sources: dict[str, Source]
    citations: Mapping[str, Citation]
    rows: Mapping[str, ClaimRow]
    """Rows of all claims, in the order of lists: by category, importance, how many articles say it, question."""
    weighs: Mapping[str, frozenset[str]]
    """For each claim, the keys of the sources that count."""
    wordings: Mapping[str, tuple[Wording, ...]]
    """For each claim, one wording level an appearance."""
    uses: Mapping[str, tuple[tuple[ClaimRow, Evidence], ...]]
    """For each source, the claims that list it and how."""
    said: Mapping[str, tuple[tuple[ClaimRow, Appearance, Wording], ...]]
    """For each article, what it says, in reading order; what withdrawn claims took from it is left out."""
    opposites: Mapping[str, tuple[ClaimRow, ...]]
    """For each claim, those that say the opposite, whichever of the two names the other."""
    on_outcome: Mapping[str, tuple[ClaimRow, ...]]
    """For each group of outcomes, the claims that stand: what matters most first, then what was studied most."""
    numbers_on: Mapping[str, AbsoluteNumbers]
    """For each group of outcomes the numbers that say most, where a claim on it has any by the hundred."""
    findings: Mapping[tuple[str, str], StudyFinding]
    """Findings of all studies, by key and id."""
    conditions: Mapping[str, str]
    """Names of the book's conditions."""
    routes: Mapping[str, str]
    """Names of the book's routes."""

    def person(self, id_: str) -> str:
        """Name of a rater; the id where the book does not know it."""
        person = self.catalogue.people.get(id_)
        return person.name if person else id_

    def people(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names of raters, in the order of their ids."""
        return tuple(map(self.person, ids))

    def absolute(self, path: str) -> str:
        """Address of a page for those who are elsewhere; empty where the book does not say where it is published."""
        top = self.catalogue.book.top
        return f"{top}{path}" if top else ""

    def gaps(self, claim: Claim) -> bool:
        """Whether a claim names findings, sources, articles or claims that the book lacks, so that it has no page."""
        named = [(item.study, item.finding) for item in claim.evidence]
        named += [(one.study, one.finding) for one in claim.numbers]
        known = all(one in self.findings and one[0] in self.sources for one in named)
        articles = all(said.article in self.catalogue.articles for said in claim.appearances)
        return not (known and articles and all(other in self.rows for other in claim.related))

    @property
    def live(self) -> list[ClaimRow]:
        """Rows of the claims that stand, which are all but the withdrawn ones."""
        return [row for row in self.rows.values() if not row.withdrawn]

    @property
    def featured(self) -> list[ClaimRow]:
        """Rows of the claims that the home page shows first; one that was withdrawn is passed over."""
        rows = (self.rows.get(id_) for id_ in self.catalogue.book.featured)
        return [row for row in rows if row and not row.withdrawn]


def shelve(catalogue: Catalogue, suggestions: Mapping[str, Suggestion]) -> Shelf:
    """Work out what many pages need."""
    weighs = {id_: frozenset(item.study for item in one.items if item.counts) for id_, one in suggestions.items()}
    rows = _rows(catalogue, weighs)
    on_outcome = _on_outcome(catalogue, rows)
    wordings = {
        claim.id: tuple(wording(claim, said) if claim.answered else Wording.NOT_RATED for said in claim.appearances)
        for claim in catalogue.claims.values()
    }
    return Shelf(
        catalogue=catalogue,
        suggestions=suggestions,
        sources=_sources(catalogue),
        citations={key: cite(reference) for key, reference in catalogue.references.items()},
        rows=rows,
        weighs=weighs,
        wordings=wordings,
        uses=_uses(catalogue, rows),
        said=_said(catalogue, rows, wordings),
        opposites=_opposites(catalogue, rows),
        on_outcome=on_outcome,
        numbers_on=_numbers_on(catalogue, on_outcome),
        findings={(key, one.id): one for key, study in catalogue.studies.items() for one in study.findings},
        conditions={label.id: label.label for label in catalogue.book.conditions},
        routes={label.id: label.label for label in catalogue.book.routes},
    )


def _sources(catalogue: Catalogue) -> dict[str, Source]:
    standing = catalogue.standing
    return {
        key: Source(key, short, f"references/{key}/", standing[key].kind if key in standing else None)
        for key, short in short_forms(catalogue.references.values()).items()
    }


def _rows(catalogue: Catalogue, weighs: Mapping[str, frozenset[str]]) -> dict[str, ClaimRow]:
    links = {category.id: Link(category.label, f"categories/{category.id}/") for category in catalogue.book.categories}
    place = {category: number for number, category in enumerate(links)}

    def order(claim: Claim) -> tuple[int, bool, int, int, str, str]:
        category = place[catalogue.category_of[claim.id]]
        withdrawn = claim.review.status is ReviewState.WITHDRAWN
        return (category, withdrawn, _RANK[claim.importance], -_articles(claim), claim.title, claim.id)

    return {
        claim.id: _row(claim, links[catalogue.category_of[claim.id]], _doubt(claim, catalogue, weighs[claim.id]))
        for claim in sorted(catalogue.claims.values(), key=order)
    }


def _articles(claim: Claim) -> int:
    return len({said.article for said in claim.appearances})


def _doubt(claim: Claim, catalogue: Catalogue, weighs: frozenset[str]) -> Doubt | None:
    """Name the gravest doubt about a source that counts; where none is, about one that does not."""
    standing = catalogue.standing
    kinds = {(item.study in weighs, standing[item.study].kind) for item in claim.evidence if item.study in standing}
    for counts, words in ((True, ""), (False, ", not counted")):
        found = next((text for kind, text in _DOUBTS.items() if (counts, kind) in kinds), None)
        if found:
            return Doubt(found + words, counts)
    return None


def _row(claim: Claim, category: Link, doubt: Doubt | None) -> ClaimRow:
    shown = badge(claim)
    return ClaimRow(
        id=claim.id,
        path=f"claims/{claim.id}/",
        title=claim.title,
        statement=claim.statement,
        finding=claim.finding if claim.answered else "",
        type=claim.type,
        importance=claim.importance,
        category=category,
        badge=shown,
        certainty=claim.rating.certainty if claim.rating and shown.verdict else None,
        rated=claim.rating.date if claim.rating and claim.answered else None,
        articles=_articles(claim),
        studies=len({item.study for item in claim.evidence if item.bearing is not Bearing.CONTEXT}),
        doubt=doubt,
        due=claim.review.due,
    )


def _uses(catalogue: Catalogue, rows: Mapping[str, ClaimRow]) -> Mapping[str, tuple[tuple[ClaimRow, Evidence], ...]]:
    uses: dict[str, list[tuple[ClaimRow, Evidence]]] = defaultdict(list)
    for id_, row in rows.items():
        for item in catalogue.claims[id_].evidence:
            uses[item.study].append((row, item))
    return {key: tuple(found) for key, found in uses.items()}


def _opposites(catalogue: Catalogue, rows: Mapping[str, ClaimRow]) -> Mapping[str, tuple[ClaimRow, ...]]:
    """Pair the claims that stand, in the order of lists."""
    pairs: dict[str, set[str]] = defaultdict(set)
    live = {id_ for id_, row in rows.items() if not row.withdrawn}
    for id_ in live:
        for other in live.intersection(catalogue.claims[id_].opposite):
            pairs[id_].add(other)
            pairs[other].add(id_)
    return {id_: tuple(row for other, row in rows.items() if other in others) for id_, others in pairs.items()}


def _on_outcome(catalogue: Catalogue, rows: Mapping[str, ClaimRow]) -> Mapping[str, tuple[ClaimRow, ...]]:
    found: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in sorted(rows.values(), key=lambda row: (_RANK[row.importance], -row.studies)):
        for group in () if row.withdrawn else catalogue.claims[row.id].outcomes:
            found[group].append(row)
    return {group: tuple(claims) for group, claims in found.items()}


def _numbers_on(catalogue: Catalogue, on_outcome: Mapping[str, tuple[ClaimRow, ...]]) -> Mapping[str, AbsoluteNumbers]:
    """Choose the first numbers that compare people with and without treatment, else the first of all."""
    chosen: dict[str, AbsoluteNumbers] = {}
    for group, rows in on_outcome.items():
        by_hundred = [one for row in rows for one in catalogue.claims[row.id].numbers if one.per == _HUNDRED]
        if by_hundred:
            chosen[group] = next((one for one in by_hundred if one.untreated is not None), by_hundred[0])
    return chosen


def _said(
    catalogue: Catalogue, rows: Mapping[str, ClaimRow], wordings: Mapping[str, tuple[Wording, ...]]
) -> Mapping[str, tuple[tuple[ClaimRow, Appearance, Wording], ...]]:
    said: dict[str, list[tuple[ClaimRow, Appearance, Wording]]] = defaultdict(list)
    for id_, row in rows.items():
        if row.withdrawn:
            continue
        for appearance, level in zip(catalogue.claims[id_].appearances, wordings[id_], strict=True):
            said[appearance.article].append((row, appearance, level))
    return {article: tuple(_in_reading_order(found, catalogue, article)) for article, found in said.items()}


def _in_reading_order(
    found: list[tuple[ClaimRow, Appearance, Wording]], catalogue: Catalogue, article: str
) -> list[tuple[ClaimRow, Appearance, Wording]]:
    """Sort by heading and paragraph; headings that the record does not name come last, by name."""
    headings = catalogue.articles[article].headings if article in catalogue.articles else ()
    place = {heading: number for number, heading in enumerate(headings)}
    return sorted(
        found, key=lambda one: (place.get(one[1].heading, len(place)), one[1].heading, one[1].paragraph, one[0].id)
    )
