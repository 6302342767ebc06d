"""Lays out pictures: where marks, ticks and words stand, and what they say. Geometry only, no markup.

The rooms above hand typed data in and print what comes out: views carry finished layouts, templates put them into
inline SVG. Lengths are units of the picture's own viewBox, unless a docstring says that they are percentages.

Whatever a picture says by colour it says by shape or pattern too, and in words beside it: `marks` and `bars` hold one
shape and one pattern for each word of a vocabulary, and a test holds them against the vocabularies.
"""

from claimbook.plots.bars import Fill, Segment, fill_of, segments
from claimbook.plots.directions import DirectionPlot, Pointer, StudyPoints, lay_directions
from claimbook.plots.estimates import Estimate
from claimbook.plots.forest import Bar, Forest, lay_forests
from claimbook.plots.grid import WordingGrid, lay_grid
from claimbook.plots.marks import BEARING_MARKS, BIAS_MARKS, WORDING_MARKS, Mark

__all__ = [
    "BEARING_MARKS",
    "BIAS_MARKS",
    "WORDING_MARKS",
    "Bar",
    "DirectionPlot",
    "Estimate",
    "Fill",
    "Forest",
    "Mark",
    "Pointer",
    "Segment",
    "StudyPoints",
    "WordingGrid",
    "fill_of",
    "lay_directions",
    "lay_forests",
    "lay_grid",
    "segments",
]
