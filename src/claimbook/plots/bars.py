"""Stacked bars: what share of the whole each word takes, and the pattern that tells its segment from the others.

The list of words and numbers that stands beside every bar is its table twin, so the bar itself is hidden from readers
of the page aloud. Each word of the list repeats the pattern of its segment.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from claimbook.model import Certainty, Term, Verdict, Wording


class Fill(StrEnum):
    """How a segment is filled; each can be told from the others without colour."""

    SOLID = "solid"
    STRIPES = "stripes"
    HATCH = "hatch"
    """Thinner and sparser stripes."""
    LATTICE = "lattice"
    """Stripes both ways."""
    RULE = "rule"
    """A line along the middle."""
    BARS = "bars"
    """Upright lines."""
    DOTS = "dots"
    EMPTY = "empty"

    @property
    def lines(self) -> int:
        """How many dashed lines draw it."""
        if self in (Fill.SOLID, Fill.EMPTY):
            return 0
        return 2 if self is Fill.LATTICE else 1


VERDICT_FILLS: Mapping[Term, Fill] = {
    Verdict.SUPPORTED: Fill.SOLID,
    Verdict.PARTLY_SUPPORTED: Fill.STRIPES,
    Verdict.MIXED: Fill.LATTICE,
    Verdict.UNSUPPORTED: Fill.RULE,
    Verdict.CONTRADICTED: Fill.BARS,
    Verdict.NO_EVIDENCE_FOUND: Fill.EMPTY,
    Verdict.NOT_CHECKABLE: Fill.DOTS,
}

WORDING_FILLS: Mapping[Term, Fill] = {
    Wording.UNDERSTATED: Fill.RULE,
    Wording.IN_LINE: Fill.EMPTY,
    Wording.SLIGHTLY_OVERSTATED: Fill.HATCH,
    Wording.OVERSTATED: Fill.STRIPES,
    Wording.STRONGLY_OVERSTATED: Fill.SOLID,
    Wording.NOT_RATED: Fill.DOTS,
}
"""The further beyond research, the darker."""

CERTAINTY_FILLS: Mapping[Term, Fill] = {
    Certainty.HIGH: Fill.SOLID,
    Certainty.MODERATE: Fill.STRIPES,
    Certainty.LOW: Fill.HATCH,
    Certainty.VERY_LOW: Fill.EMPTY,
    Certainty.NOT_RATED: Fill.DOTS,
}
"""The surer, the darker."""


_FILLS: Mapping[type[Term], Mapping[Term, Fill]] = {
    Verdict: VERDICT_FILLS,
    Wording: WORDING_FILLS,
    Certainty: CERTAINTY_FILLS,
}


def fill_of(term: Term) -> Fill:
    """Pattern of a word; vocabularies without patterns of their own take them in order."""
    chosen = _FILLS.get(type(term))
    return chosen[term] if chosen else list(Fill)[list(type(term)).index(term) % len(Fill)]


class Segment(NamedTuple):
    """A part of a bar, in percent of its length."""

    start: float
    length: float


def segments(counts: Sequence[int]) -> tuple[Segment, ...]:
    """Cut a bar in proportion to counts, in their order."""
    whole = sum(counts)
    starts = accumulate(counts, initial=0)
    return tuple(
        Segment(round(100 * start / whole, 2), round(100 * count / whole, 2))
        for start, count in zip(starts, counts, strict=False)
    )
