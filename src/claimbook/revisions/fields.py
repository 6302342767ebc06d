"""What differs between two records, field by field. Nothing that a record holds is passed over."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import NamedTuple, TypeVar

from claimbook.model import AbsoluteNumbers, Appearance, Evidence, Exemption, HistoryEntry, SearchSource, Skipped, Term
from claimbook.revisions.terms import Turn

T = TypeVar("T")

Path = tuple[str, ...]
"""The way to a value, by names as files write them; what stands in a list is named by what tells it apart."""


class FieldChange(NamedTuple):
    """A field that is not as it was."""

    path: Path
    before: str
    """In words; empty where there was nothing."""
    after: str

    def told(self, start: int = 0) -> Turn:
        """Tell it in words, leaving out the first steps of the way to it."""
        return Turn(", ".join(step.replace("_", " ") for step in self.path[start:]), self.before, self.after)


def differences(before: object, after: object, path: Path = ()) -> Iterator[FieldChange]:
    """Find every field in which two records of one kind differ; either may be none."""
    if before == after:
        return
    if _is_record(before) and type(before) is type(after):
        old, new = _values(before), _values(after)
        for name in old:
            yield from differences(old[name], new[name], (*path, name))
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in {**before, **after}:
            yield from differences(before.get(name), after.get(name), (*path, str(name)))
    elif isinstance(before, tuple) and isinstance(after, tuple) and all(map(_is_record, (*before, *after))):
        yield from _in_lists(before, after, path)
    else:
        yield FieldChange(path, words(before), words(after))


def _in_lists(before: Sequence[object], after: Sequence[object], path: Path) -> Iterator[FieldChange]:
    found = [
        one for name, old, new in pairs(before, after, _name) for one in differences(old, new, (*path, _said(name)))
    ]
    yield from found or [FieldChange((*path, "order"), _order(before), _order(after))]


def pairs(
    before: Iterable[T], after: Iterable[T], name: Callable[[T], Hashable]
) -> Iterator[tuple[tuple[Hashable, int], T | None, T | None]]:
    """Pair what has the same name, in the order of the later list; then what is gone.

    What shares its name with others is paired in order; the second number of a name tells which it is, from 1.
    """
    old, new = _numbered(before, name), _numbered(after, name)
    for key, item in new.items():
        yield key, old.get(key), item
    for key, item in old.items():
        if key not in new:
            yield key, item, None


def _numbered(items: Iterable[T], name: Callable[[T], Hashable]) -> dict[tuple[Hashable, int], T]:
    found: dict[tuple[Hashable, int], T] = {}
    for item in items:
        number = 1
        while (name(item), number) in found:
            number += 1
        found[name(item), number] = item
    return found


_NAMES: Mapping[type, Sequence[str]] = {
    Evidence: ("study", "finding"),
    Appearance: ("article", "heading", "paragraph"),
    AbsoluteNumbers: ("study", "finding", "outcome"),
    Exemption: ("rule",),
    HistoryEntry: ("date", "kind"),
    SearchSource: ("name",),
    Skipped: ("heading",),
}
"""What tells apart the items of a list that have neither id nor key."""


def _name(item: object) -> str:
    return " · ".join(str(getattr(item, one)) for one in _names(item))


def _names(item: object) -> Sequence[str]:
    return _NAMES.get(type(item)) or next(((one,) for one in ("id", "key", "term") if hasattr(item, one)), ())


def _said(name: tuple[Hashable, int]) -> str:
    said, number = name
    return f"{said} ({number})" if said and number > 1 else str(said or number)


def _order(items: Sequence[object]) -> str:
    return "; ".join(_name(item) or words(item) for item in items)


_PLAIN: Mapping[bool | None, str] = {None: "", False: "no", True: "yes"}


def words(value: object) -> str:
    """Say a value in words; of a record, all but what it is named by."""
    if isinstance(value, Term):
        return value.label
    if value is None or isinstance(value, bool):
        return _PLAIN[value]
    if _is_record(value):
        return _listed({name: inner for name, inner in _values(value).items() if name not in _names(value)})
    if isinstance(value, Mapping):
        return _listed(value)
    if isinstance(value, tuple):
        return ", ".join(map(words, value))
    return str(value)


def _listed(values: Mapping[str, object]) -> str:
    said = ((name.replace("_", " "), words(inner)) for name, inner in values.items())
    return "; ".join(f"{name}: {text}" for name, text in said if text)


def _is_record(value: object) -> bool:
    return (is_dataclass(value) and not isinstance(value, type)) or hasattr(value, "_fields")


def _values(record: object) -> dict[str, object]:
    """Values of a record by the names that files use."""
    if is_dataclass(record) and not isinstance(record, type):
        named = ((getattr(one.default, "alias", None) or one.name, one.name) for one in fields(record))
    else:
        named = ((name, name) for name in getattr(record, "_fields", ()))
    return {said: getattr(record, name) for said, name in named}
