"""What rules may look at: the book, what the grading rule suggests, the day, the texts, and indexes over them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from claimbook.coverage import Block, Places, Spot, cut, places
from claimbook.model import (
    AbsoluteNumbers,
    Catalogue,
    Claim,
    Evidence,
    Exemption,
    Rating,
    ReviewState,
    Standing,
    StandingKind,
    Study,
    StudyFinding,
)
from claimbook.reading import Origins, Texts
from claimbook.rules.words import cited_items, named_studies, runs_of
from claimbook.verdicts import Suggestion, barred


class Needs(StrEnum):
    """What a rule cannot do without, besides the records."""

    NOTHING = "nothing"
    TODAY = "today"
    TEXTS = "texts"


@dataclass(frozen=True)
class Context:
    """The book as rules see it. Indexes are built once, when a rule first asks for them."""

    catalogue: Catalogue
    origins: Origins
    suggestions: Mapping[str, Suggestion]
    today: date | None
    texts: Texts
    unread: frozenset[str]
    """Kinds that stand together in a file in which the reader found something wrong."""
    needs_of: Mapping[str, Needs]
    """All rules that records can be exempted from, with what each needs."""
    silenced: set[tuple[str, str, str]] = field(default_factory=set)
    """Kind, id and rule of the exemptions that were needed so far."""

    figures: dict[str, frozenset[float]] = field(default_factory=dict)
    """Numbers in the records of each source, as far as they were asked for."""

    def records(self, kind: str) -> Iterable[tuple[str, Any]]:
        """All records of one kind, with their ids."""
        return self._records[kind].items()

    @cached_property
    def _records(self) -> Mapping[str, Mapping[str, Any]]:
        catalogue = self.catalogue
        return {
            "claims": catalogue.claims,
            "studies": catalogue.studies,
            "library": catalogue.references,
            "articles": catalogue.articles,
            "searches": catalogue.searches,
            "people": catalogue.people,
            "standing": {"standing": catalogue.standing_list} if catalogue.standing_list else {},
            "book": {"book": catalogue.book},
        }

    def exists(self, kind: str, name: str) -> bool:
        """Whether there is such a record; one that is broken has its own findings and is not missing."""
        names = self.names(kind)
        return name in names or self.origins.broken(kind, name) or (not names and kind in self.unread)

    @cached_property
    def whole(self) -> frozenset[str]:
        """Claims of which every finding they cite is at hand; of others nothing can be said on what they rest on."""
        claims = self.catalogue.claims.values()
        return frozenset(
            claim.id for claim in claims if all(self.finding(item) is not None for _, _, item in cited_items(claim))
        )

    def names(self, kind: str) -> Collection[str]:
        """Ids of all records of one kind."""
        return self._records[kind].keys()

    def has(self, needs: Needs) -> bool:
        """Whether a rule with these needs can be held against the book."""
        return needs is Needs.NOTHING or bool(self.today if needs is Needs.TODAY else any(self.texts))

    def held(self, rule: str) -> bool:
        """Whether every record could be held against a rule: it is known, and all that it needs is at hand."""
        needs = self.needs_of.get(rule)
        if needs is Needs.TEXTS:
            return self.texts.known.keys() >= self.catalogue.articles.keys()
        return needs is not None and self.has(needs)

    def exempt(self, kind: str, name: str, rule: str) -> bool:
        """Whether a record has leave from a rule on this day; remembers that the leave was needed."""
        if not any(leave.rule == rule and self.holds(leave) for leave in self._exemptions.get((kind, name), ())):
            return False
        self.silenced.add((kind, name, rule))
        return True

    def holds(self, leave: Exemption) -> bool:
        """Whether an exemption has not ended; without a day, none has."""
        return self.today is None or self.today < leave.until

    @cached_property
    def _exemptions(self) -> Mapping[tuple[str, str], tuple[Exemption, ...]]:
        return {
            (kind, name): record.exceptions
            for kind in ("claims", "studies", "articles")
            for name, record in self.records(kind)
            if record.exceptions
        }

    @cached_property
    def findings(self) -> Mapping[str, Mapping[str, StudyFinding]]:
        """Findings of every study, by id."""
        return {
            key: {finding.id: finding for finding in study.findings} for key, study in self.catalogue.studies.items()
        }

    def study(self, key: str) -> Study | None:
        """The study with this key, if there is one."""
        return self.catalogue.studies.get(key)

    @cached_property
    def places(self) -> Mapping[str, Places]:
        """What is recorded for the places of every article, by its id."""
        return places(self.catalogue)

    @cached_property
    def blocks(self) -> Mapping[str, Mapping[Spot, Block]]:
        """Paragraphs and list items of the texts at hand, by article id and place."""
        articles = self.catalogue.articles
        return {id_: {one.spot: one for one in cut(articles[id_], text)} for id_, text in self.texts.known.items()}

    @cached_property
    def overlaps(self) -> Mapping[str, str]:
        """The article in which each run of OVERLAP words stands."""
        return {run: article for article, text in self.texts.known.items() for run in runs_of(text)}

    @cached_property
    def used(self) -> frozenset[str]:
        """Keys of the studies that a claim names, and of those that a review so named contains."""
        named = {key for claim in self.catalogue.claims.values() for key in named_studies(claim)}
        reviews = (self.catalogue.studies[key] for key in named if key in self.catalogue.studies)
        return frozenset(named.union(*(review.covers for review in reviews)))

    @cached_property
    def retracted(self) -> Mapping[str, Standing]:
        """Sources that were retracted."""
        return {
            key: standing
            for key, standing in self.catalogue.standing.items()
            if standing.kind is StandingKind.RETRACTED
        }

    @cached_property
    def condition_ids(self) -> tuple[str, ...]:
        """Conditions of the book."""
        return tuple(label.id for label in self.catalogue.book.conditions)

    @cached_property
    def outcome_ids(self) -> tuple[str, ...]:
        """Groups of outcomes of the book."""
        return tuple(group.id for group in self.catalogue.book.outcomes)

    @cached_property
    def route_ids(self) -> tuple[str, ...]:
        """Routes of the book."""
        return tuple(label.id for label in self.catalogue.book.routes)

    @cached_property
    def check_ids(self) -> tuple[str, ...]:
        """Questions that the book puts to every article."""
        return tuple(question.id for question in self.catalogue.book.checks)

    @cached_property
    def first_with(self) -> Mapping[tuple[str, str], str]:
        """Key of the first library entry with a DOI (in small letters) or PMID, by field and value."""
        first: dict[tuple[str, str], str] = {}
        for entry in self.catalogue.references.values():
            for field_value in (("doi", entry.doi.lower()), ("pmid", entry.pmid)):
                if field_value[1]:
                    first.setdefault(field_value, entry.key)
        return first

    @cached_property
    def entry_before(self) -> Mapping[str, str]:
        """For each library entry the key of the one that stands before it."""
        keys = tuple(self.catalogue.references)
        return dict(zip(keys[1:], keys, strict=False))

    @cached_property
    def alias_owners(self) -> Mapping[str, tuple[str, ...]]:
        """Claims that name a former id, by that id."""
        owners = defaultdict(list)
        for claim in self.catalogue.claims.values():
            for alias in claim.aliases:
                owners[alias].append(claim.id)
        return {alias: tuple(claims) for alias, claims in owners.items()}

    def weighs(self, item: Evidence) -> bool:
        """Whether an item could count: neither background, nor of critical bias, nor retracted."""
        return barred(item, self.catalogue) is None

    def finding(self, item: Evidence | AbsoluteNumbers) -> StudyFinding | None:
        """The finding that an item points to, if there is one."""
        return self.findings.get(item.study, {}).get(item.finding)

    def weighed(self, claim: Claim) -> tuple[Rating, Suggestion] | None:
        """The rating and what the published rule suggests, where both are there and the claim is upheld."""
        suggestion = self.suggestions.get(claim.id)
        if claim.rating is None or suggestion is None or claim.id not in self.whole:
            return None
        return None if claim.review.status is ReviewState.WITHDRAWN else (claim.rating, suggestion)
