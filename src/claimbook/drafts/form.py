"""A record as a form: every field of its class in order, each under a comment that says what belongs there.

The comments are the descriptions of the model, the very words that editors and messages show. What is left out of a
list or group stands below it as an outline behind `#`: whoever needs it takes the signs away.
"""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from claimbook.drafts.values import WIDTH, Value, entry, flow
from claimbook.reading.fields import Field, Path, field_at, keys_at

_STEP = "  "


@dataclass(frozen=True, slots=True)
class Form:
    """A class of records, and what this book and this draft add to its comments."""

    record_class: type
    notes: Mapping[Path, str] = field(default_factory=dict)
    """What else to say of a field."""
    codes: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)
    """Codes that the book gives a field, with their labels."""

    def write(self, values: Mapping[str, Value]) -> Iterator[str]:
        """Write the lines of a record; a field without a value is left empty."""
        yield from self._group((), values, "", loud=True)

    def _group(self, path: Path, values: Mapping[str, Any], indent: str, *, loud: bool) -> Iterator[str]:
        group = self._field(path)
        for name in group.schema["properties"]:
            at, value = (*path, name), values.get(name)
            if not indent:
                yield ""
            if loud:
                yield from self._comment(at, value, indent)
            yield from self._entry(at, value, indent, needed=name in group.schema.get("required", ()), loud=loud)

    def _entry(self, at: Path, value: Value, indent: str, *, needed: bool, loud: bool) -> Iterator[str]:
        name, here, deeper = str(at[-1]), self._field(at), f"{indent}{_STEP}"
        if _is_group(here) and (isinstance(value, dict) or needed or isinstance(here.schema.get("default"), dict)):
            yield f"{indent}{name}:"
            yield from self._group(at, value if isinstance(value, dict) else {}, deeper, loud=loud)
        elif _items(here) and (value or needed):
            yield f"{indent}{name}:"
            for index, item in enumerate(value if isinstance(value, list) and value else [{}]):
                yield from self._item(at, item, deeper, loud=loud and not index)
        elif isinstance(value, dict):
            yield f"{indent}{name}:"
            for index, (key, inner) in enumerate(value.items()):
                yield from self._comment((*at, key), inner, deeper, described=False)
                yield f"{deeper}{key}:"
                yield from self._group((*at, key), inner or {}, f"{deeper}{_STEP}", loud=not index)  # type: ignore[arg-type]
        elif _is_group(here) or _items(here) or _is_map(here):
            yield f"{indent}{name}:{_nothing(here)}"
            yield from (f"{indent}# {line}" for line in self._outline(at))
        else:
            yield from entry(name, _preset(here) if value is None else value, indent)

    def _item(self, at: Path, item: object, indent: str, *, loud: bool) -> Iterator[str]:
        """Write an item of a list: its first field behind a dash."""
        dashed = False
        for line in self._group((*at, 0), item if isinstance(item, dict) else {}, f"{indent}{_STEP}", loud=loud):
            if dashed or line.lstrip().startswith("#"):
                yield line if dashed else line.removeprefix(_STEP)
            else:
                yield f"{indent}- {line.lstrip()}"
                dashed = True

    def _outline(self, at: Path) -> Iterator[str]:
        """Write what an item or a group would hold, a line a field."""
        here = self._field(at)
        inner: Path = at if _is_group(here) else (*at, 0)
        lead = _STEP
        if _is_map(here):
            words = keys_at(self.record_class, at).codes or ["name"]
            inner = (*at, words[0])
            others = f"  # or {', '.join(words[1:])}" if words[1:] else ""
            yield f"{_STEP}{words[0]}:{others}"
            lead = _STEP * 2
        dash = "- " if _items(here) else ""
        for index, name in enumerate(self._field(inner).schema.get("properties", ())):
            one = self._field((*inner, name))
            start = dash if not index else " " * len(dash)
            preset = f" {flow(_preset(one))}".rstrip()
            yield f"{lead}{start}{name}:{preset}  # {self._told((*inner, name))}"

    def _comment(self, at: Path, value: Value, indent: str, *, described: bool = True) -> Iterator[str]:
        here, note = self._field(at), self.notes.get(at, "")
        said = [self._told(at, items_alone=True)] if described else []
        examples = here.schema.get("examples", ()) if value is None and not _items(here) else ()
        said += [f"For example: {flow(examples[0])}"] if examples else []
        yield from _remark(" ".join([*said, note]).strip(), indent)
        if value is None or value == []:
            labels = here.schema.get("enumDescriptions", ())
            known = dict(zip(here.codes, labels, strict=True)) if labels else {}
            for code, words in {**known, **self.codes.get(at, {})}.items():
                yield from _remark(f"{code} = {words}", indent, hang=True)

    def _told(self, at: Path, *, items_alone: bool = False) -> str:
        """Describe a field with its codes; those of a field that takes one of them may have lines of their own."""
        here = self._field(at)
        codes = [] if items_alone else here.codes
        codes = codes or (self._field((*at, 0)).codes if "items" in here.schema else [])
        return f"{here.description} One of: {', '.join(codes)}" if codes else here.description

    def _field(self, path: Path) -> Field:
        return field_at(self.record_class, path)


def _remark(text: str, indent: str, *, hang: bool = False) -> Iterator[str]:
    lead = f"{indent}#   " if hang else f"{indent}# "
    rest = f"{indent}#     " if hang else lead
    if text:
        yield from textwrap.wrap(
            text, WIDTH, initial_indent=lead, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
        )


def _is_group(here: Field) -> bool:
    return "properties" in here.schema


def _is_map(here: Field) -> bool:
    """Whether it is a group with keys of one's own choice."""
    return "patternProperties" in here.schema or isinstance(here.schema.get("additionalProperties"), dict)


def _items(here: Field) -> bool:
    """Whether it is a list of groups."""
    items = here.schema.get("items", {})
    return "$ref" in items and "enum" not in items


def _nothing(here: Field) -> str:
    return " []" if "items" in here.schema else " {}" if _is_map(here) else ""


def _preset(here: Field) -> Value:
    """Return what a field means when it is left empty, where that is worth seeing."""
    if here.schema.get("type") == "array":
        return []
    preset: Value = here.schema.get("default")
    return preset if preset != "" else None
