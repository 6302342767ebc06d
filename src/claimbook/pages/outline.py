"""Reads the outlines of icons (the paths of SVG files) as points, so that pictures without a browser can show them."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

Point = complex
"""A place, x as the real and y as the imaginary part, which makes turning and adding short to write."""

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_PATH = re.compile(r' d="([^"]+)"')
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
"""How many numbers a command takes; the rest of SVG's commands do not occur in the icons we use."""
_PARTS = 12
"""Straight pieces a curve is cut into; more cannot be seen at the sizes we draw."""


def outlines(svg: str) -> list[list[Point]]:
    """Return the closed shapes of a drawing, in its own units; where one lies in another, it is a hole.

    Raises:
        ValueError: A path uses a command that is not read here.

    """
    return [shape for path in _PATH.findall(svg) for shape in _shapes(path)]


def _shapes(path: str) -> Iterator[list[Point]]:
    shape: list[Point] = []
    handle = 0j
    for command, numbers in _commands(path):
        here = shape[-1] if shape else 0j
        kind = command.upper()
        base = here if command.islower() else 0j
        if kind == "Z":
            # A relative command that follows starts where the closed shape began.
            yield shape
            shape = shape[:1]
            continue
        if kind == "M" and len(shape) > 1:
            yield shape
        new = _points(kind, numbers, base, here, handle)
        handle = 2 * new[-1] - (base + complex(*numbers[-4:-2])) if kind in "CS" else new[-1]
        shape = new if kind == "M" else shape + new
    if len(shape) > 1:
        yield shape


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Give each command with its numbers, one at a time; a command that stands once may be meant many times."""
    tokens = _TOKEN.findall(path)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        elif command in "Mm":
            command = "L" if command == "M" else "l"
        if command.upper() not in _TAKES:
            raise ValueError(f"the command {command!r} of SVG paths is not read here")
        end = place + _TAKES[command.upper()]
        yield command, [float(number) for number in tokens[place:end]]
        place = end


def _points(kind: str, numbers: list[float], base: Point, here: Point, handle: Point) -> list[Point]:
    """Turn one command into the points it adds."""
    if kind == "H":
        return [complex(base.real + numbers[0], here.imag)]
    if kind == "V":
        return [complex(here.real, base.imag + numbers[0])]
    if kind == "A":
        return _arc(here, numbers, base + complex(*numbers[5:]))
    places = [base + complex(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if kind in "ML":
        return places
    if kind == "S":
        places.insert(0, handle)
    return [_bezier([here, *places], step / _PARTS) for step in range(1, _PARTS + 1)]


def _bezier(places: list[Point], share: float) -> Point:
    """Find the point of a curve at a share of its way (de Casteljau's construction)."""
    while len(places) > 1:
        places = [a + (b - a) * share for a, b in pairwise(places)]
    return places[0]


def _arc(start: Point, numbers: list[float], end: Point) -> list[Point]:
    """Cut an arc of a circle into points; icons have no other ellipses."""
    radius, _, _, large, clockwise = numbers[:5]
    half = (end - start) / 2
    radius = max(radius, abs(half))
    away = math.sqrt(radius**2 - abs(half) ** 2) / abs(half)
    side = 1 if large != clockwise else -1
    centre = start + half + half * complex(0, side * away)
    first = math.atan2((start - centre).imag, (start - centre).real)
    turn = math.atan2((end - centre).imag, (end - centre).real) - first
    turn %= 2 * math.pi if clockwise else -2 * math.pi
    return [centre + radius * complex(math.cos(a), math.sin(a)) for a in _angles(first, turn)]


def _angles(first: float, turn: float) -> Iterator[float]:
    return (first + turn * step / _PARTS for step in range(1, _PARTS + 1))
