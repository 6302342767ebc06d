"""A record shown field by field: what each field is for, and what one record of the book holds there."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from textwrap import indent, shorten
from typing import NamedTuple

from claimbook.model import UNSPECIFIED, Claim
from claimbook.model.schema import schema


class FieldView(NamedTuple):
    """A field of a record."""

    name: str
    meaning: str
    example: str
    """What the record holds, as files write it, cut to what fits; empty where it is left out."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together."""

    title: str
    fields: tuple[FieldView, ...]


GROUPS = {
    "What is claimed": ("id", "title", "statement", "type", "force", "importance", "conditions", "outcomes", "scope"),
    "Where it is said": ("appearances",),
    "What studies show": ("evidence",),
    "How it is graded": ("grading", "rating"),
    "What readers see": (*("finding", "holds_for", "not_shown_for", "why", "detail", "numbers", "what_would_change"),),
    "Record keeping": (
        *("search", "review", "history", "readers_say", "related", "opposite", "aliases", "exceptions"),
    ),
}
"""The fields of a claim in the order of the form."""

_WIDTH = 110
"""Characters of a text that are shown."""
_PLAIN = re.compile(r"[^\W\d_][\w '’()/–.;-]*(?:, [\w '’()/–.;-]+)*")
"""Texts that files write without quotation marks."""


def fullness(claim: Claim) -> int:
    """Count the fields that a record fills; counting is far cheaper than showing them."""
    return sum(not _is_empty(getattr(claim, name)) for names in GROUPS.values() for name in names)


def view_specimen(claim: Claim) -> tuple[FieldGroup, ...]:
    """Show the record of a claim."""
    meaning = {name: field["description"] for name, field in schema(Claim)["properties"].items()}
    return tuple(
        FieldGroup(title, tuple(FieldView(name, meaning[name], _example(claim, name)) for name in names))
        for title, names in GROUPS.items()
    )


def _example(claim: Claim, name: str) -> str:
    value = getattr(claim, name)
    return "" if _is_empty(value) else "\n".join(_lines(name, value))


def _is_empty(value: object) -> bool:
    """Whether files leave it out: it is nothing, or a record of nothing."""
    return value in (None, "", (), {}, UNSPECIFIED) or (is_dataclass(value) and not any(_inside(value)))


def _lines(name: str, value: object) -> Iterator[str]:
    """Write a field; of several records in a list only the first."""
    if isinstance(value, tuple) and is_dataclass(value[0]):
        yield f"{name}:"
        first = indent("\n".join(_inside(value[0])), "    ").splitlines()
        yield from (f"  - {first[0].lstrip()}", *first[1:])
        if len(value) > 1:
            yield f"  # and {len(value) - 1} more"
    elif is_dataclass(value) or isinstance(value, dict):
        yield f"{name}:"
        yield from (f"  {line}" for line in _inside(value))
    elif isinstance(value, tuple):
        yield f"{name}: [{', '.join(_scalar(one, in_list=True) for one in value)}]"
    else:
        yield f"{name}: {_scalar(value)}"


def _inside(value: object) -> Iterator[str]:
    """Write the fields of a record, or the entries of a table, that are not empty."""
    for name, one in value.items() if isinstance(value, dict) else _named(value):
        if not _is_empty(one):
            yield from _lines(name, one)


def _named(record: object) -> Iterator[tuple[str, object]]:
    for field in fields(record) if is_dataclass(record) else ():
        yield getattr(field.default, "alias", None) or field.name, getattr(record, field.name)


def _scalar(value: object, *, in_list: bool = False) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str) or isinstance(value, StrEnum):
        return str(value)
    text = shorten(value, _WIDTH, placeholder=" …")
    needs_marks = _PLAIN.fullmatch(text.removesuffix(" …")) is None or (in_list and "," in text)
    return json.dumps(text, ensure_ascii=False) if needs_marks else text
