"""Which measured effects may stand on one axis, so that a forest plot never compares what cannot be compared.

- A measure never shares an axis with another: odds, risk and hazard ratios have one each.
- Mean differences share one only on the same scale (`Effect.scale`): points of two questionnaires are different things.
- Differences with a comparison group never stand beside changes of people who were compared with nobody; where it is
  not known whether there was one, a difference stays out.
- Differences whose better side is known are turned so that better lies on the right. Ratios are never turned: those
  that are better above one and those that are better below one have an axis each, and so have unwanted effects.
- Shares of people stand together only where they are told of the same sort of outcome: wanted, unwanted, or neither.
- A finding that is not about the effect of what was tried stands on an axis only if it is a share or a correlation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Direction, Effect, FavoursSide, Measure
from claimbook.plots.scale import Span

_BETTER_RIGHT = (FavoursSide.POSITIVE, FavoursSide.ABOVE_1)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measured effect, as far as a picture needs it."""

    place: int
    """Which of the caller's results it is."""
    study: str
    """What papers that report on the same people share."""
    effect: Effect
    direction: Direction
    pooled: bool
    """Whether it is a review's figure."""
    compared: bool | None
    """Whether there was a comparison group; none where that is not known."""


class Kind(NamedTuple):
    """What estimates on one axis have in common."""

    measure: Measure
    scale: str
    """Of mean differences."""
    better: FavoursSide | None
    """On which side of the axis "better" lies; none where nobody says."""
    direction: Direction | None
    """Of shares: what they are shares of; else unwanted effects, or none."""
    compared: bool

    def span(self, effect: Effect) -> Span | None:
        """Place an effect on this axis, turned if need be; none where no value or no interval is known."""
        if effect.value is None or effect.ci_low is None or effect.ci_high is None:
            return None
        return self.turned(effect, Span(effect.ci_low, effect.value, effect.ci_high))

    def turned(self, effect: Effect, span: Span) -> Span:
        """Turn a span round where its better side is the other one."""
        if self.better in (effect.favours, None):
            return span
        return Span(-span.high, -span.value, -span.low)


class Group(NamedTuple):
    """Estimates that may stand on one axis."""

    kind: Kind
    estimates: tuple[Estimate, ...]


def sharing(estimates: Sequence[Estimate]) -> tuple[Group, ...]:
    """Group estimates by the axis on which they may stand; two different studies with an interval make an axis."""
    kinds: dict[Kind, list[Estimate]] = {}
    for estimate in estimates:
        kind = _kind(estimate)
        if kind:
            kinds.setdefault(kind, []).append(estimate)
    return tuple(Group(kind, tuple(found)) for kind, found in kinds.items() if _enough(kind, found))


def _enough(kind: Kind, estimates: Sequence[Estimate]) -> bool:
    return len({one.study for one in estimates if kind.span(one.effect)}) > 1


def _kind(estimate: Estimate) -> Kind | None:
    """Tell on which axis an estimate may stand; none where it may stand on none."""
    effect = estimate.effect
    measure, value = effect.measure, effect.value
    if measure is None or value is None:
        return None
    if measure is Measure.PROPORTION:
        known = 0 <= value <= 1 and estimate.direction is not Direction.MIXED
        return Kind(measure, "", None, estimate.direction, compared=False) if known else None
    if measure is Measure.CORRELATION:
        return Kind(measure, "", None, None, compared=False) if -1 <= value <= 1 else None
    if estimate.direction is Direction.CONTEXT:
        return None
    return _ratio(measure, value, estimate) if measure.is_ratio else _difference(measure, estimate)


def _ratio(measure: Measure, value: float, estimate: Estimate) -> Kind | None:
    if value <= 0:
        return None
    return Kind(measure, "", estimate.effect.favours, _unwanted(estimate), compared=True)


def _difference(measure: Measure, estimate: Estimate) -> Kind | None:
    """Turn all whose better side is known to the right."""
    effect = estimate.effect
    compared = measure is not Measure.SMD_WITHIN and estimate.compared
    scale = effect.scale if measure is Measure.MD else ""
    if compared is None or (measure is Measure.MD and not scale):
        return None
    better = FavoursSide.POSITIVE if effect.favours else None
    return Kind(measure, scale, better, _unwanted(estimate), compared=compared)


def _unwanted(estimate: Estimate) -> Direction | None:
    return Direction.HARM if estimate.direction is Direction.HARM else None


def better_right(kind: Kind) -> bool:
    """Whether "better" lies on the right of an axis on which one side is better."""
    return kind.better in _BETTER_RIGHT
