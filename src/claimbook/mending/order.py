"""Puts the keys of a record into the order of the model, line by line, and their comments with them."""

import re
from collections.abc import Sequence

from claimbook.mending.lines import lines_of
from claimbook.reading.fields import field_at
from claimbook.reading.layout import Group, Key, layout

_DASHES = re.compile(r" *(?:- +)*")


def with_keys_in_order(text: str, record_class: type) -> str:
    """Move keys to where the model has them; groups with a key that it does not have stay as they are.

    A comment belongs to the key below it, unless it is indented deeper than that key. What stands
    above the first key of the record belongs to the file.
    """
    for _ in layout(text).groups:
        moved = _with_one_group_in_order(text, record_class)
        if moved == text:
            break
        text = moved
    return text


def _with_one_group_in_order(text: str, record_class: type) -> str:
    lines = lines_of(text)
    for group in layout(text).groups:
        names = [*field_at(record_class, group.path).schema.get("properties", ())]
        if not {key.name for key in group.keys} <= {*names} or not _is_plain(group, lines):
            continue
        order = sorted(range(len(group.keys)), key=lambda place: names.index(group.keys[place].name))
        if order != [*range(len(order))]:
            return "".join(_moved(group, order, lines))
    return text


def _is_plain(group: Group, lines: Sequence[str]) -> bool:
    """Whether every key begins a line, but for the dash of an item before the first."""
    first, *others = (lines[key.line][: group.column] for key in group.keys)
    return _DASHES.fullmatch(first) is not None and not any(other.strip() for other in others)


def _moved(group: Group, order: Sequence[int], lines: list[str]) -> list[str]:
    first = group.keys[0].line
    dash, blank = lines[first][: group.column], " " * group.column
    lines[first] = blank + lines[first][group.column :]
    starts = [_start(group, key, lines, has_dash=bool(dash.strip())) for key in group.keys]
    ends = [*starts[1:], max(group.end, starts[-1])]
    new_first = group.keys[order[0]].line
    lines[new_first] = dash + lines[new_first][group.column :]
    inside = [line for place in order for line in lines[starts[place] : ends[place]]]
    return [*lines[: starts[0]], *inside, *lines[ends[-1] :]]


def _start(group: Group, key: Key, lines: Sequence[str], *, has_dash: bool) -> int:
    """First line that belongs to a key: that of the first comment above it which is not indented deeper."""
    if key is group.keys[0] and (not group.path or has_dash):
        return key.line
    above = range(key.after, key.line)
    deeper = (
        number for number in above if lines[number].startswith(" " * (group.column + 1)) and lines[number].strip()
    )
    return max(deeper, default=key.after - 1) + 1
