"""Tables and paragraphs for a terminal of any width, without colour, so that files and pipes get the same."""

import re
import shutil
from collections.abc import Iterable, Sequence
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimbook.pages.markup import one_line

_WIDEST = 120
"""Columns that are taken at most; longer lines are hard to read."""
_INDENT = (0, 0, 0, 2)
_GAP = re.compile(r"\n{3,}")


def rendered(parts: Iterable[RenderableType]) -> str:
    """Set parts one below the other; the text ends in a line break."""
    columns = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    console = Console(file=StringIO(), width=columns, color_system=None, highlight=False, legacy_windows=False)
    for part in parts:
        console.print(part)
    assert isinstance(console.file, StringIO)
    lines = "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())
    return _GAP.sub("\n\n", lines).strip("\n") + "\n"


def text(words: str) -> Text:
    """Set words as they are: nothing in them steers terminal or layout."""
    return Text(one_line(words))


def heading(words: str) -> RenderableType:
    """Set a heading, with an empty line above it."""
    return Padding(Text(words), (1, 0, 0, 0))


def indented(words: str) -> RenderableType:
    """Set a paragraph below a heading."""
    return Padding(text(words), _INDENT)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], whole: int) -> RenderableType:
    """Set a table.

    Args:
        heads: Names of the columns.
        rows: Their values.
        whole: The column, from 0, whose words are kept whole, so that they can be copied.

    """
    made = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), safe_box=False)
    for number, head in enumerate(heads):
        made.add_column(head, overflow="fold", vertical="top", no_wrap=number == whole)
    for row in rows:
        made.add_row(*map(text, row))
    return Padding(made, _INDENT)


def counted(rows: Iterable[tuple[int, str, str]]) -> RenderableType:
    """Set a list of numbers with what they count and its code."""
    made = Table.grid(padding=(0, 2), pad_edge=False)
    made.add_column(justify="right")
    for number, label, code in rows:
        made.add_row(str(number), text(label), text(code))
    return Padding(made, _INDENT)
