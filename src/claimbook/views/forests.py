"""How large effects were: the results of a claim's studies on axes that they may share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Claim, Study, StudyFinding
from claimbook.plots import Bar, Estimate, Forest, lay_forests
from claimbook.views.evidence import EvidenceView
from claimbook.views.shelf import Shelf
from claimbook.views.tested import Tested, tested_by


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One result in a forest plot."""

    item: EvidenceView
    bar: Bar
    pooled: str
    """Of how many studies a review made it, in words; empty for a single study."""
    why_not: str
    """Why it does not count, in a word or two; empty where it does."""


class ForestView(NamedTuple):
    """Results that share an axis, those that count first, reviews after single studies."""

    id: str
    """Of its own on the page."""
    plot: Forest
    rows: tuple[ForestRow, ...]


@dataclass(frozen=True, slots=True)
class ForestsView:
    """All forest plots of a claim."""

    title: str
    forests: tuple[ForestView, ...]
    notes: tuple[str, ...]
    """What to know before reading them, a sentence each."""
    singles: bool
    """Whether there is a result of one study."""
    pooled: bool
    """Whether there is a figure that a review pooled."""
    dashed: bool
    """Whether a result does not count."""


def view_forests(claim: Claim, shelf: Shelf) -> ForestsView | None:
    """Show the results of a claim's studies on axes that they may share; most claims have none that do."""
    items = sorted(tested_by(claim, shelf), key=lambda one: (not one.fate.counts, one.study.design.pools))
    estimates = [_estimate(place, item) for place, item in enumerate(items)]
    plots = lay_forests([one for one in estimates if one], shelf.catalogue.book.words.treatment)
    if not plots:
        return None
    forests = tuple(_forest(f"forest-{number}", plot, items) for number, plot in enumerate(plots, start=1))
    rows = [row for forest in forests for row in forest.rows]
    return ForestsView(
        title="How large were the effects?",
        forests=forests,
        notes=tuple(_notes(forests)),
        singles=not all(row.pooled for row in rows),
        pooled=any(row.pooled for row in rows),
        dashed=any(row.why_not for row in rows),
    )


def _estimate(place: int, item: Tested) -> Estimate | None:
    effect = item.finding.effect
    if effect is None:
        return None
    study = item.study
    return Estimate(
        place, study.people_id, effect, item.finding.direction, study.design.pools, _compared(study, item.finding)
    )


def _compared(study: Study, finding: StudyFinding) -> bool | None:
    """Whether a result comes from a comparison with other people; none where the records do not tell."""
    if study.control is not None:
        return study.control.compares
    designs = (finding.designs or study.included_designs) if study.design.pools else (study.design,)
    return True if designs and all(design.randomised for design in designs) else None


def _forest(id_: str, plot: Forest, items: Sequence[Tested]) -> ForestView:
    return ForestView(id_, plot, tuple(_row(items[bar.place], bar) for bar in plot.bars))


def _row(item: Tested, bar: Bar) -> ForestRow:
    return ForestRow(item.view, bar, _pooled(item) if bar.pooled else "", item.why_not)


def _pooled(item: Tested) -> str:
    studies = item.finding.studies
    if studies is None:
        return "pooled by the review, number of studies not stated"
    return "one study, as the review gives it" if studies == 1 else f"pooled by the review, {studies} studies"


def _notes(forests: Sequence[ForestView]) -> list[str]:
    """Say what the pictures must not be taken for."""
    notes = ["All marks are of one size: we neither weigh these results against one another nor pool them."]
    if any(len({row.item.source.key for row in forest.rows if row.pooled}) > 1 for forest in forests):
        notes.append("Reviews may hold the same trials, so two of them do not confirm each other.")
    if any(forest.plot.cut for forest in forests):
        notes.append("An arrow says that an interval goes on beyond the picture.")
    if any(forest.plot.open for forest in forests):
        notes.append("A mark without a line has no interval that we saw.")
    return notes
