"""Which way the studies of a claim point: a picture, and a table that says the same and more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Bearing, Claim, Control, Design, Method, RiskOfBias
from claimbook.plots import BEARING_MARKS, BIAS_MARKS, DirectionPlot, Mark, Pointer, StudyPoints, lay_directions
from claimbook.views.base import Source
from claimbook.views.shelf import Shelf
from claimbook.views.tested import Tested, tested_by

_ENOUGH_STUDIES = 3
"""From how many studies on it is worth a picture which way they point."""


class PointerView(NamedTuple):
    """Findings of one study that point one way."""

    bearing: Bearing
    mark: Mark
    findings: int
    """How many; a further one on the same people counts apart from the one that carries weight."""
    why_not: str
    """Why they do not count, in a word or two; empty where they do."""


@dataclass(frozen=True, slots=True)
class PointingStudy:
    """A study in the table that says what the picture shows."""

    sources: tuple[Source, ...]
    """Papers that report on the same people."""
    design: Design
    control: Control | None
    people: str
    """How many, in words; empty where nobody knows."""
    biases: tuple[tuple[RiskOfBias, Mark], ...]
    """The gravest first."""
    findings: tuple[PointerView, ...]
    why_not: tuple[str, ...]
    """Why nothing of it counts, each reason once; empty where something does."""


@dataclass(frozen=True, slots=True)
class DirectionView:
    """Which way studies point: a picture of those that count, and a table of all."""

    title: str
    plot: DirectionPlot | None
    """None where nothing counts."""
    studies: tuple[PointingStudy, ...]
    """Those that count come first."""

    @property
    def others(self) -> int:
        """Studies that do not count."""
        return sum(bool(study.why_not) for study in self.studies)


def view_direction(claim: Claim, shelf: Shelf) -> DirectionView | None:
    """Show which way the studies of a claim point, from three of them on; background points nowhere."""
    studies: dict[str, list[Tested]] = {}
    for item in tested_by(claim, shelf):
        studies.setdefault(item.study.people_id, []).append(item)
    if len(studies) < _ENOUGH_STUDIES:
        return None
    noun = "sources" if claim.method is Method.FACT else "studies"
    groups = [sorted(items, key=lambda one: not one.fate.counts) for items in studies.values()]
    counted, others = ([one for one in groups if one[0].fate.counts is wanted] for wanted in (True, False))
    title = f"Which way the {noun} point"
    return DirectionView(
        title=title,
        plot=lay_directions(f"{title}: those that count", [_points(items) for items in counted]) if counted else None,
        studies=tuple(_study(items) for items in (*counted, *others)),
    )


def _points(items: Sequence[Tested]) -> StudyPoints:
    return StudyPoints(
        name=", ".join(source.short for source in _sources(items)),
        design=items[0].study.design,
        people=_people(items),
        bias=_biases(items)[0],
        pointers=tuple(Pointer(item.view.bearing, item.fate.counts) for item in items),
    )


def _study(items: Sequence[Tested]) -> PointingStudy:
    first = items[0]
    return PointingStudy(
        sources=_sources(items),
        design=first.study.design,
        control=first.study.control,
        people=_people(items),
        biases=tuple((bias, BIAS_MARKS[bias]) for bias in _biases(items)),
        findings=tuple(
            PointerView(bearing, BEARING_MARKS[bearing], findings, why_not)
            for (bearing, why_not), findings in Counter((one.view.bearing, one.why_not) for one in items).items()
        ),
        why_not=() if first.fate.counts else tuple(dict.fromkeys(one.why_not for one in items)),
    )


def _sources(items: Sequence[Tested]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(item.view.source for item in items))


_GRAVITY = (RiskOfBias.CRITICAL, RiskOfBias.HIGH, RiskOfBias.UNCLEAR, RiskOfBias.SOME, RiskOfBias.LOW)


def _biases(items: Sequence[Tested]) -> list[RiskOfBias]:
    """Name each risk of bias once; they may differ from finding to finding."""
    return sorted({item.view.risk_of_bias for item in items}, key=_GRAVITY.index)


def _people(items: Sequence[Tested]) -> str:
    """Say how many people were studied; of reviews that do not say, how many studies there were."""
    people = max((item.view.people for item in items if item.view.people is not None), default=None)
    if people is not None:
        return _many(people, "person", "people")
    studies = max((item.view.studies for item in items if item.view.studies is not None), default=None)
    return "" if studies is None else _many(studies, "study", "studies")


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
