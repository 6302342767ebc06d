"""How an article words its claims against how sure anyone can be of them: a grid of counts.

Columns are wording, from too weak to far too strong; rows are certainty, from high to none. Every cell says its number;
one small square a passage stands below it, so that nobody has to compare areas. It is a table, and its own twin.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Certainty, Wording
from claimbook.plots.marks import WORDING_MARKS, Mark

_A_LINE = 4
"""Squares side by side."""
_PITCH = 7
_SIDE = 5


class Squares(NamedTuple):
    """One square for every passage, in lines of four."""

    width: int
    height: int
    path: str


class Cell(NamedTuple):
    """Passages of one wording on claims of one certainty."""

    passages: int
    squares: Squares | None
    """None where there is no passage."""


class Column(NamedTuple):
    """A wording, with its symbol."""

    term: Wording
    label: str
    mark: Mark
    passages: int


class GridRow(NamedTuple):
    """A certainty, with its passages by wording."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WordingGrid:
    """Passages by wording and certainty."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    reading: str
    """What stands out, in one sentence; empty where there is no passage."""


_UNGRADED = "Not graded"
"""Plain facts, what cannot be checked, and what nobody has studied."""
_STRONG = (Wording.STRONGLY_OVERSTATED, Wording.OVERSTATED, Wording.SLIGHTLY_OVERSTATED)


def lay_grid(passages: Sequence[tuple[Wording, Certainty | None]]) -> WordingGrid:
    """Count passages by their wording and by the certainty of their claim; none or not rated is a row of its own.

    All wordings but "not rated", which has a column only where it occurs, have one, and all certainties a row.
    """
    counts = Counter((wording, _level(certainty)) for wording, certainty in passages)
    of_wording = Counter(wording for wording, _ in passages)
    shown = [word for word in Wording if word is not Wording.NOT_RATED or of_wording[word]]
    return WordingGrid(
        columns=tuple(Column(word, _short(word), WORDING_MARKS[word], of_wording[word]) for word in shown),
        rows=tuple(GridRow(_name(level), tuple(_cell(counts[word, level]) for word in shown)) for level in Certainty),
        reading=_reading(len(passages), of_wording, counts),
    )


def _level(certainty: Certainty | None) -> Certainty:
    return certainty or Certainty.NOT_RATED


def _short(word: Wording) -> str:
    """Head a column of wording, where the word itself need not be said again."""
    return word.label.removeprefix("Worded ").removeprefix("Wording ").capitalize()


def _name(level: Certainty) -> str:
    return _UNGRADED if level is Certainty.NOT_RATED else level.label


def _cell(count: int) -> Cell:
    return Cell(count, _squares(count) if count else None)


def _squares(count: int) -> Squares:
    places = ((number % _A_LINE * _PITCH, number // _A_LINE * _PITCH) for number in range(count))
    path = "".join(f"M{x} {y}h{_SIDE}v{_SIDE}h-{_SIDE}z" for x, y in places)
    return Squares(min(count, _A_LINE) * _PITCH, -(-count // _A_LINE) * _PITCH, path)


def _reading(whole: int, of_wording: Counter[Wording], counts: Counter[tuple[Wording, Certainty]]) -> str:
    """Say how many go furthest beyond research, and on which certainty most of them stand."""
    word = next((word for word in _STRONG if of_wording[word]), None)
    if word is None:
        return "No passage is worded more strongly than research allows." if whole else ""
    found = of_wording[word]
    level = max(Certainty, key=lambda level: counts[word, level])
    verb = "is" if found == 1 else "are"
    many = f"{found} of {whole} {'passage' if whole == 1 else 'passages'}"
    return f"{many} {verb} {word.label[0].lower()}{word.label[1:]}{_mostly(level, counts[word, level], found)}."


def _mostly(level: Certainty, here: int, found: int) -> str:
    """Say on which certainty most passages of a wording stand; nothing where no certainty has most of them."""
    if 2 * here <= found:
        return ""
    on = "on claims that are not graded" if level is Certainty.NOT_RATED else f"on {level.label.lower()}"
    if found == 1:
        return f"; it stands {on}"
    return f"; {'all' if here == found else here} of them {on}"
