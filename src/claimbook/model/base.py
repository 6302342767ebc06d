"""What all records share: the way a record class is made, and the scalar types of its fields."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, TypeVar, cast, dataclass_transform

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StringConstraints,
)
from pydantic.dataclasses import dataclass as pydantic_dataclass

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def record(cls: type[T]) -> type[T]:
    """Make a frozen, slotted, validated class that refuses unknown fields.

    Slots keep ten thousand records in memory; unknown fields are refused because a mistyped
    optional key would otherwise be dropped without a word.
    """
    make = pydantic_dataclass(config=ConfigDict(extra="forbid"), frozen=True, slots=True, kw_only=True)
    return cast("type[T]", make(cls))


Id = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60), Field(examples=["easing-within-hours"])
]
"""A kebab-case id: file name and part of an address; never changed, never reused."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*$", max_length=60), Field(examples=["doe2020trial"])]
"""A citation key: lower-case letters and digits, the same in library.bib and studies/."""

Text = Annotated[str, StringConstraints(min_length=1)]
"""Words for readers; never empty."""

WEB_ADDRESS = r'https?://[^\s\[\]{}<>|\\^`"]+'
"""How a web address is written, as a regular expression."""

Url = Annotated[str, StringConstraints(pattern=f"^{WEB_ADDRESS}$"), Field(examples=["https://example.org/page"])]
"""A web address."""

SitePath = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z0-9-]+/)*(#[a-z0-9-]+)?$", min_length=1),
    Field(examples=["articles/", "#conditions"]),
]
"""An address below the top of the site, such as "articles/", or a place on the home page, such as "#conditions"."""

Count = Annotated[StrictInt, Field(ge=0)]
"""How many; true and false are not counts, though Python would take them."""

Number = StrictInt | StrictFloat
"""A measured value."""

Flag = StrictBool
"""Yes or no, written true or false."""


def _day(value: object) -> object:
    """Take days and their ISO form only: left alone, pydantic reads 0 and "0" as the first of January 1970."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return date.fromisoformat(value)
    if not isinstance(value, date):
        raise ValueError("a day is written year-month-day, such as 2026-11-22")  # noqa: TRY004 -- pydantic tells only these
    return value


Day = Annotated[date, BeforeValidator(_day), Field(examples=["2026-11-22"])]
"""A calendar day, written 2026-11-22."""


def _text_hash(value: str) -> str:
    if len(value) != 64 or set(value) - set("0123456789abcdef"):
        raise ValueError("a SHA-256 has 64 hexadecimal digits")
    return value


Sha256 = Annotated[str, AfterValidator(_text_hash)]
"""The SHA-256 of a text, as 64 hexadecimal digits."""


def words_of(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Find every piece of text in a record, each with the way to it as files name it: `("evidence", 2, "note")`."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from words_of(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from words_of(item, (*path, key))
    elif is_dataclass(value):
        for field in fields(value):
            name = getattr(field.default, "alias", None) or field.name
            yield from words_of(getattr(value, field.name), (*path, name))


@record
class Exemption:
    """Leave from one rule for one record, with a reason and an end."""

    rule: Id = Field(description="The rule that this record need not meet.")
    reason: Text = Field(description="Why, in a sentence.")
    until: Day = Field(description="The day from which the rule holds again.")
