"""One record file's text in, one typed record out, or all that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from claimbook.model import Book, PeopleList, StandingList, Study
from claimbook.reading.faults import Fault
from claimbook.reading.shapes import shape
from claimbook.reading.yamltext import Value, locate, parse

T = TypeVar("T")

_NAMED_ITEMS: Mapping[type, Mapping[str, str]] = {
    Book: {"categories": "id", "conditions": "id", "routes": "id", "checks": "id", "glossary": "term"},
    PeopleList: {"people": "id"},
    StandingList: {"sources": "key"},
    Study: {"findings": "id"},
}
"""Lists whose items are known by a name, and the field that holds it."""

_VANISHED = frozenset({"explicit-null", "empty-item", "anchors"})
"""Faults that leave no value behind: that a value is then missing need not be told as well."""


class Name(NamedTuple):
    """What a record is called, by its file."""

    field: str
    """The field in which the record says it."""
    stem: str
    """The name of the file without its ending."""


def read_record(record_class: type[T], text: str, name: Name | None = None) -> tuple[T | None, tuple[Fault, ...]]:
    """Make a record of the text of a file. Raises nothing, whatever the text.

    Args:
        record_class: The class to make.
        text: What the file holds.
        name: What the record must be called, where its file is named after it.

    Returns:
        The record and no faults, or None and at least one fault.

    """
    value, faults = parse(text)
    if value is None:
        return None, faults
    record, misfits = shape(record_class, value, text)
    faults = (*_merged(faults, misfits), *_misnamed(value, text, name), *_twins(record, text))
    return (None, faults) if faults else (record, ())


def _misnamed(value: Value, text: str, name: Name | None) -> Iterator[Fault]:
    given = value.get(name.field) if name and isinstance(value, dict) else None
    if name and isinstance(given, str) and given != name.stem:
        spot = locate(text, (name.field,))
        told = f'the {name.field} "{given}" is not the name of the file'
        hint = f"name the file {given}.yml, or change the {name.field} to {name.stem}"
        yield Fault(spot.line, spot.column, "name-differs-from-id", told, hint)


def _merged(faults: Iterable[Fault], misfits: Iterable[Fault]) -> Iterator[Fault]:
    """Tell one mistake once: what a field says of a bare word is clearer than that the word is a trap."""
    vanished = {fault[:2] for fault in faults if fault.rule in _VANISHED}
    misfits = [misfit for misfit in misfits if misfit[:2] not in vanished]
    told = {misfit[:2] for misfit in misfits}
    yield from (fault for fault in faults if fault.rule != "yaml-trap" or fault[:2] not in told)
    yield from misfits


def _twins(record: object, text: str) -> Iterator[Fault]:
    for items, name in _NAMED_ITEMS.get(type(record), {}).items():
        names = [getattr(item, name) for item in getattr(record, items)]
        for index, value in enumerate(names):
            if value in names[:index]:
                spot = locate(text, (items, index, name))
                told = f'"{value}" is already the {name} of another of the {items}'
                yield Fault(spot.line, spot.column, "duplicate-id", told, "give each its own")
