"""Forest plots: one row a result, on an axis that all rows share.

The form is a table whose last column holds a small strip a row. A drawing of the whole would have to carry the names
of outcomes as text that neither wraps nor grows with the reader's letters, and at 320 px they would be too small to
read; a table wraps, becomes one card a row on a phone, is read out row by row, and so is its own table twin. Every
strip repeats the line of no effect, and the axis stands above the first and below the last of them.

Marks are all of one size: what a study weighs is nothing this book works out. A square is one study; a hollow diamond
is a figure that a review made of several, and spans its interval. What carries no weight for the rating is dashed.
Nothing is pooled here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Measure
from claimbook.plots.estimates import Estimate, Group, Kind, sharing
from claimbook.plots.saying import Sides, Words, figure, say, sides, title
from claimbook.plots.scale import WIDTH, Scale, Span, around_none, shares

HEIGHT = 20
"""Height of a strip."""

_MIDDLE = HEIGHT / 2
_HALF = 5
"""Half the width and height of a square; half the height of a diamond."""
_CORRELATIONS = Scale(-1.0, 1.0, log=False)


class Figure(NamedTuple):
    """A figure below an axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One result on the axis, as wide as its interval."""

    place: int
    """Which of the caller's results it is."""
    words: Words
    line: tuple[float, float] | None
    """From where to where the interval goes on the axis; none where none is known."""
    pooled: bool
    mark: str
    """Outline of the square or the diamond, as path data."""
    arrows: str
    """Points of arrows where the interval goes on beyond the axis, as path data; empty where it does not."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Results that share an axis."""

    title: str
    what: str
    """What the figures are, in one plain sentence."""
    figures: tuple[Figure, ...]
    none_at: float | None
    """Where the line of no effect stands; shares of people have none."""
    sides: Sides | None
    bars: tuple[Bar, ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def rules(self) -> str:
        """Fine upright lines at the figures, as path data, by which a strip far from the axis can be read."""
        return "".join(f"M{one.x:g} 0V{self.height}" for one in self.figures)

    @property
    def none_share(self) -> float | None:
        """Where the line of no effect stands, in percent of the width."""
        return None if self.none_at is None else round(100 * self.none_at / self.width, 2)

    @property
    def told(self) -> str:
        """The picture in words: its sides, then row after row."""
        rows = (f"{bar.words.value} ({bar.words.interval or 'interval not stated'})" for bar in self.bars)
        return f"{self._sides_told}{'; '.join(rows)}."

    @property
    def _sides_told(self) -> str:
        if self.sides is None:
            return ""
        left, right = (" ".join(words) for words in self.sides)
        return f"Left of the upright line: {left}. Right of it: {right}. "

    @property
    def cut(self) -> bool:
        """Whether an interval goes on beyond the axis."""
        return any(bar.arrows for bar in self.bars)

    @property
    def open(self) -> bool:
        """Whether an interval is not known."""
        return any(bar.line is None for bar in self.bars)


def lay_forests(estimates: Sequence[Estimate], tried: str = "it") -> tuple[Forest, ...]:
    """Lay out one plot for every axis on which results of two different studies may stand with their intervals.

    Args:
        estimates: The results.
        tried: A name for what was tried.

    """
    return tuple(_forest(group, tried) for group in sharing(estimates))


def _forest(group: Group, tried: str) -> Forest:
    kind = group.kind
    spans = [_span(kind, one) for one in group.estimates]
    scale = _scale(kind, spans)
    has_none = kind.measure is not Measure.PROPORTION
    return Forest(
        title=title(kind, tried),
        what=kind.measure.plain,
        figures=tuple(Figure(tick.x, figure(kind, tick.value)) for tick in scale.ticks),
        none_at=scale.x(1 if kind.measure.is_ratio else 0) if has_none else None,
        sides=sides(kind, tried),
        bars=tuple(_bar(kind, scale, one, span) for one, span in zip(group.estimates, spans, strict=True)),
    )


def _scale(kind: Kind, spans: Sequence[Span]) -> Scale:
    if kind.measure is Measure.PROPORTION:
        return shares(spans)
    return _CORRELATIONS if kind.measure is Measure.CORRELATION else around_none(spans, log=kind.measure.is_ratio)


def _span(kind: Kind, estimate: Estimate) -> Span:
    """Turn an estimate as its axis wants it; without an interval both ends are the value."""
    value = estimate.effect.value or 0
    return kind.span(estimate.effect) or kind.turned(estimate.effect, Span(value, value, value))


def _bar(kind: Kind, scale: Scale, estimate: Estimate, span: Span) -> Bar:
    known = kind.span(estimate.effect) is not None
    given = kind.turned(estimate.effect, span)  # turned twice, it lies as the source gave it
    low, at, high = (scale.x(value) for value in span)
    return Bar(
        place=estimate.place,
        words=say(kind, estimate.direction, span, given, known=known),
        line=(low, high) if known else None,
        pooled=estimate.pooled,
        mark=_diamond(low, at, high) if estimate.pooled else _square(at),
        arrows=_arrow(low, -1) * scale.below(span.low) + _arrow(high, 1) * scale.above(span.high),
    )


def _square(x: float) -> str:
    return f"M{x - _HALF:g} {_MIDDLE - _HALF:g}h{2 * _HALF}v{2 * _HALF}h-{2 * _HALF}z"


def _diamond(low: float, x: float, high: float) -> str:
    """Span an interval; a narrow one, and one that is not known, is drawn wide enough to be seen."""
    low, high = min(low, x - _HALF), max(high, x + _HALF)
    top, bottom = _MIDDLE - _HALF, _MIDDLE + _HALF
    return f"M{low:g} {_MIDDLE:g}L{x:g} {top:g}L{high:g} {_MIDDLE:g}L{x:g} {bottom:g}z"


def _arrow(x: float, way: int) -> str:
    """Point outwards from the end of the axis; `way` is -1 to the left, 1 to the right."""
    return f"M{x + 10 * way:g} {_MIDDLE:g}l{-10 * way} -5v10z"
