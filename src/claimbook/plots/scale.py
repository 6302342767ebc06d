"""Where values stand along an axis: linear or logarithmic, with ticks at round figures."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH = 300
"""Width of a strip on which values stand: what a phone of 320 px has room for, so that 12 units stay 11 px there."""

_EDGE = 12
"""Room on either side for arrows and for half of a tick's figure."""
_MOST_TICKS = 7
_CRUMB = 1e-9
"""What is lost when a value goes into its logarithm and back, as a share of it."""
_NARROW = 4
"""Up to this factor a logarithmic axis takes its figures in equal steps, since there is hardly a 1, 2 or 5 on it."""
_DECADE_PARTS = ((1, 2, 5), (1, 3), (1,))
"""Round figures within a factor of ten, the finest first."""


class Tick(NamedTuple):
    """A figure on an axis."""

    x: float
    value: float


class Span(NamedTuple):
    """A value with its interval; without one, both ends are the value."""

    low: float
    value: float
    high: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of values, and where each of them stands."""

    low: float
    high: float
    log: bool
    """Whether equal factors, instead of equal differences, take equal room."""

    def x(self, value: float) -> float:
        """Place a value; one beyond the axis stands at its end."""
        low, high = self._at(self.low), self._at(self.high)
        share = (self._at(min(max(value, self.low), self.high)) - low) / (high - low)
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)

    def _at(self, value: float) -> float:
        return math.log(value) if self.log else value

    def below(self, value: float) -> bool:
        """Whether a value lies beyond the left end."""
        return value < self.low - _CRUMB * abs(self.low)

    def above(self, value: float) -> bool:
        """Whether a value lies beyond the right end."""
        return value > self.high + _CRUMB * abs(self.high)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Round figures along the axis."""
        wide = self.log and self.high > _NARROW * self.low
        values = _log_ticks(self.low, self.high) if wide else _ticks(self.low, self.high)
        return tuple(Tick(self.x(value), value) for value in values)


def around_none(spans: Sequence[Span], *, log: bool) -> Scale:
    """Fit an axis to values on both sides of no effect, which is 0, and 1 on a logarithmic axis.

    Every value is on it, and so are the intervals, save one that reaches more than three times as far as all others:
    it is cut, since it would squeeze the rest into a blot. Neither side has less than half the room of the other.
    """
    distances = [Span(*(_distance(value, log=log) for value in span)) for span in spans]
    reach = _reach(distances)
    left = min(reach, max(-span.low for span in distances))
    right = min(reach, max(span.high for span in distances))
    left, right = (max(left, right / 2), max(right, left / 2)) if max(left, right) > 0 else (reach, reach)
    return Scale(math.exp(-left), math.exp(right), log=True) if log else Scale(-left, right, log=False)


def shares(spans: Sequence[Span]) -> Scale:
    """Fit an axis to shares of people, from none of them to a round share above all ends, or all of them."""
    highest = max(span.high for span in spans) or 1.0
    step = _step(highest)
    return Scale(0.0, min(1.0, round(math.ceil(highest / step - _CRUMB) * step, 10)), log=False)


def _distance(value: float, *, log: bool) -> float:
    if not log:
        return value
    return math.log(value) if value > 0 else -math.inf


def _reach(spans: Sequence[Span]) -> float:
    """How far the axis goes from no effect, at most."""
    farthest = max(abs(span.value) for span in spans)
    ends = sorted(max(abs(span.low), abs(span.high)) for span in spans)
    second = next((end for end in reversed(ends[:-1]) if math.isfinite(end)), farthest)
    lone = math.isinf(ends[-1]) or ends[-1] > 3 * second
    return max(farthest, 2 * second if lone else ends[-1]) or math.log(2)


def _step(length: float) -> float:
    """Step between ticks: 1, 2 or 5 times a power of ten, as small as leaves not too many of them."""
    raw = length / _MOST_TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    return next(part * power for part in (1, 2, 5, 10) if part * power >= raw * (1 - _CRUMB))


def _ticks(low: float, high: float) -> list[float]:
    step = _step(high - low)
    first, last = math.ceil(low / step - _CRUMB), math.floor(high / step + _CRUMB)
    return [round(step * number, 10) for number in range(first, last + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    """Take the finest round figures of which not too many lie on the axis."""
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for parts in _DECADE_PARTS:
        values = [round(part * 10.0**decade, 10) for decade in decades for part in parts]
        found = [value for value in values if low <= value <= high]
        if len(found) <= _MOST_TICKS:
            return found
    return found
