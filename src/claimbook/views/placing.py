"""Which groups of outcomes a result of a study says something on, and for which conditions.

A claim names the groups that its statement is about. Where it names several, the time of the last measurement tells
which of them a result belongs to; where that does not tell either, the result belongs to none, unless its record says.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.model import Bearing, Claim, Direction, Evidence, Mismatch, OutcomeGroup, Study, StudyFinding
from claimbook.verdicts import Outcome, Weighed
from claimbook.views.shelf import Shelf

_WITHOUT_WORTH = frozenset({Outcome.UNKNOWN, Outcome.CRITICAL, Outcome.RETRACTED})
"""What becomes of items that tell nothing."""


class Result(NamedTuple):
    """A result of a study that tests a claim, and what it says something on."""

    study: Study
    finding: StudyFinding
    conditions: tuple[str, ...]
    """Codes of the conditions that the claim bears on and the study took people with."""
    groups: tuple[str, ...]
    """Codes of the groups of outcomes."""
    rests: bool
    """Whether the rating of the claim rests on it, by itself or through a source that counts in its place."""


def results(claim: Claim, shelf: Shelf) -> Iterator[Result]:
    """Find the results of a claim that say something on an outcome in people with a condition."""
    groups, borne, weighs = groups_of(claim, shelf), conditions_of(claim, shelf), shelf.weighs[claim.id]
    for item, fate in zip(claim.evidence, shelf.suggestions[claim.id].items, strict=True):
        if not _tests(item, fate, general=is_general(claim, shelf)):
            continue
        study, finding = shelf.catalogue.studies[item.study], shelf.findings[item.study, item.finding]
        placed = item.outcomes or tuple(group.id for group in _by_time(groups, finding.follow_up_days))
        conditions = tuple(code for code in study.conditions if code in borne)
        if placed and conditions and finding.direction is not Direction.CONTEXT:
            yield Result(study, finding, conditions, placed, not weighs.isdisjoint((item.study, fate.by)))


def groups_of(claim: Claim, shelf: Shelf) -> tuple[OutcomeGroup, ...]:
    """List the groups of outcomes that a claim names, in the book's order."""
    return tuple(group for group in shelf.catalogue.book.outcomes if group.id in claim.outcomes)


def conditions_of(claim: Claim, shelf: Shelf) -> frozenset[str]:
    """List the conditions that a claim bears on: those it names, or all where it is tied to none."""
    return frozenset(shelf.conditions) if is_general(claim, shelf) else frozenset(claim.conditions)


def is_general(claim: Claim, shelf: Shelf) -> bool:
    """Whether a claim is tied to no condition of its own."""
    general = {condition.id for condition in shelf.catalogue.book.conditions if condition.general}
    return not claim.conditions or not general.isdisjoint(claim.conditions)


def _tests(item: Evidence, fate: Weighed, *, general: bool) -> bool:
    """Whether a result tests the statement; held against another comparison it does so all the same."""
    if item.bearing is Bearing.CONTEXT or fate.outcome in _WITHOUT_WORTH:
        return False
    forgiven = {Mismatch.COMPARATOR}
    if general:
        forgiven.add(Mismatch.POPULATION)
    if item.outcomes:
        forgiven |= {Mismatch.OUTCOME, Mismatch.TIME}
    return forgiven.issuperset(item.indirect_in)


def _by_time(groups: tuple[OutcomeGroup, ...], days: float | None) -> tuple[OutcomeGroup, ...]:
    """Choose the last group that a result reaches; where a claim names only one, its time need not be known."""
    timed = all(group.from_days is not None for group in groups)
    if len(groups) > 1 and (days is None or not timed):
        return ()
    reached = [group for group in groups if days is None or (group.from_days or 0) <= days]
    return tuple(reached[-1:])
