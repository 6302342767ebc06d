"""Single values as a record writes them, so that they read back as the same."""

import re
from collections.abc import Iterator
from datetime import date

from claimbook.reading.scalars import Trap, resolve

Value = str | int | float | bool | date | list["Value"] | dict[str, "Value"] | None
"""What a field may be given; None leaves it empty."""

WIDTH = 118
"""Columns of a line."""

_LONG = 90
"""Longer texts go into a block of their own."""
_BARE = re.compile(r"[^\W\d_][^\x00-\x1f\"'`#&*!|>%@{}\[\],\\]*(?<![\s:])")
_BLOCK = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+")
_ODD = re.compile(r"[\"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def entry(name: str, value: Value, indent: str) -> Iterator[str]:
    """Write a key and its value; a list has a line, a long text a block."""
    if isinstance(value, str) and len(value) > _LONG and _folds(value):
        yield f"{indent}{name}: >-"
        yield from _wrapped(value, f"{indent}  ")
    else:
        yield f"{indent}{name}: {flow(value)}".rstrip()


def flow(value: Value) -> str:
    """Write a value in one line."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case str():
            return value if _is_bare(value) else _quoted(value)
        case list():
            return f"[{', '.join(map(flow, value))}]"
        case dict():
            return "{" + ", ".join(f"{name}: {flow(inner)}" for name, inner in value.items()) + "}"
    return str(value)


def _is_bare(text: str) -> bool:
    if not _BARE.fullmatch(text) or ": " in text or not _BLOCK.fullmatch(text):
        return False
    try:
        return resolve(text) == text
    except Trap:
        return False


def _quoted(text: str) -> str:
    return f'"{_ODD.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"


def _folds(text: str) -> bool:
    """Whether a text survives being wrapped at its spaces."""
    return text == " ".join(text.split()) and _BLOCK.fullmatch(text) is not None


def _wrapped(text: str, indent: str) -> Iterator[str]:
    line = indent
    for word in text.split(" "):
        if line != indent and len(line) + len(word) > WIDTH:
            yield line.rstrip()
            line = indent
        line += f"{word} "
    yield line.rstrip()
