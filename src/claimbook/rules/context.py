"""What rules may look at: the book, what the grading rule suggests, the day, the texts, and indexes over them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from claimbook.model import Catalogue, Claim, Exemption, Standing, StandingKind, Study, StudyFinding
from claimbook.verdicts import Suggestion


class Needs(StrEnum):
    """What a rule cannot do without, besides the records."""

    NOTHING = "nothing"
    TODAY = "today"
    TEXTS = "texts"


@dataclass(frozen=True)
class Context:
    """The book as rules see it. Indexes are built once, when a rule first asks for them."""

    catalogue: Catalogue
    suggestions: Mapping[str, Suggestion]
    today: date | None
    texts: Mapping[str, str]
    rule_ids: frozenset[str]
    """Ids of all rules there are."""
    silenced: set[tuple[str, str, str]] = field(default_factory=set)
    """Kind, id and rule of the exemptions that were needed so far."""

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
            "standing": {"standing": catalogue.standing_list} if catalogue.standing_list else {},
            "book": {"book": catalogue.book},
        }

    def has(self, needs: Needs) -> bool:
        """Whether a rule with these needs can be held against the book."""
        return needs is Needs.NOTHING or bool(self.today if needs is Needs.TODAY else self.texts)

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
    def retracted(self) -> Mapping[str, Standing]:
        """Sources that were retracted."""
        return {
            key: standing
            for key, standing in self.catalogue.standing.items()
            if standing.kind is StandingKind.RETRACTED
        }

    @cached_property
    def category_ids(self) -> frozenset[str]:
        """Categories of the book."""
        return frozenset(category.id for category in self.catalogue.book.categories)

    @cached_property
    def condition_ids(self) -> frozenset[str]:
        """Conditions of the book."""
        return frozenset(label.id for label in self.catalogue.book.conditions)

    @cached_property
    def route_ids(self) -> frozenset[str]:
        """Routes of the book."""
        return frozenset(label.id for label in self.catalogue.book.routes)

    @cached_property
    def check_ids(self) -> frozenset[str]:
        """Questions that the book puts to every article."""
        return frozenset(question.id for question in self.catalogue.book.checks)

    @cached_property
    def alias_owners(self) -> Mapping[str, tuple[str, ...]]:
        """Claims that name a former id, by that id."""
        owners = defaultdict(list)
        for claim in self.catalogue.claims.values():
            for alias in claim.aliases:
                owners[alias].append(claim.id)
        return {alias: tuple(claims) for alias, claims in owners.items()}

    def suggestion(self, claim: Claim) -> Suggestion | None:
        """What the grading rule suggests for a claim; none where it was not weighed."""
        return self.suggestions.get(claim.id)
