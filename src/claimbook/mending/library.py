"""What may be mended in the library without a person: the order of entries, and spaces."""

import re
from collections.abc import Callable

from claimbook.mending.lines import lines_of, with_one_last_line_end, without_line_ends_of_others
from claimbook.reading.library import parse_library

_ENTRY = re.compile(r"@(\w+)\s*\{\s*([^\s,]+)")
_NO_ENTRIES = frozenset({"string", "preamble", "comment"})


def mend_library(text: str) -> tuple[str, list[str]]:
    """Mend the look of the library; return it, and what was mended in words."""
    done = []
    for words, step in _STEPS:
        mended = step(text)
        if mended != text and _means_the_same(text, mended):
            text = mended
            done.append(words)
    return text, done


def _means_the_same(before: str, after: str) -> bool:
    old, new = parse_library(before), parse_library(after)
    return not old.faults and not new.faults and old.references == new.references


def _without_trailing_spaces(text: str) -> str:
    return "\n".join(line.rstrip(" \t") for line in text.split("\n"))


def _sorted(text: str) -> str:
    """Put entries into the order of their keys, each with the comments right above it."""
    lines = lines_of(text)
    found = [(match, number) for number, line in enumerate(lines) if (match := _ENTRY.match(line))]
    keys = [match[2] for match, _ in found]
    if keys == sorted(keys) or any(match[1].lower() in _NO_ENTRIES for match, _ in found):
        return text
    starts = [_start(lines, number) for _, number in found]
    bodies = ["".join(lines[start:end]).strip("\n") for start, end in zip(starts, [*starts[1:], None], strict=True)]
    ordered = [body for _, body in sorted(zip(keys, bodies, strict=True), key=lambda one: one[0])]
    return "".join(lines[: starts[0]]) + "\n\n".join(ordered) + "\n"


def _start(lines: list[str], number: int) -> int:
    while number and lines[number - 1].startswith("%"):
        number -= 1
    return number


_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("line ends", without_line_ends_of_others),
    ("spaces at the ends of lines", _without_trailing_spaces),
    ("end of the file", with_one_last_line_end),
    ("order of entries", _sorted),
)
