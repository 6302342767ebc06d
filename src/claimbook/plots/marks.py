"""One shape for each word that stands in a picture, drawn on a field of 16 by 16 units.

Shapes differ from one another without colour. They never stand without their word near by.
"""

from collections.abc import Mapping
from typing import NamedTuple

from claimbook.model import Bearing, RiskOfBias, Wording

SIZE = 16
"""Width and height of a mark."""


class Mark(NamedTuple):
    """A shape, as path data."""

    line: str
    """What is drawn as a line."""
    fill: str = ""
    """What is filled, within the lines."""


_UP, _DOWN = "M8 2L14 13H2z", "M8 14L2 3H14z"
_SIDEWAYS = "M7 3V13L1 8zM9 3V13L15 8z"
_ROUND = "M1.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0z"
_OCTAGON = "M5 1H11L15 5V11L11 15H5L1 11V5z"

BEARING_MARKS: Mapping[Bearing, Mark] = {
    Bearing.SUPPORTS: Mark(_UP, _UP),
    Bearing.SUPPORTS_PART: Mark(_UP, "M8 2V13H2z"),
    Bearing.NO_EFFECT: Mark(_SIDEWAYS, _SIDEWAYS),
    Bearing.CONTRADICTS: Mark(_DOWN, _DOWN),
    Bearing.CONTEXT: Mark(_ROUND),
}
"""Up for what backs a statement, half filled for what backs a part of it, sideways for no such effect, down for what
goes against it. An empty ring, for background, stands in no plot and is here so that no word is without a shape."""

BIAS_MARKS: Mapping[RiskOfBias, Mark] = {
    RiskOfBias.LOW: Mark(f"{_ROUND}M8 4.5V11.5M4.5 8H11.5"),
    RiskOfBias.SOME: Mark(f"{_ROUND}M4.5 8H11.5"),
    RiskOfBias.HIGH: Mark(f"{_ROUND}M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5"),
    RiskOfBias.CRITICAL: Mark(f"{_OCTAGON}M8 3.5V9M8 11V12.5"),
    RiskOfBias.UNCLEAR: Mark(f"{_ROUND}M5.8 6.2a2.2 2.2 0 1 1 3.2 2c-.8 .4 -1 .8 -1 1.6M8 11.2V12.4"),
}
"""Plus, minus, cross, exclamation mark and question mark, each in a ring; the mark of a critical risk in an octagon."""

_STEP_UP, _STEP_DOWN = "M3 {}L8 {}L13 {}", "M3 5L8 11L13 5"

WORDING_MARKS: Mapping[Wording, Mark] = {
    Wording.UNDERSTATED: Mark(_STEP_DOWN),
    Wording.IN_LINE: Mark("M3 6H13M3 10H13"),
    Wording.SLIGHTLY_OVERSTATED: Mark(_STEP_UP.format(11, 5, 11)),
    Wording.OVERSTATED: Mark(_STEP_UP.format(9, 3, 9) + _STEP_UP.format(14, 8, 14)),
    Wording.STRONGLY_OVERSTATED: Mark(
        _STEP_UP.format(6, 1, 6) + _STEP_UP.format(11, 6, 11) + _STEP_UP.format(15.5, 10.5, 15.5)
    ),
    Wording.NOT_RATED: Mark("M4 8H12"),
}
"""One step up for every step beyond what research allows, one down for too weak, an equals sign for about right."""
