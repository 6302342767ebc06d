"""Where certainty starts, by kind of study and kind of claim: the table on the methods page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Certainty, ClaimType, Design
from claimbook.verdicts import Side, start_of_design


@dataclass(frozen=True, slots=True)
class StartLevel:
    """Where a kind of study starts for a kind of claim."""

    certainty: Certainty | None
    """None where it does not count."""
    only_against: bool
    """Whether it counts only where it goes against the claim."""


class StartRow(NamedTuple):
    """Kinds of studies that start alike, and where, one level a column."""

    kinds: tuple[str, ...]
    levels: tuple[StartLevel, ...]


START_COLUMNS = (
    ClaimType.EFFICACY,
    ClaimType.HARM_ASSERTED,
    ClaimType.EPIDEMIOLOGY,
    ClaimType.SAFETY_ASSURANCE,
    ClaimType.MECHANISM,
)
"""Kinds of claims that start differently."""


def view_starts() -> tuple[StartRow, ...]:
    """Make the table: kinds of studies that start alike share a row."""
    return _alike(_starts())


def _starts() -> Iterator[tuple[str, tuple[StartLevel, ...]]]:
    """Yield one row a kind of study, or two where it matters whether there was another group."""
    for design in (one for one in Design if not one.pools):
        alone, compared = (
            tuple(_start_level(kind, design, compared=compared) for kind in START_COLUMNS) for compared in (False, True)
        )
        yield (design.label, alone) if alone == compared else (f"{design.label}, nothing compared", alone)
        if alone != compared:
            yield f"{design.label}, with a comparison group", compared


def _alike(rows: Iterator[tuple[str, tuple[StartLevel, ...]]]) -> tuple[StartRow, ...]:
    """Put kinds of studies that start alike into one row."""
    names: dict[tuple[StartLevel, ...], list[str]] = {}
    for name, levels in rows:
        names.setdefault(levels, []).append(name)
    return tuple(StartRow(tuple(kinds), levels) for levels, kinds in names.items())


def _start_level(kind: ClaimType, design: Design, *, compared: bool) -> StartLevel:
    backing, opposing = (start_of_design(kind, design, side, compared=compared) for side in (Side.FOR, Side.AGAINST))
    return StartLevel(backing or opposing, only_against=backing is None and opposing is not None)
