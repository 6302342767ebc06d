"""Effect-direction plots: one row a study, and for each of its findings a mark that says which way it points.

The form follows the effect direction plot as revised by Hilton Boon and Thomson (Research Synthesis Methods 2021,
12:29-33, https://eprints.gla.ac.uk/223430/), who took statistical significance out of it: a mark shows direction
alone, up, down or sideways, and a row shows design, size and quality of the study beside it. Three things differ on
purpose. The direction is that towards the claim, since that is what the page asks. Findings of a study are shown one
by one, and not as one mark for most of them. And nothing is done to the marks: size in people is a number and not the
size of an arrow, quality a symbol with its word and not a colour of the row, and there is no sign test and no count of
votes, since the rating weighs studies by another, published rule.

It is a drawing, for it needs no long words: names, designs and numbers fit beside three lanes on a phone of 320 px.
Its table twin holds the outcomes too.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Bearing, Design, RiskOfBias
from claimbook.plots.marks import BEARING_MARKS, BIAS_MARKS, SIZE, Mark

WIDTH = 320
_LETTERS = 20
"""Letters that fit beside the lanes, in a wide font of 12.5 units."""
_BOLD_LETTERS = 18
_TIED = "\u00a0"
"""A space at which no line breaks."""
_LINE = 15
"""Height of a line of text."""
_HEAD = 2 * _LINE + 8
"""Height of the heads of the lanes."""
_PAD = 8
"""Room above and below each row."""
_BIAS_X = 156
_IN_LANE = 3
"""Marks that fit side by side in a lane."""
_GAP = 16
"""From one mark to the next."""


class Lane(NamedTuple):
    """A column of the plot, for findings that point one way."""

    x: int
    """Its middle."""
    words: tuple[str, str]
    bearings: tuple[Bearing, ...]


LANES = (
    Lane(200, ("goes", "against"), (Bearing.CONTRADICTS,)),
    Lane(248, ("no such", "effect"), (Bearing.NO_EFFECT,)),
    Lane(296, ("backs", "it"), (Bearing.SUPPORTS, Bearing.SUPPORTS_PART)),
)
"""Background points nowhere and has no lane."""


class Pointer(NamedTuple):
    """One finding, and which way it points."""

    bearing: Bearing
    counts: bool
    """Whether it carries weight for the rating."""


@dataclass(frozen=True, slots=True)
class StudyPoints:
    """A study with its findings, as far as the picture needs it."""

    name: str
    design: Design
    people: str
    """How many, in words; empty where nobody knows."""
    bias: RiskOfBias
    """The gravest of its findings."""
    pointers: tuple[Pointer, ...]


class Placed(NamedTuple):
    """A mark with its upper left corner."""

    x: float
    y: float
    mark: Mark
    counts: bool


class Line(NamedTuple):
    """A line of text with its baseline."""

    y: int
    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A study in the picture."""

    top: int
    lines: tuple[Line, ...]
    bias: Placed
    marks: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class DirectionPlot:
    """Which way studies point."""

    title: str
    description: str
    height: int
    rows: tuple[Row, ...]
    bearings: tuple[tuple[Bearing, Mark], ...]
    """Words that occur, with their marks, for the legend."""
    biases: tuple[tuple[RiskOfBias, Mark], ...]
    dashed: bool
    """Whether there are findings that do not count."""
    width: int = WIDTH
    head: int = _HEAD
    bias_x: int = _BIAS_X
    lanes: tuple[Lane, ...] = LANES


def lay_directions(title: str, studies: Sequence[StudyPoints]) -> DirectionPlot:
    """Lay out the studies in the order in which they are given."""
    rows: list[Row] = []
    top = _HEAD
    for study in studies:
        rows.append(_row(study, top))
        top += _height(study)
    pointers = [pointer for study in studies for pointer in study.pointers]
    said = {pointer.bearing for pointer in pointers}
    biases = {study.bias for study in studies}
    return DirectionPlot(
        title=title,
        description=_description(studies),
        height=top,
        rows=tuple(rows),
        bearings=tuple((word, mark) for word, mark in BEARING_MARKS.items() if word in said),
        biases=tuple((word, mark) for word, mark in BIAS_MARKS.items() if word in biases),
        dashed=not all(pointer.counts for pointer in pointers),
    )


def _description(studies: Sequence[StudyPoints]) -> str:
    """Tell the picture row by row."""
    return " ".join(f"{study.name}: {_told(study)}." for study in studies)


def _told(study: StudyPoints) -> str:
    """Name each way in which a study points once, with how many findings do where several do."""
    counts = {word: sum(one.bearing is word for one in study.pointers) for word in Bearing}
    return ", ".join(f"{word.label.lower()}{f' ({n} findings)' if n > 1 else ''}" for word, n in counts.items() if n)


def _lines(study: StudyPoints) -> tuple[list[str], list[str]]:
    """Break a study's name, then its design and size, where the column ends."""
    people = study.people.replace(" ", _TIED)  # a number stays on the line of what it counts
    about = f"{study.design.label}, {people}" if people else study.design.label
    name = study.name.replace(_TIED, " ")
    return _wrap(name, _BOLD_LETTERS), _wrap(about, _LETTERS)


def _wrap(text: str, letters: int) -> list[str]:
    return textwrap.wrap(text, letters, break_on_hyphens=False)


def _height(study: StudyPoints) -> int:
    texts = sum(map(len, _lines(study)))
    marks = max(-(-len(_in_lane(study, lane)) // _IN_LANE) for lane in LANES)
    return max(texts * _LINE, marks * _GAP) + 2 * _PAD


def _in_lane(study: StudyPoints, lane: Lane) -> list[Pointer]:
    return [pointer for pointer in study.pointers if pointer.bearing in lane.bearings]


def _row(study: StudyPoints, top: int) -> Row:
    names, about = _lines(study)
    lines = tuple(
        Line(top + _PAD + _LINE * number + 11, text, strong=number < len(names))
        for number, text in enumerate((*names, *about))
    )
    return Row(
        top=top,
        lines=lines,
        bias=Placed(_BIAS_X - SIZE / 2, top + _PAD, BIAS_MARKS[study.bias], counts=True),
        marks=tuple(placed for lane in LANES for placed in _marks(_in_lane(study, lane), lane, top + _PAD)),
    )


def _marks(pointers: Sequence[Pointer], lane: Lane, top: int) -> list[Placed]:
    """Put marks side by side around the middle of their lane, in further lines where they are many."""
    placed = []
    for start in range(0, len(pointers), _IN_LANE):
        line = pointers[start : start + _IN_LANE]
        left = lane.x - (len(line) - 1) * _GAP / 2 - SIZE / 2
        y = top + start // _IN_LANE * _GAP
        placed += [
            Placed(left + place * _GAP, y, BEARING_MARKS[one.bearing], one.counts) for place, one in enumerate(line)
        ]
    return placed
