"""Measured effects in words, so that nobody has to know which sign is the better one."""

from collections.abc import Mapping
from typing import NamedTuple

from claimbook.model import Direction, Measure
from claimbook.plots.estimates import Kind, better_right
from claimbook.plots.scale import Span

_UNITS: Mapping[Measure, str] = {
    Measure.SMD: " standard deviations",
    Measure.SMD_WITHIN: " standard deviations",
    Measure.MD: " points",
    Measure.RD: " of 100",
    Measure.PROPORTION: " of 100",
}
"""What differences and shares are told in; ratios and correlations have no unit."""
_OF_PEOPLE = frozenset({Measure.PROPORTION, Measure.RD})
"""Measures that are told of a hundred people."""
_WORDS: Mapping[Direction, str] = {
    Direction.FAVOURS: "better",
    Direction.AGAINST: "worse",
    Direction.HARM: "more often",
    Direction.NO_EFFECT: "no difference",
}
"""Sides of an axis that say the same as a direction."""
_TRIED = "it"
"""What was tried, beside a figure; the axis names it."""


class Sides(NamedTuple):
    """What lies on either side of no effect, as two lines each: a word, and when or how."""

    left: tuple[str, str]
    right: tuple[str, str]


class Words(NamedTuple):
    """An effect in words."""

    value: str
    interval: str
    """Empty where none is known."""
    reported: str
    """Value and interval as the source gave them, where the axis turns them round; else empty."""
    recorded: str
    """Which way the record says that it points, where the figure alone would say something else; else empty."""


def sides(kind: Kind, tried: str) -> Sides | None:
    """Name the sides of an axis, with a name for what was tried; a share of people has none."""
    if kind.measure is Measure.PROPORTION:
        return None
    if kind.measure is Measure.CORRELATION:
        return Sides(("opposite", "ways"), ("same", "way"))
    when = f"with {tried}" if kind.compared else "afterwards"
    if kind.better is None:
        less, more = ("less often", "more often") if kind.measure.is_ratio else ("lower", "higher")
        return Sides((less, when), (more, when))
    worse, better = ("worse", when), ("better", when)
    return Sides(worse, better) if better_right(kind) else Sides(better, worse)


def title(kind: Kind, tried: str) -> str:
    """Name what stands on an axis: the measure, its scale, and what shares are shares of."""
    name = kind.measure.label
    if kind.scale:
        return f"{name} ({kind.scale})"
    if kind.direction in (None, Direction.CONTEXT):
        return name
    shared = "unwanted effects" if kind.direction is Direction.HARM else kind.direction.said_of(tried).lower()
    return f"{name}, {shared}"


def figure(kind: Kind, value: float) -> str:
    """Write a figure of an axis; where better lies on the right of a difference, without a sign."""
    return _number(kind, abs(value) if kind.better and not kind.measure.is_ratio else value)


def say(kind: Kind, direction: Direction, span: Span, given: Span, *, known: bool) -> Words:
    """Put an effect into words.

    Args:
        kind: Of the axis on which it stands.
        direction: Which way its record says that it points.
        span: The value with its interval, turned as the axis wants it.
        given: The same as the source gave it.
        known: Whether there is an interval; without one, the ends are the value.

    """
    named = sides(kind, _TRIED)
    side = _side(kind, span.value, named)
    turned = named is not None and kind.better is not None and not kind.measure.is_ratio
    value, between = _turned(kind, span, named) if turned and named else _plain(kind, span, side)
    return Words(
        value=value,
        interval=between if known else "",
        reported=_reported(kind, given, known=known) if given != span else "",
        recorded=_recorded(kind, direction, side),
    )


def _side(kind: Kind, value: float, named: Sides | None) -> str:
    """Name the side of the axis on which a value lies."""
    none = 1 if kind.measure.is_ratio else 0
    if named is None:
        return ""
    if value == none:
        return "no difference"
    words = named.right if value > none else named.left
    return " ".join(words) if kind.measure is Measure.CORRELATION else words[0]


def _plain(kind: Kind, span: Span, side: str) -> tuple[str, str]:
    """Say a value as it is, and on which side that lies."""
    low, value, high = (_number(kind, one) for one in span)
    unit = _UNITS.get(kind.measure, "")
    return f"{value}{unit}{f' ({side})' if side else ''}", f"{low} to {high}{unit}"


def _turned(kind: Kind, span: Span, named: Sides) -> tuple[str, str]:
    """Say on which side of no effect a difference and the ends of its interval lie, instead of signs."""
    low, value, high = (_number(kind, abs(one)) for one in span)
    left, right = named.left[0], named.right[0]
    between = f"{low} {left} to {high} {right}"
    if span.low >= 0:
        between = f"{low} to {high} {right}"
    elif span.high <= 0:
        between = f"{high} to {low} {left}"
    side = _side(kind, span.value, named)
    return (f"{value}{_UNITS.get(kind.measure, '')} {side}" if span.value else side), between


def _reported(kind: Kind, given: Span, *, known: bool) -> str:
    low, value, high = (_number(kind, one) for one in given)
    return f"{value} ({low} to {high})" if known else value


def _recorded(kind: Kind, direction: Direction, side: str) -> str:
    """Tell what a record says of the direction, unless the side or the title of the axis says it already."""
    if direction is Direction.CONTEXT:
        return direction.plain.removesuffix(".")
    said = side == _WORDS.get(direction) or (kind.measure is Measure.PROPORTION and direction is kind.direction)
    return "" if said else direction.label


def _number(kind: Kind, value: float) -> str:
    """Write a figure: shares of a hundred people, without the crumbs of binary fractions."""
    scaled = round(value * (100 if kind.measure in _OF_PEOPLE else 1), 6) + 0.0
    return f"{scaled:g}".replace("-", "−")
