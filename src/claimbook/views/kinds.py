"""Kinds of studies as readers tell them apart, and how many of each there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Design, Study
from claimbook.views.evidence import people_in
from claimbook.views.placing import Result


class Kind(NamedTuple):
    """A kind of study."""

    id: str
    one: str
    many: str
    plain: str
    """What it is, in a plain sentence."""
    designs: frozenset[Design]
    counts_people: bool
    """Whether the people in it can be added up."""


KINDS = (
    Kind(
        "trials",
        "trial",
        "trials",
        "Chance decided who was given what.",
        frozenset({Design.RCT_PARALLEL, Design.RCT_CROSSOVER}),
        counts_people=True,
    ),
    Kind(
        "open-studies",
        "open study",
        "open studies",
        "Everybody knew what was taken; people were watched, asked or looked up in records.",
        frozenset(
            {
                *(Design.OPEN_LABEL_TRIAL, Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL),
                *(Design.REGISTRY, Design.QUALITATIVE),
            }
        ),
        counts_people=True,
    ),
    Kind(
        "case-reports",
        "case report",
        "case reports",
        "One person, or a few, are described.",
        frozenset({Design.CASE_REPORT, Design.CASE_SERIES}),
        counts_people=True,
    ),
    Kind(
        "agency-reports",
        "agency report",
        "agency reports",
        "An official body tells what was reported to it; nobody knows how many people it could have happened to.",
        frozenset({Design.REGULATORY, Design.REPORT_DATABASE}),
        counts_people=False,
    ),
    Kind(
        "reviews",
        "review",
        "reviews",
        "Studies on a question were gathered, and often added up; some may stand here already.",
        frozenset({Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS}),
        counts_people=False,
    ),
)
"""The strongest first, reviews apart since they hold other studies. What is left out is no study of people."""


def kind_of(study: Study) -> Kind | None:
    """Tell what kind of study it is; none for opinions, guidelines, plans, animals and cells."""
    return next((kind for kind in KINDS if study.design in kind.designs), None)


@dataclass(frozen=True, slots=True)
class StudyCount:
    """How many studies of a kind there are, each group of people counted once."""

    kind: Kind
    studies: int
    people: int | None
    """People in those studies that say how many; none where none does, or where people are not counted."""
    complete: bool
    """Whether all say how many."""

    @property
    def words(self) -> tuple[str, ...]:
        """The studies and the people in words."""
        studies = f"{self.studies} {self.kind.one if self.studies == 1 else self.kind.many}"
        return (studies, self._people) if self.kind.counts_people else (studies,)

    @property
    def aside(self) -> str:
        """The same as an aside: "1 case report (1 person)"."""
        studies, *people = self.words
        return f"{studies} ({people[0]})" if people else studies

    @property
    def _people(self) -> str:
        if self.people is None:
            return "people not stated"
        words = "1 person" if self.people == 1 else f"{self.people:,} people"
        return words if self.complete else f"at least {words}"


def found_in(results: Iterable[Result]) -> tuple[StudyCount, ...]:
    """Count the studies behind some results by kind; several papers on the same people are one, of its best kind."""
    papers: dict[str, list[tuple[Kind, int | None]]] = defaultdict(list)
    for result in results:
        kind = kind_of(result.study)
        if kind is not None:
            papers[result.study.people_id].append((kind, people_in(result.study, result.finding)))
    studies = [_once(same_people) for same_people in papers.values()]
    counted = ((kind, [people for of_kind, people in studies if of_kind is kind]) for kind in KINDS)
    return tuple(_found(kind, people) for kind, people in counted if people)


def _once(papers: list[tuple[Kind, int | None]]) -> tuple[Kind, int | None]:
    """Choose the best kind among papers on the same people, and the most people that one of that kind names."""
    best = min((kind for kind, _ in papers), key=KINDS.index)
    return best, max((people for kind, people in papers if kind is best and people is not None), default=None)


def _found(kind: Kind, people: list[int | None]) -> StudyCount:
    known = [count for count in people if count is not None]
    total = sum(known) if known and kind.counts_people else None
    return StudyCount(kind, len(people), total, complete=len(known) == len(people))
