"""What the audit found: one row a measurement, and the table of them all."""

from collections.abc import Iterable
from typing import NamedTuple

SHOWN = 12
"""Problems of one row that are printed; the file of the row holds them all."""


class Row(NamedTuple):
    """One measurement, held against its goal."""

    what: str
    goal: str
    found: str
    """The figure, in a few words."""
    problems: tuple[str, ...] = ()
    """What misses the goal, each with the page and the element; none where the goal is met."""


def told(row: Row) -> str:
    """Say what a row found, as soon as it is known."""
    lines = [f"{'FAILS' if row.problems else 'holds'}  {row.what}: {row.found} (goal: {row.goal})"]
    lines += [f"         {problem}" for problem in row.problems[:SHOWN]]
    if len(row.problems) > SHOWN:
        lines.append(f"         and {len(row.problems) - SHOWN} more")
    return "\n".join(lines)


def table(rows: Iterable[Row]) -> str:
    """Set all rows under each other, with a mark for those that miss their goal."""
    cells = [("", "measurement", "goal", "found")]
    cells += [("FAILS" if row.problems else "holds", row.what, row.goal, row.found) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in cells)
